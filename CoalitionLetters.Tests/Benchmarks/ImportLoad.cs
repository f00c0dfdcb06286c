using System.Diagnostics;
using System.Text;
using CoalitionLetters.Counting;
using CoalitionLetters.Exporting;
using CoalitionLetters.History;
using CoalitionLetters.Importing;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>
/// Measures imports from the file to the stored list: <c>-- imports</c>, on the engine that TEST_DATABASE names. To reach: 10,000 rows beside a directory of 20,000
/// tried out, accepted and undone in under 10 s together; 100,000 rows of CSV or XLSX tried out (<c>-- imports csv</c>, <c>xlsx</c>) in under 400 MB.
/// </summary>
internal static class ImportLoad
{
    private static readonly Actor ada = new("Ada Example");

    public static async Task<int> RunAsync(IReadOnlyList<string> parts)
    {
        if (parts.Count == 0)
        {
            await AcceptingAsync();
        }

        foreach (var part in parts)
        {
            Trying(part);
        }

        return 0;
    }

    private static async Task AcceptingAsync()
    {
        await using var app = await TestApp.StartAsync();
        var (letter, text) = ALetter.Open();
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        await app.SaveAsync([.. ManyNames.Of(20_000).Select(name => Organization.Named(name, OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now))]);
        var directory = app.Services.GetRequiredService<OrganizationDirectory>();
        await directory.ComparedAsync();
        using var file = new MemoryStream(Csv(ManyNames.Of(30_000).Skip(15_000).Take(10_000)));

        var watch = new Watch();
        var sheet = Sheet.Open(file);
        var layout = SheetLayout.Guess(sheet);
        var plan = new DryRun(layout, await directory.NamesAsync()).Run(sheet).ToList();
        var tried = watch.Lap();
        // Nothing has come or gone in the directory, so the desk does not try the file a second time.
        Imported? imported = null;
        await app.RunAsync<AcceptImport>(async story => imported = await story.RunAsync(letter.Slug, "list.csv", plan, _ => Task.FromResult<IReadOnlyList<PlannedRow>>(plan), ada));
        var accepted = watch.Lap();
        await app.RunAsync<UndoImport>(story => story.RunAsync(imported!.BatchId, ada));
        Say($"10,000 rows beside 20,000 on {Environment.GetEnvironmentVariable("TEST_DATABASE") ?? "sqlite"}: tried out in {tried}, accepted in {accepted} ({imported!.NewOrganizations} new), undone in {watch.Lap()}");
    }

    private static void Trying(string kind)
    {
        var names = ManyNames.Of(120_000);
        var directory = new NameIndex<Guid>();
        foreach (var name in names.Take(20_000))
        {
            directory.Add(Guid.NewGuid(), name);
        }

        var path = Path.GetTempFileName();
        using (var made = File.Create(path))
        {
            if (kind == "xlsx")
            {
                XlsxExport.Write(new ExportTable(["Organization", "Signer name", "Email"], names.Skip(20_000).Select(name => (IReadOnlyList<string>)[name, "Ada", "ada@body.example"])), made);
            }
            else
            {
                made.Write(Csv(names.Skip(20_000)));
            }
        }

        var before = Held();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 81_920, FileOptions.DeleteOnClose);
        var size = file.Length / 1_048_576.0;
        var watch = new Watch();
        var sheet = Sheet.Open(file);
        var run = new DryRun(SheetLayout.Guess(sheet), directory);
        var (plan, most) = Run(run, sheet);
        var took = watch.Lap();
        var all = Held();
        GC.KeepAlive(run);
        var ofPlan = Held(); // In a release build the run is gone here, with all it knew of earlier rows.
        Say($"{plan.Count:#,0} rows of {kind}, {size:0.0} MB, tried out in {took}; process {most} MB at most; held: {before} MB before, {all} MB at the end, {ofPlan} MB without the run");
        GC.KeepAlive(plan);
        GC.KeepAlive(directory);
    }

    private static (List<PlannedRow> Plan, long Most) Run(DryRun run, Sheet sheet)
    {
        var (plan, most) = (new List<PlannedRow>(), 0L);
        foreach (var row in run.Run(sheet))
        {
            plan.Add(row);
            if (plan.Count % 5000 == 0)
            {
                most = Math.Max(most, Environment.WorkingSet / 1_048_576);
            }
        }

        return (plan, most);
    }

    /// <returns>MB that are in use.</returns>
    private static long Held()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(true) / 1_048_576;
    }

    private static byte[] Csv(IEnumerable<string> names) =>
        Encoding.UTF8.GetBytes("Organization,Contact,E-mail,State\n" + string.Concat(names.Select((name, i) => $"\"{name}\",Person {i},person{i}@body.example,TX\n")));

    private static void Say(string line) => Console.WriteLine(line);

    /// <summary>Tells the time by the wall and by the processor: other work on the machine changes the one and not the other.</summary>
    private sealed class Watch
    {
        private readonly Stopwatch wall = Stopwatch.StartNew();
        private TimeSpan before = Environment.CpuUsage.TotalTime;

        public string Lap()
        {
            var now = Environment.CpuUsage.TotalTime;
            var lap = $"{wall.Elapsed.TotalSeconds:0.0} s (processor {(now - before).TotalSeconds:0.0} s)";
            before = now;
            wall.Restart();
            return lap;
        }
    }
}
