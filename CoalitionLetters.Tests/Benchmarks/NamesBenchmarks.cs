using System.Text;
using BenchmarkDotNet.Attributes;
using CoalitionLetters.Importing;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations.Names;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>A directory of 20,000: match one name in under 5 ms, search in under 50 ms, sort without a pause over 100 ms, import 10,000 rows in under 10 s.</summary>
[MemoryDiagnoser]
public class NamesBenchmarks
{
    private readonly NameIndex<Guid> directory = new();
    private string[] names = [];
    private byte[] file = [];
    private int next;

    [GlobalSetup]
    public void Fill()
    {
        names = [.. ManyNames.Of(20_000)];
        foreach (var name in names)
            directory.Add(Guid.NewGuid(), name);
        file = Encoding.UTF8.GetBytes("Organization,Contact,E-mail,State\n" + string.Concat(ManyNames.Of(30_000).Skip(15_000).Take(10_000).Select((name, i) => $"\"{name}\",Person {i},person{i}@body.example,TX\n")));
    }

    [Benchmark]
    public int Match_one_name() => directory.Match(names[next = (next + 7919) % names.Length]).Count;

    [Benchmark]
    public int Match_a_local_of_a_large_union() => directory.Match("AFSCME Local 99999").Count;

    [Benchmark]
    public int Match_a_union_with_its_locals() => directory.Match("AFSCME").Count;

    [Benchmark]
    [Arguments("AFSCME")]
    [Arguments("American Federation of State")]
    [Arguments("Amercan Federaton of State")]
    public int Search(string text) => directory.Search(text).Count;

    [Benchmark]
    public int Sort_20_000() => ListingOrder.Sort(names, name => name).Count;

    [Benchmark]
    public int Import_10_000_rows_beside_20_000()
    {
        var sheet = Sheet.Open(new MemoryStream(file));
        return new DryRun(SheetLayout.Guess(sheet), directory).Run(sheet).Count();
    }
}
