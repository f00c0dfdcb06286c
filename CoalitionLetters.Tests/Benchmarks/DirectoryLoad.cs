using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Bunit;
using CoalitionLetters.Counting;
using CoalitionLetters.Importing.Desk;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>
/// Measures the desk over a directory of 20,000 records on SQLite: <c>-- directory</c>, or only <c>pages</c> or <c>import</c> of it. To reach: listing, sorting, searching without a pause over 100 ms, and a circuit that
/// answers within 100 ms while it tries out and takes in a list of 20,000.
/// </summary>
internal static class DirectoryLoad
{
    private const int Records = 20_000;

    public static async Task<int> RunAsync(IReadOnlyList<string> parts)
    {
        await using var app = await TestApp.StartAsync();
        await FillAsync(app);
        var directory = app.Services.GetRequiredService<OrganizationDirectory>();
        var watch = Stopwatch.StartNew();
        await directory.AllAsync();
        Say($"{Records} records read into memory at start: {watch.Elapsed.TotalSeconds:0.0} s, in the background");
        watch.Restart();
        await directory.ComparedAsync();
        Say($"each compared with the others: {watch.Elapsed.TotalSeconds:0} s, in the background");

        if (parts.Count == 0 || parts.Contains("pages"))
        {
            await PagesAsync(app);
        }

        if (parts.Count == 0 || parts.Contains("import"))
        {
            await ImportAsync(app);
        }

        return 0;
    }

    private static async Task PagesAsync(TestApp app)
    {
        var desk = await app.SignedInAsync(StaffRole.Owner);
        var one = await app.ReadAsync(db => db.Organizations.Where(o => o.Name.StartsWith("SEIU Local")).Select(o => o.Id).FirstAsync());
        string[] addresses =
        [
            "/staff/organizations", "/staff/organizations?page=2", "/staff/organizations?page=200", "/staff/organizations?sort=kind", "/staff/organizations?sort=scope&page=100", "/staff/organizations?sort=place&page=200",
            "/staff/organizations?q=AFSCME", "/staff/organizations?q=afscme", "/staff/organizations?q=American+Federation+of+State", "/staff/organizations?q=Amercan+Federaton+of+State", "/staff/organizations?q=nobody+at+all",
            $"/staff/organizations/{one}", $"/staff/organizations/{one}/merge", "/staff/organizations/duplicates",
        ];
        foreach (var address in addresses)
        {
            await desk.VisitAsync(address);
            var times = new List<double>();
            for (var i = 0; i < 15; i++)
            {
                var watch = Stopwatch.StartNew();
                await desk.VisitAsync(address);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            Say($"{address.Replace(one.ToString(), "{id}", StringComparison.Ordinal)}: {times.Order().ElementAt(7):0} ms, the slowest of fifteen {times.Max():0} ms{(desk.Status == HttpStatusCode.OK ? "" : $" ({desk.Status})")}");
        }

        await app.SaveAsync(Organization.Named("Newcomers United", OrganizationKind.Community, Scope.Local, "Texas", null, null, app.Clock.Now));
        var change = Stopwatch.StartNew();
        await desk.VisitAsync("/staff/organizations?q=Newcomers+United");
        Say($"after somebody added a record: {change.Elapsed.TotalMilliseconds:0} ms, found: {desk.Text.Contains("Newcomers United", StringComparison.Ordinal)}");
    }

    /// <summary>The import's own component under a renderer whose dispatcher is asked for a sign of life every few milliseconds, as a click would.</summary>
    private static async Task ImportAsync(TestApp app)
    {
        var (letter, text) = ALetter.Open();
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        using var context = new BunitContext();
        var desk = await app.ImportDeskAsync(context, letter.Slug);
        var list = "Organization,Contact,E-mail,State\n" + string.Concat(ManyNames.Of(30_000).Skip(10_000).Select((name, i) => $"\"{name}\",Person {i},person{i}@body.example,TX\n"));

        await PauseAsync("reading the file", desk, () => desk.Choose("list.csv", Encoding.UTF8.GetBytes(list)), "what the columns mean");
        await PauseAsync("trying out 20,000 rows", desk, () => desk.Press("Try it out"), "in 20,000 rows");
        await PauseAsync("showing another page", desk, () => desk.Press("Next"), "Page 2 of 200");
        await PauseAsync("taking them in", desk, () => desk.Press("Take in"), "listed.");

        var visitor = await app.SignedInAsync(StaffRole.Owner);
        var watch = Stopwatch.StartNew();
        await visitor.VisitAsync("/staff/organizations");
        Say($"the directory after the import: {watch.Elapsed.TotalMilliseconds:0} ms, {await app.ReadAsync(db => db.Organizations.CountAsync())} records");
    }

    private static async Task PauseAsync(string what, IRenderedComponent<ImportDesk> desk, Action begin, string until)
    {
        var watch = Stopwatch.StartNew();
        var longest = TimeSpan.Zero;
        var begun = Task.Run(begin);
        while (!desk.Markup.Contains(until, StringComparison.Ordinal))
        {
            var asked = watch.Elapsed;
            await desk.InvokeAsync(() => { });
            longest = watch.Elapsed - asked > longest ? watch.Elapsed - asked : longest;
            if (desk.FindAll(".problems p").FirstOrDefault() is { } problem)
            {
                throw new InvalidOperationException(problem.TextContent);
            }

            await Task.Delay(5);
        }

        await begun;
        Say($"{what}: {watch.Elapsed.TotalSeconds:0.0} s, the circuit's longest pause {longest.TotalMilliseconds:0} ms");
    }

    private static async Task FillAsync(TestApp app)
    {
        string?[] states = ["Ohio", null, "Texas", "New Mexico", "California"];
        foreach (var names in ManyNames.Of(Records).Index().Chunk(2000))
        {
            await using var db = app.OpenDb();
            foreach (var (i, name) in names)
            {
                var state = states[i % states.Length];
                var organization = Organization.Named(name, (OrganizationKind)(i % 7), state is null ? Scope.National : Scope.State, state, null, $"https://body{i}.example", app.Clock.Now);
                if (i % 10 == 0)
                {
                    organization.AddAlias($"Body {i} of old", app.Clock.Now);
                }

                db.Add(organization);
            }

            await db.SaveChangesAsync();
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
