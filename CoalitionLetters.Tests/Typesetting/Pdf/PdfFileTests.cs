using System.Globalization;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Tests.Typesetting.Images;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Shaping;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Pdf;

public sealed class PdfFileTests
{
    [Fact]
    public void Other_programs_find_the_file_sound_and_tagged()
    {
        var pdf = ADocument.Rich().ToBytes();

        Assert.Contains("No syntax or stream encoding errors", PdfTools.RunOn(pdf, "qpdf", ["--check"]));
        var info = PdfTools.RunOn(pdf, "pdfinfo", []);
        Assert.Matches("Tagged: +yes", info);
        Assert.Matches("Title: +Clean water for all", info);
        Assert.Matches("CreationDate: +Sat Nov 21 12:00:00 2026", info);
        Assert.Matches(@"LibertinusSerif-Regular +CID TrueType +Identity-H +yes yes yes", PdfTools.RunOn(pdf, "pdffonts", []));
        Assert.Contains("signatories.csv", PdfTools.RunOn(pdf, "pdfdetach", ["-list"]));
    }

    [Fact]
    public void The_attached_file_comes_out_as_it_went_in()
    {
        var target = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

        PdfTools.RunOn(ADocument.Rich().ToBytes(), "pdfdetach", ["-save", "1", "-o", target]);

        Assert.Equal("name\nRiver Trust\n", File.ReadAllText(target));
        File.Delete(target);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes_in_any_culture()
    {
        var first = ADocument.Rich().ToBytes();
        var culture = CultureInfo.CurrentCulture;

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        var second = ADocument.Rich().ToBytes();
        CultureInfo.CurrentCulture = culture;

        Assert.Equal(first, second);
    }

    [Fact]
    public void A_file_may_be_written_twice()
    {
        var file = ADocument.Rich();

        Assert.Equal(file.ToBytes(), file.ToBytes());
    }

    [Fact]
    public void A_page_is_written_on_however_many_have_followed_it()
    {
        var file = new PdfFile(ADocument.Rich().Info);
        for (var number = 1; number <= 40; number++)
        {
            ADocument.Show(file.AddPage(612, 792), file.Root.Add(StructureType.Paragraph), $"Page {number}", 72, 80);
        }

        var rested = file.Pages[0].Content.IsResting;
        ADocument.Show(file.Pages[0], file.Root.Add(StructureType.Paragraph), "goes on", 72, 100);

        Assert.True(rested);
        Assert.False(file.Pages[0].Content.IsResting || file.Pages[39].Content.IsResting);
        Assert.Equal(["Page 1 goes on", "Page 2"], PdfText.Of(file.ToBytes()).Split('\f').Take(2).Select(page => string.Join(' ', page.Split('\n', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(file.ToBytes(), file.ToBytes());
    }

    [Fact]
    public void Pictures_with_the_same_profile_share_it()
    {
        var other = APicture.Profile("RGB ");
        other[64] = 1;
        var file = new PdfFile(ADocument.Rich().Info);
        var (page, figure) = (file.AddPage(612, 792), file.Root.Add(StructureType.Figure));
        figure.Alternative = "Three dots";
        page.Begin(figure);
        foreach (var profile in new[] { APicture.Profile("RGB "), APicture.Profile("RGB "), other })
        {
            page.Draw(Picture.Read(APicture.Png(1, 1, 8, 2, new byte[4], more: ("iCCP", [.. "name\0\0"u8, .. APicture.Deflate(profile)])), "dot"), new Area(72, 72, 9, 9));
        }

        page.End();

        var spaces = PdfDocument.Read(file.ToBytes()).Values.OfType<List<object?>>().Where(space => space is [PdfName { Value: "ICCBased" }, ..]).Select(space => space[1]);
        Assert.Equal(2, spaces.Distinct().Count());
    }

    [Fact]
    public void Notes_are_read_where_they_are_called_though_they_stand_at_the_foot()
    {
        var structure = PdfText.Structure(ADocument.Rich().ToBytes());

        Assert.Contains("P “We ask what the report at river.example1 asks.”\n    Note “1 Published in May.”", structure);
    }

    [Fact]
    public void A_space_that_a_line_ends_with_is_kept_between_its_words()
    {
        var file = ADocument.Empty();
        var page = file.AddPage(612, 792);
        page.Begin(file.Root.Add(StructureType.Paragraph));
        page.Show(ADocument.Run("The first line"), 72, 72, Color.Black, "The first line ");
        page.Show(ADocument.Run("and the second."), 72, 88, Color.Black);
        page.End();

        var pdf = file.ToBytes();

        Assert.Contains("P “The first line and the second.”", PdfText.Structure(pdf));
        Assert.Contains("The first line and the second.", PdfTools.RunOn(pdf, "pdfinfo", ["-struct-text"]));
    }

    [Fact]
    public void A_hyphen_at_a_lines_end_is_a_soft_one()
    {
        var file = ADocument.Empty();
        var page = file.AddPage(612, 792);
        page.Begin(file.Root.Add(StructureType.Paragraph));
        page.Show(ADocument.Run("a coali-"), 72, 72, Color.Black, "a coali");
        page.Show(ADocument.Run("tion"), 72, 88, Color.Black);
        page.End();

        var pdf = file.ToBytes();

        Assert.Contains("P “a coali\u00ADtion”", PdfText.Structure(pdf));
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void A_glyph_that_serves_two_characters_says_each()
    {
        var pdf = ADocument.Of("10\u00A0km 10 km non\u2011breaking non-breaking").ToBytes();

        Assert.Contains("10\u00A0km 10 km non\u2011breaking non-breaking", PdfText.Of(pdf));
    }

    [Fact]
    public void Text_that_no_glyph_shows_is_named()
    {
        var font = ADocument.Run("x").Font;
        var run = new GlyphRun(font, 12, "x漢", [new ShapedGlyph(font.GlyphFor('x'), 0, 500, 0, 0), new ShapedGlyph(0, 1, 500, 0, 0)], false, 0, 0);
        var file = ADocument.Empty();
        var page = file.AddPage(612, 792);
        page.Begin(file.Root.Add(StructureType.Paragraph));

        var refusal = Assert.Throws<TypesettingException>(() => page.Show(run, 72, 72, Color.Black));

        Assert.Contains("no glyph for “漢” in “x漢”", refusal.Message);
    }

    [Fact]
    public void Drawing_belongs_to_something()
    {
        var page = ADocument.Empty().AddPage(612, 792);

        Assert.Throws<InvalidOperationException>(() => page.Fill(new Area(0, 0, 10, 10), Color.Black));
    }

    [Fact]
    public void A_document_without_a_page_is_refused()
    {
        Assert.Throws<TypesettingException>(() => ADocument.Empty().ToBytes());
    }

    [Fact]
    public void Control_characters_and_broken_surrogates_in_the_title_do_no_harm()
    {
        var file = new PdfFile(ADocument.Info with { Title = "Clean \u0001 water \uD800 & <all> 😀" });
        file.AddPage(100, 100);

        var pdf = file.ToBytes();

        Assert.Empty(Conformance.Check(pdf));
        Assert.Matches("Title: +Clean +water +& <all> 😀", PdfTools.RunOn(pdf, "pdfinfo", ["-enc", "UTF-8"]));
    }

    [Fact]
    public void Two_elements_cannot_have_the_same_id()
    {
        var file = ADocument.Of("text");
        file.Root.Add(StructureType.Section).Id = "here";
        file.Root.Add(StructureType.Section).Id = "here";

        Assert.Contains("“here”", Assert.Throws<TypesettingException>(() => file.ToBytes()).Message);
    }

    [Fact]
    public void A_link_to_what_is_on_no_page_is_refused()
    {
        var file = ADocument.Of("text");
        file.Outline.Add("Lost", LinkTarget.ToElement(file.Root.Add(StructureType.Section)));

        Assert.Throws<TypesettingException>(() => file.ToBytes());
    }

    [Fact]
    public void Thousands_of_pages_hang_in_a_tree_that_is_not_deep()
    {
        var file = ADocument.Empty();
        for (var number = 1; number <= 1_100; number++)
        {
            ADocument.Show(file.AddPage(612, 792), file.Root.Add(StructureType.Paragraph), $"Page {number}", 72, 72);
        }

        var pdf = file.ToBytes();

        Assert.Equal(1_100, PdfDocument.Read(pdf).Pages.Count);
        Assert.Contains("No syntax", PdfTools.RunOn(pdf, "qpdf", ["--check"]));
    }

    [Fact]
    public void Structure_may_be_nested_two_hundred_deep()
    {
        var file = ADocument.Empty();
        var element = file.Root;
        for (var depth = 0; depth < 200; depth++)
        {
            var list = element.Add(StructureType.List);
            element = list.Add(StructureType.ListItem).Add(StructureType.ListBody);
        }

        ADocument.Show(file.AddPage(612, 792), element, "deep", 72, 72);

        Assert.Contains("LBody “deep”", PdfText.Structure(file.ToBytes()));
    }

    [Fact]
    public void The_page_looks_as_it_should()
    {
        PdfPictures.AssertAlike(ADocument.Rich().ToBytes(), "Typesetting/Pdf/Pictures", "one-of-everything");
    }
}
