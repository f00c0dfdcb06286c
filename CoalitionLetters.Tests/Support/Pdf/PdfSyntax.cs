using System.Globalization;
using System.Text;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>Reads objects and operators one after the other (ISO 32000-1, 7.2 and 7.3).</summary>
public sealed class PdfSyntax(byte[] bytes, int at = 0)
{
    private static readonly object ListEnd = new();
    private static readonly object DictionaryEnd = new();

    public int At { get; set; } = at;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return At >= bytes.Length;
        }
    }

    public object? Read()
    {
        SkipSpace();
        switch (bytes[At])
        {
            case (byte)'/':
                At++;
                return ReadName();
            case (byte)'(':
                return ReadString();
            case (byte)'[':
                At++;
                return ReadList();
            case (byte)']':
                At++;
                return ListEnd;
            case (byte)'<' when Next() == '<':
                At += 2;
                return ReadDictionary();
            case (byte)'<':
                return ReadHex();
            case (byte)'>' when Next() == '>':
                At += 2;
                return DictionaryEnd;
            default:
                return ReadWord();
        }
    }

    /// <summary>Reads the number, the word obj and the object; a stream's data stays as it stands in the file.</summary>
    public (int Number, object? Value) ReadIndirect(Func<object?, object?> resolve)
    {
        var number = (int)(double)Read()!;
        Read();
        Expect("obj");
        var value = Read();
        if (value is PdfDictionary dictionary && TrySkip("stream"))
        {
            At += bytes[At] == '\r' ? 2 : 1;
            var length = (int)(double)resolve(dictionary.Entries["Length"])!;
            dictionary.Data = bytes.AsSpan(At, length).ToArray();
            At += length;
            Expect("endstream");
        }

        Expect("endobj");
        return (number, value);
    }

    private void Expect(string word)
    {
        if (!TrySkip(word))
        {
            throw new InvalidDataException($"“{word}” is missing at {At}.");
        }
    }

    private bool TrySkip(string word)
    {
        SkipSpace();
        if (!bytes.AsSpan(At).StartsWith(Encoding.ASCII.GetBytes(word)))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    private char Next() => At + 1 < bytes.Length ? (char)bytes[At + 1] : ' ';

    private void SkipSpace()
    {
        while (At < bytes.Length && (IsSpace(bytes[At]) || bytes[At] == '%'))
        {
            if (bytes[At++] == '%')
            {
                while (At < bytes.Length && bytes[At] is not ((byte)'\n' or (byte)'\r'))
                {
                    At++;
                }
            }
        }
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(byte value) => !IsSpace(value) && !"()<>[]{}/%"u8.Contains(value);

    private string ReadRegular()
    {
        var start = At;
        while (At < bytes.Length && IsRegular(bytes[At]))
        {
            At++;
        }

        return Encoding.Latin1.GetString(bytes, start, At - start);
    }

    private PdfName ReadName()
    {
        var raw = ReadRegular();
        var name = new StringBuilder();
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] == '#')
            {
                name.Append((char)Convert.ToByte(raw.Substring(index + 1, 2), 16));
                index += 2;
            }
            else
            {
                name.Append(raw[index]);
            }
        }

        return new PdfName(name.ToString());
    }

    private object? ReadWord()
    {
        var word = ReadRegular();
        if (word.Length == 0)
        {
            throw new InvalidDataException($"Nothing can be read at {At}.");
        }

        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return TryReadReference(number) ?? number;
        }

        return word switch { "true" => true, "false" => false, "null" => null, _ => new PdfOperator(word) };
    }

    private object? TryReadReference(double number)
    {
        var start = At;
        SkipSpace();
        if (number >= 0 && number == Math.Floor(number) && ReadRegular() is "0")
        {
            SkipSpace();
            if (ReadRegular() == "R")
            {
                return new PdfReference((int)number);
            }
        }

        At = start;
        return null;
    }

    private PdfString ReadString()
    {
        var text = new List<byte>();
        var depth = 0;
        do
        {
            var value = bytes[At++];
            switch ((char)value)
            {
                case '(' when depth++ > 0:
                case ')' when --depth > 0:
                    text.Add(value);
                    break;
                case '\\':
                    text.Add(bytes[At++]);
                    break;
                case not '(' and not ')':
                    text.Add(value);
                    break;
            }
        }
        while (depth > 0);

        return new PdfString([.. text]);
    }

    private PdfString ReadHex()
    {
        var end = Array.IndexOf(bytes, (byte)'>', At);
        var digits = Encoding.Latin1.GetString(bytes, At + 1, end - At - 1);
        At = end + 1;
        return new PdfString(Convert.FromHexString(digits));
    }

    private List<object?> ReadList()
    {
        var list = new List<object?>();
        for (var value = Read(); value != ListEnd; value = Read())
        {
            list.Add(value);
        }

        return list;
    }

    private PdfDictionary ReadDictionary()
    {
        var entries = new Dictionary<string, object?>();
        for (var key = Read(); key != DictionaryEnd; key = Read())
        {
            entries.Add(((PdfName)key!).Value, Read());
        }

        return new PdfDictionary(entries);
    }
}
