using CoalitionLetters.Data;

namespace CoalitionLetters.Letters;

/// <summary>Words that people sign are words that can be shown and printed, however many sign them.</summary>
public static class PrintFaults
{
    /// <summary>The first thing that can be neither printed nor shown, as a sentence; null where there is none.</summary>
    public static string? In(LetterContent content)
    {
        try
        {
            var fault = LetterNotes.FaultIn(LetterMarkdown.Parse(content.Body)) ?? Placeholders.FaultIn(content) ?? LongLines.FaultIn(content);

            // What stands for a placeholder may be Markdown too.
            foreach (var count in new[] { 0, 1, 2 })
            {
                LetterMarkdown.Parse(Placeholders.FillSoFar(content.Body, content, new LiveFacts(count, States: null)));
            }

            return fault;
        }
        catch (RuleBrokenException refusal)
        {
            return refusal.Message;
        }
    }
}
