using System.Globalization;
using System.Text;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Web;

namespace CoalitionLetters.Counting;

/// <summary>The count as server-sent events at <c>/letters/{slug}/count</c>: one event for each change, and a heartbeat in between.</summary>
public static class LiveCountStream
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void AddLiveCount(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(LiveSettings.From(builder.Configuration));
        builder.Services.AddSingleton<LiveCounts>();
    }

    public static void MapLiveCount(this WebApplication app) =>
        app.MapGet(Links.LetterCountPattern, ListenAsync).AllowAnonymous();

    private static async Task ListenAsync(string slug, PublicLetters letters, LiveCounts counts, IHostApplicationLifetime lifetime, HttpContext context)
    {
        if (await letters.FindAsync(slug) is not { } pages)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var listener = counts.TryListen(pages.Letter.Letter.Id);
        if (listener is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
            return;
        }

        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";

        // An open stream must not hold up a node that is asked to stop.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await WriteAsync(response, "retry: 3000\n\n", ends.Token);
            while (true)
            {
                await WriteAsync(response, await NextAsync(listener, ends.Token), ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader has closed the page, or the app is stopping.
        }
    }

    private static async Task<string> NextAsync(LiveCounts.Listener listener, CancellationToken ends)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(ends);
        pause.CancelAfter(Heartbeat);
        try
        {
            var count = await listener.News.ReadAsync(pause.Token);
            return string.Create(CultureInfo.InvariantCulture, $"id: {count.Revision}\nevent: count\ndata: {count.Count}\n\n");
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            return ": still here\n\n";
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken ends)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ends);
        await response.Body.FlushAsync(ends);
    }
}
