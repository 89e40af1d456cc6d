"""Where C# differs from CPython on purpose: each difference by its rule in SEMANTICS.md, made even here and nowhere else."""

import inspect


def rule_9_nothing_sent_is_default(value):
    """After next() a yield gives None in Python, default(int) in C#; a finished inner coroutine gives the same (rule 89)."""
    return 0 if value is None else value


# A try statement without a yield inside is copied, and means what plain C# means: its catch (Exception) meets an exit as any other exception.
rule_66_a_try_without_a_yield_catches_all = BaseException


class rule_99_a_sequence_drops_what_is_sent:
    """Python looks for a send method on what it delegates to, and fails where there is none. C# drops the value."""

    def __init__(self, items):
        self._items = iter(items)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)

    def send(self, value):
        return next(self._items)


def rule_25_a_result_is_told_once(was_closed, result):
    """Python gives the result of a coroutine once, and None later; C# keeps Result. Only the first time is compared."""
    return "ends" if was_closed else f"ends {0 if result is None else result}"


def rule_50_done_thrown_into_a_new_coroutine(state, kind):
    """Before 3.12 a StopIteration thrown into a new generator came out as RuntimeError. Another exception is thrown instead."""
    return 0 if kind == 4 and state == inspect.GEN_CREATED else kind


def rule_101_done_thrown_over_what_has_ended(target, kind):
    """
    A StopIteration that comes back from a finished inner generator looks like its return to Python; C# raises it at the delegation, as it
    does over a plain sequence. Another exception is thrown instead.
    """
    if kind != 4 or inspect.getgeneratorstate(target) != inspect.GEN_SUSPENDED:
        return kind
    inner = target
    for _ in range(100):
        if not inspect.isgenerator(inner):
            return kind
        if inspect.getgeneratorstate(inner) == inspect.GEN_CLOSED:
            return 0
        inner = inner.gi_yieldfrom
    return kind


def rule_71_throw_at_a_running_generator(state):
    """
    Before 3.12 a throw() at a running generator lost what it delegates to, where it was running because of another throw(): then its
    "yield from" gave None at once. It is refused here, as since 3.12 by Python itself.
    """
    if state == inspect.GEN_RUNNING:
        raise ValueError("generator already executing")


def rule_95_throw_over_a_running_generator(target, operation):
    """The same mistake of Python's one level deeper: what is thrown over a running generator becomes a next(), which meets it too."""
    inner = target.gi_yieldfrom if inspect.getgeneratorstate(target) == inspect.GEN_SUSPENDED else None
    for _ in range(100):
        if operation != 2 or not inspect.isgenerator(inner):
            return operation
        if inspect.getgeneratorstate(inner) == inspect.GEN_RUNNING:
            return 0
        inner = inner.gi_yieldfrom
    return operation


def rule_59_the_result_of_closing(result):
    """What close() gives, since 3.13, is not compared: C# keeps it as Result."""
    return "ends"


def rule_118_thrown_into_what_has_ended(value):
    """An ended asynchronous generator takes athrow() and gives None in 3.11; C# gives the exception back."""
    raise value


def rule_119_an_exit_that_was_ignored(outcome):
    """
    Behind an ignored exit an asynchronous generator counts as closed, though its body stands at a yield; C# can be resumed there. Neither
    side is asked any more.
    """
    return outcome == "raises State(IgnoredExit)"


class rule_153_a_loop_closes_what_it_leaves:
    """An "await foreach" closes its coroutine where it is left; an "async for" leaves it suspended. This is contextlib.aclosing."""

    def __init__(self, items):
        self._items = items

    async def __aenter__(self):
        return self._items

    async def __aexit__(self, *error):
        await self._items.aclose()


def state_error(error):
    """Python's errors of state are told apart by type and text; C# has one type with a reason."""
    text = str(error)
    if "already executing" in text or "already running" in text:
        return "Running"
    if "ignored GeneratorExit" in text:
        return "IgnoredExit"
    if "raised StopIteration" in text or "raised StopAsyncIteration" in text:
        return "LeakedDone"
    if "just-started" in text:
        return "NotStarted"
    return f"{type(error).__name__}: {text}"
