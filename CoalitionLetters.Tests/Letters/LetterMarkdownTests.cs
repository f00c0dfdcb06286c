using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.FinalLetters;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

/// <summary>However deep things stand in each other, a text is refused in a sentence or shown everywhere, and nothing ends the process.</summary>
public sealed class LetterMarkdownTests
{
    private const string Sentence = "Lists, quotes, brackets or asterisks in the text stand too deep in each other to be read. Take some of them out.";

    [Theory]
    [InlineData("*", "*", 45_000)]
    [InlineData("*", "*", 3_000)]
    [InlineData("*", "*", 210)]
    [InlineData("_", "_", 45_000)]
    [InlineData("*a ", " b*", 3_000)]
    [InlineData("**_", "_**", 20_000)]
    [InlineData("![", "](https://unity.example)", 3_000)]
    [InlineData(">", "", 3_000)]
    [InlineData("- ", "", 3_000)]
    public async Task A_text_too_deep_to_be_shown_is_refused_in_a_sentence(string opening, string closing, int times)
    {
        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => Task.Run(() => LetterMarkdown.Parse(Deep(opening, closing, times)), TestContext.Current.CancellationToken));

        Assert.Equal(Sentence, refusal.Message);
    }

    [Theory]
    [InlineData("*", "*", 190)]
    [InlineData("*a ", " b*", 95)]
    [InlineData("**_", "_**", 500)]
    [InlineData("![", "](https://unity.example)", 95)]
    [InlineData("[", "](https://unity.example)", 500)]
    [InlineData(">", "", 500)]
    [InlineData("- ", "", 250)]
    public async Task A_text_that_is_read_is_shown_as_page_and_as_pdf(string opening, string closing, int times)
    {
        var content = ALetter.Content with { Body = new string('>', opening is ">" or "- " ? 0 : 400) + Deep(opening, closing, times) };

        var (html, pages) = await Task.Run(() => (LetterHtml.Of(content, new LiveFacts(2, null), new CoalitionLetters.Letters.Public.LetterWords("en")), LetterPdf.Lay(content, [], LettersToSet.Options).Pages), TestContext.Current.CancellationToken);

        Assert.NotEmpty(html.Body);
        Assert.NotEmpty(pages);
    }

    [Fact]
    public void A_letter_that_its_page_could_not_show_is_not_opened()
    {
        var letter = ALetter.Draft(content: ALetter.Content with { Body = Deep("*", "*", 3_000) });

        Assert.Equal(Sentence, Assert.Throws<RuleBrokenException>(() => Open(letter)).Message);
    }

    [Fact]
    public void Neither_is_one_that_its_placeholders_make_too_deep()
    {
        var letter = ALetter.Draft(content: ALetter.Content with { Body = "{{noun}}{{noun}}a{{noun}}{{noun}}", NounMany = new string('*', 150) });

        Assert.Equal(Sentence, Assert.Throws<RuleBrokenException>(() => Open(letter)).Message);
    }

    [Fact]
    public void An_action_that_its_page_could_not_explain_is_refused()
    {
        var content = AnExplanation(Deep("*", "*", 3_000));

        Assert.Equal(Sentence, Assert.Throws<RuleBrokenException>(() => ManageAction.Check(content)).Message);
        ManageAction.Check(AnExplanation("**Children** are being taken."));
    }

    private static ActionContent AnExplanation(string text) => new() { Title = "Keep families together", Subject = "Families", Draft = "{{own-sentence}}", Explanation = text };

    private static void Open(Letter letter) => letter.Open(ALetter.Now.AddDays(1), ALetter.Now.AddDays(1), TimeSpan.Zero, "Dana Field", ALetter.Now);

    private static string Deep(string opening, string closing, int times) => $"{string.Concat(Enumerable.Repeat(opening, times))}a{string.Concat(Enumerable.Repeat(closing, times))}";
}
