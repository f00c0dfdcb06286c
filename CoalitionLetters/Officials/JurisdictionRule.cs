using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>Of each jurisdiction one official signs. The first one stands; a second one waits for staff, who see both.</summary>
public static class JurisdictionRule
{
    public sealed record Earlier(string Name, string Reference);

    /// <summary>The signature that stands for the place already, by a seat or without one; null when there is none.</summary>
    public static async Task<Earlier?> FirstAsync(CoalitionDb db, Letter letter, OfficePlace place, Guid except, CancellationToken cancel)
    {
        var given = await db.Signatures.AsNoTracking().On(letter).Alive().Where(s => s.Id != except && s.ConfirmedAt != null)
            .OrderBy(s => s.ConfirmedAt).Select(s => new { s.Id, s.Listing, s.Reference }).ToListAsync(cancel);
        var seats = await db.Seats.AsNoTracking().Where(s => s.LetterId == letter.Id && s.SignatureId != null).ToListAsync(cancel);
        var seatOf = seats.ToDictionary(s => s.SignatureId!.Value, s => s.Details);
        var first = given.FirstOrDefault(s => place == (seatOf.TryGetValue(s.Id, out var seat) ? OfficePlace.Of(seat) : OfficePlace.Of(s.Listing)));
        return first is null ? null : new Earlier(first.Listing.Name, first.Reference);
    }

    public static string Sentence(string jurisdiction, string name, string reference) => $"{jurisdiction} has signed already: {name} ({reference}). Of each jurisdiction one official signs this letter.";
}
