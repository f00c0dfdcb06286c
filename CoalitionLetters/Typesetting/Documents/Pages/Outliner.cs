using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>Nests headings in the outline by their levels.</summary>
internal sealed class Outliner(OutlineEntry root)
{
    private const int LongestTitle = 200;

    private readonly OutlineEntry?[] last = new OutlineEntry?[7];

    public void Add(OutlinePlace place, PdfPage page, double top)
    {
        var parent = root;
        for (var level = 1; level < place.Level; level++)
        {
            parent = last[level] ?? parent;
        }

        last[place.Level] = parent.Add(Shortened(place.Title), LinkTarget.ToPage(page, Math.Max(0, top - 6)));
        Array.Clear(last, place.Level + 1, last.Length - place.Level - 1);
    }

    private static string Shortened(string title)
    {
        if (title.Length <= LongestTitle)
        {
            return title;
        }

        var end = title.LastIndexOf(' ', LongestTitle) is > LongestTitle / 2 and var space ? space : Cluster.BorderWithin(title, LongestTitle);
        return title[..end] + "…";
    }
}
