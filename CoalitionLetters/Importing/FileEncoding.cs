using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CoalitionLetters.Importing;

/// <summary>Finds the encoding of a text: a mark at its start, zeros as UTF-16 has them, strictly valid UTF-8, or else Windows-1252.</summary>
internal static class FileEncoding
{
    /// <summary>What stands in the text for bytes that are none of its encoding: a code point that no text holds, so that its row and column can be told.</summary>
    public const char Broken = '\uFFFF';

    /// <summary>What a text is taken for where nothing speaks for another encoding: the one answer that is a mere guess.</summary>
    public const string Fallback = "windows-1252";

    /// <summary>The encodings in which spreadsheets save text, with what people call them.</summary>
    public static readonly (string Name, string Label)[] Known =
    [
        ("utf-8", "UTF-8"), ("utf-16", "UTF-16 LE"), ("utf-16be", "UTF-16 BE"), ("utf-32", "UTF-32"), (Fallback, "Windows-1252 (Western European)"),
        ("macintosh", "Macintosh (Western European)"), ("ibm437", "MS-DOS 437 (American)"), ("ibm850", "MS-DOS 850 (Western European)"),
        ("windows-1250", "Windows-1250 (Central European)"), ("windows-1251", "Windows-1251 (Cyrillic)"), ("windows-1253", "Windows-1253 (Greek)"), ("windows-1254", "Windows-1254 (Turkish)"),
        ("windows-1255", "Windows-1255 (Hebrew)"), ("windows-1256", "Windows-1256 (Arabic)"), ("windows-1258", "Windows-1258 (Vietnamese)"),
        ("gb18030", "GB18030 (simplified Chinese)"), ("big5", "Big5 (traditional Chinese)"), ("shift_jis", "Shift JIS (Japanese)"), ("euc-kr", "EUC-KR (Korean)"),
    ];

    private static readonly DecoderFallback telling = new DecoderReplacementFallback(Broken.ToString());

    private static readonly Encoding strict1252;

    static FileEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        strict1252 = Encoding.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);
    }

    /// <param name="said">One of <see cref="Known"/>, as staff say; null to find it.</param>
    /// <exception cref="ImportFault">The bytes are no text.</exception>
    public static (Encoding Encoding, string Name, int MarkLength) Find(Stream file, string? said = null)
    {
        Span<byte> start = stackalloc byte[4096];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];

        var (marked, markLength) = Mark(start);
        var name = said ?? marked ?? Guess(file, start);
        return (Telling(name), name, markLength);
    }

    /// <summary>The mark at the start of a text is none of its words, also where staff say that it lies.</summary>
    private static (string? Name, int Length) Mark(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? ("utf-8", 3)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? ("utf-32", 4)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? ("utf-16", 2)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? ("utf-16be", 2)
        : (null, 0);

    private static string Guess(Stream file, ReadOnlySpan<byte> start)
    {
        if (ZerosAt(start, 1) > 0.3 && ZerosAt(start, 0) < 0.1)
            return "utf-16";
        if (ZerosAt(start, 0) > 0.3 && ZerosAt(start, 1) < 0.1)
            return "utf-16be";
        // A zero here and there is damage, and the reader tells its place; among many other control characters it shows that this is no text at all.
        if (start.Contains((byte)0) && ControlsIn(start) > Math.Max(2, start.Length / 20))
            throw new ImportFault("This is no text: it has zero bytes throughout. Save the list as CSV or XLSX and try again.");
        return IsUtf8(file) || IsMostlyUtf8(file) ? "utf-8" : Fallback;
    }

    /// <summary>What a text was before its UTF-8 was read as Windows-1252: "UniÃ³n" was "Unión". Null where it is not such a text.</summary>
    public static string? Ungarbled(string text)
    {
        if (Ascii.IsValid(text))
            return null;
        try
        {
            var bytes = strict1252.GetBytes(text);
            return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// The first word within which a mark stands as none stands there: an ó of Macintosh is a dash in Windows-1252, one of MS-DOS a cent, a Polish ł a raised 3; Chinese, Cyrillic and Greek
    /// words become letters with accents alone, most of them with marks between. Null where there is none.
    /// </summary>
    public static string? MisreadWord(string text) => text.Split(' ').FirstOrDefault(word =>
        Enumerable.Range(1, Math.Max(0, word.Length - 2)).Any(at => "\u2014\u2013\u2021\u00A2\u00A3\u00A4\u00A1\u201A\u201E\u201D\u017D\u00B2\u00B3\u00B9\u00BC\u00BD\u00BE\u00BB\u00BF\u00A5\u00A6\u00B1".Contains(word[at]) && char.IsLower(word[at - 1]) && char.IsLower(word[at + 1]))
        || (word.Length >= 4 && word.All(c => c >= '\u0080')));

    private static Encoding Telling(string name) => Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, telling);

    private static int ControlsIn(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n') ? 1 : 0;
        return controls;
    }

    private static double ZerosAt(ReadOnlySpan<byte> bytes, int parity)
    {
        var zeros = 0;
        for (var i = parity; i < bytes.Length; i += 2)
            zeros += bytes[i] == 0 ? 1 : 0;
        return bytes.Length < 2 ? 0 : zeros / (bytes.Length / 2.0);
    }

    private static bool IsUtf8(Stream file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            file.Position = 0;
            var kept = 0;
            while (true)
            {
                var read = file.Read(buffer, kept, buffer.Length - kept);
                var bytes = buffer.AsSpan(0, kept + read);
                if (Utf8.IsValid(bytes))
                {
                    kept = 0;
                    if (read == 0)
                        return true;
                    continue;
                }

                // A character may be cut by the end of the buffer: its first bytes, three at most, wait for the rest.
                var whole = WholeCharacters(bytes);
                if (read == 0 || !Utf8.IsValid(bytes[..whole]))
                    return false;
                kept = bytes.Length - whole;
                bytes[whole..].CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// UTF-8 with a stray byte pasted in: at least as many characters of several bytes as bytes that fit nowhere. Text in Windows-1252 has next to none of the former.
    /// </summary>
    private static bool IsMostlyUtf8(Stream file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            file.Position = 0;
            var (kept, whole, stray) = (0, 0, 0);
            while (file.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
            {
                var bytes = buffer.AsSpan(0, kept + read);
                while (bytes.Length > 0)
                {
                    var found = Rune.DecodeFromUtf8(bytes, out _, out var length);
                    if (found == OperationStatus.NeedMoreData)
                        break;
                    (whole, stray) = found == OperationStatus.Done ? (whole + (length > 1 ? 1 : 0), stray) : (whole, stray + 1);
                    bytes = bytes[length..];
                }
                kept = bytes.Length;
                bytes.CopyTo(buffer);
            }
            return whole > 0 && whole >= stray;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
                return bytes.Length - back;
            if (b < 0x80)
                break;
        }
        return bytes.Length;
    }
}
