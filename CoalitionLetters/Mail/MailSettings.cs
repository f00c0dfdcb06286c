using System.Net.Mail;
using CoalitionLetters.Data;
using CoalitionLetters.Web;

namespace CoalitionLetters.Mail;

public enum MailSecurity { StartTls, None }

/// <summary>Which mail server delivers, or the folder that keeps mails without one. Section <c>Mail</c> of the settings.</summary>
public sealed record MailSettings(string? Host, int Port, MailSecurity Security, string? User, string? Password, MailAddress From, string Folder)
{
    public bool IsSending => Host is not null;

    /// <summary>Where the mail server puts what came back; none: nobody reads it.</summary>
    public string? BouncesFolder { get; init; }

    /// <summary>How many mails travel at a time, each over a connection of its own.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>How long a mail that one node has in hand is left alone by the others; the node may have been killed.</summary>
    public TimeSpan Claim { get; init; } = TimeSpan.FromSeconds(180);

    public static MailSettings Read(IConfiguration configuration, string contentRoot)
    {
        var section = new SettingsSection(configuration, "Mail");
        var host = section.Text("Host");
        var port = section.Number("Port", 587, 1, 65535);
        var security = section.Text("Security")?.ToLowerInvariant() switch
        {
            null or "starttls" => MailSecurity.StartTls,
            "none" => MailSecurity.None,
            var other => throw section.Wrong("Security", other, "Set it to starttls or none."),
        };
        var user = section.Text("User");
        var password = section.Text("Password");
        var connections = section.Number("Connections", 4, 1, 20);
        var claim = section.Number("ClaimSeconds", 180, 10, 3600);
        var from = section.Text("From");
        var folder = Path.GetFullPath(section.Text("Folder") ?? "data/mail", contentRoot);
        var bounces = section.Text("BouncesFolder") is { } path ? Path.GetFullPath(path, contentRoot) : null;
        section.Done();

        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw section.Wrong("Host", host, "Set it to the name or the address of a mail server, like mail.example.");
        }

        if (host is not null && from is null)
        {
            throw new SettingException("Mail:From is missing. With Mail:Host, set it to the address that mails come from, like \"letters@coalition.example\".");
        }

        if (user is not null && password is null)
        {
            throw new SettingException("Mail:Password is missing. It belongs to Mail:User.");
        }

        if (user is not null && security == MailSecurity.None && host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            throw new SettingException("Mail:Security is \"none\", so Mail:Password would travel in the clear. Set Mail:Security to starttls, or remove Mail:User.");
        }

        if (!MailAddress.TryCreate(from ?? "letters@localhost", out var sender))
        {
            throw section.Wrong("From", from, "Set it to an address like \"letters@coalition.example\" or \"Our Coalition <letters@coalition.example>\".");
        }

        return new(host, port, security, user, password, sender, folder) { BouncesFolder = bounces, Connections = connections, Claim = TimeSpan.FromSeconds(claim) };
    }
}
