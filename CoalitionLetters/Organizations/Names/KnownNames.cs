using System.Collections.Frozen;
using CoalitionLetters.Data;

namespace CoalitionLetters.Organizations.Names;

/// <summary>The shipped list of well-known bodies, looked up by every name they go by.</summary>
internal sealed class KnownNames
{
    private static readonly Lazy<KnownNames> shipped = new(() => new KnownNames(File.ReadLines(Path.Combine(ShippedData.Folder, "known-organizations.txt"))));

    private readonly FrozenDictionary<string, KnownName[]> byStrictKey;
    private readonly FrozenDictionary<string, KnownName[]> byLooseKey;
    private readonly FrozenDictionary<string, KnownOrganization> byFamily;
    private readonly FrozenDictionary<string, KnownOrganization> byName;
    private readonly FrozenSet<string> parents;
    private readonly IReadOnlyList<(string[] Words, KnownOrganization Organization)> shared;
    private readonly ILookup<KnownOrganization, IReadOnlyList<NameWord>> names;

    private KnownNames(IEnumerable<string> lines)
    {
        var strict = new List<(string Key, KnownName Name)>();
        var loose = new List<(string Key, KnownName Name)>();
        var organizations = new List<KnownOrganization>();
        var first = new List<(string[] Words, KnownOrganization Organization)>();
        var all = new List<(KnownOrganization Organization, IReadOnlyList<NameWord> Words)>();

        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var organization = Read(cells);
            organizations.Add(organization);

            foreach (var alias in Cell(cells, 1).Prepend(organization.Name))
            {
                var words = NameKeys.Trim(NameText.Read(alias.TrimStart('~', '+')) is var text && text.Parentheses.Count > 0 ? [.. text.Words, .. text.Parentheses.SelectMany(aside => aside)] : text.Words);
                var name = new KnownName(organization, IsVouched(alias, words, isOwn: alias == organization.Name), alias == organization.Name, IsMarked: alias[0] == '~', IsLesser: alias[0] == '~', IsUpper: words is [{ IsUpper: true }]);
                strict.Add((NameKeys.Strict(words), name));
                all.Add((organization, words));
                if (alias[0] == '~' && words.Count > 1)
                    first.Add((NameKeys.Loose(words), organization));
                loose.Add((string.Join(' ', NameKeys.Loose(words)), name));
            }
        }

        byStrictKey = Grouped(strict);
        byLooseKey = Grouped(loose);
        parents = organizations.Select(organization => organization.ParentName).OfType<string>().ToFrozenSet();
        byName = organizations.ToFrozenDictionary(organization => organization.Name);
        byFamily = organizations.SelectMany(organization => organization.FamilyWords.Select(words => (words, organization))).ToFrozenDictionary(pair => pair.words, pair => pair.organization);
        Organizations = organizations;
        shared = first;
        names = all.ToLookup(pair => pair.Organization, pair => pair.Words);
    }

    public static KnownNames Shipped => shipped.Value;

    public IReadOnlyList<KnownOrganization> Organizations { get; }

    /// <summary>The bodies that go by exactly this name, in its strict key.</summary>
    public IReadOnlyList<KnownName> Exactly(string strictKey) => byStrictKey.GetValueOrDefault(strictKey, []);

    /// <summary>The bodies that go by this name, give or take small words and short forms.</summary>
    public IReadOnlyList<KnownName> About(string looseKey) => byLooseKey.GetValueOrDefault(looseKey, []);

    /// <summary>The parent whose affiliates begin with these words: "Planned Parenthood Mar Monte".</summary>
    public KnownOrganization? SharedNameBefore(ReadOnlySpan<string> looseWords)
    {
        foreach (var (words, organization) in shared)
        {
            if (looseWords.Length > words.Length && looseWords.StartsWith(words))
                return organization;
        }
        return null;
    }

    /// <summary>All names that the list has for the body.</summary>
    public IEnumerable<NameCore> NamesOf(KnownOrganization organization) => names[organization].Select(words => new NameCore(words));

    public KnownOrganization? FamilyOf(string looseKey) => byFamily.GetValueOrDefault(looseKey);

    public KnownOrganization? Parent(KnownOrganization organization) => organization.ParentName is { } name ? byName.GetValueOrDefault(name) : null;

    /// <summary>The list has bodies that belong to it, or once did.</summary>
    public bool IsParent(KnownOrganization organization) => parents.Contains(organization.Name);

    private static KnownOrganization Read(string[] cells)
    {
        var parent = cells.ElementAtOrDefault(2) is { Length: > 0 } name ? name : null;
        var words = Cell(cells, 3).ToList();
        return new KnownOrganization(cells[0], parent?.TrimStart('?'), parent?.StartsWith('?') == true,
            [.. words.Where(word => char.IsLetter(word[0]) && !word.Contains(':', StringComparison.Ordinal)).Select(LooseKey)],
            [.. words.Where(word => word[0] == '!').Select(word => LooseKey(word[1..]))],
            [.. words.Where(word => word.StartsWith("congregation:", StringComparison.Ordinal)).Select(word => word["congregation:".Length..])],
            words.Count > 0);
    }

    private static IEnumerable<string> Cell(string[] cells, int at) => cells.Length > at ? cells[at].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    private static string LooseKey(string text) => string.Join(' ', NameKeys.Loose(NameText.Read(text).Words));

    /// <summary>A name of up to three capitals, one everyday word, or two words of the trade ("The Task Force") is shared by too many to vouch for.</summary>
    private static bool IsVouched(string alias, IReadOnlyList<NameWord> words, bool isOwn)
    {
        if (alias[0] is '~' or '+')
            return alias[0] == '+';
        if (isOwn)
            return true;
        if (NameKeys.Loose(words) is [var first, var second] && IsOfTheTrade(first) && IsOfTheTrade(second))
            return false;
        return words.Count > 1 || (words[0].Text.Length > 3 && !EnglishWords.IsCommon(words[0].Text));
    }

    private static bool IsOfTheTrade(string word) => NameWords.Topics.Contains(word) || NameWords.Bodies.Contains(word);

    private static FrozenDictionary<string, KnownName[]> Grouped(List<(string Key, KnownName Name)> names) =>
        names.GroupBy(pair => pair.Key).ToFrozenDictionary(group => group.Key, group =>
        {
            var bodies = group.Select(pair => pair.Name).GroupBy(name => name.Organization).Select(same => same.OrderByDescending(name => name.Vouched).ThenBy(name => name.IsLesser).First()).ToArray();
            var isAnothers = bodies.Any(name => !name.IsLesser);
            return bodies.Select(name => name with { Vouched = name.Vouched && bodies.Length == 1, IsLesser = name.IsLesser && isAnothers }).ToArray();
        });
}
