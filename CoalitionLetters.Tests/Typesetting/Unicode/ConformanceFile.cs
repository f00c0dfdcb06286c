using System.IO.Compression;

namespace CoalitionLetters.Tests.Typesetting.Unicode;

/// <summary>
/// The lines of one of the Unicode Consortium's test files, version 15.0, kept compressed with Brotli and otherwise unchanged
/// (© 2022 Unicode, Inc.; the licence is CoalitionLetters/Typesetting/Unicode/unicode-license.txt).
/// </summary>
internal static class ConformanceFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(ConformanceFile).Assembly.GetManifestResourceStream($"CoalitionLetters.Tests.Typesetting.Unicode.{name}.br")!;
        using var reader = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
