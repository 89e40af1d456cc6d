"""The errors of programs, and how a trace tells them: the same of generators and of asynchronous ones."""

from differences import state_error


class Red(Exception):
    pass


class DarkRed(Red):
    pass


class Blue(Exception):
    pass


def make_error_or(done, kind, payload):
    """An error of one of five kinds; the last is what a return raises."""
    return [Red, DarkRed, Blue, GeneratorExit, done][kind](payload)


def describe(error):
    if isinstance(error, (Red, Blue)):
        return f"{type(error).__name__}({error.args[0]})"
    if isinstance(error, GeneratorExit):
        return "Exit"
    if isinstance(error, (StopIteration, StopAsyncIteration)):
        value = error.args[0] if error.args else None
        return f"Done({'null' if value is None else value})"
    reason = state_error(error)
    return f"State({reason}, {describe(error.__cause__)})" if reason == "LeakedDone" else f"State({reason})"
