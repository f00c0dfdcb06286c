using System.Diagnostics;
using System.Globalization;
using CoalitionLetters.Tests.Support;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>
/// Measures the whole <c>render</c> command of the published app, cold: <c>-- render</c>, or <c>-- render FOLDER</c> with an app that is published already. To reach, in the
/// median of fifteen: the sample within 300 ms, with a name in Arabic 400 ms; never more than 250 MB, also with 10,000 names, and 350 MB with 100,000 in Thai. Returns 1 where one is missed. Linux only.
/// </summary>
internal static class RenderLoad
{
    private const int Runs = 15;
    private const int MostMegabytes = 250;

    public static async Task<int> RunAsync(IReadOnlyList<string> folders)
    {
        var work = Directory.CreateTempSubdirectory("render-load").FullName;
        try
        {
            var app = Path.Combine(folders.Count > 0 ? Path.GetFullPath(folders[0]) : await PublishAsync(work), "CoalitionLetters");
            var sample = await File.ReadAllTextAsync(RepositoryFiles.Sample("family-unity-signatories.csv"));
            var missed = await MeasureAsync(app, work, "the sample", sample, 300)
                + await MeasureAsync(app, work, "with one name in Arabic", sample.TrimEnd() + "\nالاتحاد العربي للعمال\n", 400)
                + await MeasureAsync(app, work, "10,000 names", "name,state\n" + string.Concat(ManyNames.Of(10_000).Select(name => $"\"{name}\",Texas\n")), null)
                + await MeasureAsync(app, work, "100,000 names in Thai", "name\n" + string.Concat(Enumerable.Range(0, 100_000).Select(ThaiName)), null, 350, runs: 3);
            return missed == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<string> PublishAsync(string work)
    {
        var folder = Path.Combine(work, "app");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "CoalitionLetters", "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder]) { WorkingDirectory = RepositoryFiles.Root })!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The app could not be published.");
    }

    private static string ThaiName(int number) => $"สหภาพแรงงาน{ThaiWord(number % 50)}{ThaiWord(number / 50 % 50)}แห่งประเทศไทย สาขาที่ {ThaiWord(number / 2500)}{number}\n";

    /// <summary>A consonant with a vowel and a tone, and another: the syllables that shaping works most on.</summary>
    private static string ThaiWord(int number) => $"{(char)('\u0E01' + number % 40)}ี่{(char)('\u0E01' + number * 7 % 40)}น";

    /// <returns>How many goals were missed.</returns>
    private static async Task<int> MeasureAsync(string app, string work, string what, string list, int? mostMilliseconds, int mostMegabytes = MostMegabytes, int runs = Runs)
    {
        var csv = Path.Combine(work, "list.csv");
        await File.WriteAllTextAsync(csv, list);
        var start = new ProcessStartInfo(app, ["render", RepositoryFiles.Sample("family-unity-letter.md"), "--signatories", csv, "--out", Path.Combine(work, "letter.pdf")]) { RedirectStandardError = true };
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            using var run = Process.Start(start)!;
            await EndAsync(run);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        var (median, memory) = (times[runs / 2], await PeakAsync(start));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: best {times[0]:0} ms, median {median:0} ms (to reach: {(mostMilliseconds is null ? "no limit" : mostMilliseconds)}), at most {memory:0} MB (to reach: {mostMegabytes})"));
        return (median > mostMilliseconds ? 1 : 0) + (memory > mostMegabytes ? 1 : 0);
    }

    /// <summary>Asked for in a run of its own, because asking costs time. In megabytes.</summary>
    private static async Task<double> PeakAsync(ProcessStartInfo start)
    {
        using var run = Process.Start(start)!;
        var peak = 0.0;
        while (!run.HasExited)
        {
            peak = PeakMemory.Of(run.Id) ?? peak;
            await Task.Delay(2);
        }

        await EndAsync(run);
        return peak;
    }

    private static async Task EndAsync(Process run)
    {
        var fault = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException(fault);
        }
    }
}
