using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Documents.Blocks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

public sealed class HostileTextTests
{
    private static readonly string[] Bits =
    [
        "words ", "river ", "Ñandú ", "ﬁ ", "fi ", "—", "“q” ", "é", "e\u0301 ", "Союз ", "λόγος ", "工会", "노동 ", "שלום ", "عربي ", "हिन्दी ", "ไทยไทย ", "ខ្មែរ ", "1,204 ",
        "https://example.org/a/b?c=d ", "\u00A0", "AV To ", "office ",
    ];

    [Fact]
    public void A_heading_of_many_pages_stands_shortened_in_the_outline()
    {
        var pdf = Layouts.Of(sheet => sheet.Heading(1, string.Concat(Enumerable.Repeat("héading ", 4000)))).ToBytes();

        Assert.Empty(Conformance.Check(pdf));
        Assert.Contains(PdfDocument.Read(pdf).All, value => value.Entries.GetValueOrDefault("Title") is PdfString { Bytes.Length: > 200 and < 500 });
    }

    [Fact]
    public void No_heading_in_the_outline_is_cut_within_a_character()
    {
        var file = Layouts.Of(sheet => sheet.Heading(1, string.Concat(Enumerable.Repeat("x\u0323\u0304", 100))));

        Assert.Equal(string.Concat(Enumerable.Repeat("x\u0323\u0304", 66)) + "…", Assert.Single(file.Outline.Entries).Title);
    }

    [Fact]
    public void An_address_that_no_file_for_the_archive_can_hold_is_named()
    {
        var file = Layouts.Of(sheet => sheet.Paragraph(text => text.Link("here", "https://example.org/" + new string('a', 40_000))));

        var refusal = Assert.Throws<TypesettingException>(file.ToBytes);

        Assert.Equal("“https://example.org/aaaaaaaaaaaaaaaaaaaa…” has 40020 characters, more than a PDF for the archive may hold in one piece.", refusal.Message);
    }

