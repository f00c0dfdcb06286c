using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Demo;

/// <summary>The letter of the attorneys general of June 2018: 21 seats, all of which signed, published as edition 1. Mailboxes and contacts are made up.</summary>
public sealed class DemoOfficials(CoalitionDb db, Links links, Outbox outbox)
{
    public const string Slug = "attorneys-general";

    private static readonly Actor Staff = new(DemoCoalition.Owner);

    public async Task PublishedAsync()
    {
        var then = new DemoClock(new DateTime(2018, 6, 13, 14, 0, 0, DateTimeKind.Utc));
        var content = LetterFile.Parse(await File.ReadAllTextAsync(Sample("attorneys-general-letter.md"))).Content;
        var letter = Letter.Draft(Slug, content, "America/New_York", then.Now);
        letter.SetCirculation(new CirculationRules { MinimumSigners = 10, OtherwiseLine = "A communication from the undersigned attorneys general" });
        db.Add(letter);
        db.Record(Staff, then.Now, "began the letter", Subject.Of<Letter>(letter.Id, letter.Id), null, new { Address = Slug, letter.Title });
        await db.SaveChangesAsync();
        await ImportAsync(then);

        var change = new ChangeLetter(db, then, new AskSignersAgain(db, outbox), new LetterEditors());
        then.Now = new DateTime(2018, 6, 14, 13, 0, 0, DateTimeKind.Utc);
        var due = new DateTime(2018, 6, 18, 21, 0, 0, DateTimeKind.Utc);
        await change.OpenAsync(Slug, letter.StateRevision, due, due, TimeSpan.FromHours(6), Staff);
        await SignAllAsync(letter, then);

        then.Now = due;
        await change.CloseAsync(Slug, letter.StateRevision, Actor.App);
        then.Now = new DateTime(2018, 6, 19, 13, 40, 0, DateTimeKind.Utc);
        await new PublishLetter(db, then, links, PdfSettings.Unsigned).RunAsync(Slug, letter.StateRevision, Staff);
    }

    private async Task ImportAsync(DemoClock then)
    {
        await using var file = File.OpenRead(Sample("attorneys-general-2018.csv"));
        var sheet = SeatSheet.Read(file);
        var reached = sheet.Seats.Select(seat => seat with
        {
            ContactName = "Pat Example", ContactEmail = $"staff@{DomainOf(seat)}", Email = $"office@{DomainOf(seat)}", Domain = DomainOf(seat),
        });
        await new KeepSeats(db, then, outbox).ImportAsync(Slug, sheet with { Seats = [.. reached] }, Staff);
    }

    private async Task SignAllAsync(Letter letter, DemoClock then)
    {
        var seats = (await db.Seats.Where(s => s.LetterId == letter.Id).ToListAsync()).OrderByDescending(s => s.Details.Role).ThenBy(s => s.Details.Jurisdiction, StringComparer.Ordinal).ToList();
        var opened = then.Now;
        await db.ChangeListAsync(letter.Id, opened.AddDays(4), () =>
        {
            foreach (var (i, seat) in seats.Index())
            {
                then.Now = DemoClock.AtWork(opened, 20 + (i * 66));
                Sign(letter, seat, opened, then.Now);
            }

            return Task.CompletedTask;
        });
    }

    private void Sign(Letter letter, Seat seat, DateTime invited, DateTime at)
    {
        var details = seat.Details;
        var signer = new Signer { Name = details.Name, Title = details.Title, Email = $"principal@{details.Domain}" };
        var signature = Signature.On(letter, null, details.ToListing(letter.Circulation), signer, letter.AuthorityFor(details.ToListing(letter.Circulation).InOneLine()), new Dictionary<string, string>(), null, at);
        seat.Invite(invited);
        seat.Prepare(signature, details.ContactEmail!, at);
        signature.Confirm(letter, at.AddMinutes(50));
        signature.List(at.AddMinutes(50));
        db.Add(signature);

        var subject = Subject.Of<Seat>(seat.Id, letter.Id);
        db.Record(Staff, invited, $"invited {details.Jurisdiction}", subject);
        db.Record(Actor.Office, at, $"prepared the signature of {details.Jurisdiction}", subject, after: new { signature.Reference, details.Name, details.Title });
        db.Record(Actor.Signer, at.AddMinutes(50), $"signed for {details.Jurisdiction}", Subject.Of<Signature>(signature.Id, letter.Id), new { Status = SignatureStatus.Submitted }, new { signature.Status });
    }

    private static string DomainOf(SeatDetails seat) => $"{seat.Jurisdiction.Replace(" ", "-", StringComparison.Ordinal).ToLowerInvariant()}.example.org";

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "assets", "samples", name);
}
