using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>A part of a document, described by the fluent calls on <see cref="Stack"/>.</summary>
internal abstract class Block
{
    /// <summary>Sets the block for a width. Called once for each place it is to be drawn in, lazily and in reading order.</summary>
    public abstract IEnumerable<Slice> Slices(Frame frame);

    /// <summary>The width of its longest word, and the width it would take on one line, in points.</summary>
    public virtual (double Least, double Natural) Widths(Sheet sheet) => (36, 144);

    /// <summary>Whether it shows nothing.</summary>
    public virtual bool IsBlank => false;

    /// <summary>Whether its text runs to the left, so that a mark before it stands at its right.</summary>
    public virtual bool RunsToTheLeft => false;
}

/// <summary>Where a block stands: its room and its place in the structure.</summary>
/// <param name="Left">Points from the left edge of the page's text or of the column.</param>
/// <param name="Parent">None for what belongs to the page, such as a repeated head.</param>
/// <param name="Section">The innermost section whose heading is repeated.</param>
/// <param name="Scale">Of type sizes; less than 1 in tables that would not fit.</param>
/// <param name="ListDepth">How many lists it stands in.</param>
/// <param name="IsInRow">A row or a note stays together, so columns in it stand one below the other.</param>
/// <param name="IsInColumn">Columns do not cut rows where they end, as pages do.</param>
internal readonly record struct Frame(
    Sheet Sheet, double Left, double Width, Role? Parent, Repeated? Section = null, double Scale = 1, int ListDepth = 0, bool IsInRow = false, bool IsInColumn = false)
{
    /// <summary>A new place in the structure under this one's.</summary>
    public Role? Role(StructureType type, Action<StructureElement>? describe = null) => Parent is null ? null : new Role(type, Parent, describe);

    /// <summary>A new place under this one's for text that is in one language.</summary>
    /// <param name="language">None where it is the one around it, or there are several.</param>
    public Role? Role(StructureType type, string? language) => Role(type, language is null ? null : e => e.Language = language);

    /// <summary>The same place, further in from both sides; what remains is never too narrow for a word.</summary>
    public Frame Indented(double left, double right = 0)
    {
        var room = Math.Max(0, Width - 72);
        var shift = Math.Min(left, room);
        return this with { Left = Left + shift, Width = Width - shift - Math.Min(right, room - shift) };
    }
}
