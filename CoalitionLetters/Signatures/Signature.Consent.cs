using CoalitionLetters.Data;
using CoalitionLetters.Letters;

namespace CoalitionLetters.Signatures;

/// <summary>
/// The letter's words changed in substance after the signature was given. Until its signer agrees to the new ones it is neither listed nor counted. What else holds it stands beside that:
/// one that is held for no reason of its own was listed, and is listed again as soon as its signer agrees.
/// </summary>
public sealed partial class Signature
{
    public const string MustAgree = "The letter's words changed in substance, and the signer has not agreed to the new ones yet.";

    /// <summary>When the words changed in substance; none for a signature that stands for the words as they are.</summary>
    public DateTime? AskedAgainAt { get; private set; }

    /// <summary>Its signer has still to agree to the words as they are now. Beside a signature that was declined or joined with another that is kept, because both can be taken back.</summary>
    public bool AwaitsAgreement => AskedAgainAt is not null && Status is SignatureStatus.Submitted or SignatureStatus.Confirmed or SignatureStatus.Held;

    /// <summary>All that keeps it from the list or has come up about it, or why it was declined, in words for staff.</summary>
    public string? Why => IsWithdrawnUnseen ? Doubts
        : Status is SignatureStatus.Declined or SignatureStatus.Withdrawn or SignatureStatus.Merged ? Reason
        : string.Join(' ', new[] { AwaitsAgreement ? MustAgree : null, Reason, Doubts }.OfType<string>()) is { Length: > 0 } why ? why : null;

    public void AskAgain(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == SignatureStatus.Withdrawn, "A withdrawn signature is not asked again.");

        Status = Status == SignatureStatus.Listed ? SignatureStatus.Held : Status;
        AskedAgainAt = now;
        Revision++;
    }

    /// <summary>It stands for the new words, and stands again where it stood.</summary>
    public void Agree(TextVersion text, DateTime now)
    {
        RuleBrokenException.ThrowIf(!AwaitsAgreement, "This signature stands for the words as they are.");
        RuleBrokenException.ThrowIf(text.LetterId != LetterId, "These are the words of another letter.");

        TextVersionId = text.Id;
        AskedAgainAt = null;
        if (Status == SignatureStatus.Held && Reason is null)
        {
            // What had come up about it still waits for staff: the signer's word does not answer it.
            PutOnList(now);
        }

        Revision++;
    }

    /// <summary>Staff know otherwise than by the signer's click that the signer agrees.</summary>
    public void AgreeOnEvidence(TextVersion text, CameBy cameBy, string evidence, DateTime now)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(evidence), "Say how you know, like \"call with the director, June 20\".");
        var known = string.Join('\n', new[] { Evidence, $"Agreed to text version {text.Number} by {cameBy.ToString().ToLowerInvariant()}: {evidence.Trim()}" }.Where(line => line is not null));
        RuleBrokenException.ThrowIf(known.Length > NoteMaxLength, $"Keep all notes of evidence of a signature under {NoteMaxLength} characters.");

        Agree(text, now);
        Evidence = known;
        if (ConfirmedAt is null)
        {
            ConfirmedAt = now;
            Status = Status == SignatureStatus.Submitted ? SignatureStatus.Confirmed : Status;
        }
    }

    /// <summary>The same signer has signed anew, to the words as they are now: this one stands in place of the earlier one, with what the coalition has set about it.</summary>
    public void TakePlaceOf(Signature earlier)
    {
        earlier.GiveWayTo(this);
        Listing = Listing with { IsLead = earlier.Listing.IsLead, Order = earlier.Listing.Order, LogoId = Listing.LogoId ?? earlier.Listing.LogoId };
        IsNotable = earlier.IsNotable;
        (Doubts, DoubtedAt) = (earlier.Doubts, earlier.DoubtedAt);
        Revision++;
    }

    /// <summary>Nothing that is taken back brings a signature onto the list whose signer has not agreed to its words.</summary>
    private SignatureStatus AsAgreed(SignatureStatus status) => status == SignatureStatus.Listed && AskedAgainAt is not null ? SignatureStatus.Held : status;
}
