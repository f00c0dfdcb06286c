using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class LetterNotesTests
{
    [Theory]
    [InlineData("We ask.[^1]\n\n[^1]: See[^1].", "Footnote 1 calls a footnote; footnotes cannot hold footnotes.")]
    [InlineData("We ask.[^one]\n\n[^one]: See[^two].\n\n[^two]: Plain.", "Footnote one calls a footnote; footnotes cannot hold footnotes.")]
    [InlineData("We ask [^nope] today.", "Footnote nope is called and not written. Add a line “[^nope]: …” or take the call out.")]
    [InlineData("We *ask [^no pe*] today.[^1]\n\n[^1]: Plain. And [^2] too.", "Footnote 2 is called and not written. Add a line “[^2]: …” or take the call out.")]
    [InlineData("We ask.\n\n[^1]: Nobody calls.", "Footnote 1 is written and never called. Put [^1] where it belongs or take it out.")]
    [InlineData("We ask.[^1]\n\n[^1]: One.\n\n[^1]: Two.", "Footnote 1 is written twice. Give one of them another label.")]
    [InlineData("We ask.[^1]\n\n[^1]:\n", "Footnote 1 says nothing. Write its words, or take it out with its calls.")]
    [InlineData("See [our page[^1]](https://unity.example).\n\n[^1]: One.", "Footnote 1 is called inside a link. Put [^1] after the link.")]
    [InlineData("See [our[^a] page](https://unity.example) now.\n\n[^a]: One.", "Footnote a is called inside a link. Put [^a] after the link.")]
    public void A_note_that_would_be_lost_is_named(string body, string fault)
    {
        Assert.Equal(fault, LetterNotes.FaultIn(LetterMarkdown.Parse(body)));
    }

    [Theory]
    [InlineData("We ask.[^1] And[^1] again.\n\n[^1]: Plain.")]
    [InlineData("Write \\[^1] or `[^1]` for a note.")]
    [InlineData("We [ask] ^today] [^ and [^] so on.")]
    [InlineData("See [our page](https://unity.example)[^1] (and \\[this[^1]](that).\n\n[^1]: One.")]
    public void Brackets_that_call_nothing_are_no_fault(string body)
    {
        Assert.Null(LetterNotes.FaultIn(LetterMarkdown.Parse(body)));
    }

    [Fact]
    public void Notes_called_side_by_side_are_both_there()
    {
        const string body = "We ask.[^1][^2][^3] With `[^1][^2]` in code.\n\n[^1]: One.\n[^2]: Two.\n[^3]: Three.";

        var html = LetterHtml.Of(new LetterContent { Body = body }, new LiveFacts(1, null), new LetterWords("en"));

        Assert.Null(LetterNotes.FaultIn(LetterMarkdown.Parse(body)));
        Assert.Equal([1, 2, 3], html.Notes.Select(note => note.Number));
        Assert.Contains("<code>[^1][^2]</code>", html.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_with_a_faulty_note_does_not_open()
    {
        var letter = ALetter.Draft(content: ALetter.Content with { Body = "We ask [^nope] today." });

        var refusal = Assert.Throws<RuleBrokenException>(() =>
            letter.Open(ALetter.Now.AddDays(7), ALetter.Now.AddDays(8), TimeSpan.Zero, "Ana", ALetter.Now));

        Assert.StartsWith("Footnote nope is called", refusal.Message, StringComparison.Ordinal);
    }
}
