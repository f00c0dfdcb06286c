using System.Buffers;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>
/// Where pieces may be divided with a hyphen: at soft hyphens, or else, if wished, between the syllables of a word. A word that has
/// a hyphen already, an address, a number, and the last word of a paragraph stay whole.
/// </summary>
internal sealed class Divisions(SetText text, bool bySyllables)
{
    /// <summary>Nothing longer is a word; it breaks where it must.</summary>
    private const int LongestWord = 60;

    private static readonly SearchValues<char> NoPartOfPlainWords = SearchValues.Create("0123456789@/_\\-\u2010=&");

    /// <summary>Indexes of the text within the piece.</summary>
    public IReadOnlyList<int> Of(in Piece piece)
    {
        if (piece.Length > LongestWord)
        {
            return [];
        }

        List<int>? found = null;
        for (var at = piece.Start + 1; at < piece.End; at++)
        {
            if (text.Breaks[at] == Opportunity.Divide)
            {
                (found ??= []).Add(at);
            }
        }

        if (found is null && bySyllables && piece.Item.Script == Script.Latin && !piece.Item.IsMissing && MayDivide(piece))
        {
            found = BySyllables(piece);
        }

        return found ?? (IReadOnlyList<int>)[];
    }

    private bool MayDivide(in Piece piece)
    {
        var (before, after) = (At(piece.Start - 1), At(piece.End));
        return !IsPartOfWord(before) && !IsPartOfWord(after) && after != '\0'
            && text.Text.AsSpan(piece.Start, piece.Length).IndexOfAny(NoPartOfPlainWords) < 0;
    }

    private char At(int index) => index < 0 || index >= text.Text.Length ? '\0' : text.Text[index];

    private static bool IsPartOfWord(char unit) => char.IsLetterOrDigit(unit) || unit is '-' or '\u2010' or '/' or '@' or '.' or '_';

    private List<int> BySyllables(in Piece piece)
    {
        var found = new List<int>();
        for (int start = piece.Start, end; start < piece.End; start = end)
        {
            for (end = start; end < piece.End && char.IsLetter(text.Text[end]); end++)
            {
            }

            foreach (var point in Hyphenation.Points(text.Text.AsSpan(start, end - start), piece.Item.Style.Language))
            {
                found.Add(start + point);
            }

            end = Math.Max(end, start + 1);
        }

        return found;
    }
}
