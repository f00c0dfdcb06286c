using BenchmarkDotNet.Attributes;
using CoalitionLetters.FinalLetters.Desk;
using CoalitionLetters.Letters;
using CoalitionLetters.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>
/// The pages beside the editor, from the words to pictures that a browser can fetch: the list is read from the store, the letter is set, and each page is drawn and packed.
/// The words differ each time, as they do when somebody types. To reach: well under half a second with 113 signatories, since typing pauses and the way to
/// the browser come on top: <c>-- bench --filter '*Preview*'</c>.
/// </summary>
public class PreviewBenchmarks
{
    private TestApp app = null!;
    private Letter letter = null!;
    private DrawLetter drawing = null!;
    private int typed;

    [Params(0, 113)]
    public int Names { get; set; }

    [GlobalSetup]
    public async Task OpenAsync()
    {
        app = await TestApp.StartAsync();
        letter = await FamilyUnity.OpenAsync(app, Names, change: content => content with { Body = content.Body.Replace("{{states}}", "many states", StringComparison.Ordinal) });
        drawing = ActivatorUtilities.GetServiceOrCreateInstance<DrawLetter>(app.Services);
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await app.DisposeAsync();

    [Benchmark]
    public async Task<int> WordsToPictures()
    {
        var drawn = await drawing.RunAsync(letter.Id, letter.Content with { Body = $"{letter.Content.Body}\n\nWritten on, word {typed++}." });
        return drawn.Pages.Count > 0 ? drawn.Pages.Count : throw new InvalidOperationException(string.Join(' ', drawn.Problems));
    }
}
