namespace CoalitionLetters.Letters;

/// <summary>The closing that a letter begins with. It follows the letter's language as long as staff have not written their own.</summary>
public static class Closings
{
    public const string Usual = "Sincerely,";
    public const string UsualInSpanish = "Atentamente,";

    public static string? In(string language, string? closing) =>
        closing?.Trim() is Usual or UsualInSpanish ? language == "es" ? UsualInSpanish : Usual : closing;
}
