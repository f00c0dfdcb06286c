using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>Reads objects and operators one after the other (ISO 32000-1, 7.2 and 7.3).</summary>
/// <param name="faults">Gets what PDF/A asks of the writing and readers forgive, by its clause.</param>
public sealed partial class PdfSyntax(byte[] bytes, int at = 0, ICollection<(string Clause, string Where)>? faults = null)
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

    /// <summary>Skips the data of a picture that stands in the content itself.</summary>
    public void SkipInlineData()
    {
        var end = bytes.AsSpan(At).IndexOf(" EI"u8);
        At = end < 0 ? bytes.Length : At + end + 1;
    }

    /// <summary>Reads the number, the word obj and the object; a stream's data stays as it stands in the file.</summary>
    public (int Number, object? Value) ReadIndirect(Func<object?, object?> resolve)
    {
        Note(!ObjectHead().IsMatch(TextAt(At, 32)) || !IsLineEnd(At - 1), "A 6.1.9");
        var number = (int)(double)Read()!;
        Read();
        Expect("obj");
        var value = Read();
        if (value is PdfDictionary dictionary && TrySkip("stream"))
        {
            var line = LineEnd().Match(TextAt(At, 2));
            Note(line.Value is not ("\n" or "\r\n"), "A 6.1.7.1-lines");
            At += line.Length;
            var end = EndOfData((int)(double)resolve(dictionary.Entries["Length"])!);
            dictionary.Data = bytes[At..end];
            At = end;
            Expect("endstream");
        }

        Expect("endobj");
        Note(!IsLineEnd(At - "endobj".Length - 1) || !IsLineEnd(At), "A 6.1.9");
        return (number, value);
    }

    /// <summary>Where the length says, or else before the line of the word endstream.</summary>
    private int EndOfData(int length)
    {
        if (EndOfStream().IsMatch(TextAt(At + length, 11)))
        {
            return At + length;
        }

        var end = At + bytes.AsSpan(At).IndexOf("endstream"u8);
        Note(true, IsLineEnd(end - 1) ? "A 6.1.7.1-length" : "A 6.1.7.1-lines");
        return IsLineEnd(end - 1) ? end - 1 : end;
    }

    private void Note(bool isFault, string clause)
    {
        if (isFault)
        {
            faults?.Add((clause, $"byte {At}"));
        }
    }

    private bool IsLineEnd(int index) => index >= 0 && index < bytes.Length && bytes[index] is (byte)'\n' or (byte)'\r';

    private string TextAt(int start, int count) => start >= bytes.Length ? "" : Encoding.Latin1.GetString(bytes, start, Math.Min(count, bytes.Length - start));

    [GeneratedRegex("^[0-9]+ [0-9]+ obj[\r\n]")]
    private static partial Regex ObjectHead();

    [GeneratedRegex("^(\r\n|\n|\r)endstream")]
    private static partial Regex EndOfStream();

    [GeneratedRegex("^(\r\n|\n|\r|)")]
    private static partial Regex LineEnd();

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
        var text = string.Concat(Encoding.Latin1.GetString(bytes, At + 1, end - At - 1).Where(digit => !IsSpace((byte)digit)));
        var digits = string.Concat(text.Where(char.IsAsciiHexDigit));
        Note(text.Length % 2 != 0, "A 6.1.6-pairs");
        Note(digits.Length < text.Length, "A 6.1.6-digits");
        At = end + 1;
        return new PdfString(Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0"));
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
