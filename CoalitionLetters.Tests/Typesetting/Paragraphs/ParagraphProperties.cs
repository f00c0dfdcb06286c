using System.Globalization;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Unicode;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static CoalitionLetters.Tests.Typesetting.Paragraphs.Setting;

namespace CoalitionLetters.Tests.Typesetting.Paragraphs;

/// <summary>What holds for any text at all, in any format.</summary>
public class ParagraphProperties
{
    private static readonly string[] Bits =
    [
        "a", "b", "river", "Trust", "fi", "AV", "1", "2030", " ", " ", " ", "  ", ", ", ".", "-", "—", "–", "/", "(", ")", "“", "”", "¡", "&", "@",
        "https://", "www.", "example.org/", "é", "e\u0301", "q\u0323\u0301", "Ж", "мир", "λόγος", "東", "京", "、", "か", "한", "글", "\u00A0", "\u2003", "\u2011",
        "عر", "بي", "שלום", "ไทย", "เมือง", "हिन्दी", "🙂", "\U0001F1E6\U0001F1E8", "𝐀",
    ];

    private static readonly string[] OddBits = ["\n", "\r\n", "\t", "\u00AD", "\u200B", "\u2060", "\uFEFF", "\u202E", "\u202C", "\u2067", "\u2069", "\u0007", "\uD800", "\uDC00", "\u200D", "\u200C"];

    private static readonly Gen<ParagraphFormat> Formats =
        from alignment in Gen.Elements(Enum.GetValues<Alignment>())
        from direction in Gen.Elements(Enum.GetValues<BaseDirection>())
        from hyphenate in Gen.Elements(true, false)
        from balance in Gen.Elements(true, false)
        from first in Gen.Choose(0, 15)
        from hanging in Gen.Choose(0, 15)
        select new ParagraphFormat
        {
            Alignment = alignment, Direction = direction, Hyphenate = hyphenate, Balance = balance, FirstIndent = first, HangingIndent = hanging,
        };

    private static readonly Gen<TextStyle> Styles =
        from bold in Gen.Elements(true, false)
        from size in Gen.Choose(6, 20)
        from spacing in Gen.Elements(0, 0, 0, 1)
        select Roman with { Bold = bold, Size = size, LetterSpacing = spacing };

    [Fact]
    public void Lines_say_what_the_text_says_and_fit_and_stand_side_by_side()
    {
        Check(SpansOf(Gen.Elements(Bits.Concat(OddBits).ToArray())), sample =>
        {
            var lines = Set(sample.Spans, sample.Width, sample.Format);

            var text = string.Concat(sample.Spans.Select(span => span.Text));
            Assert.Equal(ParagraphSetter.Readable(text), string.Concat(lines.Select(line => line.Text)).Replace("\u00AD", "", StringComparison.Ordinal));
            for (var i = 0; i < lines.Count; i++)
            {
                Assert.NotEmpty(lines[i].Fragments);
                AssertFits(lines[i], sample.Width - (i == 0 ? sample.Format.FirstIndent : sample.Format.HangingIndent));
                AssertSideBySide(lines[i]);
            }
        });
    }

    [Fact]
    public void The_same_text_gives_the_same_lines()
    {
        Check(SpansOf(Gen.Elements(Bits.Concat(OddBits).ToArray())), sample =>
        {
            var once = Set(sample.Spans, sample.Width, sample.Format);
            var again = Set(sample.Spans, sample.Width, sample.Format);

            Assert.Equal(once.Select(line => (line.X, line.Width, line.Ascent, line.Descent, line.Text)), again.Select(line => (line.X, line.Width, line.Ascent, line.Descent, line.Text)));
            Assert.Equal(once.SelectMany(line => line.Fragments).SelectMany(fragment => fragment.Run.Glyphs), again.SelectMany(line => line.Fragments).SelectMany(fragment => fragment.Run.Glyphs));
        });
    }

    [Fact]
    public void Lines_break_at_opportunities_or_within_what_is_too_wide()
    {
        var plain = from text in TextOf(Gen.Elements(Bits)) from width in Gen.Choose(40, 200) select (Text: text, Width: (double)width);

        Prop.ForAll(plain.ToArbitrary(), sample =>
        {
            var breaks = LineBreaks.Of(sample.Text);
            var at = 0;
            foreach (var line in Set(sample.Text, sample.Width).SkipLast(1))
            {
                at += line.Text.Length;
                if (breaks[at] == LineBreak.None)
                {
                    var start = Array.FindLastIndex(breaks, at, found => found != LineBreak.None);
                    var end = Array.FindIndex(breaks, at, found => found != LineBreak.None);
                    var word = sample.Text[(sample.Text.LastIndexOf(' ', at - 1) + 1)..];
                    var isAddressOrThai = word.Split(' ')[0].Any(unit => unit is '/' or '.' or '@' or '-' or >= '\u0E00' and <= '\u0E7F');
                    Assert.True(isAddressOrThai || Set(sample.Text[Math.Max(0, start)..end], 1e6).Sum(whole => whole.Width) > sample.Width, $"{line.Text}¦ in {sample.Text}");
                }
            }
        }).Check(Quick);
    }

    [Fact]
    public void Reordering_is_a_permutation()
    {
        var levels = Gen.Choose(0, 125).Select(level => (byte)level).ArrayOf();

        Prop.ForAll(levels.ToArbitrary(), all => Bidi.VisualOrder(all).Order().SequenceEqual(Enumerable.Range(0, all.Length))).Check(Quick);
    }

    private static Config Quick => Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_261_121, 17);

    private static Gen<string> TextOf(Gen<string> bits) => bits.ArrayOf().Select(string.Concat);

    private static Gen<(Span[] Spans, ParagraphFormat Format, double Width)> SpansOf(Gen<string> bits) =>
        // The full stop keeps the halves of two broken pairs from meeting when spans are read as one text.
        from spans in (from text in TextOf(bits) from style in Styles select new Span(text + ".", style)).NonEmptyListOf()
        from format in Formats
        from width in Gen.Choose(20, 300)
        select (spans.Take(3).ToArray(), format, (double)width);

    private static void Check(Gen<(Span[] Spans, ParagraphFormat Format, double Width)> samples, Action<(Span[] Spans, ParagraphFormat Format, double Width)> holds) =>
        Prop.ForAll(samples.ToArbitrary(), holds).Check(Quick);

    private static void AssertFits(Line line, double room)
    {
        var isOneCluster = new StringInfo(line.Text.Trim().Replace("\u00AD", "", StringComparison.Ordinal)).LengthInTextElements <= 1;
        Assert.True(isOneCluster || line.Width <= room + 0.001, $"{line.Width} > {room}: {line.Text}");
    }

    private static void AssertSideBySide(Line line)
    {
        for (var i = 1; i < line.Fragments.Count; i++)
        {
            Assert.Equal(line.Fragments[i - 1].X + line.Fragments[i - 1].Run.Width, line.Fragments[i].X, 3);
        }

        Assert.Equal(Enumerable.Range(0, line.Fragments.Count), line.InReadingOrder.Select(fragment => fragment.ReadingIndex));
        Assert.Equal(line.Width, line.Fragments.Sum(fragment => fragment.Width), 3);
        Assert.All(line.Fragments, fragment => Assert.All(fragment.Run.Glyphs, glyph => Assert.InRange(glyph.Cluster, 0, fragment.Run.Text.Length - 1)));
    }
}
