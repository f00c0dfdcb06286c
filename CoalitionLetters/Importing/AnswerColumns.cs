using CoalitionLetters.Letters;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Importing;

/// <summary>A column that holds the answers to one of the letter's own questions.</summary>
/// <param name="Column">Counted from 0.</param>
public sealed record AnswerColumn(LetterQuestion Question, int Column)
{
    private static readonly HashSet<string> yes = new(StringComparer.OrdinalIgnoreCase) { "yes", "y", "true", "x", "1", "sí", "si", "oui", "ja", "✓", "✔", "checked" };
    private static readonly HashSet<string> no = new(StringComparer.OrdinalIgnoreCase) { "no", "n", "false", "0", "-", "non", "nein", "unchecked" };

    /// <summary>The answer as the form would store it; null where nothing was answered. What is told to staff goes to <paramref name="doubts"/>.</summary>
    public string? Read(string cell, List<string> doubts)
    {
        var text = PlainLine.Of(cell);
        if (text.Length == 0)
            return null;
        if (Question.Kind == QuestionKind.Tick)
        {
            if (!yes.Contains(text) && !no.Contains(text))
                doubts.Add($"column {SheetColumns.Letter(Column + 1)}: \"{text}\" is neither yes nor no, so the box stays empty");
            return yes.Contains(text) ? "yes" : null;
        }
        if (text.Length <= LetterAnswers.MostCharacters)
            return text;
        doubts.Add($"column {SheetColumns.Letter(Column + 1)}: the answer is cut after {LetterAnswers.MostCharacters} characters");
        return text[..LetterAnswers.MostCharacters];
    }
}

/// <summary>Finds the columns that hold answers, by the questions' own words.</summary>
public static class AnswerColumns
{
    /// <summary>The header over the answers to a question that is called like another column.</summary>
    public static string Marked(LetterQuestion question) => $"{question.Text} (question)";

    public static IReadOnlyList<AnswerColumn> Find(IReadOnlyList<string> headers, IReadOnlyList<LetterQuestion> questions, ImportTarget target)
    {
        var found = new List<AnswerColumn>();
        foreach (var question in questions)
        {
            var columns = headers.Index().Where(header => found.TrueForAll(answer => answer.Column != header.Index)).ToList();
            var marked = columns.Where(header => header.Item == Marked(question));
            var exact = columns.Where(header => header.Item == question.Text && !IsField(header.Item, target));
            var alike = columns.Where(header => HeaderWords.Folded(header.Item) == HeaderWords.Folded(question.Text) && !IsField(header.Item, target));
            if (marked.Concat(exact).Concat(alike).Select(header => (int?)header.Index).FirstOrDefault() is { } column)
                found.Add(new AnswerColumn(question, column));
        }
        return found;
    }

    /// <summary>A question in one word, like "Website", is taken for that.</summary>
    private static bool IsField(string header, ImportTarget target) => HeaderWords.Fields(header, target) is [{ Score: >= 1 }, ..];
}
