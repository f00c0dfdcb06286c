using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>Makes the fragments of one line: pieces of one item joined, a hyphen where a word is divided, all put into visual order.</summary>
internal sealed class LineBuilder(SetText text, IReadOnlyList<Piece> pieces, double width, Alignment alignment)
{
    private readonly List<LinePart> parts = [];

    private bool RightToLeft => (text.BaseLevel & 1) == 1;

    /// <param name="indent">At the line's start side, or at the left where all lines are flush left.</param>
    /// <param name="fill">Whether a justified line is stretched, as all are but the last; it is shrunk in any case.</param>
    public Line Build(BreakPoint start, BreakPoint end, double indent, bool fill)
    {
        parts.Clear();
        Collect(start, end);

        var room = width - indent;
        var visible = parts.Sum(part => part.Visible);
        var spacing = alignment == Alignment.Justified && (fill || visible > room) ? SpacingToFill(room, visible) : 0;
        visible += spacing * parts.Sum(part => part.Spaces);

        var x = (RightToLeft && alignment != Alignment.Left ? 0 : indent) + (room - visible) * Shift();
        var hanging = parts.Sum(part => part.Hanging + part.HangingSpaces * spacing);
        var fragments = Fragments(RightToLeft ? x - hanging : x, spacing);
        return new Line(x, visible, Ascent(), Descent(), fragments);
    }

    private void Collect(BreakPoint start, BreakPoint end)
    {
        var last = end.Within > 0 ? end.Piece : end.Piece - 1;
        var hangingFrom = end.Within > 0 ? end.Piece + 1 : end.Piece;
        while (hangingFrom > start.Piece && pieces[hangingFrom - 1].IsSpace)
        {
            hangingFrom--;
        }

        for (var i = start.Piece; i <= last; i++)
        {
            var piece = pieces[i];
            var from = i == start.Piece ? piece.Start + start.Within : piece.Start;
            var to = i == end.Piece ? piece.Start + end.Within : piece.End;
            var word = from == piece.Start && to == piece.End ? piece.Word : piece.Item.Shape(text.Text.AsSpan(from, to - from));
            var level = i >= hangingFrom ? text.BaseLevel : piece.Item.Level;
            if (parts is not [.., var part] || part.Item != piece.Item || part.Level != level)
            {
                parts.Add(part = new LinePart(piece.Item, from, level));
            }

            part.Add(word, text.Text.AsSpan(from, to - from), piece.Item.PointsOf(word), piece.IsSpace, i >= hangingFrom);
        }

        if (end.Kind == Opportunity.Divide && parts.Count > 0)
        {
            parts.Add(LinePart.Hyphen(parts[^1]));
        }
    }

    /// <summary>Extra width of each space; none where the line would fall apart.</summary>
    private double SpacingToFill(double room, double visible)
    {
        var spaces = parts.Sum(part => part.Spaces);
        return spaces == 0 || visible < room * 0.6 ? 0 : (room - visible) / spaces;
    }

    private double Shift() => alignment switch
    {
        Alignment.Left => 0,
        Alignment.Right => 1,
        Alignment.Center => 0.5,
        _ => RightToLeft ? 1 : 0,
    };

    private Fragment[] Fragments(double x, double spacing)
    {
        var fragments = new Fragment[parts.Count];
        var order = parts.Count == 1 ? [0] : Bidi.VisualOrder(parts.Select(part => part.Level).ToArray());
        for (var i = 0; i < order.Length; i++)
        {
            var part = parts[order[i]];
            fragments[i] = part.ToFragment(text.Text, x, spacing, order[i]);
            x += part.Visible + part.Hanging + (part.Spaces + part.HangingSpaces) * spacing;
        }

        return fragments;
    }

    private double Ascent() => parts.Max(part => part.Item.Font.Ascent * part.Item.Style.Size / part.Item.Font.UnitsPerEm + part.Item.Style.Rise);

    private double Descent() => parts.Max(part => -part.Item.Font.Descent * part.Item.Style.Size / part.Item.Font.UnitsPerEm - part.Item.Style.Rise);
}
