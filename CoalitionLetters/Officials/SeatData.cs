using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Officials;

/// <summary>A seat as it stands, with its signature when it has one.</summary>
public sealed record SeatStanding(Seat Seat, SignatureStatus? Status, string? Reference, string? Reason, DateTime? ConfirmedAt)
{
    public SeatAnswer Answer => Seat.Answer(Status);

    /// <summary>The line that the office has given and that stands; null where none does.</summary>
    public Listing? Given { get; init => field = Answer is SeatAnswer.Prepared or SeatAnswer.Held or SeatAnswer.Signed ? value : null; }

    /// <summary>The name that is printed, or will be.</summary>
    public string Name => Given?.Name ?? Seat.Details.Name;

    /// <summary>The name under which the office was asked, where another one is printed.</summary>
    public string? InvitedAs => Name == Seat.Details.Name ? null : Seat.Details.Name;

    /// <summary>The office as it is printed, or will be.</summary>
    public string Title => Given?.Title ?? Seat.Details.Printed(Seat.Details.Title);
}

public static class SeatQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<Seat> Seats => db.Set<Seat>();
        public DbSet<SeatLink> SeatLinks => db.Set<SeatLink>();

        /// <summary>All seats of a letter, the lead first, then by jurisdiction and name.</summary>
        public async Task<IReadOnlyList<SeatStanding>> SeatsOfAsync(Guid letterId, CancellationToken cancel = default)
        {
            var seats = await db.Seats.AsNoTracking().Where(s => s.LetterId == letterId).ToListAsync(cancel);
            var signatures = await db.Signatures.AsNoTracking().Where(s => s.LetterId == letterId).ToDictionaryAsync(s => s.Id, cancel);
            return
            [
                .. seats.OrderByDescending(s => s.Details.Role).ThenBy(s => s.Details.Jurisdiction, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Details.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(s => s.SignatureId is { } id && signatures.GetValueOrDefault(id) is { } given
                        ? new SeatStanding(s, given.Status, given.Reference, given.Why, given.ConfirmedAt) { Given = given.Listing }
                        : new SeatStanding(s, null, null, null, null)),
            ];
        }
    }
}

internal sealed class SeatMap : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.ToTable("Seats");
        seat.Property(s => s.Id).ValueGeneratedNever();
        seat.HasIndex(s => s.LetterId);
        seat.HasOne<Letter>().WithMany().HasForeignKey(s => s.LetterId);
        seat.HasOne<Signature>().WithMany().HasForeignKey(s => s.SignatureId);
        seat.Property(s => s.PreparedBy).HasMaxLength(Signature.EmailMaxLength);
        seat.Property(s => s.DeclineReason).HasMaxLength(Signature.NoteMaxLength);
        seat.Property(s => s.Revision).IsConcurrencyToken();
        seat.ComplexProperty(s => s.Details, details =>
        {
            details.Property(d => d.Jurisdiction).HasMaxLength(Organization.PlaceMaxLength);
            details.Property(d => d.State).HasMaxLength(Organization.PlaceMaxLength);
            details.Property(d => d.Title).HasMaxLength(Signature.PersonMaxLength);
            details.Property(d => d.Name).HasMaxLength(Organization.NameMaxLength);
            details.Property(d => d.Party).HasMaxLength(SeatDetails.PartyMaxLength);
            details.Property(d => d.Email).HasMaxLength(Signature.EmailMaxLength);
            details.Property(d => d.Domain).HasMaxLength(SeatDetails.DomainMaxLength);
            details.Property(d => d.ContactName).HasMaxLength(Signature.PersonMaxLength);
            details.Property(d => d.ContactEmail).HasMaxLength(Signature.EmailMaxLength);
            details.Ignore(d => d.InvitedAddress);
        });
    }
}

internal sealed class SeatLinkMap : IEntityTypeConfiguration<SeatLink>
{
    public void Configure(EntityTypeBuilder<SeatLink> link)
    {
        link.ToTable("SeatLinks");
        link.HasKey(l => l.Hash);
        link.Property(l => l.Hash).HasMaxLength(MailKey.HashMaxLength);
        link.HasOne<Seat>().WithMany().HasForeignKey(l => l.SeatId);
        link.HasOne<Signature>().WithMany().HasForeignKey(l => l.SignatureId);
    }
}
