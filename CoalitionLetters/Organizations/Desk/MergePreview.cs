using CoalitionLetters.Signatures;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>What joining two records would change.</summary>
public sealed record MergePreview(Organization Kept, Organization Gone)
{
    public IReadOnlyList<string> NewAliases { get; init; } = [];
    public IReadOnlyList<string> NewDomains { get; init; } = [];
    public bool TakesLogo { get; init; }

    /// <summary>The website that the kept record gains, having none.</summary>
    public string? TakesWebsite { get; init; }
    public int Signatures { get; init; }
    public int Invitations { get; init; }
    public int Contacts { get; init; }
    public IReadOnlyList<string> Affiliates { get; init; } = [];

    /// <summary>The body that the kept record is an affiliate of, where that is the other one or comes to stand below it, so that it ends.</summary>
    public string? LeavesParent { get; init; }

    /// <summary>The body that the other record is an affiliate of, which does not come along.</summary>
    public string? LosesParent { get; init; }

    /// <summary>Letters that both have signed, of which one line stays.</summary>
    public IReadOnlyList<SignedTwice> SignedTwice { get; init; } = [];
}

/// <summary>A letter that two records of one body have signed.</summary>
/// <param name="Candidates">The proposed one first: a listed one before others, then the earliest.</param>
public sealed record SignedTwice(Guid LetterId, string Title, IReadOnlyList<TwiceCandidate> Candidates)
{
    public TwiceCandidate Proposed => Candidates[0];
}

public sealed record TwiceCandidate(Guid Id, string Reference, string ListedName, SignatureStatus Status, DateTime ConfirmedAt);
