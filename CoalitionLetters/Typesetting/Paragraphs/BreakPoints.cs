namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>All places where the lines of a text may end, the last of them its end.</summary>
internal sealed class BreakPoints
{
    private readonly SetText text;
    private readonly IReadOnlyList<Piece> pieces;
    private readonly Divisions divisions;
    private readonly List<BreakPoint> points = [];

    private BreakPoints(SetText text, IReadOnlyList<Piece> pieces, Divisions divisions)
    {
        (this.text, this.pieces, this.divisions) = (text, pieces, divisions);
    }

    public static List<BreakPoint> Of(SetText text, IReadOnlyList<Piece> pieces, Divisions divisions)
    {
        var found = new BreakPoints(text, pieces, divisions);
        found.Walk();
        return found.points;
    }

    private void Walk()
    {
        double width = 0, spaces = 0, visible = 0, visibleSpaces = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Before != Opportunity.None && i > 0)
            {
                var hyphen = piece.Before == Opportunity.Divide ? pieces[i - 1].Item.HyphenWidth : 0;
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
        foreach (var at in divisions.Of(piece))
        {
            var first = piece.Item.Shape(text.Text.AsSpan(piece.Start, at - piece.Start));
            var second = piece.Item.Shape(text.Text.AsSpan(at, piece.End - at));
            var end = width + piece.Item.PointsOf(first) + piece.Item.HyphenWidth;
            var start = width + piece.Width - piece.Item.PointsOf(second);
            points.Add(new BreakPoint(index, at - piece.Start, end, start, spaces, spaces, Opportunity.Divide));
        }
    }
}
