using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>How text of one script and language is shaped in one font: which lookups, in which order.</summary>
internal sealed class ShapingPlan
{
    private static readonly HashSet<string> SubstitutionFeatures = ["calt", "ccmp", "clig", "liga", "locl", "ltra", "ltrm", "rclt", "rlig", "rvrn"];
    private static readonly HashSet<string> HangulFeatures = [.. SubstitutionFeatures.Except(["calt"])];
    private static readonly HashSet<string> PositioningFeatures = ["abvm", "blwm", "curs", "dist", "kern", "mark", "mkmk"];
    private static readonly HashSet<string> Kerning = ["kern"];

    public ShapingPlan(FontFile font, FontLayout layout, Script script, string language)
    {
        Font = font;
        Layout = layout;
        Script = script;
        Language = language;
        IsHangul = script == Script.Hangul;

        var scriptTag = OpenTypeTags.OfScript(script);
        var languageTag = OpenTypeTags.OfLanguage(language);
        Substitutions = layout.Substitutions.LookupsOf(scriptTag, languageTag, IsHangul ? HangulFeatures : SubstitutionFeatures);
        Positionings = layout.Positionings.LookupsOf(scriptTag, languageTag, PositioningFeatures);

        var kernsTheOldWay = font.Tables.Has("kern") && layout.Positionings.LookupsOf(scriptTag, languageTag, Kerning).Length == 0;
        IsBeyondUs = kernsTheOldWay || font.Tables.Has("kerx") || font.Tables.Has("morx") && layout.Substitutions.IsEmpty;
        PlacesMarks = !layout.Positionings.IsEmpty;
    }

    public FontFile Font { get; }
    public FontLayout Layout { get; }
    public Script Script { get; }
    public string Language { get; }
    public bool IsHangul { get; }
    public Lookup[] Substitutions { get; }
    public Lookup[] Positionings { get; }

    /// <summary>Whether the font shapes in ways from before OpenType, which are left to HarfBuzz.</summary>
    public bool IsBeyondUs { get; }

    /// <summary>A font that cannot place marks leaves it to HarfBuzz to guess their places.</summary>
    public bool PlacesMarks { get; }
}
