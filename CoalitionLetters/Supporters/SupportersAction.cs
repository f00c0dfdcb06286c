using System.Security.Cryptography;
using System.Text;
using CoalitionLetters.Data;

namespace CoalitionLetters.Supporters;

/// <summary>A page where persons send their own version of a letter to targets, beside an open letter or alone.</summary>
public sealed class SupportersAction
{
    public const int SlugMaxLength = 80;

    private readonly List<Target> targets = [];

    private SupportersAction() { }

    public Guid Id { get; private set; }
    public string Slug { get; private set; } = "";

    /// <summary>The letter it stands beside, if any.</summary>
    public Guid? LetterId { get; private set; }
    public ActionStatus Status { get; private set; }
    public ActionContent Content { get; private set; } = new();
    public int Revision { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public DateTime? ClosesAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>What the addresses of erased persons are hashed with. It goes when the action has ended, and nothing can be tested against the hashes any more.</summary>
    public byte[]? AddressKey { get; private set; }
    public IReadOnlyList<Target> Targets => targets;

    public static SupportersAction Draft(string slug, ActionContent content, Guid? letterId, DateTime now)
    {
        RuleBrokenException.ThrowIf(
            slug.Length is 0 or > SlugMaxLength || slug[0] == '-' || slug[^1] == '-' || slug.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')),
            "Use small letters, digits and hyphens for the address, like keep-families-together.");
        return new SupportersAction { Id = Guid.CreateVersion7(now), Slug = slug, Content = content, LetterId = letterId, Revision = 1, CreatedAt = now };
    }

    public bool AcceptsMessages(DateTime now) => Status == ActionStatus.Open && (ClosesAt is null || now < ClosesAt);

    /// <summary>Who wrote in time may still confirm for a week.</summary>
    public DateTime? ConfirmableUntil => (ClosedAt ?? ClosesAt)?.AddDays(7);

    public bool AcceptsConfirmations(DateTime now) => Status != ActionStatus.Draft && !(ConfirmableUntil <= now);

    /// <summary>When it ended, by its own closing time or by staff; null while it is open.</summary>
    public DateTime? EndedAt(DateTime now) => ClosedAt ?? (ClosesAt <= now ? ClosesAt : null);

    public void Edit(ActionContent content, int seenRevision)
    {
        RuleBrokenException.ThrowIf(seenRevision != Revision, "Somebody else has saved this action meanwhile.");
        RuleBrokenException.ThrowIf(Status == ActionStatus.Closed, "A closed action keeps its words.");
        Content = content;
        CheckWhileOpen();
        Revision++;
    }

    public void Add(Target target)
    {
        targets.Add(target);
        CheckWhileOpen();
        Revision++;
    }

    public void Change(Target target, TargetFacts facts)
    {
        target.Change(facts);
        CheckWhileOpen();
        Revision++;
    }

    public void StandBeside(Guid? letterId)
    {
        LetterId = letterId;
        Revision++;
    }

    public void Open(DateTime? closesAt, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == ActionStatus.Open, "The action is open already.");
        RuleBrokenException.ThrowIf(closesAt <= now, "The closing time must be in the future.");
        CheckReady();

        Status = ActionStatus.Open;
        OpenedAt ??= now;
        ClosesAt = closesAt;
        ClosedAt = null;
        AddressKey ??= RandomNumberGenerator.GetBytes(32);
        Revision++;
    }

    public void Close(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status != ActionStatus.Open, "Only an open action can be closed.");
        Status = ActionStatus.Closed;
        ClosedAt = now;
        Revision++;
    }

    /// <summary>Under what a person is known whose data was erased after a letter had gone out; null once the action has ended.</summary>
    public string? ErasedKeyOf(string emailKey) => AddressKey is null ? null : $"erased:{Convert.ToHexStringLower(HMACSHA256.HashData(AddressKey, Encoding.UTF8.GetBytes(emailKey)))}";

    /// <summary>While people write, a change must not take from the form what finds their targets: letters would be lost without a word.</summary>
    private void CheckWhileOpen()
    {
        if (Status == ActionStatus.Open)
        {
            CheckReady();
        }
    }

    private void CheckReady()
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(Content.Title), "Give the action a title before it opens.");
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(Content.Draft), "Write the draft that people start from.");
        RuleBrokenException.ThrowIf(targets.Count == 0, "Name at least one target before it opens.");
        RuleBrokenException.ThrowIf(targets.Exists(target => target.States.Count > 0) && !Content.Asks(SupporterField.State), "Targets are found by state, so the form must ask for the state.");
        RuleBrokenException.ThrowIf(targets.Exists(target => target.PostalPrefixes.Count > 0) && !Content.Asks(SupporterField.PostalCode), "Targets are found by postal code, so the form must ask for the postal code.");
    }

    /// <summary>Whom a person of this place writes to, in the order staff gave.</summary>
    public IReadOnlyList<Target> TargetsFor(string? state, string? postalCode) =>
        [.. targets.Where(target => target.IsFor(state, postalCode)).OrderBy(target => target.Order)];
}

public enum ActionStatus { Draft, Open, Closed }
