using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

[Trait("Needs", "Database")]
public sealed class SendMessageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_text_is_kept_and_its_writer_asked_to_confirm()
    {
        var action = await AnActionAsync("one");

        var receipt = await SendAsync(Form(action, "kim@mail.example"));

        var supporter = await app.ReadAsync(db => db.Supporters.Include(s => s.Messages).SingleAsync(s => s.Reference == receipt.Reference));
        Assert.Equal(SupporterStatus.Submitted, supporter.Status);
        Assert.Equal(MessageStatus.Unconfirmed, Assert.Single(supporter.Messages).Status);
        var link = await app.Mailbox.LinkToAsync("kim@mail.example", "confirm-message");
        Assert.Equal(supporter.ConfirmKeyHash, new MailKey(link.Split('/')[2]).Hash);
    }

    [Fact]
    public async Task The_same_person_twice_counts_once_and_gets_the_same_answer()
    {
        var action = await AnActionAsync("twice");

        var first = await SendAsync(Form(action, "lee@mail.example"));
        var second = await SendAsync(Form(action, "LEE@mail.example "));

        Assert.Equal(first.Reference, second.Reference);
        Assert.Equal(1, await app.ReadAsync(db => db.Supporters.Of(action).CountAsync()));
        Assert.All(await app.Mailbox.AllToAsync("lee@mail.example"), mail => Assert.Equal("confirm-message", mail.Kind));
    }

    [Fact]
    public async Task Many_at_once_are_all_kept_and_one_without_a_passage_spoils_nobody_elses()
    {
        var action = await AnActionAsync("many");
        var forms = Enumerable.Range(0, 150).Select(i => Form(action, $"p{i}@many.example", place: $"place {i}") with { Text = i == 77 ? "Something else entirely, you see" : Form(action, "").Text });

        var answers = await Task.WhenAll(forms.Select(async form =>
        {
            try
            {
                return (await SendAsync(form)).Reference;
            }
            catch (RuleBrokenException refusal)
            {
                return refusal.Message;
            }
        }));

        Assert.Equal("Keep this passage in the text: “Please end these separations now.”", Assert.Single(answers, answer => answer.Contains(' ', StringComparison.Ordinal)));
        Assert.Equal(149, await app.ReadAsync(db => db.Supporters.Of(action).CountAsync()));
        Assert.Equal(149, await app.ReadAsync(db => db.Outbox.CountAsync(mail => mail.ToAddress.EndsWith("@many.example"))));
    }

    [Fact]
    public async Task A_flood_of_unchanged_texts_from_one_place_waits_for_staff()
    {
        var action = await AnActionAsync("flood");

        for (var i = 0; i <= TextCheck.UnchangedFromOnePlace; i++)
        {
            await SendAsync(Form(action, $"f{i}@flood.example", place: "one"));
        }

        var doubts = await app.ReadAsync(db => db.Supporters.Of(action).Select(s => s.Reason).ToListAsync());
        Assert.Equal(TextCheck.UnchangedFromOnePlace + 1, doubts.Count);
        Assert.Equal("21 unchanged texts came from one place within an hour.", Assert.Single(doubts, doubt => doubt is not null));
    }

    private Task<MessageReceipt> SendAsync(MessageForm form) => app.Services.GetRequiredService<SendMessage>().RunAsync(form);

    private async Task<SupportersAction> AnActionAsync(string slug)
    {
        var now = app.Clock.Now;
        var action = SupportersAction.Draft(slug, new ActionContent { Title = "Keep families together", Draft = "[[Please end these separations now.]] Thank you." }, null, now);
        action.Add(Target.Of(action, 1, new TargetFacts("The House", "Dear House,", Channel.Mail) { Email = "post@house.example" }, now));
        action.Open(null, now);
        await app.SaveAsync(action);
        return action;
    }

    private static MessageForm Form(SupportersAction action, string email, string place = "somewhere") => new(
        action.Id, new SupporterPerson { FirstName = "Kim", LastName = "Doe", Email = email, State = "Ohio" }, "Families", "Please end these separations now. Thank you.", null, false, false, place);
}
