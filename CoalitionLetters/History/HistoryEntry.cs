using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.History;

/// <summary>One change: who, when, what, and how it stood before and after. Written with the change, never altered.</summary>
public sealed class HistoryEntry
{
    public const int WhoMaxLength = 160;
    public const int WhatMaxLength = 400;

    private HistoryEntry() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public DateTime At { get; private set; }
    public string Who { get; private set; } = "";
    public Guid? StaffId { get; private set; }

    /// <summary>A predicate that reads on from the name: "opened the letter until June 22".</summary>
    public string What { get; private set; } = "";

    public string SubjectKind { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public Guid? LetterId { get; private set; }

    /// <summary>The changed values as a flat JSON object, or null when there was nothing before.</summary>
    public string? Before { get; private set; }

    /// <inheritdoc cref="Before"/>
    public string? After { get; private set; }

    internal static HistoryEntry Of(Actor who, DateTime at, string what, Subject subject, string? before, string? after) => new()
    {
        At = at,
        Who = Shortened(who.Name, WhoMaxLength),
        StaffId = who.StaffId,
        What = Shortened(what, WhatMaxLength),
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        LetterId = subject.LetterId,
        Before = before,
        After = after,
    };

    private static string Shortened(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
}

internal sealed class HistoryData : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Who).HasMaxLength(HistoryEntry.WhoMaxLength);
        entry.Property(e => e.What).HasMaxLength(HistoryEntry.WhatMaxLength);
        entry.Property(e => e.SubjectKind).HasMaxLength(60);
        entry.HasIndex(e => new { e.SubjectKind, e.SubjectId, e.At });
        entry.HasIndex(e => new { e.LetterId, e.At });
        entry.HasIndex(e => e.At);
    }
}

public static class HistoryQueries
{
    extension(CoalitionDb db)
    {
        public DbSet<HistoryEntry> History => db.Set<HistoryEntry>();
    }

    extension(IQueryable<HistoryEntry> history)
    {
        public IQueryable<HistoryEntry> About(Subject subject) =>
            history.Where(e => e.SubjectKind == subject.Kind && e.SubjectId == subject.Id);

        /// <summary>All that happened to a letter and to whatever belongs to it.</summary>
        public IQueryable<HistoryEntry> AboutLetter(Guid letterId) =>
            history.Where(e => e.LetterId == letterId || e.SubjectId == letterId);

        public IQueryable<HistoryEntry> NewestFirst() => history.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }
}
