using CoalitionLetters.Letters;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class LetterMergeTests
{
    private static readonly LetterContent Other = new()
    {
        Title = "Another title",
        Date = new DateOnly(2019, 1, 2),
        Letterhead = [new() { Name = "Another office", Office = "Of something" }],
        Delivery = "BY HAND",
        Recipients = [new() { Name = "Lee Example" }],
        Re = "Another matter",
        Dockets = ["No. 7"],
        Salutation = "Dear all:",
        Body = "Other words.",
        Closing = "Respectfully,",
        Cc = ["Somebody"],
        Enclosures = ["A map"],
        Contact = "desk@example.org",
        NounOne = "state",
        NounMany = "states",
        NounsInText = "states and cities",
        Paper = Paper.A4,
    };

    [Fact]
    public void Every_part_that_can_differ_is_named_once_and_can_be_taken()
    {
        var changed = LetterParts.Between(ALetter.Content, Other);
        var merged = changed.Aggregate(ALetter.Content, (content, part) => LetterMerge.Take(part.Name, Other, content));

        Assert.Equal(LetterParts.Of(Other).Select(part => part.Name), changed.Select(part => part.Name));
        Assert.Empty(LetterParts.Between(Other, merged));
    }

    [Fact]
    public void Taking_one_part_leaves_the_others()
    {
        var merged = LetterMerge.Take(LetterParts.Closing, Other, ALetter.Content);

        Assert.Equal(LetterParts.Closing, Assert.Single(LetterParts.Between(ALetter.Content, merged)).Name);
        Assert.Equal("Respectfully,", merged.Closing);
    }

    [Fact]
    public void A_part_of_plain_text_can_be_written_by_hand()
    {
        foreach (var part in LetterParts.Of(Other).Where(part => LetterMerge.CanBeWritten(part.Name)))
        {
            var merged = LetterMerge.Write(part.Name, "By hand", ALetter.Content);

            Assert.Equal("By hand", LetterParts.Of(merged).Single(p => p.Name == part.Name).Text);
        }
    }
}
