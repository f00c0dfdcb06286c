using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Staff;

/// <summary>A request to one person to join the staff, mailed with a key.</summary>
public sealed class StaffInvitation
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    private StaffInvitation() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";
    public StaffRole Role { get; private set; }
    public string KeyHash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? TakenBackAt { get; private set; }

    public bool IsOpenAt(DateTime now) => AcceptedAt is null && TakenBackAt is null && now < ExpiresAt;

    public static StaffInvitation To(string email, string name, StaffRole role, MailKey key, DateTime now) => new()
    {
        Email = email.Trim(),
        Name = name.Trim(),
        Role = role,
        KeyHash = key.Hash,
        CreatedAt = now,
        ExpiresAt = now + GoodFor,
    };

    public void Accept(DateTime now)
    {
        RuleBrokenException.ThrowIf(AcceptedAt is not null, "This invitation has been used already. Sign in with your e-mail and password.");
        RuleBrokenException.ThrowIf(!IsOpenAt(now), "This invitation is no longer good. Ask the person who invited you for a new one.");

        AcceptedAt = now;
    }

    public void TakeBack(DateTime now)
    {
        RuleBrokenException.ThrowIf(AcceptedAt is not null, "This invitation has been accepted already.");

        TakenBackAt ??= now;
    }
}

/// <summary>A request for a new password, mailed with a key that works once, for an hour.</summary>
public sealed class PasswordRequest
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    private PasswordRequest() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid StaffId { get; private set; }
    public string KeyHash { get; private set; } = "";
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    public bool IsOpenAt(DateTime now) => UsedAt is null && now < ExpiresAt;

    public static PasswordRequest Of(StaffMember member, MailKey key, DateTime now) => new()
    {
        StaffId = member.Id,
        KeyHash = key.Hash,
        ExpiresAt = now + GoodFor,
    };

    public void Use(DateTime now)
    {
        RuleBrokenException.ThrowIf(!IsOpenAt(now), "This link is no longer good. Ask for a new one.");

        UsedAt = now;
    }

    /// <summary>The password was changed otherwise: a link that was mailed before opens nothing more.</summary>
    public void End(DateTime now) => UsedAt ??= now;
}

internal sealed class StaffKeysData : IEntityTypeConfiguration<StaffInvitation>, IEntityTypeConfiguration<PasswordRequest>
{
    public void Configure(EntityTypeBuilder<StaffInvitation> invitation)
    {
        invitation.ToTable("StaffInvitations");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.Email).HasMaxLength(OutboxMail.AddressMaxLength);
        invitation.Property(i => i.Name).HasMaxLength(StaffMember.NameMaxLength);
        invitation.Property(i => i.KeyHash).HasMaxLength(MailKey.HashMaxLength);
        invitation.HasIndex(i => i.KeyHash).IsUnique();

        // Of two that accept the same invitation at once, one is refused.
        invitation.Property(i => i.AcceptedAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<PasswordRequest> request)
    {
        request.ToTable("PasswordRequests");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.KeyHash).HasMaxLength(MailKey.HashMaxLength);
        request.HasIndex(r => r.KeyHash).IsUnique();
        request.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Cascade);
        request.Property(r => r.UsedAt).IsConcurrencyToken();
    }
}

public static class StaffQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();
        public DbSet<StaffInvitation> StaffInvitations => db.Set<StaffInvitation>();
        public DbSet<PasswordRequest> PasswordRequests => db.Set<PasswordRequest>();

        /// <summary>With a new password all links for one end, also those in mails that somebody else may find later.</summary>
        public async Task EndPasswordRequestsAsync(StaffMember member, DateTime now, CancellationToken cancel = default)
        {
            foreach (var request in await db.PasswordRequests.Where(r => r.StaffId == member.Id && r.UsedAt == null).ToListAsync(cancel))
            {
                request.End(now);
            }
        }
    }

    extension(IQueryable<StaffInvitation> invitations)
    {
        public Task<StaffInvitation?> WithKeyAsync(string key, CancellationToken cancel = default)
        {
            var hash = new MailKey(key).Hash;
            return invitations.FirstOrDefaultAsync(i => i.KeyHash == hash, cancel);
        }
    }

    extension(IQueryable<PasswordRequest> requests)
    {
        public Task<PasswordRequest?> WithKeyAsync(string key, CancellationToken cancel = default)
        {
            var hash = new MailKey(key).Hash;
            return requests.FirstOrDefaultAsync(r => r.KeyHash == hash, cancel);
        }
    }
}
