using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

/// <summary>There are so many columns that names rarely wrap: three where at most one in twenty-five would, two where at most one in five, or where they save much paper, else one.</summary>
public sealed class ColumnCountTests
{
    private const double Gap = 20;
    private const string Short = "River Trust";
    private const string Middling = "River Trust and United Workers of the Coast";
    private const string Long = "River Trust, United Workers of the Coast and all the Families of the Valley Together";

    [Theory]
    [InlineData(100, 0, 0, 3)]
    [InlineData(96, 4, 0, 3)]
    [InlineData(95, 5, 0, 2)]
    [InlineData(96, 0, 4, 3)]
    [InlineData(0, 100, 0, 2)]
    [InlineData(0, 80, 20, 2)]
    [InlineData(0, 79, 21, 2)]
    [InlineData(0, 60, 40, 2)]
    [InlineData(0, 15, 5, 1)]
    [InlineData(0, 0, 100, 1)]
    public void The_share_of_names_that_would_wrap_decides(int shortOnes, int middling, int longOnes, int columns)
    {
        Assert.Equal(columns, CountFor([.. Enumerable.Repeat(Short, shortOnes), .. Enumerable.Repeat(Middling, middling), .. Enumerable.Repeat(Long, longOnes)]));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(8, 2)]
    [InlineData(9, 3)]
    public void Few_names_stand_in_few_columns(int count, int columns)
    {
        Assert.Equal(columns, CountFor([.. Enumerable.Repeat(Short, count)]));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(10, 2)]
    [InlineData(4, 2)]
    public void Of_a_long_list_some_names_speak_for_all_even_where_long_ones_come_at_equal_distances(int everySoMany, int columns)
    {
        string[] names = [.. Enumerable.Range(0, 12_000).Select(i => everySoMany > 0 && i % everySoMany == 0 ? Long : Short)];

        Assert.Equal(columns, CountFor(names));
    }

    [Fact]
    public void Names_that_need_no_more_than_a_column_do_not_wrap_in_it()
    {
        Layouts.Of(sheet =>
        {
            var width = (sheet.TextWidth - 2 * Gap) / 3;
            Assert.InRange(sheet.WidthOf(Short, Layouts.Type.Name), 0, width);
            Assert.InRange(sheet.WidthOf(Middling, Layouts.Type.Name), width, (sheet.TextWidth - Gap) / 2);
            Assert.InRange(sheet.WidthOf(Long, Layouts.Type.Name), (sheet.TextWidth - Gap) / 2, sheet.TextWidth);
        });

        var file = Layouts.Of(sheet => sheet.Columns(column => column.Names([.. Enumerable.Repeat(Middling, 40)], Layouts.Type.Name), gap: Gap));

        Assert.Equal(Enumerable.Repeat(Middling, 40), file.Body().Select(shown => shown.Text.Trim()));
        Assert.Equal(2, file.Body().Select(shown => shown.Left).Distinct().Count());
    }

    [Fact]
    public void A_list_that_leaves_half_of_its_pages_empty_stands_in_two_columns_though_many_names_wrap()
    {
        string[] names = [.. Enumerable.Range(0, 160).Select(i => $"{(i % 4 == 0 ? Long : Short)} {i}")];

        var file = Layouts.Of(sheet => sheet.Columns(column => column.Names(names, Layouts.Type.Name), gap: Gap));

        Assert.True(file.Pages.Count <= 3, $"{file.Pages.Count} pages");
    }

    [Fact]
    public void Short_lists_stand_under_long_ones_in_columns_of_the_same_width()
    {
        var file = Layouts.Of(sheet => sheet
            .Columns(column => column.Names([.. Enumerable.Range(1, 12).Select(i => $"First {i}")], Layouts.Type.Name), 3, Gap)
            .Columns(column => column.Names([.. Enumerable.Range(1, 4).Select(i => $"Second {i}")], Layouts.Type.Name), 3, Gap, filled: 2));

        var (first, second) = (LeftsOf("First"), LeftsOf("Second"));
        Assert.Equal((3, 2), (first.Count, second.Count));
        Assert.Equal(first.Take(2), second);

        List<double> LeftsOf(string word) => [.. file.Body().Where(shown => shown.Text.StartsWith(word, StringComparison.Ordinal)).Select(shown => shown.Left).Distinct().Order()];
    }

    private static int CountFor(string[] names)
    {
        var count = 0;
        Layouts.Of(sheet => count = sheet.ColumnsFor(names, Layouts.Type.Name, Gap));
        return count;
    }
}
