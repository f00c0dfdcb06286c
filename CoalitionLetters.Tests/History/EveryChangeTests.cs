using System.Text;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Importing;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.History;

/// <summary>All that can happen to accounts, letters and signatures, in one long day, under the eyes of a <see cref="HistoryWatch"/>.</summary>
[Trait("Needs", "Database")]
public sealed class EveryChangeTests : IAsyncLifetime
{
    private const string Slug = "clean-water";

    private readonly HistoryWatch watch = new();
    private TestApp app = null!;
    private Actor owner = new("Ana Flores");

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(isSetUp: false, watch: watch);
        string key;
        await using (var db = app.OpenDb())
        {
            key = (await db.NewSetupKeyAsync(app.Clock.Now)).Text;
        }

        await app.RunAsync<SetUpCoalition>(story => story.RunAsync(key, new() { Coalition = "Water Coalition", TimeZone = "America/New_York", Name = owner.Name, Email = "ana@unity.example", Password = TestApp.Password }));
        owner = new(owner.Name, (await app.ReadAsync(db => db.Staff.SingleAsync())).Id, StaffRole.Owner);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_change_of_an_account_is_recorded_with_it_and_shown_beside_it()
    {
        await app.RunAsync<InviteStaff>(story => story.RunAsync(owner, "kim@unity.example", "Kim Doe", StaffRole.Viewer));
        var joining = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@unity.example"));
        var kim = await joining.SubmitAsync(("Form.Password", TestApp.Password));
        var id = (await app.ReadAsync(db => db.Staff.SingleAsync(member => member.Email == "kim@unity.example"))).Id;
        await app.RunAsync<ChangeRole>(story => story.RunAsync(owner, id, StaffRole.Editor));
        await (await app.Browser().VisitAsync("/staff/sign-in")).SubmitAsync(("Form.Email", "kim@unity.example"), ("Form.Password", "wrong"));
        await app.RunAsync<RequestNewPassword>(story => story.RunAsync("kim@unity.example"));
        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@unity.example", "new-password"))).SubmitAsync(("Form.Password", "quite another password"));
        kim = await app.Browser().VisitAsync("/staff/sign-in");
        await kim.SubmitAsync(("Form.Email", "kim@unity.example"), ("Form.Password", "quite another password"));
        await (await kim.VisitAsync("/staff/account")).SubmitAsync(("NameForm.Name", "Kim Doe-Lee"));
        await (await kim.VisitAsync("/staff/account")).SubmitAsync(("PasswordForm.Present", "quite another password"), ("PasswordForm.Password", TestApp.Password));

        var desk = await app.Browser().VisitAsync("/staff/sign-in");
        await desk.SubmitAsync(("Form.Email", "ana@unity.example"), ("Form.Password", TestApp.Password));
        await desk.VisitAsync($"/staff/people/{id}");
        Assert.Equal(
            ["Kim Doe-Lee changed the password", "Kim Doe-Lee changed the account's name", "Kim Doe chose a new password by mail", "Ana Flores made Kim Doe an editor", "Kim Doe joined the staff as a viewer"],
            desk.Page.QuerySelectorAll(".history p").Select(Said));
        await app.RunAsync<RemoveStaff>(story => story.RunAsync(owner, id));

        Assert.Empty(watch.Unrecorded);
        Assert.InRange(watch.Seen.Count(kind => kind == nameof(StaffMember)), 6, 20);
    }

