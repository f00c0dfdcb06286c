namespace CoalitionLetters.Mail;

/// <summary>The files of mails that were kept in the folder, where the person they are about wants to be forgotten.</summary>
public sealed class KeptFiles(MailSettings settings)
{
    public void Delete(IEnumerable<OutboxMail> mails)
    {
        foreach (var file in mails.Select(mail => Path.Combine(settings.Folder, FolderCarrier.NameOf(mail))).Where(File.Exists))
        {
            File.Delete(file);
        }
    }
}
