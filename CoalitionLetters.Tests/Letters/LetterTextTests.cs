using CoalitionLetters.Letters;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class LetterTextTests
{
    private static readonly LetterContent Letter = new() { Title = "Clean water", Salutation = "Dear Governor:", Body = "Mend the pipes.\n\nSoon." };

    [Fact]
    public void The_same_words_have_the_same_hash_however_they_were_typed()
    {
        var typed = LetterText.Normalize(Letter with { Body = "Mend the pipes.  \r\n\r\n\r\nSoon.\r\n" });

        Assert.Equal(LetterText.HashOf(LetterText.Normalize(Letter)), LetterText.HashOf(typed));
    }

    [Fact]
    public void Accents_typed_as_one_character_or_two_are_the_same_words()
    {
        var one = LetterText.Normalize(Letter with { Body = "Caf\u00E9" });
        var two = LetterText.Normalize(Letter with { Body = "Cafe\u0301" });

        Assert.Equal(one, two);
    }

    [Fact]
    public void What_is_no_character_is_no_word()
    {
        Assert.Equal(LetterText.Normalize(Letter), LetterText.Normalize(Letter with { Body = "Mend \uFFFEthe pipes.\n\nSoon." }));
    }

    [Theory]
    [InlineData("Mend the pipes.\n\nNow.")]
    [InlineData("Mend the pipes. Soon.")]
    public void Other_words_have_another_hash(string body)
    {
        var other = LetterText.Normalize(Letter with { Body = body });

        Assert.NotEqual(LetterText.HashOf(LetterText.Normalize(Letter)), LetterText.HashOf(other));
    }

    [Fact]
    public void Every_formal_part_is_among_the_words()
    {
        var text = LetterText.Normalize(new LetterContent
        {
            Title = "T1", Letterhead = [new() { Name = "L1", Office = "L2", Address = ["L3"] }], Date = new DateOnly(2018, 6, 14), Delivery = "D1",
            Recipients = [new() { Honorific = "H1", Name = "R1", Title = "R2", Body = "R3", Address = ["R4"] }], Re = "E1", Dockets = ["K1"],
            Salutation = "S1", Body = "B1", Closing = "C1", Cc = ["C2"], Enclosures = ["N1"], Contact = "O1", NounsInText = "unions",
        });

        Assert.Equal("T1\n\nL1\nL2\nL3\n\n2018-06-14\n\nD1\n\nH1 R1\nR2\nR3\nR4\n\nRE: E1\n\nK1\n\nS1\n\nB1\n\nC1\n\ncc: C2\n\nEnclosure: N1\n\nO1\n\nunions\n", text);
    }

    [Fact]
    public void A_lone_surrogate_does_not_stop_it()
    {
        var text = LetterText.Normalize(Letter with { Body = "Broken \uD800 half" });

        Assert.Contains("Broken \uFFFD half", text, StringComparison.Ordinal);
    }
}
