using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>Cuts itemized text into pieces, the words that are too wide for a line into smaller ones.</summary>
internal sealed class PieceCutter(SetText text, Divisions divisions, double narrowest)
{
    /// <summary>Nothing longer is shaped at once, whatever somebody pasted.</summary>
    private const int LongestPiece = 400;

    /// <summary>In points. A word is not cut where its column is exactly as wide: joined letters that are cut take more room.</summary>
    private const double Tolerance = 0.001;

    private readonly List<Piece> pieces = [];
    private double sinceOpportunity;

    public static List<Piece> Cut(SetText text, IReadOnlyList<Item> items, Divisions divisions, double narrowest)
    {
        var cutter = new PieceCutter(text, divisions, narrowest);
        foreach (var item in items)
        {
            cutter.CutItem(item);
        }

        return cutter.pieces;
    }

    private void CutItem(Item item)
    {
        for (int start = item.Start, end; start < item.End; start = end)
        {
            var isSpace = IsSpace(text.Text[start]);
            for (end = start + 1; end < item.End && IsSpace(text.Text[end]) == isSpace && !EndsPiece(end); end++)
            {
            }

            Add(item, start, end, isSpace, text.Breaks[start]);
        }
    }

    private bool EndsPiece(int at) => text.Breaks[at] is not (Opportunity.None or Opportunity.Divide);

    private void Add(Item item, int start, int end, bool isSpace, Opportunity before)
    {
        while (end - start > LongestPiece && !isSpace)
        {
            var cut = start;
            while (cut - start < LongestPiece && cut < end)
            {
                cut += Cluster.LengthOf(text.Text.AsSpan(cut, end - cut));
            }

            if (cut >= end)
            {
                break;
            }

            AddFitting(Make(item, start, cut, isSpace, before));
            (start, before) = (cut, Opportunity.Emergency);
        }

        AddFitting(Make(item, start, end, isSpace, before));
    }

    private Piece Make(Item item, int start, int end, bool isSpace, Opportunity before)
    {
        var word = item.Shape(text.Text.AsSpan(start, end - start));
        return new Piece(start, end, item, word, item.PointsOf(word), isSpace, before);
    }

    private void AddFitting(Piece piece)
    {
        pieces.Add(piece);
        sinceOpportunity = HoldsOn(piece) ? sinceOpportunity + piece.Width : piece.Width;
        if (!piece.IsSpace && sinceOpportunity > narrowest + Tolerance && !(sinceOpportunity == piece.Width && FitsWhenDivided(piece)))
        {
            CutSinceOpportunity();
            sinceOpportunity = pieces[^1].Width;
        }
    }

    /// <summary>Whether there may be no break before the piece, or only one with a hyphen, for which there may be no room.</summary>
    private static bool HoldsOn(in Piece piece) => piece.Before is Opportunity.None or Opportunity.Divide;

    private bool FitsWhenDivided(in Piece piece)
    {
        var start = piece.Start;
        foreach (var point in divisions.Of(piece).Append(piece.End))
        {
            if (piece.Item.PointsOf(piece.Item.Shape(text.Text.AsSpan(start, point - start))) + piece.Item.HyphenWidth > narrowest)
            {
                return false;
            }

            start = point;
        }

        return true;
    }

    /// <summary>Makes all that stands since the last opportunity breakable at borders of clusters.</summary>
    private void CutSinceOpportunity()
    {
        var from = pieces.Count - 1;
        while (from > 0 && HoldsOn(pieces[from]))
        {
            from--;
        }

        var tooWide = pieces[from..];
        pieces.RemoveRange(from, pieces.Count - from);
        foreach (var piece in tooWide)
        {
            var before = HoldsOn(piece) && pieces.Count > 0 && !piece.IsSpace ? Opportunity.Emergency : piece.Before;
            if (piece.IsSpace || piece.Item.IsMissing && piece.Length == 1)
            {
                pieces.Add(piece with { Before = before });
            }
            else
            {
                CutAtClusters(piece.Item, piece.Start, piece.End, before, JoinsLetters(piece.Item.Script) ? narrowest : narrowest / 12);
            }
        }
    }

    /// <summary>Letters that join or reorder stay together as far as they can; others are cut small, so that lines fill up.</summary>
    private static bool JoinsLetters(Script script) => script is not (Script.Latin or Script.Greek or Script.Cyrillic or Script.Common or Script.Han
        or Script.Hiragana or Script.Katakana or Script.Hangul or Script.Thai or Script.Lao or Script.Hebrew or Script.Georgian or Script.Armenian or Script.Ethiopic);

    private void CutAtClusters(Item item, int start, int end, Opportunity before, double wanted)
    {
        var advances = AdvanceOfEachUnit(item, start, end);
        for (int from = start, to; from < end; from = to)
        {
            var width = 0.0;
            var count = 0;
            for (to = from; to < end;)
            {
                var next = to + Cluster.LengthOf(text.Text.AsSpan(to, end - to));
                for (var i = to; i < next; i++)
                {
                    width += advances[i - start];
                }

                if (count > 0 && width > wanted)
                {
                    break;
                }

                (to, count) = (next, count + 1);
            }

            var piece = Make(item, from, to, isSpace: false, before);
            if (piece.Width > narrowest && count > 1)
            {
                CutAtClusters(item, from, to, before, wanted / 2);
            }
            else
            {
                pieces.Add(piece);
            }

            before = Opportunity.Emergency;
        }
    }

    private double[] AdvanceOfEachUnit(Item item, int start, int end)
    {
        var advances = new double[end - start];
        var word = item.Shape(text.Text.AsSpan(start, end - start));
        if (item.IsMissing)
        {
            Array.Fill(advances, item.PointsOf(word) / Math.Max(1, word.Clusters));
            return advances;
        }

        foreach (var glyph in word.Glyphs)
        {
            advances[Math.Clamp(glyph.Cluster, 0, advances.Length - 1)] += glyph.XAdvance * item.Style.Size / item.Font.UnitsPerEm;
        }

        return advances;
    }

    /// <summary>Spaces that may end a line; no-break and figure spaces may not.</summary>
    private static bool IsSpace(char unit) => unit is ' ' or '\u1680' or >= '\u2000' and <= '\u200A' and not '\u2007' or '\u205F' or '\u3000';
}
