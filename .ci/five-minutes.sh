# shellcheck shell=bash
# docs/first-five-minutes.md, made by doing what it says. Sourced by .ci/run; COROUTINEGEN_ACCEPT=1 rewrites the page.

# shown COMMAND: the command and what it prints, without what differs from one machine and run to the next.
shown() {
    printf '$ %s\n' "$1"
    case $1 in
        dotnet*) eval "$1" 2>&1 | quietly ;;
        *) eval "$1" 2>&1 | sed -E "s|$work|~|g; $released" ;;
    esac
    echo
}

# A build says each warning twice, and much else.
quietly() {
    sed -E \
        -e "s|$work|~|g; $released" \
        -e '/^(info|log) *:/d; /^ *$/d; /Determining projects|Restored |Time Elapsed|up-to-date|Warning\(s\)|Error\(s\)/d' \
        -e 's| \(in [0-9.]+ (ms\|sec)\)||; s| \[[^]]*proj\]$||; s| \(https:[^)]*\)$||' |
        awk '!seen[$0]++'
}

five_minutes() {
    local page=$work/first-five-minutes.md readme=$PWD/README.md root=$PWD released
    # A user gets the version that was released, not one with the time of this run behind it.
    released="s/\\b(${CoroutineGenVersion%.*})\\.${CoroutineGenVersion##*.}\\b/\\1/g"
    mkdir "$work/minutes" || return 1
    cp "$work/consumers/nuget.config" "$work/minutes/nuget.config"
    {
        cat <<'MD'
# The first five minutes

What `.ci/five-minutes.sh` did on a machine with the .NET 10 SDK, and what it saw. Every run of `.ci/run` does it again and compares.

## A project

```console
MD
        cd "$work/minutes" || return 1
        shown 'dotnet new console -o Averages --no-restore'
        shown 'cd Averages'
        cd Averages || return 1
        shown 'dotnet add package CoroutineGen > /dev/null && grep -o "CoroutineGen\" Version=\"[^\"]*" Averages.csproj'
        block csharp 1 "$readme" > Stats.cs
        block csharp 2 "$readme" > Program.cs
        cat <<'MD'
```

## A coroutine, and a program that talks to it

Two files, `Stats.cs` and `Program.cs`, with the code of the [README](../README.md).

```console
MD
        shown 'dotnet run'
        cat <<'MD'
```

## A mistake

A coroutine stands before its first yield until it is primed. Who forgets that is told so while he compiles.

```console
MD
        shown "sed -i 's/.Prime();.*/;/' Program.cs && head -n 2 Program.cs"
        shown 'dotnet build --no-restore -v quiet'
        block csharp 2 "$readme" > Program.cs
        cat <<'MD'
```

## What was generated

```console
MD
        shown 'dotnet build --no-restore -v quiet -p:EmitCompilerGeneratedFiles=true -p:CoroutineGenDiagrams=diagrams'
        shown 'ls obj/Debug/net10.0/generated/*/*'
        shown 'ls diagrams'
        cat <<'MD'
```

[This page](generated-code.md) explains the file. And the picture that is in `diagrams/Stats.AveragerCoroutine.md`:

MD
        tail -n +3 diagrams/Stats.AveragerCoroutine.md
        cat <<'MD'

[The guide](guide.md) goes on from here.
MD
    } > "$page"
    cd "$root" || return 1
    sed -i -e ':a' -e '/^$/{N;/^\n```$/{s/^\n//}}' "$page"
    [ "${COROUTINEGEN_ACCEPT:-}" != 1 ] || cp "$page" "$root/docs/first-five-minutes.md"
    diff -u "$root/docs/first-five-minutes.md" "$page" && echo "as the page says"
}
