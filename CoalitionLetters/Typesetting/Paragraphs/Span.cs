namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>Text in one style.</summary>
/// <param name="Tag">What the caller wants to find again on the fragments: a link, a note's mark.</param>
public sealed record Span(string Text, TextStyle Style, object? Tag = null);
