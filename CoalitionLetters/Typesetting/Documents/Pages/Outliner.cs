using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>Nests headings in the outline by their levels.</summary>
internal sealed class Outliner(OutlineEntry root)
{
    private readonly OutlineEntry?[] last = new OutlineEntry?[7];

    public void Add(OutlinePlace place, PdfPage page, double top)
    {
        var parent = root;
        for (var level = 1; level < place.Level; level++)
        {
            parent = last[level] ?? parent;
        }

        last[place.Level] = parent.Add(place.Title, LinkTarget.ToPage(page, Math.Max(0, top - 6)));
        Array.Clear(last, place.Level + 1, last.Length - place.Level - 1);
    }
}
