namespace CoalitionLetters.Importing;

/// <summary>
/// Keeps a spreadsheet from running what strangers typed: a cell that begins like a formula gets an apostrophe before it (OWASP, CSV injection), and loses it
/// again when the file comes back. A text that already begins with apostrophes before such a character gets one more, so that nothing is lost.
/// </summary>
public static class ExportSafety
{
    public static string Neutralized(string text) => IsDangerous(text) ? "'" + text : text;

    public static string Restored(string text) => text.StartsWith('\'') && IsDangerous(text[1..]) ? text[1..] : text;

    private static bool IsDangerous(string text) => text.TrimStart('\'') is [('=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠'), ..];
}
