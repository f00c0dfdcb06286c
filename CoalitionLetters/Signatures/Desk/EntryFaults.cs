using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>What has to be mended before a signature can be entered.</summary>
/// <param name="Field">Of <see cref="EntryForm"/>, or of the listing in it.</param>
public sealed record EntryFault(string Field, string Message);

public static class EntryFaults
{
    /// <summary>All of them, in the order of the fields.</summary>
    /// <param name="words">The letter's words as readers see them.</param>
    public static IEnumerable<EntryFault> In(Listing listing, Signer signer, string? evidence, LetterContent? words)
    {
        if (string.IsNullOrWhiteSpace(listing.Name))
        {
            yield return new(nameof(ListingForm.Name), "Enter the organization's name.");
        }
        else if (listing.Fault is { } unprintable)
        {
            yield return new(nameof(ListingForm.Name), unprintable);
        }

        if (words is { Sections: SectionsBy.Kind, Signatories: SignatoryKind.Organizations } && listing.Kind == OrganizationKind.Unstated)
        {
            yield return new(nameof(ListingForm.Kind), "Choose the kind of organization: this letter's list is divided by kind.");
        }

        if (listing.Scope?.IsStateOrLocal() == true && string.IsNullOrWhiteSpace(listing.State) && string.IsNullOrWhiteSpace(listing.Country))
        {
            yield return new(nameof(ListingForm.State), "Choose the state that a state or local body belongs to.");
        }

        if (Websites.Fault(listing.Website) is { } website)
        {
            yield return new(nameof(ListingForm.Website), website);
        }

        if (MailAddresses.Fault(signer.Email, "name@union.example") is { } email)
        {
            yield return new(nameof(EntryForm.SignerEmail), email);
        }

        if (string.IsNullOrWhiteSpace(evidence))
        {
            yield return new(nameof(EntryForm.Evidence), Signature.NoEvidence);
        }
    }
}
