using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Staff;

/// <summary>
/// A key to the setup page, printed at start on the console of whoever runs the app. Each start prints another; the store
/// keeps the hashes, so that it works on whichever node answers. The setup removes them all.
/// </summary>
public sealed class SetupKey
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    private SetupKey() { }

    public string Hash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }

    public static SetupKey For(MailKey key, DateTime now) => new() { Hash = key.Hash, CreatedAt = now };
}

internal sealed class SetupKeyData : IEntityTypeConfiguration<SetupKey>
{
    public void Configure(EntityTypeBuilder<SetupKey> key)
    {
        key.ToTable("SetupKeys");
        key.HasKey(k => k.Hash);
        key.Property(k => k.Hash).HasMaxLength(MailKey.HashMaxLength);
    }
}

public static class SetupKeys
{
    extension(CoalitionDb db)
    {
        /// <summary>Whether somebody has set the coalition up, so that there is an owner.</summary>
        public Task<bool> IsSetUpAsync(CancellationToken cancel = default) => db.Staff.AnyAsync(cancel);

        public async Task<bool> OpensSetupAsync(string? key, DateTime now, CancellationToken cancel = default)
        {
            var hash = new MailKey(key ?? "").Hash;
            var since = now - SetupKey.GoodFor;
            return await db.Set<SetupKey>().AnyAsync(k => k.Hash == hash && k.CreatedAt > since, cancel) && !await db.IsSetUpAsync(cancel);
        }

        /// <summary>A new key, stored as its hash.</summary>
        public async Task<MailKey> NewSetupKeyAsync(DateTime now, CancellationToken cancel = default)
        {
            var key = MailKey.New();
            db.Add(SetupKey.For(key, now));
            await db.SaveChangesAsync(cancel);
            return key;
        }
    }
}
