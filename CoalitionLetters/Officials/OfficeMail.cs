using CoalitionLetters.Letters;

namespace CoalitionLetters.Officials;

/// <summary>Whether the mail addresses of offices are official.</summary>
public static class OfficeMail
{
    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>Why a signature waits when the letter demands official domains: a sentence for each address that is not on the list.</summary>
    public static IEnumerable<string> Doubts(CirculationRules rules, Seat seat, string approvedBy)
    {
        if (!rules.DemandsOfficialDomains)
        {
            yield break;
        }

        if (seat.PreparedBy is { } staff && !IsOfficial(rules, seat, DomainOf(staff)))
        {
            yield return $"The office's staff wrote from {DomainOf(staff)}, which is not on the list of official domains.";
        }

        if (!IsOfficial(rules, seat, DomainOf(approvedBy)))
        {
            yield return $"It was approved from {DomainOf(approvedBy)}, which is not on the list of official domains.";
        }
    }

    private static bool IsOfficial(CirculationRules rules, Seat seat, string domain) =>
        rules.IsOfficial(domain) || (seat.Details.Domain is { } own && new CirculationRules { OfficialDomains = [own] }.IsOfficial(domain));
}
