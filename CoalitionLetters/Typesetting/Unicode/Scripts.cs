using System.Text;

namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>A stretch of UTF-16 units that is shaped as one script.</summary>
public readonly record struct ScriptRun(int Start, int Length, Script Script);

/// <summary>The script of characters and of stretches of text (UAX #24, Unicode 15.0).</summary>
public static class Scripts
{
    /// <summary>The Script property; <see cref="Script.Unknown"/> for what is unassigned or no code point.</summary>
    public static Script Of(int codePoint) => (uint)codePoint > 0x10FFFF ? Script.Unknown : UnicodeData.Instance[codePoint].Script;

    /// <summary>The ISO 15924 code, as OpenType and HarfBuzz want it: "Latn".</summary>
    public static string TagOf(Script script) => ScriptTags.All.Substring((int)script * 4, 4);

    /// <summary>True when the character shows nothing of its own: joiners, variation selectors, bidi controls, soft hyphens.</summary>
    public static bool IsIgnorable(int codePoint) =>
        (uint)codePoint <= 0x10FFFF && (UnicodeData.Instance[codePoint].Flags & UnicodeFlags.Ignorable) != 0;

    /// <summary>
    /// Stretches of one script that cover the text. Common and inherited characters join what stands before them, at the start what
    /// follows; script extensions keep a comma or a sign that several scripts share with its neighbours (UAX #24, section 5); a
    /// closing bracket has the script of its opening one.
    /// </summary>
    public static IReadOnlyList<ScriptRun> Runs(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var runs = new List<ScriptRun>(1);
        Stack<(int Close, Script[] Scripts)>? brackets = null;
        var data = UnicodeData.Instance;
        var start = 0;
        Script[]? current = null;

        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            var possible = Possible(data, rune.Value);
            if (possible is null && data.TryGetBracket(rune.Value, out var pair, out var opens))
            {
                possible = opens ? Opened(pair, current) : Closed(rune.Value);
            }

            if (possible is not null && !ReferenceEquals(possible, current))
            {
                var shared = current is null ? possible : Shared(current, possible);
                if (shared.Length == 0)
                {
                    runs.Add(new ScriptRun(start, at - start, current![0]));
                    (start, shared) = (at, possible);
                }

                current = shared;
            }

            at += length;
        }

        runs.Add(new ScriptRun(start, text.Length - start, current?[0] ?? Script.Common));
        return runs;

        Script[]? Opened(int close, Script[]? scripts)
        {
            if (scripts is not null && (brackets?.Count ?? 0) < 64)
            {
                (brackets ??= []).Push((close, scripts));
            }

            return null;
        }

        Script[]? Closed(int close)
        {
            while (brackets is not null && brackets.TryPop(out var opened))
            {
                if (opened.Close == close)
                {
                    return opened.Scripts;
                }
            }

            return null;
        }
    }

    /// <summary>The scripts a character may belong to; null when it goes with anything.</summary>
    private static Script[]? Possible(UnicodeData data, int codePoint)
    {
        ref readonly var record = ref data[codePoint];
        if (record.Script == Script.Inherited)
        {
            return null;
        }

        if (record.ExtensionSet != 0)
        {
            return data.ExtensionSet(record.ExtensionSet);
        }

        return record.Script == Script.Common ? null : data.Alone(record.Script);
    }

    private static Script[] Shared(Script[] one, Script[] other) =>
        one.Length == 1 ? (other.AsSpan().Contains(one[0]) ? one : []) :
        other.Length == 1 ? (one.AsSpan().Contains(other[0]) ? other : []) :
        [.. one.Where(script => other.AsSpan().Contains(script))];
}
