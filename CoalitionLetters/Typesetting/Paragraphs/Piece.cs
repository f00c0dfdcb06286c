namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>
/// What lines are made of: a word, or the part of one between two opportunities, or spaces. Shaped on its own, so that pieces on
/// one line add up exactly.
/// </summary>
/// <param name="Before">The opportunity to break before this piece.</param>
/// <param name="Width">In points.</param>
/// <param name="IsSpace">It hangs at the end of a line.</param>
internal readonly record struct Piece(int Start, int End, Item Item, ShapedWord Word, double Width, bool IsSpace, Opportunity Before)
{
    public int Length => End - Start;
}

/// <summary>A place where a line may end.</summary>
/// <param name="Piece">The next line begins with this piece, or within it.</param>
/// <param name="Within">UTF-16 units of that piece which stay on the line before; 0 at a piece's border.</param>
/// <param name="End">How far the text reaches when the line ends here, without the spaces before and with a hyphen where one is due.</param>
/// <param name="Start">How far it reaches where the next line begins, so that a line is its end less its start.</param>
/// <param name="EndSpaces">As End, but of the width of spaces that may be stretched.</param>
/// <param name="StartSpaces">As Start, but of the width of spaces that may be stretched.</param>
internal readonly record struct BreakPoint(int Piece, int Within, double End, double Start, double EndSpaces, double StartSpaces, Opportunity Kind);
