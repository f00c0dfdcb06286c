using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>Words that were shaped before, per font; they go when the font does. Long words and those beyond a limit are not kept.</summary>
internal sealed class WordCache
{
    private const int MaxWordLength = 40;

    /// <summary>Of all words together, since each takes memory by its glyphs.</summary>
    private const int MaxCharacters = 400_000;

    private static readonly ConditionalWeakTable<FontFile, ConcurrentDictionary<(Script, bool, string), WordCache>> Caches = [];

    private readonly ConcurrentDictionary<string, ShapedWord>.AlternateLookup<ReadOnlySpan<char>> words =
        new ConcurrentDictionary<string, ShapedWord>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FontFile font;
    private readonly Script script;
    private readonly bool rightToLeft;
    private readonly string language;
    private int characters;

    private WordCache(FontFile font, Script script, bool rightToLeft, string language)
    {
        (this.font, this.script, this.rightToLeft, this.language) = (font, script, rightToLeft, language);
    }

    public static WordCache For(FontFile font, Script script, bool rightToLeft, string language) =>
        Caches.GetOrCreateValue(font).GetOrAdd((script, rightToLeft, language), static (key, font) => new WordCache(font, key.Item1, key.Item2, key.Item3), font);

    public ShapedWord Shape(ReadOnlySpan<char> word)
    {
        if (word.Length <= MaxWordLength && words.TryGetValue(word, out var known))
        {
            return known;
        }

        var shaped = new ShapedWord(Shaper.Shape(font, word, script, rightToLeft, language));
        if (word.Length <= MaxWordLength && Volatile.Read(ref characters) < MaxCharacters && words.TryAdd(word, shaped))
        {
            Interlocked.Add(ref characters, word.Length);
        }

        return shaped;
    }
}
