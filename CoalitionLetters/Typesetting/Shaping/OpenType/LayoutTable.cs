using System.Text;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>The table "GSUB" or "GPOS": which lookups the features of a script and language ask for.</summary>
internal sealed class LayoutTable
{
    // Contexts call lookups, which may be contexts again.
    private const int MaxDepth = 16;
    private const int MaxLookups = 4_096;
    private const int MaxCoveredGlyphs = 4_000_000;

    private readonly FontTable table;
    private readonly FontTable lookupList;
    private readonly Func<int, FontTable, Subtable> read;
    private readonly Lookup?[] lookups;
    private int allowance = MaxCoveredGlyphs;

    public LayoutTable(FontTable table, GlyphDefinitions definitions, Func<int, FontTable, Subtable> read)
    {
        this.table = table;
        this.read = read;
        Definitions = definitions;
        lookupList = table.IsEmpty ? table : table.Follow(8);
        var count = table.IsEmpty ? 0 : lookupList.UShort(0);
        if (count > MaxLookups)
            table.Broken();
        lookups = new Lookup?[count];
    }

    public bool IsEmpty => table.IsEmpty;
    public GlyphDefinitions Definitions { get; }

    /// <summary>The lookups of these features, in the order in which the font wants them applied.</summary>
    public Lookup[] LookupsOf(string script, string language, IReadOnlySet<string> features)
    {
        if (table.IsEmpty || Script(script) is not { IsEmpty: false } system)
            return [];

        var languageSystem = LanguageSystem(system, language);
        if (languageSystem.IsEmpty)
            return [];

        var featureList = table.Follow(6);
        List<int> indices = [];
        AddLookups(featureList, languageSystem.UShort(2), null, indices);
        for (var i = 0; i < languageSystem.UShort(4); i++)
            AddLookups(featureList, languageSystem.UShort(6 + 2 * i), features, indices);

        indices.Sort();
        List<Lookup> found = [];
        for (var i = 0; i < indices.Count; i++)
        {
            if (indices[i] < lookups.Length && (i == 0 || indices[i] != indices[i - 1]))
                found.Add(At(indices[i]));
        }

        return [.. found];
    }

    /// <summary>A lookup called from a context; -1 if it does nothing or calls go too deep.</summary>
    public int ApplyNested(int lookup, GlyphLine line, int at, int depth) =>
        depth < MaxDepth && lookup < lookups.Length ? At(lookup).ApplyAt(line, at, this, depth + 1) : -1;

    // Two threads may read the same lookup at once; either result is good.
    private Lookup At(int index) => lookups[index] ??= new Lookup(lookupList.Follow(2 + 2 * index), Definitions, read, ref allowance);

    private FontTable Script(string script)
    {
        var scripts = table.Follow(4);
        foreach (var wanted in (string[])[script, "DFLT", "dflt", "latn"])
        {
            for (var i = 0; i < scripts.UShort(0); i++)
            {
                if (Tag(scripts, 2 + 6 * i) == wanted)
                    return scripts.Follow(6 + 6 * i);
            }
        }

        return default;
    }

    private static FontTable LanguageSystem(FontTable script, string language)
    {
        for (var i = 0; i < script.UShort(2); i++)
        {
            if (Tag(script, 4 + 6 * i) == language)
                return script.Follow(8 + 6 * i);
        }

        return script.UShort(0) == 0 ? default : script.Follow(0);
    }

    private static void AddLookups(FontTable featureList, int feature, IReadOnlySet<string>? wanted, List<int> indices)
    {
        if (feature >= featureList.UShort(0) || wanted?.Contains(Tag(featureList, 2 + 6 * feature)) == false)
            return;

        var lookups = featureList.Follow(6 + 6 * feature);
        for (var i = 0; i < lookups.UShort(2); i++)
            indices.Add(lookups.UShort(4 + 2 * i));
    }

    private static string Tag(FontTable table, int at) => Encoding.Latin1.GetString(table.Slice(at, 4).Bytes);
}
