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
    /// <param name="language"><c>es</c> for Spanish (masculine, before no noun); all else is English.</param>
    public static string Of(int number, string language)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return language == "es" ? Spanish(number) : English(number);
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

    private static string Spanish(int number) => number switch
    {
        < 30 => SpanishUnits[number],
        < 100 => SpanishTens[number / 10] + (number % 10 == 0 ? "" : " y " + SpanishUnits[number % 10]),
        100 => "cien",
        < 1000 => SpanishHundreds[number / 100] + SpanishRest(number % 100),
        < 2000 => "mil" + SpanishRest(number % 1000),
        < 1_000_000 => BeforeNoun(Spanish(number / 1000)) + " mil" + SpanishRest(number % 1000),
        < 2_000_000 => "un millón" + SpanishRest(number % 1_000_000),
        _ => BeforeNoun(Spanish(number / 1_000_000)) + " millones" + SpanishRest(number % 1_000_000),
    };

    private static string SpanishRest(int number) => number == 0 ? "" : " " + Spanish(number);

    private static string BeforeNoun(string words) =>
        words.EndsWith("veintiuno", StringComparison.Ordinal) ? words[..^"veintiuno".Length] + "veintiún"
        : words.EndsWith("uno", StringComparison.Ordinal) ? words[..^1] : words;
}
