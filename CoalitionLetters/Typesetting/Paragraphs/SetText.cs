using System.Buffers;
using System.Text;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>
/// The text between two hard breaks of a paragraph, ready to be itemized: what has no picture of its own and does not shape its
/// neighbours (controls, soft hyphens, marks of direction, U+200B, U+2060) has done its work on levels and breaks and is gone.
/// </summary>
/// <param name="Text">Ends in a space where a hard break follows, so that words never run together when the text is read out.</param>
/// <param name="Sources">Where each span begins; spans that say nothing here are left out.</param>
/// <param name="Breaks">Before each UTF-16 unit.</param>
/// <param name="Levels">UAX #9, before lines are broken.</param>
internal sealed record SetText(string Text, IReadOnlyList<(int Start, Span Span)> Sources, Opportunity[] Breaks, byte[] Levels, byte BaseLevel)
{
    /// <summary>
    /// What a paragraph reads as: hard breaks (\r\n, \n, \v, \f, \r, U+0085, U+2028, U+2029) and tabs are spaces, lone surrogates
    /// and noncharacters U+FFFD, and what is not seen is left out.
    /// </summary>
    public static string Readable(string text) => string.Concat(Split([new Span(text, Nothing)], BaseDirection.LeftToRight).Select(part => part.Text));

    public static IEnumerable<SetText> Split(IReadOnlyList<Span> spans, BaseDirection direction)
    {
        var parts = new List<(string Raw, List<(int Start, Span Span)> Sources)>();
        var raw = new StringBuilder();
        var sources = new List<(int, Span)>();
        var lastWasReturn = false;
        foreach (var span in spans)
        {
            sources.Add((raw.Length, span));
            var text = span.Text;
            for (var i = 0; i < text.Length; i++)
            {
                var unit = text[i];
                if (IsHardBreak(unit))
                {
                    if (unit != '\n' || !lastWasReturn)
                    {
                        parts.Add((raw.Append(' ').ToString(), sources));
                        raw.Clear();
                        sources = [(0, span)];
                    }
                }
                else if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    raw.Append(unit).Append(text[++i]);
                }
                else if (Clean(unit) is var clean and not '\0')
                {
                    raw.Append(clean);
                }

                lastWasReturn = unit == '\r';
            }
        }

        if (raw.Length > 0)
        {
            parts.Add((raw.ToString(), sources));
        }

        if (direction == BaseDirection.Auto && parts.Count > 1)
        {
            // Lines of one paragraph share its direction.
            Bidi.Levels(string.Concat(parts.Select(part => part.Raw)), direction, out var level);
            direction = level == 0 ? BaseDirection.LeftToRight : BaseDirection.RightToLeft;
        }

        return parts.Select(part => WithoutUnseen(part.Raw, part.Sources, direction)).Where(part => part.Text.Length > 0);
    }

    /// <summary>Soft hyphen, U+200B, word joiner and byte order mark, all marks of direction, and invisible operators.</summary>
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        "\u00AD\u061C\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\u206A\u206B\u206C"
        + "\u206D\u206E\u206F\uFEFF\uFFF9\uFFFA\uFFFB");

    private static readonly TextStyle Nothing = new() { Family = "", Size = 1 };

    private static bool IsHardBreak(char unit) => unit is '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static char Clean(char unit) => unit switch
    {
        '\t' => ' ',
        < ' ' or >= '\u007F' and < '\u00A0' => '\0',
        >= '\uD800' and <= '\uDFFF' or >= '\uFDD0' and <= '\uFDEF' or >= '\uFFFE' => '\uFFFD',
        _ => unit,
    };

    private static SetText WithoutUnseen(string raw, List<(int Start, Span Span)> sources, BaseDirection direction)
    {
        var breaks = Opportunities.Of(raw);
        var levels = Bidi.Levels(raw, direction, out var baseLevel);
        if (raw.AsSpan().IndexOfAny(Unseen) < 0)
        {
            return new SetText(raw, sources, breaks, levels, baseLevel);
        }

        var text = new StringBuilder(raw.Length);
        var kept = 0;
        var movedSources = new List<(int, Span)>(sources.Count);
        var source = 0;
        var pending = Opportunity.None;
        for (var i = 0; i < raw.Length; i++)
        {
            while (source < sources.Count && sources[source].Start <= i)
            {
                movedSources.Add((kept, sources[source++].Span));
            }

            pending = breaks[i] == Opportunity.None ? pending : breaks[i];
            if (Unseen.Contains(raw[i]))
            {
                continue;
            }

            text.Append(raw[i]);
            breaks[kept] = kept == 0 ? Opportunity.None : pending;
            levels[kept++] = levels[i];
            pending = Opportunity.None;
        }

        return new SetText(text.ToString(), movedSources, breaks[..kept], levels[..kept], baseLevel);
    }
}
