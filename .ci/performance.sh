# shellcheck shell=bash
# The bars of docs/performance in a quick form: a few ratios, with a margin. Exact bytes are tests of CoroutineGen.Tests (Allocation*Tests),
# and how many bodies an edit binds again are tests of CoroutineGen.Generator.Tests (Caching). Sourced by .ci/run.

performance() {
    local name="a few ratios of docs/performance are less than 1.5 times their bars"
    check "the benchmarks build" dotnet build tests/CoroutineGen.Benchmarks --nologo -v quiet -c Release -warnaserror
    if measure --self-test; then
        check "$name" measure --check
    else
        skip "$name" "this machine is too busy to measure on"
    fi
}

measure() { dotnet run --no-build -c Release --project tests/CoroutineGen.Benchmarks -- "$@"; }
