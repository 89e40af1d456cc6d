"""The programs of the languages group, for CPython. Prints a line for each: its name, and the nanoseconds of one operation."""
import statistics
import time


def range_(start, count):
    for n in range(count):
        yield start + n


def fibonacci(count):
    a, b = 0, 1
    for _ in range(count):
        yield a
        a, b = b, (a + b) & 0x7FFFFFFFFFFFFFFF


def walk(node):
    left, value, right = node
    if left is not None:
        yield from walk(left)
    yield value
    if right is not None:
        yield from walk(right)


def averager():
    total = average = 0.0
    n = 1
    while True:
        total += yield average
        average = total / n
        n += 1


def balanced(start, end):
    if start == end:
        return None
    middle = (start + end) // 2
    return balanced(start, middle), middle, balanced(middle + 1, end)


def consume(values):
    total = 0
    for value in values:
        total += value
    return total


def send(coroutine, count):
    for n in range(count):
        last = coroutine.send(float(n))
    return last


def race(name, operations, rounds, run):
    run()
    times = []
    for _ in range(rounds):
        start = time.process_time_ns()
        run()
        times.append((time.process_time_ns() - start) / operations)
    print(name, statistics.median(times), flush=True)


coroutine = averager()
next(coroutine)
tree = balanced(0, 1_000_000)
race("range", 300_000, 5, lambda: consume(range_(7, 300_000)))
race("fibonacci", 300_000, 5, lambda: consume(fibonacci(300_000)))
race("tree", 1_000_000, 3, lambda: consume(walk(tree)))
race("averager", 300_000, 5, lambda: send(coroutine, 300_000))
