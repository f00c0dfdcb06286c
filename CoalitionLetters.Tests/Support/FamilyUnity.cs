using CoalitionLetters.Counting;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Tests.Support;

/// <summary>The sample letter with its signatories, open since June 14, 2018, until June 22, 5 p.m. Eastern.</summary>
public static class FamilyUnity
{
    public const string Slug = "family-unity";
    public static readonly DateTime ClosesAt = new(2018, 6, 22, 21, 0, 0, DateTimeKind.Utc);

    private static readonly string[] InFront = ["American Federation of Teachers", "Anti-Defamation League", "Hispanic Federation", "NAACP"];

    /// <summary>Opens the letter and lists the first so many of its 113 signatories.</summary>
    public static async Task<Letter> OpenAsync(TestApp app, int signatories = 113, string slug = Slug, Func<LetterContent, LetterContent>? change = null, bool listsAtOnce = true, DateTime? closesAt = null)
    {
        var content = LetterFile.Parse(File.ReadAllText(RepositoryFiles.Sample("family-unity-letter.md"))).Content;
        var letter = Letter.Draft(slug, change is null ? content : change(content), "America/New_York", app.Clock.Now);
        letter.SetRules(listsAtOnce, Letter.UsualAuthority, [new LetterQuestion("call", "We can send somebody to the press call on June 22.", QuestionKind.Tick)], 180, 60);
        var text = letter.Open(closesAt ?? ClosesAt, closesAt ?? ClosesAt, TimeSpan.FromHours(7), "Dana Field", app.Clock.Now);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        await ListAsync(app, letter, [.. Signatories().Take(signatories)]);
        return letter;
    }

    /// <summary>The letter of the attorneys general, signed by all 21.</summary>
    public static async Task<Letter> OpenOfficialsAsync(TestApp app, string slug = "attorneys-general")
    {
        var content = LetterFile.Parse(File.ReadAllText(RepositoryFiles.Sample("attorneys-general-letter.md"))).Content;
        var letter = Letter.Draft(slug, content, "America/New_York", app.Clock.Now);
        var text = letter.Open(ClosesAt, ClosesAt, TimeSpan.FromHours(7), "Dana Field", app.Clock.Now);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        await ListAsync(app, letter, [.. Officials()]);
        return letter;
    }

    /// <summary>The 21 attorneys general, the lead first, then by state.</summary>
    public static IEnumerable<Listing> Officials() => Rows("attorneys-general-2018.csv").Select(row => new Listing
    {
        Name = row["name"], Title = row["title"], State = row["state"], Scope = Scope.State, IsLead = row["role"] == "lead",
    });

    public static async Task<IReadOnlyList<Signature>> ListAsync(TestApp app, Letter letter, params Listing[] listings)
    {
        var signatures = listings.Select(listing => ListedOn(letter, listing, app.Clock.Now)).ToList();
        await using var db = app.OpenDb();
        await db.ChangeListAsync(letter.Id, app.Clock.Now, () =>
        {
            db.AddRange(signatures);
            return Task.CompletedTask;
        });
        return signatures;
    }

    public static Signature ListedOn(Letter letter, Listing listing, DateTime now)
    {
        var signature = Signature.On(letter, null, listing, new Signer { Name = "Sam Example", Title = "Director", Email = "sam@union.example" },
            letter.AuthorityFor(listing.Name), new Dictionary<string, string>(), null, now);
        signature.Confirm(letter, now);
        signature.List(now);
        signature.PutInFront(InFront.Contains(listing.Name));
        return signature;
    }

    public static IEnumerable<Listing> Signatories() => Rows("family-unity-signatories.csv").Select(row => new Listing
    {
        Name = row["name"],
        Kind = OrganizationKinds.Find(row["kind"]),
        Scope = Scopes.Find(row["scope"]) ?? Scope.National,
        State = States.Find(row["state"])?.Name,
    });

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadLines(RepositoryFiles.Sample(file)).Select(Cells).ToList();
        return lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    private static List<string> Cells(string line) =>
        [.. System.Text.RegularExpressions.Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").Select(cell => cell.Groups[1].Success ? cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups[2].Value)];
}
