using CoalitionLetters.Letters;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class TextDifferenceTests
{
    [Fact]
    public void Equal_texts_do_not_differ()
    {
        var lines = TextDifference.Between("One.\nTwo.", "One.\nTwo.");

        Assert.DoesNotContain(lines, line => line.IsChanged);
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    public void A_changed_word_is_marked_and_its_neighbours_are_not()
    {
        var line = Assert.Single(TextDifference.Between("We ask you to stop now.", "We ask you to stop today."));

        Assert.Equal([new("We ask you to stop ", false), new("now.", true)], line.Old!);
        Assert.Equal([new("We ask you to stop ", false), new("today.", true)], line.New!);
    }

    [Fact]
    public void A_new_line_has_nothing_on_the_other_side()
    {
        var lines = TextDifference.Between("One.\nThree.", "One.\nTwo.\nThree.");

        Assert.Null(lines[1].Old);
        Assert.Equal("Two.", string.Concat(lines[1].New!.Select(t => t.Text)));
        Assert.False(lines[2].IsChanged);
    }

    [Fact]
    public void Only_changed_lines_and_their_neighbours_are_shown_when_asked()
    {
        var all = TextDifference.Between("a\nb\nc\nd\ne\nf", "a\nb\nc\nd\ne\nF");

        var near = TextDifference.WithNeighbours(all);

        Assert.Equal(["e", "f"], near.Select(line => string.Concat(line.Old!.Select(t => t.Text))));
    }

    [Fact]
    public void Whole_other_texts_of_great_length_are_shown_one_for_the_other()
    {
        var old = string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"old {i}"));
        var @new = string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"new {i}"));

        var lines = TextDifference.Between(old, @new);

        Assert.Equal(3000, lines.Count);
        Assert.All(lines, line => Assert.True(line.IsChanged));
    }

    [Fact]
    public void Each_side_of_a_difference_spells_its_text()
    {
        var words = Gen.Elements("stop", "the", "practice", "now", "**today**", "", "  ");
        var texts = words.ListOf(6).Select(line => string.Join(' ', line)).ListOf().Select(lines => string.Join('\n', lines));

        Prop.ForAll(Arb.From(texts.Zip(texts)), pair =>
        {
            var lines = TextDifference.Between(pair.Item1, pair.Item2);
            return Side(lines, line => line.Old) == pair.Item1.TrimEnd('\n') && Side(lines, line => line.New) == pair.Item2.TrimEnd('\n')
                && lines.Any(line => line.IsChanged) == (pair.Item1.TrimEnd('\n') != pair.Item2.TrimEnd('\n'));
        }).QuickCheckThrowOnFailure();
    }

    private static string Side(IReadOnlyList<DifferentLine> lines, Func<DifferentLine, IReadOnlyList<DifferentText>?> side) =>
        string.Join('\n', lines.Select(side).OfType<IReadOnlyList<DifferentText>>().Select(line => string.Concat(line.Select(t => t.Text))));
}
