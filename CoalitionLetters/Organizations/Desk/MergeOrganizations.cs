using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>Joins two records of one body: the kept one gains the other's names, domains, contacts, signatures, invitations and affiliates. Nothing is deleted, and all of it can be undone.</summary>
public sealed class MergeOrganizations(CoalitionDb db, TimeProvider clock)
{
    private const string ChangedMeanwhile = "Somebody else changed one of these a moment ago, so nothing was done. Look again, and press once more.";

    public async Task<MergePreview> PreviewAsync(Guid keptId, Guid goneId, CancellationToken cancel = default)
    {
        var (kept, gone) = await BothAsync(keptId, goneId, cancel);
        return new MergePreview(kept, gone)
        {
            NewAliases = [.. NewNames(kept, gone).Select(alias => alias.Name)],
            NewDomains = [.. gone.Domains.Except(kept.Domains)],
            TakesLogo = kept.LogoId is null && gone.LogoId is not null,
            TakesWebsite = kept.Website is null ? gone.Website : null,
            Signatures = await db.Signatures.CountAsync(s => s.OrganizationId == goneId, cancel),
            Invitations = await db.Invitations.CountAsync(i => i.OrganizationId == goneId, cancel),
            Contacts = await db.OrganizationContacts.CountAsync(c => c.OrganizationId == goneId, cancel),
            Affiliates = await db.Organizations.Where(o => o.ParentId == goneId && o.Id != keptId).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(cancel),
            LeavesParent = await StandsBelowAsync(kept, gone, cancel) ? await NameOfAsync(kept.ParentId, cancel) : null,
            LosesParent = gone.ParentId != keptId ? await NameOfAsync(gone.ParentId, cancel) : null,
            SignedTwice = await TwiceAsync(keptId, goneId, cancel),
        };
    }

