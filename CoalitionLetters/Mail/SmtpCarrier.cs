using System.Net.Sockets;
using System.Security.Authentication;

namespace CoalitionLetters.Mail;

/// <summary>Hands mails to the mail server of the settings.</summary>
internal sealed class SmtpCarrier(MailSettings settings, MailMessages messages) : IMailCarrier
{
    public MailStatus Carried => MailStatus.Sent;

    public int Lanes => settings.Connections;

    public IMailLane Open() => new Lane(settings, messages);

    /// <summary>One connection for some mails; after a refusal a new one, because nobody knows how the old one stands.</summary>
    private sealed class Lane(MailSettings settings, MailMessages messages) : IMailLane
    {
        /// <summary>Servers do not like to hear more in a row.</summary>
        private const int MailsInARow = 50;

        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        private SmtpConnection? connection;
        private int carried;
        private bool isInAMail;

        public async Task OfferAsync(OutboxMail mail, CancellationToken cancel)
        {
            var ready = messages.From(mail);
            if (isInAMail || carried == MailsInARow)
            {
                Drop();
            }

            isInAMail = true;
            await TalkAsync(async limit =>
            {
                connection ??= await SmtpConnection.OpenAsync(settings, limit);
                await connection.OfferAsync(ready, limit);
            }, cancel);
        }

        // Heard to the end even while the app is stopping: a mail that was taken over shall be known to be.
        public async Task HandOverAsync()
        {
            await TalkAsync(async limit => await connection!.HandOverAsync(limit), CancellationToken.None);
            isInAMail = false;
            carried++;
        }

        private async Task TalkAsync(Func<CancellationToken, Task> talk, CancellationToken cancel)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            try
            {
                await talk(limit.Token);
            }
            catch (Exception fault)
            {
                Drop();
                switch (fault)
                {
                    case OperationCanceledException when !cancel.IsCancellationRequested:
                        throw new MailRefusedException(Refusal.OfAll, $"{settings.Host} did not answer within a minute.");
                    case IOException or SocketException or AuthenticationException:
                        throw new MailRefusedException(Refusal.OfAll, $"{settings.Host} cannot be reached, or the connection broke. {fault.Message}");
                    default:
                        throw;
                }
            }
        }

        private void Drop()
        {
            if (!isInAMail)
            {
                connection?.Quit();
            }

            connection?.Dispose();
            connection = null;
            carried = 0;
            isInAMail = false;
        }

        public void Dispose() => Drop();
    }
}
