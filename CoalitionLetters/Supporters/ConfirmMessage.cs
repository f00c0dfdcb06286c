using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>The person has pressed the button behind the mailed link. Only now may anything go to a target.</summary>
public sealed class ConfirmMessage(CoalitionDb db, TimeProvider clock, JobSignals signals)
{
    /// <param name="confirm">The secret of the mailed link.</param>
    /// <param name="seen">The <see cref="Supporter.Revision"/> that the person has read.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>False where a newer form has come since the person read the letter: it must be read first.</returns>
    public async Task<bool> RunAsync(MailKey confirm, int seen, CancellationToken cancel = default)
    {
        var hash = confirm.Hash;
        var (isSeen, isReleased) = await db.InTransactionAsync(async () =>
        {
            var supporter = await db.Supporters.Include(s => s.Messages).SingleAsync(s => s.ConfirmKeyHash == hash, cancel);
            var action = await db.Actions.AsNoTracking().SingleAsync(a => a.Id == supporter.ActionId, cancel);

            // Pressed twice in the same moment: the first press has done it.
            if (supporter.ConfirmedAt is not null)
            {
                return (true, false);
            }

            if (supporter.Revision != seen)
            {
                return (false, false);
            }

            RuleBrokenException.ThrowIf(!action.AcceptsConfirmations(clock.UtcNow), "This action is closed.");
            supporter.Confirm(clock.UtcNow);
            if (supporter.Status != SupporterStatus.Confirmed)
            {
                return (true, false);
            }

            await db.CountAsync(supporter);
            return (true, true);
        }, cancel);

        if (isReleased)
        {
            signals.Wake<HandOverMessages>();
        }

        return isSeen;
    }
}
