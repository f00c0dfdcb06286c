using CoalitionLetters.Letters;
using Markdig;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class LetterMailboxesTests
{
    [Theory]
    [InlineData("Write to ana@unity.example.", """<p>Write to <a href="mailto:ana@unity.example">ana@unity.example</a>.</p>""")]
    [InlineData("ana_maria_reyes@unity.example, b.c@d.example", """<p><a href="mailto:ana_maria_reyes@unity.example">ana_maria_reyes@unity.example</a>, <a href="mailto:b.c@d.example">b.c@d.example</a></p>""")]
    [InlineData("**ana@unity.example**", """<p><strong><a href="mailto:ana@unity.example">ana@unity.example</a></strong></p>""")]
    [InlineData("[ana@unity.example](https://unity.example)", """<p><a href="https://unity.example">ana@unity.example</a></p>""")]
    [InlineData("<ana@unity.example>", """<p><a href="mailto:ana@unity.example">ana@unity.example</a></p>""")]
    [InlineData("`ana@unity.example`", "<p><code>ana@unity.example</code></p>")]
    [InlineData("At 5 @ the river, @unity", "<p>At 5 @ the river, @unity</p>")]
    public void A_mailbox_in_the_text_is_a_live_link(string markdown, string html) =>
        Assert.Equal(html, LetterMarkdown.Parse(markdown).ToHtml(LetterMarkdown.Pipeline).Trim());
}
