# shellcheck shell=bash
# The package itself: what is in it, how large it is, and that it comes out the same each time. Sourced by .ci/run.

# Under a version of its own: a cache of the machine that has the package already, from a release or from a run before, would be taken for it.
# A fourth part rather than "-ci": what is packed is installed as a user installs it, and a prerelease only where it is asked for.
pack() {
    local version
    version=$(dotnet msbuild src/CoroutineGen -getProperty:Version) || return 1
    export CoroutineGenVersion="$version.$(date +%s)"
    package=$work/packages/CoroutineGen.$CoroutineGenVersion.nupkg
    local project
    for project in src/CoroutineGen src/CoroutineGen.Json; do
        dotnet pack "$project" --nologo -c Release -warnaserror -p:PackageVersion="$CoroutineGenVersion" -o "$work/packages" || return 1
    done
    [ -f "$package" ]
}

# unpack PACKAGE FOLDER: lets NuGet take it apart, as it does for whoever installs it.
unpack() {
    local project=$2/project
    mkdir -p "$project" || return 1
    cat > "$project/project.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <RestoreSources>$(dirname "$1")</RestoreSources>
    <RestorePackagesPath>$2/cache</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="CoroutineGen" Version="[$CoroutineGenVersion]" />
  </ItemGroup>
</Project>
XML
    dotnet restore "$project" --nologo -v quiet || return 1
    mv "$2/cache/coroutinegen/$CoroutineGenVersion" "$2/content"
}

# The files, without those that NuGet adds when it unpacks, and without the pages.
content_list() { (cd "$1" && find . -type f ! -path './docs/*' ! -name '*.nupkg*' ! -name '.nupkg.metadata' | sed 's|^\./||' | LC_ALL=C sort); }

package_contents() {
    unpack "$package" "$work/unpacked" || return 1
    content_list "$work/unpacked/content" > "$work/package.txt"
    [ "${COROUTINEGEN_ACCEPT:-}" != 1 ] || cp "$work/package.txt" .ci/package.verified.txt
    diff -u .ci/package.verified.txt "$work/package.txt" || return 1
    diff -r docs "$work/unpacked/content/docs" || return 1
    local size
    size=$(wc -c < "$package")
    echo "$(wc -l < "$work/package.txt") files, $size bytes"
    [ "$size" -lt 2000000 ]
}

# What the package brings along: nothing, but on .NET Standard 2.0 what that lacks.
package_dependencies() {
    local nuspec=$work/unpacked/content/coroutinegen.nuspec
    grep -oE '<group targetFramework="[^"]*"|<dependency id="[^"]*"' "$nuspec" | sed 's/^<//' > "$work/dependencies.txt"
    diff -u - "$work/dependencies.txt" <<'TXT'
group targetFramework="net10.0"
group targetFramework="net8.0"
group targetFramework=".NETStandard2.0"
dependency id="Microsoft.Bcl.AsyncInterfaces"
group targetFramework=".NETStandard2.1"
TXT
}

# A copy of the sources in another place gives the same files, to the byte: nothing in them comes from the machine or the clock.
package_is_deterministic() {
    local copy=$work/elsewhere/below/another/name
    mkdir -p "$copy" && git clone --quiet . "$copy" || return 1
    git ls-files -z --cached --others --exclude-standard | xargs -0 tar -cf - 2> /dev/null | tar -xf - -C "$copy"
    (cd "$copy" && dotnet pack src/CoroutineGen --nologo -v quiet -c Release -p:PackageVersion="$CoroutineGenVersion" -o "$work/packages-again") || return 1
    unpack "$work/packages-again/$(basename "$package")" "$work/unpacked-again" || return 1
    diff -r -x '*.nupkg*' -x '.nupkg.metadata' "$work/unpacked/content" "$work/unpacked-again/content" && echo "the same"
}

# Every link of the README on the package's page, and of a diagnostic, leads somewhere: to where the repository can be read if the package is
# told so, otherwise into the package.
package_links() {
    local link place=https://host/owner/name/blob/main
    for link in $(grep -oE '\]\([^)#]+' "$work/unpacked/content/README.md" | sed 's/^](//' | grep -v '^https\?:'); do
        [ -e "$work/unpacked/content/$link" ] || { echo "$link is not in the package"; return 1; }
    done
    (cd "$work/elsewhere/below/another/name" && dotnet pack src/CoroutineGen --nologo -v quiet -c Release \
        -p:PackageVersion="$CoroutineGenVersion" -p:DocumentationUrl=$place -o "$work/packages-linked") || return 1
    unpack "$work/packages-linked/$(basename "$package")" "$work/unpacked-linked" || return 1
    for link in $(grep -oE '\]\([^)#]+' "$work/unpacked-linked/content/README.md" | sed 's/^](//'); do
        case $link in
            "$place"/*) [ -e "${link#"$place"/}" ] || { echo "$link is nowhere"; return 1; } ;;
            http*) ;;
            *) echo "$link leads nowhere from a package's page"; return 1 ;;
        esac
    done
    grep -q "<projectUrl>$place</projectUrl>" "$work/unpacked-linked/content/coroutinegen.nuspec" || return 1
    mv "$work/unpacked-linked/content" "$work/unpacked-linked/cache/coroutinegen/$CoroutineGenVersion"
    echo 'class C { [CoroutineGen.Coroutine] void M(CoroutineGen.Yield<int> yield) => yield(1); }' > "$work/unpacked-linked/project/C.cs"
    # It fails to build, as it should.
    { dotnet build "$work/unpacked-linked/project" --nologo --no-restore || true; } | grep "CORO1001.*($place/docs/diagnostics/CORO1001.md)"
}
