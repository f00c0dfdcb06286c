using System.Text;

namespace CoalitionLetters.FinalLetters;

/// <summary>Typographic signs for the formal parts, as Markdown gives them to the body. Names are never changed: they are printed as given.</summary>
internal static class Typographic
{
    /// <summary>Turns straight quotation marks and apostrophes into curly ones.</summary>
    public static string Quotes(string text)
    {
        if (text.AsSpan().IndexOfAny('"', '\'') < 0)
        {
            return text;
        }

        var curly = new StringBuilder(text);
        for (var i = 0; i < curly.Length; i++)
        {
            var opens = i == 0 || char.IsWhiteSpace(curly[i - 1]) || curly[i - 1] is '(' or '[' or '—' or '–' or '/' or '“' or '‘';
            curly[i] = curly[i] switch
            {
                '"' => opens ? '“' : '”',
                '\'' => opens && !(i + 1 < curly.Length && char.IsAsciiDigit(curly[i + 1])) ? '‘' : '’',
                var other => other,
            };
        }

        return curly.ToString();
    }
}
