namespace CoalitionLetters.Letters.Desk;

/// <summary>A letter's own questions as lines of text: <c>[ ] We may be quoted</c> is a box, a star at the end asks for an answer.</summary>
public static class QuestionLines
{
    private const string Box = "[ ]";

    public static string Of(IReadOnlyList<LetterQuestion> questions) =>
        string.Join('\n', questions.Select(q => $"{(q.Kind == QuestionKind.Tick ? Box + " " : "")}{q.Text}{(q.Required ? " *" : "")}"));

    /// <param name="known">Questions that stood before; the same words keep their key, so that answers stay with them.</param>
    public static IReadOnlyList<LetterQuestion> Read(string lines, IReadOnlyList<LetterQuestion> known)
    {
        var questions = new List<LetterQuestion>();
        foreach (var raw in lines.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (tick, line) = raw.StartsWith(Box, StringComparison.Ordinal) ? (true, raw[Box.Length..].Trim()) : (false, raw);
            var required = line.EndsWith('*');
            var text = line.TrimEnd('*').TrimEnd();
            if (text.Length > 0)
            {
                var key = known.FirstOrDefault(q => q.Text == text)?.Key ?? FreeKey(questions, known);
                questions.Add(new LetterQuestion(key, text, tick ? QuestionKind.Tick : QuestionKind.Line, required));
            }
        }

        return questions;
    }

    private static string FreeKey(List<LetterQuestion> questions, IReadOnlyList<LetterQuestion> known)
    {
        var number = 1;
        while (questions.Concat(known).Any(q => q.Key == $"q{number}"))
        {
            number++;
        }

        return $"q{number}";
    }
}
