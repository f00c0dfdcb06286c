using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>Staff enter a signature that came by mail, phone or paper. It is listed at once; the evidence says how they know.</summary>
public sealed class EnterSignature(CoalitionDb db, TimeProvider clock)
{
    /// <param name="bothStand">Staff have seen that another signature of the same body is on the letter, and say that both stand.</param>
    public async Task<Guid> RunAsync(string slug, Listing listing, Signer signer, CameBy cameBy, string evidence, Actor who, bool bothStand = false, CancellationToken cancel = default)
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        var words = await db.TextVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == letter.CurrentTextId, cancel);
        var fault = EntryFaults.In(listing, signer, evidence, words?.Content).FirstOrDefault();
        RuleBrokenException.ThrowIf(fault is not null, fault?.Message ?? "");

        Signature? signature = null;
        await db.ChangeListAsync(letter.Id, now, async () =>
        {
            var line = listing with { Name = listing.Name.Trim(), Website = Websites.Find(listing.Website) };
            var known = await db.Organizations.IdOfAsync(line.Name, cancel);
            var twin = (await db.StandingTwinsAsync(letter.Id, line, known, cancel)).FirstOrDefault();
            RuleBrokenException.ThrowIf(twin is not null && !bothStand, $"{twin?.Sentence} {Twins.OneCountsHere}");

            signature = Signature.EnteredByStaff(letter, known ?? AddOrganization(line, who, now), line, signer with { Email = signer.Email is { } mail ? MailAddresses.Find(mail) : null }, evidence, who.Name, now, cameBy);
            signature.List(now);
            db.Add(signature);
            // The evidence names persons; it stands with the signature and goes with their data, while the history stays.
            db.Record(who, now, $"entered the signature, which came by {cameBy.ToString().ToLowerInvariant()}{(twin is null ? "" : $"; both stand: {twin.Sentence}")}", Subject.Of<Signature>(signature.Id, letter.Id), null, new { line.Name, signature.Status });
        }, cancel);
        return signature!.Id;
    }

    private Guid AddOrganization(Listing listing, Actor who, DateTime now)
    {
        var made = Organization.Named(listing.Name, listing.Kind, listing.Scope ?? Scope.National, listing.State, listing.Country, listing.Website, now);
        db.Add(made);
        db.Record(who, now, "made a record of the organization when its signature was entered", Subject.Of<Organization>(made.Id), after: new { made.Name });
        return made.Id;
    }
}
