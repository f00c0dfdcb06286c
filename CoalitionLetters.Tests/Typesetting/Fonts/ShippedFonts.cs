using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.HarfBuzz;

namespace CoalitionLetters.Tests.Typesetting.Fonts;

/// <summary>The fonts and the HarfBuzz that travel with the app.</summary>
public static class ShippedFonts
{
    private static readonly ConcurrentDictionary<string, FontFile> Files = new();

    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "assets", "fonts");

    public static FontLibrary Library { get; } = new(Folder);

    public static FontFile Libertinus => File("libertinus-serif/LibertinusSerif_400Regular.ttf");
    public static FontFile NotoSans => File("noto-sans/NotoSans_400Regular.ttf");
    public static FontFile Arabic => File("noto-sans-arabic/NotoSansArabic_400Regular.ttf");

    public static FontFile File(string path) => Files.GetOrAdd(path, path => FontFile.Read(Bytes(path), path));

    public static byte[] Bytes(string path) => System.IO.File.ReadAllBytes(Path.Combine(Folder, path));

    [ModuleInitializer]
    internal static void ShowHarfBuzz() =>
        HarfBuzzShaper.ReadModuleFrom(Path.Combine(RepositoryFiles.Root, "assets", "harfbuzz", "harfbuzz.wasm"));
}
