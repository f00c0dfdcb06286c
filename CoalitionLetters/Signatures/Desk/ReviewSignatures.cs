using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>A signature as it stood on the screen where a button was pressed.</summary>
public readonly record struct SeenSignature(Guid Id, int Revision);

/// <summary>How a signature stood before staff settled it, to take that back.</summary>
public sealed record Undo(Guid Id, int Revision, SignatureStatus Before, string? Reason, string? Doubts, DateTime? DoubtedAt);

/// <summary>What became of a review.</summary>
/// <param name="Done">Those that were settled, ready to be taken back.</param>
/// <param name="Refused">A sentence for each that was not.</param>
public sealed record Reviewed(IReadOnlyList<Undo> Done, IReadOnlyList<string> Refused);

/// <summary>Staff settle signatures, one or many at once. What somebody else changed meanwhile is left alone and named.</summary>
public sealed class ReviewSignatures(CoalitionDb db, TimeProvider clock)
{
    /// <param name="bothStand">Staff have seen that another signature of the same body is listed, and say that both stand.</param>
    public Task<Reviewed> ListAsync(Guid letterId, IReadOnlyList<SeenSignature> chosen, Actor who, bool bothStand = false) =>
        RunAsync(letterId, chosen, who, "listed the signature", null, List, bothStand);

    public Task<Reviewed> HoldAsync(Guid letterId, IReadOnlyList<SeenSignature> chosen, string reason, Actor who) =>
        RunAsync(letterId, chosen, who, "held the signature", reason, (signature, _) => signature.Hold(reason));

    public Task<Reviewed> DeclineAsync(Guid letterId, IReadOnlyList<SeenSignature> chosen, string reason, Actor who) =>
        RunAsync(letterId, chosen, who, "declined the signature", reason, (signature, _) => signature.Decline(reason));

    public Task<Reviewed> NoteWithdrawalAsync(Guid letterId, IReadOnlyList<SeenSignature> chosen, Actor who) =>
        RunAsync(letterId, chosen, who, "noted the withdrawal", null, (signature, _) => signature.NoteWithdrawal());

    public Task<Reviewed> PutInFrontAsync(Guid letterId, IReadOnlyList<SeenSignature> chosen, bool notable, Actor who) =>
        RunAsync(letterId, chosen, who, notable ? "put the name in front" : "took the name from the front", null, (signature, _) => signature.PutInFront(notable));

    public Task<Reviewed> TakeBackAsync(Guid letterId, IReadOnlyList<Undo> done, Actor who)
    {
        who.Needs(Policies.ReviewSignatures);
        var before = done.ToDictionary(u => u.Id);
        return RunAsync(letterId, [.. done.Select(u => new SeenSignature(u.Id, u.Revision))], who, "took the last step back", null,
            (signature, _) => TakeBack(signature, before[signature.Id]), bothStand: false);
    }

    /// <summary>Changes how a signature is listed. The public list and the count follow in the same transaction.</summary>
    /// <param name="bothStand">As for <see cref="ListAsync"/>.</param>
    public async Task<Reviewed> CorrectListingAsync(Guid letterId, SeenSignature seen, Listing listing, Actor who, bool bothStand = false)
    {
        who.Needs(Policies.ReviewSignatures);
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(listing.Name), "Enter the name as it is to be listed.");
        RuleBrokenException.ThrowIf(listing.Fault is not null, listing.Fault ?? "");
        RuleBrokenException.ThrowIf(Websites.Fault(listing.Website) is not null, Websites.Fault(listing.Website) ?? "");
        var statement = await db.StatementOfOfficeAsync(seen.Id, listing);
        return await RunAsync(letterId, [seen], who, "corrected the listing", null, (signature, _) => signature.CorrectListing(listing with { Website = Websites.Find(listing.Website) }, statement), bothStand);
    }

    /// <param name="bothStand">None where the step puts nothing on the list.</param>
    private async Task<Reviewed> RunAsync(Guid letterId, IReadOnlyList<SeenSignature> chosen, Actor who, string what, string? reason, Action<Signature, DateTime> verb, bool? bothStand = null)
    {
        who.Needs(Policies.ReviewSignatures);
        var done = new List<Undo>();
        var refused = new Refusals();
        var now = clock.UtcNow;
        try
        {
            await db.ChangeListAsync(letterId, now, async () =>
            {
                var listed = bothStand is null ? null : ListedLines.Of(await db.Signatures.AsNoTracking().Where(s => s.LetterId == letterId).Listed().ToListAsync());
                foreach (var batch in chosen.Chunk(500))
                {
                    var revisions = batch.ToDictionary(s => s.Id, s => s.Revision);
                    var signatures = await db.Signatures.Where(s => s.LetterId == letterId && revisions.Keys.Contains(s.Id)).OrderBy(s => s.SubmittedAt).ToListAsync();
                    foreach (var signature in signatures)
                    {
                        Settle(signature, revisions[signature.Id], listed);
                    }
                }
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Reviewed([], ["Somebody else changed one of these a moment ago, so nothing was done. Look again, and press once more."]);
        }

        return new Reviewed(done, refused.Sentences);

        void Settle(Signature signature, int seen, ListedLines? listed)
        {
            if (signature.Revision != seen)
            {
                refused.Add(signature, $"somebody else changed it meanwhile; it is {Say(signature.Status)} now.");
                return;
            }

            var (before, line, undo) = (StateOf(signature), signature.Listing, new Undo(signature.Id, signature.Revision, signature.Status, signature.Reason, signature.Doubts, signature.DoubtedAt));
            try
            {
                verb(signature, now);
                var beside = listed?.Beside(signature, isNew: undo.Before != SignatureStatus.Listed || Twins.KeyOf(line) != Twins.KeyOf(signature.Listing));
                if (beside is not null && bothStand != true)
                {
                    db.Entry(signature).State = EntityState.Detached;
                    refused.Add(signature, $"{beside} {Twins.OneCounts}");
                    return;
                }

                listed?.Take(signature);
                db.Record(who, now, (reason is null ? what : $"{what}: {reason}") + (beside is null ? "" : $"; both stand: {beside}"), Subject.Of<Signature>(signature.Id, letterId), before, StateOf(signature));
                done.Add(undo with { Revision = signature.Revision });
            }
            catch (RuleBrokenException refusal)
            {
                refused.Add(signature, refusal.Message);
            }
        }
    }

    private static void List(Signature signature, DateTime now)
    {
        RuleBrokenException.ThrowIf(signature is { Status: SignatureStatus.Listed, DoubtedAt: null }, "It is listed already.");
        signature.List(now);
    }

    private static void TakeBack(Signature signature, Undo undo) => signature.TakeBack(undo.Before, undo.Reason, undo.Doubts, undo.DoubtedAt);

    public static string Say(SignatureStatus status) => status switch
    {
        SignatureStatus.Submitted => "not confirmed",
        SignatureStatus.Confirmed => "confirmed, not looked at",
        _ => status.ToString().ToLowerInvariant(),
    };

    private static object StateOf(Signature s) => new
    {
        s.Status, s.Reason, s.Doubts, s.Listing.Name, s.Listing.Kind, s.Listing.Scope, s.Listing.State, s.Listing.Country, s.Listing.Website, s.Listing.Title,
        Lead = s.Listing.IsLead, Place = s.Listing.Order, InFront = s.IsNotable,
    };
}
