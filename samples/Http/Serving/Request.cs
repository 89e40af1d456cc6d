using Http.Parsing;

namespace Http.Serving;

/// <summary>A whole request.</summary>
sealed record Request(Head Head, byte[] Body, Fields Trailers);

/// <summary>What is answered.</summary>
sealed record Response(int Status, string Text);
