using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>Sends each chosen office the link to its form. An office that has signed or declined gets no mail; a second invitation reminds.</summary>
public sealed class InviteOffices(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    /// <returns>How many mails go out.</returns>
    public Task<int> RunAsync(string slug, IReadOnlyCollection<Guid> seatIds, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        RuleBrokenException.ThrowIf(!letter.AcceptsSignatures(now), "Offices can be invited while the letter is open.");
        RuleBrokenException.ThrowIf(seatIds.Count == 0, "Choose the offices that you want to invite.");

        var words = (await db.TextVersions.AsNoTracking().SingleAsync(v => v.Id == letter.CurrentTextId, cancel)).Content;
        var standings = (await db.SeatsOfAsync(letter.Id, cancel)).ToDictionary(s => s.Seat.Id, s => s.Answer);
        var seats = await db.Seats.Where(s => s.LetterId == letter.Id && seatIds.Contains(s.Id)).ToListAsync(cancel);
        var sent = 0;
        foreach (var seat in seats.Where(seat => CanBeInvited(seat, standings[seat.Id])))
        {
            var key = MailKey.New();
            var isReminder = seat.InvitedAt is not null;
            seat.Invite(now);
            db.Add(SeatLink.ToPrepare(key, seat, now));
            outbox.Add(new OfficeInvitationMail(seat, letter, words.Language, key, isReminder));
            db.Record(who, now, isReminder ? $"reminded {seat.Details.Jurisdiction}" : $"invited {seat.Details.Jurisdiction}", Subject.Of<Seat>(seat.Id, letter.Id));
            sent++;
        }

        RuleBrokenException.ThrowIf(sent == 0, "None of these offices can be invited: they have answered already, or have no mail address.");
        return sent;
    }, cancel);

    public static bool CanBeInvited(Seat seat, SeatAnswer answer) =>
        seat.Details.InvitedAddress is not null && answer is (SeatAnswer.NotAsked or SeatAnswer.NotAnswered or SeatAnswer.Prepared);
}
