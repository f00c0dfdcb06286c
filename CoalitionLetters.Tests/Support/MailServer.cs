using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CoalitionLetters.Tests.Support;

/// <summary>A mail server on a free loopback port that keeps what it accepts and can be told to refuse.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;

    private MailServer(X509Certificate2? certificate)
    {
        this.certificate = certificate;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every message it said yes to, headers and all, in order.</summary>
    public ConcurrentQueue<string> Accepted { get; } = [];

    /// <summary>The logins it saw, as "user:password".</summary>
    public ConcurrentQueue<string> Logins { get; } = [];

    /// <summary>Whether the last message came over TLS.</summary>
    public bool CameOverTls { get; private set; }

    /// <summary>What else it offers after a greeting, as "SMTPUTF8"; on a server without TLS.</summary>
    public IReadOnlyList<string> Offers { get; set; } = [];

    /// <summary>Every greeting it heard, one for each connection without TLS.</summary>
    public ConcurrentQueue<string> Greetings { get; } = [];

    /// <summary>What it answers to a recipient; 250 unless told otherwise.</summary>
    public Func<string, string> ToRecipient { get; set; } = _ => "250 OK";

    /// <summary>What it answers to a message it has read; 250 unless told otherwise. Runs before the answer is sent.</summary>
    public Func<string, string> ToMessage { get; set; } = _ => "250 OK";

    public static MailServer Start() => new(null);

    /// <summary>With STARTTLS and a login, and a certificate for "localhost" in a file that a client may be told to trust.</summary>
    public static MailServer StartWithTls(out string trustFile)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        trustFile = Path.Combine(TestStore.Folder, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(trustFile, certificate.ExportCertificatePem());
        return new(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null));
    }

    public static string MessageIdOf(string message) => HeaderOf(message, "Message-ID");

    public static string HeaderOf(string message, string name) =>
        message.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").First(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The server is stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                await SayAsync(stream, "220 test");
                var secure = false;
                while (await LineAsync(stream) is { } line)
                {
                    var word = line.Split(' ')[0].ToUpperInvariant();
                    if (word == "STARTTLS" && certificate is not null)
                    {
                        await SayAsync(stream, "220 go on");
                        var tls = new SslStream(stream);
                        await tls.AuthenticateAsServerAsync(certificate);
                        stream = tls;
                        secure = true;
                        continue;
                    }

                    if (word == "QUIT")
                    {
                        await SayAsync(stream, "221 bye");
                        return;
                    }

                    await AnswerAsync(stream, word, line, secure);
                }
            }
            catch (IOException)
            {
                // The client went away.
            }
        }
    }

    private async Task AnswerAsync(Stream stream, string word, string line, bool secure)
    {
        switch (word)
        {
            case "EHLO":
                Greetings.Enqueue(line);
                await SayAsync(stream, certificate is null ? $"250-test\r\n{string.Concat(Offers.Select(offer => $"250-{offer}\r\n"))}250 8BITMIME" : secure ? "250-test\r\n250 AUTH LOGIN" : "250-test\r\n250 STARTTLS");
                break;
            case "AUTH":
                var user = line.Split(' ') is [_, _, var given] ? given : await AskAsync(stream, "VXNlcm5hbWU6");
                var password = await AskAsync(stream, "UGFzc3dvcmQ6");
                Logins.Enqueue($"{Decoded(user)}:{Decoded(password)}");
                await SayAsync(stream, "235 welcome");
                break;
            case "RCPT":
                await SayAsync(stream, ToRecipient(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]));
                break;
            case "DATA":
                await SayAsync(stream, "354 go on");
                var message = new StringBuilder();
                while (await LineAsync(stream) is var text && text != ".")
                {
                    // Half a mail of a client that was killed is none.
                    _ = text ?? throw new IOException("The client went away in the middle of a mail.");
                    message.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
                }

                var answer = ToMessage(message.ToString());
                if (answer.StartsWith('2'))
                {
                    Accepted.Enqueue(message.ToString());
                    CameOverTls = secure;
                }

                await SayAsync(stream, answer);
                break;
            default:
                await SayAsync(stream, "250 OK");
                break;
        }
    }

    private static async Task<string> AskAsync(Stream stream, string question)
    {
        await SayAsync(stream, $"334 {question}");
        return await LineAsync(stream) ?? "";
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static async Task SayAsync(Stream stream, string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        await stream.FlushAsync();
    }

    private static async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        certificate?.Dispose();
        stop.Dispose();
    }
}
