using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>
/// Sets text in lines of a width: chooses fonts, resolves directions, shapes words, breaks the whole paragraph at its best
/// (<see cref="LineBreaker"/>) and places every line. Words wider than a line break between clusters. The same input gives the same
/// lines; the work grows linearly with the text.
/// </summary>
public static class ParagraphSetter
{
    /// <summary>
    /// What a paragraph reads as, and so what its lines' texts add up to but for the hyphens of divided words (U+00AD): hard breaks
    /// (\n, \r\n, \r, \v, \f, U+0085, U+2028, U+2029) and tabs are spaces, lone surrogates and noncharacters are U+FFFD; other
    /// controls, soft hyphens, marks of direction, U+200B, U+2060 and U+FEFF are left out.
    /// </summary>
    public static string Readable(string text) => SetText.Readable(text);

    /// <param name="width">Of the lines, in points.</param>
    /// <returns>No line for text that reads as nothing.</returns>
    public static IReadOnlyList<Line> Set(IReadOnlyList<Span> spans, ParagraphFormat format, double width, FontLibrary fonts)
    {
        if (spans is [var only] && PlainLine.TrySet(only, format, width, fonts) is { } line)
        {
            return [line];
        }

        var lines = new List<Line>();
        foreach (var text in SetText.Split(spans, format.Direction))
        {
            SetLines(text, format, width, fonts, lines);
        }

        return lines;
    }

    private static void SetLines(SetText text, ParagraphFormat format, double width, FontLibrary fonts, List<Line> lines)
    {
        var firstIndent = lines.Count == 0 ? format.FirstIndent : format.HangingIndent;
        var (first, others) = (width - firstIndent, width - format.HangingIndent);
        var divisions = new Divisions(text, format.Hyphenate);
        var pieces = PieceCutter.Cut(text, Itemizer.Itemize(text, fonts), divisions, Math.Min(first, others));
        var points = BreakPoints.Of(text, pieces, divisions);

        var builder = new LineBuilder(text, pieces, width, format.Alignment);
        var start = LineBreaker.Beginning;
        foreach (var chosen in Choose(points, WidthInside, first, others, format))
        {
            var end = points[chosen];
            lines.Add(builder.Build(start, end, lines.Count == 0 ? format.FirstIndent : format.HangingIndent, fill: chosen < points.Count - 1));
            start = end;
        }

        double WidthInside(BreakPoint from, BreakPoint to)
        {
            var piece = pieces[from.Piece];
            var word = piece.Item.Shape(text.Text.AsSpan(piece.Start + from.Within, to.Within - from.Within));
            return piece.Item.PointsOf(word) + piece.Item.HyphenWidth;
        }
    }

    private static List<int> Choose(List<BreakPoint> points, Func<BreakPoint, BreakPoint, double> widthInside, double first, double others, ParagraphFormat format)
    {
        if (points[^1].End <= first + LineBreaker.Tolerance)
        {
            return [points.Count - 1];
        }

        if (!format.Balance)
        {
            return new LineBreaker(points, widthInside, first, others, format.Alignment == Alignment.Justified).Break();
        }

        var narrower = NarrowestBy(points, widthInside, first, others);
        return new LineBreaker(points, widthInside, first - narrower, others - narrower, justified: false).Break();
    }

    /// <summary>How much narrower the lines could be without getting more of them.</summary>
    private static double NarrowestBy(List<BreakPoint> points, Func<BreakPoint, BreakPoint, double> widthInside, double first, double others)
    {
        var lines = LineBreaker.CountLines(points, widthInside, first, others);
        var (possible, tooMuch) = (0.0, Math.Min(first, others) * 0.9);
        for (var i = 0; i < 12; i++)
        {
            var middle = (possible + tooMuch) / 2;
            if (LineBreaker.CountLines(points, widthInside, first - middle, others - middle) <= lines)
            {
                possible = middle;
            }
            else
            {
                tooMuch = middle;
            }
        }

        return possible;
    }
}
