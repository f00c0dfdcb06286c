using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>What the office's staff have filled in.</summary>
/// <param name="Approver">The principal or a named deputy, with the address that gets the link.</param>
/// <param name="PreparedBy">The mail address of whoever filled in the form.</param>
/// <param name="TextVersionId">The words that the person had before their eyes.</param>
public sealed record Preparation(string Name, string Title, Signer Approver, string PreparedBy, Guid? PictureId, IReadOnlyDictionary<string, string> Answers, Guid TextVersionId);

public enum PrepareOutcome { Sent, TextHasChanged, Closed, SignedAlready, SentOften }

/// <summary>Takes the office's form and mails the principal, or the named deputy, the link that signs. Filled in anew it corrects what still waits.</summary>
public sealed class PrepareSignature(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    /// <summary>So often a form is mended. Whoever holds the link names the address that is written to, so more would let strangers be written to all day.</summary>
    public const int MostMailsAnHour = 5;

    private static readonly TimeSpan PressedTwice = TimeSpan.FromMinutes(1);

    public Task<PrepareOutcome> RunAsync(Guid seatId, Preparation form, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var letterId = await db.Seats.Where(s => s.Id == seatId).Select(s => s.LetterId).SingleAsync(cancel);
        await db.HoldListAsync(letterId, cancel);
        var now = clock.UtcNow;
        var seat = await db.Seats.SingleAsync(s => s.Id == seatId, cancel);
        var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
        if (!letter.AcceptsSignatures(now))
        {
            return PrepareOutcome.Closed;
        }

        if (letter.CurrentTextId != form.TextVersionId)
        {
            return PrepareOutcome.TextHasChanged;
        }

        var earlier = seat.SignatureId is { } id ? await db.Signatures.SingleAsync(s => s.Id == id, cancel) : null;
        if (earlier is not null && Seat.HasSigned(earlier))
        {
            // Staff see both: the signature that stands, and who wanted to give another.
            db.Record(Actor.Office, now, $"filled in the form of {seat.Details.Jurisdiction} again, though the office has signed ({earlier.Reference})", Subject.Of<Seat>(seat.Id, letter.Id),
                after: new { form.Name, form.Title, From = OfficeMail.DomainOf(form.PreparedBy) });
            return PrepareOutcome.SignedAlready;
        }

        var listing = seat.Details.ToListing(letter.Circulation, form.Name, form.Title, form.PictureId);
        if (await WasJustSentAsync(seat, earlier, listing, form, now, cancel))
        {
            return PrepareOutcome.Sent;
        }

        if (await HasWrittenOftenAsync(seat, now, cancel))
        {
            return PrepareOutcome.SentOften;
        }

        await EndLinksAsync(seat, now, cancel);
        var signature = Waiting(earlier, letter) ?? Begin(letter, listing, form, now, earlier);
        signature.CorrectListing(listing, letter.AuthorityFor(listing.InOneLine()));
        signature.ChangeSigner(form.Approver);
        signature.Answer(form.Answers, null);
        seat.Prepare(signature, form.PreparedBy, now);
        if (form.PictureId != seat.Details.PictureId)
        {
            seat.Correct(seat.Details with { PictureId = form.PictureId });
        }

        var key = MailKey.New();
        var text = await db.TextVersions.SingleAsync(v => v.Id == signature.TextVersionId, cancel);
        db.Add(SeatLink.ToApprove(key, seat, signature, now));
        outbox.Add(new ApprovalMail(seat, signature, letter, text, key, now));
        db.Record(Actor.Office, now, $"prepared the signature of {seat.Details.Jurisdiction}", Subject.Of<Seat>(seat.Id, letter.Id),
            after: new { signature.Reference, listing.Name, listing.Title, Text = text.Number });
        return PrepareOutcome.Sent;
    }, cancel);

    /// <summary>The same form sent twice in a row is one mail.</summary>
    private async Task<bool> WasJustSentAsync(Seat seat, Signature? earlier, Listing listing, Preparation form, DateTime now, CancellationToken cancel)
    {
        var since = now - PressedTwice;
        return earlier is { Status: SignatureStatus.Submitted, AskedAgainAt: null } && earlier.Listing == listing && earlier.Signer == form.Approver && SameAnswers(earlier.Answers, form.Answers) && seat.PreparedBy == form.PreparedBy
            && await db.SeatLinks.AnyAsync(l => l.SignatureId == earlier.Id && l.EndedAt == null && l.MadeAt > since, cancel);
    }

    private static bool SameAnswers(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(answer => b.GetValueOrDefault(answer.Key) == answer.Value);

    private async Task<bool> HasWrittenOftenAsync(Seat seat, DateTime now, CancellationToken cancel)
    {
        var since = now.AddHours(-1);
        return await db.SeatLinks.CountAsync(l => l.SeatId == seat.Id && l.Purpose == SeatLinkPurpose.Approve && l.MadeAt > since, cancel) >= MostMailsAnHour;
    }

    private async Task EndLinksAsync(Seat seat, DateTime now, CancellationToken cancel)
    {
        foreach (var link in await db.SeatLinks.Where(l => l.SeatId == seat.Id && l.Purpose == SeatLinkPurpose.Approve && l.EndedAt == null).ToListAsync(cancel))
        {
            link.End(now);
        }
    }

    private static Signature? Waiting(Signature? earlier, Letter letter) =>
        earlier is { Status: SignatureStatus.Submitted, AskedAgainAt: null } && earlier.TextVersionId == letter.CurrentTextId ? earlier : null;

    private Signature Begin(Letter letter, Listing listing, Preparation form, DateTime now, Signature? earlier)
    {
        // Given to older words, or waiting for staff: the new one takes its place.
        if (earlier is { Status: SignatureStatus.Submitted or SignatureStatus.Confirmed or SignatureStatus.Held })
        {
            earlier.Withdraw(now);
        }

        var signature = Signature.On(letter, null, listing, form.Approver, letter.AuthorityFor(listing.InOneLine()), new Dictionary<string, string>(), null, now);
        db.Add(signature);
        return signature;
    }
}
