using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>CORO1xxx: what is wrong with the declaration of a coroutine method. Each message gives the cause, then the repair.</summary>
internal static class DeclarationDiagnostics
{
    private const string Category = "CoroutineGen";

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        DiagnosticIds.ContainingTypeNotPartial, "The containing type is not partial",
        "The coroutine of '{0}' is written into '{1}', which is not partial; declare it 'partial {2} {1}'",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.ContainingTypeNotPartial),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor NoYieldParameter = new(
        DiagnosticIds.NoYieldParameter, "A coroutine needs a yield parameter",
        "'{0}' has no parameter to yield through; "
            + "add one of type Yield<TYield>, Yield<TYield, TSend> or Receive<TSend>, by convention called 'yield'",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.NoYieldParameter),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor SeveralYieldParameters = new(
        DiagnosticIds.SeveralYieldParameters, "A coroutine has one yield parameter",
        "'{0}' is a second yield parameter of '{1}', and a coroutine yields through one; remove it",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.SeveralYieldParameters),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor YieldParameterForm = new(
        DiagnosticIds.YieldParameterForm, "The yield parameter is a plain parameter",
        "The yield parameter '{0}' is left out of the generated overload, so it cannot be {1}; make it a plain parameter",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.YieldParameterForm),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor AsyncMethod = new(
        DiagnosticIds.AsyncMethod, "An async coroutine awaits its yields",
        "'{0}' is async, and '{1}' waits for nobody; take {2} and await each yield, or remove 'async'",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.AsyncMethod),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor AsyncYieldOfPlainMethod = new(
        DiagnosticIds.AsyncYieldOfPlainMethod, "What is awaited needs an async method",
        "'{0}' is not async, and what '{1}' gives has to be awaited; declare it 'async', or take {2}",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.AsyncYieldOfPlainMethod),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor AsyncVoid = new(
        DiagnosticIds.AsyncVoid, "An async coroutine returns a task",
        "'{0}' is async void, so that nobody could be told how it ends; let it return a Task or a ValueTask",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.AsyncVoid),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor AsyncIterator = new(
        DiagnosticIds.AsyncIterator, "An async coroutine is not an iterator",
        "'{0}' is a C# async iterator because of this statement; write '{1}' with the yield parameter instead",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.AsyncIterator),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor SeveralTokens = new(
        DiagnosticIds.SeveralTokens, "No telling which token an enumeration cancels",
        "'{0}' has several parameters of type CancellationToken; "
            + "mark the one that 'WithCancellation' is to reach with [EnumeratorCancellation]",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.SeveralTokens),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor AsyncFork = new(
        DiagnosticIds.AsyncFork, "An asynchronous coroutine that is declared forkable",
        "'{0}' is asynchronous, and such coroutines cannot be forked: remove Forkable, or yield what is to be awaited to who runs it",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.AsyncFork),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor HiddenResult = new(
        DiagnosticIds.HiddenResult, "The result of an async coroutine must be written out",
        "The generated class of '{0}' is written from its text, and '{1}' does not say what is returned; write '{2}'",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.HiddenResult),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor IteratorMethod = new(
        DiagnosticIds.IteratorMethod, "A coroutine is not an iterator",
        "'{0}' is a C# iterator because of this statement; write '{1}' with the yield parameter instead",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.IteratorMethod),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor RefReturn = new(
        DiagnosticIds.RefReturn, "A coroutine returns by value",
        "'{0}' returns by reference, and a result is kept until it is asked for, which a reference cannot be; return the value",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.RefReturn),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor RefParameter = new(
        DiagnosticIds.RefParameter, "A coroutine takes its parameters by value",
        "Parameter '{0}' is passed by '{1}', and the reference would be gone when the coroutine is resumed; "
            + "pass it by value, or pass an object that holds it",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.RefParameter),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor UnstorableParameter = new(
        DiagnosticIds.UnstorableParameter, "A parameter cannot be kept",
        "Parameter '{0}' has the type '{1}', which can only live on the stack and would be gone when the coroutine is resumed; "
            + "take {2} instead",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.UnstorableParameter),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor NoBody = new(
        DiagnosticIds.NoBody, "A coroutine needs a body",
        "'{0}' has no body to make a coroutine from; give it one, or put the attribute on the method that has it",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.NoBody),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor MutableStruct = new(
        DiagnosticIds.MutableStruct, "A coroutine of a struct works on a copy",
        "The coroutine of '{0}' keeps a copy of the struct '{1}', so that what it assigns to 'this' would be lost; "
            + "declare the method readonly, or static",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.MutableStruct),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor RefStructHost = new(
        DiagnosticIds.RefStructHost, "A coroutine cannot keep a ref struct",
        "The coroutine of '{0}' would have to keep '{1}', a ref struct, which can only live on the stack; declare the method static",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.RefStructHost),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor FileLocalType = new(
        DiagnosticIds.FileLocalType, "A file-local type has no other part",
        "The coroutine of '{0}' is written into another file, where the file-local type '{1}' cannot be reached; remove 'file' from it",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.FileLocalType),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor VariantInterface = new(
        DiagnosticIds.VariantInterface, "A variant interface cannot contain a class",
        "The coroutine of '{0}' is a class nested in '{1}', "
            + "which C# does not allow while a type parameter of it is 'in' or 'out'; remove the variance, or move the method",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.VariantInterface),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor VirtualMethod = new(
        DiagnosticIds.VirtualMethod, "A coroutine is not virtual",
        "'{0}' is {1}, and its generated overload would not follow overrides; {2}",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.VirtualMethod),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor Reimplemented = new(
        DiagnosticIds.Reimplemented, "A coroutine of an interface is implemented again",
        "'{0}' implements the coroutine '{1}' again, and the generated overload of that would not follow; "
            + "declare '{1}' sealed, and beside it a method that returns a coroutine, which this one can implement",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.Reimplemented),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor ExplicitImplementation = new(
        DiagnosticIds.ExplicitImplementation, "An explicit implementation cannot be overloaded",
        "'{0}' implements an interface explicitly, so it has no overload without the yield parameter; "
            + "call a coroutine of another name from it",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.ExplicitImplementation),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor ClassNameTaken = new(
        DiagnosticIds.ClassNameTaken, "The name of the generated class is taken",
        "The class of '{0}' would be called '{1}', and '{2}' already has {3} of that name; name it with [Coroutine(ClassName = \"...\")]",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.ClassNameTaken),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor FactoryTaken = new(
        DiagnosticIds.FactoryTaken, "The generated overload exists already",
        "'{1}' already has a method '{0}' with the parameters that are left without the yield parameter{2}; {3}",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.FactoryTaken),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor ClassNameForm = new(
        DiagnosticIds.ClassNameForm, "ClassName is not a plain name",
        "ClassName is read from the text of the program, and {0}; write an identifier in quotes, such as ClassName = \"{1}\"",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.ClassNameForm),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor PrimedOneWay = new(
        DiagnosticIds.PrimedOneWay, "A one-way coroutine is not primed",
        "'{0}' receives nothing, so there is nothing to prime it for, and foreach would miss its first value; remove Primed",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.PrimedOneWay),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor NotAMethod = new(
        DiagnosticIds.NotAMethod, "A coroutine is a method of a type",
        "[Coroutine] on {0} does nothing, because no overload can be generated for it; make it a method of a partial type",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.NotAMethod),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        DiagnosticIds.LanguageVersion, "The language version is too old",
        "The coroutine of '{0}' is generated as C# 9, and this project is compiled as C# {1}; set <LangVersion>9</LangVersion> or later",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.LanguageVersion),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor TypeParameterName = new(
        DiagnosticIds.TypeParameterName, "A type parameter has the name of a member",
        "The class of '{0}' has the type parameters of the method, and a member '{1}' of its own; rename the type parameter",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.TypeParameterName),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor FlagForm = new(
        DiagnosticIds.FlagForm, "A flag is neither true nor false",
        "{0} is read from the text of the program, and this expression would have to be evaluated; write true or false",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.FlagForm),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor WrittenByGenerator = new(
        DiagnosticIds.WrittenByGenerator, "Another generator writes this coroutine",
        "'{0}' stands in a file that another generator makes, and generators do not see each other's files; "
            + "move it to a file of your own, such as the code-behind of a Razor page",
        Category, DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.WrittenByGenerator),
        DescriptorFactory.Always);
}
