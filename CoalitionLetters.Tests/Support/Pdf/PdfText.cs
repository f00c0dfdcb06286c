using System.Text;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>The text of a PDF, for tests of what was written.</summary>
public static class PdfText
{
    private static readonly HashSet<string> Inline = ["Span", "Link", "Reference", "Lbl", "Quote", "Code", "Em", "Strong", "Annot"];

    /// <summary>All text, artifacts too, in the order of the content streams, a line for each run that begins in other marked content, a form feed after each page.</summary>
    public static string Of(byte[] pdf)
    {
        var file = PdfDocument.Read(pdf);
        var text = new StringBuilder();
        foreach (var page in file.Pages)
        {
            foreach (var line in Lines(PageReading.Of(file, page)))
            {
                text.Append(line).Append('\n');
            }

            text.Append('\f');
        }

        return text.ToString();
    }

    /// <summary>The structure tree: a line for each block with its type and its text, inset by its depth; what is inline is part of its block's text.</summary>
    public static string Structure(byte[] pdf)
    {
        var text = new StringBuilder();
        foreach (var node in StructureReading.Of(PdfDocument.Read(pdf)).All.Where(node => !Inline.Contains(node.Type)))
        {
            text.Append(' ', 2 * (node.Ancestors.Count() - 1)).Append(node.Type);
            var own = string.Concat(node.Kids.Select(kid => kid.Text ?? (Inline.Contains(kid.Node!.Type) ? kid.Node.Text : "")));
            text.Append(own.Length > 0 ? $" “{own}”\n" : "\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(PageReading page)
    {
        var shown = page.Pieces.Where(piece => piece.Font is not null).ToList();
        for (var at = 0; at < shown.Count;)
        {
            var first = shown[at];
            var line = new StringBuilder();
            MarkedContent? replaced = null;
            for (; at < shown.Count && BelongsWith(first, shown[at]); at++)
            {
                var replacement = shown[at].Replacement;
                line.Append(replacement is null ? shown[at].Text : ReferenceEquals(replacement, replaced) ? "" : replacement.ActualText);
                replaced = replacement;
            }

            yield return line.ToString();
        }
    }

    private static bool BelongsWith(ContentPiece first, ContentPiece other) => ReferenceEquals(first.Marks.FirstOrDefault(), other.Marks.FirstOrDefault());
}
