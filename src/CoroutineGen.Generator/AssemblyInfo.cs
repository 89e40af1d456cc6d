using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("CoroutineGen.Generator.Tests")]
