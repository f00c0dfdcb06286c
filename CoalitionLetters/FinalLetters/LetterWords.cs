using System.Globalization;
using CoalitionLetters.Listings;
using CoalitionLetters.Typesetting.Documents;

namespace CoalitionLetters.FinalLetters;

/// <summary>The words that a letter's PDF adds to what its authors wrote, in the letter's language.</summary>
public sealed record LetterWords
{
    private static readonly string[] EnglishMonths =
        "January February March April May June July August September October November December".Split(' ');

    private static readonly string[] SpanishMonths =
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".Split(' ');

    private static readonly LetterWords english = new()
    {
        LanguageTag = "en-US",
        Sheet = SheetWords.English,
        Re = "RE:",
        Signatories = "Signatories",
        Individuals = "Individuals",
        IdentificationOnly = "Affiliations are for identification only.",
        Copies = "cc:",
        Enclosure = "Enclosure:",
        Enclosures = "Enclosures:",
        Contact = "Contact:",
        Draft = "DRAFT",
        Edition = "Edition",
        Code = "code",
        Verify = "Check that this copy is genuine:",
        List = "The signatories of this letter, in the order of print",
        SignedBy = "A letter signed by",
        LogoOf = "Logo of",
        SignatureOf = "Signature of",
        SignatureNameAddress = "Signature, name, address",
    };

    private static readonly LetterWords spanish = new()
    {
        LanguageTag = "es-US",
        Sheet = SheetWords.Spanish,
        Re = "ASUNTO:",
        Signatories = "Firmantes",
        Individuals = "Personas",
        IdentificationOnly = "La afiliación se indica solo para identificar a la persona.",
        Copies = "c. c.:",
        Enclosure = "Anexo:",
        Enclosures = "Anexos:",
        Contact = "Contacto:",
        Draft = "BORRADOR",
        Edition = "Edición",
        Code = "código",
        Verify = "Compruebe que esta copia es auténtica:",
        List = "Firmantes de esta carta, en el orden impreso",
        SignedBy = "Carta firmada por",
        LogoOf = "Logotipo de",
        SignatureOf = "Firma de",
        SignatureNameAddress = "Firma, nombre, dirección",
    };

    public required string LanguageTag { get; init; }

    public required SheetWords Sheet { get; init; }

    public required string Re { get; init; }

    public required string Signatories { get; init; }

    public required string Individuals { get; init; }

    public required string IdentificationOnly { get; init; }

    public required string Copies { get; init; }

    public required string Enclosure { get; init; }

    public required string Enclosures { get; init; }

    public required string Contact { get; init; }

    public required string Draft { get; init; }

    public required string Edition { get; init; }

    public required string Code { get; init; }

    public required string Verify { get; init; }

    public required string List { get; init; }

    public required string SignedBy { get; init; }

    public required string LogoOf { get; init; }

    public required string SignatureOf { get; init; }

    /// <summary>Under the line of a letter that somebody is yet to sign.</summary>
    public required string SignatureNameAddress { get; init; }

    public static LetterWords In(string language) => Languages.IsSpanish(language) ? spanish : english;

    /// <summary>"June 14, 2018", "14 de junio de 2018".</summary>
    public string Date(DateOnly date) => this == spanish
        ? $"{date.Day} de {SpanishMonths[date.Month - 1]} de {date.Year}"
        : $"{EnglishMonths[date.Month - 1]} {date.Day}, {date.Year}";

    /// <summary>"1,199", "1.199".</summary>
    public string Number(int number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", this == spanish ? "." : ",", StringComparison.Ordinal);
}
