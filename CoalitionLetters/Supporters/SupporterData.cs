using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Supporters.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Supporters;

public static class SupporterQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<SupportersAction> Actions => db.Set<SupportersAction>();
        public DbSet<Target> Targets => db.Set<Target>();
        public DbSet<Supporter> Supporters => db.Set<Supporter>();
        public DbSet<Message> Messages => db.Set<Message>();
        public DbSet<PrintBatch> PrintBatches => db.Set<PrintBatch>();
        /// <summary>Found by target and status, for which there is an index: of hundreds of thousands of messages few are on their way.</summary>
        public IQueryable<Message> MailedOrReturned(IReadOnlyList<Guid> targets) =>
            db.Messages.Where(m => targets.Contains(m.TargetId) && (m.Status == MessageStatus.Mailing || m.Status == MessageStatus.Bounced));

        public DbSet<PlaceKey> PlaceKeys => db.Set<PlaceKey>();
    }

    extension(IQueryable<SupportersAction> actions)
    {
        /// <summary>Those that the public may see: open, or once open.</summary>
        public IQueryable<SupportersAction> Public() => actions.Where(a => a.Status != ActionStatus.Draft);
    }

    extension(IQueryable<Supporter> supporters)
    {
        public IQueryable<Supporter> Of(SupportersAction action) => supporters.Where(s => s.ActionId == action.Id);

        /// <summary>What the action's tally counts: persons whose messages were released.</summary>
        public IQueryable<Supporter> Counted() => supporters.Where(s => s.Status == SupporterStatus.Confirmed);
    }
}

internal sealed class SupportersActionMap : IEntityTypeConfiguration<SupportersAction>
{
    public void Configure(EntityTypeBuilder<SupportersAction> action)
    {
        action.ToTable("Actions");
        action.Property(a => a.Id).ValueGeneratedNever();
        action.Property(a => a.Slug).HasMaxLength(SupportersAction.SlugMaxLength);
        action.HasIndex(a => a.Slug).IsUnique();
        action.Property(a => a.Content).IsJson();
        action.Property(a => a.AddressKey).HasMaxLength(32);
        action.Property(a => a.Revision).IsConcurrencyToken();
        action.HasMany(a => a.Targets).WithOne().HasForeignKey(t => t.ActionId);
        action.Navigation(a => a.Targets).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class TargetMap : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> target)
    {
        target.ToTable("Targets");
        target.Property(t => t.Id).ValueGeneratedNever();
        target.Property(t => t.Name).HasMaxLength(Target.NameMaxLength);
        target.Property(t => t.Salutation).HasMaxLength(Target.NameMaxLength);
        target.Property(t => t.Email).HasMaxLength(Supporter.EmailMaxLength);
        target.Property(t => t.Form).HasMaxLength(Target.AddressMaxLength);
        target.Property(t => t.PostalAddress).IsJson();
        target.Property(t => t.States).IsJson();
        target.Property(t => t.PostalPrefixes).IsJson();
    }
}

internal sealed class SupporterMap : IEntityTypeConfiguration<Supporter>
{
    public void Configure(EntityTypeBuilder<Supporter> supporter)
    {
        supporter.ToTable("Supporters");
        supporter.Property(s => s.Id).ValueGeneratedNever();
        supporter.Property(s => s.Reference).HasMaxLength(16);
        supporter.Property(s => s.EmailKey).HasMaxLength(Supporter.EmailMaxLength);
        supporter.Property(s => s.State).HasMaxLength(Supporter.PlaceMaxLength);
        supporter.Property(s => s.SearchText).HasMaxLength(Supporter.SearchMaxLength);
        supporter.Property(s => s.Subject).HasMaxLength(ActionContent.SubjectMaxLength);
        supporter.Property(s => s.OwnSentence).HasMaxLength(Supporter.OwnSentenceMaxLength);
        supporter.Property(s => s.Place).HasMaxLength(64);
        supporter.Property(s => s.ConfirmKeyHash).HasMaxLength(MailKey.HashMaxLength);
        supporter.Property(s => s.ManageKeyHash).HasMaxLength(MailKey.HashMaxLength);
        supporter.HasIndex(s => s.ConfirmKeyHash).IsUnique();
        supporter.HasIndex(s => s.ManageKeyHash).IsUnique();
        supporter.HasIndex(s => new { s.Place, s.SubmittedAt, s.ChangedShare, s.ActionId, s.Status });
        supporter.Property(s => s.MailDomain).HasMaxLength(Supporter.EmailMaxLength);
        supporter.HasIndex(s => new { s.MailDomain, s.SubmittedAt, s.ChangedShare, s.ActionId }).HasFilter("\"MailDomain\" IS NOT NULL");
        supporter.Property(s => s.ConsentText).HasMaxLength(ActionContent.ConsentMaxLength);
        supporter.Property(s => s.Person).IsJson();
        supporter.Property(s => s.Revision).IsConcurrencyToken();
        supporter.HasIndex(s => new { s.ActionId, s.EmailKey }).IsUnique();

        // The desk's grid filters and searches in these alone, without touching the rows, which hold whole letters.
        supporter.HasIndex(s => new { s.ActionId, s.SubmittedAt, s.Status, s.State, s.MayBeShown, s.SearchText });
        supporter.HasIndex(s => new { s.ActionId, s.Status, s.SubmittedAt });

        // Holds the few shown texts alone; an index over the flag would not be used for a bare condition.
        supporter.HasIndex(s => new { s.ActionId, s.SubmittedAt }, "IX_Supporters_Shown").HasFilter("\"IsShown\"");
        supporter.HasOne<SupportersAction>().WithMany().HasForeignKey(s => s.ActionId);
        supporter.HasMany(s => s.Messages).WithOne().HasForeignKey(m => m.SupporterId);
        supporter.Navigation(s => s.Messages).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class MessageMap : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("Messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.HasIndex(m => new { m.TargetId, m.Status, m.ChangedAt });
        message.Property(m => m.Reason).HasMaxLength(Message.ReasonMaxLength);
        message.HasIndex(m => m.MailId);
        message.HasIndex(m => m.BatchId);
        message.HasIndex(m => new { m.TargetId, m.HandedAt });
        message.HasOne<Target>().WithMany().HasForeignKey(m => m.TargetId);
    }
}

internal sealed class PrintBatchMap : IEntityTypeConfiguration<PrintBatch>
{
    public void Configure(EntityTypeBuilder<PrintBatch> batch)
    {
        batch.ToTable("PrintBatches");
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.HasIndex(b => new { b.TargetId, b.Number }).IsUnique();
        batch.HasOne<Target>().WithMany().HasForeignKey(b => b.TargetId);
    }
}

internal sealed class ActionTallyMap : IEntityTypeConfiguration<ActionTally>
{
    public void Configure(EntityTypeBuilder<ActionTally> tally)
    {
        tally.ToTable("ActionTallies");
        tally.HasKey(t => new { t.ActionId, t.State });
        tally.Property(t => t.State).HasMaxLength(Supporter.PlaceMaxLength);
        tally.HasOne<SupportersAction>().WithMany().HasForeignKey(t => t.ActionId);
    }
}
