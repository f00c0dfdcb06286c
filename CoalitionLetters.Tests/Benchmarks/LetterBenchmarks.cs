using BenchmarkDotNet.Attributes;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>
/// The sample letter with more and more signatories, warm. To reach: 113 in 20 ms, 10,000 in 350 ms, and from 1,000 to 100,000 ten times the
/// names in no more than about ten times the time: <c>-- bench --filter '*Letter*'</c>. The whole command, cold, is timed on the published app; see assets/render.md.
/// </summary>
[MemoryDiagnoser]
public class LetterBenchmarks
{
    private LetterContent letter = new();
    private IReadOnlyList<ListedName> names = [];
    private PdfFile? laid;

    [Params(113, 1_000, 10_000, 100_000)]
    public int Names { get; set; }

    [GlobalSetup]
    public void ReadLetter()
    {
        letter = LetterFile.Parse(File.ReadAllText(RepositoryFiles.Sample("family-unity-letter.md"))).Content;
        var sample = SignatoryFile.Parse(File.ReadAllText(RepositoryFiles.Sample("family-unity-signatories.csv")), "sample").Names;
        names = [.. Enumerable.Range(0, Names).Select(i => i < sample.Count ? sample[i] : sample[i % sample.Count] with { Name = $"{sample[i % sample.Count].Name}, Chapter {i / sample.Count}" })];
        laid = LetterPdf.Lay(letter, names, new RenderOptions());
    }

    [Benchmark(Baseline = true)]
    public int Render() => LetterPdf.Render(letter, names, new RenderOptions()).Length;

    [Benchmark]
    public int Layout() => LetterPdf.Lay(letter, names, new RenderOptions()).Pages.Count;

    [Benchmark]
    public int Write() => laid!.ToBytes().Length;
}
