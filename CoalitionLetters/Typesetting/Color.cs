using System.Globalization;

namespace CoalitionLetters.Typesetting;

/// <summary>A color in sRGB, 0 to 255 each.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    public static Color Black { get; } = new(0, 0, 0);
    public static Color White { get; } = new(255, 255, 255);

    /// <summary>Reads "#1a2b3c" or "1a2b3c".</summary>
    public static Color FromHex(string hex)
    {
        var digits = hex.AsSpan().TrimStart('#');
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw new TypesettingException($"“{hex}” is not a color; write it like #1a2b3c.");

        return new Color((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }
}
