using System.Collections.Frozen;
using System.Globalization;
using CoalitionLetters.Data;

namespace CoalitionLetters.Organizations.Signals;

/// <summary>
/// Endings below which anybody may register a name, or is lent one: "org.uk", "qc.ca", "herokuapp.com". From the Public Suffix List, which is shipped as its makers publish it and read by their
/// rules (publicsuffix.org/list): the longest rule holds, * stands for one label, and ! takes a name out.
/// </summary>
internal static class PublicSuffixes
{
    private const string PrivatePart = "===BEGIN PRIVATE DOMAINS===";

    // Each rule, and whether a company lends names below it.
    private static readonly Lazy<FrozenDictionary<string, bool>> rules = new(Read);

    /// <summary>How many labels the ending of a name has, and whether a company lends names below it. A name's last label always is one.</summary>
    public static (int Labels, bool IsLent) Of(string[] labels)
    {
        for (var at = 0; at < labels.Length; at++)
        {
            var (ending, above) = (string.Join('.', labels[at..]), string.Join('.', labels[(at + 1)..]));
            if (rules.Value.TryGetValue($"!{ending}", out var isLent))
                return (labels.Length - at - 1, isLent);
            if (rules.Value.TryGetValue(ending, out isLent) || rules.Value.TryGetValue($"*.{above}", out isLent))
                return (labels.Length - at, isLent);
        }
        return (1, false);
    }

    private static FrozenDictionary<string, bool> Read()
    {
        var (found, isLent) = (new Dictionary<string, bool>(), false);
        foreach (var line in File.ReadLines(Path.Combine(ShippedData.Folder, "public_suffix_list.dat")))
        {
            isLent |= line.Contains(PrivatePart, StringComparison.Ordinal);
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                found[Ascii(line.Split(' ', '\t')[0])] = isLent;
        }
        return found.ToFrozenDictionary();
    }

    /// <summary>Domains are compared as mail servers write them.</summary>
    private static string Ascii(string rule) => System.Text.Ascii.IsValid(rule) ? rule
        : rule.StartsWith("*.", StringComparison.Ordinal) ? $"*.{new IdnMapping().GetAscii(rule[2..])}"
        : rule[0] == '!' ? $"!{new IdnMapping().GetAscii(rule[1..])}" : new IdnMapping().GetAscii(rule);
}
