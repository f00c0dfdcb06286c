using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Invitations;

/// <summary>The signature of an invited organization, whichever way it came.</summary>
/// <param name="OrganizationId">Null, or another's, when the name given behind the link is not the invited organization's.</param>
public sealed record GivenSignature(Guid Id, Guid? OrganizationId, SignatureStatus Status, string Reference, string ListedName, DateTime? ConfirmedAt);

/// <summary>An invitation as it stands.</summary>
public sealed record InvitationStanding(Invitation Invitation, string Organization, GivenSignature? Signature)
{
    public InvitationState State => Signature?.Status switch
    {
        SignatureStatus.Listed or SignatureStatus.Confirmed or SignatureStatus.Held => InvitationState.Signed,
        _ when Invitation.WithdrawnAt is not null => InvitationState.Withdrawn,
        SignatureStatus.Submitted => InvitationState.Signing,
        _ when Invitation.DeclinedAt is not null => InvitationState.Declined,
        SignatureStatus.Withdrawn => InvitationState.SignatureWithdrawn,
        SignatureStatus.Declined => InvitationState.TurnedDown,
        _ => Invitation.SentAt is null ? InvitationState.Planned : InvitationState.Sent,
    };

    /// <summary>It has signed, but not behind the link of this invitation.</summary>
    public bool IsSignedAnotherWay => State == InvitationState.Signed && Signature!.Id != Invitation.SignatureId;

    /// <summary>Who filled in the form behind the link gave a name that is not certainly this organization's.</summary>
    public bool IsUnderAnotherName => Signature is { } given && given.OrganizationId != Invitation.OrganizationId;

    public bool CanBeSent => State == InvitationState.Planned && Invitation.Email is not null;

    public bool CanBeReminded => State == InvitationState.Sent && Invitation is { RemindedAt: null, Email: not null };
}

public static class InvitationQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
        public DbSet<InvitationKey> InvitationKeys => db.Set<InvitationKey>();

        /// <summary>The invitations of a letter in listing order, or one of them.</summary>
        public async Task<IReadOnlyList<InvitationStanding>> InvitationsOfAsync(Guid letterId, Guid? only = null, CancellationToken cancel = default)
        {
            var invitations = await db.Invitations.AsNoTracking().Where(i => i.LetterId == letterId && (only == null || i.Id == only))
                .Join(db.Organizations, i => i.OrganizationId, o => o.Id, (i, o) => new { Invitation = i, o.Name }).ToListAsync(cancel);
            if (invitations.Count == 0)
            {
                return [];
            }

            var given = await db.Signatures.AsNoTracking().Where(s => s.LetterId == letterId)
                .Select(s => new GivenSignature(s.Id, s.OrganizationId, s.Status, s.Reference, s.Listing.Name, s.ConfirmedAt)).ToListAsync(cancel);
            var byId = given.ToDictionary(s => s.Id);
            var byOrganization = given.Where(s => s.OrganizationId is not null).ToLookup(s => s.OrganizationId!.Value);
            return
            [
                .. invitations.OrderBy(i => ListingOrder.Key(i.Name), StringComparer.Ordinal).ThenBy(i => i.Invitation.Id)
                    .Select(i => new InvitationStanding(i.Invitation, i.Name, Best(byOrganization[i.Invitation.OrganizationId], i.Invitation.SignatureId is { } id ? byId.GetValueOrDefault(id) : null))),
            ];
        }
    }

    extension(IQueryable<InvitationKey> keys)
    {
        public IQueryable<InvitationKey> GoodAt(DateTime now)
        {
            var since = now - InvitationKey.Life;
            return keys.Where(key => key.EndedAt == null && key.MadeAt > since);
        }
    }

    /// <summary>A signature that stands before one that waits, and that before one that is gone.</summary>
    private static GivenSignature? Best(IEnumerable<GivenSignature> ofOrganization, GivenSignature? own) =>
        (own is null ? ofOrganization : ofOrganization.Prepend(own)).Where(s => s.Status != SignatureStatus.Merged)
            .OrderBy(s => s.Status switch
            {
                SignatureStatus.Listed => 0,
                SignatureStatus.Confirmed or SignatureStatus.Held => 1,
                SignatureStatus.Submitted => 2,
                SignatureStatus.Withdrawn => 3,
                _ => 4,
            }).FirstOrDefault();
}

internal sealed class InvitationMap : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.HasIndex(i => new { i.LetterId, i.OrganizationId });
        invitation.HasOne<Letter>().WithMany().HasForeignKey(i => i.LetterId);
        invitation.HasOne<Organization>().WithMany().HasForeignKey(i => i.OrganizationId);
        invitation.HasOne<Signature>().WithMany().HasForeignKey(i => i.SignatureId).OnDelete(DeleteBehavior.SetNull);
        invitation.Property(i => i.ContactName).HasMaxLength(Signature.PersonMaxLength);
        invitation.Property(i => i.Email).HasMaxLength(Signature.EmailMaxLength);
        invitation.Property(i => i.Message).HasMaxLength(Invitation.MessageMaxLength);
        invitation.Property(i => i.DeclineReason).HasMaxLength(Signature.NoteMaxLength);
        invitation.Property(i => i.Revision).IsConcurrencyToken();
        invitation.Ignore(i => i.AnsweredAt);
    }
}

internal sealed class InvitationKeyMap : IEntityTypeConfiguration<InvitationKey>
{
    public void Configure(EntityTypeBuilder<InvitationKey> key)
    {
        key.ToTable("InvitationKeys");
        key.HasKey(k => k.Hash);
        key.Property(k => k.Hash).HasMaxLength(MailKey.HashMaxLength);
        key.HasOne<Invitation>().WithMany().HasForeignKey(k => k.InvitationId);
    }
}
