using System.Net;
using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Desk;

/// <summary>What staff see and change while people write.</summary>
[Trait("Needs", "Database")]
public sealed class OpenActionTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Dana = new("Dana Field");

    [Fact]
    public async Task The_desk_of_thousands_says_in_whole_sentences_what_waits()
    {
        var action = AnAction.To("thousands", app.Clock.Now, Channel.Mail, Channel.Print);
        await app.SaveAsync(action);
        await app.SaveAsync([.. Enumerable.Range(0, 2040).Select(object (i) => Confirmed(action, i))]);
        var desk = await app.SignedInAsync(StaffRole.Owner);

        await desk.VisitAsync("/staff/actions/thousands");

        Assert.Contains("2,040 wait for their turn", desk.Text, StringComparison.Ordinal);
        Assert.Contains("2,040 wait for print", desk.Text, StringComparison.Ordinal);
        await desk.VisitAsync("/staff/actions/thousands/supporters?letter=ToPrint");
        Assert.Contains("Shown are people of the 1,000 letters that came to this last.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("1,000 in all", desk.Text, StringComparison.Ordinal);
        await desk.FollowAsync("Export what you see");
        Assert.Equal(2041, (await desk.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("KF-").Length);
    }

    [Fact]
    public async Task What_lies_in_the_mail_folder_is_not_sent_at_the_desk_and_not_on_the_page()
    {
        await app.SaveAsync(AnAction.To("folder", app.Clock.Now, Channel.Mail, Channel.WebForm));
        var own = await app.WritesAndConfirmsAsync("folder", "kim@folder.example");
        await own.PressAsync("I have sent it");
        await app.RunJobAsync<HandOverMessages>();
        await app.RunJobAsync<CoalitionLetters.Mail.DeliverMail>();
        await app.RunJobAsync<HandOverMessages>();
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync("/staff/actions/folder");

        Assert.Equal(["2", "1"], desk.Page.QuerySelectorAll(".pairs dd").Take(2).Select(number => number.TextContent));
        Assert.Contains("1 kept as a file, not sent", desk.Text, StringComparison.Ordinal);
        Assert.Contains("2 letters prepared: 1 sent by the people themselves, as they say; 1 has not gone out. This person changed the text by hand.", (await app.Browser().VisitAsync("/actions/folder")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_of_whoever_has_withdrawn_are_neither_prepared_nor_gone()
    {
        var action = AnAction.To("gone", app.Clock.Now, Channel.WebForm);
        await app.SaveAsync(action);
        foreach (var who in new[] { "kim", "lee" })
        {
            await (await app.WritesAndConfirmsAsync("gone", $"{who}@gone.example")).PressAsync("I have sent it");
        }

        Assert.Equal(2, (await app.ReadAsync(db => db.GoneOutAsync(action.Id))).ByPeople);
        await app.RunAsync<OwnMessages>(async own => await own.WithdrawAsync((await app.SupporterAsync("lee@gone.example")).Id));

        Assert.Equal(new GoneOut(0, 0, 1) { Withdrawn = 1 }, await app.ReadAsync(db => db.GoneOutAsync(action.Id)));
        Assert.Equal(1, (await app.ReadAsync(db => db.CountOfAsync(action.Id))).Messages);
    }

    [Fact]
    public async Task A_form_that_people_fill_in_keeps_what_finds_their_targets()
    {
        var action = AnAction.To("keeps", app.Clock.Now, Channel.Mail);
        action.Add(Target.Of(action, 2, new TargetFacts("Senator Ohio", "Dear Senator,", Channel.Mail) { Email = "a@senate.example", States = ["Ohio"] }, app.Clock.Now));
        await app.SaveAsync(action);
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync("/staff/actions/keeps/edit");
        await desk.SubmitAsync(("Form.State", "false"));

        Assert.Contains("Targets are found by state, so the form must ask for the state.", desk.Text, StringComparison.Ordinal);
        Assert.True((await app.ReadAsync(db => db.Actions.AsNoTracking().SingleAsync(a => a.Id == action.Id))).Content.Asks(SupporterField.State));
    }

    [Fact]
    public async Task A_table_imported_again_changes_the_way_of_a_target_until_somebody_has_written_to_it()
    {
        await app.SaveAsync(AnAction.To("again", app.Clock.Now, Channel.Print));
        var row = "The Clerk,Dear Clerk,";
        await ImportAsync("again", row + "mail,clerk@city.example,");

        await ImportAsync("again", row + "print,,1 Street");
        var clerk = await app.ReadAsync(db => db.Targets.SingleAsync(t => t.Name == "The Clerk"));
        Assert.Equal(Channel.Print, clerk.Channel);

        await app.WritesAsync("again", "kim@again.example");
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => ImportAsync("again", row + "mail,clerk@city.example,"));
        Assert.Equal("People have written to The Clerk already, so the way their letters go stays.", refused.Message);
        Assert.Equal(2, await app.ReadAsync(db => db.Targets.CountAsync(t => t.ActionId == clerk.ActionId)));

        var entries = await app.ReadAsync(db => db.History.Where(h => h.SubjectId == clerk.ActionId).OrderBy(h => h.Id).ToListAsync());
        Assert.Equal(["imported 1 target", "imported 0 targets"], entries.Select(entry => entry.What));
        Assert.Contains(HistoryChange.Between(entries[1].Before, entries[1].After), change => change is { Name: "changed 1 email", Before: "clerk@city.example", After: null });
    }

    [Fact]
    public async Task A_table_that_names_an_office_twice_with_two_ways_is_refused()
    {
        await app.SaveAsync(AnAction.To("two-ways", app.Clock.Now, Channel.Print));

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => ImportAsync("two-ways", "The Mayor,Dear Mayor,mail,mayor@city.example,\nThe Mayor,Dear Mayor,print,,1 Street"));

        Assert.Equal("The table names The Mayor twice, with different ways. Keep one row for it.", refused.Message);
    }

    [Fact]
    public async Task An_import_without_a_file_says_only_that()
    {
        await app.SaveAsync(AnAction.To("no-file", app.Clock.Now, Channel.Print));
        using var client = await app.ClientAsync(StaffRole.Editor);
        var page = await new Browser(client).VisitAsync("/staff/actions/no-file/targets?imported=6&known=0");
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.Page.QuerySelectorAll("form:has(#file) input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        using var answer = await client.PostAsync("/staff/actions/no-file/targets?imported=6&known=0", form, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Choose a file.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("6 targets imported", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letters_page_follows_the_title_of_an_action_and_the_clock_that_ends_it()
    {
        await using var own = await TestApp.StartAsync();
        var (letter, text) = ALetter.Open("follows");
        await own.SaveAsync(letter, text);
        var action = AnAction.FromSample("follows-it", own.Clock.Now);
        await own.SaveAsync(action);
        await own.RunAsync<ManageAction>(async manage =>
        {
            await manage.EditAsync("follows-it", action.Content, "follows", action.Revision, Dana);
            await manage.OpenAsync("follows-it", own.Clock.Now.AddHours(30), Dana);
        });
        Assert.Contains(action.Content.Title, await TextAsync(), StringComparison.Ordinal);

        await own.RunAsync<ManageAction>(async manage =>
        {
            var seen = await own.ReadAsync(db => db.Actions.Select(a => a.Revision).SingleAsync());
            await manage.EditAsync("follows-it", action.Content with { Title = "Write to them today" }, "follows", seen, Dana);
        });
        Assert.Contains("Write to them today", await TextAsync(), StringComparison.Ordinal);

        own.Clock.Advance(TimeSpan.FromHours(31));
        Assert.DoesNotContain("Write to them today", await TextAsync(), StringComparison.Ordinal);

        async Task<string> TextAsync() => (await own.Browser().VisitAsync("/letters/follows")).Page.Body!.TextContent;
    }

    private Task ImportAsync(string slug, string rows) => app.RunAsync<ManageAction>(manage =>
        manage.ImportTargetsAsync(slug, TargetTable.Read(new MemoryStream(Encoding.UTF8.GetBytes($"name,salutation,channel,email,address\n{rows}\n"))), Dana));

    private Supporter Confirmed(SupportersAction action, int number)
    {
        var person = new SupporterPerson { FirstName = "Kim", LastName = "Doe", Email = $"p{number}@thousands.example", State = "Ohio", PostalCode = "44113" };
        var supporter = Supporter.Of(action, person, new("Families", "Please keep families together, all of them.", null, 0), $"KF-{number:X6}", null, app.Clock.Now);
        supporter.Confirm(app.Clock.Now);
        return supporter;
    }
}
