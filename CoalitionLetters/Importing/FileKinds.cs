using System.Text;
using System.Text.RegularExpressions;

namespace CoalitionLetters.Importing;

/// <summary>Text that is no list although its lines look like one, told by how its kind begins.</summary>
internal static partial class FileKinds
{
    // Without the mark that an encoding may leave.
    private static readonly char[] before = ['\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n'];

    public static bool IsWebPage(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).TrimStart(before);
        return StartsWith(text, "<!doctype") || StartsWith(text, "<html") || StartsWith(text, "<table") || (StartsWith(text, "<?xml") && Holds(text, "<html"));
    }

    /// <summary>Tables and contacts as programs exchange them; null for what may be a list.</summary>
    public static string? Find(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).TrimStart(before);
        if (StartsWith(text, "<?xml"))
            return Holds(text, "schemas-microsoft-com:office:spreadsheet") || Holds(text, "Excel.Sheet") ? "a spreadsheet in XML" : Holds(text, "<office:document") ? "an OpenDocument file in XML" : "a file in XML";
        return StartsWith(text, "BEGIN:VCARD") ? "a file of contacts (vCard)"
            : text.StartsWith("ID;P", StringComparison.Ordinal) ? "a sheet in the SYLK format"
            : Dif().IsMatch(text) ? "a sheet in the DIF format"
            : Yaml().IsMatch(text) ? "a file in YAML"
            : null;
    }

    private static bool StartsWith(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^TABLE\r?\n0,1\r?\n")]
    private static partial Regex Dif();

    // A list of entries, each with several named values below one another.
    [GeneratedRegex(@"^(---[ \t]*\r?\n)?(- \w+:( [^\r\n]*)?|\w+:[ \t]*\r?\n[ \t]*- \w+:( [^\r\n]*)?)\r?\n[ \t]+\w+:( |\r?\n)")]
    private static partial Regex Yaml();
}
