using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Supporters;

/// <summary>Several lines that somebody typed, made fit to be stored, mailed and printed.</summary>
public static class PlainText
{
    /// <summary>At most so many characters of a text, cut behind a word where there is one, with an ellipsis for the rest.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOfAny([' ', '\n'], most - 1, most / 2);
        end = end > 0 ? end : char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return $"{text.AsSpan(0, end).TrimEnd()}…";
    }

    /// <summary>Each line as <see cref="PlainLine"/> has it; at most one empty line in a row.</summary>
    public static string Of(string? typed)
    {
        var kept = new List<string>();
        foreach (var line in (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(PlainLine.Of))
        {
            if (line.Length > 0 || (kept.Count > 0 && kept[^1].Length > 0))
            {
                kept.Add(line);
            }
        }

        return string.Join('\n', kept).Trim();
    }
}
