using System.Runtime.InteropServices;
using System.Text;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.HarfBuzz;

/// <summary>HarfBuzz with a memory of its own and the fonts that it was given. For one thread at a time.</summary>
internal sealed class HarfBuzzEngine
{
    private const int MostPages = 96 << 4;
    private const int LeftToRight = 4, RightToLeft = 5;
    private const int WritableMemory = 2;
    private const int GlyphSize = 20;

    private static readonly string[] Exports =
    [
        "__wasm_call_ctors", "malloc", "free", "hb_blob_create", "hb_face_create", "hb_font_create", "hb_language_from_string",
        "hb_buffer_create", "hb_buffer_clear_contents", "hb_buffer_add_utf16", "hb_buffer_set_direction", "hb_buffer_set_script",
        "hb_buffer_set_language", "hb_shape", "hb_buffer_get_length", "hb_buffer_get_glyph_infos", "hb_buffer_get_glyph_positions",
    ];

    private readonly WasmState state;
    private readonly Func<int, WasmState, int> allocate;
    private readonly Action<int, WasmState> free;
    private readonly Func<int, int, int, int, int, WasmState, int> createBlob;
    private readonly Func<int, int, WasmState, int> createFace;
    private readonly Func<int, WasmState, int> createFont;
    private readonly Func<int, int, WasmState, int> languageFromString;
    private readonly Action<int, WasmState> clearContents;
    private readonly Action<int, int, int, int, int, WasmState> addUtf16;
    private readonly Action<int, int, WasmState> setDirection, setScript, setLanguage;
    private readonly Action<int, int, int, int, WasmState> shape;
    private readonly Func<int, WasmState, int> getLength;
    private readonly Func<int, int, WasmState, int> getInfos, getPositions;

    private readonly int buffer;
    private readonly Dictionary<FontFile, int> fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> languages = [];

    public HarfBuzzEngine(WasmTranslator translator)
    {
        translator.TranslateExports(Exports);
        state = translator.NewState(MostPages);

        allocate = Function<Func<int, WasmState, int>>("malloc");
        free = Function<Action<int, WasmState>>("free");
        createBlob = Function<Func<int, int, int, int, int, WasmState, int>>("hb_blob_create");
        createFace = Function<Func<int, int, WasmState, int>>("hb_face_create");
        createFont = Function<Func<int, WasmState, int>>("hb_font_create");
        languageFromString = Function<Func<int, int, WasmState, int>>("hb_language_from_string");
        clearContents = Function<Action<int, WasmState>>("hb_buffer_clear_contents");
        addUtf16 = Function<Action<int, int, int, int, int, WasmState>>("hb_buffer_add_utf16");
        setDirection = Function<Action<int, int, WasmState>>("hb_buffer_set_direction");
        setScript = Function<Action<int, int, WasmState>>("hb_buffer_set_script");
        setLanguage = Function<Action<int, int, WasmState>>("hb_buffer_set_language");
        shape = Function<Action<int, int, int, int, WasmState>>("hb_shape");
        getLength = Function<Func<int, WasmState, int>>("hb_buffer_get_length");
        getInfos = Function<Func<int, int, WasmState, int>>("hb_buffer_get_glyph_infos");
        getPositions = Function<Func<int, int, WasmState, int>>("hb_buffer_get_glyph_positions");

        Function<Action<WasmState>>("__wasm_call_ctors")(state);
        buffer = Function<Func<WasmState, int>>("hb_buffer_create")(state);

        T Function<T>(string name) where T : Delegate => translator.Export<T>(name);
    }

    /// <summary>How many bytes of fonts it holds.</summary>
    public long FontBytes { get; private set; }

    public bool Holds(FontFile font) => fonts.ContainsKey(font);

    /// <param name="script">An ISO 15924 code.</param>
    public ShapedGlyph[] Shape(FontFile font, ReadOnlySpan<char> text, string script, bool rightToLeft, string language)
    {
        var hbFont = FontOf(font);
        clearContents(buffer, state);
        AddText(text);
        setDirection(buffer, rightToLeft ? RightToLeft : LeftToRight, state);
        setScript(buffer, script[0] << 24 | script[1] << 16 | script[2] << 8 | script[3], state);
        setLanguage(buffer, LanguageOf(language), state);

        shape(hbFont, buffer, 0, 0, state);
        return ReadGlyphs();
    }

    private int FontOf(FontFile font)
    {
        if (fonts.TryGetValue(font, out var known))
            return known;

        var bytes = font.Tables.Bytes;
        var at = Store(bytes);
        FontBytes += bytes.Length;
        var blob = createBlob(at, bytes.Length, WritableMemory, 0, 0, state);
        return fonts[font] = createFont(createFace(blob, 0, state), state);
    }

    private int LanguageOf(string language)
    {
        if (languages.TryGetValue(language, out var known))
            return known;

        var name = Encoding.ASCII.GetBytes(language);
        return languages[language] = languageFromString(Store(name), name.Length, state);
    }

    private void AddText(ReadOnlySpan<char> text)
    {
        var at = Store(MemoryMarshal.AsBytes(text));
        addUtf16(buffer, at, text.Length, 0, text.Length, state);
        free(at, state);
    }

    private int Store(ReadOnlySpan<byte> bytes)
    {
        var at = allocate(bytes.Length, state);
        if (at == 0)
            throw new InvalidOperationException("HarfBuzz has no memory left.");
        bytes.CopyTo(state.Memory.AsSpan(at));
        return at;
    }

    // A glyph's number and cluster, and its advance and offset, stand in two lists of five 32-bit numbers each.
    private ShapedGlyph[] ReadGlyphs()
    {
        var count = getLength(buffer, state);
        var infos = MemoryMarshal.Cast<byte, int>(state.Memory.AsSpan(getInfos(buffer, 0, state), GlyphSize * count));
        var positions = MemoryMarshal.Cast<byte, int>(state.Memory.AsSpan(getPositions(buffer, 0, state), GlyphSize * count));
        var glyphs = new ShapedGlyph[count];
        for (var i = 0; i < count; i++)
        {
            var info = infos.Slice(5 * i, 5);
            var position = positions.Slice(5 * i, 5);
            glyphs[i] = new ShapedGlyph((ushort)info[0], info[2], position[0], position[2], position[3]);
        }

        return glyphs;
    }
}
