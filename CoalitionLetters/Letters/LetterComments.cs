using System.Text;

namespace CoalitionLetters.Letters;

/// <summary>Comments in a letter's file (<c>&lt;!-- ask Ana --&gt;</c>), which its authors write for each other and nobody is to read in the letter.</summary>
internal static class LetterComments
{
    private const string Opening = "<!--";
    private const string Ending = "-->";

    /// <summary>The body without its comments; in code they are text like any other.</summary>
    /// <exception cref="LetterFileException">A comment does not end.</exception>
    public static string Without(string body)
    {
        if (!body.Contains(Opening, StringComparison.Ordinal))
        {
            return body;
        }

        var kept = new StringBuilder(body.Length);
        var at = 0;
        foreach (var html in LetterMarkdown.HtmlIn(body).OrderBy(html => html.Start))
        {
            while (at <= html.End && body.IndexOf(Opening, Math.Max(at, html.Start), html.End + 1 - Math.Max(at, html.Start), StringComparison.Ordinal) is >= 0 and var start)
            {
                kept.Append(body, at, start - at);
                at = EndOf(body, start);
                at += at < body.Length && body[at] == ' ' && (kept.Length == 0 || char.IsWhiteSpace(kept[^1])) ? 1 : 0;
            }
        }

        return kept.Append(body, at, body.Length - at).ToString();
    }

    /// <summary>HTML has shortest comments whose ending shares the dashes of their opening.</summary>
    private static int EndOf(string body, int start) =>
        body.IndexOf(Ending, start + "<!".Length, StringComparison.Ordinal) is >= 0 and var end
            ? end + Ending.Length
            : throw new LetterFileException("A comment begins with <!-- in the body and does not end. Put --> behind it.");
}
