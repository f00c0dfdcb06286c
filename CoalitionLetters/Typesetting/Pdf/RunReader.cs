using System.Buffers;
using System.Text;
using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Finds what a run shows and what each glyph of it says, in reading order. A glyph that takes no room, such as a letter's mark, is shown as one with the glyph it
/// stands on (<see cref="PieceWriter"/>), since readers that go by places part a word where the next glyph does not begin at the last one's end. If several glyphs that
/// take room show a text together, or if the run stands for other text than it shows, the stretch needs an ActualText. It is used for run after run and keeps its buffers.
/// </summary>
internal sealed class RunReader
{
    private const string SoftHyphen = "\u00AD";

    /// <summary>Of which ligatures are made.</summary>
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>So many marks in a row are shown as one with their letter; more stand alone.</summary>
    private const int MostOnOne = 64;

    private readonly List<Stretch> pieces = [];
    private readonly List<Stretch> stretches = [];
    private readonly PieceWriter writer = new();
    private double[] places = new double[64];
    private FontUse font = null!;
    private GlyphRun run = null!;
    private string actualText = "";
    private TextChange change;
    private bool arePlain;

    public IReadOnlyList<Stretch> Stretches => stretches;

    /// <summary>What stretches are made of.</summary>
    public IReadOnlyList<ShownGlyph> Shown => writer.Shown;

    /// <summary>Of the whole run, in font units.</summary>
    public double Width { get; private set; }

    /// <summary>The run's text is followed by a space that has no glyph.</summary>
    public bool EndsWithUnseenSpace { get; private set; }

    /// <summary>The place in the run's glyphs, which stand in visual order, of the glyph that is read at this place.</summary>
    private int VisualOf(int glyph) => run.RightToLeft ? run.Glyphs.Length - 1 - glyph : glyph;

    public void Read(FontUse use, GlyphRun glyphRun, string meant)
    {
        (font, run, actualText, arePlain) = (use, glyphRun, meant, true);
        pieces.Clear();
        if (places.Length < run.Glyphs.Length)
        {
            places = new double[2 * run.Glyphs.Length];
        }

        EndsWithUnseenSpace = meant.Length == run.Text.Length + 1 && meant[^1] == ' ' && meant.StartsWith(run.Text, StringComparison.Ordinal);
        change = EndsWithUnseenSpace ? default : TextChange.Between(run.Text, meant);

        for (var glyph = 0; glyph < run.Glyphs.Length;)
        {
            glyph = ReadCluster(glyph);
        }

        PlaceGlyphs();
        ShowPieces();
        JoinPieces();
    }

    /// <summary>What a stretch stands for. A hyphen that only a line's end has is a soft one (ISO 32000-1, 14.8.2.2.3).</summary>
    public ReadOnlySpan<char> ActualTextOf(Stretch stretch)
    {
        var from = change.ToActual(stretch.From, isEnd: false);
        var to = change.ToActual(stretch.To, isEnd: true);
        return from == to && run.Text.AsSpan(stretch.From, stretch.To - stretch.From) is "-" or "\u2010" ? SoftHyphen : actualText.AsSpan(from, to - from);
    }

    private void PlaceGlyphs()
    {
        var unitsPerPoint = run.Font.UnitsPerEm / run.Size;
        var place = 0.0;
        for (var at = 0; at < run.Glyphs.Length; at++)
        {
            places[at] = place - (run.RightToLeft && IsNonJoiner(run.Glyphs[at]) ? run.Font.UnitsPerEm / 50.0 : 0);
            place += run.Glyphs[at].XAdvance;
            if (run.EndsCluster(at))
            {
                place += (run.LetterSpacing + (run.IsSpace(at) ? run.WordSpacing : 0)) * unitsPerPoint;
            }
        }

        Width = place;
    }

    /// <summary>What keeps letters apart and is not seen stands a little before its place, so that readers that go by places take it neither before nor with the letter it follows.</summary>
    private bool IsNonJoiner(ShapedGlyph glyph) => glyph.XAdvance == 0 && run.Text[glyph.Cluster] == '\u200C';

    private ShapedGlyph GlyphAt(int glyph) => run.Glyphs[VisualOf(glyph)];

    /// <returns>The first glyph of the next cluster.</returns>
    private int ReadCluster(int first)
    {
        var from = first == 0 ? 0 : GlyphAt(first).Cluster;
        var end = first + 1;
        while (end < run.Glyphs.Length && GlyphAt(end).Cluster == GlyphAt(first).Cluster)
        {
            end++;
        }

        var to = end < run.Glyphs.Length ? GlyphAt(end).Cluster : run.Text.Length;
        if (end == first + 1)
        {
            Add(first, from, to);
        }
        else if (run.RightToLeft || !TryShareOut(first, end, from, to))
        {
            AddTogether(first, end, from, to);
        }

        return end;
    }

    /// <summary>Takes apart what glyphs at a cluster's beginning and end say by themselves, as a letter's marks do. Not where text runs to the left:
    /// there readers that go by places take a mark for the next letter's.</summary>
    private bool TryShareOut(int first, int end, int from, int to)
    {
        var (head, headText) = (first, from);
        while (head < end && headText < to && ShowsItself(head, headText, out var length))
        {
            head++;
            headText += length;
        }

        var (tail, tailText) = (end, to);
        while (tail > head && tailText > headText && ShowsItself(tail - 1, Previous(tailText), out var length))
        {
            tail--;
            tailText -= length;
        }

        if ((head == tail) != (headText == tailText))
        {
            return false;
        }

        AddEach(first, head, from);
        if (head < tail)
        {
            AddTogether(head, tail, headText, tailText);
        }

        AddEach(tail, end, tailText);
        return true;
    }

