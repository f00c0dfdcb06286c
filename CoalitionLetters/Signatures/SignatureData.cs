using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Signatures;

public static class SignatureQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<Signature> Signatures => db.Set<Signature>();
        public DbSet<MailedLink> MailedLinks => db.Set<MailedLink>();

        /// <summary>Each with the kind it counts as, in their order: where the letter's form asked for none, that of the organization's record.</summary>
        public IQueryable<SignatureOfKind> WithKinds(IQueryable<Signature> signatures) => signatures.Select(s => new SignatureOfKind
        {
            Signature = s,
            Kind = s.Listing.Kind != OrganizationKind.Unstated ? s.Listing.Kind
                : db.Set<Organization>().Where(o => o.Id == s.OrganizationId).Select(o => (OrganizationKind?)o.Kind).FirstOrDefault() ?? OrganizationKind.Unstated,
        });
    }

    extension(IQueryable<Signature> signatures)
    {
        public IQueryable<Signature> On(Letter letter) => signatures.Where(s => s.LetterId == letter.Id);

        /// <summary>What the public sees and the tally counts.</summary>
        public IQueryable<Signature> Listed() => signatures.Where(s => s.Status == SignatureStatus.Listed);

        /// <summary>Neither withdrawn nor declined nor joined with another.</summary>
        public IQueryable<Signature> Alive() =>
            signatures.Where(s => s.Status != SignatureStatus.Withdrawn && s.Status != SignatureStatus.Declined && s.Status != SignatureStatus.Merged);

        /// <summary>Those that still tell something of a person who signed.</summary>
        public IQueryable<Signature> WithSigner() =>
            signatures.Where(s => s.Signer.Name != "" || s.Signer.Title != null || s.Signer.Email != null || s.Signer.Phone != null || s.Evidence != null);

        /// <summary>Held, or confirmed and not yet looked at.</summary>
        public IQueryable<Signature> WaitingToBeListed() => signatures.Where(s => s.Status == SignatureStatus.Held || s.Status == SignatureStatus.Confirmed);

        /// <summary>Those whose signer has corrected the line and has no answer yet (<see cref="Signature.HasCorrection"/>).</summary>
        public IQueryable<Signature> WithCorrection() =>
            signatures.Where(s => s.CorrectionSentAt != null && (s.Status == SignatureStatus.Listed || s.Status == SignatureStatus.Held || s.Status == SignatureStatus.Confirmed));

        /// <summary>Those whose signer has still to agree to the words as they are now (<see cref="Signature.AwaitsAgreement"/>).</summary>
        public IQueryable<Signature> AwaitingAgreement() =>
            signatures.Where(s => s.AskedAgainAt != null && (s.Status == SignatureStatus.Submitted || s.Status == SignatureStatus.Confirmed || s.Status == SignatureStatus.Held));

        /// <summary>Listed ones about which something has come up that staff have not looked at (<see cref="Signature.IsDoubted"/>).</summary>
        public IQueryable<Signature> Doubted() => signatures.Where(s => s.Status == SignatureStatus.Listed && s.DoubtedAt != null);

        /// <summary>Without those that wait for nothing but the agreement for which their signer was asked by mail.</summary>
        public IQueryable<Signature> WaitingForStaff() =>
            signatures.Where(s => ((s.Status == SignatureStatus.Held || s.Status == SignatureStatus.Confirmed) && (s.AskedAgainAt == null || s.Reason != null || s.DoubtedAt != null || s.Signer.Email == null || s.CorrectionSentAt != null))
                || (s.Status == SignatureStatus.Listed && (s.CorrectionSentAt != null || s.DoubtedAt != null))
                || (s.Status == SignatureStatus.Withdrawn && s.DoubtedAt != null));
    }
}

public sealed class SignatureOfKind
{
    public required Signature Signature { get; init; }
    public required OrganizationKind Kind { get; init; }
}

internal sealed class SignatureMap : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> signature)
    {
        signature.ToTable("Signatures");
        signature.Property(s => s.Id).ValueGeneratedNever();
        signature.Property(s => s.Reference).HasMaxLength(16);
        signature.HasIndex(s => s.Reference).IsUnique();
        signature.HasIndex(s => new { s.LetterId, s.Status, s.CorrectionSentAt, s.DoubtedAt });
        signature.Property(s => s.ListingKey).IsSortedByBytes();
        signature.HasOne<Letter>().WithMany().HasForeignKey(s => s.LetterId);
        signature.HasOne<TextVersion>().WithMany().HasForeignKey(s => s.TextVersionId);
        signature.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId);
        signature.Property(s => s.Answers).IsJson();
        signature.Property<Listing>(nameof(Signature.Correction)).IsJson().IsRequired(false);
        signature.Property(s => s.Quote).HasMaxLength(Signature.QuoteMaxLength);
        signature.Property(s => s.Reason).HasMaxLength(Signature.NoteMaxLength);
        signature.Property(s => s.Doubts).HasMaxLength(Signature.NoteMaxLength);
        signature.Property(s => s.Evidence).HasMaxLength(Signature.NoteMaxLength);
        signature.Property(s => s.EnteredBy).HasMaxLength(Signature.PersonMaxLength);
        signature.Property(s => s.Revision).IsConcurrencyToken();
        signature.ComplexProperty(s => s.Listing, listing =>
        {
            listing.Property(l => l.Name).HasMaxLength(Organization.NameMaxLength);
            listing.Property(l => l.State).HasMaxLength(Organization.PlaceMaxLength);
            listing.Property(l => l.Country).HasMaxLength(Organization.PlaceMaxLength);
            listing.Property(l => l.Website).HasMaxLength(Organization.WebsiteMaxLength);
            listing.Property(l => l.Title).HasMaxLength(Signature.PersonMaxLength);
        });
        signature.ComplexProperty(s => s.Signer, signer =>
        {
            signer.Property(p => p.Name).HasMaxLength(Signature.PersonMaxLength);
            signer.Property(p => p.Title).HasMaxLength(Signature.PersonMaxLength);
            signer.Property(p => p.Email).HasMaxLength(Signature.EmailMaxLength);
            signer.Property(p => p.Phone).HasMaxLength(Signature.PhoneMaxLength);
        });
    }
}

internal sealed class MailedLinkMap : IEntityTypeConfiguration<MailedLink>
{
    public void Configure(EntityTypeBuilder<MailedLink> link)
    {
        link.ToTable("MailedLinks");
        link.HasKey(l => l.Hash);
        link.Property(l => l.Hash).HasMaxLength(64);
        link.HasOne<Signature>().WithMany().HasForeignKey(l => l.SignatureId);
    }
}
