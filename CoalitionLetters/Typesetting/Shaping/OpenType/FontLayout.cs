using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>What a font knows of shaping, read once for each font and kept as long as the font.</summary>
internal sealed class FontLayout
{
    private static readonly ConditionalWeakTable<FontFile, FontLayout> Layouts = [];

    private readonly FontFile font;
    private readonly ConcurrentDictionary<Wanted, ShapingPlan> plans = new();

    private sealed record Wanted(int Script, string Language);

    private FontLayout(FontFile font)
    {
        this.font = font;
        Definitions = new GlyphDefinitions(font.Tables.Optional("GDEF"));
        Substitutions = new LayoutTable(font.Tables.Optional("GSUB"), Definitions, OpenType.Substitutions.Read);
        Positionings = new LayoutTable(font.Tables.Optional("GPOS"), Definitions, OpenType.Positionings.Read);
    }

    private ShapingPlan? lastPlan;

    public GlyphDefinitions Definitions { get; }
    public LayoutTable Substitutions { get; }
    public LayoutTable Positionings { get; }

    public static FontLayout Of(FontFile font) => Layouts.GetValue(font, static font => new FontLayout(font));

    public ShapingPlan PlanFor(Script script, string language)
    {
        if (lastPlan is { } last && last.Script == script && ReferenceEquals(last.Language, language))
            return last;

        var wanted = new Wanted((int)script, language);
        if (!plans.TryGetValue(wanted, out var plan))
            plan = plans.GetOrAdd(wanted, new ShapingPlan(font, this, script, language));
        return lastPlan = plan;
    }
}
