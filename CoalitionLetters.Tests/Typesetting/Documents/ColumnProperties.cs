using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

/// <summary>What holds for lists of any length, with names of any width and script, in any number of columns.</summary>
public sealed class ColumnProperties
{
    private const double Left = 72, Width = 468, Gap = 20;

    private static readonly string[] Words =
    [
        "United", "Workers", "of", "the", "River", "Coalition", "for", "Immigrant", "and", "Refugee", "Rights", "Internationalization-Committee", "(AFL-CIO)",
        "Ñandú", "Đoàn", "Союз", "Σύνδεσμος", "工会", "노동조합", "העובדים", "العمال", "संघ", "แรงงาน", "Supercalifragilisticexpialidociousness",
    ];

    private static readonly Gen<List> Lists =
        from count in Gen.Frequency((4, Gen.Choose(1, 60)), (2, Gen.Choose(60, 400)), (1, Gen.Choose(400, 2500)))
        from columns in Gen.Choose(1, 3)
        from before in Gen.Choose(0, 640)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new List(Names(count, seed), columns, before);

    [Fact]
    public void Every_name_stands_once_and_whole_on_one_page_inside_its_column()
    {
        Prop.ForAll(Lists.ToArbitrary(), list =>
        {
            var file = Layouts.Of(sheet => sheet.Space(0).Paragraph("x", Layouts.Type.Body with { SpaceAfter = list.Before })
                .Columns(column => column.Names(list.Names, Layouts.Type.Name), list.Columns, Gap));

            var shown = file.Body().Skip(1).ToList();
            Assert.Equal(string.Concat(list.Names), shown.Text());
            AssertWholeOnPages(shown, list.Names);
            AssertInsideColumns(shown.Visible(), list.Columns);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(45), InlineData(46), InlineData(47), InlineData(90), InlineData(91), InlineData(92), InlineData(93), InlineData(135), InlineData(136)]
    public void No_name_is_lost_at_a_border(int count)
    {
        for (var columns = 1; columns <= 3; columns++)
        {
            var names = Enumerable.Range(1, count).Select(i => $"Name {i};").ToList();

            var file = Layouts.Of(sheet => sheet.Columns(column => column.Names(names, Layouts.Type.Name), columns, Gap));

            Assert.Equal(string.Concat(names), file.Body().Text());
        }
    }

    [Theory]
    [InlineData(7), InlineData(40), InlineData(101), InlineData(113)]
    public void Columns_end_evenly(int count)
    {
        var file = Layouts.Of(sheet => sheet.Columns(column => column.Names(Names(count, 5), Layouts.Type.Name), 2, Gap));

        var last = file.OnPage(file.Pages.Count - 1).Where(shown => shown.Baseline < 721).ToList();
        var ends = last.GroupBy(shown => ColumnOf(shown, 2)).Select(column => column.Max(shown => shown.Baseline)).ToList();
        Assert.Equal(2, ends.Count);
        Assert.True(Math.Abs(ends[0] - ends[1]) <= 2.5 * (Layouts.Type.Name.Leading + Layouts.Type.Name.SpaceAfter), string.Create(CultureInfo.InvariantCulture, $"{ends[0]} {ends[1]}"));
    }

    [Fact]
    public void No_heading_stands_alone_at_a_foot_and_what_goes_on_says_so()
    {
        Prop.ForAll(Gen.ListOf(Gen.Choose(1, 30)).Resize(40).ToArbitrary(), counts =>
        {
            var file = Layouts.Of(sheet => sheet.Columns(column =>
            {
                for (var i = 0; i < counts.Count; i++)
                {
                    var state = i;
                    column.Section(2, $"State {i}", inner => inner.Names([.. Names(counts[state], i)], Layouts.Type.Name), $"State {i} (continued)", Layouts.Type.ListPlace);
                }
            }, 2, Gap));

            var shown = file.Body().Visible().ToList();
            for (var i = 0; i < shown.Count; i++)
            {
                if (shown[i].Text.StartsWith("State ", StringComparison.Ordinal))
                {
                    Assert.True(i + 1 < shown.Count && SameColumn(shown[i], shown[i + 1]), shown[i].Text);
                }
            }

            AssertColumnsBeginWithHeadings(shown);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    /// <summary>A column begins with the heading of its state, or with the same heading and "(continued)".</summary>
    private static void AssertColumnsBeginWithHeadings(IReadOnlyList<Shown> shown)
    {
        var state = "";
        for (var i = 0; i < shown.Count; i++)
        {
            var isFirst = i == 0 || !SameColumn(shown[i - 1], shown[i]);
            var heading = shown[i].Text.TrimEnd();
            if (isFirst)
            {
                var whole = heading + (shown[Math.Min(i + 1, shown.Count - 1)].Text == "(continued)" ? " (continued)" : "");
                Assert.StartsWith("State ", whole, StringComparison.Ordinal);
                Assert.Equal(state == heading.Replace(" (continued)", "", StringComparison.Ordinal), whole.EndsWith("(continued)", StringComparison.Ordinal));
            }

            state = heading.StartsWith("State ", StringComparison.Ordinal) ? heading.Replace(" (continued)", "", StringComparison.Ordinal) : state;
        }
    }

    private static void AssertWholeOnPages(IReadOnlyList<Shown> shown, IReadOnlyList<string> names)
    {
        var next = 0;
        foreach (var page in shown.GroupBy(s => s.Page))
        {
            var text = page.Text();
            var first = next;
            var length = 0;
            while (length < text.Length)
            {
                length += names[next++].Length;
            }

            Assert.Equal(string.Concat(names.Skip(first).Take(next - first)), text);
        }
    }

    private static void AssertInsideColumns(IEnumerable<Shown> shown, int columns)
    {
        var width = (Width - Gap * (columns - 1)) / columns;
        foreach (var run in shown)
        {
            var left = Left + ColumnOf(run, columns) * (width + Gap);
            Assert.True(run.Left >= left - 0.02 && run.Right <= left + width + 0.02, run.ToString());
        }
    }

    private static int ColumnOf(Shown shown, int columns) => (int)((shown.Left - Left + 0.02) / ((Width - Gap * (columns - 1)) / columns + Gap));

    private static bool SameColumn(Shown one, Shown other) =>
        one.Page == other.Page && ColumnOf(one, 2) == ColumnOf(other, 2) && other.Baseline >= one.Baseline;

    private static List<string> Names(int count, int seed)
    {
        var random = new System.Random(seed);
        return [.. Enumerable.Range(1, count).Select(i => $"{string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => Words[random.Next(Words.Length)]))} №{i}.")];
    }

    private sealed record List(List<string> Names, int Columns, int Before)
    {
        public override string ToString() => $"{Names.Count} names in {Columns} columns, {Before} points down";
    }
}
