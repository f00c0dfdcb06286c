using CoalitionLetters.Letters;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Signatures.Public;

/// <summary>Answers to the letter's own questions, as they come with a form.</summary>
public static class LetterAnswers
{
    public const int MostCharacters = 500;

    public static string FieldOf(LetterQuestion question) => $"answer-{question.Key}";

    /// <summary>By the question's key; what was left empty is not in it.</summary>
    public static IReadOnlyDictionary<string, string> Read(IFormCollection fields, Letter letter) =>
        letter.Questions.Select(question => (question.Key, Value: PlainLine.Of(fields[FieldOf(question)].ToString()))).Where(answer => answer.Value.Length > 0)
            .ToDictionary(answer => answer.Key, answer => answer.Value);

    public static IEnumerable<Fault> Check(IReadOnlyDictionary<string, string> answers, Letter letter, SignWords words)
    {
        foreach (var question in letter.Questions)
        {
            if (question.Required && !answers.ContainsKey(question.Key))
            {
                yield return new Fault(FieldOf(question), words.AnswerThis(question.Text));
            }
            else if (answers.GetValueOrDefault(question.Key, "").Length > MostCharacters)
            {
                yield return new Fault(FieldOf(question), words.AnswerTooLong(MostCharacters));
            }
        }
    }
}
