namespace CoalitionLetters.Letters;

/// <summary>Numbers as a letter writes them out: "one hundred thirteen", "ciento trece".</summary>
public static class NumberWords
{
    private static readonly string[] EnglishUnits =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    private static readonly string[] EnglishTens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly string[] SpanishUnits =
        ("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve " +
        "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve").Split(' ');

    private static readonly string[] SpanishTens = "- - veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".Split(' ');

    private static readonly string[] SpanishHundreds =
        "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".Split(' ');

    /// <param name="number">0 to 999,999,999.</param>
    /// <param name="language"><c>es</c> for Spanish; all else is English.</param>
    /// <param name="before">What a Spanish number counts where the noun follows it: "uno", but "un sindicato" and "una organización".</param>
    public static string Of(int number, string language, Counted before = Counted.Nothing)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return language == "es" ? Spanish(number, before) : English(number);
    }

    private static string English(int number) => number switch
    {
        < 20 => EnglishUnits[number],
        < 100 => EnglishTens[number / 10] + (number % 10 == 0 ? "" : "-" + EnglishUnits[number % 10]),
        < 1000 => EnglishUnits[number / 100] + " hundred" + Rest(number % 100),
        < 1_000_000 => English(number / 1000) + " thousand" + Rest(number % 1000),
        _ => English(number / 1_000_000) + " million" + Rest(number % 1_000_000),
    };

    private static string Rest(int number) => number == 0 ? "" : " " + English(number);

    private static string Spanish(int number, Counted before) => number switch
    {
        < 30 => SpanishUnit(number, before),
        < 100 => SpanishTens[number / 10] + (number % 10 == 0 ? "" : " y " + SpanishUnit(number % 10, before)),
        100 => "cien",
        < 1000 => SpanishHundred(number / 100, before) + SpanishRest(number % 100, before),
        < 2000 => "mil" + SpanishRest(number % 1000, before),
        < 1_000_000 => Spanish(number / 1000, before == Counted.Feminine ? before : Counted.Masculine) + " mil" + SpanishRest(number % 1000, before),
        < 2_000_000 => "un millón" + SpanishRest(number % 1_000_000, before),
        _ => Spanish(number / 1_000_000, Counted.Masculine) + " millones" + SpanishRest(number % 1_000_000, before),
    };

    private static string SpanishRest(int number, Counted before) => number == 0 ? "" : " " + Spanish(number, before);

    private static string SpanishUnit(int number, Counted before) => (number, before) switch
    {
        (1, Counted.Masculine) => "un",
        (21, Counted.Masculine) => "veintiún",
        (1 or 21, Counted.Feminine) => SpanishUnits[number][..^1] + "a",
        _ => SpanishUnits[number],
    };

    /// <summary>"Ciento" alone does not agree with what is counted.</summary>
    private static string SpanishHundred(int hundreds, Counted before) =>
        hundreds > 1 && before == Counted.Feminine ? SpanishHundreds[hundreds][..^2] + "as" : SpanishHundreds[hundreds];
}

/// <summary>What stands behind a number: no noun, or one of this gender.</summary>
public enum Counted { Nothing, Masculine, Feminine }
