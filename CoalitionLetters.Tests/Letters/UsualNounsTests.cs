using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class UsualNounsTests
{
    [Theory]
    [InlineData("en", SignatoryKind.Organizations, "organization", "organizations")]
    [InlineData("es", SignatoryKind.Organizations, "organización", "organizaciones")]
    [InlineData("es", SignatoryKind.Officials, "funcionario", "funcionarios")]
    public void A_letter_whose_count_words_are_left_empty_gets_those_of_its_language_and_its_signatories(string language, SignatoryKind signatories, string one, string many)
    {
        var fields = LetterFields.Of(new LetterContent { Language = language, Signatories = signatories, NounOne = "", NounMany = "" });

        var content = LetterFields.ToContent(fields);

        Assert.Equal((one, many), (content.NounOne, content.NounMany));
    }

    [Theory]
    [InlineData("es", "official", "officials", true)]
    [InlineData("es", "alcalde", "officials", true)]
    [InlineData("es", "alcalde", "alcaldes", false)]
    [InlineData("en", "organización", "organizaciones", true)]
    [InlineData("en", "organization", "organizations", false)]
    public void Usual_words_of_another_language_are_told_from_the_letters_own(string language, string one, string many, bool other) =>
        Assert.Equal(other, UsualNouns.AreOfOtherLanguage(new LetterContent { Language = language, NounOne = one, NounMany = many }));
}
