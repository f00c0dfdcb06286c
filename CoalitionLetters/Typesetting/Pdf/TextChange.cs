namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>The one stretch in which the text that a run stands for differs from the run's own, found by what is alike before and after it.</summary>
/// <param name="Start">Where it begins in the run's text.</param>
/// <param name="End">Where it ends in the run's text.</param>
/// <param name="Growth">By how much the text that is meant is longer.</param>
internal readonly record struct TextChange(int Start, int End, int Growth)
{
    public bool IsNone => Start == End && Growth == 0;

    /// <summary>The run shows something that the text does not have, as a hyphen at a line's end.</summary>
    public bool IsRemoval => End > Start && Growth == Start - End;

    public static TextChange Between(ReadOnlySpan<char> text, ReadOnlySpan<char> actual)
    {
        var prefix = text.CommonPrefixLength(actual);
        var suffix = 0;
        while (suffix < Math.Min(text.Length, actual.Length) - prefix && text[^(suffix + 1)] == actual[^(suffix + 1)])
        {
            suffix++;
        }

        return new TextChange(prefix, text.Length - suffix, actual.Length - text.Length);
    }

    /// <summary>True when a piece of the run's text is changed; an insertion changes what it follows.</summary>
    public bool Touches(int from, int to) =>
        !IsNone && (Start < End ? from < End && to > Start : from < Math.Max(Start, 1) && to >= Start);

    public int ToActual(int index, bool isEnd) => index > Start || (isEnd && index == Start && Start == End) ? index + Growth : index;
}
