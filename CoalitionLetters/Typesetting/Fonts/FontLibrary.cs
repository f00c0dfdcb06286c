using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Text;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>The fonts in some folders and the folders inside them, by family, and which of them has a given character. Files are read
/// when they are first needed and kept. Fonts of a later folder stand before those of an earlier one, so a coalition's own come first.
/// Shared between threads.</summary>
public sealed class FontLibrary(params string[] folders)
{
    private const int DeepestFolder = 8;
    private static readonly Lazy<FontLibrary> shipped = new(() => new FontLibrary(ShippedFolder));
    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc", ".woff", ".woff2"];

    private readonly Lazy<FontFamily[]> families = new(() => ListFamilies(folders));
    private readonly ConcurrentDictionary<Style, FontFace> faces = new();
    private readonly ConcurrentDictionary<Wanted, FontFace?> fallbacks = new();

    // For the first 65,536 characters: not asked yet, there, or missing.
    private readonly byte[] presence = new byte[0x10000];
    private Asked? lastAsked;

    private sealed record Style(string Family, bool Bold, bool Italic);

    private sealed record Wanted(int CodePoint, bool Bold, bool Italic, string Language);

    private sealed record Asked(string Family, bool Bold, bool Italic, FontFace Face);

    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "assets", "fonts");

    /// <summary>The fonts that travel with the app.</summary>
    public static FontLibrary Shipped => shipped.Value;

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

        var face = faces.GetOrAdd(new Style(family, bold, italic), style => (Find(style.Family) ?? throw new TypesettingException(
            $"There is no font named “{style.Family}”; there are {string.Join(", ", Families.Order(StringComparer.Ordinal))}.")).Nearest(style.Bold, style.Italic));
        lastAsked = new Asked(family, bold, italic, face);
        return face;
    }

    private FontFamily? Find(string family) => families.Value.FirstOrDefault(f => f.Name.Equals(family, StringComparison.OrdinalIgnoreCase));

    private FontFace? Fallback(int codePoint, bool bold, bool italic, string language)
    {
        var wanted = new Wanted(codePoint, bold, italic, FallbackOrder.LanguageThatMatters(language));
        if (fallbacks.TryGetValue(wanted, out var known))
            return known;

        FontFace? found = null;
        foreach (var family in FallbackOrder.Of(families.Value, codePoint, wanted.Language))
        {
            found = family.FaceFor(codePoint, bold, italic);
            if (found is not null)
                break;
        }

        fallbacks[wanted] = found;
        return found;
    }

    private static FontFamily[] ListFamilies(string[] folders) =>
    [
        .. folders.Reverse().Where(Directory.Exists)
            .SelectMany(folder => FontsIn(folder).Order(StringComparer.Ordinal))
            .Select(file => new FontFace(file))
            .GroupBy(face => face.Family, StringComparer.OrdinalIgnoreCase)
            .Select(faces => new FontFamily(faces.Key, [.. faces])),
    ];

    /// <summary>The files in a folder, and the folders inside it, that are taken for fonts.</summary>
    public static IEnumerable<string> FontsIn(string folder) => FilesIn(folder).Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));

    /// <summary>A link to a file is followed; one to a folder is not, for it may lead back to where it stands.</summary>
    private static FileSystemEnumerable<string> FilesIn(string folder) =>
        new(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            AttributesToSkip = 0,
            IgnoreInaccessible = false,
        })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
}
