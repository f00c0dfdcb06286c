using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>Removes logos and pictures of handwritten signatures that came with a form, and that no signature, seat or organization uses after a day.</summary>
public sealed class ForgetLogos(Db stores, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var until = clock.UtcNow - Kept;
        await using var db = stores.Open();
        await db.Pictures.Where(p => p.FormHash != null && p.StoredAt < until
            && !db.Set<Signature>().Any(s => s.Listing.LogoId == p.Id || s.Listing.SignaturePictureId == p.Id) && !db.Set<Seat>().Any(s => s.Details.PictureId == p.Id) && !db.Set<Organization>().Any(o => o.LogoId == p.Id)).ExecuteDeleteAsync(cancel);
    }
}
