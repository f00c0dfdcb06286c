using System.Collections.Frozen;
using System.Globalization;
using CoalitionLetters.Data;

namespace CoalitionLetters.Listings;

/// <summary>In which states people with a ZIP code live, by its first three digits.</summary>
public static class ZipCodes
{
    private const int PrefixLength = 3;
    private const string AnyState = "*";

    private static readonly Lazy<FrozenDictionary<string, State[]>> byPrefix = new(() =>
        ShippedData.Rows("zip-prefixes.csv").Where(cells => cells[2] != AnyState).SelectMany(Prefixes).ToFrozenDictionary(row => row.Prefix, row => row.States));

    /// <summary>
    /// The states of a ZIP code, the likeliest first. Empty where its users may live anywhere, as with the armed forces, and for first digits
    /// that the table does not know: they may be newer than it.
    /// </summary>
    public static IReadOnlyList<State> StatesOf(string code) => code.Length < PrefixLength ? [] : byPrefix.Value.GetValueOrDefault(code[..PrefixLength], []);

    private static IEnumerable<(string Prefix, State[] States)> Prefixes(string[] cells)
    {
        State[] states = [.. cells[2].Split(' ').Select(States.Find).OfType<State>()];
        var (from, to) = (int.Parse(cells[0], CultureInfo.InvariantCulture), int.Parse(cells[1], CultureInfo.InvariantCulture));
        return Enumerable.Range(from, to - from + 1).Select(prefix => (prefix.ToString("000", CultureInfo.InvariantCulture), states));
    }
}
