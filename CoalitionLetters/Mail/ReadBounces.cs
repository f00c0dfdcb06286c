using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Mail;

/// <summary>
/// Reads what came back to the sender's mailbox, from the folder into which the mail server puts it: a Maildir, or plain <c>.eml</c> files.
/// A report about a mail of ours is noted and deleted; whatever else lies there is moved into the folder <c>other</c> for people to read.
/// </summary>
internal sealed partial class ReadBounces(Db stores, MailSettings settings, ILogger<ReadBounces> log) : IJob
{
    private const int InARow = 500;

    /// <summary>Reports bring the whole mail back; what is larger is none of ours.</summary>
    private const int MostBytes = 4 << 20;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (settings.BouncesFolder is not { } folder)
        {
            return;
        }

        foreach (var file in Waiting(folder).Order(StringComparer.Ordinal).Take(InARow).ToList())
        {
            try
            {
                if (await NoteAsync(file, cancel))
                {
                    File.Delete(file);
                }
                else
                {
                    File.Move(file, Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "other")).FullName, Path.GetFileName(file)), overwrite: true);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                CannotRead(file, fault.Message);
            }
        }
    }

    private static IEnumerable<string> Waiting(string folder)
    {
        var arrived = Path.Combine(folder, "new");
        return Directory.EnumerateFiles(folder, "*.eml").Concat(Directory.Exists(arrived) ? Directory.EnumerateFiles(arrived) : []);
    }

    private async Task<bool> NoteAsync(string file, CancellationToken cancel)
    {
        if (new FileInfo(file).Length > MostBytes || DeliveryReport.Read(await File.ReadAllTextAsync(file, Encoding.Latin1, cancel)) is not { } report)
        {
            return false;
        }

        await using var db = stores.Open();
        if (await db.Outbox.SingleOrDefaultAsync(mail => mail.Id == report.MailId, cancel) is not { } mail)
        {
            return false;
        }

        if (report.HasFailed)
        {
            mail.CameBack(report.Reason);
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>Looks at start whether the folder can be read and emptied.</summary>
    public static void Check(MailSettings settings)
    {
        try
        {
            if (settings.BouncesFolder is { } folder)
            {
                Directory.CreateDirectory(Path.Combine(folder, "other"));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"Mail:BouncesFolder is \"{settings.BouncesFolder}\", which cannot be written. Set it to a folder of this user.");
        }
    }

    [LoggerMessage(LogLevel.Warning, "The mail that came back in {File} cannot be read: {Reason}")]
    private partial void CannotRead(string file, string reason);
}
