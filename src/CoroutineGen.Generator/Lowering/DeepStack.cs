using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Room to follow syntax down, however deep it is. The compiler itself goes along a sum of ten thousand terms, a chain of calls or of
/// else-ifs in a loop; the passes here are written as C# is, one method for each thing within another. Instead of turning
/// each of them inside out for what hardly anybody writes, a method that is nested that deeply is worked on by a thread with a stack of
/// its own.
/// </summary>
internal static class DeepStack
{
    /// <summary>Up to here any stack will do: four times what is found in usual code, a tenth of what fits in 1 MB.</summary>
    private const int Usual = 120;

    private const int BytesPerLevel = 8 * 1024;
    private const int Minimum = 16 * 1024 * 1024;
    private const int Maximum = 512 * 1024 * 1024;

    /// <summary>Does the work here, or where there is room for it.</summary>
    /// <exception cref="InsufficientExecutionStackException">There is not.</exception>
    public static T Run<T>(SyntaxNode syntax, Func<T> work)
    {
        int depth = DepthOf(syntax);
        return depth <= Usual ? work() : OnThread(work, (int)Math.Min(Maximum, Minimum + ((long)depth * BytesPerLevel)));
    }

    private static T OnThread<T>(Func<T> work, int stack)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Work, stack) { IsBackground = true, Name = "CoroutineGen" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;

        void Work()
        {
            try
            {
                result = work();
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        }
    }

    /// <summary>How many nodes are within each other: each node comes after the one that holds it.</summary>
    private static int DepthOf(SyntaxNode syntax)
    {
        int deepest = 0;
        var ends = new Stack<int>();
        foreach (var node in syntax.DescendantNodes())
        {
            var span = node.FullSpan;
            while (ends.Count > 0 && ends.Peek() < span.End)
                ends.Pop();
            ends.Push(span.End);
            deepest = Math.Max(deepest, ends.Count);
        }
        return deepest;
    }
}
