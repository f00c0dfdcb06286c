using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

public sealed class LetterFieldsTests
{
    [Theory]
    [InlineData("family-unity-letter.md")]
    [InlineData("attorneys-general-letter.md")]
    [InlineData("clean-water-letter.md")]
    public void A_letter_goes_through_the_fields_unchanged(string sample)
    {
        var content = LetterFile.Parse(File.ReadAllText(RepositoryFiles.Sample(sample))).Content;

        var back = LetterFields.ToContent(LetterFields.Of(content));

        Assert.Empty(LetterParts.Between(content, back));
    }

    [Fact]
    public void How_lines_are_set_is_kept()
    {
        var content = new LetterContent { Justify = true, Hyphenate = true };

        var back = LetterFields.ToContent(LetterFields.Of(content));

        Assert.True(back is { Justify: true, Hyphenate: true });
        Assert.Contains(LetterParts.Between(new LetterContent(), content), part => part.New.Contains("as wide as the page", StringComparison.Ordinal));
    }

    [Fact]
    public void A_logo_stays_with_its_letterhead()
    {
        var logo = Guid.NewGuid();
        var content = new LetterContent { Letterhead = [new() { Name = "One" }, new() { Name = "Two", LogoId = logo }] };

        var back = LetterFields.ToContent(LetterFields.Of(content));

        Assert.Equal([null, logo], back.Letterhead.Select(lead => lead.LogoId));
    }

    [Fact]
    public void Nonsense_in_a_field_becomes_the_usual()
    {
        var back = LetterFields.ToContent(new Dictionary<string, string> { ["paper"] = "papyrus", ["date"] = "someday", ["signature-columns"] = "99", ["language"] = "tlh" });

        Assert.Equal((Paper.Letter, null, 3, "en"), (back.Paper, back.Date, back.SignatureColumns, back.Language));
    }
}
