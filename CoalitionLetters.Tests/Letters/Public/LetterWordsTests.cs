using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Supporters.Public;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

public sealed class LetterWordsTests
{
    [Theory]
    [InlineData("en", 93, "National", "93 national")]
    [InlineData("en", 1, "National", "1 national")]
    [InlineData("en", 5, "Other organizations", "5 other organizations")]
    [InlineData("en", 1, "Other organizations", "Other organizations: 1")]
    [InlineData("es", 1, "Nacionales", "Nacionales: 1")]
    public void One_of_a_part_is_never_said_as_several(string language, int count, string heading, string said)
    {
        Assert.Equal(said, new LetterWords(language).Part(count, heading));
    }

    [Theory]
    [InlineData(1, "sindicato", "Se retiró después de la publicación: un sindicato, 1 de junio.")]
    [InlineData(1, "organización", "Se retiró después de la publicación: una organización, 1 de junio.")]
    [InlineData(2, "sindicatos", "Se retiraron después de la publicación: dos sindicatos, 1 de junio.")]
    public void Spanish_numbers_agree_with_what_is_counted(int count, string noun, string said)
    {
        Assert.Equal(said, new LetterWords("es").WithdrewAfter(count, noun, "1 de junio"));
    }

    [Theory]
    [InlineData("sindicatos", "firmaron. Edición 2 del 1 de junio: uno se sumó, uno se retiró")]
    [InlineData("organizaciones", "firmaron. Edición 2 del 1 de junio: una se sumó, una se retiró")]
    public void What_changed_between_editions_agrees_with_what_is_counted(string noun, string said)
    {
        Assert.Equal(said, new LetterWords("es").SignedEdition(9, 2, "1 de junio", noun, (1, 1)));
    }

    [Theory]
    [InlineData("Martes 8 de diciembre, 5 p. m.", "martes 8 de diciembre, 5 p. m.")]
    [InlineData("Sábado 8 de diciembre, 5 p. m.", "sábado 8 de diciembre, 5 p. m.")]
    [InlineData("Hoy, 5 p. m.", "hoy, 5 p. m.")]
    public void A_Spanish_day_begins_small_inside_a_sentence(string deadline, string said)
    {
        Assert.StartsWith($"Abierta hasta: {said}.", new LetterWords("es").UnderLine(deadline, true, false), StringComparison.Ordinal);
        Assert.Equal($"Abierta hasta: {said}.", new LetterWords("es").OpenUntilSentence(deadline));
        Assert.Equal($"Abierta hasta: {said}.", new SignWords("es").OpenUntil(deadline));
        Assert.Equal($"Abierta hasta: {said}.", new ActionWords("es").OpenUntil(deadline));
        Assert.Equal($"Abierta hasta: {said}.", new OfficeWords("es").UntilSentence(deadline));
        Assert.Equal(said, new LetterWords("es").AfterUntil(deadline));
    }

    [Theory]
    [InlineData(null, "Carta abierta a Jo Ejemplo y Ana Ejemplo")]
    [InlineData("Gobernadora de Nuevo México", "Carta abierta: Gobernadora de Nuevo México y Ana Ejemplo")]
    public void A_Spanish_letter_is_one_to_those_whom_it_names(string? title, string said)
    {
        Assert.Equal(said, new LetterWords("es").OpenLetterTo(new LetterContent { Recipients = [new() { Name = "Jo Ejemplo", Title = title }, new() { Name = "Ana Ejemplo" }] }));
    }

    [Theory]
    [InlineData("Administrator", "Environmental Protection Agency", "Open letter to the Administrator, Environmental Protection Agency")]
    [InlineData("President of the United States", "The White House", "Open letter to the President of the United States")]
    [InlineData("Governor", null, "Open letter to the Governor")]
    public void An_office_that_many_bodies_have_says_whose_it_is(string title, string? body, string said)
    {
        Assert.Equal(said, new LetterWords("en").OpenLetterTo(new LetterContent { Recipients = [new() { Name = "Jo Example", Title = title, Body = body }] }));
    }
}
