using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CoalitionLetters.History;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Supporters;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>
/// Measures supporters' actions on SQLite: <c>-- supporters</c>. To reach: 200 messages a second taken for a minute with the process killed once, nothing acknowledged
/// lost; with 100,000 supporters every page within 300 ms; a batch of 2,000 printed letters within 10 s and 500 MB.
/// </summary>
internal static class SupporterLoad
{
    private const int PerSecond = 200;
    private const int Seconds = 60;
    private const int Supporters = 100_000;

    public static async Task<int> RunAsync(IReadOnlyList<string> parts)
    {
        if (parts.Count == 0 || parts.Contains("writing"))
        {
            await WritingAsync();
        }

        if (parts.Count == 0 || parts.Contains("pages"))
        {
            await PagesAsync();
        }

        return 0;
    }

    private static async Task WritingAsync()
    {
        await using var server = MailServer.Start();
        await using var app = await TestApp.StartAsync(settings:
        [
            ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:From", "sender@coalition.example"), ("Mail:Security", "none"), ("Limits:FormsPerMinute", "1000000"),
        ]);
        app.Clock.Advance(DateTime.UtcNow - app.Clock.Now);
        await app.SaveAsync(AnAction.To("load", app.Clock.Now, Channel.Mail, Channel.Print));
        var port = FreePort();
        await using var child = new KilledApp(new Dictionary<string, string?>(app.Settings) { ["Jobs:Run"] = "true" }, port);
        await child.StartAsync();
        using var crowd = new Crowd(new Uri($"http://127.0.0.1:{port}"), "load", 128);
        await crowd.WriteAsync("warm@crowd.example");

        var writing = new List<Task>();
        var killing = Task.CompletedTask;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < PerSecond * Seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond) - watch.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            writing.Add(crowd.WriteAsync($"p{i}@crowd.example"));
            if (i == PerSecond * Seconds / 2)
            {
                killing = KillAsync(child);
            }
        }

        await Task.WhenAll(writing);
        await killing;
        var took = watch.Elapsed;
        var stored = (await app.ReadAsync(db => db.Supporters.Select(s => s.EmailKey).ToListAsync())).ToHashSet();
        var mails = await app.ReadAsync(db => db.Outbox.Where(mail => mail.Kind == "confirm-message").GroupBy(mail => mail.ToAddress).Select(g => g.Count()).ToListAsync());
        var times = crowd.Times.Order().ToList();
        var sentTwice = server.Accepted.GroupBy(MailServer.MessageIdOf).Sum(copies => copies.Count() - 1);
        Say($"acknowledged {crowd.Acknowledged.Count} of {PerSecond * Seconds + 1} in {took.TotalSeconds:0.0} s = {crowd.Acknowledged.Count / took.TotalSeconds:0} a second, killed once");
        Say($"half within {times[times.Count / 2].TotalMilliseconds:0} ms, 95 of 100 within {times[times.Count * 95 / 100].TotalMilliseconds:0} ms, the slowest (across the kill) {times[^1].TotalMilliseconds:0} ms");
        Say($"acknowledged and lost: {crowd.Acknowledged.Count(mail => !stored.Contains(mail))}; persons with two mails in the outbox: {mails.Count(count => count > 1)}; mails sent twice so far: {sentTwice} of {server.Accepted.Count}");
    }

    private static async Task KillAsync(KilledApp child)
    {
        await child.KillAsync();
        await child.StartAsync();
    }

    private static async Task PagesAsync()
    {
        await using var app = await TestApp.StartAsync();
        var action = AnAction.To("many", app.Clock.Now, Channel.Mail, Channel.Print);
        await app.SaveAsync(action);
        await FillAsync(app, action);
        var desk = await app.SignedInAsync(StaffRole.Owner);
        string[] addresses =
        [
            "/actions/many", "/staff/actions", "/staff/actions/many", "/staff/actions/many/supporters", "/staff/actions/many/supporters?page=1900", "/staff/actions/many/supporters?q=doe",
            "/staff/actions/many/supporters?q=kim+p99999", "/staff/actions/many/supporters?q=nobody-at-all", "/staff/actions/many/supporters?status=Confirmed&state=OH", "/staff/actions/many/supporters?shown=yes&state=UT",
            "/staff/actions/many/doubts", "/staff/actions/many/print", "/staff/actions/many/edit", "/staff/actions/many/targets",
        ];
        foreach (var address in addresses)
        {
            await desk.VisitAsync(address);
            var times = new List<double>();
            for (var i = 0; i < 7; i++)
            {
                var watch = Stopwatch.StartNew();
                await desk.VisitAsync(address);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            Say($"{address}: {times.Order().ElementAt(3):0} ms, the slowest of seven {times.Max():0} ms{(desk.Status == HttpStatusCode.OK ? "" : $" ({desk.Status})")}");
        }

        await PrintAsync(app);
    }

    private static async Task PrintAsync(TestApp app)
    {
        var target = await app.ReadAsync(db => db.Targets.Where(t => t.Channel == Channel.Print).Select(t => t.Id).SingleAsync());
        for (var round = 1; round <= 2; round++)
        {
            var watch = Stopwatch.StartNew();
            var batch = Guid.Empty;
            await app.RunAsync<PrintLetters>(async print => batch = (await print.CollectAsync(target, new Actor("Dana Field", Guid.NewGuid()))).Id);
            var collected = watch.Elapsed;
            using var file = new CountingStream();
            await app.RunAsync<PrintLetters>(print => print.WriteAsync(batch, file));
            Say($"a batch of {PrintLetters.MostInABatch} letters, round {round}: collected in {collected.TotalSeconds:0.0} s, {file.Written / 1e6:0.0} MB in {watch.Elapsed.TotalSeconds:0.0} s in all; this process at its largest {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        }
    }

    private static async Task FillAsync(TestApp app, SupportersAction action)
    {
        string[] states = ["Ohio", "Utah", "Texas", "New Mexico", "California"];
        for (var from = 0; from < Supporters; from += 2000)
        {
            await using var db = app.OpenDb();
            for (var i = from; i < from + 2000; i++)
            {
                var person = new SupporterPerson { FirstName = "Kim", LastName = i % 3 == 0 ? "Doe" : "Roe", Email = $"p{i}@crowd.example", PostalCode = "44113", State = states[i % states.Length] };
                var text = string.Concat(Enumerable.Repeat("I write because children are being taken from parents who came here for safety. ", 12));
                var supporter = Supporter.Of(action, person, "Families belong together", text + i.ToString(CultureInfo.InvariantCulture), null, i % 2 * 0.3, false, i % 5 == 0, $"KF-{i:X6}", null, app.Clock.Now.AddSeconds(i - Supporters));
                if (i % 1000 == 7)
                {
                    supporter.Doubt("The text is nearly empty.");
                }

                if (i % 10 != 3)
                {
                    supporter.Confirm(app.Clock.Now);
                }

                db.Add(supporter);
            }

            await db.SaveChangesAsync();
        }

        await using var counted = app.OpenDb();
        foreach (var supporter in await counted.Supporters.AsNoTracking().Include(s => s.Messages).Where(s => s.Status == SupporterStatus.Confirmed).Take(50).ToListAsync())
        {
            await counted.CountAsync(supporter);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class CountingStream : MemoryStream
    {
        public long Written { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;

        public override void WriteByte(byte value) => Written++;
    }
}
