using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>Staff enter an official's signature that came by mail, phone or paper; the evidence says how they know.</summary>
public sealed class SignForOffice(CoalitionDb db, TimeProvider clock)
{
    public async Task RunAsync(string slug, Guid seatId, CameBy cameBy, string evidence, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.EditLetters);
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        await db.ChangeListAsync(letter.Id, now, async () =>
        {
            var seat = await db.Seats.SingleAsync(s => s.Id == seatId && s.LetterId == letter.Id, cancel);
            var earlier = seat.SignatureId is { } id ? await db.Signatures.SingleAsync(s => s.Id == id, cancel) : null;
            RuleBrokenException.ThrowIf(earlier?.Status is SignatureStatus.Listed or SignatureStatus.Confirmed or SignatureStatus.Held, $"This office has signed already ({earlier?.Reference}).");
            var first = letter.Circulation.OnePerJurisdiction ? await JurisdictionRule.FirstAsync(db, letter, OfficePlace.Of(seat.Details), Guid.Empty, cancel) : null;
            RuleBrokenException.ThrowIf(first is not null, JurisdictionRule.Sentence(seat.Details.Jurisdiction, first?.Name ?? "", first?.Reference ?? ""));

            if (earlier is { Status: SignatureStatus.Submitted })
            {
                earlier.Withdraw(now);
            }

            var signer = new Signer { Name = seat.Details.Name, Title = seat.Details.Title, Email = seat.Details.Email };
            var signature = Signature.EnteredByStaff(letter, null, seat.Details.ToListing(letter.Circulation), signer, evidence, who.Name, now, cameBy);
            signature.List(now);
            db.Add(signature);
            seat.SignedBy(signature);
            db.Record(who, now, $"entered the signature of {seat.Details.Jurisdiction}, which came by {cameBy.ToString().ToLowerInvariant()}", Subject.Of<Signature>(signature.Id, letter.Id), null, new { signature.Listing.Name, signature.Status });
        }, cancel);
    }
}
