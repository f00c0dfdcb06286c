using CoalitionLetters.Data;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Supporters.Desk;

/// <summary>Which supporters the desk shows. It can stand in an address, for the grid and the file alike.</summary>
public sealed record SupporterSearch(string? Text, SupporterStatus? Status, string? State, bool MayBeShown)
{
    /// <summary>So many letters the grid looks at where it is asked how they stand: which person wrote each is in no index beside the rest.</summary>
    public const int MostLetters = 1_000;

    /// <summary>People one of whose letters stands so.</summary>
    public MessageStatus? Letter { get; init; }

    /// <summary>Reads only what one index holds, however many there are; the newest first.</summary>
    /// <param name="mostLetters">Of those that stand as <see cref="Letter"/> says, the ones that came to it last.</param>
    public IQueryable<Supporter> In(CoalitionDb db, Guid actionId, int mostLetters = int.MaxValue)
    {
        var found = db.Supporters.Where(s => s.ActionId == actionId);
        found = Status is { } status ? found.Where(s => s.Status == status) : found;
        found = State is { Length: > 0 } state ? found.Where(s => s.State == state) : found;
        found = MayBeShown ? found.Where(s => s.MayBeShown) : found;
        if (Letter is not null)
        {
            var writers = LettersIn(db, actionId).OrderByDescending(m => m.ChangedAt).Take(mostLetters).Select(m => m.SupporterId);
            found = found.Where(s => writers.Contains(s.Id));
        }

        foreach (var word in (Text ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            found = found.Where(s => s.SearchText.Contains(word));
        }

        return found.OrderByDescending(s => s.SubmittedAt);
    }

    /// <summary>Those that stand as <see cref="Letter"/> says.</summary>
    public IQueryable<Message> LettersIn(CoalitionDb db, Guid actionId)
    {
        var targets = db.Targets.Where(t => t.ActionId == actionId).Select(t => t.Id);
        return db.Messages.Where(m => targets.Contains(m.TargetId) && m.Status == Letter);
    }

    public string ToQuery() => QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Text, ["status"] = Status?.ToString(), ["state"] = State, ["shown"] = MayBeShown ? "yes" : null, ["letter"] = Letter?.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value))).ToString();

    public static SupporterSearch From(string? text, string? status, string? state, string? shown, string? letter) => new(
        string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        Enum.TryParse<SupporterStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
        States.Find(state)?.Name,
        shown == "yes")
    {
        Letter = Enum.TryParse<MessageStatus>(letter, ignoreCase: true, out var stands) && Enum.IsDefined(stands) ? stands : null,
    };
}
