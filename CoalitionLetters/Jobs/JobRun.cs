using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Jobs;

/// <summary>When a job is due, and which node has it in hand. A node that dies loses it when the lease ends.</summary>
public sealed class JobRun
{
    private JobRun() { }

    public string Name { get; private set; } = "";
    public DateTime DueAt { get; private set; }
    public DateTime? LeasedUntil { get; private set; }
    public Guid? LeasedBy { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why the last run failed, or null when it did not.</summary>
    public string? Fault { get; private set; }

    public static JobRun Of(string name, DateTime now) => new() { Name = name, DueAt = now };
}

internal sealed class JobRunData : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("Jobs");
        run.HasKey(r => r.Name);
        run.Property(r => r.Name).HasMaxLength(100);
        run.Property(r => r.Fault).HasMaxLength(500);
    }
}

/// <summary>Who may run a job now: one statement decides, so two nodes never both believe it.</summary>
internal sealed class JobLeases(Db stores, TimeProvider clock)
{
    /// <summary>Renewed four times as often. Work that a dead node had in hand waits so long at most.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Guid node = Guid.CreateVersion7();

    public async Task MakeRowsAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        foreach (var name in names)
        {
            await using var db = stores.Open();
            if (!await db.Set<JobRun>().AnyAsync(run => run.Name == name, cancel))
            {
                db.Add(JobRun.Of(name, clock.UtcNow));
                try
                {
                    await db.SaveChangesAsync(cancel);
                }
                catch (DbUpdateException)
                {
                    // Another node made the row in the same moment.
                }
            }
        }
    }

    /// <summary>Takes the job if nobody has it. When woken it need not be due.</summary>
    public async Task<bool> TakeAsync(string name, bool woken, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await using var db = stores.Open();
        return await db.Set<JobRun>()
            .Where(run => run.Name == name && (woken || run.DueAt <= now) && (run.LeasedUntil == null || run.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.LeasedUntil, now + Length).SetProperty(run => run.LeasedBy, node), cancel) == 1;
    }

    public async Task RenewAsync(string name, CancellationToken cancel)
    {
        await using var db = stores.Open();
        await db.Set<JobRun>().Where(run => run.Name == name && run.LeasedBy == node)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.LeasedUntil, clock.UtcNow + Length), cancel);
    }

    public async Task GiveBackAsync(string name, TimeSpan pause, string? fault, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        await using var db = stores.Open();
        await db.Set<JobRun>().Where(run => run.Name == name && run.LeasedBy == node)
            .ExecuteUpdateAsync(set => set
                .SetProperty(run => run.LeasedUntil, (DateTime?)null)
                .SetProperty(run => run.DueAt, now + pause)
                .SetProperty(run => run.EndedAt, now)
                .SetProperty(run => run.Fault, fault), cancel);
    }
}
