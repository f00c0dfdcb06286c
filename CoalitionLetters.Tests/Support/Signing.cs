using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Tests.Support;

/// <summary>A representative who signs, as people do it.</summary>
public static class Signing
{
    public static (string, string)[] Fields(string name = "River Trust", string mail = "sam@rivertrust.example", params (string Name, string Value)[] others)
    {
        var fields = new Dictionary<string, string> { ["name"] = name, ["where"] = "national", ["person"] = "Sam Example", ["title"] = "Director", ["mail"] = mail, ["authority"] = "yes" };
        foreach (var (field, value) in others)
        {
            fields[field] = value;
        }

        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    /// <summary>Fills in the form and sends it; the browser then shows the receipt, or what needs another look.</summary>
    public static async Task<Browser> SignAsync(this TestApp app, string name = "River Trust", string mail = "sam@rivertrust.example", string slug = FamilyUnity.Slug, params (string, string)[] others)
    {
        var browser = await app.Browser().VisitAsync($"/letters/{slug}/sign");
        return await browser.SubmitAsync(Fields(name, mail, others));
    }

    /// <summary>Signs, and presses the button behind the mailed link.</summary>
    public static async Task<Browser> SignAndConfirmAsync(this TestApp app, string name = "River Trust", string mail = "sam@rivertrust.example", string slug = FamilyUnity.Slug, params (string, string)[] others)
    {
        await app.SignAsync(name, mail, slug, others);
        var browser = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(mail, "confirm-signature"));
        return await browser.PressAsync(browser.Page.QuerySelector("main form button")!);
    }

    public static async Task<string> ManageLinkToAsync(this TestApp app, string mail, string kind = "confirm-signature") =>
        TestMailbox.LinksIn(await app.Mailbox.NewestToAsync(mail, kind)).Last(link => !link.EndsWith("/confirmation", StringComparison.Ordinal));

    public static Task<Signature> SignatureOfAsync(this TestApp app, string name) =>
        app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.Listing.Name == name));
}
