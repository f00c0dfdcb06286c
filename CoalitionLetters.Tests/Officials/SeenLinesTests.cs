using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>Nobody signs a line that they have not seen, and no line that is signed changes without a word.</summary>
[Trait("Needs", "Database")]
public sealed class SeenLinesTests
{
    private const string Changed = "Janet T. Mills, Attorney General of Maine (Republican)";

    [Fact]
    public async Task A_principal_is_shown_a_line_that_has_changed_since_and_signs_it_only_then()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, new CirculationRules { PrintsParty = true });
        await app.PrepareAsync("Maine");
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));
        await ChangeSeatAsync(app);

        await principal.PressAsync("Sign the letter");
        var (told, statement) = (principal.Page.QuerySelector("[role=alert]")!.TextContent, principal.Page.QuerySelector(".statement")!.TextContent);
        var unsigned = await SignatureAsync(app);
        await principal.PressAsync("Sign the letter");

        var signed = await SignatureAsync(app);
        Assert.StartsWith("Something about your signature has changed since you opened this page, so nothing is signed yet.", told, StringComparison.Ordinal);
        Assert.Contains($"in the name of {Changed},", statement, StringComparison.Ordinal);
        Assert.Equal((SignatureStatus.Submitted, SignatureStatus.Listed), (unsigned.Status, signed.Status));
        Assert.Equal(statement, signed.AuthorityStatement);
        Assert.DoesNotContain(await app.Mailbox.AllToAsync(Offices.PrincipalOf("Maine")), mail => mail.Kind == "office-line");
    }

    [Fact]
    public async Task Who_has_signed_is_told_by_mail_how_the_line_has_changed_and_what_was_said_stays_as_it_was_said()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, new CirculationRules { PrintsParty = true });
        await app.SignForAsync("Maine");

        await ChangeSeatAsync(app);
        await ChangeSeatAsync(app, seat => seat with { ContactName = "Pat Example" });

        var mail = Assert.Single(await app.Mailbox.AllToAsync(Offices.PrincipalOf("Maine")), mail => mail.Kind == "office-line");
        var manage = await app.Browser().VisitAsync(await app.ManageLinkToAsync(Offices.PrincipalOf("Maine"), "office-line"));
        Assert.Equal("Your line has changed: Janet T. Mills", mail.Subject);
        Assert.Contains($"Printed as: {Changed}, as a co-lead Before: Janet T. Mills, Attorney General of Maine Reference:", Unwrapped(mail), StringComparison.Ordinal);
        Assert.Contains("Listed and counted", manage.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Republican", (await SignatureAsync(app)).AuthorityStatement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_contact_or_state_of_the_seat_undoes_nothing_that_staff_set_on_the_line_and_tells_nobody_of_the_same_line()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");
        var signed = await SignatureAsync(app);
        await app.RunAsync<ReviewSignatures>(story => story.CorrectListingAsync(signed.LetterId, new(signed.Id, signed.Revision), signed.Listing with { IsLead = true, Order = 1 }, Offices.Staff));

        await ChangeSeatAsync(app, seat => seat with { ContactName = "Pat Example" });
        await ChangeSeatAsync(app, seat => seat with { Party = "Republican" });

        var listing = (await SignatureAsync(app)).Listing;
        Assert.Equal((true, 1), (listing.IsLead, listing.Order));
        Assert.DoesNotContain(await app.Mailbox.AllToAsync(Offices.PrincipalOf("Maine")), mail => mail.Kind == "office-line");
    }

    [Fact]
    public async Task A_long_statement_with_the_line_in_it_twice_is_kept_whole()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await using (var db = app.OpenDb())
        {
            var letter = await db.Letters.SingleAsync();
            db.Entry(letter).Property(l => l.AuthorityStatement).CurrentValue = $"I sign for {{organization}}. {new string('x', 540)} {{organization}}";
            await db.SaveChangesAsync();
        }

        await app.PrepareAsync("Maine", ("name", $"Janet {new string('T', 100)} Mills"));

        Assert.EndsWith("Mills, Attorney General of Maine", (await SignatureAsync(app)).AuthorityStatement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_too_long_for_a_person_is_refused_beside_its_field_and_on_the_seat()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var name = new string('T', Signature.PersonMaxLength + 1);

        var form = await app.PrepareAsync("Maine", ("name", name));
        var refusal = await Assert.ThrowsAsync<CoalitionLetters.Data.RuleBrokenException>(() => ChangeSeatAsync(app, seat => seat with { Name = name }));

        Assert.Contains("Use 120 characters at most", form.Text, StringComparison.Ordinal);
        Assert.EndsWith("is longer than 120 characters. Shorten it.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_staff_correct_at_the_desk_is_what_the_principal_says()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.PrepareAsync("Maine", ("name", "Janet T. Mils"));
        var prepared = await SignatureAsync(app);

        await app.RunAsync<ReviewSignatures>(story => story.CorrectListingAsync(prepared.LetterId, new(prepared.Id, prepared.Revision), prepared.Listing with { Name = "Janet T. Mills" }, Offices.Staff));
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));

        Assert.Contains("in the name of Janet T. Mills, Attorney General of Maine,", principal.Page.QuerySelector(".statement")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_agrees_to_changed_words_is_shown_a_line_that_has_changed_since_too()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, new CirculationRules { PrintsParty = true });
        await app.PrepareAsync("Maine");
        await ChangeWordsAsync(app);
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "agree-again"));
        await ChangeSeatAsync(app);

        await principal.PressAsync("Agree for Janet T. Mills");
        var (told, statement, unsigned) = (principal.Text, principal.Page.QuerySelector(".statement")!.TextContent, await SignatureAsync(app));
        await principal.PressAsync("Agree for Janet T. Mills");

        Assert.Contains("The words, or something about your signature, have changed since you opened this page.", told, StringComparison.Ordinal);
        Assert.Contains($"in the name of {Changed},", statement, StringComparison.Ordinal);
        Assert.Equal((SignatureStatus.Submitted, SignatureStatus.Listed), (unsigned.Status, (await SignatureAsync(app)).Status));
    }

    private static async Task ChangeSeatAsync(TestApp app, Func<SeatDetails, SeatDetails>? change = null)
    {
        var seat = await app.SeatAsync("Maine");
        var details = change?.Invoke(seat.Details) ?? seat.Details with { Party = "Republican", Role = SeatRole.CoLead };
        await app.RunAsync<KeepSeats>(story => story.CorrectAsync(Offices.Slug, seat.Id, seat.Revision, details, Offices.Staff));
    }

    internal static async Task ChangeWordsAsync(TestApp app)
    {
        await using var db = app.OpenDb();
        var letter = await db.Letters.SingleAsync();
        letter.SaveDraft(letter.Content with { Body = "We ask you to resign." }, letter.Revision);
        await db.SaveChangesAsync();
        await app.RunAsync<ChangeLetter>(story => story.ChangeTextAsync(Offices.Slug, letter.StateRevision, EditClass.Substantive, Offices.Staff));
    }

    private static string Unwrapped(OutboxMail mail) => string.Join(' ', mail.Text!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<Signature> SignatureAsync(TestApp app) => app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync());
}
