using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Pdf;

public sealed class RunTests
{
    private static readonly Lazy<FontFile> Hebrew = new(() => ADocument.Font("noto-sans-hebrew/NotoSansHebrew_400Regular.ttf"));

    [Fact]
    public void Text_that_runs_to_the_left_is_written_as_it_is_read()
    {
        var pdf = Write(RightToLeft("שלום עולם"));

        Assert.Equal("שלום עולם\n\f", PdfText.Of(pdf));
        Assert.Contains("\"שלום עולם\"", PdfTools.RunOn(pdf, "pdfinfo", ["-struct-text", "-enc", "UTF-8"]));
        Assert.Contains("שלום עולם", PdfTools.RunOn(pdf, "pdftotext", ["-enc", "UTF-8"], "-"));
    }

    [Fact]
    public void A_space_at_the_end_of_a_line_that_runs_to_the_left_is_kept()
    {
        var pdf = Write(RightToLeft("שלום"), "שלום ");

        Assert.Equal("שלום \n\f", PdfText.Of(pdf));
    }

    [Fact]
    public void A_glyph_that_takes_no_room_is_one_with_the_glyph_it_stands_on()
    {
        var font = ADocument.Run("x").Font;
        var dot = font.GlyphFor('.');
        var run = new GlyphRun(font, 12, "ab", [Glyph(font, 'a', 0), new ShapedGlyph(dot, 0, 0, -200, 300), Glyph(font, 'b', 1)], false, 0, 0);

        var pdf = Write(run);

        Assert.Equal("P “ab”\n", Lines(pdf)[1]);
        Assert.Equal(2, Codes(pdf).Count);
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void A_word_whose_glyphs_cannot_share_its_text_says_it_as_a_whole()
    {
        var font = ADocument.Run("x").Font;
        var run = new GlyphRun(font, 12, "x ab y", [Glyph(font, 'x', 0), Glyph(font, ' ', 1), Glyph(font, 'b', 2), Glyph(font, 'a', 2), Glyph(font, ' ', 4), Glyph(font, 'y', 5)], false, 0, 0);

        var pdf = Write(run);

        Assert.Equal("P “x ab y”\n", Lines(pdf)[1]);
        Assert.Equal(["ab"], Pieces(pdf).Select(piece => piece.Replacement?.ActualText).OfType<string>());
        Assert.Equal("x ab y", string.Concat(Pieces(pdf).Select(piece => piece.Text)));
    }

    [Fact]
    public void A_letter_says_its_mark_too()
    {
        var font = ADocument.Run("x").Font;
        var run = new GlyphRun(font, 12, "x\u0302y", [Glyph(font, 'x', 0), new ShapedGlyph(font.GlyphFor(0x302), 0, 0, 0, 0), Glyph(font, 'y', 2)], false, 0, 0);

        var pdf = Write(run);

        Assert.Equal("P “x\u0302y”\n", Lines(pdf)[1]);
        Assert.Equal(["x\u0302y"], Pieces(pdf).Select(piece => piece.Text));
        Assert.Equal(3, Codes(pdf).Count);
    }

    [Fact]
    public void A_letter_with_two_marks_is_read_with_its_word()
    {
        var font = ADocument.Run("x").Font;
        var mark = new ShapedGlyph(font.GlyphFor(0x302), 1, 0, 0, 0);
        var run = new GlyphRun(font, 12, "ax\u0302\u0302y", [Glyph(font, 'a', 0), Glyph(font, 'x', 1), mark, mark, Glyph(font, 'y', 4)], false, 0, 0);

        var pdf = Write(run);

        Assert.Equal("P “ax\u0302\u0302y”\n", Lines(pdf)[1]);
        Assert.Equal(["ax\u0302\u0302y"], Pieces(pdf).Select(piece => piece.Replacement?.ActualText));
    }

    [Fact]
    public void Thousands_of_marks_on_one_letter_do_not_spoil_what_other_codes_say()
    {
        var font = ADocument.Run("x").Font;
        var text = "x" + new string('\u0302', 3000);
        var mark = new ShapedGlyph(font.GlyphFor(0x302), 0, 0, 0, 0);

        var pdf = Write(new GlyphRun(font, 12, text + "y", [Glyph(font, 'x', 0), .. Enumerable.Repeat(mark, 60), Glyph(font, 'y', 3001)], false, 0, 0));

        var file = PdfDocument.Read(pdf);
        var maps = file.All.Where(value => file.Name(value, "Subtype") == "Type0").Select(value => System.Text.Encoding.ASCII.GetString(file.Dictionary(value, "ToUnicode")!.Data!)).ToList();
        Assert.NotEmpty(maps);
        Assert.All(maps, map => Assert.DoesNotMatch("<[0-9A-F]{245,}>", map));
        Assert.Equal($"P “{text}y”\n", Lines(pdf)[1]);
    }

    [Fact]
    public void A_ligature_says_all_its_letters()
    {
        var font = ADocument.Run("x").Font;
        var run = new GlyphRun(font, 12, "office", [Glyph(font, 'o', 0), Glyph(font, 'x', 1), Glyph(font, 'c', 4), Glyph(font, 'e', 5)], false, 0, 0);

        Assert.Equal("office\n\f", PdfText.Of(Write(run)));
    }

    /// <summary>A letter and its marks, a vowel around its consonant, a letter and its dots are one glyph, so that a reader that knows no ActualText gets their characters and nothing else.</summary>
    [Theory]
    [InlineData("noto-sans-tamil/NotoSansTamil_400Regular.ttf", Script.Tamil, "தொழிலாளர் கூட்டமைப்பு")]
    [InlineData("noto-sans-bengali/NotoSansBengali_400Regular.ttf", Script.Bengali, "শ্রমিক ভোট জোট")]
    [InlineData("noto-sans-malayalam/NotoSansMalayalam_400Regular.ttf", Script.Malayalam, "തൊഴിലാളി യൂണിയൻ")]
    [InlineData("noto-sans-sinhala/NotoSansSinhala_400Regular.ttf", Script.Sinhala, "කොළඹ පෝෂණ")]
    [InlineData("noto-sans-devanagari/NotoSansDevanagari_400Regular.ttf", Script.Devanagari, "राष्ट्रीय श्रमिक संघ")]
    [InlineData("noto-sans-thai/NotoSansThai_400Regular.ttf", Script.Thai, "ที่ปรึกษาปู่ฎีกาญู")]
    [InlineData("noto-sans-khmer/NotoSansKhmer_400Regular.ttf", Script.Khmer, "មជ្ឈមណ្ឌលសិទ្ធិមនុស្សកម្ពុជា")]
    [InlineData("noto-sans-myanmar/NotoSansMyanmar_400Regular.ttf", Script.Myanmar, "ဒုက္ခသည်များကူညီရေးအဖွဲ့")]
    [InlineData("noto-sans-arabic/NotoSansArabic_400Regular.ttf", Script.Arabic, "جمعية الصداقة العربية الأمريكية")]
    [InlineData("noto-sans-arabic/NotoSansArabic_400Regular.ttf", Script.Arabic, "مُنَظَّمَةُ السَّلَام")]
    [InlineData("noto-sans-hebrew/NotoSansHebrew_400Regular.ttf", Script.Hebrew, "שָׁלוֹם עַל יִשְׂרָאֵל")]
    public void What_is_drawn_on_a_letter_and_around_it_is_whole_for_every_reader(string file, Script script, string name)
    {
        var font = ADocument.Font(file);
        var toTheLeft = script is Script.Arabic or Script.Hebrew;

        var pdf = Write(new GlyphRun(font, 12, name, Shaper.Shape(font, name, script, toTheLeft, "en"), toTheLeft, 0, 0));

        Assert.Equal($"P “{name}”\n", Lines(pdf)[1]);
        Assert.Equal(name, string.Concat(Pieces(pdf).Select(piece => piece.Text)));
        var words = PdfTools.RunOn(pdf, "pdfinfo", ["-struct-text", "-enc", "UTF-8"]).Where(c => c != '"' && !char.IsWhiteSpace(c));
        Assert.EndsWith(name.Replace(" ", "", StringComparison.Ordinal), string.Concat(words), StringComparison.Ordinal);
        Assert.Contains(name.Normalize(), PdfTools.RunOn(pdf, "pdftotext", ["-enc", "UTF-8"], "-").Normalize(), StringComparison.Ordinal);
        Assert.Empty(Conformance.Check(pdf));
    }

    [Theory]
    [InlineData("the end", "the end ", "the end ")]
    [InlineData("coali-", "coali", "coali\u00AD")]
    [InlineData("word", "Word", "Word")]
    [InlineData("a b c", "a (b) c", "a (b) c")]
    [InlineData("shown", "", "")]
    [InlineData("x", "before x", "before x")]
    public void A_run_stands_for_the_text_that_it_is_given(string shown, string meant, string read)
    {
        Assert.Equal(read, PdfText.Of(Write(ADocument.Run(shown), meant)).TrimEnd('\f').Replace("\n", ""));
    }

    [Fact]
    public void Any_text_that_goes_in_comes_out()
    {
        var letters = Gen.Elements("abcdefiAVT .,-()\\<>[]/%“”’–éñßΩж\u00A0".ToCharArray());

        Prop.ForAll(letters.NonEmptyListOf().Select(list => string.Concat(list)).ToArbitrary(), text => PdfText.Of(Write(ADocument.Run(text))) == text + "\n\f")
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Spacing_moves_glyphs_as_far_as_the_run_is_wide()
    {
        var plain = ADocument.Run("two words");
        var spaced = plain with { WordSpacing = 5, LetterSpacing = 1 };

        var moved = Moves(Write(spaced)) - Moves(Write(plain));

        Assert.Equal((spaced.Width - plain.Width - 1) * 1000 / spaced.Size, -moved, tolerance: 1.0);
    }

    private static GlyphRun RightToLeft(string text)
    {
        ShapedGlyph[] glyphs = [.. text.Select((letter, index) => Glyph(Hebrew.Value, letter, index)).Reverse()];
        return new GlyphRun(Hebrew.Value, 12, text, glyphs, true, 0, 0);
    }

    private static ShapedGlyph Glyph(FontFile font, char letter, int cluster) => new(font.GlyphFor(letter), cluster, font.AdvanceOf(font.GlyphFor(letter)), 0, 0);

    private static byte[] Write(GlyphRun run, string? actualText = null)
    {
        var file = ADocument.Empty();
        var page = file.AddPage(612, 792);
        page.Begin(file.Root.Add(StructureType.Paragraph));
        page.Show(run, 72, 72, Color.Black, actualText);
        page.End();
        return file.ToBytes();
    }

    private static string[] Lines(byte[] pdf) => [.. PdfText.Structure(pdf).Split("\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart() + "\n")];

    private static IReadOnlyList<ContentPiece> Pieces(byte[] pdf)
    {
        var file = PdfDocument.Read(pdf);
        return PageReading.Of(file, file.Pages[0]).Pieces;
    }

    private static List<int> Codes(byte[] pdf) => [.. Pieces(pdf).SelectMany(piece => piece.Codes)];

    /// <summary>The sum of all moves between glyphs, in thousandths of an em to the left.</summary>
    private static double Moves(byte[] pdf)
    {
        var file = PdfDocument.Read(pdf);
        var syntax = new PdfSyntax(file.Dictionary(file.Pages[0], "Contents")!.Data!);
        var moves = 0.0;
        while (!syntax.IsAtEnd)
        {
            moves += syntax.Read() is List<object?> shown ? shown.OfType<double>().Sum() : 0;
        }

        return moves;
    }
}
