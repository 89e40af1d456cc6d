# shellcheck shell=bash
# Fresh projects that know the package and nothing else, each built with warnings as errors, run, and its output compared. Sourced by .ci/run.

# They stand outside of the repository. Their package cache is their own, so that nothing of ours is left on the machine; what else they need
# may come from the cache that the machine has.
consumers() {
    local others
    others=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
    export NUGET_PACKAGES=$work/cache RestoreFallbackFolders=$others
    cp -R .ci/consumers "$work/consumers"
    block csharp 1 README.md > "$work/consumers/app/Stats.cs"
    { block csharp 2 README.md; echo 'Check.Run();'; } > "$work/consumers/app/Program.cs"
    { block text 1 README.md; cat .ci/consumers/app/expected.txt; } > "$work/consumers/app/expected.txt"
    cat > "$work/consumers/nuget.config" <<'XML'
<configuration>
  <packageSources>
    <add key="just-packed" value="../packages" />
  </packageSources>
</configuration>
XML
    pushd "$work/consumers" > /dev/null || return 1

    check "a newcomer's project, with a library of C# 9 for .NET Standard 2.0" newcomer
    if restores standard; then
        check "a library of C# 9 for .NET Standard 2.1, and a program that runs on that library of ours" run_project standard
    else
        skip "for .NET Standard 2.1" "NETStandard.Library.Ref cannot be restored here"
    fi
    check "beside other source generators" run_project generators
    check "a coroutine with an error does not build, whatever is turned off" fails_closed
    if restores fsharp; then
        check "from F#" run_project fsharp
    else
        skip "from F#" "FSharp.Core cannot be restored here"
    fi
    if restores app -p:Form=trimmed --use-current-runtime; then
        check "trimmed" publish trimmed
    else
        skip "trimmed" "the linker's packages cannot be restored here"
    fi
    if restores app -p:Form=native --use-current-runtime; then
        check "native" publish native
    else
        skip "native (PublishAot)" "the native compiler's packages cannot be restored here"
    fi
    check "saved and restored in processes of other cultures" durable_plain
    if restores durable -p:Form=trimmed --use-current-runtime; then
        check "saved and restored trimmed, without reflection" durable trimmed
    else
        skip "saved and restored trimmed" "the linker's packages cannot be restored here"
    fi
    if restores durable -p:Form=native --use-current-runtime && command -v clang > /dev/null; then
        check "saved and restored natively" durable native
    else
        skip "saved and restored natively (PublishAot)" "clang, or the native compiler's packages, are not here"
    fi
    popd > /dev/null || return 1
}

# Whether what a project needs beside our own package can be had. Only a package that no source has is a reason to leave a check out.
restores() {
    dotnet restore "$@" --nologo -v quiet > "$work/restore.log" 2>&1 && return
    ! grep -E 'error NU(1101|1102|1103|1301)' "$work/restore.log" | grep -v CoroutineGen | head -n 3 | grep .
}

newcomer() {
    run_project app &&
    cmp "$package" "$NUGET_PACKAGES/coroutinegen/$CoroutineGenVersion/coroutinegen.$CoroutineGenVersion.nupkg"
}

run_project() {
    dotnet build "$1" --nologo -v quiet -warnaserror &&
    dotnet run --no-build --project "$1" > "$1/output.txt" &&
    diff -u "$1/expected.txt" "$1/output.txt" &&
    cat "$1/output.txt"
}

# publish FORM: the newcomer's project in another form, which must do the same.
publish() {
    dotnet publish app --nologo -v quiet -warnaserror -p:Form="$1" --use-current-runtime -o "$1" || return 1
    "$1/App" > "$1.txt" &&
    diff -u app/expected.txt "$1.txt" &&
    du -sh "$1"
}

# What one process has saved, others restore, which write numbers and dates in another way.
durable_plain() {
    dotnet build durable --nologo -v quiet -warnaserror -o durable-plain &&
    dotnet durable-plain/Durable.dll save durable-files de-DE || return 1
    local culture
    for culture in fa-IR ar-SA tr-TR de-DE th-TH; do
        dotnet durable-plain/Durable.dll restore durable-files "$culture" || return 1
    done
}

# durable FORM: it restores what the plain one has saved, and the plain one what it saves.
durable() {
    dotnet publish durable --nologo -v quiet -warnaserror -p:Form="$1" --use-current-runtime -o "durable-$1" || return 1
    "durable-$1/Durable" restore durable-files fa-IR &&
    "durable-$1/Durable" save "durable-files-$1" tr-TR &&
    dotnet durable-plain/Durable.dll restore "durable-files-$1" ar-SA
}
