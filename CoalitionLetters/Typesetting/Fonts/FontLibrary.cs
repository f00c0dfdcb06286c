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

    // For the first 65,536 characters: not asked yet, there, or missing.
    private readonly byte[] presence = new byte[0x10000];
    private Asked? lastAsked;

    private sealed record Asked(string Family, bool Bold, bool Italic, FontFace Face);

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

    private bool IsThere(int codePoint)
    {
        const byte There = 1, Missing = 2;

        if (codePoint >= presence.Length)
            return IsSomewhere(codePoint);
        if (presence[codePoint] == 0)
            presence[codePoint] = IsSomewhere(codePoint) ? There : Missing;
        return presence[codePoint] == There;
    }

    private bool IsSomewhere(int codePoint) => Ignorable.Is(codePoint) || Fallback(codePoint, bold: false, italic: false, "") is not null;

    // Text is asked about character by character, so the same face is wanted again and again.
    private FontFace FaceOf(string family, bool bold, bool italic)
    {
        if (lastAsked is { } last && ReferenceEquals(last.Family, family) && last.Bold == bold && last.Italic == italic)
            return last.Face;

        var face = faces.GetOrAdd((family, bold, italic), key => (Find(key.Item1) ?? throw new TypesettingException(
            $"There is no font named “{key.Item1}”; there are {string.Join(", ", Families.Order(StringComparer.Ordinal))}.")).Nearest(key.Item2, key.Item3));
        lastAsked = new Asked(family, bold, italic, face);
        return face;
    }

    private FontFamily? Find(string family) => families.Value.FirstOrDefault(f => f.Name.Equals(family, StringComparison.OrdinalIgnoreCase));

    private FontFace? Fallback(int codePoint, bool bold, bool italic, string language)
    {
        var key = (codePoint, bold, italic, FallbackOrder.LanguageThatMatters(language));
        return fallbacks.GetOrAdd(key, static (key, families) => FallbackOrder.Of(families, key.Item1, key.Item4)
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
