using CoalitionLetters.Data;

namespace CoalitionLetters.Mail;

/// <summary>Without a mail server: keeps each mail as a file that any mail program opens.</summary>
internal sealed class FolderCarrier(MailSettings settings, MailMessages messages) : IMailCarrier
{
    public MailStatus Carried => MailStatus.Kept;

    public int Lanes => 1;

    public IMailLane Open() => new Lane(settings.Folder, messages);

    /// <summary>A mail is written under a hidden name and gets its own when it is whole.</summary>
    private sealed class Lane(string folder, MailMessages messages) : IMailLane
    {
        private string half = "";
        private string whole = "";

        public async Task OfferAsync(OutboxMail mail, CancellationToken cancel)
        {
            (half, whole) = (Path.Combine(folder, $".{mail.Id:N}"), Path.Combine(folder, NameOf(mail)));
            var message = messages.From(mail).Message;
            await TouchAsync(() => File.WriteAllTextAsync(half, message, cancel));
        }

        public Task HandOverAsync() => TouchAsync(() =>
        {
            File.Move(half, whole, overwrite: true);
            return Task.CompletedTask;
        });

        private async Task TouchAsync(Func<Task> file)
        {
            try
            {
                await file();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new MailRefusedException(Refusal.OfAll, $"The folder {folder} cannot be written: {fault.Message}");
            }
        }

        public void Dispose() { }
    }

    /// <summary>The same at every attempt: a mail that was kept twice is there once.</summary>
    public static string NameOf(OutboxMail mail) => $"{mail.CreatedAt:yyyyMMdd-HHmmss}-{mail.Kind}-{mail.Id.ToString("N")[^8..]}.eml";

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
}
