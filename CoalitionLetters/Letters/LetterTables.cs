using Markdig.Helpers;
using Markdig.Syntax;

namespace CoalitionLetters.Letters;

/// <summary>Tables of a letter's text as GitHub's Markdown reads them.</summary>
internal static class LetterTables
{
    /// <summary>A line right below a table is its next row, also one without bars. Markdig would take such a table for a paragraph of bars.</summary>
    internal static void CompleteRows(Block block)
    {
        if (block is not ParagraphBlock paragraph || RuleOf(paragraph.Lines) is not { } rule)
        {
            return;
        }

        for (var i = rule + 1; i < paragraph.Lines.Count; i++)
        {
            ref var row = ref paragraph.Lines.Lines[i].Slice;
            var words = row.ToString().TrimEnd();
            if (!words.EndsWith('|') || words.EndsWith("\\|", StringComparison.Ordinal))
            {
                row = new StringSlice(words + " |", row.NewLine);
            }
        }
    }

    /// <summary>The line of dashes below a table's head, which makes it a table.</summary>
    private static int? RuleOf(StringLineGroup lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var line = lines.Lines[i].Slice.AsSpan();
            if (line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|-: \t") && lines.Lines[i - 1].Slice.AsSpan().Contains('|'))
            {
                return i;
            }
        }

        return null;
    }
}
