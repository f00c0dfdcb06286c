using CoalitionLetters.FinalLetters.Desk;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters.Desk;

[Trait("Needs", "Database")]
public sealed class DrawLetterTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("We ask.[^1]\n\n[^1]: See[^1].", "Footnote 1 calls a footnote; footnotes cannot hold footnotes.")]
    [InlineData("We ask.[^1]\n\n[^1]: See[^2].\n\n[^2]: And[^1].", "Footnote 1 calls a footnote; footnotes cannot hold footnotes.")]
    public async Task A_letter_that_cannot_be_set_has_no_pages_and_says_why(string body, string problem)
    {
        var drawn = await DrawAsync(body);

        Assert.Empty(drawn.Pages);
        Assert.Equal([problem], drawn.Problems);
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

    private async Task<DrawnLetter> DrawAsync(string body)
    {
        DrawnLetter? drawn = null;
        await app.RunAsync<DrawLetter>(async story => drawn = await story.RunAsync(Guid.NewGuid(), ALetter.Content with { Body = body }));
        return drawn!;
    }
}
