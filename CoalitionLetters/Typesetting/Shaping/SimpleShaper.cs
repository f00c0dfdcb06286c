using System.Globalization;
using System.Text;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping.OpenType;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Shaping;

/// <summary>Shapes scripts whose letters stand side by side from left to right: characters become glyphs, the font's substitutions and
/// positions are applied in its order, marks are placed. Gives the same as HarfBuzz's default shaper, and says so when text is beyond it.</summary>
internal static class SimpleShaper
{
    private const int NonBreakingHyphen = 0x2011, Hyphen = 0x2010, FractionSlash = 0x2044;

    [ThreadStatic]
    private static GlyphLine? spareLine;

    public static bool Knows(Script script) => script is Script.Latin or Script.Greek or Script.Cyrillic or Script.Han or Script.Hiragana
        or Script.Katakana or Script.Bopomofo or Script.Hangul or Script.Armenian or Script.Georgian or Script.Cherokee
        or Script.Common or Script.Inherited;

    /// <summary>Nothing if the text or the font needs HarfBuzz.</summary>
    public static ShapedGlyph[]? Shape(ShapingPlan plan, ReadOnlySpan<char> text)
    {
        if (plan.IsBeyondUs)
            return null;

        var line = spareLine ??= new GlyphLine();
        line.Clear();
        if (!AddCharacters(plan, text, line, out var unseen))
            return null;

        line.StartCounting();
        foreach (var lookup in plan.Substitutions)
            Apply(lookup, line, plan.Layout.Substitutions);

        SetAdvances(plan.Font, line);
        foreach (var lookup in plan.Positionings)
            Apply(lookup, line, plan.Layout.Positionings);

        if (line.IsBeyondUs)
            return null;

        SetMarks(line);
        return Finish(plan.Font, line, text, unseen);
    }

    private static bool AddCharacters(ShapingPlan plan, ReadOnlySpan<char> text, GlyphLine line, out int unseen)
    {
        unseen = 0;
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            var end = at + length;
            if (rune.Value >= 0x300 || rune.Value == 0xAD || rune.Value < ' ')
            {
                if (NeedsHarfBuzz(rune.Value))
                    return false;
                if (Ignorable.Is(rune.Value))
                {
                    unseen++;
                    at = end;
                    continue;
                }
            }

            while (end < text.Length && text[end] >= 0x300 && IsMark(text[end..], out var markLength))
                end += markLength;

            var isAdded = plan.IsHangul && (IsJamo(rune.Value) || end < text.Length && IsJamo(text[end])) ? AddHangul(plan, text, line, at, ref end)
                : end > at + length ? AddCluster(plan, text[at..end], line, at)
                : AddCharacter(plan, rune, line, at) || AddCluster(plan, text[at..end], line, at);
            if (!isAdded)
                return false;
            at = end;
        }

