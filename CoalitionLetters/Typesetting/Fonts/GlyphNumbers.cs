using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>Glyphs in the order in which they were added, and the number that each got by it.</summary>
internal sealed class GlyphNumbers(int glyphCount) : IReadOnlyDictionary<ushort, ushort>
{
    // One more than the number, so that 0 stands for a glyph that is not here.
    private readonly int[] numbers = new int[glyphCount];
    private readonly List<int> order = [];

    public int Count => order.Count;
    public IEnumerable<ushort> Keys => order.Select(glyph => (ushort)glyph);
    public IEnumerable<ushort> Values => Enumerable.Range(0, Count).Select(number => (ushort)number);
    public ushort this[ushort glyph] => TryGetValue(glyph, out var number) ? number : throw new KeyNotFoundException($"Glyph {glyph} was left out.");

    public ushort GlyphAt(int number) => (ushort)order[number];

    /// <summary>Adds a glyph unless it is here; gives back its number.</summary>
    public ushort Add(ushort glyph)
    {
        if (numbers[glyph] == 0)
        {
            order.Add(glyph);
            numbers[glyph] = order.Count;
        }

        return (ushort)(numbers[glyph] - 1);
    }

    public bool ContainsKey(ushort glyph) => glyph < numbers.Length && numbers[glyph] != 0;

    public bool TryGetValue(ushort glyph, [MaybeNullWhen(false)] out ushort number)
    {
        var isHere = ContainsKey(glyph);
        number = isHere ? (ushort)(numbers[glyph] - 1) : (ushort)0;
        return isHere;
    }

    public IEnumerator<KeyValuePair<ushort, ushort>> GetEnumerator()
    {
        for (var number = 0; number < order.Count; number++)
            yield return new((ushort)order[number], (ushort)number);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
