"""
Runs programs of asynchronous generators, as protocol.py does those of generators. Nothing but this drives them: what awaits is sent None
until it has come back, and a seeded schedule says how often it has to be. The counterpart of ProtocolWorld.Async.
"""

import json
import random
import sys
from functools import partial

from differences import (
    rule_9_nothing_sent_is_default as answer,
    rule_66_a_try_without_a_yield_catches_all,
    rule_118_thrown_into_what_has_ended,
    rule_119_an_exit_that_was_ignored,
    rule_153_a_loop_closes_what_it_leaves,
)
from errors import Blue, DarkRed, Red, describe, make_error_or

MAX_TRACE = 4000
MAX_FUEL = 60
STATE_ERRORS = (RuntimeError, ValueError, TypeError)
CREATED, SUSPENDED, RUNNING, CLOSED = range(4)
NAMES = ["Created", "Suspended", "Running", "Closed"]
OPERATIONS = ["MoveNext", "Send", "Throw", "Close", "Renew"]
make_error = partial(make_error_or, StopAsyncIteration)


class Wait:
    """Suspends so many times."""

    def __init__(self, times):
        self._times = times

    def __await__(self):
        for _ in range(self._times):
            yield


class Held:
    """An asynchronous generator, and what it does not tell of itself before 3.12."""

    def __init__(self, generator):
        self.generator = generator
        self.has_started = False
        self.is_spoiled = False

    @property
    def state(self):
        if self.generator.ag_running:
            return RUNNING
        if self.generator.ag_frame is None:
            return CLOSED
        return SUSPENDED if self.has_started else CREATED


class World:
    def __init__(self, source, seed):
        self.trace = []
        self.fuel = MAX_FUEL
        self.slots = [None] * 3
        self.schedule = random.Random(seed)
        # Held to the end: a generator that is collected is closed, and its finally blocks would show.
        self.made = []
        names = {
            "L": self.L, "Sum": self.Sum, "make": self.make, "poke": self.poke, "caught": self.caught, "go": self.go, "later": self.later,
            "answer": answer, "make_error": make_error, "STATE_ERRORS": STATE_ERRORS,
            "rule_66_a_try_without_a_yield_catches_all": rule_66_a_try_without_a_yield_catches_all,
            "rule_153_a_loop_closes_what_it_leaves": rule_153_a_loop_closes_what_it_leaves,
            "Red": Red, "DarkRed": DarkRed, "Blue": Blue, "Done": StopAsyncIteration,
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

    def wait(self):
        return Wait(self.schedule.choice([0, 0, 1, 1, 2, 5]))

    async def go(self, place):
        self.L(place, 0)
        await self.wait()
        self.L(place, 1)

    async def later(self, value):
        await self.wait()
        return value

    def make(self, index, a):
        self.fuel -= 1
        if self.fuel < 0:
            raise Blue(-1)
        made = self.coroutines[index](a)
        self.made.append(made)
        return made

    async def poke(self, slot, operation, value):
        self.fuel -= 1
        if self.fuel < 0:
            return
        target = self.slots[slot]
        if target.is_spoiled:
            return
        self.log(f"poke {slot} {operation} when {NAMES[target.state]}")
        await self.do(target, operation, value % 6, value)

    async def do(self, target, operation, kind, value):
        generator, state = target.generator, target.state
        try:
            if operation == 0:
                # An operation starts it once it is awaited, and not where it is refused.
                target.has_started = target.has_started or state == CREATED
                outcome = f"yields {await generator.__anext__()}"
            elif operation == 1:
                outcome = f"yields {await generator.asend(value)}"
            elif operation == 2:
                kind = [0, 0, 1, 2, 3, 4][kind]
                thrown = make_error(0 if kind == 4 and state == CREATED else kind, value)
                if state == CLOSED:
                    rule_118_thrown_into_what_has_ended(thrown)
                outcome = f"yields {await generator.athrow(thrown)}"
            else:
                if state != CLOSED:
                    await generator.aclose()
                outcome = "ends"
        except StopAsyncIteration as done:
            outcome = "raises " + describe(done) if operation == 2 and done is thrown else "ends"
        except BaseException as error:
            outcome = "raises " + describe(error)
        target.is_spoiled = operation == 3 and rule_119_an_exit_that_was_ignored(outcome)
        self.log(f"  {OPERATIONS[operation]} {outcome}")

    def renew(self, slot, index, a):
        self.slots[slot] = Held(self.make(index, a))

    async def run(self, steps):
        for slot in range(3):
            self.renew(slot, slot % len(self.coroutines), slot)
        for slot, dice, kind, value in steps:
            target = self.slots[slot]
            operation = 4 if target.is_spoiled else choose(target.state, dice)
            self.log(f"> {slot} {OPERATIONS[operation]} {value}")
            if operation == 4:
                self.fuel = MAX_FUEL
                self.renew(slot, slot % len(self.coroutines), value)
            else:
                await self.do(target, operation, kind, value)
            self.log("  now " + " ".join("Spoiled" if s.is_spoiled else NAMES[s.state] for s in self.slots))
        return list(self.trace)


def choose(state, dice):
    """What to do with a coroutine in a state; the same table is in ProtocolScript."""
    if state == CREATED:
        return 0 if dice < 78 else 1 if dice < 84 else 2 if dice < 92 else 3
    if state == SUSPENDED:
        return 1 if dice < 42 else 2 if dice < 66 else 3 if dice < 76 else 0
    return 4 if dice < 70 else 0 if dice < 80 else 1 if dice < 90 else 2 if dice < 95 else 3


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as done:
        return done.value


def main():
    worlds = []
    for line in sys.stdin:
        request = json.loads(line)
        world = World(request["Source"], len(request["Source"]))
        print(json.dumps(drive(world.run(request["Steps"]))), flush=True)
        # Whatever the waiting generators do when they are dropped is no longer written down.
        worlds[:] = [world]


sys.setrecursionlimit(10000)
sys.unraisablehook = lambda unraisable: None
main()
