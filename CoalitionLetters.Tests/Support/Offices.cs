using CoalitionLetters.Counting;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Officials;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Tests.Support;

/// <summary>The letter of the attorneys general with the seats of the sample, and offices that answer as people do.</summary>
public static class Offices
{
    public const string Slug = "attorneys-general";

    public static readonly Actor Staff = new("Dana Field");

    /// <summary>Opens the letter and gives it its 21 seats; each office writes from <c>office.example.org</c> addresses of its own.</summary>
    public static async Task<Letter> OpenAsync(TestApp app, CirculationRules? rules = null, bool withSeats = true, Func<LetterContent, LetterContent>? change = null)
    {
        var content = LetterFile.Parse(await File.ReadAllTextAsync(RepositoryFiles.Sample("attorneys-general-letter.md"))).Content;
        var letter = Letter.Draft(Slug, change is null ? content : change(content), "America/New_York", app.Clock.Now);
        var text = letter.Open(FamilyUnity.ClosesAt, FamilyUnity.ClosesAt, TimeSpan.FromHours(7), "Dana Field", app.Clock.Now);
        if (rules is not null)
        {
            letter.SetCirculation(rules);
        }

        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        if (withSeats)
        {
            await app.RunAsync<KeepSeats>(story => story.ImportAsync(Slug, SeatSheet.Read(new MemoryStream(File.ReadAllBytes(RepositoryFiles.Sample("attorneys-general-2018.csv")))), Staff));
            await GiveAddressesAsync(app);
        }

        return letter;
    }

    public static string ContactOf(string jurisdiction) => $"staff@{DomainOf(jurisdiction)}";

    public static string PrincipalOf(string jurisdiction) => $"principal@{DomainOf(jurisdiction)}";

    public static string DomainOf(string jurisdiction) => $"{jurisdiction.Replace(" ", "-", StringComparison.Ordinal).ToLowerInvariant()}.example.org";

    public static Task<Seat> SeatAsync(this TestApp app, string jurisdiction) => app.ReadAsync(db => db.Seats.AsNoTracking().SingleAsync(s => s.Details.Jurisdiction == jurisdiction));

    public static async Task<SeatStanding> StandingAsync(this TestApp app, string jurisdiction)
    {
        var seat = await app.SeatAsync(jurisdiction);
        return (await app.ReadAsync(db => db.SeatsOfAsync(seat.LetterId))).Single(s => s.Seat.Id == seat.Id);
    }

    /// <summary>Invites or reminds these offices, as they stand.</summary>
    public static Task SendInvitationsAsync(this TestApp app, params IEnumerable<Seat> seats) =>
        app.RunAsync<InviteOffices>(story => story.RunAsync(Slug, [.. seats.Select(SeenSeat.Of)], Staff));

    /// <summary>Invites one office, unless it was invited before, and opens its form.</summary>
    public static async Task<Browser> InviteAsync(this TestApp app, string jurisdiction)
    {
        var seat = await app.SeatAsync(jurisdiction);
        if (seat.InvitedAt is null)
        {
            await app.SendInvitationsAsync(seat);
        }

        return await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(ContactOf(jurisdiction), "office-invitation"));
    }

    /// <summary>The office's staff fill in the form; the principal then has the mail.</summary>
    public static async Task<Browser> PrepareAsync(this TestApp app, string jurisdiction, params (string, string)[] fields)
    {
        var browser = await app.InviteAsync(jurisdiction);
        return await browser.SubmitAsync([("who", "principal"), ("mail", PrincipalOf(jurisdiction)), ("staff-mail", ContactOf(jurisdiction)), .. fields]);
    }

    /// <summary>The whole way to a signature, as two people of one office go it.</summary>
    public static async Task<Browser> SignForAsync(this TestApp app, string jurisdiction)
    {
        await app.PrepareAsync(jurisdiction);
        var browser = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(PrincipalOf(jurisdiction), "office-approval"));
        return await browser.PressAsync("Sign the letter");
    }

    private static async Task GiveAddressesAsync(TestApp app)
    {
        await using var db = app.OpenDb();
        foreach (var seat in await db.Seats.ToListAsync())
        {
            seat.Correct(seat.Details with { ContactName = "Sam Example", ContactEmail = ContactOf(seat.Details.Jurisdiction), Domain = DomainOf(seat.Details.Jurisdiction) });
        }

        await db.SaveChangesAsync();
    }
}
