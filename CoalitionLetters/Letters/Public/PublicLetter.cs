using CoalitionLetters.Coalitions;
using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Listings;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;
using CoalitionLetters.Supporters;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Public;

/// <summary>How a letter stands for its readers. A letter past its deadline is closed for them, even before anybody has closed it.</summary>
public enum PublicState { JustOpened, Open, Closed, Final, Withdrawn }

/// <summary>All that the public may see of one letter at one moment. Its count is the length of its list, so the two cannot differ.</summary>
public sealed record PublicLetter
{
    public required Letter Letter { get; init; }
    public required Coalition Coalition { get; init; }
    public required TextVersion Text { get; init; }
    public required IReadOnlyList<Section> Sections { get; init; }
    public required IReadOnlyList<string> Notable { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<Edition> Editions { get; init; }

    /// <summary>The days on which somebody withdrew after the newest edition.</summary>
    public required IReadOnlyList<DateTime> WithdrewAfter { get; init; }

    /// <summary>The newest text version that changed the letter in substance, as long as somebody who was listed before has not agreed to it; null otherwise.</summary>
    public int? AskedAgainWith { get; init; }

    /// <summary>Supporters' actions that stand beside it and are open: address and title.</summary>
    public IReadOnlyList<(string Address, string Title)> Actions { get; init; } = [];

    /// <summary>When the first of them closes by its own clock; null: none does.</summary>
    public DateTime? ActionsChangeAt { get; init; }

    /// <summary>When the count last changed; of a letter that is out, when its newest edition was.</summary>
    public required DateTime CountedAt { get; init; }
    public required DateTime ReadAt { get; init; }

    /// <summary>The words as readers see them; of a letter that is out, with the letterhead that it went out with.</summary>
    public LetterContent Content => field ??= Edition is null ? Text.Content : Letter.AsItGoesOut(Text.Content, Count, Sections.SelectMany(section => section.All).Count(name => name.IsLead), ReadAt);
    public LetterWords Words => field ??= new LetterWords(Content.Language);
    public LetterTime Time => field ??= new LetterTime(Letter.TimeZoneId, Content.Language);
    public int Count => Sections.Sum(section => section.Count);
    public string Noun => Content.Noun(Count);
    public Edition? Edition => Editions.Count > 0 ? Editions[0] : null;
    public bool IsOfOfficials => Content.Signatories == SignatoryKind.Officials;

    /// <summary>The signatories are officials of states, and not of the cities and counties in them.</summary>
    public bool AreOfStates => IsOfOfficials && Sections.SelectMany(section => section.All).All(OfficePlace.IsOfState);

    /// <summary>Whether the list is divided by the kind of organization, so that a signer has to say it.</summary>
    public bool AsksKind => !IsOfOfficials && Content.Sections == SectionsBy.Kind;
    public string? States => Facts.States;

    /// <inheritdoc cref="ListedPlace"/>
    public string PlaceOf(Guid signature, Listing line) => ListedPlace.Of(signature, line, Content, Sections.SelectMany(section => section.All));
    public LiveFacts Facts => LiveFacts.Of(Content, [.. Sections.SelectMany(section => section.All)]);

    /// <summary>The date line: the letter's own, or else the day of the newest edition, or of its opening.</summary>
    public DateOnly Day => Content.Date ?? Time.DayOf(Edition?.PublishedAt ?? Letter.OpenedAt!.Value);
    public string Address => Links.Letter(Letter.Slug);
    public bool CanBeSigned => State is PublicState.JustOpened or PublicState.Open;

    /// <summary>The public form takes signatures; otherwise only invited offices sign, each by its own link.</summary>
    public bool IsSignedHere => CanBeSigned && !Letter.Circulation.ByInvitation;

    public PublicState State => Letter.Status switch
    {
        LetterStatus.Withdrawn => PublicState.Withdrawn,
        LetterStatus.Final when Edition is not null => PublicState.Final,
        LetterStatus.Open when ReadAt < Letter.ClosesAt => Count == 0 ? PublicState.JustOpened : PublicState.Open,
        _ => PublicState.Closed,
    };

    /// <summary>The deadline that is told: the soft one, and when that is over the hard one.</summary>
    public DateTime Deadline => Letter.ToldDeadline(ReadAt)!.Value;

    /// <summary>When signing ends as the page says it, or has ended.</summary>
    public DateTime ClosesAt => CanBeSigned ? Deadline : Letter.ClosedAt ?? Letter.ClosesAt!.Value;

    /// <summary>When the page's words change by the clock alone: a deadline becomes "Today", or is over, or an action beside the letter ends. Null: never.</summary>
    public DateTime? ChangesAt
    {
        get
        {
            DateTime?[] moments = State is PublicState.Final or PublicState.Withdrawn ? [] : [Letter.DueAt, Letter.ClosesAt, Letter.GraceEndsAt];
            return moments.OfType<DateTime>()
                .SelectMany(moment => new[] { Time.StartOf(Time.SaidDayOf(moment)), moment })
                .Where(moment => moment > ReadAt)
                .Select(moment => (DateTime?)moment)
                .Append(ActionsChangeAt)
                .Min();
        }
    }

    /// <summary>Reads a letter that was once opened; null for any other. What is read is at least as new as the moment of the call.</summary>
    public static async Task<PublicLetter?> ReadAsync(CoalitionDb db, string slug, DateTime now, CancellationToken cancel = default)
    {
        var letter = await db.Letters.AsNoTracking().Published().FirstOrDefaultAsync(l => l.Slug == slug, cancel);
        if (letter?.CurrentTextId is not { } textId)
        {
            return null;
        }

        var editions = await db.Editions.AsNoTracking().Where(e => e.LetterId == letter.Id).OrderByDescending(e => e.Number).ToListAsync(cancel);
        var text = await db.TextVersions.AsNoTracking().SingleAsync(v => v.Id == (editions.Count > 0 ? editions[0].TextVersionId : textId), cancel);
        var published = editions.Count > 0 ? editions[0].PublishedAt : (DateTime?)null;
        var signatures = await db.Signatures.AsNoTracking().On(letter)
            .Where(s => s.Status == SignatureStatus.Listed || s.Status == SignatureStatus.Merged || (s.Status == SignatureStatus.Withdrawn && s.WithdrawnAt > published))
            .Select(s => new { s.Id, s.Listing, s.IsNotable, s.Status, s.WithdrawnAt })
            .ToListAsync(cancel);
        var countedAt = published ?? await db.Tallies.Where(t => t.LetterId == letter.Id).Select(t => (DateTime?)t.CountedAt).FirstOrDefaultAsync(cancel);

        IReadOnlyList<ListedName> names = published is null ? [.. signatures.Where(s => s.Status == SignatureStatus.Listed).Select(s => s.Listing.AsPrinted(s.Id.ToString()))] : Frozen(editions[0]);
        var inFront = signatures.Where(s => s.IsNotable && s.Status != SignatureStatus.Withdrawn).Select(s => s.Id.ToString()).ToHashSet();
        var inEdition = published is null ? [] : editions[0].SignatureIds.ToHashSet();
        var actions = await db.Actions.AsNoTracking().Where(a => a.LetterId == letter.Id && a.Status == ActionStatus.Open && (a.ClosesAt == null || a.ClosesAt > now)).OrderBy(a => a.OpenedAt).ToListAsync(cancel);
        var asksAgain = letter.Status == LetterStatus.Open && await db.Signatures.On(letter).AwaitingAgreement().AnyAsync(s => s.ListedAt != null, cancel);
        return new PublicLetter
        {
            Letter = letter,
            Coalition = await db.Coalition.AsNoTracking().SingleOrDefaultAsync(cancel) ?? Coalition.NotYet(),
            Text = text,
            Sections = Listings.Sections.Of(names, ListingChoices.Of(text.Content)),
            Notable = ListingOrder.Sort([.. names.Where(name => inFront.Contains(name.Id)).Select(name => name.Name)], name => name, text.Content.KeepThe),
            Editions = editions,
            WithdrewAfter = [.. signatures.Where(s => s.Status == SignatureStatus.Withdrawn && inEdition.Contains(s.Id)).Select(s => s.WithdrawnAt!.Value).Order()],
            Actions = [.. actions.Select(action => (SupporterLinks.Action(action.Slug), action.Content.Title))],
            ActionsChangeAt = actions.Min(action => action.ClosesAt),
            AskedAgainWith = asksAgain ? await db.TextVersions.Where(v => v.LetterId == letter.Id && v.Class == EditClass.Substantive).MaxAsync(v => (int?)v.Number, cancel) : null,
            CountedAt = countedAt ?? letter.OpenedAt!.Value,
            ReadAt = now,
        };
    }

    /// <summary>What a printed copy says of where it comes from and how the letter stood.</summary>
    public string Printed(string address) => State switch
    {
        PublicState.Final => Words.PrintedFinal(address, Edition!.Number, Time.Day(Edition.PublishedAt)),
        PublicState.Withdrawn => Words.PrintedWithdrawn(address, Time.Day(Letter.WithdrawnAt!.Value)),
        PublicState.Closed => Words.PrintedClosed(address, Time.Moment(CountedAt)),
        _ => Words.Printed(address, Time.Moment(CountedAt)),
    };

    /// <summary>How many joined and how many left between an edition and the one before it. Whoever is printed under another name has done neither.</summary>
    public (int Joined, int Left) ChangesOf(int edition)
    {
        var now = Frozen(Editions.Single(e => e.Number == edition));
        var before = Frozen(Editions.Single(e => e.Number == edition - 1));
        var joined = now.ExceptBy(before.Select(name => name.Id), name => name.Id).ToList();
        var left = before.ExceptBy(now.Select(name => name.Id), name => name.Id).Select(name => name.Name).ToList();

        // A signer may have signed anew, or staff kept the other of two signatures: the same name stands on both lists.
        joined.RemoveAll(name => left.Remove(name.Name));
        return (joined.Count, left.Count);
    }

    /// <summary>The list of an edition stands as it was published, whatever has become of its signatures.</summary>
    private static IReadOnlyList<ListedName> Frozen(Edition edition) =>
        [.. SignatoryFile.Parse(edition.List, $"edition {edition.Number}").Names.Zip(edition.SignatureIds, (name, id) => name with { Id = id.ToString() })];
}
