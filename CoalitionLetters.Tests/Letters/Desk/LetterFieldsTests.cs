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
    public void A_line_that_is_too_long_is_kept_to_its_last_letter_and_named()
    {
        var line = new string('a', LetterContent.LineMaxLength + 115);
        var content = new LetterContent { Enclosures = [line], Cc = ["Short"], Recipients = [new() { Address = [line] }] };

        var back = LetterFields.ToContent(LetterFields.Of(content));

        Assert.Empty(LetterParts.Between(content, back));
        Assert.Contains("has 315 characters; a line may have 200", LongLines.In(back.Enclosures), StringComparison.Ordinal);
        Assert.Null(LongLines.In(back.Cc));
    }

    [Fact]
    public void What_was_taken_away_comes_back_to_its_place()
    {
        Recipient ana = new() { Name = "Ana" }, ben = new() { Name = "Ben" }, kim = new() { Name = "Kim" };
        var before = new LetterContent { Recipients = [ana, ben, kim], Letterhead = [new() { Name = "One" }] };
        var taken = TakenRow.Between(before, before with { Recipients = [ana, kim] });
        var head = TakenRow.Between(before, before with { Letterhead = [] });

        Assert.Equal(["Ana", "Ben", "Lee"], taken!.BackIn(before with { Recipients = [ana, new() { Name = "Lee" }] }).Recipients.Select(r => r.Name));
        Assert.Equal("One", Assert.Single(head!.BackIn(before with { Letterhead = [] }).Letterhead).Name);
        Assert.Null(TakenRow.Between(before, before with { Recipients = [ben, ana, kim] }));
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
