using Bunit;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

public sealed class DifferenceViewTests : BunitContext
{
    [Fact]
    public void Each_paragraph_that_differs_says_which_side_it_is_of_and_what_is_the_same_says_nothing()
    {
        var shown = Render<DifferenceView>(parameters => parameters
            .Add(p => p.Part, new ChangedPart(LetterParts.Body, "One.\nTwo.", "One.\nTwo, changed.\nThree.")).Add(p => p.OldName, "Text version 1").Add(p => p.NewName, "The draft"));

        Assert.Equal(
            [("One.", null, null), ("One.", null, "same"), ("Two.", "Text version 1", null), ("Two, changed.", "The draft", null), ("", "Text version 1", "none"), ("Three.", "The draft", "came")],
            shown.FindAll(".difference p:not(.side)").Select(p => (p.TextContent.Trim(), p.GetAttribute("data-side"), p.GetAttribute("class"))));
    }
}
