using System.Text;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Shaping;

/// <summary>A character with its combining marks: taken apart and put in order, then put together again as far as the font has the
/// composed characters. The rest is left for the font to place (after HarfBuzz's hb-ot-shape-normalize).</summary>
internal static class Composition
{
    private const char YpogegrammeniAfterAll = '\u0345';

    /// <summary>Gives back the characters to show, or nothing if the font lacks one of them.</summary>
    public static List<Rune>? Compose(ReadOnlySpan<char> cluster, FontFile font)
    {
        var wellFormed = new StringBuilder();
        foreach (var rune in cluster.EnumerateRunes())
            wellFormed.Append(rune.ToString());

        List<Rune> parts = [.. wellFormed.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes()];
        List<Rune> composed = [parts[0]];
        var starter = 0;
        foreach (var part in parts.Skip(1))
        {
            var isFree = starter == composed.Count - 1 || StandsBefore(composed[^1], part);
            if (isFree && Together(composed[starter], part) is { } whole && font.Covers(whole.Value))
            {
                composed[starter] = whole;
                continue;
            }

            composed.Add(part);
            if (IsStarter(part))
                starter = composed.Count - 1;
        }

        return composed.TrueForAll(rune => font.Covers(rune.Value)) ? composed : null;
    }

    private static Rune? Together(Rune starter, Rune mark)
    {
        Span<char> pair = stackalloc char[4];
        var length = starter.EncodeToUtf16(pair);
        length += mark.EncodeToUtf16(pair[length..]);
        var together = new string(pair[..length]).Normalize(NormalizationForm.FormC);
        return Rune.DecodeFromUtf16(together, out var whole, out var used) == System.Buffers.OperationStatus.Done && used == together.Length ? whole : null;
    }

    // The combining classes are not to be had from .NET, but its normalization sorts by them.
    private static bool StandsBefore(Rune first, Rune second) =>
        first != second && $"a{second}{first}".Normalize(NormalizationForm.FormD) == $"a{first}{second}";

    private static bool IsStarter(Rune rune) =>
        rune.Value != YpogegrammeniAfterAll && $"a{YpogegrammeniAfterAll}{rune}".Normalize(NormalizationForm.FormD)[1] == YpogegrammeniAfterAll;
}
