using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Demo;

/// <summary>The samples as letters in their three states. Signing, confirming and publishing go through the app's own stories.</summary>
public sealed class DemoLetters(CoalitionDb db, TimeProvider clock, Links links, Outbox outbox)
{
    public const string Published = "family-unity";
    public const string Open = "clean-water";
    public const string Draft = "last-reunion";

    private const string Zone = "America/New_York";

    private static readonly Actor Staff = new(DemoCoalition.Owner);

    /// <summary>The six whom the article of 2018 names.</summary>
    private static readonly string[] InFront =
        ["Service Employees International Union (SEIU)", "American Federation of Teachers", "American Federation of State, County and Municipal Employees (AFSCME)", "NAACP", "Anti-Defamation League", "Hispanic Federation"];

    /// <summary>The family unity letter of June 2018, with its 113 organizations, published as edition 1.</summary>
    public async Task PublishedAsync()
    {
        var then = new DemoClock(new DateTime(2018, 6, 13, 14, 0, 0, DateTimeKind.Utc));
        var letter = await BeginAsync(Published, "family-unity-letter.md", then);
        then.Now = new DateTime(2018, 6, 14, 13, 0, 0, DateTimeKind.Utc);
        await OpenAsync(letter, then, due: new DateTime(2018, 6, 22, 21, 0, 0, DateTimeKind.Utc));
        await ListAllAsync(letter, then);

        var change = new ChangeLetter(db, then, new AskSignersAgain(db, outbox), new LetterEditors());
        then.Now = new DateTime(2018, 6, 22, 21, 0, 0, DateTimeKind.Utc);
        await change.CloseAsync(Published, letter.StateRevision, Actor.App);
        then.Now = new DateTime(2018, 6, 25, 13, 30, 0, DateTimeKind.Utc);
        await new PublishLetter(db, then, links, PdfSettings.Unsigned).RunAsync(Published, letter.StateRevision, Staff);
    }

    /// <summary>A letter that can be signed now. Five have signed it, one waits for staff, one has not confirmed.</summary>
    public async Task OpenAsync()
    {
        var now = clock.UtcNow;
        var letter = await BeginAsync(Open, "clean-water-letter.md", clock);
        await OpenAsync(letter, clock, due: Deadlines.ToUtc(DateOnly.FromDateTime(now).AddDays(9), new TimeOnly(17, 0), Deadlines.ZoneOf(letter)));

        (string Name, Scope Scope, string? State, string Mail)[] signers =
        [
            ("American Federation of Teachers", Scope.National, null, "ana@aft.example.org"),
            ("La Unión del Pueblo Entero (LUPE)", Scope.Local, "Texas", "luis@lupe.example.org"),
            ("The Sikh Coalition", Scope.National, null, "kiran@sikhcoalition.example.org"),
            ("Make the Road New York", Scope.State, "New York", "rosa@maketheroad.example.org"),
            ("Church World Service", Scope.International, null, "sam@cws.example.org"),
            ("National Immigration Forum", Scope.National, null, "pat.forum@gmail.com"),
            ("OneAmerica", Scope.State, "Washington", "lee@oneamerica.example.org"),
        ];
        foreach (var (name, scope, state, mail) in signers)
        {
            await SignAsync(letter, new Listing { Name = name, Scope = scope, State = state, Kind = OrganizationKind.Advocacy }, mail);
        }

        var last = signers[^1].Mail;
        var confirm = new ConfirmSignature(db, clock, new PlaceSignature(db));
        foreach (var hash in await db.MailedLinks.Where(l => l.Purpose == MailKeyPurpose.Confirm)
            .Join(db.Signatures.Where(s => s.LetterId == letter.Id && s.Signer.Email != last), l => l.SignatureId, s => s.Id, (l, s) => l.Hash).ToListAsync())
        {
            await confirm.RunAsync(hash);
        }
    }

    /// <summary>A second letter of the same coalition, as a draft.</summary>
    public async Task DraftAsync() => await BeginAsync(Draft, "family-unity-letter.md", clock, content => content with { Title = "Tell us the date of the last reunion", Date = null });

