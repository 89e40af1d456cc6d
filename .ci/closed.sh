# shellcheck shell=bash
# A coroutine with an error does not build, whatever is turned off, and says why once. Sourced by .ci/run.

fails_closed() {
    local project=$work/consumers/closed
    fails_closed_with "as it is" || return 1
    fails_closed_with "a pragma" -p:DefineConstants=PRAGMA || return 1
    fails_closed_with "a SuppressMessage attribute" -p:DefineConstants=SUPPRESS || return 1
    fails_closed_with "RunAnalyzers=false" -p:RunAnalyzers=false || return 1
    fails_closed_with "RunAnalyzersDuringBuild=false" -p:RunAnalyzersDuringBuild=false || return 1
    fails_closed_with "a build that an IDE begins by itself" -p:IsImplicitlyTriggeredBuild=true -p:OptimizeImplicitlyTriggeredBuild=true || return 1
    fails_closed_with "NoWarn" "-p:NoWarn=CORO2002" || return 1
    printf '<RuleSet Name="none" ToolsVersion="17.0"><IncludeAll Action="None" /></RuleSet>\n' > "$project/none.ruleset"
    fails_closed_with "a ruleset" -p:CodeAnalysisRuleSet=none.ruleset || return 1
    printf 'root = true\n[*.cs]\ngenerated_code = true\ndotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.CORO2002.severity = none\n' > "$project/.editorconfig"
    fails_closed_with "an .editorconfig" || return 1
    fails_closed_with "all of it" -p:RunAnalyzers=false -p:CodeAnalysisRuleSet=none.ruleset "-p:DefineConstants=PRAGMA%3BSUPPRESS"
}

# fails_closed_with WHAT PROPERTY...: the build fails, by one error of ours and nothing else.
fails_closed_with() {
    local errors
    if dotnet build "$project" --nologo -v quiet --no-incremental "${@:2}" > "$work/closed.log" 2>&1; then
        echo "with $1 it builds"
        return 1
    fi
    errors=$(grep -o 'Broken.cs([0-9,]*): error [A-Z0-9]*' "$work/closed.log" | sort -u)
    echo "with $1: $errors"
    [ "$errors" = 'Broken.cs(20,37): error CORO2002' ] && ! grep -v Broken.cs "$work/closed.log" | grep -q ': error'
}
