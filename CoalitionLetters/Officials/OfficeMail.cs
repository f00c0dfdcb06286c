using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations.Signals;

namespace CoalitionLetters.Officials;

/// <summary>A mailbox of an office for which its signature waits, where the letter demands official domains.</summary>
/// <param name="IsStaffs">It is that of whoever prepared the signature, and not of whoever signs.</param>
/// <param name="MailedTo">Where the form was mailed, when this mailbox is official but elsewhere; null when it is not official.</param>
public sealed record DoubtfulMailbox(bool IsStaffs, string Domain, string? MailedTo);

/// <summary>Whether the mail addresses of offices are official.</summary>
public static class OfficeMail
{
    private const int MostNamed = 3;

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>For which of an office's mailboxes its signature waits; an address that is not given, or is none, is not spoken of.</summary>
    /// <param name="seat">Null for an official who signs by the public form.</param>
    /// <param name="preparedBy">The mailbox of the staff who filled in the form.</param>
    /// <param name="signedBy">The mailbox whose link signs, or has signed.</param>
    public static IEnumerable<DoubtfulMailbox> Doubtful(CirculationRules rules, SeatDetails? seat, string? preparedBy, string? signedBy)
    {
        if (!rules.DemandsOfficialDomains)
        {
            yield break;
        }

        if (preparedBy is not null && MailAddresses.IsAddress(preparedBy))
        {
            var domain = DomainOf(preparedBy);
            if (!IsOfficial(rules, seat, domain))
            {
                yield return new(IsStaffs: true, domain, null);
            }

            // Staff type their address and nobody mails there before the signature; only the invited mailbox is known to have been read.
            else if (seat?.InvitedAddress is { } invited && Domains.Registrable(domain) != Domains.Registrable(DomainOf(invited)))
            {
                yield return new(IsStaffs: true, domain, DomainOf(invited));
            }
        }

        if (signedBy is not null && MailAddresses.IsAddress(signedBy) && DomainOf(signedBy) is var signing && !IsOfficial(rules, seat, signing))
        {
            yield return new(IsStaffs: false, signing, null);
        }
    }

    /// <summary>Why a signature waits when the letter demands official domains: a sentence for each address that does not satisfy it.</summary>
    /// <param name="rules">What the letter demands.</param>
    /// <param name="seat">Null for an official who signs by the public form.</param>
    /// <param name="signedBy">The mailbox whose link has signed; null for a signature that staff entered.</param>
    public static IEnumerable<string> Doubts(CirculationRules rules, Seat? seat, string? signedBy) => Doubtful(rules, seat?.Details, seat?.PreparedBy, signedBy).Select(mailbox => mailbox switch
    {
        { IsStaffs: false } => $"It was {(seat is null ? "signed" : "approved")} from {mailbox.Domain}, which is not on the list of official domains.",
        { MailedTo: { } invited } => $"The office's staff gave an address at {mailbox.Domain}, but the form was mailed to {invited}.",
        _ => $"The office's staff wrote from {mailbox.Domain}, which is not on the list of official domains.",
    });

    /// <summary>Why it waits after another person of the office took it over; null when the new mailbox may have it.</summary>
    public static string? DoubtAboutNew(CirculationRules rules, Seat? seat, string address) => !rules.DemandsOfficialDomains || IsOfficial(rules, seat?.Details, DomainOf(address)) ? null
        : $"It was handed to a mailbox at {DomainOf(address)}, which is not on the list of official domains.";

    /// <summary>The domains from which this office may write, where they are few enough to be told; nothing otherwise.</summary>
    public static IReadOnlyList<string> Told(CirculationRules rules, SeatDetails seat) =>
        rules.OfficialDomains.Append(seat.Domain).OfType<string>().Distinct().ToList() is { Count: <= MostNamed } few ? few : [];

    private static bool IsOfficial(CirculationRules rules, SeatDetails? seat, string domain) =>
        rules.IsOfficial(domain) || (seat?.Domain is { } own && new CirculationRules { OfficialDomains = [own] }.IsOfficial(domain));
}
