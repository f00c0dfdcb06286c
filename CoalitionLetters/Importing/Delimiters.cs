namespace CoalitionLetters.Importing;

/// <summary>What stands between the cells of a text, in words.</summary>
public static class Delimiters
{
    public static readonly (char Delimiter, string Name)[] Usual = [(',', "comma"), (';', "semicolon"), ('\t', "tab"), ('|', "vertical bar")];

    /// <summary>Its name; of an unusual one, the character itself.</summary>
    public static string NameOf(char delimiter) => Usual.FirstOrDefault(usual => usual.Delimiter == delimiter).Name ?? delimiter.ToString();

    /// <summary>"commas", as in "divided by commas".</summary>
    public static string Plural(char delimiter) => Usual.Any(usual => usual.Delimiter == delimiter) ? $"{NameOf(delimiter)}s" : $"\"{delimiter}\"";

    /// <summary>The delimiter that a name means, or any one character that can be one; null where it is neither.</summary>
    public static char? Find(string said) =>
        Usual.Where(usual => string.Equals(usual.Name, said, StringComparison.OrdinalIgnoreCase)).Select(usual => (char?)usual.Delimiter).FirstOrDefault() ?? (said is [var one] && CanDivide(one) ? one : null);

    /// <summary>Line breaks divide rows, and quotation marks hold a cell together.</summary>
    public static bool CanDivide(char c) => c is not ('\r' or '\n' or '"');
}
