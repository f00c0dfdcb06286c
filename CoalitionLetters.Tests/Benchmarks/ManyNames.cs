using CoalitionLetters.Data;

namespace CoalitionLetters.Tests.Benchmarks;

/// <summary>Different names of the kinds that sign letters, always the same ones: well-known bodies first, then locals, chapters and city bodies.</summary>
public static class ManyNames
{
    private static readonly string[] patterns =
    [
        "{0} Immigrant Rights Coalition", "Workers Center of {0}", "{0} Legal Aid", "Jewish Federation of {0}", "Temple Beth El of {0}", "{0} Central Labor Council, AFL-CIO", "SEIU Local {1}",
        "{0} Housing Justice Network", "Friends of {0} Families", "{0} Women's Center", "AFSCME Local {1}", "Catholic Charities of {0}", "NAACP {0} Branch", "First Unitarian Church of {0}", "Centro Comunitario de {0}",
    ];

    public static IEnumerable<string> Of(int count)
    {
        var cities = ShippedData.Rows("cities.csv").Select(cells => cells[0]).ToArray();
        var names = new HashSet<string>(File.ReadLines(Path.Combine(ShippedData.Folder, "known-organizations.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|')[0].Trim()));
        var random = new Random(1);
        while (names.Count < count)
            names.Add(string.Format(null, patterns[random.Next(patterns.Length)], cities[random.Next(cities.Length)] + (random.Next(2) == 0 ? " " + cities[random.Next(cities.Length)] : ""), random.Next(99_999)));
        return names.Take(count);
    }
}
