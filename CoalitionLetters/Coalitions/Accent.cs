using System.Globalization;

namespace CoalitionLetters.Coalitions;

/// <summary>
/// The coalition's colour, and what becomes of it as text and as a tint: the same clamps in OKLCH that the stylesheet applies
/// (lightness at most 0.47 and chroma at most 0.17 for ink), for browsers and mail readers that cannot do it themselves.
/// Conversion after Björn Ottosson's "A perceptual color space for image processing".
/// </summary>
public sealed record Accent
{
    public const string Default = "#1f3f94";

    private Accent(string given, string ink, string wash) => (Given, Ink, Wash) = (given, ink, wash);

    public string Given { get; }

    /// <summary>Dark enough for text on paper and for white text on it, whatever was given.</summary>
    public string Ink { get; }

    /// <summary>A tint to stand behind text.</summary>
    public string Wash { get; }

    /// <summary>Reads <c>#rgb</c> or <c>#rrggbb</c>; null for anything else.</summary>
    public static Accent? From(string? hex)
    {
        hex = hex?.Trim().ToLowerInvariant();
        if (hex is null || hex.Length is not (4 or 7) || hex[0] != '#' || !hex.Skip(1).All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var full = hex.Length == 7 ? hex : $"#{hex[1]}{hex[1]}{hex[2]}{hex[2]}{hex[3]}{hex[3]}";
        var (l, c, h) = Oklch(full);
        return new(full, Hex(Math.Min(l, .47), Math.Min(c, .17), h), Hex(.958, Math.Min(c, .012), h));
    }

    private static (double L, double C, double H) Oklch(string hex)
    {
        double Channel(int at) => Linear(int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);
        var (r, g, b) = (Channel(1), Channel(3), Channel(5));
        var l = Math.Cbrt(.4122214708 * r + .5363325363 * g + .0514459929 * b);
        var m = Math.Cbrt(.2119034982 * r + .6806995451 * g + .1073969566 * b);
        var s = Math.Cbrt(.0883024619 * r + .2817188376 * g + .6299787005 * b);
        var lightness = .2104542553 * l + .7936177850 * m - .0040720468 * s;
        var a = 1.9779984951 * l - 2.4285922050 * m + .4505937099 * s;
        var bb = .0259040371 * l + .7827717662 * m - .8086757660 * s;
        return (lightness, Math.Sqrt(a * a + bb * bb), Math.Atan2(bb, a));
    }

    private static string Hex(double lightness, double chroma, double hue)
    {
        var (a, b) = (chroma * Math.Cos(hue), chroma * Math.Sin(hue));
        var l = Math.Pow(lightness + .3963377774 * a + .2158037573 * b, 3);
        var m = Math.Pow(lightness - .1055613458 * a - .0638541728 * b, 3);
        var s = Math.Pow(lightness - .0894841775 * a - 1.2914855480 * b, 3);
        var red = Byte(4.0767416621 * l - 3.3077115913 * m + .2309699292 * s);
        var green = Byte(-1.2684380046 * l + 2.6097574011 * m - .3413193965 * s);
        var blue = Byte(-.0041960863 * l - .7034186147 * m + 1.7076147010 * s);
        return $"#{red:x2}{green:x2}{blue:x2}";
    }

    private static double Linear(double value) => value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);

    private static byte Byte(double linear)
    {
        var value = linear <= .0031308 ? linear * 12.92 : 1.055 * Math.Pow(linear, 1 / 2.4) - .055;
        return (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
    }
}
