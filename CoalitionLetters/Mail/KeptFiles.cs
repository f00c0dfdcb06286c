namespace CoalitionLetters.Mail;

/// <summary>The files of mails that were kept in the folder, where the person they are about wants to be forgotten.</summary>
public sealed partial class KeptFiles(MailSettings settings, ILogger<KeptFiles> log)
{
    public void Delete(IEnumerable<OutboxMail> mails)
    {
        foreach (var file in mails.Select(mail => Path.Combine(settings.Folder, FolderCarrier.NameOf(mail))).Where(File.Exists))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // The folder is the operator's, who reads in the log what is left to do.
                Left(file, fault.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The file {File} of somebody who asked to be forgotten could not be deleted: {Reason} Delete it by hand.")]
    private partial void Left(string file, string reason);
}
