using System.Globalization;
using System.Numerics;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>Reads lengths, colors and transforms as SVG attributes write them. A <see cref="FormatException"/> says what is wrong.</summary>
internal static class SvgValues
{
    /// <returns>User units, which are pixels at 96 to the inch.</returns>
    public static float Length(string text)
    {
        var digits = text.AsSpan().Trim().TrimEnd("abcdefghijklmnopqrstuvwxyz%");
        var unit = text.AsSpan().Trim()[digits.Length..];
        var factor = unit switch
        {
            "" or "px" => 1,
            "pt" => 96 / 72f,
            "pc" => 16,
            "in" => 96,
            "cm" => 96 / 2.54f,
            "mm" => 96 / 25.4f,
            _ => throw new FormatException($"the length {text} has a unit that is not read"),
        };
        return Number(digits, text) * factor;
    }

    /// <summary>A share of one, also in percent.</summary>
    public static double Share(string text)
    {
        var isPercent = text.EndsWith('%');
        return Math.Clamp(Number(text.AsSpan().TrimEnd('%'), text) / (isPercent ? 100 : 1), 0, 1);
    }

    /// <returns>Null for none.</returns>
    public static Color? Paint(string text)
    {
        var value = text.Trim();
        if (value is "none" or "transparent")
        {
            return null;
        }

        if (value.StartsWith("url(", StringComparison.Ordinal))
        {
            throw new FormatException("it has gradients or patterns. Give its shapes plain colors in your drawing program, or save the logo as PNG");
        }

        return value switch
        {
            "currentColor" => Color.Black,
            ['#', var red, var green, var blue] => Hex(string.Concat("#", new string(red, 2), new string(green, 2), new string(blue, 2))),
            ['#', _, _, _, _, _, _] => Hex(value),
            _ when value.StartsWith("rgb(", StringComparison.Ordinal) => Rgb(value),
            _ => Named(value),
        };
    }

    public static Matrix3x2 Transform(string text)
    {
        var scanner = new SvgScanner(text);
        var transform = Matrix3x2.Identity;
        while (!scanner.IsAtEnd)
        {
            var name = scanner.Until('(');
            var inner = new SvgScanner(scanner.Until(')'));
            transform = Operation(name, ref inner) * transform;
        }

        return transform;
    }

    private static Matrix3x2 Operation(ReadOnlySpan<char> name, ref SvgScanner numbers)
    {
        var first = numbers.Number();
        switch (name)
        {
            case "matrix":
                return new Matrix3x2(first, numbers.Number(), numbers.Number(), numbers.Number(), numbers.Number(), numbers.Number());
            case "translate":
                return Matrix3x2.CreateTranslation(first, numbers.IsAtEnd ? 0 : numbers.Number());
            case "scale":
                return Matrix3x2.CreateScale(first, numbers.IsAtEnd ? first : numbers.Number());
            case "rotate":
                return Matrix3x2.CreateRotation(first * MathF.PI / 180, numbers.IsAtEnd ? Vector2.Zero : numbers.Point());
            case "skewX":
                return Matrix3x2.CreateSkew(first * MathF.PI / 180, 0);
            case "skewY":
                return Matrix3x2.CreateSkew(0, first * MathF.PI / 180);
            default:
                throw new FormatException($"{name} is no transform");
        }
    }

    private static float Number(ReadOnlySpan<char> digits, string text) =>
        float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
            ? number
            : throw new FormatException($"“{text}” is no number");

    private static Color Hex(string value)
    {
        try
        {
            return Color.FromHex(value);
        }
        catch (TypesettingException)
        {
            throw new FormatException($"“{value}” is no color");
        }
    }

    private static Color Rgb(string value)
    {
        var parts = value["rgb(".Length..].TrimEnd(')').Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 3)
        {
            throw new FormatException($"“{value}” is no color");
        }

        var bytes = Array.ConvertAll(parts, part => (byte)Math.Round(part.EndsWith('%') ? Share(part) * 255 : Math.Clamp(Number(part, part), 0, 255)));
        return new Color(bytes[0], bytes[1], bytes[2]);
    }

    private static Color Named(string value)
    {
        var known = System.Drawing.Color.FromName(value);
        return known is { IsKnownColor: true, IsSystemColor: false }
            ? new Color(known.R, known.G, known.B)
            : throw new FormatException($"“{value}” is no color");
    }
}
