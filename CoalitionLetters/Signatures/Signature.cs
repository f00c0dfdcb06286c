using CoalitionLetters.Data;
using CoalitionLetters.Letters;

namespace CoalitionLetters.Signatures;

/// <summary>One organization, or one official, on one letter, bound to the text version it agreed to.</summary>
public sealed partial class Signature
{
    public const int PersonMaxLength = 120;
    public const int EmailMaxLength = 254;
    public const int PhoneMaxLength = 40;
    public const int QuoteMaxLength = 280;
    public const int NoteMaxLength = 2000;
    public const string NoEvidence = "Say how you know, like \"mail from the director, June 18\".";
    public const string NoReasonToHold = "Say why it waits.";
    public const string NoReasonToDecline = "Say why it is declined.";

    private Signature() { }

    public Guid Id { get; private set; }
    public Guid LetterId { get; private set; }
    public Guid TextVersionId { get; private set; }
    public Guid? OrganizationId { get; private set; }

    /// <summary>What people quote in mails and on the phone, like <c>FU-7K4M-2Q9</c>.</summary>
    public string Reference { get; private set; } = "";
    public SignatureStatus Status { get; private set; }
    public Listing Listing { get; private set { field = value; MakeFindable(); } } = new();
    public Signer Signer { get; private set { field = value; MakeFindable(); } } = new();

    /// <summary>The very words of the statement that was ticked.</summary>
    public string AuthorityStatement { get; private set; } = "";

    /// <summary>Answers to the letter's own questions, by the question's key.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    /// <summary>A sentence the press may quote.</summary>
    public string? Quote { get; private set; }

    /// <summary>Why it waits for staff, or why it was declined, in words for staff.</summary>
    public string? Reason { get; private set; }

    /// <summary>For a signature entered by staff: how they know (a mail of June 3, a phone call with …).</summary>
    public string? Evidence { get; private set; }
    public string? EnteredBy { get; private set; }
    public CameBy CameBy { get; private set; }

    /// <summary>Staff put this name in front of reporters.</summary>
    public bool IsNotable { get; private set; }
    public DateTime SubmittedAt { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public DateTime? ListedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Rises with every change, so that two people never overwrite each other.</summary>
    public int Revision { get; private set; }

    public static Signature On(Letter letter, Guid? organizationId, Listing listing, Signer signer, string authorityStatement,
        IReadOnlyDictionary<string, string> answers, string? quote, DateTime now)
    {
        RuleBrokenException.ThrowIf(!letter.AcceptsSignatures(now), "This letter is closed for signatures.");
        return New(letter, organizationId, listing, signer, authorityStatement, answers, quote, now);
    }

    /// <summary>A signature that came by mail, phone or paper. It counts as confirmed; the evidence stands in place of the signer's click.</summary>
    public static Signature EnteredByStaff(Letter letter, Guid? organizationId, Listing listing, Signer signer, string evidence, string enteredBy, DateTime now, CameBy cameBy = CameBy.Mail)
    {
        RuleBrokenException.ThrowIf(letter.Status is not (LetterStatus.Open or LetterStatus.Closed or LetterStatus.Final), "Signatures can be entered once the letter was opened; after it is final they go into the next edition.");
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(evidence), NoEvidence);

        var signature = New(letter, organizationId, listing, signer, "", new Dictionary<string, string>(), null, now);
        signature.Evidence = evidence.Trim();
        signature.EnteredBy = enteredBy;
        signature.CameBy = cameBy;
        signature.Status = SignatureStatus.Confirmed;
        signature.ConfirmedAt = now;
        return signature;
    }

    /// <summary>Neither withdrawn nor declined nor joined with another.</summary>
    public bool Stands => Status is not (SignatureStatus.Withdrawn or SignatureStatus.Declined or SignatureStatus.Merged);

    /// <summary>It stays when its signer's data is erased: one that was never confirmed goes with them.</summary>
    public bool StaysWithoutSigner => Stands && Status != SignatureStatus.Submitted;

    /// <summary>Its signer has not pressed the button behind the mailed link yet, whether staff hold it or not.</summary>
    public bool AwaitsConfirmation => ConfirmedAt is null && Status is SignatureStatus.Submitted or SignatureStatus.Held;

    /// <summary>The signer pressed the button behind the mailed link. What staff hold stays held.</summary>
    public void Confirm(Letter letter, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == SignatureStatus.Withdrawn, "This signature was withdrawn.");
        RuleBrokenException.ThrowIf(Status == SignatureStatus.Declined, "The coalition has declined this signature.");
        RuleBrokenException.ThrowIf(!AwaitsConfirmation, "This signature is confirmed already.");
        RuleBrokenException.ThrowIf(AskedAgainAt is not null, "The letter's words have changed in substance since. Read them, and agree to them first.");
        RuleBrokenException.ThrowIf(!letter.AcceptsConfirmations(now), "This letter is closed, and the time for late confirmations is over.");

