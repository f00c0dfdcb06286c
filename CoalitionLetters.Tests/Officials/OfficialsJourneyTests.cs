using System.Text;
using CoalitionLetters.Letters;
using CoalitionLetters.Officials;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>In a real browser: the letter of 21 attorneys general, from the list of its seats to its published PDF.</summary>
[Trait("Needs", "Database")]
public sealed class OfficialsJourneyTests
{
    private const string Desk = "/staff/letters/attorneys-general";
    private const string Pen = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M5 30 C 20 0 30 45 45 20 S 70 5 80 28 S 110 10 116 22" fill="none" stroke="#123" stroke-width="2"/></svg>""";

    private bool withScripts;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Twenty_one_offices_sign_and_the_letter_goes_out(bool scripts)
    {
        withScripts = scripts;
        await using var app = await TestApp.StartAsync(listens: true);
        await Offices.OpenAsync(app, withSeats: false);
        var page = await Chromium.NewPageAsync(app, scripts, width: 320);
        await using var context = page.Context;
        await SignInAsync(app, page);

        await LookAsync(page, $"{Desk}/seats", $"{Desk}/seats/new", $"{Desk}/seats/import");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "seats.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(ListWithContacts()) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("21 seats added");
        await SetRulesAsync(page);
        await LookAsync(page, $"{Desk}/seats/invitations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the invitations" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("21 mails go out");

        await PrepareInBrowserAsync(app, page, "New Mexico");
        await ApproveInBrowserAsync(app, page, "New Mexico");
        foreach (var seat in (await app.ReadAsync(db => db.Seats.Select(s => s.Details.Jurisdiction).ToListAsync())).Where(name => name != "New Mexico"))
        {
            await SignFromMailAsync(app, seat);
        }

        await LookAsync(page, $"{Desk}/seats", $"{Desk}/seats/{(await app.SeatAsync("New Mexico")).Id}", "/letters/attorneys-general");
        await PublishAsync(app, page);
        await LookAsync(page, "/letters/attorneys-general");
        await Assertions.Expect(page.Locator("#jurisdictions")).ToContainTextAsync("Led by New Mexico’s Hector Balderas, joined by 20 others, 21 in all Final letter, edition 1,");
        Assert.Equal(21, await page.Locator("#jurisdictions li.full").CountAsync());
        await AssertPdfAsync(app);
        if (scripts)
        {
            await page.GotoAsync($"{Desk}/signatures");
            await Assertions.Expect(page.GetByRole(AriaRole.Gridcell, new() { Name = "Official Hector Balderas Attorney General of New Mexico" })).ToBeVisibleAsync();
        }
    }

    private static async Task SignInAsync(TestApp app, IPage page)
    {
        var member = await app.AMemberAsync(StaffRole.Editor);
        await page.GotoAsync("/staff/sign-in");
        await page.FillAsync("[name='Form.Email']", member.Email!);
        await page.FillAsync("[name='Form.Password']", TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/staff");
    }

    /// <summary>The sample list, with a staff contact for each office.</summary>
    private static string ListWithContacts()
    {
        var lines = File.ReadAllLines(RepositoryFiles.Sample("attorneys-general-2018.csv"));
        var states = lines.Skip(1).Select(line => line.Split(',')[^2]);
        return string.Join('\n', lines.Zip(states.Select(state => $",{Offices.ContactOf(state)},{Offices.DomainOf(state)}").Prepend(",contact email,domain"), string.Concat));
    }

    private async Task SetRulesAsync(IPage page)
    {
        await LookAsync(page, $"{Desk}/circulation");
        await page.FillAsync("#signers", "21");
        await page.FillAsync("#line", "A communication from the undersigned attorneys general");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep these rules" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The rules of circulation are not met yet")).ToBeVisibleAsync();
    }

    private async Task PrepareInBrowserAsync(TestApp app, IPage page, string jurisdiction)
    {
        var link = await app.Mailbox.LinkToAsync(Offices.ContactOf(jurisdiction), "office-invitation");
        await LookAsync(page, $"{link}/refusal", link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it for approval" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Two answers need another look")).ToBeVisibleAsync();
        await LookHereAsync(page);
        await page.CheckAsync("#who");
        await page.FillAsync("#mail", Offices.PrincipalOf(jurisdiction));
        await page.SetInputFilesAsync("#picture", new FilePayload { Name = "signature.svg", MimeType = "image/svg+xml", Buffer = Encoding.UTF8.GetBytes(Pen) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it for approval" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sent for approval");
    }

    private async Task ApproveInBrowserAsync(TestApp app, IPage page, string jurisdiction)
    {
        await LookAsync(page, await app.Mailbox.LinkToAsync(Offices.PrincipalOf(jurisdiction), "office-approval"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign the letter" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Hector Balderas is on the list now")).ToBeVisibleAsync();
        await LookHereAsync(page);
    }

    private static async Task SignFromMailAsync(TestApp app, string jurisdiction)
    {
        var form = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.ContactOf(jurisdiction), "office-invitation"));
        await form.SubmitAsync(("who", "principal"), ("mail", Offices.PrincipalOf(jurisdiction)), ("staff-mail", Offices.ContactOf(jurisdiction)));
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf(jurisdiction), "office-approval"));
        await principal.PressAsync("Sign the letter");
    }

    private async Task PublishAsync(TestApp app, IPage page)
    {
        app.Clock.Advance(FamilyUnity.ClosesAt - app.Clock.Now);
        await app.RunJobAsync<CloseDueLetters>();

        // The session of a week ago is over.
        await SignInAsync(app, page);
        await LookAsync(page, $"{Desk}/publishing");
        await Assertions.Expect(page.GetByText("The rules of circulation are not met")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish the final letter" }).ClickAsync();
        await page.WaitForURLAsync($"**{Desk}");
    }

    private static async Task AssertPdfAsync(TestApp app)
    {
        using var client = app.CreateClient();
        var pdf = await client.GetByteArrayAsync("/letters/attorneys-general/letter.pdf", TestContext.Current.CancellationToken);

        var text = PdfTools.RunOn(pdf, "pdftotext", ["-raw"], "-");
        var names = FamilyUnity.Officials().Select(listing => listing.Name).ToList();
        var places = names.ConvertAll(name => text.IndexOf(name, StringComparison.Ordinal));
        Assert.Equal(21, names.Count);
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("Office of the Attorney General", text, StringComparison.Ordinal);
        Assert.Contains("Figure", PdfText.Structure(pdf), StringComparison.Ordinal);
        Assert.Empty(Conformance.Check(pdf));
    }

    private async Task LookAsync(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await LookHereAsync(page);
        }
    }

    /// <summary>Axe itself is a script, so it looks only where scripts run.</summary>
    private async Task LookHereAsync(IPage page)
    {
        await page.FitsAsync();
        if (withScripts)
        {
            await page.PassesAxeAsync();
        }
    }
}
