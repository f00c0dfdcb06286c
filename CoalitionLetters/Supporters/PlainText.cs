using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Supporters;

/// <summary>Several lines that somebody typed, made fit to be stored, mailed and printed.</summary>
public static class PlainText
{
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