    /// <param name="standing">Of letters that both have signed, the signatures that stand for both; where none is named, the proposed one.</param>
    public async Task<Guid> RunAsync(Guid keptId, Guid goneId, Actor who, IReadOnlyCollection<Guid>? standing = null, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        try
        {
            return await db.InTransactionAsync(() => JoinAsync(keptId, goneId, who, standing ?? [], cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBrokenException(ChangedMeanwhile);
        }
    }

    /// <summary>Puts back what the merge moved. What staff have moved elsewhere since then stays where it is.</summary>
    public async Task UndoAsync(Guid mergeId, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        try
        {
            await db.InTransactionAsync(() => TakeApartAsync(mergeId, who, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBrokenException(ChangedMeanwhile);
        }
    }

    private async Task<Guid> JoinAsync(Guid keptId, Guid goneId, Actor who, IReadOnlyCollection<Guid> standing, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var (kept, gone) = await BothAsync(keptId, goneId, cancel);
        var gaveWay = await LetOneStandAsync(await TwiceAsync(keptId, goneId, cancel), standing, who, now, cancel);
        var signatures = await db.Signatures.Where(s => s.OrganizationId == goneId).ToListAsync(cancel);
        var invitations = await db.Invitations.Where(i => i.OrganizationId == goneId).ToListAsync(cancel);
        var contacts = await db.OrganizationContacts.Where(c => c.OrganizationId == goneId).ToListAsync(cancel);
        var affiliates = await db.Organizations.Where(o => o.ParentId == goneId && o.Id != keptId).ToListAsync(cancel);
        var earlier = await db.Organizations.Where(o => o.MergedIntoId == goneId).ToListAsync(cancel);
        var leftParent = await StandsBelowAsync(kept, gone, cancel) ? kept.ParentId : null;

        var aliases = NewNames(kept, gone).ToList().Select(alias => kept.AddAlias(alias.Name, now, alias.Kind)).ToList();
        var domains = gone.Domains.Except(kept.Domains).ToList();
        var (takesLogo, takesWebsite) = (kept.LogoId is null && gone.LogoId is not null, kept.Website is null && gone.Website is not null);
        db.AddRange(aliases);
        if (domains.Count > 0)
            kept.WriteFrom([.. kept.Domains, .. domains], now);
        if (takesLogo)
            kept.Show(gone.LogoId, now);
        if (takesWebsite)
            kept.TakeWebsite(gone.Website, now);
        foreach (var signature in signatures)
            signature.BelongsTo(keptId);
        foreach (var invitation in invitations)
            invitation.BelongsTo(keptId);
        foreach (var contact in contacts)
            contact.BelongsTo(keptId);
        foreach (var affiliate in affiliates)
            affiliate.BelongTo(keptId, now);
        if (leftParent is not null)
            kept.BelongTo(null, now);
        foreach (var record in earlier)
            record.MergeInto(keptId, now);
        gone.MergeInto(keptId, now);

        var merge = OrganizationMerge.Of(kept, gone, new MovedByMerge
        {
            SignatureIds = [.. signatures.Select(s => s.Id)],
            InvitationIds = [.. invitations.Select(i => i.Id)],
            ContactIds = [.. contacts.Select(c => c.Id)],
            AliasIds = [.. aliases.Select(a => a.Id)],
            Domains = domains,
            TookLogo = takesLogo,
            TookWebsite = takesWebsite,
            AffiliateIds = [.. affiliates.Select(o => o.Id)],
            EarlierIds = [.. earlier.Select(o => o.Id)],
            LeftParentId = leftParent,
            GaveWay = gaveWay,
        }, who.Name, now);
        db.Add(merge);
        db.Record(who, now, $"joined {gone.Name} to this record", Subject.Of<Organization>(keptId));
        db.Record(who, now, $"joined this record to {kept.Name}", Subject.Of<Organization>(goneId));
        return merge.Id;
    }

    /// <summary>The list and the count of each letter change with its signatures, letter by letter in one order.</summary>
    private async Task<List<SignatureBefore>> LetOneStandAsync(IReadOnlyList<SignedTwice> twice, IReadOnlyCollection<Guid> standing, Actor who, DateTime now, CancellationToken cancel)
    {
        var gaveWay = new List<SignatureBefore>();
        foreach (var letter in twice.OrderBy(t => t.LetterId))
        {
            var chosen = letter.Candidates.FirstOrDefault(c => standing.Contains(c.Id)) ?? letter.Proposed;
            await db.ChangeListAsync(letter.LetterId, now, async () =>
            {
                var ids = letter.Candidates.Select(c => c.Id).ToList();
                var signatures = await db.Signatures.Where(s => ids.Contains(s.Id)).ToListAsync(cancel);
                var stands = signatures.Single(s => s.Id == chosen.Id);
                foreach (var signature in signatures.Where(s => s.Id != chosen.Id))
                {
                    var before = new { signature.Status };
                    gaveWay.Add(new SignatureBefore(signature.Id, letter.LetterId, signature.Status, signature.Reason));
                    signature.GiveWayTo(stands);
                    db.Record(who, now, $"joined the signature with {stands.Reference} of the same organization", Subject.Of<Signature>(signature.Id, letter.LetterId), before, new { signature.Status });
                }
            }, cancel);
        }

        return gaveWay;
    }

    private async Task TakeApartAsync(Guid mergeId, Actor who, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var merge = await db.OrganizationMerges.SingleOrDefaultAsync(m => m.Id == mergeId, cancel) ?? throw new RuleBrokenException("There is no such joining of records.");
        merge.Undo(now);
        var kept = await db.Organizations.Include(o => o.Aliases).SingleAsync(o => o.Id == merge.KeptId, cancel);
        var gone = await db.Organizations.SingleAsync(o => o.Id == merge.GoneId, cancel);
        RuleBrokenException.ThrowIf(gone.MergedIntoId != kept.Id, $"{kept.Name} was joined to another record since then. Undo that first.");

        var moved = merge.Moved;
        await StandAgainAsync(moved.GaveWay, who, now, cancel);
        foreach (var signature in await db.Signatures.Where(s => moved.SignatureIds.Contains(s.Id) && s.OrganizationId == kept.Id).ToListAsync(cancel))
            signature.BelongsTo(gone.Id);
        foreach (var invitation in await db.Invitations.Where(i => moved.InvitationIds.Contains(i.Id) && i.OrganizationId == kept.Id).ToListAsync(cancel))
            invitation.BelongsTo(gone.Id);
        foreach (var contact in await db.OrganizationContacts.Where(c => moved.ContactIds.Contains(c.Id) && c.OrganizationId == kept.Id).ToListAsync(cancel))
            contact.BelongsTo(gone.Id);
        foreach (var affiliate in await db.Organizations.Where(o => moved.AffiliateIds.Contains(o.Id) && o.ParentId == kept.Id).ToListAsync(cancel))
            affiliate.BelongTo(gone.Id, now);
        foreach (var record in await db.Organizations.Where(o => moved.EarlierIds.Contains(o.Id) && o.MergedIntoId == kept.Id).ToListAsync(cancel))
            record.MergeInto(gone.Id, now);
        foreach (var alias in moved.AliasIds)
            kept.RemoveAlias(alias, now);
        if (moved.Domains.Count > 0)
            kept.WriteFrom([.. kept.Domains.Except(moved.Domains)], now);
        if (moved.TookLogo && kept.LogoId == gone.LogoId)
            kept.Show(null, now);
        if (moved.TookWebsite && kept.Website == gone.Website)
            kept.TakeWebsite(null, now);
        gone.StandAlone(now);
        await RestoreParentsAsync(kept, gone, moved, now, cancel);

        db.Record(who, now, $"took {gone.Name} apart again from this record", Subject.Of<Organization>(kept.Id));
        db.Record(who, now, $"took this record apart again from {kept.Name}", Subject.Of<Organization>(gone.Id));
    }

    /// <summary>Whom both belonged to, unless staff have put that below them since then: nobody belongs to itself.</summary>
    private async Task RestoreParentsAsync(Organization kept, Organization gone, MovedByMerge moved, DateTime now, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        if (await db.Organizations.IsAboveAsync(gone.Id, gone.ParentId, cancel))
        {
            gone.BelongTo(null, now);
            await db.SaveChangesAsync(cancel);
        }

        var parent = moved.LeftParentId ?? (moved.KeptWasAffiliate ? gone.Id : null);
        if (kept.ParentId is null && parent is not null && !await db.Organizations.IsAboveAsync(kept.Id, parent, cancel))
            kept.BelongTo(parent, now);
    }

    private async Task StandAgainAsync(IReadOnlyList<SignatureBefore> gaveWay, Actor who, DateTime now, CancellationToken cancel)
    {
        foreach (var letter in gaveWay.GroupBy(before => before.LetterId).OrderBy(group => group.Key))
        {
            await db.ChangeListAsync(letter.Key, now, async () =>
            {
                foreach (var before in letter)
                {
                    var signature = await db.Signatures.SingleOrDefaultAsync(s => s.Id == before.Id && s.Status == SignatureStatus.Merged, cancel);
                    signature?.StandAgain(before.Status, before.Reason);
                    if (signature is not null)
                        db.Record(who, now, "took the signature apart again", Subject.Of<Signature>(signature.Id, letter.Key), new { Status = SignatureStatus.Merged }, new { signature.Status });
                }
            }, cancel);
        }
    }

    /// <summary>Letters on which signatures of both stand. One that its signer has not confirmed is not on the list; if it is confirmed later, it waits for staff.</summary>
    private async Task<List<SignedTwice>> TwiceAsync(Guid keptId, Guid goneId, CancellationToken cancel)
    {
        var signed = await db.Signatures.AsNoTracking().Alive().Where(s => s.ConfirmedAt != null && (s.OrganizationId == keptId || s.OrganizationId == goneId))
            .Join(db.Letters, s => s.LetterId, l => l.Id, (s, l) => new { Signature = s, Letter = l }).ToListAsync(cancel);
        return
        [
            .. signed.GroupBy(s => s.Letter.Id).Where(group => group.Select(s => s.Signature.OrganizationId).Distinct().Count() > 1)
                .Select(group => new SignedTwice(group.Key, group.First().Letter.Title,
                    [.. group.Select(s => s.Signature).OrderByDescending(s => s.Status == SignatureStatus.Listed).ThenBy(s => s.ConfirmedAt).ThenBy(s => s.Id).Select(s => new TwiceCandidate(s.Id, s.Reference, s.Listing.Name, s.Status, s.ConfirmedAt!.Value))]))
                .OrderBy(twice => twice.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>The other is above the kept record, near or far, and its affiliates come to stand below: the kept one cannot go on belonging to any of them.</summary>
    private Task<bool> StandsBelowAsync(Organization kept, Organization gone, CancellationToken cancel) => db.Organizations.IsAboveAsync(gone.Id, kept.ParentId, cancel);

    private async Task<string?> NameOfAsync(Guid? id, CancellationToken cancel) => await db.Organizations.Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(cancel);

    private async Task<(Organization Kept, Organization Gone)> BothAsync(Guid keptId, Guid goneId, CancellationToken cancel)
    {
        RuleBrokenException.ThrowIf(keptId == goneId, "Choose two records.");
        var both = await db.Organizations.Include(o => o.Aliases).Where(o => o.Id == keptId || o.Id == goneId).ToListAsync(cancel);
        RuleBrokenException.ThrowIf(both.Count < 2, "One of the two records is not there.");
        RuleBrokenException.ThrowIf(both.Any(o => o.MergedIntoId is not null), "One of the two is joined to another record already.");
        return (both.Single(o => o.Id == keptId), both.Single(o => o.Id == goneId));
    }

    private static IEnumerable<(string Name, AliasKind Kind)> NewNames(Organization kept, Organization gone) =>
        gone.Aliases.Select(alias => (alias.Name, alias.Kind)).Prepend((gone.Name, AliasKind.OtherName)).DistinctBy(alias => alias.Item1).Where(alias => !kept.Bears(alias.Item1));
}
