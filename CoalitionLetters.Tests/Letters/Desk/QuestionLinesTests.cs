using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

public sealed class QuestionLinesTests
{
    [Fact]
    public void Lines_become_boxes_and_lines_and_read_back_the_same()
    {
        const string Lines = "[ ] We can send somebody to the press call\nHow many members do you have? *";

        var questions = QuestionLines.Read(Lines, []);

        Assert.Equal(
            [new("q1", "We can send somebody to the press call", QuestionKind.Tick), new("q2", "How many members do you have?", QuestionKind.Line, true)],
            questions);
        Assert.Equal(Lines, QuestionLines.Of(questions));
    }

    [Fact]
    public void The_same_words_keep_their_key_so_that_answers_stay_with_them()
    {
        LetterQuestion[] known = [new("call", "Can you come?", QuestionKind.Line)];

        var questions = QuestionLines.Read("A new one\n[ ] Can you come?", known);

        Assert.Equal(["q1", "call"], questions.Select(q => q.Key));
    }
}
