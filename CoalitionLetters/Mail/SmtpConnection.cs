using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace CoalitionLetters.Mail;

/// <summary>
/// A conversation with a mail server (RFC 5321), over STARTTLS (RFC 3207) and with a login (RFC 4954) where the settings say so. A mail is told in two steps, so that
/// the instant in which the server takes it over stands apart from the long talk before.
/// </summary>
internal sealed class SmtpConnection : IDisposable
{
    private readonly TcpClient tcp = new();
    private readonly MailSettings settings;
    private Stream stream = Stream.Null;
    private StreamReader answers = StreamReader.Null;
    private List<string> offers = [];

    private SmtpConnection(MailSettings settings) => this.settings = settings;

    /// <exception cref="MailRefusedException">The server does not want us; <see cref="Refusal.OfAll"/>.</exception>
    public static async Task<SmtpConnection> OpenAsync(MailSettings settings, CancellationToken cancel)
    {
        var connection = new SmtpConnection(settings);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        await tcp.ConnectAsync(settings.Host!, settings.Port, cancel);

        // A mail goes out in several small pieces; each would wait for the other side to acknowledge the one before, which it does late.
        tcp.NoDelay = true;
        Speak(tcp.GetStream());
        var greeting = await HearAsync(cancel);
        ThrowUnless(greeting.Code == 220, greeting, Refusal.OfAll);
        await GreetAsync(cancel);
        if (settings.Security == MailSecurity.StartTls)
        {
            await EncryptAsync(cancel);
            await GreetAsync(cancel);
        }

        if (settings.User is not null)
        {
            await LogInAsync(settings.User, settings.Password!, cancel);
        }
    }

    private void Speak(Stream over)
    {
        stream = over;
        answers = new StreamReader(over, new UTF8Encoding(false, throwOnInvalidBytes: false));
    }

    private async Task GreetAsync(CancellationToken cancel)
    {
        var answer = await AskAsync($"EHLO {OwnName()}", cancel);
        ThrowUnless(answer.Code == 250, answer, Refusal.OfAll);
        offers = [.. answer.Lines.Skip(1).Select(line => line.ToUpperInvariant())];
    }

    /// <summary>Our own name in the network, or our address where we have no name that may be said.</summary>
    private string OwnName()
    {
        var name = Dns.GetHostName();
        var address = ((IPEndPoint)tcp.Client.LocalEndPoint!).Address;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return name.All(char.IsAscii) && MailAddresses.IsDomain(name) ? name : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
    }

    private async Task EncryptAsync(CancellationToken cancel)
    {
        if (!offers.Contains("STARTTLS"))
        {
            throw new MailRefusedException(Refusal.OfAll, $"{settings.Host} offers no STARTTLS, so mails and password would travel in the clear. Ask for another port, or set Mail:Security to none for a server on the same machine.");
        }

        var answer = await AskAsync("STARTTLS", cancel);
        ThrowUnless(answer.Code == 220, answer, Refusal.OfAll);

        // What somebody in between has added in the clear is left behind with the old reader.
        var secure = new SslStream(stream);
        stream = secure;
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host }, cancel);
        Speak(secure);
    }

    private async Task LogInAsync(string user, string password, CancellationToken cancel)
    {
        var ways = offers.Where(offer => offer.StartsWith("AUTH ", StringComparison.Ordinal)).SelectMany(offer => offer.Split(' ')).ToList();
        Answer answer;
        if (ways.Contains("PLAIN"))
        {
            answer = await AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancel);
        }
        else if (ways.Contains("LOGIN"))
        {
            answer = await AskAsync("AUTH LOGIN", cancel);
            ThrowUnless(answer.Code == 334, answer, Refusal.OfAll);
            answer = await AskAsync(Base64(user), cancel);
            ThrowUnless(answer.Code == 334, answer, Refusal.OfAll);
            answer = await AskAsync(Base64(password), cancel);
        }
        else
        {
            throw new MailRefusedException(Refusal.OfAll, $"{settings.Host} offers neither of the logins that we know, PLAIN and LOGIN. Remove Mail:User if it wants none.");
        }

        ThrowUnless(answer.Code == 235, answer, Refusal.OfAll);
    }

    /// <summary>Tells the server the whole mail but its last line. It has not taken it over yet.</summary>
    public async Task OfferAsync(ReadyMail mail, CancellationToken cancel)
    {
        if (mail.NeedsUtf8 && !offers.Contains("SMTPUTF8"))
        {
            throw new MailRefusedException(Refusal.ForGood, $"{settings.Host} takes no addresses with other letters than a to z before the @, like \"{mail.To}\".");
        }

        // Who may send through it, the server knows; that is nothing about this mail.
        var answer = await AskAsync($"MAIL FROM:<{mail.From}>{(mail.NeedsUtf8 ? " SMTPUTF8 BODY=8BITMIME" : "")}", cancel);
        ThrowUnless(answer.Code == 250, answer, Refusal.OfAll);
        answer = await AskAsync($"RCPT TO:<{mail.To}>", cancel);
        ThrowUnless(answer.Code is 250 or 251 or 252, answer, Read(answer.Code));
        answer = await AskAsync("DATA", cancel);
        ThrowUnless(answer.Code == 354, answer, Read(answer.Code));
        await SayAsync($"\r\n{mail.Message}".Replace("\r\n.", "\r\n..", StringComparison.Ordinal)[2..], cancel);
    }

    /// <summary>Says the last line. Returns when the server has taken the mail over.</summary>
    public async Task HandOverAsync(CancellationToken cancel)
    {
        var answer = await AskAsync(".", cancel);
        ThrowUnless(answer.Code == 250, answer, Read(answer.Code));
    }

    /// <summary>Only what the server says about a mailbox or a message is for good; what it says about us can be put right.</summary>
    private static Refusal Read(int code) => code switch
    {
        501 or (>= 550 and <= 559) => Refusal.ForGood,
        >= 500 or 421 or 454 => Refusal.OfAll,
        _ => Refusal.ForNow,
    };

    private static void ThrowUnless(bool isFine, Answer answer, Refusal refusal)
    {
        if (!isFine)
        {
            throw new MailRefusedException(refusal, $"{answer.Code} {string.Join(' ', answer.Lines)}");
        }
    }

    private async Task<Answer> AskAsync(string line, CancellationToken cancel)
    {
        await SayAsync($"{line}\r\n", cancel);
        return await HearAsync(cancel);
    }

    private async Task SayAsync(string text, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await stream.FlushAsync(cancel);
    }

    private async Task<Answer> HearAsync(CancellationToken cancel)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await answers.ReadLineAsync(cancel) ?? throw new IOException("It broke the conversation off.");
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code))
            {
                throw new IOException($"It does not answer like a mail server: {line}");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new(code, lines);
            }
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Takes leave between two mails. The answer is of no interest.</summary>
    public void Quit()
    {
        try
        {
            stream.Write("QUIT\r\n"u8);
            stream.Flush();
        }
        catch (IOException)
        {
            // The server has left before us.
        }
    }

    public void Dispose()
    {
        answers.Dispose();
        stream.Dispose();
        tcp.Dispose();
    }

    private sealed record Answer(int Code, IReadOnlyList<string> Lines);
}
