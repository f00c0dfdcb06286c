using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.FinalLetters;

/// <summary>What is known of the edition that a short code belongs to.</summary>
/// <param name="Newest">The number of the letter's newest edition.</param>
public sealed record VerifiedCopy(Edition Edition, Letter Letter, int Newest)
{
    public LetterTime Time => field ??= new LetterTime(Letter.TimeZoneId, Letter.Content.Language);

    /// <summary>Null for a code of nobody. Read aloud or typed from paper: a missing hyphen, small letters, O for 0 and I or L for 1 are no mistake.</summary>
    public static async Task<VerifiedCopy?> FindAsync(CoalitionDb db, string typed)
    {
        var plain = typed.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        var code = plain.Length == 8 ? $"{plain[..4]}-{plain[4..]}" : typed;
        if (await db.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.ShortCode == code) is not { } edition)
        {
            return null;
        }

        var letter = await db.Letters.AsNoTracking().SingleAsync(l => l.Id == edition.LetterId);
        return new VerifiedCopy(edition, letter, await db.Editions.Where(e => e.LetterId == letter.Id).MaxAsync(e => e.Number));
    }
}
