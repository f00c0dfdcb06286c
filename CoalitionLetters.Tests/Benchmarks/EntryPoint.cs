using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CoalitionLetters.Tests.Support;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>
/// Runs the tests, or with <c>bench</c> the benchmarks: <c>dotnet run -c Release --project CoalitionLetters.Tests -- bench --filter '*Names*'</c>.
/// With <c>imports</c> it measures imports from the file to the store, with <c>directory</c> the desk over a directory of 20,000 records, with <c>supporters</c>
/// supporters' actions against a real process, a real disk and a mail server on loopback, with <c>render</c> the published app's command that sets a letter.
/// </summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["bench", .. var filter])
        {
            // In this process, because the tool would otherwise build a project for a framework it does not know yet.
            var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
            BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(filter, DefaultConfig.Instance.AddJob(job));
            TestStore.Clear();
            return 0;
        }

        if (args is ["supporters", .. var parts])
        {
            return await SupporterLoad.RunAsync(parts);
        }

        if (args is ["imports", .. var files])
        {
            return await ImportLoad.RunAsync(files);
        }

        if (args is ["directory", .. var desks])
        {
            return await DirectoryLoad.RunAsync(desks);
        }

        if (args is ["render", .. var folders])
        {
            return await RenderLoad.RunAsync(folders);
        }

        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
