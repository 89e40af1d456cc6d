using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Forking;

internal static class KeptClosures
{
    public static void Check(List<Suspend> points, FlowGraph flow, VariableMap variables, LoweringContext context) { }
}

internal static class SharedWrites
{
    public static void Check(List<Suspend> points, FlowGraph flow, VariableMap variables, LoweringContext context) { }
}