    [Fact]
    public void Text_that_goes_in_comes_out()
    {
        Prop.ForAll(Gen.Elements(Bits).NonEmptyListOf().Resize(80).Where(bits => string.Concat(bits).Trim().Length > 0).ToArbitrary(), bits =>
        {
            var text = string.Concat(bits).Trim();

            var pdf = Layouts.Of(sheet => sheet.Paragraph(text)).ToBytes();

            Assert.Equal($"Document\n  P “{text}”\n", PdfText.Structure(pdf));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("工")]
    [InlineData("ع")]
    public void A_word_of_ten_thousand_characters_is_broken_where_the_column_ends(string letter)
    {
        var word = string.Concat(Enumerable.Repeat(letter, 10_000));

        var file = Layouts.Of(sheet => sheet.Columns(column => column.Names([word, "After"], Layouts.Type.Name), 2));

        Assert.Equal(word + "After", file.Body().Text());
        Assert.All(file.Body(), run => Assert.True(run.Right <= 540.1 && run.Baseline <= 720));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void No_mark_of_a_list_stands_on_text_however_deep_it_is(int quotes)
    {
        var file = Layouts.Of(sheet => Quote(sheet, quotes));

        foreach (var line in file.Body().Visible().GroupBy(run => (run.Page, run.Baseline)))
        {
            Assert.All(line.OrderBy(run => run.Left).Zip(line.OrderBy(run => run.Left).Skip(1)), pair => Assert.True(pair.First.Right <= pair.Second.Left, $"{pair}"));
        }

        static void Quote(Stack stack, int left)
        {
            if (left > 0)
            {
                stack.Quote(inner => Quote(inner, left - 1));
            }
            else
            {
                Nest(stack, 1);
            }
        }

        static void Nest(Stack stack, int depth) => stack.List(list => list.Item(item =>
        {
            item.Paragraph($"Depth {depth}");
            if (depth < 12)
            {
                Nest(item, depth + 1);
            }
        }));
    }

    [Fact]
    public void Two_hundred_lists_in_each_other_stay_readable()
    {
        var file = Layouts.Of(sheet => Nest(sheet, 1));

        var body = file.Body();
        Assert.All(Enumerable.Range(1, 200), depth => Assert.Single(body, run => run.Text == $"Depth {depth}"));
        Assert.All(body, run => Assert.True(run.Right <= 540.1));
        Assert.Empty(Conformance.Check(file.ToBytes()));

        static void Nest(Stack stack, int depth)
        {
            if (depth <= 200)
            {
                stack.List(list => list.Item(item =>
                {
                    item.Paragraph($"Depth {depth}");
                    Nest(item, depth + 1);
                }));
            }
        }
    }

    [Fact]
    public void Marks_of_lists_that_begin_in_one_place_do_not_cover_each_other()
    {
        var file = Layouts.Of(sheet => Nest(sheet, 1));

        var marks = file.Body().Where(run => run.Text is "•" or "–" or "·").ToList();
        Assert.Equal(40, marks.Count);
        Assert.Equal(40, marks.Select(mark => (mark.Page, Math.Round(mark.Left), Math.Round(mark.Baseline))).Distinct().Count());

        static void Nest(Stack stack, int depth) =>
            stack.List(list => list.Item(item =>
            {
                if (depth < 40)
                {
                    Nest(item, depth + 1);
                }
                else
                {
                    item.Paragraph("At last");
                }
            }));
    }

    [Theory]
    [InlineData("a\0b\u0007c\u001Bd", "abcd")]
    [InlineData("tab\there", "tab here")]
    [InlineData("mark\uFEFF of order\uFFFE", "mark of order")]
    [InlineData("pair 𝐀 stays", "pair 𝐀 stays")]
    public void What_no_page_can_show_is_left_out_or_replaced(string text, string shown)
    {
        Assert.Equal(shown, CleanText.From(text));
    }

    [Fact]
    public void Half_a_character_is_replaced()
    {
        Assert.Equal("lone \uFFFD high", CleanText.From("lone \uD800 high"));
        Assert.Equal("lone \uFFFD low \uFFFD", CleanText.From("lone \uDC00 low \uD83D"));
    }

    [Theory]
    [InlineData("one\r\ntwo", "one\ntwo")]
    [InlineData("one\rtwo", "one\ntwo")]
    [InlineData("one\u2028two\u0085three", "one\ntwo\nthree")]
    public void Ends_of_lines_are_all_one(string text, string shown)
    {
        Assert.Equal(shown, CleanText.From(text));
    }

    [Fact]
    public void Blank_heads_headings_and_items_leave_nothing_behind()
    {
        var file = Layouts.Of(sheet =>
        {
            sheet.RunningHead(" \u0007 ", "");
            sheet.Heading(1, "One").Heading(2, " ").Heading(3, "Three").Paragraph("").List(list => list.Item("")).Names([""], Layouts.Type.Name);
            sheet.Paragraph(string.Join('\n', Enumerable.Repeat("A line.", 80)));
        });

        Assert.Empty(Conformance.Check(file.ToBytes()));
        Assert.StartsWith("Document\n  H1 “One”\n  H2 “Three”\n", PdfText.Structure(file.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_at_all_gives_a_file_that_conforms()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            // What no font has is named before a letter is set, and is no matter of layout.
            var clean = string.Concat((text ?? "").EnumerateRunes().Where(rune => rune.IsAscii || Layouts.Fonts.MissingFrom(rune.ToString()).Count == 0).Select(rune => rune.ToString()));

            var pdf = Layouts.Of(sheet => sheet.Heading(1, "A heading").Paragraph(clean).List(list => list.Item(clean)).Columns(column => column.Names([clean, "x"], Layouts.Type.Name), 2)).ToBytes();

            Assert.Empty(Conformance.Check(pdf));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }
}
