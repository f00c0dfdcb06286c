using CoalitionLetters.Data;

namespace CoalitionLetters.Letters;

/// <summary>How a letter of officials goes round, and how it goes out when the rules were not met.</summary>
public sealed partial class Letter
{
    public CirculationRules Circulation { get; private set; } = new();

    /// <param name="seatsHaveDomains">Each office has given the domain from which it writes, so that no list is needed.</param>
    public void SetCirculation(CirculationRules rules, bool seatsHaveDomains = false)
    {
        RuleBrokenException.ThrowIf(Status is LetterStatus.Final or LetterStatus.Withdrawn, "The rules of a letter that is out stay as they were.");
        RuleBrokenException.ThrowIf(rules.MinimumDays is < 1 or > 366, "Enter a number of days between 1 and 366, or nothing.");
        RuleBrokenException.ThrowIf(rules.MinimumSigners is < 1 or > 10_000 || rules.MinimumSponsors is < 1 or > 10_000, "Enter numbers between 1 and 10,000, or nothing.");
        RuleBrokenException.ThrowIf(rules.OtherwiseLine is { Length: > CirculationRules.LineMaxLength }, $"Keep the line under {CirculationRules.LineMaxLength} characters.");
        RuleBrokenException.ThrowIf(rules.HasMinimum && string.IsNullOrWhiteSpace(rules.OtherwiseLine), CirculationRules.NoOtherwiseLine);
        var leansOnSeats = seatsHaveDomains || Circulation is { DemandsOfficialDomains: true, OfficialDomains.Count: 0 };
        RuleBrokenException.ThrowIf(rules.DemandsOfficialDomains && rules.OfficialDomains.Count == 0 && !leansOnSeats, "Enter the official domains, one per line, like nmag.gov, or give every seat its own.");

        Circulation = rules;
        StateRevision++;
        PublicRevision++;
    }

    /// <summary>Whole days for which it was open, or has been until now.</summary>
    public int DaysOpen(DateTime now)
    {
        var until = ClosedAt ?? (ClosesAt < now ? ClosesAt.Value : now);
        return OpenedAt is { } opened && until > opened ? (int)(until - opened).TotalDays : 0;
    }

    /// <summary>What the rules still miss, with so many listed.</summary>
    public IReadOnlyList<string> UnmetRules(int signers, int sponsors, DateTime now) => Circulation.Unmet(DaysOpen(now), signers, sponsors, Content.NounOne, Content.NounMany);

    /// <summary>The words as they go out: with the letterhead, or with the other line where a rule is not met.</summary>
    public LetterContent AsItGoesOut(LetterContent content, int signers, int sponsors, DateTime now) =>
        Circulation.OtherwiseLine is { Length: > 0 } line && UnmetRules(signers, sponsors, now).Count > 0
            ? content with { Letterhead = [new Letterhead { Name = line }] }
            : content;
}
