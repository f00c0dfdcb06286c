using System.Collections.Frozen;
using CoalitionLetters.Data;

namespace CoalitionLetters.Listings;

/// <summary>A province, Land, state or region of another country than the United States.</summary>
/// <param name="Country">Its country's two-letter code.</param>
public sealed record Region(string Country, string Name);

public static class Regions
{
    private static readonly Lazy<FrozenDictionary<string, Region>> byWord = new(ByWord);

    /// <summary>The region that a text means by its name or code ("Ontario", "ON", "Québec"); null where none does. No code or name stands for two regions.</summary>
    public static Region? Find(string? text) => string.IsNullOrWhiteSpace(text) ? null : byWord.Value.GetValueOrDefault(Word(text));

    private static FrozenDictionary<string, Region> ByWord()
    {
        var words = new Dictionary<string, Region>();
        foreach (var cells in ShippedData.Rows("regions.csv"))
        {
            var region = new Region(cells[0], cells[2]);
            foreach (var word in cells[3].Split('|').Prepend(cells[2]).Prepend(cells[1]).Select(Word).Where(word => word.Length > 0))
                words.TryAdd(word, region);
        }
        return words.ToFrozenDictionary();
    }

    private static string Word(string text) => Folding.Fold(text).Replace(".", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace('-', ' ').Trim();
}
