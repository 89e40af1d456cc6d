// The programs of the languages group, for Node. Prints a line for each: its name, and the nanoseconds of one operation.
function* range(start, count) {
    for (let n = 0; n < count; n++)
        yield start + n;
}

function* fibonacci(count) {
    let a = 0, b = 1;
    for (let n = 0; n < count; n++) {
        yield a;
        [a, b] = [b, (a + b) | 0];
    }
}

function* walk(node) {
    if (node.left)
        yield* walk(node.left);
    yield node.value;
    if (node.right)
        yield* walk(node.right);
}

function* averager() {
    let total = 0, average = 0;
    for (let n = 1; ; n++) {
        total += yield average;
        average = total / n;
    }
}

function balanced(start, end) {
    if (start === end)
        return null;
    const middle = (start + end) >> 1;
    return { left: balanced(start, middle), value: middle, right: balanced(middle + 1, end) };
}

function consume(values) {
    let total = 0;
    for (const value of values)
        total += value;
    return total;
}

function send(coroutine, count) {
    let last;
    for (let n = 0; n < count; n++)
        last = coroutine.next(n).value;
    return last;
}

function race(name, operations, rounds, run) {
    for (let i = 0; i < 3; i++)
        run();
    const times = [];
    for (let i = 0; i < rounds; i++) {
        const start = process.cpuUsage();
        run();
        const used = process.cpuUsage(start);
        times.push((used.user + used.system) * 1000 / operations);
    }
    times.sort((a, b) => a - b);
    console.log(name, times[rounds >> 1]);
}

const coroutine = averager();
coroutine.next();
const tree = balanced(0, 1000000);
race("range", 1000000, 5, () => consume(range(7, 1000000)));
race("fibonacci", 1000000, 5, () => consume(fibonacci(1000000)));
race("tree", 1000000, 3, () => consume(walk(tree)));
race("averager", 1000000, 5, () => send(coroutine, 1000000));
