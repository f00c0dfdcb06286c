using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Paragraphs;

namespace CoalitionLetters.FinalLetters;

/// <summary>How a letter looks: all its text styles. Lengths are points.</summary>
public sealed partial class Typography
{
    /// <summary>The family that letters are set in unless they name another.</summary>
    public const string Shipped = "Libertinus Serif";

    private readonly TextStyle text;

    /// <param name="language">A BCP 47 tag, for hyphenation and glyph variants.</param>
    /// <param name="justify">Lines of the body, its quotes and notes are as wide as the page.</param>
    /// <param name="accent">Of letterheads and the headings of the list; none: navy.</param>
    public Typography(string language, bool justify = false, bool hyphenate = false, string family = Shipped, Color? accent = null)
    {
        Accent = accent ?? Navy;
        text = new TextStyle { Family = family, Size = 11.5, Language = language };
        var prose = new ParagraphFormat { Hyphenate = hyphenate };
        prose = justify ? prose with { Alignment = Alignment.Justified } : prose;
        Body = new BlockStyle(text, 15) { SpaceAfter = 8, Format = prose };
        Item = Body with { SpaceAfter = 4 };
        Formal = Body with { Format = new ParagraphFormat { HangingIndent = 12 } };
        DateLine = Formal with { SpaceAfter = 14 };
        Recipient = Body with { KeepTogether = true, SpaceAfter = 12, Format = new ParagraphFormat() };
        Salutation = Formal with { SpaceBefore = 6, SpaceAfter = 10, KeepWithNext = true };
        Closing = Formal with { SpaceBefore = 10, SpaceAfter = 12 };
        Re = Bold(11.5, 15) with { SpaceBefore = 12, SpaceAfter = 12 };
        Heading = Bold(13, 17) with { SpaceBefore = 14, SpaceAfter = 4, Format = new ParagraphFormat { Balance = true } };
        Subheading = Bold(11.5, 15) with { SpaceBefore = 10, SpaceAfter = 3, Format = new ParagraphFormat { Balance = true } };
        Title = Bold(15, 19) with { SpaceBefore = 16, SpaceAfter = 5, Format = new ParagraphFormat { Balance = true } };
        Minor = Subheading with { Text = text with { Bold = true, Italic = true } };
        Least = Subheading with { Text = text with { Italic = true } };
        Lowest = Subheading with { Text = text with { Size = 10.5, Italic = true } };
        Quote = new BlockStyle(text with { Size = 11 }, 14.5) { SpaceBefore = 9, SpaceAfter = 9, Format = prose };
        Note = new BlockStyle(text with { Size = 9.2 }, 11.6) { SpaceAfter = 2, Format = prose };
        Cell = new BlockStyle(text with { Size = 10 }, 12.6);
        CellHead = Cell with { Text = Cell.Text with { Bold = true } };
        Small = new BlockStyle(text with { Size = 9.4, Color = Quiet }, 12) { SpaceAfter = 2 };
        Identification = Small with { KeepWithNext = true, SpaceAfter = 5 };
        Fine = new BlockStyle(text with { Size = 9.4 }, 12.2) { SpaceAfter = 3, KeepTogether = true };
        Margin = new BlockStyle(text with { Size = 9.2, Color = Quiet }, 12);

        LetterheadName = new BlockStyle(text with { Size = 19, Bold = true, Color = Accent }, 23) { Format = Centered };
        LetterheadShared = LetterheadName with { Text = LetterheadName.Text with { Size = 12.5 }, Leading = 15 };
        Office = new BlockStyle(text with { Size = 12.5, Italic = true, Color = Accent }, 16) { Format = Centered };
        Address = new BlockStyle(text with { Size = 9.4, Color = Quiet }, 12.4) { Format = Centered };

        Signatories = Heading with { SpaceBefore = 18 };
        ListSection = new BlockStyle(text with { Size = 11.5, Bold = true, Color = Accent }, 15) { SpaceBefore = 12, SpaceAfter = 5 };

        // Under 15 points from line to line a reader of plain text (Poppler) takes a column for one piece; over that it takes the places of
        // neighboring columns that stand on the same rows for a table, and reads them across.
        ListPlace = new BlockStyle(text with { Size = 10, Bold = true }, 12.6) { SpaceBefore = 2.4, SpaceAfter = 1.4 };
        Name = new BlockStyle(text with { Size = 10 }, 12.3)
        {
            SpaceAfter = 1.4,
            KeepTogether = true,
            Format = new ParagraphFormat { HangingIndent = 10, Alignment = Alignment.Left },
        };

        // Name and office stand below each other, whichever way their letters run.
        Signer = new BlockStyle(text with { Bold = true }, 14.5) { KeepTogether = true, Format = FlushLeft };
        SignerTitle = new BlockStyle(text with { Size = 11 }, 14) { KeepTogether = true, Format = FlushLeft };
    }

    public static Color Navy { get; } = Color.FromHex("1D3557");

    public static Color Quiet { get; } = Color.FromHex("4A4A4A");

    public Color Accent { get; }

    public BlockStyle Body { get; }

    /// <summary>A list's items stand closer than paragraphs.</summary>
    public BlockStyle Item { get; }

    /// <summary>Date, recipients, salutation and the like: short lines, whose rare second line is set in.</summary>
    public BlockStyle Formal { get; }

    /// <summary>The date, and how the letter is delivered.</summary>
    public BlockStyle DateLine { get; }

    public BlockStyle Recipient { get; }

    public BlockStyle Salutation { get; }

    public BlockStyle Closing { get; }

    /// <summary>The subject; its further lines stand under the words of the first.</summary>
    public BlockStyle Re { get; }

    /// <summary>Of the whole body; most letters have none beside their subject.</summary>
    public BlockStyle Title { get; }

    public BlockStyle Heading { get; }

    public BlockStyle Subheading { get; }

    public BlockStyle Minor { get; }

    public BlockStyle Least { get; }

    public BlockStyle Lowest { get; }

    public BlockStyle Quote { get; }

    public BlockStyle Note { get; }

    public BlockStyle Cell { get; }

    public BlockStyle CellHead { get; }

    public BlockStyle Small { get; }

    /// <summary>That individuals' affiliations are for identification only.</summary>
    public BlockStyle Identification { get; }

    /// <summary>cc, enclosures and contact.</summary>
    public BlockStyle Fine { get; }

    public BlockStyle Margin { get; }

    public BlockStyle LetterheadName { get; }

    /// <summary>Several lead organizations share a letterhead.</summary>
    public BlockStyle LetterheadShared { get; }

    public BlockStyle Office { get; }

    public BlockStyle Address { get; }

    public BlockStyle Signatories { get; }

    public BlockStyle ListSection { get; }

    public BlockStyle ListPlace { get; }

    public BlockStyle Name { get; }

    public BlockStyle Signer { get; }

    public BlockStyle SignerTitle { get; }

    private static ParagraphFormat FlushLeft => new() { Alignment = Alignment.Left };

    private static ParagraphFormat Centered => new() { Alignment = Alignment.Center };

    public StyleSheet Sheet(SheetWords words) => new()
    {
        Body = Body,
        Headings = [Heading, Heading, Subheading, Minor, Least, Lowest],
        Quote = Quote,
        Note = Note,
        Cell = Cell,
        CellHead = CellHead,
        Margin = Margin,
        Words = words,
    };

    private BlockStyle Bold(double size, double leading) => new(text with { Size = size, Bold = true }, leading);
}