        return true;
    }

    // Joiners and selectors of variants change how their neighbors join; fractions get small figures.
    private static bool NeedsHarfBuzz(int codePoint) =>
        codePoint is 0x034F or 0x200C or 0x200D or FractionSlash or >= 0x180B and <= 0x180F or >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF
            or 0x302E or 0x302F or >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsMark(ReadOnlySpan<char> text, out int length)
    {
        Rune.DecodeFromUtf16(text, out var rune, out length);
        return IsMark(rune);
    }

    private static bool IsMark(Rune rune) => rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsJamo(int codePoint) => codePoint is >= 0x1100 and <= 0x11FF or >= 0xA960 and <= 0xA97F or >= 0xD7B0 and <= 0xD7FF;

    private static bool AddCharacter(ShapingPlan plan, Rune rune, GlyphLine line, int cluster)
    {
        var glyph = plan.Font.GlyphFor(rune.Value);
        if (glyph == 0 && rune.Value == NonBreakingHyphen)
            glyph = plan.Font.GlyphFor(Hyphen);
        if (glyph == 0)
            return false;

        var definitions = plan.Layout.Definitions;
        line.Add(new GlyphItem
        {
            Glyph = glyph,
            Cluster = cluster,
            Parts = 1,
            AttachedTo = -1,
            Class = definitions.HasClasses ? definitions.ClassOf(glyph) : IsMark(rune) ? GlyphClass.Mark : GlyphClass.Base,
        });
        return true;
    }

    // Letters with their marks, or a letter that the font has only in parts. What it lacks even so, such as a space of a certain width,
    // HarfBuzz makes up.
    private static bool AddCluster(ShapingPlan plan, ReadOnlySpan<char> text, GlyphLine line, int cluster)
    {
        if (!plan.PlacesMarks || plan.IsHangul)
            return false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (NeedsHarfBuzz(rune.Value))
                return false;
        }

        if (Composition.Compose(text, plan.Font) is not { } runes)
            return false;
        foreach (var rune in runes)
        {
            if (!AddCharacter(plan, rune, line, cluster))
                return false;
        }

        return true;
    }

    // Consonant, vowel and final consonant, in whatever pieces, become one syllable; what does not is old Korean, for HarfBuzz.
    private static bool AddHangul(ShapingPlan plan, ReadOnlySpan<char> text, GlyphLine line, int start, ref int end)
    {
        while (end < text.Length && IsJamo(text[end]))
            end++;

        var at = start;
        foreach (var syllable in text[start..end].ToString().Normalize(NormalizationForm.FormC))
        {
            if (IsJamo(syllable) || IsMark(new Rune(syllable)) || !AddCharacter(plan, new Rune(syllable), line, at))
                return false;
            for (var pieces = PiecesOf(syllable); pieces > 0; at++)
                pieces -= PiecesOf(text[at]);
        }

        return true;
    }

    private static int PiecesOf(char hangul) => hangul.ToString().Normalize(NormalizationForm.FormD).Length;

    private static void Apply(Lookup lookup, GlyphLine line, LayoutTable layout)
    {
        for (var at = 0; at < line.Count;)
        {
            var next = lookup.ApplyAt(line, at, layout, depth: 0);
            at = next < 0 ? at + 1 : next;
        }
    }

    private static void SetAdvances(FontFile font, GlyphLine line)
    {
        for (var i = 0; i < line.Count; i++)
            line[i].XAdvance = font.AdvanceOf(line[i].Glyph);
    }

    // A mark takes no room, and stands where its holder stands, which the pen has left by now. Holders come before their marks.
    private static void SetMarks(GlyphLine line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].IsMark)
                line[i].XAdvance = 0;
        }

        for (var i = 0; i < line.Count; i++)
        {
            var holder = line[i].AttachedTo;
            if (holder < 0)
                continue;

            line[i].XOffset += line[holder].XOffset;
            line[i].YOffset += line[holder].YOffset;
            for (var between = holder; between < i; between++)
                line[i].XOffset -= line[between].XAdvance;
        }
    }

    // Characters that are never seen come back as spaces without width, so that copied text keeps them.
    private static ShapedGlyph[] Finish(FontFile font, GlyphLine line, ReadOnlySpan<char> text, int unseen)
    {
        var space = font.GlyphFor(' ');
        var glyphs = new ShapedGlyph[line.Count + (space == 0 ? 0 : unseen)];
        var next = 0;
        var textAt = 0;
        for (var i = 0; i < line.Count; i++)
        {
            ref var item = ref line[i];
            if (glyphs.Length > line.Count)
                AddUnseen(text, space, textAt, item.Cluster, glyphs, ref next);
            textAt = Math.Max(textAt, item.Cluster);
            glyphs[next++] = new ShapedGlyph(item.Glyph, item.Cluster, item.XAdvance, item.XOffset, item.YOffset);
        }

        if (glyphs.Length > line.Count)
            AddUnseen(text, space, textAt, text.Length, glyphs, ref next);
        return glyphs;
    }

    private static void AddUnseen(ReadOnlySpan<char> text, ushort space, int start, int end, ShapedGlyph[] glyphs, ref int next)
    {
        for (var at = start; at < end;)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            if (Ignorable.Is(rune.Value))
                glyphs[next++] = new ShapedGlyph(space, at, 0, 0, 0);
            at += length;
        }
    }
}
