using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CoalitionLetters.Supporters;

namespace CoalitionLetters.Tests.Supporters;

/// <summary>Many people who write at once and, like their browsers, send the same form again when no answer comes.</summary>
internal sealed partial class Crowd(Uri address, string slug, int connections) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>The mail addresses whose form was answered with the receipt.</summary>
    public ConcurrentQueue<string> Acknowledged { get; } = [];

    /// <summary>How long each answered form took, with its repetitions.</summary>
    public ConcurrentQueue<TimeSpan> Times { get; } = [];

    /// <summary>Whoever gets no answer for long gives up, and is not among the acknowledged.</summary>
    public async Task WriteAsync(string mail)
    {
        var watch = Stopwatch.StartNew();
        var answer = await PostAsync(SupporterLinks.Action(slug), new()
        {
            ["first"] = "Kim", ["last"] = "Doe", ["mail"] = mail, ["code"] = "44113", ["state"] = "OH", ["subject"] = "Families belong together",
            ["text"] = $"Please end these separations now. I am {mail} and I mean it.", ["step"] = "send",
        });
        if (answer == HttpStatusCode.SeeOther)
        {
            Times.Enqueue(watch.Elapsed);
            Acknowledged.Enqueue(mail);
        }
    }

    /// <summary>Reads the letter and presses the button under it; there is none where an earlier press has come through.</summary>
    public async Task<HttpStatusCode> ConfirmAsync(string link)
    {
        var (status, page) = await TryAsync(() => http.GetAsync(link));
        return Seen().Match(page) is { Success: true } seen ? await PostAsync(link, new() { ["seen"] = seen.Groups[1].Value }) : status;
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpStatusCode> PostAsync(string target, Dictionary<string, string> fields) => (await TryAsync(async () =>
    {
        using var form = new FormUrlEncodedContent(fields);
        return await http.PostAsync(target, form);
    })).Status;

    private static async Task<(HttpStatusCode Status, string Page)> TryAsync(Func<Task<HttpResponseMessage>> ask)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await ask();
                return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
            {
                if (waited.Elapsed > Patience)
                {
                    return (HttpStatusCode.RequestTimeout, "");
                }

                await Task.Delay(100);
            }
        }
    }

    [GeneratedRegex("name=\"seen\" value=\"([0-9]+)\"")]
    private static partial Regex Seen();
}
