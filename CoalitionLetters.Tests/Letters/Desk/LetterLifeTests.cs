using CoalitionLetters.Counting;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

/// <summary>What staff do with a letter, on the pages without scripts.</summary>
[Trait("Needs", "Database")]
public sealed class LetterLifeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_new_letter_gets_an_address_from_its_title_and_the_coalitions_letterhead()
    {
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/new");

        await desk.SubmitAsync(("Form.Title", "Protégé the Nation’s rivers, now"));

        Assert.Equal("/staff/letters/protege-the-nations-rivers-now/edit", desk.Path);
        var letter = await LetterAsync("protege-the-nations-rivers-now");
        Assert.Equal("Coalition for Family Unity", Assert.Single(letter.Content.Letterhead).Name);
        Assert.Equal("America/New_York", letter.TimeZoneId);
    }

    [Fact]
    public async Task A_letter_without_a_title_is_refused_with_a_sentence()
    {
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/new");

        await desk.SubmitAsync(("Form.Title", " "));

        Assert.Contains("Enter a title for the letter.", desk.Errors);
    }

    [Fact]
    public async Task Opening_fixes_text_version_1_and_a_deadline_on_the_letters_own_clock()
    {
        await app.SaveAsync(ALetter.Draft("to-open"));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/to-open/opening");

        await desk.SubmitAsync(("Form.DueOn", "2018-06-22"), ("Form.DueTime", "17:00"), ("Form.ClosesOn", "2018-06-22"), ("Form.ClosesTime", "18:00"), ("Form.GraceHours", "6"));

        var letter = await LetterAsync("to-open");
        Assert.Equal((LetterStatus.Open, new DateTime(2018, 6, 22, 21, 0, 0, DateTimeKind.Utc)), (letter.Status, letter.DueAt));
        Assert.Equal(1, await app.ReadAsync(db => db.TextVersions.Where(v => v.LetterId == letter.Id).Select(v => v.Number).SingleAsync()));
        Assert.Equal("opened the letter for signatures", (await HistoryAsync(letter))[0].What);
        Assert.Empty(await app.ReadAsync(db => db.Set<CoalitionLetters.Mail.OutboxMail>().Where(m => m.LetterId == letter.Id).ToListAsync()));
    }

    [Fact]
    public async Task What_keeps_a_letter_from_being_opened_is_told_before_the_button_and_after_it()
    {
        await app.SaveAsync(ALetter.Draft("too-deep", ALetter.Content with { Body = $"{new string('*', 3_000)}a{new string('*', 3_000)}" }));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/too-deep/opening");

        Assert.Contains("stand too deep in each other to be read", desk.Page.QuerySelector(".notice.bad")?.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync(("Form.DueOn", "2018-06-22"), ("Form.DueTime", "17:00"), ("Form.ClosesOn", "2018-06-22"), ("Form.ClosesTime", "18:00"), ("Form.GraceHours", "6"));

        Assert.Contains("stand too deep in each other to be read", desk.Text, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Draft, (await LetterAsync("too-deep")).Status);
    }

    [Fact]
    public async Task A_letter_can_be_opened_on_another_clock_than_the_coalitions()
    {
        await app.SaveAsync(ALetter.Draft("western"));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/western/opening");
        var proposed = desk.Page.QuerySelector("#field-timezone option[selected]")!.GetAttribute("value");

        await desk.SubmitAsync(("Form.Zone", "Mars/Olympus"), ("Form.DueOn", "2018-06-22"), ("Form.DueTime", "17:00"), ("Form.ClosesOn", "2018-06-22"), ("Form.ClosesTime", "18:00"));
        var refused = desk.Text;
        await desk.SubmitAsync(("Form.Zone", "America/Los_Angeles"));

        var letter = await LetterAsync("western");
        Assert.Equal("America/New_York", proposed);
        Assert.Contains("Choose a time zone.", refused, StringComparison.Ordinal);
        Assert.Equal((LetterStatus.Open, "America/Los_Angeles", new DateTime(2018, 6, 23, 0, 0, 0, DateTimeKind.Utc)), (letter.Status, letter.TimeZoneId, letter.DueAt));
        Assert.Contains("America/Los_Angeles", (await HistoryAsync(letter))[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_in_the_hour_that_the_clocks_skip_is_refused_and_nothing_typed_is_lost()
    {
        await app.SaveAsync(ALetter.Draft("skipped"));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/skipped/opening");

        await desk.SubmitAsync(("Form.DueOn", "2019-03-10"), ("Form.DueTime", "02:30"), ("Form.ClosesOn", "2019-03-10"), ("Form.ClosesTime", "18:00"));

        Assert.Contains("There is no 2:30 a.m. on March 10: the clocks are put forward. Choose a time an hour later.", desk.Text, StringComparison.Ordinal);
        Assert.Equal("2019-03-10", desk.Page.GetElementById("due-on")!.GetAttribute("value"));
        Assert.Equal(LetterStatus.Draft, (await LetterAsync("skipped")).Status);
    }

    [Fact]
    public async Task Two_who_act_on_one_letter_at_once_do_not_step_across_each_other()
    {
        await OpenAsync("two-act");
        var first = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/two-act/closing");
        var second = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/letters/two-act/deadline");

        await first.PressAsync("Close it now");
        await second.PressAsync("Move the deadline");

        Assert.Equal(LetterStatus.Closed, (await LetterAsync("two-act")).Status);
        Assert.Contains("Only an open letter has a deadline to move.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_letter_can_be_opened_again()
    {
        await OpenAsync("again");
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/again/closing");
        await desk.PressAsync("Close it now");

        await desk.VisitAsync("/staff/letters/again/closing");
        await desk.PressAsync("Open again");

        var letter = await LetterAsync("again");
        Assert.Equal((LetterStatus.Open, null), (letter.Status, letter.ClosedAt));
        Assert.Equal(["opened the letter again", "closed the letter"], (await HistoryAsync(letter)).Take(2).Select(e => e.What));
    }

    [Fact]
    public async Task Withdrawing_asks_once()
    {
        await OpenAsync("withdraw");
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/withdraw/withdrawal");

        await desk.PressAsync("Withdraw the letter");
        Assert.Equal(LetterStatus.Open, (await LetterAsync("withdraw")).Status);
        await desk.PressAsync("Withdraw the letter", ("Form.Sure", "true"));

        Assert.Equal(LetterStatus.Withdrawn, (await LetterAsync("withdraw")).Status);
    }

    [Fact]
    public async Task A_substantive_change_after_opening_holds_every_signature_and_an_editorial_one_none()
    {
        var letter = await OpenAsync("changed");
        var signature = (await FamilyUnity.ListAsync(app, letter, new Listing { Name = "River Trust" }))[0];
        var desk = await app.SignedInAsync(StaffRole.Editor);

        await WriteAsync(letter, "We, the undersigned, ask you to mend the pipes!");
        await desk.VisitAsync("/staff/letters/changed/text");
        await desk.SubmitAsync(("Form.Class", "Editorial"));
        var afterEditorial = await SignatureAsync(signature.Id);
        await WriteAsync(letter, "We ask you to resign.");
        await desk.VisitAsync("/staff/letters/changed/text");
        Assert.Contains("1 signature is listed now", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(("Form.Class", "Substantive"));

        Assert.Equal(SignatureStatus.Listed, afterEditorial.Status);
        Assert.Equal(SignatureStatus.Held, (await SignatureAsync(signature.Id)).Status);
        Assert.Equal(0, await app.ReadAsync(db => db.Tallies.Where(t => t.LetterId == letter.Id).Select(t => t.Count).SingleAsync()));
        Assert.Equal([EditClass.First, EditClass.Editorial, EditClass.Substantive],
            await app.ReadAsync(db => db.TextVersions.Where(v => v.LetterId == letter.Id).OrderBy(v => v.Number).Select(v => v.Class).ToListAsync()));
    }

    [Fact]
    public async Task Words_that_were_saved_after_the_page_was_opened_are_shown_before_they_can_be_published()
    {
        var letter = await OpenAsync("seen-words");
        await WriteAsync(letter, "We, the undersigned, ask you to mend the pipes.");
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/seen-words/text");

        await WriteAsync(letter, "We ask you to resign.");
        await desk.SubmitAsync(("Form.Class", "Editorial"));
        var refused = desk.Text;
        var stood = (await LetterAsync("seen-words")).Content.Body;
        await desk.SubmitAsync(("Form.Class", "Editorial"));

        Assert.Contains("Other words were saved after you opened this page.", refused, StringComparison.Ordinal);
        Assert.Contains("resign", refused, StringComparison.Ordinal);
        Assert.Equal((letter.Content.Body, "We ask you to resign."), (stood, (await LetterAsync("seen-words")).Content.Body));
    }

    [Fact]
    public async Task The_opening_page_shows_the_words_and_opens_no_others()
    {
        var letter = ALetter.Draft("seen-opening");
        await app.SaveAsync(letter);
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/seen-opening/opening");
        var shown = desk.Page.QuerySelector(".pages img")?.GetAttribute("src");

        await WriteAsync(letter, "A sentence that is half");
        await desk.PressAsync("Open for signatures");
        var (refused, pages, status) = (desk.Text, desk.Page.QuerySelector(".pages img")?.GetAttribute("src"), (await LetterAsync("seen-opening")).Status);
        await desk.PressAsync("Open for signatures");

        Assert.Contains("Other words were saved after you opened this page.", refused, StringComparison.Ordinal);
        Assert.NotNull(shown);
        Assert.NotEqual(shown, pages);
        Assert.Equal((LetterStatus.Draft, LetterStatus.Open), (status, (await LetterAsync("seen-opening")).Status));
    }

    [Fact]
    public async Task Whoever_goes_on_from_an_earlier_draft_overwrites_nothing_unseen_and_loses_nothing()
    {
        var letter = ALetter.Draft("earlier");
        await app.SaveAsync(letter);
        await WriteAsync(letter, "The words that were good.");
        await WriteAsync(letter, "");
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/earlier/drafts");

        await WriteAsync(letter, "Written meanwhile.");
        await desk.PressAsync("Go on from this draft");
        var refused = desk.Text;
        await desk.PressAsync(desk.Page.QuerySelectorAll("button[name='Form.Draft']")[^2]);

        Assert.Contains("Other words were saved after you opened this page; they stand on top now.", refused, StringComparison.Ordinal);
        Assert.EndsWith("/edit", desk.Path, StringComparison.Ordinal);
        Assert.Equal("The words that were good.", (await LetterAsync("earlier")).Content.Body);
        Assert.Equal(["The words that were good.", "Written meanwhile.", "", "The words that were good.", letter.Content.Body],
            await app.ReadAsync(async db => (await db.SavedDrafts.Where(d => d.LetterId == letter.Id).OrderByDescending(d => d.Revision).ToListAsync()).Select(d => d.Content.Body)));
        Assert.Equal("went on from an earlier draft", (await HistoryAsync(letter))[0].What);
    }

    [Fact]
    public async Task All_drafts_can_be_reached_however_many_there_are()
    {
        var letter = ALetter.Draft("many-drafts");
        await app.SaveAsync(letter);
        for (var number = 1; number <= 52; number++)
        {
            letter.SaveDraft(ALetter.Content with { Body = $"Draft number {number}." }, letter.Revision);
            await app.SaveAsync(SavedDraft.Of(letter, new Actor("Ana Reyes", Guid.NewGuid()), app.Clock.Now));
        }

        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/many-drafts/drafts");
        await desk.FollowAsync("Still earlier drafts");

        Assert.Equal(2, desk.Page.QuerySelectorAll("details").Length);
        Assert.Contains("Draft number 1.", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editors_that_stand_open_hear_that_the_letter_was_opened_and_closed()
    {
        var letter = ALetter.Draft("told");
        await app.SaveAsync(letter);
        var heard = 0;
        using var seat = app.Services.GetRequiredService<LetterEditors>().Sit(letter.Id, new LetterEditor(Guid.NewGuid(), null, "Ana Reyes", app.Clock.Now), _ => heard++);

        await app.RunAsync<ChangeLetter>(story => story.OpenAsync("told", letter.StateRevision, app.Clock.Now.AddHours(1), app.Clock.Now.AddHours(1), TimeSpan.Zero, new Actor("Dana Field")));
        Assert.Equal(1, heard);
        await app.RunAsync<ChangeLetter>(async story => await story.CloseAsync("told", (await LetterAsync("told")).StateRevision, new Actor("Dana Field")));

        Assert.Equal(2, heard);
    }

    [Fact]
    public async Task A_change_of_words_stands_in_the_history_and_the_text_versions_show_it_in_place()
    {
        var letter = await OpenAsync("compared-words");
        await WriteAsync(letter, "We, the undersigned, ask you to mend the pipes.");
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/compared-words/text");
        await desk.SubmitAsync(("Form.Class", "Editorial"));

        var entry = (await HistoryAsync(letter))[0];
        var versions = await app.ReadAsync(db => db.TextVersions.Where(v => v.LetterId == letter.Id).OrderBy(v => v.Number).ToListAsync());
        var reader = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/letters/compared-words");
        await reader.FollowAsync("text versions");

        Assert.Equal($$$"""{"textVersion":1,"sha256":"{{{versions[0].Sha256}}}","letter":"We, the {{count:words}} undersigned {{noun}}, ask you to mend the pipes."}""", entry.Before);
        Assert.Equal($$$"""{"textVersion":2,"sha256":"{{{versions[1].Sha256}}}","letter":"We, the undersigned, ask you to mend the pipes."}""", entry.After);
        Assert.Equal(["Text version 2", "Text version 1"], reader.Page.QuerySelectorAll("section h2").Select(h => h.TextContent));
        Assert.Contains("{{count:words}}", string.Concat(reader.Page.QuerySelectorAll(".difference del").Select(gone => gone.TextContent)), StringComparison.Ordinal);
        Assert.Contains($"An editorial change, published by {StaffRole.Editor} Example", reader.Text, StringComparison.Ordinal);
        Assert.All(versions, version => Assert.Contains(version.Sha256, reader.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_a_letter_opens_its_page_says_which_placeholders_have_nothing_to_say()
    {
        await app.SaveAsync(ALetter.Draft("waits-for-states", ALetter.Content with { Body = "We come from {{states}}." }), ALetter.Draft("mistyped", ALetter.Content with { Body = "We, the {{cuont}}." }));
        var waiting = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/waits-for-states/opening");
        var mistyped = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/mistyped/opening");
        var warned = mistyped.Text;

        await mistyped.SubmitAsync(("Form.DueOn", "2018-06-22"), ("Form.DueTime", "17:00"), ("Form.ClosesOn", "2018-06-22"), ("Form.ClosesTime", "18:00"), ("Form.GraceHours", "6"));

        Assert.Contains("{{states}} has nothing to say: no signatory on the list has a state. Until this changes, readers see “…” in its place, and the letter cannot be published.", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("The placeholder {{cuont}} is unknown.", warned, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Draft, (await LetterAsync("mistyped")).Status);
    }

    [Fact]
    public async Task Whether_a_leading_the_counts_can_be_changed_while_the_letter_is_open_and_no_signature_is_asked_again()
    {
        var letter = await OpenAsync("order");
        await FamilyUnity.ListAsync(app, letter, new Listing { Name = "The Aspen Fund" }, new Listing { Name = "River Trust" });
        var desk = await app.SignedInAsync(StaffRole.Editor);
        await desk.VisitAsync("/letters/order");
        Assert.True(desk.Text.IndexOf("Aspen Fund", StringComparison.Ordinal) < desk.Text.IndexOf("River Trust", StringComparison.Ordinal));

        await using (var db = app.OpenDb())
        {
            var draft = await db.Letters.SingleAsync(l => l.Id == letter.Id, TestContext.Current.CancellationToken);
            draft.SaveDraft(draft.Content with { KeepThe = true }, draft.Revision);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await desk.VisitAsync("/staff/letters/order/text");
        await desk.SubmitAsync(("Form.Class", "Substantive"));
        Assert.Contains("The words are the same as before; only list and paper change.", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(("Form.Class", "Editorial"));

        await desk.VisitAsync("/letters/order");
        Assert.True(desk.Text.IndexOf("River Trust", StringComparison.Ordinal) < desk.Text.IndexOf("Aspen Fund", StringComparison.Ordinal));
        Assert.Equal(2, await app.ReadAsync(db => db.Tallies.Where(t => t.LetterId == letter.Id).Select(t => t.Count).SingleAsync()));
    }

    [Fact]
    public async Task The_rules_for_signing_are_kept_with_their_history()
    {
        await app.SaveAsync(ALetter.Draft("rules"));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/rules/rules");

        await desk.SubmitAsync(("Form.ListsAtOnce", "false"), ("Form.Authority", "I may sign for {organization}."), ("Form.Questions", "[ ] Quote us"), ("Form.RetentionDays", "90"));

        var letter = await LetterAsync("rules");
        Assert.Equal((false, "I may sign for {organization}.", 90), (letter.ListsAtOnce, letter.AuthorityStatement, letter.RetentionDays));
        Assert.Equal(new LetterQuestion("q1", "Quote us", QuestionKind.Tick), Assert.Single(letter.Questions));
        Assert.Contains("\"retentionDays\":180", (await HistoryAsync(letter))[0].Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_closes_at_its_deadline_even_if_nobody_visits()
    {
        await using var own = await TestApp.StartAsync();
        var (letter, text) = ALetter.Open("due", lasts: TimeSpan.FromDays(2));
        await own.SaveAsync(letter, text, Tally.For(letter, own.Clock.Now));

        own.Clock.Advance(TimeSpan.FromDays(3));
        await own.RunAsync<IServiceProvider>(services => Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<CloseDueLetters>(services).RunAsync(default));

        var closed = await own.ReadAsync(db => db.Letters.SingleAsync(l => l.Id == letter.Id));
        Assert.Equal((LetterStatus.Closed, letter.ClosesAt), (closed.Status, closed.ClosedAt));
        Assert.Equal("The app", (await own.ReadAsync(db => db.History.AboutLetter(letter.Id).SingleAsync())).Who);
    }

    private async Task<Letter> OpenAsync(string slug)
    {
        var (letter, text) = ALetter.Open(slug);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        return letter;
    }

    private Task WriteAsync(Letter letter, string body) => app.RunAsync<SaveDraft>(async story =>
    {
        var now = await LetterAsync(letter.Slug);
        await story.RunAsync(letter.Id, now.Content with { Body = body }, now.Revision, new Actor("Ana Reyes", Guid.NewGuid()), Guid.NewGuid());
    });

    private Task<Letter> LetterAsync(string slug) => app.ReadAsync(db => db.Letters.SingleAsync(l => l.Slug == slug));

    private Task<Signature> SignatureAsync(Guid id) => app.ReadAsync(db => db.Signatures.SingleAsync(s => s.Id == id));

    private Task<List<HistoryEntry>> HistoryAsync(Letter letter) => app.ReadAsync(db => db.History.Where(e => e.SubjectId == letter.Id).NewestFirst().ToListAsync());
}
