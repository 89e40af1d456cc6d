namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>A block with one of the kinds in it, in the midst of other statements.</summary>
    private void OfKind(Kind kind, int depth)
    {
        Open();
        switch (kind)
        {
            case Kind.Operators:
                UserOperators();
                break;
            case Kind.Conversions:
                UserConversions();
                break;
            case Kind.InPlaceOperators:
                InPlaceOperators();
                break;
            case Kind.Labels:
                Labels(depth);
                break;
            case Kind.RawStrings:
                RawStrings();
                break;
            case Kind.TypeParameters:
                TypeParameters();
                break;
            case Kind.AnonymousTypes:
                AnonymousTypes(depth);
                break;
            case Kind.ConditionalAssignments:
                ConditionalAssignments();
                break;
            case Kind.Rethrows:
                Rethrow(depth);
                break;
            case Kind.CapturedPatterns:
                CapturedPatterns();
                break;
            case Kind.CapturedHeaders:
                CapturedHeaders();
                break;
            case Kind.Keywords:
                Keywords(depth);
                break;
            case Kind.Clashes:
                Clashes(depth);
                break;
            default:
                OfOtherKind(kind, depth);
                break;
        }
        Close();
    }

    private void OfOtherKind(Kind kind, int depth)
    {
        switch (kind)
        {
            case Kind.Indexes:
                Indexes();
                break;
            case Kind.InlineArrays:
                InlineArrays();
                break;
            case Kind.CallerTexts:
                CallerTexts();
                break;
            case Kind.NaturalTypes:
                NaturalTypes();
                break;
            case Kind.NestedInitializers:
                NestedInitializers();
                break;
            case Kind.Receivers:
                Receivers();
                break;
            case Kind.ListPatterns:
                ListPatterns();
                break;
            case Kind.Additions:
                Additions();
                break;
            case Kind.Elements:
                Elements();
                break;
            case Kind.LateBound:
                LateBound();
                break;
            case Kind.BrokenYields:
                BrokenYields();
                break;
            case Kind.SwitchExpressions:
                SwitchExpressions();
                break;
            case Kind.RecordCopies:
                RecordCopies();
                break;
            case Kind.CallerLines:
                CallerLines();
                break;
            case Kind.GenericLocks:
                GenericLocks(depth);
                break;
            default:
                SpansBetweenJumps();
                break;
        }
    }

    private void See(string value) => Line($"{Host}L({Place()}, {value});");

    private void SeeText(string value) => Line($"{Host}S({Place()}, {value});");

    /// <summary>A name that no other variable of the body has.</summary>
    private string Own(string stem) => stem + _names++;
}
