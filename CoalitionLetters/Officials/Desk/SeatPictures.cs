using CoalitionLetters.Mail;
using CoalitionLetters.Uploads;

namespace CoalitionLetters.Officials.Desk;

/// <summary>Keeps a picture of a signature that came with a form at the desk; it stays only while a seat or a signature uses it.</summary>
public sealed class SeatPictures(StorePicture store)
{
    /// <returns>The new picture, or <paramref name="before"/> when none was chosen.</returns>
    public async Task<Guid?> KeepAsync(IFormFile? file, Guid? before, CancellationToken cancel = default)
    {
        if (file is not { Length: > 0 })
        {
            return before;
        }

        await using var upload = file.OpenReadStream();
        return await store.OfFormAsync(upload, file.FileName, MailKey.New(), cancel);
    }
}
