using CoalitionLetters.Letters;
using CoalitionLetters.Listings;

namespace CoalitionLetters.FinalLetters;

/// <summary>Finds the placeholders of a body that have nothing to say, so that they are named before anything is published.</summary>
public static class PlaceholderCheck
{
    /// <summary>The body with the empty ones shown in brackets, and a sentence for each.</summary>
    public static (string Body, IReadOnlyList<string> Problems) Of(LetterContent content, IReadOnlyList<ListedName> names)
    {
        var facts = LiveFacts.Of(content, names);
        var (body, problems) = (content.Body, new List<string>());
        foreach (var placeholder in In(content.Body).Distinct())
        {
            try
            {
                Placeholders.Fill(placeholder, content, facts);
            }
            catch (PlaceholderException fault)
            {
                problems.Add(fault.Message);
                body = body.Replace(placeholder, $"[{placeholder[2..^2].Trim()}]", StringComparison.Ordinal);
            }
        }

        return (body, problems);
    }

    private static IEnumerable<string> In(string body)
    {
        var at = 0;
        while (body.IndexOf("{{", at, StringComparison.Ordinal) is var start and >= 0 && body.IndexOf("}}", start, StringComparison.Ordinal) is var end and >= 0)
        {
            yield return body[start..(end + 2)];
            at = end + 2;
        }
    }
}
