using CoalitionLetters.Typesetting.Paragraphs;

namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>A bullet or number of a list's item, or of a note.</summary>
/// <param name="Left">Points from the left edge of the page's text or of the column.</param>
internal sealed record Label(Line Line, Role? Role, double Left);