    [Fact]
    public async Task Whatever_opens_or_shuts_an_account_is_recorded_with_it()
    {
        await app.RunAsync<InviteStaff>(story => story.RunAsync(owner, "kim@unity.example", "Kim Doe", StaffRole.Viewer));
        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@unity.example"))).SubmitAsync(("Form.Password", TestApp.Password));
        for (var tries = 0; tries < 10; tries++)
        {
            await SignInAsync("not the password");
        }

        await app.RunAsync<RequestNewPassword>(story => story.RunAsync("kim@unity.example"));
        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@unity.example", "new-password"))).SubmitAsync(("Form.Password", TestApp.Password));
        var kim = await (await SignInAsync()).VisitAsync("/staff/account/codes");
        await kim.SubmitAsync(("Form.Code", AuthenticatorApp.CodeOf(kim.Page.QuerySelector(".rz-card code")!.TextContent)));
        var code = kim.Page.QuerySelector(".codes code")!.TextContent;
        await (await SignInAsync()).SubmitAsync(("Form.Code", code));
        await (await kim.VisitAsync("/staff/account/codes")).PressAsync("Make new recovery codes", ("Renewal.RenewPassword", TestApp.Password));
        await (await kim.VisitAsync("/staff/account/codes")).PressAsync("Ask for no codes", ("TurningOff.TurnOffPassword", TestApp.Password));
        await (await kim.VisitAsync("/staff/account")).PressAsync("Sign out everywhere else");

        var entries = await app.ReadAsync(async db => await db.History.Where(e => e.SubjectKind == nameof(StaffMember)).NewestFirst().ToListAsync());
        Assert.Equal(
            [
                "Kim Doe ended all other sessions", "Kim Doe turned off codes from an app", "Kim Doe made new recovery codes", "Kim Doe used up a recovery code to sign in", "Kim Doe turned on codes from an app",
                "Kim Doe chose a new password by mail",
                "Somebody not signed in gave 10 wrong passwords or codes, so that the account rests for 15 minutes", "Kim Doe joined the staff as a viewer", "Ana Flores joined the staff as an owner",
            ],
            entries.Select(entry => $"{entry.Who} {entry.What}"));
        Assert.Contains("restsUntil", entries[6].After, StringComparison.Ordinal);
        Assert.Equal(("{\"recoveryCodes\":10}", "{\"recoveryCodes\":9}"), (entries[3].Before, entries[3].After));
        Assert.Empty(watch.Unrecorded);
        Assert.InRange(watch.Seen.Count(kind => kind == "RecoveryCodes"), 3, 6);

        async Task<Browser> SignInAsync(string password = TestApp.Password) =>
            await (await app.Browser().VisitAsync("/staff/sign-in")).SubmitAsync(("Form.Email", "kim@unity.example"), ("Form.Password", password));
    }

    [Fact]
    public async Task Each_change_of_a_letter_and_its_signatures_is_recorded_with_it_and_shown_beside_it()
    {
        await WriteAndOpenAsync();
        await SignAsync();
        await ReviewAsync();
        await ImportAsync();
        await FinishAsync();
        await ShownAsync();
        await ForgetAsync();

        Assert.Empty(watch.Unrecorded);
        Assert.InRange(watch.Seen.Count(kind => kind == nameof(Letter)), 12, 60);
        Assert.InRange(watch.Seen.Count(kind => kind == nameof(Signature)), 16, 60);
    }

    [Fact]
    public async Task The_watch_sees_a_change_that_nothing_speaks_for()
    {
        await app.SaveAsync(ALetter.Draft());
        await using var db = app.OpenDb();
        db.Record(owner, app.Clock.Now, "did something else", Subject.Of<Letter>(Guid.NewGuid()));
        var member = await db.Staff.SingleAsync(TestContext.Current.CancellationToken);
        member.LockoutEnd = DateTimeOffset.UtcNow;
        db.UserTokens.Add(new() { UserId = member.Id, LoginProvider = "[AspNetUserStore]", Name = "RecoveryCodes", Value = "one;two" });
        db.UserPasskeys.Add(new() { UserId = member.Id, CredentialId = [1], Data = new() { PublicKey = [], Transports = [], AttestationObject = [], ClientDataJson = [] } });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Letter", "Passkey", "RecoveryCodes", "StaffMember"], watch.Unrecorded.Select(change => change.Split(' ')[0]).Order());
    }

