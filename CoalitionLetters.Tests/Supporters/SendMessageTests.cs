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

        Assert.Equal("Put this passage back into the text: “Please end these separations now.”", Assert.Single(answers, answer => answer.Contains(' ', StringComparison.Ordinal)));
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
        Assert.Equal("More than 20 texts that are the draft, or nearly so, came from one place within an hour.", Assert.Single(doubts, doubt => doubt is not null));
    }

    [Fact]
    public async Task A_flood_from_mailboxes_of_one_domain_waits_for_staff_wherever_it_comes_from()
    {
        var action = await AnActionAsync("catch-all");

        for (var i = 0; i <= TextCheck.UnchangedFromOnePlace; i++)
        {
            await SendAsync(Form(action, $"c{i}@catch-all.example", place: $"place {i}"));
            await SendAsync(Form(action, $"c{i}@gmail.com", place: $"free place {i}"));
        }

        Assert.Equal("More than 20 texts that are the draft, or nearly so, came from mailboxes at catch-all.example within an hour.",
            Assert.Single(await app.ReadAsync(db => db.Supporters.Of(action).Where(s => s.Reason != null).Select(s => s.Reason).ToListAsync())));
    }

    [Fact]
    public async Task Texts_that_were_only_cut_are_no_flood_of_unchanged_ones()
    {
        var action = await AnActionAsync("cut");

        for (var i = 0; i <= TextCheck.UnchangedFromOnePlace; i++)
        {
            await SendAsync(Form(action, $"c{i}@cut.example", place: "cut") with { Text = "I write because of the children. Please end these separations now." });
        }

        Assert.Equal(TextCheck.UnchangedFromOnePlace + 1, await app.ReadAsync(db => db.Supporters.Of(action).CountAsync(s => s.Reason == null && s.ChangedShare > 0)));
    }

    [Fact]
    public async Task A_text_that_was_only_cut_counts_as_changed_by_hand()
    {
        var action = await AnActionAsync("cut-tally");

        await SendAsync(Form(action, "one@tally.example") with { Text = "I write because of the children. Please end these separations now." });
        await SendAsync(Form(action, "two@tally.example"));
        await ConfirmAsync("one@tally.example");
        await ConfirmAsync("two@tally.example");

        var count = await app.ReadAsync(db => db.CountOfAsync(action.Id));
        Assert.Equal((2, 1), (count.People, count.Edited));
    }

    [Fact]
    public async Task A_text_of_nothing_but_the_passage_that_must_stay_waits_for_staff()
    {
        var action = await AnActionAsync("emptied");

        await SendAsync(Form(action, "kim@emptied.example") with { Text = "Please end these separations now." });

        Assert.Equal("The text is nearly empty.", (await app.SupporterAsync("kim@emptied.example")).Reason);
    }

    [Fact]
    public async Task An_obscene_subject_or_name_waits_for_staff()
    {
        var action = await AnActionAsync("obscene");

        await SendAsync(Form(action, "subject@obscene.example") with { Subject = "Fuck you" });
        await SendAsync(Form(action, "name@obscene.example") with { Person = new SupporterPerson { FirstName = "Asshole", LastName = "Doe", Email = "name@obscene.example", State = "Ohio" } });

        Assert.Equal(2, await app.ReadAsync(db => db.Supporters.Of(action).CountAsync(s => s.Reason != null)));
    }

    [Fact]
    public async Task Who_has_confirmed_and_writes_again_later_gets_a_kind_mail_with_nothing_typed_in_it()
    {
        var action = await AnActionAsync("kind");
        await SendAsync(Form(action, "kim@kind.example"));
        await ConfirmAsync("kim@kind.example");

        app.Clock.Advance(Supporter.BetweenMails + TimeSpan.FromSeconds(1));
        await SendAsync(Form(action, "kim@kind.example") with { Subject = "Win a prize" });

        var mails = await app.Mailbox.AllToAsync("kim@kind.example");
        Assert.Equal(["confirm-message", "written-already"], mails.Select(mail => mail.Kind).Order());
        var kind = mails.Single(mail => mail.Kind == "written-already");
        Assert.Contains("Thank you for writing again.", kind.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("prize", kind.Text + kind.Html + kind.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_has_changed_since_it_was_read_is_not_confirmed()
    {
        var action = await AnActionAsync("read");
        await SendAsync(Form(action, "kim@read.example"));
        var (key, seen) = await ReadAsync("kim@read.example");

        await SendAsync(Form(action, "kim@read.example") with { Text = "Please end these separations now. Win a prize." });
        var confirmed = true;
        await app.RunAsync<ConfirmMessage>(async confirm => confirmed = await confirm.RunAsync(key, seen));

        Assert.False(confirmed);
        Assert.Equal(SupporterStatus.Submitted, (await app.SupporterAsync("kim@read.example")).Status);
    }

    [Fact]
    public async Task Who_withdrew_in_time_writes_anew_and_is_counted_once()
    {
        var action = await AnActionAsync("anew");
        await SendAsync(Form(action, "kim@anew.example"));
        await ConfirmAsync("kim@anew.example");
        await app.RunAsync<OwnMessages>(async own => await own.WithdrawAsync((await app.SupporterAsync("kim@anew.example")).Id));

        app.Clock.Advance(Supporter.BetweenMails);
        await SendAsync(Form(action, "kim@anew.example") with { Text = "Please end these separations now. I mean it." });
        await ConfirmAsync("kim@anew.example");

        var supporter = await app.SupporterAsync("kim@anew.example");
        Assert.Equal(("Please end these separations now. I mean it.", MessageStatus.Queued), (supporter.Text, Assert.Single(supporter.Messages).Status));
        Assert.Equal(1, (await app.ReadAsync(db => db.CountOfAsync(action.Id))).People);
    }

    [Fact]
    public async Task Who_withdrew_after_a_letter_went_out_is_told_that_no_second_one_goes()
    {
        var action = await AnActionAsync("late");
        await SendAsync(Form(action, "kim@late.example"));
        await ConfirmAsync("kim@late.example");
        await app.RunJobAsync<HandOverMessages>();
        await app.RunJobAsync<DeliverMail>();
        await app.RunJobAsync<HandOverMessages>();
        await app.RunAsync<OwnMessages>(async own => await own.WithdrawAsync((await app.SupporterAsync("kim@late.example")).Id));

        app.Clock.Advance(Supporter.BetweenMails);
        await SendAsync(Form(action, "kim@late.example"));

        var told = await app.Mailbox.NewestToAsync("kim@late.example");
        Assert.Equal("written-once", told.Kind);
        Assert.Equal("Your new letter is not sent: Keep families together", told.Subject);
        Assert.Equal(SupporterStatus.Withdrawn, (await app.SupporterAsync("kim@late.example")).Status);
    }

    [Fact]
    public async Task A_mail_to_confirm_is_of_use_as_long_as_confirming_is_possible()
    {
        var closes = app.Clock.Now.AddDays(2);
        var action = await AnActionAsync("grace", closes);

        await SendAsync(Form(action, "kim@grace.example"));

        Assert.Equal(closes.AddDays(7), (await app.Mailbox.NewestToAsync("kim@grace.example")).UsefulUntil);
        Assert.True(action.AcceptsConfirmations(closes.AddDays(7).AddSeconds(-1)));
        Assert.False(action.AcceptsConfirmations(closes.AddDays(7)));
    }

    [Fact]
    public async Task Forms_of_one_place_that_nobody_confirms_end_and_each_confirmed_one_makes_room()
    {
        await using var narrow = await TestApp.StartAsync(settings: ("Limits:UnconfirmedPerHour", "3"));
        var action = await AnActionAsync("crowd", at: narrow);
        foreach (var name in new[] { "one", "two", "three" })
        {
            await SendAsync(Form(action, $"{name}@crowd.example"), narrow);
        }

        await Assert.ThrowsAsync<CrowdedPlaceException>(() => SendAsync(Form(action, "four@crowd.example"), narrow));
        await Assert.ThrowsAsync<CrowdedPlaceException>(() => SendAsync(Form(action, "one@crowd.example"), narrow));
        Assert.Equal(3, await narrow.Mailbox.CountAsync());
        await SendAsync(Form(action, "five@crowd.example", place: "another"), narrow);

        await ConfirmAsync("one@crowd.example", narrow);
        await SendAsync(Form(action, "four@crowd.example"), narrow);
        await Assert.ThrowsAsync<CrowdedPlaceException>(() => SendAsync(Form(action, "six@crowd.example"), narrow));
    }

    [Fact]
    public async Task One_place_has_us_tell_only_so_many_people_an_hour_that_they_have_written_and_gets_the_same_answer()
    {
        await using var narrow = await TestApp.StartAsync(settings: ("Limits:UnconfirmedPerHour", "3"));
        var action = await AnActionAsync("told", at: narrow);
        string[] mails = ["one@told.example", "two@told.example", "three@told.example", "four@told.example"];
        foreach (var mail in mails)
        {
            await SendAsync(Form(action, mail), narrow);
            await ConfirmAsync(mail, narrow);
        }

        narrow.Clock.Advance(Supporter.BetweenMails);
        foreach (var mail in mails)
        {
            Assert.Equal(mail, (await SendAsync(Form(action, mail, place: "stranger's"), narrow)).Email);
        }

        Assert.Equal(3, await ToldAsync());
        await SendAsync(Form(action, mails[3], place: "another"), narrow);
        Assert.Equal(4, await ToldAsync());

        Task<int> ToldAsync() => narrow.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Kind == WrittenAlreadyMail.KindName));
    }

    [Fact]
    public async Task An_address_whose_owner_did_not_write_gets_no_mail_of_this_action_again_and_the_form_says_nothing_of_it()
    {
        var action = await AnActionAsync("disowned");
        var first = await SendAsync(Form(action, "kim@disowned.example"));
        await app.RunAsync<OwnMessages>(async own => await own.DisownAsync((await app.SupporterAsync("kim@disowned.example")).Id));

        app.Clock.Advance(TimeSpan.FromDays(10));
        var again = await SendAsync(Form(action, "Kim+2@disowned.example"));

        Assert.Equal(first.Reference, again.Reference);
        Assert.Equal(0, await app.ReadAsync(db => db.Outbox.CountAsync(mail => mail.ToAddress.EndsWith("@disowned.example"))));
    }

    private Task<MessageReceipt> SendAsync(MessageForm form, TestApp? at = null) => (at ?? app).Services.GetRequiredService<SendMessage>().RunAsync(form);

    private async Task ConfirmAsync(string mail, TestApp? at = null)
    {
        var (key, seen) = await ReadAsync(mail, at);
        await (at ?? app).RunAsync<ConfirmMessage>(confirm => confirm.RunAsync(key, seen));
    }

    private async Task<(MailKey Key, int Seen)> ReadAsync(string mail, TestApp? at = null) =>
        (new MailKey((await (at ?? app).Mailbox.LinkToAsync(mail, "confirm-message")).Split('/')[2]), (await (at ?? app).SupporterAsync(mail)).Revision);

    private async Task<SupportersAction> AnActionAsync(string slug, DateTime? closesAt = null, TestApp? at = null)
    {
        var now = (at ?? app).Clock.Now;
        var action = SupportersAction.Draft(slug, new ActionContent { Title = "Keep families together", Draft = "[[Please end these separations now.]] Thank you." }, null, now);
        action.Add(Target.Of(action, 1, new TargetFacts("The House", "Dear House,", Channel.Mail) { Email = "post@house.example" }, now));
        action.Open(closesAt, now);
        await (at ?? app).SaveAsync(action);
        return action;
    }

    private static MessageForm Form(SupportersAction action, string email, string place = "somewhere") => new(
        action.Id, new SupporterPerson { FirstName = "Kim", LastName = "Doe", Email = email, State = "Ohio" }, "Families", "Please end these separations now. Thank you.", null, null, false, place);
}