    private bool ShowsItself(int glyph, int at, out int length)
    {
        Rune.DecodeFromUtf16(run.Text.AsSpan(at), out var character, out length);
        return font.Font.GlyphFor(character.Value) == GlyphAt(glyph).Id;
    }

    private int Previous(int at) => at >= 2 && char.IsSurrogatePair(run.Text[at - 2], run.Text[at - 1]) ? at - 2 : at - 1;

    private void AddEach(int first, int end, int from)
    {
        for (var glyph = first; glyph < end; glyph++)
        {
            Rune.DecodeFromUtf16(run.Text.AsSpan(from), out _, out var length);
            Add(glyph, from, from + length);
            from += length;
        }
    }

    private void AddTogether(int first, int end, int from, int to)
    {
        var wide = 0;
        for (var glyph = first; glyph < end; glyph++)
        {
            wide += GlyphAt(glyph).XAdvance != 0 ? 1 : 0;
        }

        var standsOnLast = wide == 0 && !run.RightToLeft && pieces.Count > 0 && first - pieces[^1].First < MostOnOne;
        if (standsOnLast)
        {
            var last = pieces[^1];
            pieces[^1] = last with { End = end, To = to, IsPlain = last.IsPlain && AreEnough(last.From, to) };
            arePlain &= pieces[^1].IsPlain;
        }
        else
        {
            AddPiece(new Stretch(first, end, from, to, wide <= 1 && AreEnough(from, to)));
        }
    }

    private void Add(int glyph, int from, int to) => AddTogether(glyph, glyph + 1, from, to);

    /// <summary>Whether a glyph's code may tell its text alone. Some readers share a glyph's width out among its characters and then part the word behind a letter with two marks.</summary>
    private bool AreEnough(int from, int to) =>
        !change.Touches(from, to) && to - from <= FontWriter.LongestText && (run.RightToLeft || to - from < 3 || !run.Text.AsSpan(from, to - from).ContainsAnyExcept(Letters));

    private void ShowPieces()
    {
        writer.Begin(font, run);
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            for (var glyph = piece.First; glyph < piece.End; glyph++)
            {
                writer.Add(GlyphAt(glyph), places[VisualOf(glyph)]);
            }

            var first = writer.Shown.Count;
            writer.Show(run.Text.AsSpan(piece.From, piece.To - piece.From), isLast: at == pieces.Count - 1);
            pieces[at] = piece with { First = first, End = writer.Shown.Count };
        }
    }

    private void AddPiece(Stretch piece)
    {
        arePlain &= piece.IsPlain;
        pieces.Add(piece);
    }

    /// <summary>Joins pieces as far as may be. To the right, a word is taken whole, since a reader that gets half of it from the glyphs and half from an
    /// ActualText may put the halves in the wrong order. To the left, each cluster stands alone, since readers that turn the letters
    /// of such text round would turn those of an ActualText too.</summary>
    private void JoinPieces()
    {
        stretches.Clear();
        if (arePlain && pieces.Count > 0)
        {
            stretches.Add(Joined(0, pieces.Count, isPlain: true));
            return;
        }

        for (var at = 0; at < pieces.Count;)
        {
            var end = at + 1;
            while (end < pieces.Count && (run.RightToLeft ? AreChangedTogether(end) : !StartsWord(pieces[end].From)))
            {
                end++;
            }

            JoinWord(at, end);
            at = end;
        }
    }

    private void JoinWord(int at, int end)
    {
        var firstNotPlain = pieces.FindIndex(at, end - at, piece => !piece.IsPlain);
        if (firstNotPlain < 0)
        {
            AddPlain(at, end);
        }
        else if (firstNotPlain == end - 1 && change.IsRemoval && pieces[firstNotPlain] is var hyphen && change.Start <= hyphen.From && change.End >= hyphen.To)
        {
            AddPlain(at, firstNotPlain);
            stretches.Add(hyphen);
        }
        else
        {
            stretches.Add(Joined(at, end, isPlain: false));
        }
    }

    private void AddPlain(int at, int end)
    {
        if (at == end)
        {
            return;
        }

        var joined = Joined(at, end, isPlain: true);
        if (stretches.Count > 0 && stretches[^1].IsPlain)
        {
            stretches[^1] = stretches[^1] with { End = joined.End, To = joined.To };
        }
        else
        {
            stretches.Add(joined);
        }
    }

    private Stretch Joined(int at, int end, bool isPlain) => new(pieces[at].First, pieces[end - 1].End, pieces[at].From, pieces[end - 1].To, isPlain);

    private bool AreChangedTogether(int piece) =>
        change.Touches(pieces[piece].From, pieces[piece].To) && change.Touches(pieces[piece - 1].From, pieces[piece - 1].To);

    /// <summary>True after a space and at one.</summary>
    private bool StartsWord(int from) => from == 0 || run.Text[from] == ' ' || run.Text[from - 1] == ' ';

    /// <summary>Glyphs that are read one after the other, and the part of the run's text that they show.</summary>
    /// <param name="First">Among those of the run, then among those that are shown.</param>
    /// <param name="IsPlain">The glyphs' codes alone say what they stand for.</param>
    public readonly record struct Stretch(int First, int End, int From, int To, bool IsPlain);
}
