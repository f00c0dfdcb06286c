using CoalitionLetters.Tests.Support;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.HarfBuzz;
using CoalitionLetters.Typesetting.Paragraphs;

namespace CoalitionLetters.Tests.Typesetting.Paragraphs;

/// <summary>Sets text with the shipped fonts, eleven points of Libertinus Serif unless said otherwise.</summary>
internal static class Setting
{
    public const string Letter =
        "We, the undersigned organizations, represent millions of people in every state who depend on clean water, safe housing, and "
        + "dependable public transit. We write to urge the Committee to reject any proposal that would cut funding for these well-established "
        + "programs—and to strengthen them instead.";

    static Setting() => HarfBuzzShaper.ReadModuleFrom(Path.Combine(RepositoryFiles.Root, "assets", "harfbuzz", "harfbuzz.wasm"));

    public static FontLibrary Fonts { get; } = new(Path.Combine(RepositoryFiles.Root, "assets", "fonts"));

    public static TextStyle Roman { get; } = new() { Family = "Libertinus Serif", Size = 11 };

    public static IReadOnlyList<Line> Set(string text, double width, ParagraphFormat? format = null) =>
        Set([new Span(text, Roman)], width, format);

    public static IReadOnlyList<Line> Set(IReadOnlyList<Span> spans, double width, ParagraphFormat? format = null) =>
        ParagraphSetter.Set(spans, format ?? new ParagraphFormat(), width, Fonts);

    /// <summary>The lines with a bar between them.</summary>
    public static string Broken(IReadOnlyList<Line> lines) => string.Join("|", lines.Select(line => line.Text));
}
