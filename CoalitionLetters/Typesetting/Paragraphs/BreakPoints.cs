namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>All places where the lines of a text may end, the last of them its end.</summary>
internal sealed class BreakPoints
{
    private readonly SetText text;
    private readonly IReadOnlyList<Piece> pieces;
    private readonly List<BreakPoint> points = [];

    private BreakPoints(SetText text, IReadOnlyList<Piece> pieces)
    {
        (this.text, this.pieces) = (text, pieces);
    }

    public static List<BreakPoint> Of(SetText text, IReadOnlyList<Piece> pieces)
    {
        var found = new BreakPoints(text, pieces);
        found.Walk();
        return found.points;
    }

    /// <summary>The hyphen that a line ends in when it is broken within this item.</summary>
    public static ShapedWord Hyphen(Item item) => WordCache.For(item.Font, item.Script, item.RightToLeft, item.Style.Language).Shape("-");

    private void Walk()
    {
        double width = 0, spaces = 0, visible = 0, visibleSpaces = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Before != Opportunity.None && i > 0)
            {
                var hyphen = piece.Before == Opportunity.Divide ? HyphenWidth(pieces[i - 1].Item) : 0;
                points.Add(new BreakPoint(i, 0, visible + hyphen, width, visibleSpaces, spaces, piece.Before));
            }

            if (!piece.IsSpace)
            {
                AddDivisions(i, width, spaces);
            }

            width += piece.Width;
            if (piece.IsSpace)
            {
                spaces += text.Text[piece.Start] == ' ' ? piece.Width : 0;
            }
            else
            {
                (visible, visibleSpaces) = (width, spaces);
            }
        }

        points.Add(new BreakPoint(pieces.Count, 0, visible, width, visibleSpaces, spaces, Opportunity.Free));
    }

    private void AddDivisions(int index, double width, double spaces)
    {
        var piece = pieces[index];
        foreach (var at in Divisions(index))
        {
            var first = PieceCutter.Shape(piece.Item, text.Text, piece.Start, at);
            var second = PieceCutter.Shape(piece.Item, text.Text, at, piece.End);
            var end = width + piece.Item.PointsOf(first) + HyphenWidth(piece.Item);
            var start = width + piece.Width - piece.Item.PointsOf(second);
            points.Add(new BreakPoint(index, at - piece.Start, end, start, spaces, spaces, Opportunity.Divide));
        }
    }

    private IEnumerable<int> Divisions(int index)
    {
        var piece = pieces[index];
        for (var at = piece.Start + 1; at < piece.End; at++)
        {
            if (text.Breaks[at] == Opportunity.Divide)
            {
                yield return at;
            }
        }
    }

    private static double HyphenWidth(Item item) => item.PointsOf(Hyphen(item));
}