    private async Task WriteAndOpenAsync()
    {
        await app.RunAsync<WriteLetter>(story => story.RunAsync("Clean water", Slug, owner));
        await SaveWordsAsync("We ask you to mend the pipes.");
        await SaveWordsAsync("We ask you to mend the pipes, today.");
        await ChangeAsync((story, seen) => story.SetRulesAsync(Slug, seen, true, Letter.UsualAuthority, [], 180, 90, owner));
        await ChangeAsync((story, seen) => story.OpenAsync(Slug, seen, app.Clock.Now.AddDays(3), app.Clock.Now.AddDays(3), TimeSpan.FromHours(7), owner));
        await ChangeAsync((story, seen) => story.MoveDeadlineAsync(Slug, seen, app.Clock.Now.AddDays(7), app.Clock.Now.AddDays(7), TimeSpan.FromHours(7), owner));
    }

    private async Task SignAsync()
    {
        await app.SignAndConfirmAsync("River Trsut", "sam@river.example", Slug);
        var river = await app.Browser().VisitAsync(await app.ManageLinkToAsync("sam@river.example") + "/listing");
        await river.SubmitAsync(("name", "River Trust"));
        await (await app.Browser().VisitAsync(await app.ManageLinkToAsync("sam@river.example") + "/signer")).SubmitAsync(("person", "Lee Example"), ("title", "Chair"), ("mail", "lee@river.example"));
        await app.SignAndConfirmAsync("Lake Trust", "kim@lake.example", Slug);
        await AskAndSettleAsync((story, seen) => story.TakeAsync(seen.LetterId, new(seen.Id, seen.Revision), owner), "pond.example");
        await AskAndSettleAsync((story, seen) => story.LeaveAsync(seen.LetterId, new(seen.Id, seen.Revision), "That is somebody else's", owner), "sea.example");
        await (await app.Browser().VisitAsync(await app.ManageLinkToAsync("kim@lake.example") + "/withdrawal")).PressAsync("Withdraw our signature");
    }

    /// <summary>A website of somebody else raises a doubt, so that staff have to look.</summary>
    private async Task AskAndSettleAsync(Func<SettleCorrection, Signature, Task> settle, string site)
    {
        await (await app.Browser().VisitAsync(await app.ManageLinkToAsync("kim@lake.example") + "/listing")).SubmitAsync(("site", site));
        var asked = await app.SignatureOfAsync("Lake Trust");
        await app.RunAsync<SettleCorrection>(story => settle(story, asked));
    }

    private async Task ReviewAsync()
    {
        var letter = await LetterAsync();
        await app.RunAsync<EnterSignature>(story => story.RunAsync(Slug, new Listing { Name = "Meadow Fund" }, new Signer { Name = "Jo Example" }, CameBy.Phone, "A call of June 14", owner));
        await ReviewAsync("Meadow Fund", (story, seen) => story.HoldAsync(letter.Id, [seen], "The board decides", owner));
        await ReviewAsync("Meadow Fund", (story, seen) => story.ListAsync(letter.Id, [seen], owner));
        await ReviewAsync("Meadow Fund", (story, seen) => story.PutInFrontAsync(letter.Id, [seen], true, owner));
        await ReviewAsync("Meadow Fund", (story, seen) => story.CorrectListingAsync(letter.Id, seen, new Listing { Name = "The Meadow Fund" }, owner));
        var declined = await ReviewAsync("The Meadow Fund", (story, seen) => story.DeclineAsync(letter.Id, [seen], "Nobody knows it", owner));
        await app.RunAsync<ReviewSignatures>(story => story.TakeBackAsync(letter.Id, declined.Done, owner));
        await SaveWordsAsync("We ask you to mend all pipes.");
        await ChangeAsync((story, seen) => story.ChangeTextAsync(Slug, seen, EditClass.Substantive, owner));
    }

