using CoalitionLetters.Letters;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class TextMergeTests
{
    private const string Began = "One.\n\nTwo.\n\nThree.";

    [Theory]
    [InlineData("One, mine.\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nThree, theirs.", "One, mine.\n\nTwo.\n\nThree, theirs.")]
    [InlineData("Two.\n\nThree.", "One.\n\nTwo.\n\nThree, theirs.", "Two.\n\nThree, theirs.")]
    [InlineData("One.\n\nMine.\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nTheirs.\n\nThree.", "One.\n\nMine.\n\nTwo.\n\nTheirs.\n\nThree.")]
    [InlineData("One, mine.\n\nTwo.\n\nThree.", Began, "One, mine.\n\nTwo.\n\nThree.")]
    public void Edits_that_do_not_touch_each_other_stand_in_one_text(string mine, string theirs, string both)
    {
        Assert.Equal(both, TextMerge.Of(Began, mine, theirs));
        Assert.Equal(both, TextMerge.Of(Began, theirs, mine));
    }

    [Theory]
    [InlineData("One, mine.\n\nTwo.\n\nThree.", "One, theirs.\n\nTwo.\n\nThree.")]
    [InlineData("One.\n\nTwo.\n\nThree.\n\nMine.", "One.\n\nTwo.\n\nThree.\n\nTheirs.")]
    [InlineData("One.\nMine.\nTwo.\n\nThree.", "One.\n\nTwo, theirs.\n\nThree.")]
    public void Edits_that_touch_each_other_are_left_to_people(string mine, string theirs) => Assert.Null(TextMerge.Of(Began, mine, theirs));
}
