using System.Net;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Desk;

[Trait("Needs", "Database")]
public sealed class ActionDeskTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Staff_begin_an_action_name_its_targets_open_it_and_the_public_can_write()
    {
        var desk = await app.SignedInAsync(StaffRole.Editor);
        await desk.VisitAsync("/staff/actions/new");
        await desk.SubmitAsync(("Form.Title", "Mend the pipes"), ("Form.Slug", "mend-the-pipes"));
        await desk.SubmitAsync(("Form.Draft", "Please [[mend the pipes]] soon. {{own-sentence}}"), ("Form.Explanation", "Lead is in the water."), ("Form.City", "true"));
        Assert.Contains("Saved.", desk.Text, StringComparison.Ordinal);

        await desk.VisitAsync("/staff/actions/mend-the-pipes/targets");
        await desk.SubmitAsync(("Form.Name", "The mayor"), ("Form.Salutation", "Dear mayor,"), ("Form.Channel", "Mail"), ("Form.Email", "mayor@city.example"));
        await desk.VisitAsync("/staff/actions/mend-the-pipes/opening");
        await desk.SubmitAsync(("Form.ClosesOn", "2018-07-01"));

        Assert.Equal("/staff/actions/mend-the-pipes", desk.Path);
        var page = await app.Browser().VisitAsync("/actions/mend-the-pipes");
        Assert.Contains("Open until Sunday, July 1, 5 p.m. Eastern.", page.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("#city"));
        Assert.Contains("Mend the pipes", (await app.Browser().VisitAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(["began the action", "changed the words of the action", "added the target The mayor", "opened the action"],
            await app.ReadAsync(db => db.History.Where(h => h.SubjectKind == nameof(SupportersAction) && db.Set<SupportersAction>().Any(a => a.Id == h.SubjectId && a.Slug == "mend-the-pipes")).OrderBy(h => h.Id).Select(h => h.What).ToListAsync()));
    }

    [Fact]
    public async Task An_action_in_Spanish_stays_Spanish_when_staff_save_something_else()
    {
        await app.SaveAsync(SupportersAction.Draft("en-espanol", AnAction.FromSample("sample", app.Clock.Now).Content with { Language = "es" }, null, app.Clock.Now));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/actions/en-espanol/edit");

        await desk.SubmitAsync(("Form.Title", "Familias juntas"));

        var content = await app.ReadAsync(async db => (await db.Set<SupportersAction>().AsNoTracking().SingleAsync(a => a.Slug == "en-espanol")).Content);
        Assert.Equal(("Familias juntas", "es"), (content.Title, content.Language));
    }

    [Fact]
    public async Task A_closed_action_takes_nobody_and_leaves_the_front_page()
    {
        await app.SaveAsync(AnAction.With("to-close", app.Clock.Now, content => content with { Title = "Close me soon" }, Channel.Mail));
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync("/staff/actions/to-close/opening");
        await desk.PressAsync("Close the action");

        Assert.DoesNotContain("Close me soon", (await app.Browser().VisitAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("This action is closed.", (await app.Browser().VisitAsync("/actions/to-close")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letters_page_names_the_actions_that_stand_beside_it_while_they_are_open()
    {
        var (letter, text) = ALetter.Open("beside");
        await app.SaveAsync(letter, text);
        var desk = await app.SignedInAsync(StaffRole.Editor);
        var action = AnAction.FromSample("beside-it", app.Clock.Now);
        await app.SaveAsync(action);
        await app.Browser().VisitAsync("/letters/beside");

        await desk.VisitAsync("/staff/actions/beside-it/edit");
        await desk.SubmitAsync(("Form.Letter", "beside"));
        await desk.VisitAsync("/staff/actions/beside-it/opening");
        await desk.PressAsync("Open the action");

        var page = await app.Browser().VisitAsync("/letters/beside");
        await page.FollowAsync("Tell them to keep families together");
        Assert.Equal("/actions/beside-it", page.Path);
        Assert.Equal("/letters/beside", page.Page.QuerySelectorAll("nav a").Last().GetAttribute("href"));
    }

    [Fact]
    public async Task A_doubtful_text_goes_out_or_not_as_staff_say()
    {
        var action = AnAction.To("queue", app.Clock.Now, Channel.Print);
        await app.SaveAsync(action);
        foreach (var who in new[] { "first", "second" })
        {
            var browser = await app.Browser().VisitAsync("/actions/queue");
            await browser.PressAsync("Go on to your letter", AnAction.Person($"{who}@queue.example"));
            await browser.PressAsync("Send my letter", ("text", "Please end these separations now. You are assholes."));
            await browser.VisitAsync(await app.Mailbox.LinkToAsync($"{who}@queue.example"));
            await browser.PressAsync("Confirm my message");
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var desk = await app.SignedInAsync(StaffRole.Reviewer);
        await desk.VisitAsync("/staff/actions/queue/doubts");
        Assert.Contains("The text contains “assholes”.", desk.Text, StringComparison.Ordinal);
        await desk.PressAsync("Let it go out");
        await desk.PressAsync("Decline this message");
        Assert.Contains("Nothing waits for you.", desk.Text, StringComparison.Ordinal);

        await desk.PressAsync("Take this back");
        Assert.Equal(SupporterStatus.Held, (await app.SupporterAsync("second@queue.example")).Status);
        await desk.PressAsync("Decline this message");
        await desk.VisitAsync($"/staff/actions/queue/supporters/{(await app.SupporterAsync("second@queue.example")).Id}");
        await desk.PressAsync("Let it wait for staff again");
        await desk.VisitAsync("/staff/actions/queue/doubts");
        await desk.PressAsync("Decline this message");

        Assert.Equal(MessageStatus.ToPrint, (await app.SupporterAsync("first@queue.example")).Messages[0].Status);
        Assert.Equal(SupporterStatus.Declined, (await app.SupporterAsync("second@queue.example")).Status);
        Assert.Equal(1, (await app.ReadAsync(db => db.CountOfAsync(action.Id))).People);
    }

    [Fact]
    public async Task A_placeholder_that_no_draft_knows_is_named_at_its_field()
    {
        await app.SaveAsync(AnAction.To("placeholder", app.Clock.Now, Channel.Mail));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/actions/placeholder/edit");

        await desk.SubmitAsync(("Form.Draft", "Dear {{name}}, please end this. {{own-sentence}}"));

        Assert.Equal("The placeholder {{name}} is unknown in an action's draft. Known is {{own-sentence}}.", desk.Page.QuerySelector(".field.wrong > #draft-error")!.TextContent);
        Assert.Equal(("true", "draft-hint draft-error"), (desk.Page.QuerySelector("#draft")!.GetAttribute("aria-invalid"), desk.Page.QuerySelector("#draft")!.GetAttribute("aria-describedby")));
    }

    [Fact]
    public async Task The_desk_speaks_of_people_and_not_to_them_and_names_zones_and_years()
    {
        await app.SaveAsync(AnAction.To("speaks", app.Clock.Now.AddYears(-1), Channel.OwnMail));
        await app.WritesAndConfirmsAsync("speaks", "kim@speaks.example");
        await app.ReadAsync(db => db.Supporters.Where(s => s.EmailKey == "kim@speaks.example").ExecuteUpdateAsync(set => set.SetProperty(s => s.SubmittedAt, app.Clock.Now.AddYears(-1))));
        await app.SaveAsync(AnAction.FromSample("to-open", app.Clock.Now));
        var desk = await app.SignedInAsync(StaffRole.Owner);

        Assert.Contains("From the person’s own mail program", (await desk.VisitAsync("/staff/actions/speaks")).Text, StringComparison.Ordinal);
        Assert.Contains("From the person’s own mail program", (await desk.VisitAsync("/staff/actions/speaks/targets")).Text, StringComparison.Ordinal);
        Assert.Contains("June 14, 2017, 8 a.m. Eastern", (await desk.VisitAsync("/staff/actions/speaks/supporters")).Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Time, Eastern (New York)", (await desk.VisitAsync("/staff/actions/to-open/opening")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_of_people_who_have_withdrawn_are_named_beside_those_that_count()
    {
        await app.SaveAsync(AnAction.To("sums", app.Clock.Now, Channel.WebForm));
        foreach (var who in new[] { "kim", "lee" })
        {
            await (await app.WritesAndConfirmsAsync("sums", $"{who}@sums.example")).PressAsync("I have sent it");
        }

        await app.RunAsync<OwnMessages>(async own => await own.WithdrawAsync((await app.SupporterAsync("lee@sums.example")).Id));
        var desk = await app.SignedInAsync(StaffRole.Reviewer);
        await desk.VisitAsync("/staff/actions/sums");

        Assert.Contains("1, and 1 of people who have withdrawn since", desk.Text, StringComparison.Ordinal);
        Assert.Contains("2 sent by the people, as they say", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_says_yes_only_for_people_who_have_confirmed_and_in_the_words_they_read()
    {
        await app.SaveAsync(AnAction.With("agreed", app.Clock.Now, content => content with { ConsentText = "Tell me what became of it." }, Channel.Print));
        foreach (var who in new[] { "kim", "never" })
        {
            var browser = await app.Browser().VisitAsync("/actions/agreed");
            await browser.PressAsync("Go on to your letter", [.. AnAction.Person($"{who}@agreed.example"), ("wants-mail", "true")]);
            await browser.PressAsync("Send my letter", ("may-be-shown", "true"));
        }

        var kim = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@agreed.example"));
        await kim.PressAsync("Confirm my message");
        var desk = await app.SignedInAsync(StaffRole.Reviewer);
        await desk.VisitAsync("/staff/actions/agreed/supporters.csv");
        var rows = (await desk.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.Contains(",yes,Tell me what became of it.,yes,", rows.Single(row => row.Contains("kim@agreed.example", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(",yes,", rows.Single(row => row.Contains("never@agreed.example", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supporters_are_found_by_name_state_and_status_and_given_away_as_a_safe_file()
    {
        await app.SaveAsync(AnAction.To("grid", app.Clock.Now, Channel.Print));
        await app.WritesAndConfirmsAsync("grid", "ana@grid.example", "=Ana");
        await app.WritesAsync("grid", "bob@grid.example", "Bob");
        var desk = await app.SignedInAsync(StaffRole.Reviewer);

        await desk.VisitAsync("/staff/actions/grid/supporters?q=bob+DOE");
        Assert.Equal(["Bob Doe"], desk.Page.QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim()));
        await desk.VisitAsync("/staff/actions/grid/supporters?status=Confirmed&state=OH");
        Assert.Equal(["=Ana Doe"], desk.Page.QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim()));

        await desk.FollowAsync("Export what you see");
        var file = await desk.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("'=Ana,Doe,ana@grid.example", file, StringComparison.Ordinal);
        Assert.DoesNotContain("bob@grid.example", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_text_stands_on_the_page_only_with_permission()
    {
        await app.SaveAsync(AnAction.To("chosen", app.Clock.Now, Channel.Print));
        await app.WritesAndConfirmsAsync("chosen", "no@chosen.example");
        var browser = await app.Browser().VisitAsync("/actions/chosen");
        await browser.PressAsync("Go on to your letter", [.. AnAction.Person("yes@chosen.example"), ("own", "I drive their school bus.")]);
        await browser.PressAsync("Send my letter", ("may-be-shown", "true"));
        await browser.VisitAsync(await app.Mailbox.LinkToAsync("yes@chosen.example"));
        await browser.PressAsync("Confirm my message");
        var desk = await app.SignedInAsync(StaffRole.Reviewer);

        await desk.VisitAsync($"/staff/actions/chosen/supporters/{(await app.SupporterAsync("no@chosen.example")).Id}");
        Assert.Contains("has not given permission", desk.Text, StringComparison.Ordinal);
        await desk.VisitAsync($"/staff/actions/chosen/supporters/{(await app.SupporterAsync("yes@chosen.example")).Id}");
        await desk.PressAsync("Show it on the page");

        Assert.Equal("I drive their school bus.", (await app.Browser().VisitAsync("/actions/chosen")).Page.QuerySelector(".quote blockquote")!.TextContent);
    }

    [Fact]
    public async Task A_batch_is_printed_once_and_its_delivery_stands_on_the_persons_page()
    {
        await app.SaveAsync(AnAction.To("batch", app.Clock.Now, Channel.Print));
        var own = await app.WritesAndConfirmsAsync("batch", "kim@batch.example");
        await app.WritesAndConfirmsAsync("batch", "lee@batch.example", "Lee");
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync("/staff/actions/batch/print");
        Assert.Contains("2 letters wait to be printed.", desk.Text, StringComparison.Ordinal);
        await desk.PressAsync("Make a batch of them");
        Assert.Contains("No letter waits to be printed.", desk.Text, StringComparison.Ordinal);
        await desk.PressAsync("Mark as delivered", ("day", "2018-06-13"));
        Assert.Equal("This batch was made on June 14, 2018. Enter that day or a later one.", desk.Page.QuerySelector(".field.wrong .why")!.TextContent.Replace('\u00a0', ' '));
        await desk.PressAsync("Mark as delivered", ("day", "2018-06-14"));

        await own.VisitAsync(own.Path);
        Assert.Equal("delivered by hand", own.Page.QuerySelector(".own-letter .state")!.TextContent);
        Assert.Contains("Handed over on June 14, 2018.", own.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await desk.FollowAsync("Batch 1 (PDF)");
        Assert.Equal("application/pdf", desk.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_table_of_targets_is_imported_whole_or_not_at_all()
    {
        await app.SaveAsync(AnAction.FromSample("import", app.Clock.Now));
        using var client = await app.ClientAsync(StaffRole.Editor);

        var table = await client.GetByteArrayAsync("/staff/actions/sample-targets.csv", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, "100 targets imported, 0 were there already."), await PostAsync(table));
        Assert.Equal((HttpStatusCode.Redirect, "0 targets imported, 100 were there already."), await PostAsync(table));
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync("name,salutation,channel,email\nA,Dear A,mail,a@b.example\nB,Dear B,pigeon,\n"u8.ToArray()));
        Assert.Equal((HttpStatusCode.Redirect, "1 target imported, 1 was there already."), await PostAsync(
            "name,salutation,channel,email,state\nSENATOR ADA ASHDOWN,Dear Senator Ada,mail,ada@senate.example,AL\nSenator Ada Ashdown,Dear Senator,mail,ada@senate.example,Ohio\n"u8.ToArray()));

        var action = await app.ReadAsync(db => db.Actions.AsNoTracking().Include(a => a.Targets).SingleAsync(a => a.Slug == "import"));
        Assert.Equal(103, action.Targets.Count);
        Assert.Equal(5, action.TargetsFor("Ohio", "44113").Count);
        Assert.Equal("Dear Senator Ada", action.Targets.Single(t => t.Name == "SENATOR ADA ASHDOWN").Salutation);

        async Task<(HttpStatusCode, string?)> PostAsync(byte[] file)
        {
            var page = await new Browser(client).VisitAsync("/staff/actions/import/targets");
            using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "targets.csv" } };
            foreach (var hidden in page.Page.QuerySelectorAll("form:has(#file) input[type=hidden]"))
            {
                form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
            }

            using var answer = await client.PostAsync(page.Path, form);
            var then = answer.Headers.Location is { } location ? await new Browser(client).VisitAsync(location.ToString()) : null;
            return (answer.StatusCode, then?.Page.QuerySelector(".notice.good")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task The_same_target_is_not_added_twice_by_hand()
    {
        await app.SaveAsync(AnAction.To("twice", app.Clock.Now, Channel.Mail));
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await desk.VisitAsync("/staff/actions/twice/targets");
        await desk.SubmitAsync(("Form.Name", "mail  OFFICE 1"), ("Form.Salutation", "Dear office,"), ("Form.Channel", "Mail"), ("Form.Email", "one@city.example"));

        Assert.Contains("is a target already.", desk.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Targets.CountAsync(t => db.Set<SupportersAction>().Any(a => a.Id == t.ActionId && a.Slug == "twice"))));
    }

    [Fact]
    public async Task A_target_that_people_have_written_to_stays()
    {
        await app.SaveAsync(AnAction.To("stays", app.Clock.Now, Channel.Print, Channel.Mail));
        await app.WritesAsync("stays", "kim@stays.example");
        var desk = await app.SignedInAsync(StaffRole.Editor);
        var target = await app.ReadAsync(db => db.Targets.FirstAsync(t => t.Name == "Print office 1" && db.Set<SupportersAction>().Any(a => a.Id == t.ActionId && a.Slug == "stays")));

        await desk.VisitAsync($"/staff/actions/stays/targets/{target.Id}");
        await desk.PressAsync("Remove");

        Assert.Contains("People have written to this target already.", desk.Text, StringComparison.Ordinal);
    }
}
