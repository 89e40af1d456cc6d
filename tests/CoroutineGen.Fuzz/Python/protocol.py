"""Runs programs that the fuzzer sends, one JSON object to a line, and answers each with its trace. The counterpart of ProtocolWorld."""

import inspect
import json
import sys
from functools import partial

from differences import (
    rule_9_nothing_sent_is_default as answer,
    rule_25_a_result_is_told_once,
    rule_50_done_thrown_into_a_new_coroutine,
    rule_59_the_result_of_closing,
    rule_71_throw_at_a_running_generator,
    rule_95_throw_over_a_running_generator,
    rule_101_done_thrown_over_what_has_ended,
    rule_99_a_sequence_drops_what_is_sent as sequence,
    rule_66_a_try_without_a_yield_catches_all,
)
from errors import Blue, DarkRed, Red, describe, make_error_or

MAX_TRACE = 4000
MAX_FUEL = 60
STATE_ERRORS = (RuntimeError, ValueError, TypeError)
STATES = {inspect.GEN_CREATED: 0, inspect.GEN_SUSPENDED: 1, inspect.GEN_RUNNING: 2, inspect.GEN_CLOSED: 3}
NAMES = {inspect.GEN_CREATED: "Created", inspect.GEN_SUSPENDED: "Suspended", inspect.GEN_RUNNING: "Running", inspect.GEN_CLOSED: "Closed"}
OPERATIONS = ["MoveNext", "Send", "Throw", "Close", "Renew"]
make_error = partial(make_error_or, StopIteration)


class World:
    def __init__(self, source):
        self.trace = []
        self.fuel = MAX_FUEL
        self.slots = [None] * 3
        # Held to the end: a generator that is collected is closed, and its finally blocks would show.
        self.made = []
        names = {
            "L": self.L, "Sum": self.Sum, "make": self.make, "shared": self.shared, "poke": self.poke, "caught": self.caught,
            "answer": answer, "sequence": sequence, "make_error": make_error, "STATE_ERRORS": STATE_ERRORS,
            "rule_66_a_try_without_a_yield_catches_all": rule_66_a_try_without_a_yield_catches_all,
            "Red": Red, "DarkRed": DarkRed, "Blue": Blue, "Done": StopIteration,
        }
        exec(compile(source, "<program>", "exec"), names)
        self.coroutines = names["COROUTINES"]

    def log(self, line):
        if len(self.trace) < MAX_TRACE:
            self.trace.append(line)

    def L(self, place, value):
        self.log(f"{place}: {value}")
        return value

    def Sum(self, place, a, b):
        return self.L(place, a + b)

    def caught(self, error):
        self.log("caught " + describe(error))

    def spend(self):
        self.fuel -= 1
        if self.fuel < 0:
            raise Blue(-1)

    def make(self, index, a):
        self.spend()
        made = self.coroutines[index](a)
        self.made.append(made)
        return made

    def shared(self, slot):
        self.spend()
        return self.slots[slot]

    def poke(self, slot, operation, value):
        self.fuel -= 1
        if self.fuel < 0:
            return
        self.log(f"poke {slot} {operation} when {NAMES[inspect.getgeneratorstate(self.slots[slot])]}")
        self.do(self.slots[slot], operation, value % 6, value)

    def do(self, target, operation, kind, value):
        state = inspect.getgeneratorstate(target)
        operation = rule_95_throw_over_a_running_generator(target, operation)
        try:
            if operation == 0:
                outcome = f"yields {next(target)}"
            elif operation == 1:
                outcome = f"yields {target.send(value)}"
            elif operation == 2:
                rule_71_throw_at_a_running_generator(state)
                kind = rule_50_done_thrown_into_a_new_coroutine(state, [0, 0, 1, 2, 3, 4][kind])
                thrown = make_error(rule_101_done_thrown_over_what_has_ended(target, kind), value)
                try:
                    outcome = f"yields {target.throw(thrown)}"
                except StopIteration as done:
                    if done is thrown:
                        outcome = "raises " + describe(done)
                    else:
                        raise
            else:
                outcome = rule_59_the_result_of_closing(target.close())
        except StopIteration as done:
            outcome = rule_25_a_result_is_told_once(state == inspect.GEN_CLOSED, done.value)
        except BaseException as error:
            outcome = "raises " + describe(error)
        self.log(f"  {OPERATIONS[operation]} {outcome}")

    def renew(self, slot, index, a):
        self.slots[slot] = self.make(index, a)

    def run(self, steps):
        for slot in range(3):
            self.renew(slot, slot % len(self.coroutines), slot)
        for slot, dice, kind, value in steps:
            operation = choose(STATES[inspect.getgeneratorstate(self.slots[slot])], dice)
            self.log(f"> {slot} {OPERATIONS[operation]} {value}")
            if operation == 4:
                self.fuel = MAX_FUEL
                self.renew(slot, slot % len(self.coroutines), value)
            else:
                self.do(self.slots[slot], operation, kind, value)
            self.log("  now " + " ".join(NAMES[inspect.getgeneratorstate(s)] for s in self.slots))
        return list(self.trace)


def choose(state, dice):
    """What to do with a coroutine in a state; the same table is in ProtocolScript."""
    if state == 0:
        return 0 if dice < 78 else 1 if dice < 84 else 2 if dice < 92 else 3
    if state == 1:
        return 1 if dice < 42 else 2 if dice < 66 else 3 if dice < 76 else 0
    return 4 if dice < 70 else 0 if dice < 80 else 1 if dice < 90 else 2 if dice < 95 else 3


def main():
    worlds = []
    for line in sys.stdin:
        request = json.loads(line)
        world = World(request["Source"])
        print(json.dumps(world.run(request["Steps"])), flush=True)
        # Whatever the waiting generators do when they are dropped is no longer written down.
        worlds[:] = [world]


sys.setrecursionlimit(10000)
sys.unraisablehook = lambda unraisable: None
main()
