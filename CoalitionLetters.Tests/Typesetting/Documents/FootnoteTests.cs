using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

public sealed class FootnoteTests
{
    private const string Filler = "Words that fill a line and then some more of them, until the line is full and another begins. ";

    [Fact]
    public void A_note_stands_at_the_foot_of_the_page_that_calls_it()
    {
        var file = Layouts.Of(sheet =>
        {
            for (var i = 0; i < 60; i++)
            {
                var number = i;
                sheet.Paragraph(t => t.Span($"Call{number} {Filler}").Footnote(note => note.Paragraph($"Note{number} at the foot.")));
            }
        });

        var body = file.Body();
        for (var i = 0; i < 60; i++)
        {
            var call = body.Single(run => run.Text.StartsWith($"Call{i} ", StringComparison.Ordinal));
            var note = body.Single(run => run.Text.StartsWith($"Note{i} ", StringComparison.Ordinal));
            Assert.Equal(call.Page, note.Page);
            Assert.True(note.Baseline > call.Baseline);
        }

        AssertNothingOverlaps(file);
    }

    [Fact]
    public void Columns_and_tables_in_a_note_stand_in_it_one_below_the_other()
    {
        var pdf = Layouts.Of(sheet => sheet.Paragraph(t => t.Span("We ask.").Footnote(note => note
            .Columns(column => column.Names(["River Trust", "Lake Trust", "Coast Trust"], Layouts.Type.Name), 3)
            .Table(table => table.Header("State", "Children").Row("Texas", "12"))))).ToBytes();

        Assert.Contains("River Trust", PdfText.Structure(pdf), StringComparison.Ordinal);
        Assert.Contains("Texas", PdfText.Structure(pdf), StringComparison.Ordinal);
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void A_note_that_says_nothing_or_calls_a_note_is_refused_where_it_is_called()
    {
        var empty = Assert.Throws<TypesettingException>(() => Layouts.Of(sheet => sheet.Paragraph(t => t.Footnote(_ => { }))));
        var blank = Assert.Throws<TypesettingException>(() => Layouts.Of(sheet => sheet.Note(note => note.Paragraph(" "))));
        var nested = Assert.Throws<TypesettingException>(() => Layouts.Of(sheet => sheet.Note(note => note.Paragraph(t => t.Footnote(inner => inner.Paragraph("See."))))));
        var known = Assert.Throws<TypesettingException>(() => Layouts.Of(sheet =>
        {
            var first = sheet.Note(note => note.Paragraph("See."));
            sheet.Note(note => note.Paragraph(t => t.Footnote(first)));
        }));

        Assert.All([empty, blank], refusal => Assert.Equal("A footnote says nothing. Give it words, or leave its call out.", refusal.Message));
        Assert.All([nested, known], refusal => Assert.Equal("A footnote calls a footnote; footnotes cannot hold footnotes.", refusal.Message));
    }

    [Fact]
    public void A_note_called_in_a_link_is_a_link_of_its_own()
    {
        var file = PdfDocument.Read(Layouts.Of(sheet => sheet.Paragraph(t => t.Link("https://river.example/", link => link.Span("the report").Footnote(note => note.Paragraph("Of May."))))).ToBytes());

        Assert.Equal(["Back to the text of footnote 1", "Footnote 1", "the report"], file.All.Where(value => file.Name(value, "Subtype") == "Link").Select(link => file.Text(link, "Contents")).Order());
    }

    [Fact]
    public void The_number_of_a_note_that_runs_to_the_left_stands_at_its_right()
    {
        var file = Layouts.Of(sheet => sheet.Paragraph(t => t.Span("Text").Footnote(note => note.Paragraph("האגודה לזכויות האזרח"))));

        var note = file.Body().Single(run => run.Text.StartsWith('ה'));
        var mark = file.Body().Last(run => run.Text == "1");
        Assert.InRange(mark.Left, note.Right, 540);
        Assert.Equal(540, mark.Right, 0.1);
    }

    [Fact]
    public void A_long_note_goes_on_at_the_foot_of_the_next_pages()
    {
        var words = string.Join(' ', Enumerable.Range(0, 1500).Select(i => $"word{i}"));

        var file = Layouts.Of(sheet =>
        {
            sheet.Paragraph(string.Concat(Enumerable.Repeat(Filler, 25)));
            sheet.Paragraph(t => t.Span("The call.").Footnote(note => note.Paragraph(words)));
            for (var i = 0; i < 20; i++)
            {
                sheet.Paragraph(string.Concat(Enumerable.Repeat(Filler, 4)));
            }
        });

        var note = file.Body().Where(run => run.Text.Contains("word", StringComparison.Ordinal)).ToList();
        Assert.Equal(words, note.Text());
        Assert.True(note.Select(run => run.Page).Distinct().Count() >= 2);
        AssertNothingOverlaps(file);
    }

    [Fact]
    public void A_note_longer_than_the_letter_gets_pages_of_its_own()
    {
        var words = string.Join(' ', Enumerable.Range(0, 4000).Select(i => $"word{i}"));

        var file = Layouts.Of(sheet => sheet.Paragraph(t => t.Span("The call.").Footnote(note => note.Paragraph(words))));

        Assert.Equal(words, file.Body().Where(run => run.Text.Contains("word", StringComparison.Ordinal)).Text());
        AssertNothingOverlaps(file);
    }

    [Fact]
    public void A_line_that_calls_two_notes_stays_on_its_page_though_the_first_is_long()
    {
        var words = string.Join(' ', Enumerable.Range(0, 1500).Select(i => $"word{i}"));

        var file = Layouts.Of(sheet =>
        {
            sheet.Paragraph("The date");
            sheet.Paragraph("Dear Governor:", Layouts.Type.Formal with { KeepWithNext = true });
            sheet.Paragraph(t => t.Span("The calls.").Footnote(note => note.Paragraph(words)).Footnote(note => note.Paragraph("The other note.")).Span(Filler + Filler));
        });

        Assert.Equal([0, 0, 0], new[] { "The date", "Dear Governor:", "The calls." }.Select(start => file.Body().First(run => run.Text.StartsWith(start, StringComparison.Ordinal)).Page));
        Assert.Equal(words, file.Body().Where(run => run.Text.Contains("word", StringComparison.Ordinal)).Text());
        Assert.Single(file.Body(), run => run.Text == "The other note.");
        AssertNothingOverlaps(file);
    }

    [Fact]
    public void A_tables_head_never_stands_alone_beside_a_long_note()
    {
        var words = string.Join(' ', Enumerable.Range(0, 1600).Select(i => $"word{i}"));

        var file = Layouts.Of(sheet =>
        {
            sheet.Paragraph(t => t.Span("The call.").Footnote(note => note.Paragraph(words)));
            sheet.Table(table => table.Header(t => t.Span("Head"), t => t.Span("Other")).Row(t => t.Span(string.Concat(Enumerable.Repeat("cell ", 700))), t => t.Span("short")));
        });

        foreach (var page in file.Body().Where(run => run.Text == "Head").Select(run => run.Page))
        {
            Assert.Contains(file.OnPage(page), run => run.Text.StartsWith("cell", StringComparison.Ordinal));
        }

        Assert.Equal(700, file.Body().Sum(run => run.Text.Split("cell").Length - 1));
        AssertNothingOverlaps(file);
    }

    [Fact]
    public void A_note_called_twice_is_printed_once()
    {
        var file = Layouts.Of(sheet =>
        {
            var note = sheet.Note(inner => inner.Paragraph("The only note."));
            sheet.Paragraph(t => t.Span("First").Footnote(note).Span(" and second").Footnote(note));
        });

        Assert.Single(file.Body(), run => run.Text == "The only note.");
        Assert.Equal(3, file.Body().Count(run => run.Text == "1"));
    }

    [Fact]
    public void A_note_called_in_a_list_of_names_stands_below_the_columns()
    {
        var file = Layouts.Of(sheet => sheet.Columns(column =>
        {
            for (var i = 0; i < 160; i++)
            {
                var number = i;
                column.Paragraph(t =>
                {
                    t.Span($"Person {number}");
                    if (number % 40 == 39)
                    {
                        t.Footnote(note => note.Paragraph($"Note for {number}, for identification only."));
                    }
                }, Layouts.Type.Name);
            }
        }, 2));

        var body = file.Body();
        foreach (var i in new[] { 39, 79, 119, 159 })
        {
            var note = body.Single(run => run.Text.StartsWith($"Note for {i},", StringComparison.Ordinal));
            Assert.Equal(body.Single(run => run.Text == $"Person {i}").Page, note.Page);
            Assert.True(note.Baseline > body.Where(run => run.Page == note.Page && run.Text.StartsWith("Person", StringComparison.Ordinal)).Max(run => run.Baseline));
        }
    }

    [Fact]
    public void Call_and_note_lead_to_each_other()
    {
        var pdf = Layouts.Of(sheet => sheet.Paragraph(t => t.Span("Text").Footnote(note => note.Paragraph("The note.")))).ToBytes();

        Assert.Equal(
            """
            Document
              P “Text1”
              Note “1”
                P “The note.”

            """, PdfText.Structure(pdf));
        var file = PdfDocument.Read(pdf);
        Assert.Equal(2, file.All.Count(value => file.Name(value, "Subtype") == "Link"));
        Assert.Empty(Conformance.Check(pdf));
    }

    private static void AssertNothingOverlaps(PdfFile file)
    {
        for (var page = 0; page < file.Pages.Count; page++)
        {
            var baselines = file.OnPage(page).Where(run => run.Baseline < 721).Select(run => run.Baseline).ToList();
            var rule = file.Pages[page].Drawings.OfType<Drawing.Filled>().Where(filled => filled.Area.Width == 120).Select(filled => (double?)filled.Area.Y).SingleOrDefault();
            Assert.All(baselines, baseline => Assert.True(baseline <= 720.1));
            if (rule is { } separator)
            {
                Assert.DoesNotContain(baselines, baseline => baseline > separator - 2 && baseline < separator + 6);
            }
        }
    }
}
