using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class LetterTests
{
    private static readonly DateTime Noon = ALetter.Now;

    [Fact]
    public void Opening_fixes_the_first_text_version()
    {
        var (letter, text) = ALetter.Open();

        Assert.Equal(LetterStatus.Open, letter.Status);
        Assert.Equal(1, text.Number);
        Assert.Equal(text.Id, letter.CurrentTextId);
        Assert.Equal(LetterText.HashOf(text.Text), text.Sha256);
    }

    [Fact]
    public void Open_refuses_a_closing_time_in_the_past()
    {
        var letter = ALetter.Draft();

        Assert.Throws<RuleBrokenException>(() => letter.Open(Noon, Noon, TimeSpan.Zero, "Dana Field", Noon));
    }

    [Fact]
    public void A_deadline_told_to_people_lies_in_the_future_when_it_is_set_and_may_pass_while_the_last_moment_moves()
    {
        var opening = Assert.Throws<RuleBrokenException>(() => ALetter.Draft().Open(Noon, Noon.AddDays(1), TimeSpan.Zero, "Dana Field", Noon));
        var (letter, _) = ALetter.Open(lasts: TimeSpan.FromDays(1));
        var moving = Assert.Throws<RuleBrokenException>(() => letter.MoveDeadline(Noon.AddHours(-1), Noon.AddDays(2), TimeSpan.Zero, Noon));

        letter.MoveDeadline(Noon.AddDays(1), Noon.AddDays(3), TimeSpan.Zero, Noon.AddDays(2));

        Assert.Equal("The deadline told to people must be in the future.", opening.Message);
        Assert.Equal(opening.Message, moving.Message);
        Assert.Equal((Noon.AddDays(1), Noon.AddDays(3)), (letter.DueAt, letter.ClosesAt));
    }

    [Fact]
    public void A_letter_with_a_line_that_is_too_long_is_not_opened()
    {
        var letter = ALetter.Draft(content: ALetter.Content with { Cc = [new string('a', 201)] });

        var refusal = Assert.Throws<RuleBrokenException>(() => letter.Open(Noon.AddDays(1), Noon.AddDays(1), TimeSpan.Zero, "Dana Field", Noon));

        Assert.Contains("has 201 characters", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_without_words_cannot_be_opened()
    {
        var letter = ALetter.Draft(content: ALetter.Content with { Body = " " });

        var refusal = Assert.Throws<RuleBrokenException>(() => letter.Open(Noon.AddDays(1), Noon.AddDays(1), TimeSpan.Zero, "Dana Field", Noon));

        Assert.Equal("Write the letter before it opens.", refusal.Message);
    }

    [Fact]
    public void Signatures_are_accepted_until_the_hard_deadline_and_not_a_tick_longer()
    {
        var (letter, _) = ALetter.Open(lasts: TimeSpan.FromDays(1));

        Assert.True(letter.AcceptsSignatures(Noon.AddDays(1).AddTicks(-1)));
        Assert.False(letter.AcceptsSignatures(Noon.AddDays(1)));
    }

    [Fact]
    public void Late_confirmations_are_accepted_for_the_grace_period_even_when_closed()
    {
        var (letter, _) = ALetter.Open(lasts: TimeSpan.FromDays(1));
        letter.Close(Noon.AddDays(1));

        Assert.True(letter.AcceptsConfirmations(Noon.AddDays(1).AddHours(6)));
        Assert.False(letter.AcceptsConfirmations(Noon.AddDays(1).AddHours(7)));
    }

    [Fact]
    public void A_draft_saved_on_an_older_one_is_refused()
    {
        var letter = ALetter.Draft();
        letter.SaveDraft(ALetter.Content with { Body = "First." }, seenRevision: 1);

        Assert.Throws<RuleBrokenException>(() => letter.SaveDraft(ALetter.Content with { Body = "Second." }, seenRevision: 1));
        Assert.Equal("First.", letter.Content.Body);
    }

    [Fact]
    public void New_words_after_opening_make_a_new_text_version()
    {
        var (letter, first) = ALetter.Open();
        letter.SaveDraft(ALetter.Content with { Body = "Mend them today." }, letter.Revision);

        var second = letter.ChangeText(first, EditClass.Substantive, "Dana Field", Noon.AddHours(1));

        Assert.Equal(2, second.Number);
        Assert.NotEqual(first.Sha256, second.Sha256);
        Assert.Equal(second.Id, letter.CurrentTextId);
    }

    [Fact]
    public void What_is_written_on_an_open_letter_changes_nothing_until_it_becomes_a_text_version()
    {
        var (letter, first) = ALetter.Open();
        letter.SaveDraft(ALetter.Content with { Title = "Half a titl", Language = "es" }, letter.Revision);

        Assert.Equal(("Clean water for every county", Letter.UsualAuthority, "Half a titl"), (letter.Title, letter.AuthorityTemplate, letter.DraftContent.Title));

        letter.ChangeText(first, EditClass.Editorial, "Dana Field", Noon.AddHours(1));
        Assert.Equal(("Half a titl", Letter.UsualAuthorityInSpanish, null), (letter.Title, letter.AuthorityTemplate, letter.NextContent));
    }

    [Theory]
    [InlineData("{{cuont}} of us", "The placeholder {{cuont}} is unknown.")]
    [InlineData("We {{nouns-in-text}}", "The placeholder {{nouns-in-text}} has nothing to say")]
    public void Words_that_can_never_be_published_neither_open_a_letter_nor_become_a_text_version(string body, string why)
    {
        var draft = ALetter.Draft(content: ALetter.Content with { Body = body });
        var opening = Assert.Throws<RuleBrokenException>(() => draft.Open(Noon.AddDays(1), Noon.AddDays(1), TimeSpan.Zero, "Dana Field", Noon));
        var (letter, first) = ALetter.Open();
        letter.SaveDraft(ALetter.Content with { Body = body }, letter.Revision);

        var changing = Assert.Throws<RuleBrokenException>(() => letter.ChangeText(first, EditClass.Editorial, "Dana Field", Noon));

        Assert.StartsWith(why, opening.Message, StringComparison.Ordinal);
        Assert.Equal(opening.Message, changing.Message);
        Assert.Equal((LetterStatus.Draft, ALetter.Content.Body), (draft.Status, letter.Content.Body));
    }

    [Theory]
    [InlineData("Clean-Water")]
    [InlineData("clean water")]
    [InlineData("-clean")]
    [InlineData("../etc")]
    [InlineData("")]
    public void An_address_is_small_letters_digits_and_hyphens(string slug) =>
        Assert.Throws<RuleBrokenException>(() => ALetter.Draft(slug));
}
