using CoalitionLetters.Web;
using Xunit;

namespace CoalitionLetters.Tests.Web;

public sealed class SharedQuestionTests
{
    [Fact]
    public async Task Nobody_gets_an_answer_that_was_begun_before_they_asked()
    {
        var value = 0;
        var question = new SharedQuestion<int>(async () =>
        {
            var read = Volatile.Read(ref value);
            await Task.Delay(1);
            return read;
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var turn = 0; turn < 100; turn++)
            {
                var saved = Interlocked.Increment(ref value);
                Assert.True(await question.AskAsync() >= saved);
            }
        })));
    }

    [Fact]
    public async Task Many_who_ask_at_once_cause_two_questions_at_most()
    {
        var asked = 0;
        var gate = new TaskCompletionSource();
        var question = new SharedQuestion<int>(async () =>
        {
            await gate.Task;
            return Interlocked.Increment(ref asked);
        });

        var answers = Enumerable.Range(0, 100).Select(_ => question.AskAsync()).ToList();
        gate.SetResult();
        await Task.WhenAll(answers);

        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_question_that_failed_is_asked_again()
    {
        var asked = 0;
        var question = new SharedQuestion<int>(() => ++asked == 1 ? throw new InvalidOperationException() : Task.FromResult(asked));

        await Assert.ThrowsAsync<InvalidOperationException>(question.AskAsync);

        Assert.Equal(2, await question.AskAsync());
    }
}
