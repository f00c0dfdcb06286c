using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Images;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Uploads;

/// <summary>Checks an uploaded picture by its content, never by its name, and keeps it. A picture is read as the printed page would read it.</summary>
public sealed class StorePicture(Db stores, TimeProvider clock)
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];
    private static readonly byte[] Jpeg = [0xff, 0xd8, 0xff];

    /// <exception cref="RuleBrokenException">It is too large, or not a picture that can be printed; the sentence says which.</exception>
    public Task<Guid> RunAsync(Stream upload, string fileName, CancellationToken cancel = default) => StoreAsync(upload, fileName, null, cancel);

    /// <summary>Keeps what came with a public form, known to that form alone.</summary>
    /// <exception cref="RuleBrokenException">It is too large, or not a picture that can be printed; the sentence says which.</exception>
    public Task<Guid> OfFormAsync(Stream upload, string fileName, MailKey form, CancellationToken cancel = default) => StoreAsync(upload, fileName, form.Hash, cancel);

    public async Task<bool> CameWithAsync(Guid id, MailKey form, CancellationToken cancel = default)
    {
        var hash = form.Hash;
        await using var db = stores.Open();
        return await db.Pictures.AnyAsync(p => p.Id == id && p.FormHash == hash, cancel);
    }

    private async Task<Guid> StoreAsync(Stream upload, string fileName, string? formHash, CancellationToken cancel)
    {
        var bytes = await ReadAsync(upload, cancel);
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        name = name.Length <= StoredPicture.NameMaxLength ? name : name[^StoredPicture.NameMaxLength..];
        var type = TypeOf(bytes);
        RuleBrokenException.ThrowIf(type is null, "Choose a PNG, JPEG or SVG picture. This file is none of them, whatever its name says.");
        try
        {
            Picture.Read(bytes, name);
        }
        catch (TypesettingException fault)
        {
            throw new RuleBrokenException($"This picture cannot be printed. {fault.Message}");
        }

        await using var db = stores.Open();
        var picture = StoredPicture.Of(bytes, type, name, clock.UtcNow, formHash);
        db.Add(picture);
        await db.SaveChangesAsync(cancel);
        return picture.Id;
    }

    private static async Task<byte[]> ReadAsync(Stream upload, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await upload.ReadAsync(buffer, cancel) is var read and > 0)
        {
            RuleBrokenException.ThrowIf(kept.Length + read > StoredPicture.MaxBytes, "Choose a picture of 2 MB at most.");
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Png) ? "image/png"
        : bytes.StartsWith(Jpeg) ? "image/jpeg"
        : LooksLikeSvg(bytes) ? "image/svg+xml"
        : null;

    private static bool LooksLikeSvg(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 4096)];
        start = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        return start.TrimStart(" \t\r\n"u8).StartsWith("<"u8) && start.IndexOf("<svg"u8) >= 0;
    }
}
