using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>An office is told whether its signature counts, from the form to the published letter.</summary>
[Trait("Needs", "Database")]
public sealed class OfficeStandingTests
{
    private const string NotOnList = "is not on the letter’s list of official domains.";

    private static readonly CirculationRules OnlyOfficial = new() { DemandsOfficialDomains = true, OfficialDomains = ["gov"] };

    [Fact]
    public async Task An_office_that_signs_from_a_mailbox_that_is_not_official_is_told_at_each_step_that_its_signature_will_wait()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial);

        var form = await app.InviteAsync("Maine");
        var hint = form.Page.QuerySelector("#mail-hint")!.TextContent;
        await form.PressAsync("Show again", ("mail", "janet@gmail.com"));
        var shown = form.Page.QuerySelector("#mail-hint")!.TextContent;
        await form.SubmitAsync(("who", "principal"), ("mail", "janet@gmail.com"), ("staff-mail", "sam@outlook.com"));
        var approval = await app.Mailbox.NewestToAsync("janet@gmail.com", "office-approval");
        var principal = await app.Browser().VisitAsync(TestMailbox.LinksIn(approval)[0]);
        var warned = principal.Page.QuerySelector("#will-wait")!.TextContent;
        await principal.PressAsync("Sign the letter");
        var office = await app.InviteAsync("Maine");

        Assert.Contains("The letter asks for official addresses (gov, maine.example.org). From any other the signature waits", hint, StringComparison.Ordinal);
        Assert.Contains($"at gmail.com, {NotOnList} So the signature, once given, waits", shown, StringComparison.Ordinal);
        Assert.All(new[] { form.Text, approval.Text!, warned }, told =>
        {
            Assert.Contains($"The address of whoever prepared the signature, at outlook.com, {NotOnList}", Plain(told), StringComparison.Ordinal);
            Assert.Contains($"The address of whoever signs, at gmail.com, {NotOnList}", Plain(told), StringComparison.Ordinal);
        });
        foreach (var told in new[] { (await app.Mailbox.NewestToAsync("janet@gmail.com", "office-signed")).Text!, (await app.Mailbox.NewestToAsync("sam@outlook.com", "office-signed")).Text!, principal.Text, office.Text })
        {
            Assert.Contains("It waits and is not counted yet.", Plain(told), StringComparison.Ordinal);
            Assert.Contains($"at gmail.com, {NotOnList}", Plain(told), StringComparison.Ordinal);
            Assert.DoesNotContain("There is nothing more to do", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Printed as", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Official_mailboxes_are_not_spoken_of_and_the_receipt_says_that_the_signature_counts()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial);

        await app.PrepareAsync("Maine");
        var approval = await app.Mailbox.NewestToAsync(Offices.PrincipalOf("Maine"), "office-approval");
        var principal = await app.Browser().VisitAsync(TestMailbox.LinksIn(approval)[0]);
        var warning = principal.Page.QuerySelector("#will-wait");
        await principal.PressAsync("Sign the letter");
        var receipt = (await app.Mailbox.NewestToAsync(Offices.ContactOf("Maine"), "office-signed")).Text!;
        var office = await app.InviteAsync("Maine");

        Assert.Null(warning);
        Assert.DoesNotContain("official domains", approval.Text, StringComparison.Ordinal);
        Assert.Contains("It is on the list and counts.", Plain(receipt), StringComparison.Ordinal);
        Assert.Contains("Printed as", receipt, StringComparison.Ordinal);
        Assert.Contains("It is on the list and counts. There is nothing more to do.", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_publishing_the_offices_page_says_whether_its_signature_stands_in_the_edition()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial);
        await app.SignForAsync("New Mexico");
        await app.PrepareAsync("Maine", ("mail", "janet@gmail.com"));
        var link = await app.Mailbox.LinkToAsync("janet@gmail.com", "office-approval");
        await (await app.Browser().VisitAsync(link)).PressAsync("Sign the letter");
        app.Clock.Advance(FamilyUnity.ClosesAt - app.Clock.Now);
        await app.RunJobAsync<CloseDueLetters>();
        await (await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync($"/staff/letters/{Offices.Slug}/publishing")).SubmitAsync(("Form.Sure", "true"));

        var head = (await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync($"/staff/letters/{Offices.Slug}/seats")).Page.QuerySelector(".desk-head")!.TextContent;
        var (listed, left, principal) = (await app.InviteAsync("New Mexico"), await app.InviteAsync("Maine"), await app.Browser().VisitAsync(link));

        Assert.Equal(1, await app.ReadAsync(db => db.Set<Edition>().CountAsync()));
        Assert.Contains("edition 1 of June 22, 2018", Plain(head), StringComparison.Ordinal);
        Assert.Contains("It stands in the published letter, edition 1 of June 22, 2018.", listed.Text, StringComparison.Ordinal);
        Assert.All(new[] { left, principal }, page =>
            Assert.Contains("It does not stand in the published letter: edition 1 of June 22, 2018 went out without it. Write to the coalition", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_office_of_a_Spanish_letter_is_told_in_Spanish_that_it_waits()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, OnlyOfficial, change: content => content with { Language = "es" });

        await app.PrepareAsync("Maine", ("mail", "janet@gmail.com"));
        var approval = await app.Mailbox.NewestToAsync("janet@gmail.com", "office-approval");
        var principal = await app.Browser().VisitAsync(TestMailbox.LinksIn(approval)[0]);

        Assert.Equal("Ir al texto", principal.Page.QuerySelector("a.skip")!.TextContent);
        Assert.Contains("La dirección de quien firma, en gmail.com, no está en la lista de dominios oficiales de la carta. Por eso la firma, una vez dada, espera", Plain(approval.Text!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_declines_behind_the_approval_link_is_told_that_the_staff_fill_in_the_form_anew()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.PrepareAsync("Maine");
        var link = await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval");

        var principal = await (await app.Browser().VisitAsync(link + "/refusal")).SubmitAsync(("reason", "Not now"));
        var again = await app.Browser().VisitAsync(link);

        Assert.Contains("this link signs no more. If that changes while the letter is open, ask your staff to fill in the office’s form again", principal.Text, StringComparison.Ordinal);
        Assert.Contains("ask your staff to fill in the form again", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_tells_the_offices_staff_from_whoever_signs()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        await app.SignForAsync("Maine");
        await (await app.Browser().VisitAsync((await app.InviteAsync("Oregon")).Path + "/refusal")).SubmitAsync(("reason", ""));

        var told = await app.ReadAsync(db => db.Set<HistoryEntry>().Where(entry => entry.What.Contains("Maine") || entry.What.Contains("Oregon")).OrderBy(entry => entry.Id).Select(entry => entry.Who + " " + entry.What).ToListAsync());
        Assert.Contains("The office’s staff prepared the signature of Maine", told);
        Assert.Contains("The signer signed for Maine", told);
        Assert.Contains("The office’s staff declined for Oregon", told);
    }

    [Fact]
    public async Task The_offices_form_marks_what_is_asked_of_a_deputy_alone_and_speaks_of_no_phone()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        var form = await app.InviteAsync("Maine");

        Assert.All(new[] { "deputy", "deputy-title" }, field => Assert.Contains("(optional; only if a deputy signs)", form.Page.QuerySelector($"label[for={field}]")!.TextContent, StringComparison.Ordinal));
        Assert.Equal("Work e-mail of whoever signs", form.Page.QuerySelector("label[for=mail]")!.TextContent.Trim());
        Assert.DoesNotContain("phone", form.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_public_form_of_a_Spanish_letter_of_officials_speaks_of_offices_and_not_of_organizations()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, withSeats: false, change: content => content with { Language = "es" });

        var form = await app.Browser().VisitAsync($"/letters/{Offices.Slug}/sign");
        await form.SubmitAsync(("name", "Alma Reyes"), ("state", "NM"), ("title", "Fiscal General"), ("mail", "alma@nm.example.org"), ("authority", "yes"));
        var empty = await app.Browser().VisitAsync($"/letters/{Offices.Slug}/sign");

        Assert.Contains("en nombre de mi cargo", empty.Text, StringComparison.Ordinal);
        Assert.Contains("Se imprime con su nombre y cargo", empty.Text, StringComparison.Ordinal);
        Assert.Contains("Invite a otra oficina", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("organización", empty.Text + form.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
