using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class OpenAddressesTests
{
    [Theory]
    [InlineData("[a](")]
    [InlineData("[a](b (c ")]
    [InlineData("[a](((x)")]
    [InlineData("http://a(")]
    public void A_text_in_which_thousands_of_addresses_do_not_end_is_refused(string again)
    {
        var text = string.Concat(Enumerable.Repeat(again, LetterContent.BodyMaxLength / again.Length));

        var refusal = Assert.Throws<RuleBrokenException>(() => LetterMarkdown.Parse(text));

        Assert.StartsWith("Very many addresses in the letter's text begin", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](https://unity.example/a_(b)) and on ")]
    [InlineData("世界[团结](https://unity.example)")]
    [InlineData("See http://unity.example/a?b=c and [this](that \n\n")]
    public void A_text_full_of_addresses_is_read(string again)
    {
        var text = string.Concat(Enumerable.Repeat(again, LetterContent.BodyMaxLength / again.Length));

        Assert.NotEmpty(LetterMarkdown.Parse(text));
    }
}
