using System.Net.Mail;
using CoalitionLetters.Data;

namespace CoalitionLetters.Mail;

/// <summary>Without a mail server: keeps each mail as a file that any mail program opens.</summary>
internal sealed class FolderCarrier(MailSettings settings, MailMessages messages) : IMailCarrier, IMailRound
{
    public MailStatus Carried => MailStatus.Kept;

    public IMailRound Begin() => this;

    public async Task CarryAsync(OutboxMail mail, CancellationToken cancel)
    {
        using var message = messages.From(mail);
        var work = Path.Combine(settings.Folder, $".{mail.Id:N}");
        try
        {
            // What a process that was killed at this point has left there.
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }

            Directory.CreateDirectory(work);
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = work })
            {
                await client.SendMailAsync(message, cancel);
            }

            File.Move(Directory.GetFiles(work, "*.eml").Single(), Path.Combine(settings.Folder, NameOf(mail)), overwrite: true);
            Directory.Delete(work, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailRefusedException(Refusal.OfAll, $"The folder {settings.Folder} cannot be written: {fault.Message}");
        }
    }

    /// <summary>The same at every attempt: a mail that was kept twice is there once.</summary>
    private static string NameOf(OutboxMail mail) => $"{mail.CreatedAt:yyyyMMdd-HHmmss}-{mail.Kind}-{mail.Id.ToString("N")[^8..]}.eml";

    /// <summary>Looks at start whether the folder can be written.</summary>
    public static void Check(MailSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.Folder);
            var probe = Path.Combine(settings.Folder, $".{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"Mail:Folder is \"{settings.Folder}\", which cannot be written. Set it to a folder of this user, or set Mail:Host to a mail server.");
        }
    }

    public void Dispose() { }
}
