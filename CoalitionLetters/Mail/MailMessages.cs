using System.Globalization;
using System.Net.Mail;
using System.Text;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;

namespace CoalitionLetters.Mail;

/// <summary>A mail as it travels. The addresses are those of the envelope, with domains in ASCII (RFC 5891).</summary>
/// <param name="NeedsUtf8">An address has other letters than ASCII before its @, which only servers with SMTPUTF8 (RFC 6531) take.</param>
/// <param name="Message">Headers and body (RFC 5322, RFC 2045), lines ended by CR LF. ASCII, unless <paramref name="NeedsUtf8"/>.</param>
internal sealed record ReadyMail(string From, string To, bool NeedsUtf8, string Message);

/// <summary>Writes the message that travels: both twins, a stable id, an answer address.</summary>
internal sealed class MailMessages(MailSettings settings, CurrentCoalition coalition, TimeProvider clock)
{
    /// <exception cref="MailRefusedException">The address cannot be one.</exception>
    public ReadyMail From(OutboxMail mail)
    {
        if (!MailAddress.TryCreate(mail.ToAddress, out var address) || Route(address) is not { } to)
        {
            throw new MailRefusedException(Refusal.ForGood, $"\"{mail.ToAddress}\" is not an e-mail address.");
        }

        var from = Route(settings.From)!;
        var answers = Answers(mail);
        var name = mail.FromName is { Length: > 0 } own ? own : settings.From.DisplayName.Length > 0 ? settings.From.DisplayName : coalition.Value.Name;

        // Neither base64 nor a header can hold a line that begins like this.
        var boundary = $"=_{mail.Id:N}";
        var message = new StringBuilder()
            .Append("MIME-Version: 1.0\r\n")
            .Append(CultureInfo.InvariantCulture, $"Message-ID: <{mail.Id:N}@{from[(from.LastIndexOf('@') + 1)..]}>\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {clock.UtcNow:ddd, dd MMM yyyy HH:mm:ss} +0000\r\n")
            .Append(CultureInfo.InvariantCulture, $"From: {MailHeader.Mailbox(name, from)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"To: {MailHeader.Mailbox(mail.ToName, to)}\r\n");
        if (answers is not null)
        {
            message.Append(CultureInfo.InvariantCulture, $"Reply-To: {answers}\r\n");
        }

        if (mail.ReplyTo is null)
        {
            message.Append("Auto-Submitted: auto-generated\r\n");
        }

        message.Append(CultureInfo.InvariantCulture, $"Subject: {MailHeader.Words(mail.Subject)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n");
        Append(message, boundary, "text/plain", mail.Text);
        Append(message, boundary, "text/html", mail.Html);
        message.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        return new(from, to, !$"{from}{to}{answers}".All(char.IsAscii), message.ToString());
    }

    /// <summary>The coalition's own address is left out where few servers would take it: it must not keep a mail back.</summary>
    private string? Answers(OutboxMail mail) =>
        MailAddress.TryCreate(mail.ReplyTo ?? coalition.Value.ContactMail, out var address) && Route(address) is { } route && (mail.ReplyTo is not null || route.All(char.IsAscii)) ? route : null;

    /// <summary>The address with its domain in ASCII. Null: no mail can go there.</summary>
    private static string? Route(MailAddress address)
    {
        try
        {
            var host = address.Host.All(char.IsAscii) ? address.Host : new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address.Host);
            return address.User.Any(char.IsControl) || host.Any(char.IsControl) ? null : $"{address.User}@{host}";
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Append(StringBuilder message, string boundary, string type, string? text) => message
        .Append(CultureInfo.InvariantCulture, $"--{boundary}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
        .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes((text ?? "").ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks))
        .Append("\r\n");
}
