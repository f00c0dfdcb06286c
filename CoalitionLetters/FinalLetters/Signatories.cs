using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Signatures;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.FinalLetters;

/// <summary>Who is printed below a letter, and the logos above it, as the store has them now.</summary>
public static class Signatories
{
    public static async Task<IReadOnlyList<ListedName>> ListedNamesAsync(this CoalitionDb db, Guid letterId, CancellationToken cancel = default)
    {
        var listed = await db.Signatures.AsNoTracking().Where(s => s.LetterId == letterId).Listed()
            .OrderBy(s => s.Id).Select(s => new { s.Id, s.Listing }).ToListAsync(cancel);
        return [.. listed.Select(s => s.Listing.AsPrinted(s.Id.ToString()))];
    }

    /// <summary>The words as they would go out with these names: a letterhead may give way to another line where the rules of circulation are not met.</summary>
    public static LetterContent AsItGoesOut(this Letter letter, LetterContent content, IReadOnlyList<ListedName> names, DateTime now) =>
        letter.AsItGoesOut(content, names.Count, names.Count(name => name.IsLead), now);

    /// <summary>The handwritten signatures of the listed officials who gave one, by <see cref="ListedName.Id"/>.</summary>
    /// <exception cref="TypesettingException">A picture cannot be read any more.</exception>
    public static async Task<IReadOnlyDictionary<string, Logo>> SignaturePicturesAsync(this CoalitionDb db, Guid letterId, CancellationToken cancel = default)
    {
        var given = await db.Signatures.AsNoTracking().Where(s => s.LetterId == letterId && s.Listing.SignaturePictureId != null).Listed()
            .Select(s => new { s.Id, Picture = s.Listing.SignaturePictureId!.Value }).ToListAsync(cancel);
        if (given.Count == 0)
        {
            return new Dictionary<string, Logo>();
        }

        var ids = given.Select(s => s.Picture).Distinct().ToList();
        var stored = await db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return given.Where(s => stored.ContainsKey(s.Picture))
            .ToDictionary(s => s.Id.ToString(), s => new Logo(Picture.Read(stored[s.Picture].Bytes, stored[s.Picture].FileName), stored[s.Picture]));
    }

    /// <summary>The coalition's colour as letters are printed in it: dark enough to read, and navy for those that have chosen none.</summary>
    public static async Task<Color> PrintedAccentAsync(this CoalitionDb db, CancellationToken cancel = default) =>
        PrintedAccent(await db.Coalition.AsNoTracking().SingleOrDefaultAsync(cancel));

    public static Color PrintedAccent(Coalition? coalition) => coalition is null || coalition.Accent == Accent.Default ? Typography.Navy : Color.FromHex(coalition.AccentInk);

    /// <summary>The logo of each letterhead, or none.</summary>
    /// <exception cref="TypesettingException">A picture cannot be read any more.</exception>
    public static async Task<IReadOnlyList<Logo?>> LogosAsync(this CoalitionDb db, LetterContent content, CancellationToken cancel = default)
    {
        var ids = content.Letterhead.Select(lead => lead.LogoId).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var stored = await db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var read = stored.ToDictionary(pair => pair.Key, pair => new Logo(Picture.Read(pair.Value.Bytes, pair.Value.FileName), pair.Value));
        return [.. content.Letterhead.Select(lead => lead.LogoId is { } id ? read.GetValueOrDefault(id) : null)];
    }
}

/// <summary>A logo or a signature ready to be printed, and the upload it was read from.</summary>
public sealed record Logo(Picture Picture, StoredPicture Stored);
