using System.Globalization;
using System.Numerics;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>Reads numbers, flags and words one after the other, as SVG writes them in paths, transforms and lists.</summary>
internal ref struct SvgScanner(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    public bool IsAtEnd
    {
        get
        {
            SkipSeparators();
            return rest.IsEmpty;
        }
    }

    public bool IsAtNumber
    {
        get
        {
            SkipSeparators();
            return !rest.IsEmpty && (char.IsAsciiDigit(rest[0]) || rest[0] is '+' or '-' or '.');
        }
    }

    /// <exception cref="FormatException">Something else stands here.</exception>
    public float Number()
    {
        SkipSeparators();
        var length = NumberLength();
        if (length == 0 || !float.TryParse(rest[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !float.IsFinite(number))
        {
            throw new FormatException("a number is missing");
        }

        rest = rest[length..];
        return number;
    }

    public Vector2 Point() => new(Number(), Number());

    /// <summary>A flag may stand without a space before what follows.</summary>
    public bool Flag()
    {
        SkipSeparators();
        if (rest.IsEmpty || rest[0] is not ('0' or '1'))
        {
            throw new FormatException("a flag is missing");
        }

        var isSet = rest[0] == '1';
        rest = rest[1..];
        return isSet;
    }

    public char Letter()
    {
        SkipSeparators();
        if (rest.IsEmpty || !char.IsAsciiLetter(rest[0]))
        {
            throw new FormatException("a command is missing");
        }

        var letter = rest[0];
        rest = rest[1..];
        return letter;
    }

    /// <summary>Reads up to a mark and over it.</summary>
    public ReadOnlySpan<char> Until(char mark)
    {
        SkipSeparators();
        var at = rest.IndexOf(mark);
        if (at < 0)
        {
            throw new FormatException($"“{mark}” is missing");
        }

        var word = rest[..at].Trim();
        rest = rest[(at + 1)..];
        return word;
    }

    private void SkipSeparators() => rest = rest.TrimStart(" \t\r\n,");

    private readonly int NumberLength()
    {
        var at = rest is ['+' or '-', ..] ? 1 : 0;
        at += Digits(at);
        if (at < rest.Length && rest[at] == '.')
        {
            at++;
            at += Digits(at);
        }

        if (at + 1 < rest.Length && rest[at] is 'e' or 'E')
        {
            var exponent = at + 1 + (rest[at + 1] is '+' or '-' ? 1 : 0);
            var digits = Digits(exponent);
            at = digits > 0 ? exponent + digits : at;
        }

        return at;
    }

    private readonly int Digits(int from)
    {
        var count = 0;
        while (from + count < rest.Length && char.IsAsciiDigit(rest[from + count]))
        {
            count++;
        }

        return count;
    }
}
