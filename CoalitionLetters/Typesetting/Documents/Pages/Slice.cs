using CoalitionLetters.Typesetting.Documents.Footnotes;

namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>A piece of a document that no page border may cut: some lines, a row, a picture. Blocks become slices, pages are filled with them.</summary>
internal abstract class Slice
{
    /// <summary>Points from the left edge of the page's text or of the column.</summary>
    public double Left { get; init; }

    public double Height { get; init; }

    /// <summary>How much of it must stand on the page on which it begins: all, unless it may be cut.</summary>
    public virtual double StartHeight => Height;

    public double SpaceBefore { get; set; }

    public double SpaceAfter { get; set; }

    /// <summary>No page or column ends after it.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>The innermost section with a heading that comes again on the next page or column.</summary>
    public Repeated? Section { get; set; }

    /// <summary>The entry of the outline that leads to it.</summary>
    public OutlinePlace? Outline { get; set; }

    /// <summary>Bullets and numbers that stand before its first line.</summary>
    public List<Label>? Labels { get; private set; }

    /// <summary>The notes that its text calls.</summary>
    public virtual IReadOnlyList<Footnote> Notes => [];

    /// <summary>Points from its top to its first baseline.</summary>
    public virtual double FirstBaseline => 0;

    public void AddLabel(Label label) => (Labels ??= []).Insert(0, label);

    /// <param name="x">The left edge of the page's text or of the column.</param>
    public void Draw(PageCanvas canvas, double x, double top)
    {
        if (Labels is not null)
        {
            foreach (var label in Labels)
            {
                canvas.Show(label.Line, label.Role, x + label.Left, top + FirstBaseline);
            }
        }

        DrawContent(canvas, x + Left, top);
        if (Outline is not null)
        {
            canvas.AddToOutline(Outline, top);
        }
    }

    protected abstract void DrawContent(PageCanvas canvas, double x, double top);
}

/// <summary>A heading as the outline shows it, of level 1 to 6.</summary>
internal sealed record OutlinePlace(string Title, int Level);

/// <summary>A heading, or a table's head, that stands again at the top of each page or column over which its section runs.</summary>
internal sealed class Repeated(Repeated? outer, Func<double, IReadOnlyList<Slice>> again)
{
    private (double Width, IReadOnlyList<Slice> Slices)? made;

    public Repeated? Outer { get; } = outer;

    /// <summary>The slice the section begins with, before which nothing is repeated.</summary>
    public Slice? First { get; set; }

    /// <summary>What stands at the top; it is no part of the structure, which has the heading already.</summary>
    public IReadOnlyList<Slice> Again(double width)
    {
        if (made is not { } last || last.Width != width)
        {
            made = last = (width, again(width));
        }

        return last.Slices;
    }

    /// <summary>The slices to repeat before a slice at the top, from the outermost section inwards.</summary>
    /// <param name="within">Sections from this one outwards repeat elsewhere.</param>
    public static List<Slice> Before(Slice slice, Repeated? within, double width)
    {
        var slices = new List<Slice>();
        for (var section = slice.Section; section is not null && section != within; section = section.Outer)
        {
            if (section.First != slice)
            {
                slices.InsertRange(0, section.Again(width));
            }
        }

        return slices;
    }
}
