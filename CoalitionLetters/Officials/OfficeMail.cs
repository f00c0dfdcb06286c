using CoalitionLetters.Letters;
using CoalitionLetters.Organizations.Signals;

namespace CoalitionLetters.Officials;

/// <summary>Whether the mail addresses of offices are official.</summary>
public static class OfficeMail
{
    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>Why a signature waits when the letter demands official domains: a sentence for each address that does not satisfy it.</summary>
    /// <param name="seat">Null for an official who signs by the public form.</param>
    /// <param name="signedBy">The mailbox whose link has signed; null for a signature that staff entered.</param>
    public static IEnumerable<string> Doubts(CirculationRules rules, Seat? seat, string? signedBy)
    {
        if (!rules.DemandsOfficialDomains)
        {
            yield break;
        }

        if (seat?.PreparedBy is { } staff)
        {
            if (!IsOfficial(rules, seat, DomainOf(staff)))
            {
                yield return $"The office's staff wrote from {DomainOf(staff)}, which is not on the list of official domains.";
            }

            // Staff type their address and nobody mails there before the signature; only the invited mailbox is known to have been read.
            else if (seat.Details.InvitedAddress is { } invited && Domains.Registrable(DomainOf(staff)) != Domains.Registrable(DomainOf(invited)))
            {
                yield return $"The office's staff gave an address at {DomainOf(staff)}, but the form was mailed to {DomainOf(invited)}.";
            }
        }

        if (signedBy is not null && !IsOfficial(rules, seat, DomainOf(signedBy)))
        {
            yield return $"It was {(seat is null ? "signed" : "approved")} from {DomainOf(signedBy)}, which is not on the list of official domains.";
        }
    }

    /// <summary>Why it waits after another person of the office took it over; null when the new mailbox may have it.</summary>
    public static string? DoubtAboutNew(CirculationRules rules, Seat? seat, string address) => !rules.DemandsOfficialDomains || IsOfficial(rules, seat, DomainOf(address)) ? null
        : $"It was handed to a mailbox at {DomainOf(address)}, which is not on the list of official domains.";

    private static bool IsOfficial(CirculationRules rules, Seat? seat, string domain) =>
        rules.IsOfficial(domain) || (seat?.Details.Domain is { } own && new CirculationRules { OfficialDomains = [own] }.IsOfficial(domain));
}
