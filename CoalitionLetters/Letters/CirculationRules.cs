using System.Globalization;

namespace CoalitionLetters.Letters;

/// <summary>Who may sign a letter of officials, and what must hold when it goes out; if it does not hold, another line stands in place of the letterhead.</summary>
public sealed record CirculationRules
{
    public const int LineMaxLength = 200;
    public const int MostDomains = 200;
    public const string NoOtherwiseLine = "Enter the line that takes the letterhead's place when a minimum is not met.";

    /// <summary>Only offices with a link of their own sign; the public form is closed.</summary>
    public bool ByInvitation { get; init; }

    /// <summary>Of each jurisdiction one official signs. A second one waits for staff.</summary>
    public bool OnePerJurisdiction { get; init; } = true;

    /// <summary>The mail of the office's staff and of whoever approves must both come from an official domain; otherwise the signature waits for staff.</summary>
    public bool DemandsOfficialDomains { get; init; }

    /// <summary>Like <c>nmag.gov</c>, or <c>gov</c> for all below it.</summary>
    public IReadOnlyList<string> OfficialDomains { get; init; } = [];

    /// <summary>Invited offices that have not answered are reminded before the deadline.</summary>
    public bool Reminds { get; init; } = true;

    /// <summary>Whole days from opening to closing.</summary>
    public int? MinimumDays { get; init; }
    public int? MinimumSigners { get; init; }

    /// <summary>Sponsors are the leads and co-leads that are listed.</summary>
    public int? MinimumSponsors { get; init; }

    /// <summary>What stands in place of the letterhead when a minimum is not met, like "A communication from the undersigned attorneys general".</summary>
    public string? OtherwiseLine { get; init; }

    /// <summary>The party stands behind the office in print.</summary>
    public bool PrintsParty { get; init; }

    public bool HasMinimum => MinimumDays is not null || MinimumSigners is not null || MinimumSponsors is not null;

    public bool IsOfficial(string domain) => OfficialDomains.Any(official =>
        domain.Equals(official, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + official, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is missing, each as a sentence for staff; nothing when all minimums are met.</summary>
    /// <param name="one">The letter's word for one who signs.</param>
    /// <param name="many">The letter's word for several.</param>
    public IReadOnlyList<string> Unmet(int days, int signers, int sponsors, string one, string many)
    {
        var missing = new List<string>();
        Compare(MinimumDays, days, "It was open for {0}", "It was open for less than a day", "day", "days");
        Compare(MinimumSigners, signers, "{0} signed", $"No {one} has signed", one, many);
        Compare(MinimumSponsors, sponsors, sponsors == 1 ? "{0} stands behind it" : "{0} stand behind it", "No sponsor stands behind it", "sponsor", "sponsors");
        return missing;

        void Compare(int? least, int is_, string some, string none, string single, string plural)
        {
            if (is_ < least)
            {
                missing.Add($"{(is_ == 0 ? none : string.Format(CultureInfo.InvariantCulture, some, $"{is_} {(is_ == 1 ? single : plural)}"))}; the rules ask for {least}.");
            }
        }
    }
}
