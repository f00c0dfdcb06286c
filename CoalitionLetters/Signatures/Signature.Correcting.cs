using CoalitionLetters.Data;

namespace CoalitionLetters.Signatures;

/// <summary>
/// What the signer of a listed signature asks for, and what has come up about it. The public list and the count are quoted, so the line that is listed stands until staff have answered.
/// </summary>
public sealed partial class Signature
{
    /// <summary>The line that the signer wants in place of the listed one.</summary>
    public Listing? Correction { get; private set { field = value; MakeFindable(); } }
    public DateTime? CorrectionSentAt { get; private set; }

    /// <summary>A corrected line waits for staff. Beside a signature that was declined or joined with another it is kept and waits for nobody, because both can be taken back.</summary>
    public bool HasCorrection => Correction is not null && Status is SignatureStatus.Listed or SignatureStatus.Held or SignatureStatus.Confirmed;

    /// <summary>What has come up about it since its signer spoke, in words for staff. It holds nothing by itself, so it stands beside whatever holds the signature, and outlasts a round of agreement.</summary>
    public string? Doubts { get; private set; }
    public DateTime? DoubtedAt { get; private set; }

    /// <summary>Something about it waits for staff in <see cref="Doubts"/>, and it stays listed and counted meanwhile. That staff list it once more answers it.</summary>
    public bool IsDoubted => Status == SignatureStatus.Listed && DoubtedAt is not null;

    /// <summary>It was withdrawn, and what there is to say of that stands in <see cref="Doubts"/> until one of the staff has seen it.</summary>
    public bool IsWithdrawnUnseen => Status == SignatureStatus.Withdrawn && DoubtedAt is not null;

    /// <summary>Staff have to look at it: a listed line stays where it is until they have, and any other waits as it did. What comes up later takes the place of what was said before.</summary>
    public void Doubt(string doubts, DateTime now)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(doubts), "Say what has come up.");

        (Doubts, DoubtedAt) = (doubts.Length <= NoteMaxLength ? doubts : doubts[..NoteMaxLength], now);
        Revision++;
    }

    /// <summary>What had come up is so no longer.</summary>
    public void DropDoubts()
    {
        if (DoubtedAt is not null)
        {
            ForgetDoubts();
            Revision++;
        }
    }

    /// <summary>Staff have seen that it was withdrawn.</summary>
    public void NoteWithdrawal()
    {
        RuleBrokenException.ThrowIf(!IsWithdrawnUnseen, "Somebody has noted this withdrawal already.");

        DropDoubts();
    }

    /// <summary>The corrected line stands, and an earlier correction that still waits gives way to it.</summary>
    /// <param name="statement">As for <see cref="CorrectListing"/>.</param>
    public void CorrectAtOnce(Listing correction, string? statement = null)
    {
        Listing = Listing.With(correction);
        Restate(statement);
        ForgetCorrection();
        Revision++;
    }

    /// <summary>The corrected line waits for staff, in place of an earlier one that still waits.</summary>
    public void AskFor(Listing correction, DateTime now)
    {
        RuleBrokenException.ThrowIf(Status != SignatureStatus.Listed, "Only a listed line waits for staff when it is corrected; any other changes at once.");

        if (correction != Correction)
        {
            (Correction, CorrectionSentAt) = (correction, now);
            Revision++;
        }
    }

    /// <summary>Moves the line that waits, as what the coalition itself sets about it has changed.</summary>
    public void PlaceCorrection(Listing correction)
    {
        RuleBrokenException.ThrowIf(Correction is null, "No correction waits any more.");

        Correction = correction;
        Revision++;
    }

    public void TakeCorrection()
    {
        RuleBrokenException.ThrowIf(!HasCorrection, "No correction waits any more.");

        CorrectAtOnce(Correction!);
    }

    /// <summary>The line stays as it is, whether staff or the signer want it so.</summary>
    public void LeaveCorrection()
    {
        RuleBrokenException.ThrowIf(!HasCorrection, "No correction waits any more.");

        ForgetCorrection();
        Revision++;
    }

    private void ForgetCorrection() => (Correction, CorrectionSentAt) = (null, null);

    private void ForgetDoubts() => (Doubts, DoubtedAt) = (null, null);
}
