using System.Runtime.CompilerServices;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>Shapes with HarfBuzz, from its WebAssembly build, which is translated when it is first needed. One engine serves all threads in turn;
/// it holds at most 96 MB and starts afresh when its fonts fill a third of that.</summary>
public static class HarfBuzzShaper
{
    private const int MaxTextLength = 100_000;
    private const int MostFontBytes = 32 << 20;

    private static readonly Lock Gate = new();
    private static Func<byte[]>? readModule;
    private static WasmTranslator? translator;
    private static HarfBuzzEngine? engine;

    /// <summary>Says where harfbuzz.wasm is to be had; it is read when text first needs it.</summary>
    public static void ReadModuleFrom(Func<byte[]> read) => readModule = read;

    public static void ReadModuleFrom(string path) => ReadModuleFrom(() => File.ReadAllBytes(path));

    /// <summary>Shapes text of one script and direction; glyphs come in visual order.</summary>
    public static ShapedGlyph[] Shape(FontFile font, ReadOnlySpan<char> text, Script script, bool rightToLeft, string language)
    {
        if (text.Length > MaxTextLength)
            throw new TypesettingException($"A stretch of {text.Length} characters is too long to be shaped at once.");

        lock (Gate)
        {
            try
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return EngineFor(font).Shape(font, text, Scripts.TagOf(script), rightToLeft, language);
            }
            catch (Exception e) when (e is not TypesettingException)
            {
                // What it was in the midst of is lost, so nothing of it is used again.
                engine = null;
                throw new TypesettingException($"The font “{font.Name}” cannot be shaped with: {e.Message}", e);
            }
        }
    }

    private static HarfBuzzEngine EngineFor(FontFile font)
    {
        var isFull = engine is not null && !engine.Holds(font) && engine.FontBytes + font.Tables.Bytes.Length > MostFontBytes;
        if (engine is null || isFull)
            engine = new HarfBuzzEngine(translator ??= new WasmTranslator(ReadModule(), "HarfBuzz"));
        return engine;
    }

    private static byte[] ReadModule() => readModule is null
        ? throw new TypesettingException("This text needs HarfBuzz, and nobody said where harfbuzz.wasm is.")
        : readModule();
}
