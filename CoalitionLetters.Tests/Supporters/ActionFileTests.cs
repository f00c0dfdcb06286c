using CoalitionLetters.Letters;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

public sealed class ActionFileTests
{
    [Fact]
    public void The_sample_action_has_two_targets_and_neither_publishes_a_mailbox()
    {
        var action = ActionFile.Parse(File.ReadAllText(RepositoryFiles.Sample("supporters-action.md")));

        Assert.Equal("Tell them to keep families together", action.Content.Title);
        Assert.Equal([Channel.WebForm, Channel.Print], action.Targets.Select(target => target.Channel));
        Assert.All(action.Targets, target => Assert.Null(target.Email));
        Assert.True(action.Content.IsEditable);
        Assert.Contains(SupporterField.PostalCode, action.Content.Fields);
        Assert.Contains("{{own-sentence}}", action.Content.Draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\nfields: [shoe-size]\n---\nText", "Line 2: the value of \"fields\" cannot be used; write some of first-name, last-name, email, phone, street, city, postal-code, state.")]
    [InlineData("---\ntargets:\n  - name: A\n    channel: pigeon\n---\nText", "Line 4: the value of \"channel\" cannot be used; write one of mail, web-form, print, own-mail.")]
    [InlineData("---\nre: A\n---\nText", "Line 2: the key \"re\" is unknown.")]
    public void What_cannot_be_read_is_named_with_its_line(string file, string message)
    {
        var refusal = Assert.Throws<LetterFileException>(() => ActionFile.Parse(file));

        Assert.Equal(message, refusal.Message);
    }
}