        Status = Status == SignatureStatus.Submitted ? SignatureStatus.Confirmed : Status;
        ConfirmedAt = now;
        Revision++;
    }

    /// <summary>Staff put it on the list: what had come up about it is answered.</summary>
    public void List(DateTime now)
    {
        ListUnseen(now);
        ForgetDoubts();
    }

    /// <summary>It goes onto the list with nobody looking: what had come up about it still waits for staff.</summary>
    public void ListUnseen(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status is SignatureStatus.Withdrawn or SignatureStatus.Merged, "A withdrawn signature cannot be listed.");
        RuleBrokenException.ThrowIf(ConfirmedAt is null, "The signer has not confirmed yet. Enter the evidence if you know it otherwise.");
        RuleBrokenException.ThrowIf(AskedAgainAt is not null, $"{MustAgree} Record the agreement on the signature's page if you know of it otherwise.");

        PutOnList(now);
        Revision++;
    }

    public void Hold(string reason)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(reason), NoReasonToHold);
        RuleBrokenException.ThrowIf(Status is SignatureStatus.Withdrawn or SignatureStatus.Merged, "A withdrawn signature cannot be held.");

        Status = SignatureStatus.Held;
        Reason = reason.Trim();
        Revision++;
    }

    public void Decline(string reason)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(reason), NoReasonToDecline);
        RuleBrokenException.ThrowIf(Status is SignatureStatus.Withdrawn or SignatureStatus.Merged, "A withdrawn signature cannot be declined.");

        Status = SignatureStatus.Declined;
        Reason = reason.Trim();
        Revision++;
    }

    /// <summary>Takes back what staff did a moment ago: the signature stands again as it stood before, with what had come up about it.</summary>
    public void TakeBack(SignatureStatus before, string? reason, string? doubts = null, DateTime? doubtedAt = null)
    {
        RuleBrokenException.ThrowIf(Status is not (SignatureStatus.Listed or SignatureStatus.Held or SignatureStatus.Declined), "This signature has moved on meanwhile.");
        RuleBrokenException.ThrowIf(before is SignatureStatus.Withdrawn or SignatureStatus.Merged, "That cannot be taken back here.");

        Status = AsAgreed(before);
        Reason = reason;
        (Doubts, DoubtedAt) = (doubts, doubtedAt);
        Revision++;
    }

    public void Withdraw(DateTime now)
    {
        RuleBrokenException.ThrowIf(Status == SignatureStatus.Withdrawn, "This signature is withdrawn already.");

        Status = SignatureStatus.Withdrawn;
        WithdrawnAt = now;
        ForgetCorrection();
        ForgetDoubts();
        Revision++;
    }

    /// <summary>Another signature of the same organization stands for both.</summary>
    public void GiveWayTo(Signature other)
    {
        RuleBrokenException.ThrowIf(Status is SignatureStatus.Withdrawn or SignatureStatus.Declined or SignatureStatus.Merged, "This signature does not stand.");

        Status = SignatureStatus.Merged;
        Reason = $"Joined with {other.Reference}.";
        Revision++;
    }

    /// <summary>The two organizations were taken apart again: it stands as it stood before it gave way.</summary>
    public void StandAgain(SignatureStatus before, string? reason)
    {
        RuleBrokenException.ThrowIf(Status != SignatureStatus.Merged, "This signature has moved on meanwhile.");

        Status = AsAgreed(before);
        Reason = reason;
        Revision++;
    }

    /// <param name="statement">What whoever signs says of the new line with the button; what was said before stays as it was said.</param>
    public void CorrectListing(Listing listing, string? statement = null)
    {
        Listing = listing;
        Restate(statement);
        Revision++;
    }

    public void ChangeSigner(Signer signer)
    {
        Signer = signer;
        Revision++;
    }

    /// <summary>What is known of persons goes, and what they asked for without an answer; how the organization, or the official, is listed stays.</summary>
    public void ForgetSigner()
    {
        Signer = new Signer();
        Answers = new Dictionary<string, string>();
        Evidence = null;
        ForgetCorrection();
        if (!IsWithdrawnUnseen)
        {
            ForgetDoubts();
        }

        Revision++;
    }

    public void Answer(IReadOnlyDictionary<string, string> answers, string? quote)
    {
        Answers = answers;
        Quote = quote;
        Revision++;
    }

    public void PutInFront(bool notable)
    {
        IsNotable = notable;
        Revision++;
    }

    public void BelongsTo(Guid? organizationId)
    {
        OrganizationId = organizationId;
        Revision++;
    }

    private void PutOnList(DateTime now)
    {
        Status = SignatureStatus.Listed;
        ListedAt ??= now;
        Reason = null;
    }

    private void Restate(string? statement) => AuthorityStatement = ConfirmedAt is null && statement is not null ? statement : AuthorityStatement;

    private static Signature New(Letter letter, Guid? organizationId, Listing listing, Signer signer, string authorityStatement,
        IReadOnlyDictionary<string, string> answers, string? quote, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        LetterId = letter.Id,
        TextVersionId = letter.CurrentTextId ?? throw new RuleBrokenException("This letter has no text to sign yet."),
        OrganizationId = organizationId,
        Reference = References.New(letter.Title),
        Status = SignatureStatus.Submitted,
        Listing = listing,
        Signer = signer,
        AuthorityStatement = authorityStatement,
        Answers = answers,
        Quote = quote,
        SubmittedAt = now,
        Revision = 1,
    };
}

/// <summary>Which way a signature came; all but <see cref="Web"/> are entered by staff.</summary>
public enum CameBy { Web, Mail, Phone, Paper, Import }

public enum SignatureStatus { Submitted, Confirmed, Listed, Held, Declined, Withdrawn, Merged }
