using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

/// <summary>How columns are filled where headings or names are higher than they should be: always to the end, and nothing twice.</summary>
public sealed class ColumnFillerTests
{
    private const int TextHeight = 648;

    [Fact]
    public void A_heading_comes_again_at_the_top_of_each_further_column_and_page()
    {
        var file = Listed("Iowa", 150, columns: 2);

        var tops = file.Body().GroupBy(shown => (shown.Page, shown.Left > 306)).Select(column => column.MinBy(shown => shown.Baseline)!.Text.Trim()).ToList();
        Assert.True(tops.Count >= 4);
        Assert.Equal("Iowa", tops[0]);
        Assert.All(tops.Skip(1), top => Assert.Equal("Iowa (continued)", top));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_heading_of_more_than_a_third_of_the_page_does_not_come_again(int columns)
    {
        var heading = string.Join(' ', Enumerable.Range(1, 160 / columns).Select(i => $"Heading{i}"));

        var file = Listed(heading, 150, columns, HighHeading);

        Assert.Equal(150, file.Body().Count(shown => shown.Text.StartsWith("Name ", StringComparison.Ordinal)));
        Assert.Equal(heading, string.Concat(file.Body().Where(shown => !shown.Text.StartsWith("Name ", StringComparison.Ordinal)).Select(shown => shown.Text)).TrimEnd());
        Assert.Equal(0, file.Body()[0].Page);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_name_higher_than_the_page_is_set_all_the_same(int columns)
    {
        var endless = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"word{i}"));

        var file = Layouts.Of(sheet => sheet.Columns(column => column.Names(["Before", endless, "After"], Layouts.Type.Name), columns, 20));

        var text = string.Concat(file.Body().Select(shown => shown.Text));
        Assert.StartsWith("Before", text, StringComparison.Ordinal);
        Assert.EndsWith("After", text, StringComparison.Ordinal);
        Assert.Equal(endless, text["Before".Length..^"After".Length]);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(640)]
    [InlineData(648)]
    public void Columns_for_which_there_is_no_room_begin_on_the_next_page(double before)
    {
        var file = Layouts.Of(sheet => sheet.Space(0).Paragraph("x", Layouts.Type.Body with { SpaceAfter = before })
            .Columns(column => column.Names(["One", "Two", "Three", "Four"], Layouts.Type.Name), 2, 20));

        var names = file.Body().Skip(1).ToList();
        Assert.Equal(["One", "Two", "Three", "Four"], names.Select(shown => shown.Text));
        Assert.Single(names.Select(shown => shown.Page).Distinct());
        Assert.Equal(before + 15 + 2 * (Layouts.Type.Name.Leading + Layouts.Type.Name.SpaceAfter) > TextHeight ? 1 : 0, names[0].Page);
    }

    [Fact]
    public void Balanced_columns_are_no_higher_than_they_must_be()
    {
        for (var count = 4; count <= 60; count++)
        {
            var file = Layouts.Of(sheet => sheet.Columns(column => column.Names([.. Enumerable.Range(1, count).Select(i => $"Name {i}")], Layouts.Type.Name), 3, 20));

            // The first two names stay together, and the last two, so a column may hold one more than its share.
            var highest = file.Body().GroupBy(shown => shown.Left).Max(column => column.Count());
            Assert.InRange(highest, (count + 2) / 3, (count + 2) / 3 + 1);
        }
    }

    private static BlockStyle HighHeading => Layouts.Type.ListPlace with { Leading = 30, Format = new ParagraphFormat { Alignment = Alignment.Left } };

    private static PdfFile Listed(string heading, int count, int columns, BlockStyle? style = null) => Layouts.Of(sheet => sheet.Columns(
        column => column.Section(
            2, heading, inner => inner.Names([.. Enumerable.Range(1, count).Select(i => $"Name {i}")], Layouts.Type.Name), $"{heading} (continued)", style ?? Layouts.Type.ListPlace),
        columns,
        20));
}
