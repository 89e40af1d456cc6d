using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Reads from the #nullable directives above a method whether nullable annotations are on there.</summary>
internal static class NullableDirectives
{
    public static Annotations At(MethodDeclarationSyntax method)
    {
        var annotations = Annotations.AsProject;
        var root = method.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
            return annotations;
        for (var directive = root.GetFirstDirective(); directive?.SpanStart < method.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is NullableDirectiveTriviaSyntax { IsActive: true } nullable
                && !nullable.TargetToken.IsKind(SyntaxKind.WarningsKeyword))
            {
                annotations = nullable.SettingToken.Kind() switch
                {
                    SyntaxKind.EnableKeyword => Annotations.On,
                    SyntaxKind.DisableKeyword => Annotations.Off,
                    _ => Annotations.AsProject,
                };
            }
        }
        return annotations;
    }
}
