using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>The office says that it does not sign, with a reason or without. It can still change its mind while the letter is open.</summary>
public sealed class DeclineSeat(CoalitionDb db, TimeProvider clock)
{
    public Task RunAsync(Guid seatId, string? reason, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var letterId = await db.Seats.Where(s => s.Id == seatId).Select(s => s.LetterId).SingleAsync(cancel);
        await db.HoldListAsync(letterId, cancel);
        var now = clock.UtcNow;
        var seat = await db.Seats.SingleAsync(s => s.Id == seatId, cancel);
        var signature = seat.SignatureId is { } id ? await db.Signatures.SingleAsync(s => s.Id == id, cancel) : null;
        RuleBrokenException.ThrowIf(signature?.Status is SignatureStatus.Listed or SignatureStatus.Confirmed or SignatureStatus.Held, "This office has signed. The signature can be withdrawn instead.");
        if (signature is { Status: SignatureStatus.Submitted })
        {
            signature.Withdraw(now);
        }

        seat.Decline(reason, now);
        db.Record(who, now, $"declined for {seat.Details.Jurisdiction}", Subject.Of<Seat>(seat.Id, letterId), after: seat.DeclineReason is null ? null : new { Reason = seat.DeclineReason });
    }, cancel);
}
