using System.Globalization;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>A seat as it stood on the page where its office was chosen.</summary>
public readonly record struct SeenSeat(Guid Id, int Revision)
{
    public static SeenSeat Of(Seat seat) => new(seat.Id, seat.Revision);

    /// <summary>Null for what no page has written.</summary>
    public static SeenSeat? Read(string text) =>
        text.Split('-') is [var id, var revision] && Guid.TryParseExact(id, "N", out var seat) && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new SeenSeat(seat, number) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id:N}-{Revision}");
}

/// <summary>
/// Sends offices the link to their form, and reminds those that have not answered; where the form waits for the principal, the principal is reminded.
/// An office that has signed or declined gets no mail.
/// </summary>
public sealed class InviteOffices(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    /// <summary>Before the deadline told to people. An office invited or reminded within a day before is spared.</summary>
    private static readonly TimeSpan[] RemindsBefore = [TimeSpan.FromDays(3), TimeSpan.FromDays(1)];

    /// <summary>A button that is pressed twice must not remind of a mail that has hardly arrived.</summary>
    private static readonly TimeSpan Spares = TimeSpan.FromHours(1);

    /// <summary>To the offices that staff have chosen; a second invitation reminds. What has changed since they looked is left alone.</summary>
    /// <returns>How many mails go out.</returns>
    public Task<int> RunAsync(string slug, IReadOnlyCollection<SeenSeat> chosen, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        RuleBrokenException.ThrowIf(!letter.AcceptsSignatures(now), "Offices can be invited while the letter is open.");
        RuleBrokenException.ThrowIf(chosen.Count == 0, "Choose the offices that you want to invite.");

        var ids = chosen.Select(seat => seat.Id).ToList();
        var seats = await db.Seats.Where(s => s.LetterId == letter.Id && ids.Contains(s.Id)).ToListAsync(cancel);
        var sent = await WriteAsync(letter, seats.FindAll(seat => chosen.Contains(SeenSeat.Of(seat)) && !seat.WasWrittenToSince(now - Spares)), who, now, cancel);
        RuleBrokenException.ThrowIf(sent == 0, "No mail went out. These offices have answered already, were written to within the last hour, or have changed since you looked. Look at the list again before you go on.");
        return sent;
    }, cancel);

    /// <summary>To all invited offices of a letter whose next reminder is due.</summary>
    /// <returns>How many mails go out.</returns>
    public Task<int> RemindAsync(Guid letterId, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
        if (!letter.AcceptsSignatures(now) || !letter.Circulation.Reminds)
        {
            return 0;
        }

        var invited = await db.Seats.Where(s => s.LetterId == letterId && s.InvitedAt != null).ToListAsync(cancel);
        return await WriteAsync(letter, invited.FindAll(seat => IsDue(letter, seat, now)), Actor.App, now, cancel);
    }, cancel);

    public static bool CanBeInvited(Seat seat, SeatAnswer answer) =>
        seat.Details.InvitedAddress is not null && answer is (SeatAnswer.NotAsked or SeatAnswer.NotAnswered or SeatAnswer.Prepared);

    private static bool IsDue(Letter letter, Seat seat, DateTime now)
    {
        var last = seat.RemindedAt ?? seat.InvitedAt!.Value;
        return now < letter.DueAt && last <= now.AddDays(-1) && RemindsBefore.Select(before => letter.DueAt!.Value - before).Any(moment => moment <= now && last < moment);
    }

    private async Task<int> WriteAsync(Letter letter, List<Seat> seats, Actor who, DateTime now, CancellationToken cancel)
    {
        if (seats.Count == 0)
        {
            return 0;
        }

        var text = await db.TextVersions.AsNoTracking().SingleAsync(v => v.Id == letter.CurrentTextId, cancel);
        var standings = (await db.SeatsOfAsync(letter.Id, cancel)).ToDictionary(s => s.Seat.Id, s => s.Answer);
        var sent = 0;
        foreach (var seat in seats.Where(seat => CanBeInvited(seat, standings[seat.Id])))
        {
            var isReminder = seat.InvitedAt is not null;
            seat.Invite(now);
            if (standings[seat.Id] == SeatAnswer.Prepared && await WaitingAsync(seat, letter, cancel) is { } signature)
            {
                var key = MailKey.New();
                db.Add(SeatLink.ToApprove(key, seat, signature, now));
                outbox.Add(new ApprovalMail(seat, signature, letter, text, key, now, isReminder: true));
                db.Record(who, now, $"reminded the principal of {seat.Details.Jurisdiction}", Subject.Of<Seat>(seat.Id, letter.Id));
            }
            else
            {
                var key = MailKey.New();
                db.Add(SeatLink.ToPrepare(key, seat, now));
                outbox.Add(new OfficeInvitationMail(seat, letter, text.Content.Language, key, isReminder, now));
                db.Record(who, now, isReminder ? $"reminded {seat.Details.Jurisdiction}" : $"invited {seat.Details.Jurisdiction}", Subject.Of<Seat>(seat.Id, letter.Id));
            }

            sent++;
        }

        return sent;
    }

    /// <summary>What waits for the principal. Prepared for older words it is of no use: then the office's staff are asked again.</summary>
    private async Task<Signature?> WaitingAsync(Seat seat, Letter letter, CancellationToken cancel) =>
        await db.Signatures.SingleAsync(s => s.Id == seat.SignatureId, cancel) is { Signer.Email: not null } signature && signature.TextVersionId == letter.CurrentTextId ? signature : null;
}