    private async Task ImportAsync()
    {
        var directory = app.Services.GetRequiredService<OrganizationDirectory>();
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes("Organization,Signer\nHill Trust,Ada\nBay Keepers,Bo\n")));
        for (var time = 1; time <= 2; time++)
        {
            PlannedRow[] plan = [.. new DryRun(SheetLayout.Guess(sheet), await directory.NamesAsync()).Run(sheet)];
            Imported? imported = null;
            await app.RunAsync<AcceptImport>(async story => imported = await story.RunAsync(Slug, "list.csv", plan, _ => Task.FromResult<IReadOnlyList<PlannedRow>>(plan), owner));
            if (time == 1)
            {
                await app.RunAsync<UndoImport>(story => story.RunAsync(imported!.BatchId, owner));
            }
        }
    }

    private async Task FinishAsync()
    {
        await ChangeAsync((story, seen) => story.CloseAsync(Slug, seen, owner));
        await ChangeAsync((story, seen) => story.ReopenAsync(Slug, seen, app.Clock.Now.AddDays(1), app.Clock.Now.AddDays(1), TimeSpan.Zero, owner));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.RunJobAsync<CloseDueLetters>();
        var closed = await LetterAsync();
        await app.RunAsync<PublishLetter>(story => story.RunAsync(Slug, closed.StateRevision, owner));
        await ChangeAsync((story, seen) => story.WithdrawAsync(Slug, seen, owner));
    }

    private async Task ShownAsync()
    {
        var desk = await app.Browser().VisitAsync("/staff/sign-in");
        await desk.SubmitAsync(("Form.Email", "ana@unity.example"), ("Form.Password", TestApp.Password));
        await desk.VisitAsync($"/staff/letters/{Slug}");
        Assert.Equal(
            ["Ana Flores withdrew the letter", "Ana Flores published edition 1", "The app closed the letter at its deadline", "Ana Flores opened the letter again", "Ana Flores closed the letter"],
            desk.Page.QuerySelectorAll(".history p").Take(5).Select(Said));

        await desk.VisitAsync($"/staff/letters/{Slug}/signatures/{(await app.SignatureOfAsync("River Trust")).Id}");
        Assert.Equal(
            ["Ana Flores held the signature, because the words changed in substance", "The signer handed the signature to a colleague", "The signer corrected the listing", "The signer confirmed the signature", "The signer signed the letter"],
            desk.Page.QuerySelectorAll(".history p").Select(Said));
        Assert.All(desk.Page.QuerySelectorAll(".history p"), entry => Assert.Contains("June 14, 2018", entry.QuerySelector("time")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal));
        var corrected = desk.Page.QuerySelectorAll(".history li")[2];
        Assert.Contains("River Trsut", corrected.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("River Trust", corrected.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);

        await desk.VisitAsync($"/staff/letters/{Slug}/signatures/{(await app.SignatureOfAsync("Hill Trust")).Id}");
        Assert.Equal(["Ana Flores imported the signature from list.csv"], desk.Page.QuerySelectorAll(".history p").Select(Said));
    }

    private async Task ForgetAsync()
    {
        var river = await app.SignatureOfAsync("River Trust");
        await app.RunAsync<EraseSigner>(story => story.RunAsync(river.Id));
        app.Clock.Advance(TimeSpan.FromDays(181));
        await app.RunJobAsync<ForgetSigners>();
        Assert.Null((await app.SignatureOfAsync("Lake Trust")).Signer.Email);
    }

    private async Task SaveWordsAsync(string body)
    {
        var letter = await LetterAsync();
        await app.RunAsync<SaveDraft>(story => story.RunAsync(letter.Id, letter.Content with { Body = body }, letter.Revision, owner, Guid.NewGuid()));
    }

    private async Task ChangeAsync(Func<ChangeLetter, int, Task> change)
    {
        var seen = (await LetterAsync()).StateRevision;
        await app.RunAsync<ChangeLetter>(story => change(story, seen));
    }

    private async Task<Reviewed> ReviewAsync(string name, Func<ReviewSignatures, SeenSignature, Task<Reviewed>> review)
    {
        var signature = await app.SignatureOfAsync(name);
        Reviewed? reviewed = null;
        await app.RunAsync<ReviewSignatures>(async story => reviewed = await review(story, new(signature.Id, signature.Revision)));
        Assert.Empty(reviewed!.Refused);
        return reviewed;
    }

    private Task<Letter> LetterAsync() => app.ReadAsync(db => db.Letters.AsNoTracking().SingleAsync());

    private static string Said(AngleSharp.Dom.IElement entry) => entry.TextContent.Split(entry.QuerySelector("time")!.TextContent)[0].Trim();
}
