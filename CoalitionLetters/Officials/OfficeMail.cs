using System.Net.Mail;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Officials;

/// <summary>Mail addresses of offices, and whether they are official.</summary>
public static class OfficeMail
{
    public static bool IsAddress(string text) =>
        text.Length <= Signature.EmailMaxLength && !text.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')')
        && MailAddress.TryCreate(text, out var address) && address.Address == text && IsDomain(address.Host) && address.Host.Contains('.', StringComparison.Ordinal);

    public static bool IsDomain(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns && !text.EndsWith('.');

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
