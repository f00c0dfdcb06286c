using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting.Documents.Blocks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

public sealed class PageTests
{
    private const string Sentence = "We write as people who teach these children, care for them when they are ill, and work beside their parents every day. ";

    [Fact]
    public void The_mark_of_an_item_that_runs_to_the_left_stands_at_its_right()
    {
        var file = Layouts.Of(sheet => sheet
            .List(list => list.Item("האגודה לזכויות האזרח").Item("River Trust"))
            .Numbered(list => list.Item("האגודה לזכויות האזרח")));

        var runs = file.Body();
        foreach (var text in runs.Where(run => run.Text.StartsWith('ה')))
        {
            var mark = runs.Single(run => run.Baseline == text.Baseline && run.Text is ("•" or "1."));
            Assert.InRange(mark.Left, text.Right, 540);
        }

        Assert.True(runs.Last(run => run.Text == "•").Right < runs.Single(run => run.Text == "River Trust").Left);
    }

    [Fact]
    public void An_item_without_text_has_a_body_nevertheless()
    {
        var pdf = Layouts.Of(sheet => sheet.List(list => list.Item(_ => { }).Item("River Trust"))).ToBytes();

        Assert.Equal(["LI: Lbl LBody", "LI: Lbl LBody"], StructureReading.Of(PdfDocument.Read(pdf)).All.Where(node => node.Type == "LI").Select(item => $"LI: {string.Join(' ', item.Children.Select(kid => kid.Type))}"));
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void No_page_ends_or_begins_with_a_single_line_of_a_paragraph()
    {
        Prop.ForAll(Gen.ListOf(Gen.Choose(1, 9)).Resize(60).ToArbitrary(), lengths =>
        {
            var file = Layouts.Of(sheet =>
            {
                for (var i = 0; i < lengths.Count; i++)
                {
                    sheet.Paragraph($"¶{i}¶ " + string.Concat(Enumerable.Repeat(Sentence, lengths[i])));
                }
            });

            foreach (var lines in Paragraphs(file.Body()).Where(lines => lines.Count > 1))
            {
                var parts = lines.GroupBy(line => line.Page).Select(part => part.Count()).ToList();
                Assert.All(parts, part => Assert.True(part > 1, string.Join('+', parts)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void The_foot_counts_the_pages()
    {
        for (var paragraphs = 1; paragraphs < 120; paragraphs += 17)
        {
            var file = Layouts.Of(sheet => sheet.Paragraph(string.Join('\n', Enumerable.Repeat("A line.", paragraphs))));

            for (var page = 0; page < file.Pages.Count; page++)
            {
                Assert.Contains(file.OnPage(page), shown => shown.Baseline > 721 && shown.Text == $"Page {page + 1} of {file.Pages.Count}");
            }
        }
    }

    [Fact]
    public void The_running_head_stands_on_all_pages_but_the_first()
    {
        var file = Layouts.Of(sheet =>
        {
            sheet.RunningHead("A subject " + string.Concat(Enumerable.Repeat("that is long ", 20)), "June 14, 2018");
            sheet.Paragraph(string.Join('\n', Enumerable.Repeat("A line.", 120)));
        });

        Assert.DoesNotContain(file.OnPage(0), shown => shown.Baseline < 60);
        for (var page = 1; page < file.Pages.Count; page++)
        {
            var head = file.OnPage(page).Where(shown => shown.Baseline < 60).OrderBy(shown => shown.Left).ToList();
            Assert.StartsWith("A subject", head[0].Text, StringComparison.Ordinal);
            Assert.EndsWith("…", head[^2].Text, StringComparison.Ordinal);
            Assert.True(head[^2].Right < head[^1].Left);
            Assert.Equal(540, head[^1].Right, 1.0);
        }
    }

    [Theory]
    [InlineData("האגודה לזכויות האזרח")]
    [InlineData("الاتحاد العربي للعمال")]
    [InlineData("האגודה לזכויות האזרח and a subject in English that is too long for one line beside the date of the letter, as subjects often are")]
    public void A_running_head_and_a_watermark_that_run_to_the_left_stand_on_the_page(string words)
    {
        var file = Layouts.Of(sheet =>
        {
            sheet.RunningHead(words, "June 14, 2018");
            sheet.Watermark("טיוטה");
            sheet.Paragraph(string.Join('\n', Enumerable.Repeat("A line.", 60)));
        });

        var head = file.OnPage(1).Where(shown => shown.Baseline < 60).ToList();
        Assert.True(head.Count >= 2);
        Assert.All(head, shown => Assert.InRange(shown.Left, 71.9, shown.Right));
        Assert.All(head, shown => Assert.InRange(shown.Right, shown.Left, 540.1));
        var mark = Assert.Single(file.Pages[1].Drawings.OfType<CoalitionLetters.Typesetting.Pdf.Drawing.Glyphs>(), glyphs => glyphs.Degrees != 0);
        Assert.InRange(mark.X, 72, 306);
        Assert.InRange(mark.Run.Width, 300, 800);
    }

    [Theory]
    [InlineData("this: "), InlineData("this, "), InlineData("this — "), InlineData("this. ("), InlineData("this ")]
    public void No_punctuation_stands_before_the_ellipsis_of_a_running_head(string words)
    {
        var file = Layouts.Of(sheet =>
        {
            sheet.RunningHead(string.Concat(Enumerable.Repeat(words, 60)), "June 14, 2018");
            sheet.Paragraph(string.Join('\n', Enumerable.Repeat("A line.", 60)));
        });

        Assert.EndsWith("this…", file.OnPage(1).Single(shown => shown.Baseline < 60 && shown.Text.EndsWith('…')).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\u0323\u0304"), InlineData("\U0001F101")]
    public void No_running_head_is_cut_within_a_character(string character)
    {
        for (var before = 0; before < character.Length; before++)
        {
            var file = Layouts.Of(sheet =>
            {
                sheet.RunningHead(new string('a', before) + string.Concat(Enumerable.Repeat(character, 300)), "June 14, 2018");
                sheet.Paragraph(string.Join('\n', Enumerable.Repeat("A line.", 60)));
            });

            var head = file.OnPage(1).Where(shown => shown.Baseline < 60 && shown.Text != "June 14, 2018").Text();
            Assert.EndsWith(character + "…", head, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_list_says_which_bullets_it_has()
    {
        var file = new Subject(PdfDocument.Read(Layouts.Of(sheet => Nest(sheet, 1)).ToBytes()));

        Assert.Equal(
            ["• Disc", "– None", "· Disc", "· Disc"],
            file.Structure.All.Where(node => node.Type == "L").Select(list =>
                $"{list.Children.First().Children.First().Text.Trim()} {Assert.IsType<PdfName>(StructureRules.Attribute(file, list, "List", "ListNumbering")).Value}"));

        static void Nest(Stack stack, int depth) => stack.List(list => list.Item(item =>
        {
            item.Paragraph($"Depth {depth}");
            if (depth < 4)
            {
                Nest(item, depth + 1);
            }
        }));
    }

    [Fact]
    public void A_last_row_of_fewer_stands_in_the_middle_where_that_is_asked_for()
    {
        var file = Layouts.Of(sheet => sheet.Abreast(3, abreast =>
        {
            foreach (var name in new[] { "One", "Two", "Three", "Four" })
            {
                abreast.Cell(cell => cell.Paragraph(name));
            }
        }, centered: true));

        var lefts = file.Body().Select(shown => shown.Left).ToList();
        Assert.Equal(lefts[1], lefts[3], 3);
    }

    [Fact]
    public void Lines_of_other_scripts_stand_as_close_as_others_and_touch_no_neighbor()
    {
        string[] names = ["River Trust", "الاتحاد العربي للعمال", "מרכז הנשים", "မြန်မာအမေရိကန်အသင်း", "ไทยเพื่อแรงงาน", "全国总工会", "한국노동조합총연맹", "មជ្ឈមណ្ឌលសិទ្ធិមនុស្ស", "ಕನ್ನಡ ಕೂಟ", "River Trust"];

        var file = Layouts.Of(sheet => sheet.Names(names, Layouts.Type.Name));

        var lines = file.Pages[0].Drawings.OfType<CoalitionLetters.Typesetting.Pdf.Drawing.Glyphs>().Where(glyphs => glyphs.Baseline is > 72 and < 700).GroupBy(glyphs => glyphs.Baseline).OrderBy(line => line.Key).ToList();
        Assert.Equal(names.Length, lines.Count);
        foreach (var (upper, lower) in lines.Zip(lines.Skip(1)))
        {
            Assert.InRange(lower.Key - upper.Key, 13.69, 14.99);
            Assert.True(upper.Key + upper.Max(glyphs => glyphs.Run.Ink.Below) <= lower.Key - lower.Max(glyphs => glyphs.Run.Ink.Above) + 0.7);
        }
    }

    [Fact]
    public void A_heading_goes_to_the_page_of_what_it_heads()
    {
        for (var lines = 30; lines < 50; lines++)
        {
            var file = Layouts.Of(sheet => sheet
                .Paragraph(string.Join('\n', Enumerable.Repeat("A line.", lines)))
                .Heading(1, "The heading")
                .Paragraph(string.Concat(Enumerable.Repeat(Sentence, 4))));

            var shown = file.Body();
            var heading = shown.Single(s => s.Text == "The heading");
            var after = shown.SkipWhile(s => s != heading).Skip(1).Take(1).Single();
            Assert.Equal(heading.Page, after.Page);
            Assert.True(after.Baseline > heading.Baseline);
        }
    }

    [Fact]
    public void Blocks_side_by_side_stay_inside_their_shares_and_on_one_page()
    {
        var file = Layouts.Of(sheet => sheet.Abreast(3, abreast =>
        {
            for (var i = 0; i < 100; i++)
            {
                var number = i;
                abreast.Cell(cell => cell.Paragraph($"Signer {number}\nAttorney General of the District of Columbia and elsewhere, acting"));
            }
        }, gap: 18, rowGap: 12));

        var shares = file.Body();
        Assert.All(shares, run => Assert.True(run.Left >= 71.9 && run.Right <= 540.1));
        foreach (var cell in Enumerable.Range(0, 100).Select(i => shares.SkipWhile(run => run.Text.Trim() != $"Signer {i}").TakeWhile((run, at) => at == 0 || !run.Text.StartsWith("Signer", StringComparison.Ordinal)).ToList()))
        {
            Assert.Single(cell.Select(run => run.Page).Distinct());
        }
    }

    [Fact]
    public void A_watermark_lies_across_every_page()
    {
        var file = Layouts.Of(sheet =>
        {
            sheet.Watermark("DRAFT");
            sheet.Paragraph(string.Join('\n', Enumerable.Repeat("A line.", 60)));
        });

        Assert.All(file.Pages, page => Assert.Contains(page.Drawings.OfType<CoalitionLetters.Typesetting.Pdf.Drawing.Glyphs>(), glyphs => glyphs.Degrees is > 30 and < 60));
    }

    private static List<List<Shown>> Paragraphs(IReadOnlyList<Shown> body)
    {
        var paragraphs = new List<List<Shown>>();
        foreach (var run in body)
        {
            if (run.Text.StartsWith('¶'))
            {
                paragraphs.Add([run]);
            }
            else if (run.Baseline != paragraphs[^1][^1].Baseline || run.Page != paragraphs[^1][^1].Page)
            {
                paragraphs[^1].Add(run);
            }
        }

        return paragraphs;
    }
}
