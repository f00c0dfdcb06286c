using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>Where messages came from that wait only because many came together. It can stand in an address.</summary>
/// <param name="Name">A place's hash, or a mail domain; empty where neither is known.</param>
public sealed record FloodSource(FloodKind Kind, string Name)
{
    /// <summary>A place is forgotten after a time; then the mail domain tells those who wait apart.</summary>
    public static FloodSource Of(bool isByPlace, string? place, string? domain) =>
        isByPlace && place is not null ? new(FloodKind.Place, place)
        : domain is not null ? new(FloodKind.Domain, domain)
        : new(FloodKind.Unknown, "");

    /// <summary>Null for what is none.</summary>
    public static FloodSource? Read(string? text)
    {
        var parts = (text ?? "").Split('-', 2);
        return parts.Length == 2 && Enum.TryParse<FloodKind>(parts[0], ignoreCase: true, out var kind) && Enum.IsDefined(kind) && parts[1].Length <= Supporter.EmailMaxLength && !parts[1].Any(char.IsControl) ? new(kind, parts[1]) : null;
    }

    /// <summary>"from mailboxes at school.example".</summary>
    public string Words => Kind switch
    {
        FloodKind.Place => "from one place",
        FloodKind.Domain => $"from mailboxes at {Name}",
        _ => "from places that are forgotten by now",
    };

    /// <summary>Those of the messages that came from here.</summary>
    public IQueryable<Supporter> In(IQueryable<Supporter> together) => Kind switch
    {
        FloodKind.Place => together.Where(s => s.Place == Name && s.Reason!.Contains(TextCheck.OnePlaceEnding)),
        FloodKind.Domain => together.Where(s => s.MailDomain == Name && (s.Place == null || !s.Reason!.Contains(TextCheck.OnePlaceEnding))),
        _ => together.Where(s => s.Place == null && s.MailDomain == null),
    };

    public override string ToString() => $"{Kind}-{Name}".ToLowerInvariant();
}

public enum FloodKind
{
    /// <summary>One place on the net.</summary>
    Place,

    /// <summary>The mailboxes of one domain.</summary>
    Domain,

    /// <summary>The place is forgotten, and anybody can have such a mailbox.</summary>
    Unknown,
}

/// <summary>Messages of one source that wait together.</summary>
/// <param name="Domains">Where their writers have mailboxes, the most frequent first; null: where anybody can have one.</param>
public sealed record FloodGroup(FloodSource Source, int Count, DateTime First, DateTime Last, IReadOnlyList<(string? Domain, int Count)> Domains);

public static class HeldMessages
{
    extension(CoalitionDb db)
    {
        public IQueryable<Supporter> HeldIn(Guid actionId) => db.Supporters.Where(s => s.ActionId == actionId && s.Status == SupporterStatus.Held);

        /// <summary>All that wait only because many of them came together.</summary>
        public IQueryable<Supporter> HeldTogetherIn(Guid actionId) =>
            db.HeldIn(actionId).Where(s => s.Reason!.EndsWith(TextCheck.TogetherEnding) && !s.Reason!.StartsWith(Supporter.DeclinedBefore));

        /// <summary>All that wait for another reason, whatever came together with them.</summary>
        public IQueryable<Supporter> HeldAloneIn(Guid actionId) =>
            db.HeldIn(actionId).Where(s => s.Reason == null || !s.Reason.EndsWith(TextCheck.TogetherEnding) || s.Reason.StartsWith(Supporter.DeclinedBefore));

        /// <summary>All that were declined together with a reason, which can be taken back.</summary>
        public IQueryable<Supporter> DeclinedTogetherIn(Guid actionId) =>
            db.Supporters.Where(s => s.ActionId == actionId && s.Status == SupporterStatus.Declined && s.Reason!.Contains(TextCheck.TogetherEnding + Supporter.DeclinedBecause) && !s.Reason!.StartsWith(Supporter.DeclinedBefore));

        /// <summary>Those that came together, by where they came from; the largest group first.</summary>
        public async Task<IReadOnlyList<FloodGroup>> FloodsInAsync(Guid actionId, CancellationToken cancel = default)
        {
            var rows = await db.HeldTogetherIn(actionId)
                .GroupBy(s => new { IsByPlace = s.Reason!.Contains(TextCheck.OnePlaceEnding), s.Place, s.MailDomain })
                .Select(g => new { g.Key, Count = g.Count(), First = g.Min(s => s.SubmittedAt), Last = g.Max(s => s.SubmittedAt) }).ToListAsync(cancel);
            return [.. rows.GroupBy(row => FloodSource.Of(row.Key.IsByPlace, row.Key.Place, row.Key.MailDomain))
                .Select(group => new FloodGroup(group.Key, group.Sum(row => row.Count), group.Min(row => row.First), group.Max(row => row.Last),
                    [.. group.GroupBy(row => row.Key.MailDomain).Select(domain => (domain.Key, domain.Sum(row => row.Count))).OrderByDescending(domain => domain.Item2)]))
                .OrderByDescending(group => group.Count).ThenBy(group => group.First).ThenBy(group => group.Source.Name, StringComparer.Ordinal)];
        }
    }
}
