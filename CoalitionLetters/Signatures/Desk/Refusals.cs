namespace CoalitionLetters.Signatures.Desk;

/// <summary>Why some of many signatures were left as they are: a sentence for each, and one that counts them where many have the same reason.</summary>
internal sealed class Refusals
{
    private const int MostNames = 5;

    private readonly List<(string Name, string Why)> refused = [];

    public void Add(Signature signature, string why) => refused.Add((signature.Listing.Name, why));

    public IReadOnlyList<string> Sentences => [.. refused.GroupBy(one => one.Why).Select(same => same.Count() == 1 ? $"{same.First().Name}: {same.Key}"
        : $"{same.Count()} were left out for the same reason: {same.Key} They are {string.Join(", ", same.Take(MostNames).Select(one => one.Name))}{(same.Count() > MostNames ? $" and {same.Count() - MostNames} more" : "")}.")];
}
