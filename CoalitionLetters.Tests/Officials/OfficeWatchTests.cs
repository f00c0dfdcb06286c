using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>No single mailbox of an office gives its signature away, or takes it back, without the office and the coalition hearing of it.</summary>
[Trait("Needs", "Database")]
public sealed class OfficeWatchTests
{
    [Fact]
    public async Task When_a_signature_is_handed_over_the_former_signer_and_the_office_are_told_the_new_mailbox()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("New Mexico");

        await HandOverAsync(app, await app.ManageLinkToAsync(Offices.PrincipalOf("New Mexico"), "office-signed"), "x@gmail.com");

        var former = Plain(await app.Mailbox.NewestToAsync(Offices.PrincipalOf("New Mexico"), "handed-over"));
        var contact = Plain(await app.Mailbox.NewestToAsync(Offices.ContactOf("New Mexico"), "handed-over"));
        var heir = Plain(await app.Mailbox.NewestToAsync("x@gmail.com", "new-signer"));
        Assert.Contains("The signature of Hector Balderas under “", former, StringComparison.Ordinal);
        Assert.Contains("is looked after from x@gmail.com from now on; your link no longer works.", former, StringComparison.Ordinal);
        Assert.Contains("is looked after from x@gmail.com from now on. Whoever reads that mailbox can correct it, hand it on or withdraw it.", contact, StringComparison.Ordinal);
        Assert.Contains("at once and name the reference number.", contact, StringComparison.Ordinal);
        Assert.Contains("You look after it from now on; it stays in that name.", heir, StringComparison.Ordinal);
        Assert.DoesNotContain("signs for Hector Balderas", former + contact + heir, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_a_signature_is_withdrawn_the_office_and_all_who_looked_after_it_before_are_told(bool wordsAreForgotten)
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("New Mexico");
        await HandOverAsync(app, await app.ManageLinkToAsync(Offices.PrincipalOf("New Mexico"), "office-signed"), "x@gmail.com");
        var link = await app.ManageLinkToAsync("x@gmail.com", "new-signer");
        if (wordsAreForgotten)
        {
            await app.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Text, (string?)null)));
        }

        await WithdrawAsync(app, link);

        foreach (var address in new[] { Offices.PrincipalOf("New Mexico"), Offices.ContactOf("New Mexico") })
        {
            var told = Plain(await app.Mailbox.NewestToAsync(address, "signature-withdrawn"));
            Assert.Contains("Hector Balderas has withdrawn from “", told, StringComparison.Ordinal);
            Assert.Contains("x@gmail.com", told, StringComparison.Ordinal);
            Assert.Single(await app.Mailbox.AllToAsync(address), mail => mail.Kind == "signature-withdrawn");
        }

        Assert.Single(await app.Mailbox.AllToAsync("x@gmail.com"), mail => mail.Kind == "signature-withdrawn");
    }

    [Fact]
    public async Task A_contact_that_was_put_right_is_told_nothing_more()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("New Mexico");
        await ContactAsync("wrong@nmag.example.org");
        await HandOverAsync(app, await app.ManageLinkToAsync(Offices.PrincipalOf("New Mexico"), "office-signed"), "x@gmail.com");
        await ContactAsync("right@nmag.example.org");

        await WithdrawAsync(app, await app.ManageLinkToAsync("x@gmail.com", "new-signer"));

        Assert.Contains(await app.Mailbox.AllToAsync("right@nmag.example.org"), mail => mail.Kind == "signature-withdrawn");
        Assert.Equal(["handed-over"], (await app.Mailbox.AllToAsync("wrong@nmag.example.org")).Select(mail => mail.Kind));

        async Task ContactAsync(string address)
        {
            var seat = await app.SeatAsync("New Mexico");
            await app.RunAsync<KeepSeats>(story => story.CorrectAsync(Offices.Slug, seat.Id, seat.Revision, seat.Details with { ContactEmail = address }, Offices.Staff));
        }
    }

    [Fact]
    public async Task Whoever_is_forgotten_stands_in_no_mail_to_the_office_either()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("New Mexico");
        await HandOverAsync(app, await app.ManageLinkToAsync(Offices.PrincipalOf("New Mexico"), "office-signed"), "x@gmail.com");
        var link = await app.ManageLinkToAsync("x@gmail.com", "new-signer");
        await app.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Status, MailStatus.Sent)));
        var named = await app.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Text!.Contains("x@gmail.com")));

        var erasure = await app.Browser().VisitAsync(link + "/erasure");
        await erasure.PressAsync(erasure.Page.QuerySelector("main form button")!);

        Assert.True(named > 1);
        Assert.Equal(0, await app.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Text!.Contains("x@gmail.com") || mail.Html!.Contains("x@gmail.com"))));
    }

    [Fact]
    public async Task A_withdrawn_signature_of_an_official_waits_on_the_desk_until_staff_have_noted_it()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("New Mexico");
        await WithdrawAsync(app, await app.ManageLinkToAsync(Offices.PrincipalOf("New Mexico"), "office-signed"));
        var id = await app.ReadAsync(db => db.Signatures.Select(s => s.Id).SingleAsync());
        var desk = await app.SignedInAsync(StaffRole.Reviewer);

        var waits = Waits(await desk.VisitAsync($"/staff/letters/{Offices.Slug}"));
        var counted = await app.ReadAsync(db => db.Signatures.WaitingForStaff().CountAsync());
        await desk.VisitAsync($"/staff/letters/{Offices.Slug}/signatures/{id}");
        var told = desk.Text;
        await desk.PressAsync("I have noted it");
        var left = Waits(await desk.VisitAsync($"/staff/letters/{Offices.Slug}"));

        Assert.Contains("Hector Balderas, the lead, withdrew from a mailbox at new-mexico.example.org.", waits, StringComparison.Ordinal);
        Assert.Equal(1, counted);
        Assert.Contains("This signature was withdrawn", told, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", left, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.WaitingForStaff().CountAsync()));
    }

    [Fact]
    public async Task A_withdrawal_that_nobody_has_noted_still_waits_when_its_signer_has_erased_the_data()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");
        var link = await app.ManageLinkToAsync(Offices.PrincipalOf("Maine"), "office-signed");

        await WithdrawAsync(app, link);
        var page = await app.Browser().VisitAsync(link);
        var erasure = await app.Browser().VisitAsync(link + "/erasure");
        var lead = erasure.Text;
        await erasure.PressAsync(erasure.Page.QuerySelector("main form button")!);

        Assert.DoesNotContain("stay on the list", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("withdraw the signature first", lead, StringComparison.Ordinal);
        Assert.Equal("Janet T. Mills withdrew from a mailbox at maine.example.org.", await app.ReadAsync(db => db.Signatures.WaitingForStaff().Select(s => s.Doubts).SingleAsync()));
    }

    private static async Task HandOverAsync(TestApp app, string manage, string mail) =>
        await (await app.Browser().VisitAsync(manage + "/signer")).SubmitAsync(("title", "Chief Deputy"), ("mail", mail));

    private static async Task WithdrawAsync(TestApp app, string manage)
    {
        var browser = await app.Browser().VisitAsync(manage + "/withdrawal");
        await browser.PressAsync(browser.Page.QuerySelector("main form button")!);
    }

    private static string Waits(Browser desk) => desk.Page.QuerySelector("section[aria-labelledby=waits-title]")!.TextContent;

    private static string Plain(OutboxMail mail) => string.Join(' ', mail.Text!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
