using System.Collections.Concurrent;
using System.Text;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>The fonts in some folders and the folders inside them, by family, and which of them has a given character. Files are read
/// when they are first needed and kept. Fonts of a later folder stand before those of an earlier one, so a coalition's own come first.
/// Shared between threads.</summary>
public sealed class FontLibrary(params string[] folders)
{
    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc", ".woff", ".woff2"];

    private readonly Lazy<FontFamily[]> families = new(() => ListFamilies(folders));
    private readonly ConcurrentDictionary<(string, bool, bool), FontFace> faces = new();
    private readonly ConcurrentDictionary<(int, bool, bool, string), FontFace?> fallbacks = new();

    public IEnumerable<string> Families => families.Value.Select(f => f.Name);

    /// <summary>The face of a family that comes nearest in weight and slant.</summary>
    public FontFile Face(string family, bool bold, bool italic) => FaceOf(family, bold, italic).File;

    /// <summary>The font for a character: one of the family if it has it, or else of another family by script and language, or none.</summary>
    /// <param name="language">A BCP 47 tag; it decides between Chinese and Korean shapes of Han characters.</param>
    public FontFile? FaceFor(int codePoint, string family, bool bold, bool italic, string language)
    {
        var own = FaceOf(family, bold, italic);
        if (own.Covers(codePoint) || Ignorable.Is(codePoint))
            return own.File;

        var sibling = Find(family)!.FaceFor(codePoint, bold, italic);
        return (sibling ?? Fallback(codePoint, bold, italic, language))?.File;
    }

    /// <summary>The characters of a text that no font has, each once, in their order. Those that are never seen (joiners, soft hyphens,
    /// marks of direction) are not missing; lone surrogates always are.</summary>
    public IReadOnlyList<int> MissingFrom(string text)
    {
        List<int>? missing = null;
        for (var at = 0; at < text.Length;)
        {
            var isCharacter = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done;
            var codePoint = isCharacter ? rune.Value : text[at];
            if ((!isCharacter || !IsThere(codePoint)) && missing?.Contains(codePoint) != true)
                (missing ??= []).Add(codePoint);
            at += length;
        }

        return missing ?? [];
    }

    private bool IsThere(int codePoint) => Ignorable.Is(codePoint) || Fallback(codePoint, bold: false, italic: false, "") is not null;

    private FontFace FaceOf(string family, bool bold, bool italic)
    {
        if (faces.TryGetValue((family, bold, italic), out var face))
            return face;

        var found = Find(family) ?? throw new TypesettingException(
            $"There is no font named “{family}”; there are {string.Join(", ", Families.Order(StringComparer.Ordinal))}.");
        return faces.GetOrAdd((family, bold, italic), found.Nearest(bold, italic));
    }

    private FontFamily? Find(string family) => families.Value.FirstOrDefault(f => f.Name.Equals(family, StringComparison.OrdinalIgnoreCase));

    private FontFace? Fallback(int codePoint, bool bold, bool italic, string language)
    {
        var key = (codePoint, bold, italic, Fonts.Fallback.LanguageThatMatters(language));
        return fallbacks.GetOrAdd(key, static (key, families) => Fonts.Fallback
            .InOrder(families, key.Item1, key.Item4)
            .Select(f => f.FaceFor(key.Item1, key.Item2, key.Item3))
            .FirstOrDefault(f => f is not null), families.Value);
    }

    private static FontFamily[] ListFamilies(string[] folders) =>
    [
        .. folders.Reverse().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal))
            .Select(file => new FontFace(file))
            .GroupBy(face => face.Family, StringComparer.OrdinalIgnoreCase)
            .Select(faces => new FontFamily(faces.Key, [.. faces])),
    ];
}
