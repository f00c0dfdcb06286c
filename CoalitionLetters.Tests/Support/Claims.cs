using CoalitionLetters.Jobs;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Tests.Support;

/// <summary>What a killed process had in hand.</summary>
public static class Claims
{
    /// <summary>It is free at once, as when the minutes of a claim have gone by.</summary>
    public static async Task FreeClaimsAsync(this TestApp app)
    {
        await app.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, (DateTime?)null)));
        await app.ReadAsync(db => db.Set<JobRun>().ExecuteUpdateAsync(set => set.SetProperty(run => run.LeasedUntil, (DateTime?)null)));
    }
}
