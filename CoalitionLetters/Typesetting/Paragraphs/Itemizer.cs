using System.Text;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>
/// Cuts text where style, script, direction or font change. Fonts are chosen for whole clusters, so that a mark stays with its
/// letter; signs without a script (spaces, commas, digits) stay in the font of the letters before them where it has them.
/// </summary>
internal sealed class Itemizer(SetText text, FontLibrary fonts)
{
    private readonly List<Item> items = [];
    private readonly IReadOnlyList<ScriptRun> scripts = Scripts.Runs(text.Text);
    private FontFile own = null!;
    private Span span = null!;
    private Item? last;
    private FontFile? fallback;
    private Script fallbackScript;
    private byte fallbackLevel;
    private int source;
    private int script;

    public static List<Item> Itemize(SetText text, FontLibrary fonts) => new Itemizer(text, fonts).Run();

    private List<Item> Run()
    {
        var chars = text.Text;
        for (int at = 0, end; at < chars.Length; at = end)
        {
            EnterSource(at);
            while (scripts[script].Start + scripts[script].Length <= at)
            {
                script++;
            }

            end = at + ClusterLength(chars, at);
            Add(at, end);
        }

        return items;
    }

    private void EnterSource(int at)
    {
        while (source < text.Sources.Count && text.Sources[source].Start <= at)
        {
            span = text.Sources[source++].Span;
            fallback = null;
            var style = span.Style;
            own = fonts.Face(style.Family, style.Bold, style.Italic);
        }
    }

    /// <summary>Up to the next span at the most: where the style changes within a cluster, so does the font.</summary>
    private int ClusterLength(string chars, int at)
    {
        var limit = source < text.Sources.Count ? text.Sources[source].Start : chars.Length;
        if (chars[at] < '\u0300' && (at + 1 >= limit || chars[at + 1] < '\u0300'))
        {
            return 1;
        }

        return Cluster.LengthOf(chars.AsSpan(at, limit - at));
    }

    private void Add(int start, int end)
    {
        var cluster = text.Text.AsSpan(start, end - start);
        if (FontForAll(start, cluster) is { } font)
        {
            Append(start, end, font, isMissing: false);
            return;
        }

        // No one font has it all: letter and marks each in their own.
        for (int at = start, length; at < end; at += length)
        {
            Rune.DecodeFromUtf16(text.Text.AsSpan(at), out var rune, out length);
            var found = fonts.FaceFor(rune.Value, span.Style.Family, span.Style.Bold, span.Style.Italic, span.Style.Language);
            Append(at, at + length, found ?? own, found is null);
        }
    }

    private FontFile? FontForAll(int at, ReadOnlySpan<char> cluster)
    {
        var level = text.Levels[at];
        if (fallback is not null && fallbackScript == scripts[script].Script && fallbackLevel == level && IsCommon(cluster) && Has(fallback, cluster))
        {
            return fallback;
        }

        if (Has(own, cluster))
        {
            return own;
        }

        var style = span.Style;
        foreach (var rune in cluster.EnumerateRunes())
        {
            var font = fonts.FaceFor(rune.Value, style.Family, style.Bold, style.Italic, style.Language);
            if (font is not null && Has(font, cluster))
            {
                (fallback, fallbackScript, fallbackLevel) = (font, scripts[script].Script, level);
                return font;
            }
        }

        return null;
    }

    private static bool IsCommon(ReadOnlySpan<char> cluster)
    {
        Rune.DecodeFromUtf16(cluster, out var rune, out _);
        return Scripts.Of(rune.Value) is Script.Common or Script.Inherited;
    }

    /// <summary>A letter that the font has ready with its mark needs no mark alone.</summary>
    private static bool Has(FontFile font, ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1)
        {
            return font.Covers(cluster[0]);
        }

        return HasEach(font, cluster) || HasEach(font, cluster.ToString().Normalize(NormalizationForm.FormC));
    }

    private static bool HasEach(FontFile font, ReadOnlySpan<char> cluster)
    {
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (!font.Covers(rune.Value) && !Scripts.IsIgnorable(rune.Value))
            {
                return false;
            }
        }

        return true;
    }

    private void Append(int start, int end, FontFile font, bool isMissing)
    {
        var (script, level) = (scripts[this.script].Script, text.Levels[start]);
        if (last is null || last.Font != font || last.Script != script || last.Level != level || last.IsMissing != isMissing || last.Span != span)
        {
            items.Add(last = new Item(start, span, font, script, level, isMissing));
        }

        last.End = end;
    }
}
