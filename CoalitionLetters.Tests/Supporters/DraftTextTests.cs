using CoalitionLetters.Supporters;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

public sealed class DraftTextTests
{
    private readonly DraftText draft = DraftText.Parse("I write to you.\n\n[[Please end these separations now.]] {{own-sentence}}\n\nThank you.");

    [Fact]
    public void The_own_sentence_stands_in_its_place()
    {
        Assert.Equal("I write to you.\n\nPlease end these separations now. My sister teaches them.\n\nThank you.", draft.With(" My sister teaches them. "));
    }

    [Fact]
    public void Without_an_own_sentence_no_gap_is_left()
    {
        Assert.Equal("I write to you.\n\nPlease end these separations now.\n\nThank you.", draft.With(null));
    }

    [Fact]
    public void A_lost_passage_is_named_and_a_rewrapped_one_is_not_lost()
    {
        Assert.Equal(["Please end these separations now."], draft.MissingFrom("I write to you. Thank you."));
        Assert.Empty(draft.MissingFrom("Hello. Please end\nthese  separations now. Bye."));
    }

    [Fact]
    public void Signs_that_nobody_sees_make_no_difference_between_draft_and_text()
    {
        var pasted = DraftText.Parse("I write to\u00AD you.\n\n[[Please end these separ\u00ADations\u200B now.]]");

        Assert.True(pasted.IsUnchangedIn("I write to you.\n\nPlease end these separations now.", null));
        Assert.Empty(pasted.MissingFrom("Please end these separations now."));
        Assert.Equal(0, pasted.ChangedShareOf("I write to you. Please end these separations now."));
    }

    [Fact]
    public void The_changed_share_counts_words_that_only_one_of_draft_and_text_has()
    {
        Assert.Equal(0, draft.ChangedShareOf(draft.With(null)));
        Assert.Equal(4.0 / 15, draft.ChangedShareOf(draft.With("My sister teaches them.")), 6);
        Assert.Equal(1, draft.ChangedShareOf("Entirely other things"));
        Assert.Equal(0, DraftText.Parse(" ").ChangedShareOf("  "));
    }

    [Fact]
    public void A_text_that_was_only_cut_or_turned_round_has_changed_and_one_only_rewrapped_has_not()
    {
        Assert.Equal(2.0 / 11, draft.ChangedShareOf("I write to you.\n\nPlease end these separations now."), 6);
        Assert.True(draft.ChangedShareOf("Thank you.\n\nPlease end these separations now.\n\nI write to you.") > 0);
        Assert.Equal(0, draft.ChangedShareOf("I write to\nyou. Please end these  separations now.\nThank you."));
    }

    [Fact]
    public void Brackets_that_do_not_close_are_plain_text()
    {
        var open = DraftText.Parse("A [[b c");

        Assert.Empty(open.Kept);
        Assert.Equal("A [[b c", open.With(null));
    }

    [Theory]
    [InlineData("One. {{own-sentence}} Two.", "Well: One. And more.", "Well: One. Mine. And more.")]
    [InlineData("One. {{own-sentence}} Two.", "Changed. Two.", "Changed. Mine. Two.")]
    [InlineData("One.\n\n{{own-sentence}}\n\nTwo.", "One.\n\nTwo.", "One.\n\nMine.\n\nTwo.")]
    [InlineData("One.\n\n{{own-sentence}}\n\nTwo.", "Changed.\n\nTwo.", "Changed.\n\nMine.\n\nTwo.")]
    [InlineData("One. {{own-sentence}} Two.", "All is new.", "All is new.\n\nMine.")]
    public void A_sentence_of_ones_own_is_put_where_the_draft_has_it(string draft, string edited, string with)
    {
        Assert.Equal(with, DraftText.Parse(draft).Insert(edited, "Mine."));
    }
}
