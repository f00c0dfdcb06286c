using CoalitionLetters.Coalitions;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.FinalLetters.Desk;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Typesetting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters.Desk;

[Trait("Needs", "Database")]
public sealed class DrawLetterTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("{0}[^9]", "Footnote 9 is called and not written.")]
    [InlineData("{0}\n\n[^9]: Nobody calls.", "Footnote 9 is written and never called.")]
    [InlineData("{0}[^9]\n\n[^9]: ", "Footnote 9 says nothing.")]
    [InlineData("See [{0}[^9]](https://unity.example).\n\n[^9]: One.", "Footnote 9 is called inside a link.")]
    [InlineData("{0}[^1]\n\n[^1]: See[^1].", "Footnote 1 calls a footnote; footnotes cannot hold footnotes.")]
    [InlineData("{0}[^1]\n\n[^1]: See[^2].\n\n[^2]: And[^1].", "Footnote 1 calls a footnote; footnotes cannot hold footnotes.")]
    public async Task A_footnote_that_is_not_in_order_is_named_while_the_pages_follow_the_words(string body, string problem)
    {
        var (first, next) = (await DrawAsync(string.Format(null, body, "We ask.")), await DrawAsync(string.Format(null, body, "We ask again.")));

        Assert.StartsWith(problem, Assert.Single(first.Problems), StringComparison.Ordinal);
        Assert.NotEqual(Assert.Single(first.Pages).Hash, Assert.Single(next.Pages).Hash);
        Assert.Throws<TypesettingException>(() => LetterPdf.Render(ALetter.Content with { Body = string.Format(null, body, "We ask.") }, [], LettersToSet.Options));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_set_has_no_pages_and_says_why()
    {
        var drawn = await DrawAsync("We ask \U0001F1E6.");

        Assert.Empty(drawn.Pages);
        Assert.Contains("needs a font for U+1F1E6", Assert.Single(drawn.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coalitions_colour_is_seen_on_the_pages()
    {
        var navy = await DrawAsync("We ask.");

        await AccentAsync("#ffff00");
        var yellow = await DrawAsync("We ask.");
        await AccentAsync(Accent.Default);

        Assert.NotEqual(Assert.Single(navy.Pages).Hash, Assert.Single(yellow.Pages).Hash);
        Assert.Equal(navy.Pages, (await DrawAsync("We ask.")).Pages);
    }

    [Theory]
    [InlineData('[', 20_000, "")]
    [InlineData('*', 45_000, "a")]
    [InlineData('*', 3_000, "a")]
    public async Task Brackets_and_asterisks_without_end_are_a_problem_and_no_failure(char sign, int times, string between)
    {
        var drawn = await DrawAsync(new string(sign, times) + between + new string(sign, times));

        Assert.StartsWith("Lists, quotes, brackets or asterisks in the text stand too deep", Assert.Single(drawn.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_with_notes_and_odd_characters_is_drawn()
    {
        var drawn = await DrawAsync("We ask\uFFFE.[^1][^2]\n\n[^1]: One.\n[^2]: Two.");

        Assert.Single(drawn.Pages);
        Assert.Empty(drawn.Problems);
    }

    private async Task AccentAsync(string accent)
    {
        await using var db = app.OpenDb();
        await db.Coalition.ExecuteUpdateAsync(set => set.SetProperty(c => c.Accent, accent), TestContext.Current.CancellationToken);
    }

    private async Task<DrawnLetter> DrawAsync(string body)
    {
        DrawnLetter? drawn = null;
        await app.RunAsync<DrawLetter>(async story => drawn = await story.RunAsync(Guid.NewGuid(), ALetter.Content with { Body = body }));
        return drawn!;
    }
}
