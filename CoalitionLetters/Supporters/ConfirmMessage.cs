using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>The person has pressed the button behind the mailed link. Only now may anything go to a target.</summary>
public sealed class ConfirmMessage(CoalitionDb db, TimeProvider clock, JobSignals signals)
{
    public async Task RunAsync(MailKey confirm, CancellationToken cancel = default)
    {
        var hash = confirm.Hash;
        var released = await db.InTransactionAsync(async () =>
        {
            var supporter = await db.Supporters.Include(s => s.Messages).SingleAsync(s => s.ConfirmKeyHash == hash, cancel);
            var action = await db.Actions.AsNoTracking().SingleAsync(a => a.Id == supporter.ActionId, cancel);

            // Pressed twice in the same moment: the first press has done it.
            if (supporter.ConfirmedAt is not null)
            {
                return false;
            }

            RuleBrokenException.ThrowIf(!action.AcceptsConfirmations(clock.UtcNow), "This action is closed.");
            supporter.Confirm(clock.UtcNow);
            if (supporter.Status != SupporterStatus.Confirmed)
            {
                return false;
            }

            await db.CountAsync(supporter);
            return true;
        }, cancel);

        if (released)
        {
            signals.Wake<HandOverMessages>();
        }
    }
}
