using System.Net;
using System.Net.Mail;

namespace CoalitionLetters.Mail;

/// <summary>Hands mails to the mail server of the settings, over STARTTLS and with a login where they say so.</summary>
internal sealed class SmtpCarrier(MailSettings settings, MailMessages messages) : IMailCarrier
{
    public MailStatus Carried => MailStatus.Sent;

    public IMailRound Begin() => new Round(settings, messages);

    /// <summary>One connection for some mails; after a refusal a new one, because nobody knows how the old one stands.</summary>
    private sealed class Round(MailSettings settings, MailMessages messages) : IMailRound
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        private SmtpClient? client;

        public async Task CarryAsync(OutboxMail mail, CancellationToken cancel)
        {
            using var message = messages.From(mail);
            client ??= Connect();
            client.DeliveryFormat = IsAscii(mail.ToAddress) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            try
            {
                await client.SendMailAsync(message, limit.Token);
            }
            catch (SmtpException refused)
            {
                Drop();

                // Not sent at all: the server takes no such addresses, now or later, and other mails are none the worse for it.
                throw refused is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null } && !(IsAscii(mail.ToAddress) && IsAscii(mail.ReplyTo ?? ""))
                    ? new MailRefusedException(Refusal.ForGood, refused.Message)
                    : Read(refused);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                Drop();
                throw new MailRefusedException(Refusal.OfAll, $"{settings.Host} did not answer within a minute.");
            }
        }

        private SmtpClient Connect() => new(settings.Host, settings.Port)
        {
            EnableSsl = settings.Security == MailSecurity.StartTls,
            UseDefaultCredentials = false,
            Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
        };

        /// <summary>Only what the server says about a mailbox or a message is for good; what it says about us can be put right.</summary>
        private static MailRefusedException Read(SmtpException refused)
        {
            var reason = refused.InnerException is { } inner && refused.StatusCode == SmtpStatusCode.GeneralFailure ? $"{refused.Message} {inner.Message}" : refused.Message;
            return (int)refused.StatusCode switch
            {
                >= 550 and <= 559 => new(Refusal.ForGood, reason),
                >= 500 and <= 549 or < 0 => new(Refusal.OfAll, reason),
                (int)SmtpStatusCode.ServiceNotAvailable or (int)SmtpStatusCode.ClientNotPermitted => new(Refusal.OfAll, reason),
                _ => new(Refusal.ForNow, reason),
            };
        }

        private static bool IsAscii(string address) => address.All(char.IsAscii);

        private void Drop()
        {
            client?.Dispose();
            client = null;
        }

        public void Dispose() => Drop();
    }
}
