using System.Globalization;
using System.Text;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>A growing buffer of PDF syntax: numbers without a culture, names, strings.</summary>
internal sealed class PdfBuffer(int capacity = 256)
{
    private const int LongestString = 32_767;

    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void CutTo(int length) => Length = length;

    public PdfBuffer Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
        return this;
    }

    public PdfBuffer Add(Stream stream, int count)
    {
        stream.ReadExactly(Room(count)[..count]);
        Length += count;
        return this;
    }

    /// <summary>Adds characters up to U+00FF, one byte each.</summary>
    public PdfBuffer Add(string text)
    {
        Length += Encoding.Latin1.GetBytes(text, Room(text.Length));
        return this;
    }

    /// <summary>Adds one character up to U+00FF.</summary>
    public PdfBuffer Add(char character)
    {
        Room(1)[0] = (byte)character;
        Length++;
        return this;
    }

    public PdfBuffer Add(long number)
    {
        number.TryFormat(Room(20), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>Adds a number rounded to some decimals, without needless zeros.</summary>
    /// <exception cref="TypesettingException">It is none, or larger than a file for the archive may hold (ISO 19005-3, 6.1.13).</exception>
    public PdfBuffer Add(double number, int decimals = 2)
    {
        if (!(Math.Abs(number) <= int.MaxValue))
        {
            throw new TypesettingException(string.Create(CultureInfo.InvariantCulture, $"A size or a place on a page is {number:G4}, which no PDF can hold."));
        }

        var scale = decimals switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1_000, 4 => 10_000, 8 => 100_000_000, _ => throw new ArgumentOutOfRangeException(nameof(decimals)) };
        var scaled = (long)Math.Round(number * scale, MidpointRounding.AwayFromZero);

        if (scaled < 0)
        {
            Add('-');
            scaled = -scaled;
        }

        var (whole, fraction) = Math.DivRem(scaled, scale);
        if (whole != 0 || fraction == 0)
        {
            Add(whole);
        }

        if (fraction != 0)
        {
            Add('.');
            for (var digit = scale / 10; fraction != 0; digit /= 10)
            {
                Add((char)('0' + fraction / digit));
                fraction %= digit;
            }
        }

        return this;
    }

    public PdfBuffer AddReference(int number) => Add(number).Add(" 0 R"u8);

    /// <summary>Adds /Name with the characters escaped that a name may not hold.</summary>
    public PdfBuffer AddName(string name)
    {
        Add('/');
        foreach (var one in Encoding.UTF8.GetBytes(name))
        {
            if (one is > (byte)' ' and < 127 && !"()<>[]{}/%#"u8.Contains(one))
            {
                Add((char)one);
            }
            else
            {
                Add('#').AddHex(one, 2);
            }
        }

        return this;
    }

    /// <summary>Adds a text string: plain characters as they are, others as UTF-16.</summary>
    /// <exception cref="TypesettingException">It is longer than a file for the archive may hold in one piece (ISO 19005-3, 6.1.13).</exception>
    public PdfBuffer AddString(ReadOnlySpan<char> text)
    {
        var isPlain = text.IndexOfAnyExceptInRange(' ', '~') < 0;
        if ((isPlain ? text.Length : 2 * text.Length + 2) > LongestString)
        {
            throw new TypesettingException($"“{text[..40]}…” has {text.Length} characters, more than a PDF for the archive may hold in one piece.");
        }

        if (!isPlain)
        {
            Add("<FEFF"u8);
            foreach (var unit in text)
            {
                AddHex(unit, 4);
            }

            return Add('>');
        }

        Add('(');
        foreach (var character in text)
        {
            if (character is '(' or ')' or '\\')
            {
                Add('\\');
            }

            Add(character);
        }

        return Add(')');
    }

    public PdfBuffer AddHex(int value, int digits)
    {
        var room = Room(digits);
        for (var digit = digits - 1; digit >= 0; digit--)
        {
            room[digit] = "0123456789ABCDEF"u8[value & 15];
            value >>= 4;
        }

        Length += digits;
        return this;
    }

    public PdfBuffer AddHex(ReadOnlySpan<byte> data)
    {
        Add('<');
        foreach (var one in data)
        {
            AddHex(one, 2);
        }

        return Add('>');
    }

    private Span<byte> Room(int count)
    {
        if (bytes.Length - Length < count)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }

        return bytes.AsSpan(Length);
    }
}
