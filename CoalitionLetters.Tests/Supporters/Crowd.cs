using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CoalitionLetters.Supporters;

namespace CoalitionLetters.Tests.Supporters;

/// <summary>Many people who write at once and, like their browsers, send the same form again when no answer comes.</summary>
internal sealed class Crowd(Uri address, string slug, int connections) : IDisposable
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

    public Task<HttpStatusCode> ConfirmAsync(string link) => PostAsync(link, []);

    public void Dispose() => http.Dispose();

    private async Task<HttpStatusCode> PostAsync(string target, Dictionary<string, string> fields)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var form = new FormUrlEncodedContent(fields);
                using var answer = await http.PostAsync(target, form);
                return answer.StatusCode;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
            {
                if (waited.Elapsed > Patience)
                {
                    return HttpStatusCode.RequestTimeout;
                }

                await Task.Delay(100);
            }
        }
    }
}
