using System.Text;
using CoalitionLetters.History;
using CoalitionLetters.Mail;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

/// <summary>Who asks to be forgotten is found nowhere in the store afterwards: every column of every table is read.</summary>
[Trait("Needs", "Database")]
public sealed class ErasingTests
{
    private static readonly Actor Staff = new("Dana Field");
    private static readonly string[] Traces = ["Marguerite", "marguerite", "erased.example"];

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_any_table_or_in_a_batch_printed_before()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("trace", app.Clock.Now, Channel.Mail, Channel.Print, Channel.WebForm));
        var browser = await app.WritesAndConfirmsAsync("trace", "marguerite@erased.example", "Marguerite");
        await app.WritesAndConfirmsAsync("trace", "lee@mail.example", "Lee");
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await app.WritesAsync("trace", "marguerite@erased.example", "Marguerite");
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("marguerite@erased.example", "written-already"));
        await app.RunJobAsync<HandOverMessages>();
        await app.RunJobAsync<DeliverMail>();
        await app.RunJobAsync<HandOverMessages>();
        var print = await app.ReadAsync(db => db.Targets.Where(t => t.Channel == Channel.Print).Select(t => t.Id).SingleAsync());
        var batch = Guid.Empty;
        await app.RunAsync<PrintLetters>(async story => batch = (await story.CollectAsync(print, Staff)).Id);
        Assert.NotEmpty(await TracesAsync(app));

        await EraseAsync(app, browser);

        Assert.Empty(await TracesAsync(app));
        using var file = new MemoryStream();
        await app.RunAsync<PrintLetters>(story => story.WriteAsync(batch, file));
        var text = PdfText.Of(file.ToArray());
        Assert.DoesNotContain("Marguerite", text, StringComparison.Ordinal);
        Assert.Contains("Lee Doe", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_to_another_spelling_of_the_address_are_forgotten_too()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("spelled", app.Clock.Now, Channel.Print));
        await app.WritesAsync("spelled", "Marguerite+a@erased.example", "Marguerite");
        await app.RunJobAsync<DeliverMail>();
        app.Clock.Advance(Supporter.BetweenMails);
        var browser = await app.WritesAndConfirmsAsync("spelled", "marguerite@erased.example", "Marguerite");
        Assert.Equal(1, await app.ReadAsync(db => db.Supporters.CountAsync()));

        await EraseAsync(app, browser);

        Assert.Empty(await TracesAsync(app));
    }

    [Fact]
    public async Task Many_are_erased_at_once_and_each_tally_stays_right()
    {
        await using var app = await TestApp.StartAsync();
        var action = AnAction.To("together", app.Clock.Now, Channel.Print);
        await app.SaveAsync(action);
        foreach (var who in new[] { "marguerite", "marguerite2", "lee" })
        {
            await app.WritesAndConfirmsAsync("together", $"{who}@{(who == "lee" ? "mail" : "erased")}.example", who);
        }

        await app.RunAsync<OwnMessages>(async own => await own.EraseAsync(await app.ReadAsync(db => db.Supporters.Where(s => s.EmailKey != "lee@mail.example").Select(s => s.Id).ToListAsync())));

        Assert.Empty(await TracesAsync(app));
        Assert.Equal(1, (await app.ReadAsync(db => db.CountOfAsync(action.Id))).People);
        Assert.Single(await app.Mailbox.AllToAsync("lee@mail.example"));
    }

    [Fact]
    public async Task Mails_that_a_node_has_in_hand_at_that_moment_are_not_tried_again_and_are_forgotten_too()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("hand", app.Clock.Now, Channel.Mail));
        var browser = await app.WritesAndConfirmsAsync("hand", "marguerite@erased.example", "Marguerite");
        await app.RunJobAsync<HandOverMessages>();
        await app.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, app.Clock.Now.AddMinutes(3))));

        await EraseAsync(app, browser);
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await app.RunJobAsync<HandOverMessages>();
        await app.RunJobAsync<DeliverMail>();

        Assert.Empty(await TracesAsync(app, "My sister teaches"));
        Assert.Equal([MailStatus.Failed, MailStatus.Dropped], (await app.ReadAsync(db => db.Outbox.Select(mail => mail.Status).ToListAsync())).Order());
    }

    [Fact]
    public async Task A_message_withdrawn_while_a_node_has_its_mail_in_hand_is_not_tried_again()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("back", app.Clock.Now, Channel.Mail));
        await app.WritesAndConfirmsAsync("back", "kim@mail.example");
        await app.RunJobAsync<HandOverMessages>();
        await app.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, app.Clock.Now.AddMinutes(3))));
        await app.RunAsync<OwnMessages>(async own => await own.WithdrawAsync((await app.SupporterAsync("kim@mail.example")).Id));

        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await app.RunJobAsync<HandOverMessages>();

        Assert.Equal(MailStatus.Dropped, (await app.Mailbox.NewestToAsync(AnAction.Mailbox)).Status);
        Assert.Equal(MessageStatus.Stopped, Assert.Single((await app.SupporterAsync("kim@mail.example")).Messages).Status);
    }

    [Fact]
    public async Task Who_was_erased_after_a_letter_went_out_is_neither_counted_nor_sent_again_until_the_action_ends()
    {
        await using var app = await TestApp.StartAsync();
        var action = AnAction.To("again", app.Clock.Now, Channel.Mail);
        await app.SaveAsync(action);
        var browser = await app.WritesAndConfirmsAsync("again", "kim@mail.example");
        await app.RunJobAsync<HandOverMessages>();
        await app.RunJobAsync<DeliverMail>();
        await EraseAsync(app, browser);

        app.Clock.Advance(Supporter.BetweenMails);
        await app.WritesAsync("again", "KIM@mail.example");

        var told = Assert.Single(await app.Mailbox.AllToAsync("KIM@mail.example"));
        Assert.Equal("written-once", told.Kind);
        Assert.Single(await app.Mailbox.AllToAsync(AnAction.Mailbox));
        Assert.Equal(1, (await app.ReadAsync(db => db.CountOfAsync(action.Id))).People);
        Assert.Equal(1, await app.ReadAsync(db => db.Supporters.CountAsync()));

        await app.ReadAsync(db => db.Actions.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ActionStatus.Closed).SetProperty(a => a.ClosedAt, app.Clock.Now)));
        await app.RunJobAsync<ForgetSupporters>();
        Assert.Null(await app.ReadAsync(db => db.Actions.Select(a => a.AddressKey).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_erased_before_anything_went_out_may_write_anew()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(AnAction.To("anew", app.Clock.Now, Channel.Print));
        await EraseAsync(app, await app.WritesAndConfirmsAsync("anew", "kim@mail.example"));

        await app.WritesAndConfirmsAsync("anew", "kim@mail.example");

        Assert.Equal(SupporterStatus.Confirmed, (await app.SupporterAsync("kim@mail.example")).Status);
    }

    private static async Task EraseAsync(TestApp app, Browser browser)
    {
        await browser.FollowAsync("Erase my data");
        await browser.PressAsync("Erase my data");
        Assert.Contains("Your data is erased", browser.Text, StringComparison.Ordinal);
        await app.RunJobAsync<HandOverMessages>();
    }

    /// <summary>"Table.Column: value" wherever something of the person stands.</summary>
    private static async Task<List<string>> TracesAsync(TestApp app, params string[] more)
    {
        var found = new List<string>();
        await using var db = app.OpenDb();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    var value = rows.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : rows.GetValue(column).ToString() ?? "";
                    if (Traces.Concat(more).Any(trace => value.Contains(trace, StringComparison.Ordinal)))
                    {
                        found.Add($"{table}.{rows.GetName(column)}: {value}");
                    }
                }
            }
        }

        return found;
    }
}
