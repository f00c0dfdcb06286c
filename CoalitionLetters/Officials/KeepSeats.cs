using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>Staff enter, import, correct and remove the seats of a letter. From the first seat on only invited offices sign.</summary>
public sealed class KeepSeats(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    public Task<Guid> AddAsync(string slug, SeatDetails details, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, (letter, seats, now) =>
    {
        var seat = Seat.On(letter, details, now);
        RefuseSecond(letter, seats, seat);
        Begin(letter, seats, who, now);
        db.Add(seat);
        db.Record(who, now, $"entered the seat of {seat.Details.Jurisdiction}", Subject.Of<Seat>(seat.Id, letter.Id), after: Known(seat));
        return Task.FromResult(seat.Id);
    }, cancel);

    /// <param name="seen">The <see cref="Seat.Revision"/> on the page where it was changed.</param>
    public Task CorrectAsync(string slug, Guid seatId, int seen, SeatDetails details, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, async (letter, seats, now) =>
    {
        var seat = seats.Find(s => s.Id == seatId) ?? throw new RuleBrokenException("This seat was removed meanwhile.");
        RuleBrokenException.ThrowIf(seat.Revision != seen, "Somebody else changed this seat a moment ago. Look at it again before you go on.");
        var (before, was) = (Known(seat), seat.Details);
        seat.Correct(details);
        RefuseSecond(letter, seats, seat);
        db.Record(who, now, $"corrected the seat of {seat.Details.Jurisdiction}", Subject.Of<Seat>(seat.Id, letter.Id), before, Known(seat));
        await PlaceSignatureAsync(letter, seat, was, who, now, cancel);
        return seat.Id;
    }, cancel);

    public Task RemoveAsync(string slug, Guid seatId, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, async (letter, seats, now) =>
    {
        if (seats.Find(s => s.Id == seatId) is not { } seat)
        {
            return seatId;
        }

        RuleBrokenException.ThrowIf(seat.SignatureId is not null, "This office has answered. Its signature can be declined or withdrawn, but the seat stays.");
        await db.SeatLinks.Where(l => l.SeatId == seatId).ExecuteDeleteAsync(cancel);
        db.Remove(seat);
        db.Record(who, now, $"removed the seat of {seat.Details.Jurisdiction}", Subject.Of<Seat>(seat.Id, letter.Id), Known(seat));
        return seatId;
    }, cancel);

    /// <summary>A row of an office that has a seat corrects it, the others add seats. All of it, or nothing.</summary>
    /// <returns>How many seats are new, and the offices that stood already, as they are printed.</returns>
    public Task<(int Added, IReadOnlyList<string> Corrected)> ImportAsync(string slug, SeatSheet sheet, Actor who, CancellationToken cancel = default) => ChangeAsync(slug, who, async (letter, seats, now) =>
    {
        RuleBrokenException.ThrowIf(sheet.Problems.Count > 0, string.Join(" ", sheet.Problems.Take(5)));
        RuleBrokenException.ThrowIf(sheet.Seats.Count == 0, "The list has a first row with column names, and no seat below it.");
        Begin(letter, seats, who, now);
        var (added, corrected) = (0, new List<string>());
        var met = new HashSet<Seat>();
        foreach (var details in sheet.Seats)
        {
            if (seats.Find(s => IsSame(letter, s.Details, details)) is { } known)
            {
                RuleBrokenException.ThrowIf(!met.Add(known), $"{details.Jurisdiction} stands in the list twice: {details.Name}, {details.Title}, is the office of {known.Details.Name}, {known.Details.Title}. Take one of the two rows out.");
                var was = known.Details;
                known.Correct(Merged(was, details));
                await PlaceSignatureAsync(letter, known, was, who, now, cancel);
                corrected.Add(known.Details.Printed(known.Details.Title));
            }
            else
            {
                var seat = Seat.On(letter, details, now);
                seats.Add(seat);
                met.Add(seat);
                db.Add(seat);
                added++;
            }
        }

        db.Record(who, now, $"imported seats: {added} new, {corrected.Count} corrected", Subject.Of<Letter>(letter.Id, letter.Id));
        return (added, (IReadOnlyList<string>)corrected);
    }, cancel);

    private async Task<T> ChangeAsync<T>(string slug, Actor who, Func<Letter, List<Seat>, DateTime, Task<T>> change, CancellationToken cancel)
    {
        who.Needs(Policies.EditLetters);
        try
        {
            return await db.InTransactionAsync(async () =>
            {
                var now = clock.UtcNow;
                var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
                RuleBrokenException.ThrowIf(letter.Status is LetterStatus.Withdrawn, "A withdrawn letter asks no office any more.");
                var seats = await db.Seats.Where(s => s.LetterId == letter.Id).ToListAsync(cancel);
                var result = await change(letter, seats, now);
                await db.SaveChangesAsync(cancel);
                return result;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBrokenException("Somebody else changed this letter's seats a moment ago. Look at them again before you go on.");
        }
    }

    private void Begin(Letter letter, List<Seat> seats, Actor who, DateTime now)
    {
        if (seats.Count == 0 && !letter.Circulation.ByInvitation && letter.Status is not LetterStatus.Final)
        {
            letter.SetCirculation(letter.Circulation with { ByInvitation = true });
            db.Record(who, now, "closed the public form: offices sign by the link in their invitation", Subject.Of<Letter>(letter.Id, letter.Id));
        }
    }

    private static void RefuseSecond(Letter letter, List<Seat> seats, Seat seat)
    {
        var other = seats.Find(s => s.Id != seat.Id && IsSame(letter, s.Details, seat.Details));
        RuleBrokenException.ThrowIf(other is not null, $"{seat.Details.Jurisdiction} has a seat already: {other?.Details.Name}, {other?.Details.Title}. Correct that one, or let several officials of one jurisdiction sign in the rules of circulation.");
    }

    private static bool IsSame(Letter letter, SeatDetails a, SeatDetails b) =>
        (OfficePlace.Of(a) == OfficePlace.Of(b) || IsSameWithoutPlace(a, b)) && (letter.Circulation.OnePerJurisdiction || a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>One office, entered once with its city and once without: two mayors of a state do not share a mailbox.</summary>
    private static bool IsSameWithoutPlace(SeatDetails a, SeatDetails b) =>
        a.IsOfState != b.IsOfState && a.State == b.State && a.Title.Equals(b.Title, StringComparison.OrdinalIgnoreCase)
        && new[] { a.Email, a.ContactEmail }.OfType<string>().Select(MailAddresses.KeyOf).Intersect(new[] { b.Email, b.ContactEmail }.OfType<string>().Select(MailAddresses.KeyOf)).Any();

    /// <summary>What the list leaves empty stays as it was.</summary>
    private static SeatDetails Merged(SeatDetails old, SeatDetails row) => row with
    {
        Jurisdiction = row.IsOfState ? old.Jurisdiction : row.Jurisdiction,
        Party = row.Party ?? old.Party,
        Email = row.Email ?? old.Email,
        Domain = row.Domain ?? old.Domain,
        ContactName = row.ContactName ?? old.ContactName,
        ContactEmail = row.ContactEmail ?? old.ContactEmail,
        PictureId = row.PictureId ?? old.PictureId,
    };

    /// <summary>
    /// Place, party, role and picture are the coalition's to set; the printed name and office stay as the office gave them. Whoever has signed is told what has changed; whoever has not reads it before signing.
    /// </summary>
    private async Task PlaceSignatureAsync(Letter letter, Seat seat, SeatDetails was, Actor who, DateTime now, CancellationToken cancel)
    {
        if (seat.SignatureId is not { } id)
        {
            return;
        }

        await db.ChangeListAsync(letter.Id, now, async () =>
        {
            var signature = await db.Signatures.SingleAsync(s => s.Id == id, cancel);
            var (place, isAlive) = (OfficePlace.Of(seat.Details), signature.Status is SignatureStatus.Listed or SignatureStatus.Confirmed or SignatureStatus.Held);
            if (letter.Circulation.OnePerJurisdiction && isAlive && place != OfficePlace.Of(was) && await JurisdictionRule.FirstAsync(db, letter, place, id, cancel) is { } first)
            {
                throw new RuleBrokenException($"{JurisdictionRule.Sentence(seat.Details.Jurisdiction, first.Name, first.Reference)} Decline or correct that signature before you move this seat.");
            }

            var (before, correction) = (signature.Listing, signature.Correction);
            if (Placed(before, seat, was, letter.Circulation) is var placed && placed != before)
            {
                signature.CorrectListing(placed, letter.AuthorityFor(placed.InOneLine()));
                db.Record(who, now, "placed the signature as its seat was corrected", Subject.Of<Signature>(signature.Id, letter.Id), before, placed);
                if (isAlive && signature is { ConfirmedAt: not null, Signer.Email: not null } && OfficeLineMail.SaysOf(letter, before, placed))
                {
                    outbox.Add(new OfficeLineMail(signature, letter, before, SignatureKeys.For(db, signature, letter, now)));
                }
            }

            if (correction is not null && Placed(correction, seat, was, letter.Circulation) is var moved && moved != correction)
            {
                signature.PlaceCorrection(moved);
                db.Record(who, now, "placed the correction that waits as its seat was corrected", Subject.Of<Signature>(signature.Id, letter.Id), correction, moved);
            }
        }, cancel);
    }

    /// <summary>Only what is new of the seat goes onto the line: staff may have set the rest there themselves.</summary>
    private static Listing Placed(Listing line, Seat seat, SeatDetails was, CirculationRules rules)
    {
        var planned = seat.Details.ToListing(rules);
        var placed = was.Role == seat.Details.Role ? line : line with { IsLead = planned.IsLead, Order = planned.Order };
        placed = was.PictureId == seat.Details.PictureId ? placed : placed with { SignaturePictureId = planned.SignaturePictureId };
        if ((was.Jurisdiction, was.State, was.Party) != (seat.Details.Jurisdiction, seat.Details.State, seat.Details.Party))
        {
            placed = placed with { Scope = planned.Scope, State = planned.State, Title = seat.Details.Printed(line.Title ?? "", was, rules) };
        }

        RuleBrokenException.ThrowIf(placed.Title?.Length > Signature.PersonMaxLength, $"The printed office would be “{placed.Title}”, which is longer than {Signature.PersonMaxLength} characters.");
        return placed;
    }

    private static object Known(Seat seat) => new { seat.Details.Jurisdiction, seat.Details.Name, seat.Details.Title, seat.Details.Party, seat.Details.Role, seat.Details.Domain };
}