    private async Task<Letter> BeginAsync(string slug, string sample, TimeProvider when, Func<LetterContent, LetterContent>? change = null)
    {
        var content = LetterFile.Parse(await File.ReadAllTextAsync(Sample(sample))).Content;
        var letter = Letter.Draft(slug, change is null ? content : change(content), Zone, when.UtcNow);
        db.Add(letter);
        db.Record(Staff, when.UtcNow, "began the letter", Subject.Of<Letter>(letter.Id, letter.Id), null, new { Address = slug, letter.Title });
        await db.SaveChangesAsync();
        return letter;
    }

    private Task OpenAsync(Letter letter, TimeProvider when, DateTime due) =>
        new ChangeLetter(db, when, new AskSignersAgain(db, outbox), new LetterEditors()).OpenAsync(letter.Slug, letter.StateRevision, due, due.AddHours(1), TimeSpan.FromHours(6), Staff);

    private async Task ListAllAsync(Letter letter, DemoClock then)
    {
        var names = SignatoryFile.Parse(await File.ReadAllTextAsync(Sample("family-unity-signatories.csv")), "family-unity-signatories.csv").Names;
        var opened = then.Now;
        await db.ChangeListAsync(letter.Id, opened.AddDays(8), () =>
        {
            foreach (var (i, name) in names.Index())
            {
                // Most sign on the first days and after the reminder of the fifth.
                then.Now = DemoClock.AtWork(opened, i < 60 ? i * 16 : 1440 + ((i - 60) * 34));
                List(letter, name, i, then.Now);
            }

            return Task.CompletedTask;
        });
    }

    private void List(Letter letter, ListedName name, int number, DateTime at)
    {
        var listing = new Listing { Name = name.Name, Kind = name.Kind, Scope = name.Scope ?? Scope.National, State = name.State };
        var organization = Organization.Named(name.Name, listing.Kind, listing.Scope ?? Scope.National, listing.State, null, null, at);
        var signer = new Signer { Name = "Pat Example", Title = "Director", Email = $"signer{number + 1}@example.org" };
        var signature = Signature.On(letter, organization.Id, listing, signer, letter.AuthorityFor(name.Name), new Dictionary<string, string>(), null, at);
        signature.Confirm(letter, at.AddMinutes(4));
        signature.List(at.AddMinutes(4));
        signature.PutInFront(InFront.Contains(name.Name));
        db.AddRange(organization, signature);

        var subject = Subject.Of<Signature>(signature.Id, letter.Id);
        db.Record(Actor.Signer, at, "signed the letter", subject, after: new { signature.Reference, listing.Name });
        db.Record(Actor.Signer, at.AddMinutes(4), "confirmed the signature", subject, new { Status = SignatureStatus.Submitted }, new { signature.Status });
    }

    private async Task SignAsync(Letter letter, Listing listing, string mail)
    {
        var signer = new Signer { Name = "Pat Example", Title = "Director", Email = mail };
        var submission = new Submission(listing, signer, letter.AuthorityFor(listing.Name), new Dictionary<string, string>(), null, letter.CurrentTextId!.Value, MailKey.New());
        await new SignLetter(db, clock, outbox).RunAsync(letter.Id, submission);
    }

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "assets", "samples", name);
}

/// <summary>A clock that shows what the demo tells it.</summary>
internal sealed class DemoClock(DateTime now) : TimeProvider
{
    public DateTime Now { get; set; } = now;

    /// <summary>When so many minutes of work have gone by since nine on a Thursday: people sign between nine and five, and not at the weekend.</summary>
    public static DateTime AtWork(DateTime thursday, int minutes)
    {
        var (day, rest) = Math.DivRem(minutes, 8 * 60);
        return thursday.AddDays(day < 2 ? day : day + 2).AddMinutes(rest);
    }

    public override DateTimeOffset GetUtcNow() => new(Now);
}
