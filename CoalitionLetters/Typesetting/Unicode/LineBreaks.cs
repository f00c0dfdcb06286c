using System.Text;
using static CoalitionLetters.Typesetting.Unicode.LineBreakClass;

namespace CoalitionLetters.Typesetting.Unicode;

public enum LineBreak : byte
{
    None,
    Allowed,
    Mandatory,
}

/// <summary>
/// Where lines may and must break (UAX #14, Unicode 15.0, with numbers kept whole as in its section 8.2, example 7, which is how the
/// Consortium's test expects them). Rule names stand beside the code. Thai, Lao, Khmer and Burmese words are not told apart.
/// </summary>
public static class LineBreaks
{
    /// <summary>One more than the text has UTF-16 units: the break before each, and the end of the text, which is mandatory.</summary>
    public static LineBreak[] Of(ReadOnlySpan<char> text)
    {
        var breaks = new LineBreak[text.Length + 1];
        var data = UnicodeData.Instance;
        var state = new State();

        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            ref readonly var record = ref data[rune.Value];
            var current = Resolve(record);
            if (at > 0)
            {
                breaks[at] = state.Before(current, record.Flags, text[(at + length)..]);
            }

            state.Pass(current, record.Flags);
            at += length;
        }

        breaks[text.Length] = text.Length == 0 ? LineBreak.None : LineBreak.Mandatory;
        return breaks;
    }

    /// <summary>LB1: classes that depend on the language, or on nothing known, are taken for others.</summary>
    private static LineBreakClass Resolve(in UnicodeData.Record record) => record.LineBreak switch
    {
        AI or SG or XX => AL,
        SA => (record.Flags & UnicodeFlags.Mark) != 0 ? CM : AL,
        CJ => NS,
        var other => other,
    };

    /// <summary>What the rules need to remember of the text so far.</summary>
    private struct State
    {
        private enum NumberPart : byte
        {
            None,
            Digits,
            Closed,
        }

        private LineBreakClass last;
        private LineBreakClass lastVisible;
        private LineBreakClass beforeLast;
        private UnicodeFlags lastFlags;
        private NumberPart number;
        private bool afterJoiner;
        private bool afterOddRegionalIndicator;
        private bool started;

        public void Pass(LineBreakClass current, UnicodeFlags flags)
        {
            // LB9 and LB10: marks belong to what they stand on, or are letters of their own.
            var isMark = current is CM or ZWJ;
            afterJoiner = current == ZWJ;
            if (isMark && started && last is not (BK or CR or LF or NL or SP or ZW))
            {
                return;
            }

            if (isMark)
            {
                current = AL;
            }

            number = current switch
            {
                NU => NumberPart.Digits,
                SY or IS when number == NumberPart.Digits => NumberPart.Digits,
                CL or CP when number == NumberPart.Digits => NumberPart.Closed,
                _ => NumberPart.None,
            };
            afterOddRegionalIndicator = current == RI && !afterOddRegionalIndicator;
            beforeLast = started ? last : XX;
            last = current;
            lastFlags = flags;
            if (current != SP)
            {
                lastVisible = current;
            }

            started = true;
        }

        public readonly LineBreak Before(LineBreakClass current, UnicodeFlags flags, ReadOnlySpan<char> rest)
        {
            // LB4 to LB8a: line ends, spaces and joiners speak before all else.
            if (last is BK or LF or NL || (last == CR && current != LF))
            {
                return LineBreak.Mandatory;
            }

            if (current is BK or CR or LF or NL or SP or ZW)
            {
                return LineBreak.None;
            }

            if (lastVisible == ZW)
            {
                return LineBreak.Allowed;
            }

            if (afterJoiner)
            {
                return LineBreak.None;
            }

            if (current is CM or ZWJ)
            {
                if (last != SP)
                {
                    return LineBreak.None;
                }

                current = AL;
            }

            return Forbids(current, flags, rest) ? LineBreak.None : LineBreak.Allowed;
        }

        /// <summary>LB11 to LB30b, the first rule that speaks.</summary>
        private readonly bool Forbids(LineBreakClass current, UnicodeFlags flags, ReadOnlySpan<char> rest)
        {
            var afterSpace = last == SP;

            // LB11 to LB17: some characters hold on to a neighbor, a few even over spaces.
            if (current is WJ or CL or CP or EX or IS or SY || (last is WJ or GL) || (current == GL && last is not (SP or BA or HY)))
            {
                return true;
            }

            if (lastVisible == OP || (lastVisible == QU && current == OP) || (lastVisible is CL or CP && current == NS) || (lastVisible == B2 && current == B2))
            {
                return true;
            }

            // LB18 to LB20: after spaces a line may end, beside quotation marks it may not.
            if (afterSpace || (current != QU && last != QU && (current == CB || last == CB)))
            {
                return false;
            }

            if (current is QU or BA or HY or NS or IN || last is QU or BB)
            {
                return true;
            }

            // LB21a and LB21b: a hyphen or slash stays with the Hebrew letter beside it.
            if ((beforeLast == HL && last is HY or BA) || (last == SY && current == HL))
            {
                return true;
            }

            return ForbidsBetweenLetters(current) || ForbidsInNumber(current, rest) || ForbidsInHangulOrEmoji(current)
                || ForbidsBesideParenthesis(current, flags);
        }

        /// <summary>Words stay whole, with the figures and signs that touch them: LB23, LB23a, LB24, LB28 and LB29.</summary>
        private readonly bool ForbidsBetweenLetters(LineBreakClass current)
        {
            var letterBefore = last is AL or HL;
            var letterAfter = current is AL or HL;
            return (letterBefore && (letterAfter || current is NU or PR or PO))
                || (letterAfter && last is NU or PR or PO or IS)
                || (last == PR && current is ID or EB or EM)
                || (current == PO && last is ID or EB or EM);
        }

        /// <summary>A number stays whole. LB25 is a regular expression: (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?</summary>
        private readonly bool ForbidsInNumber(LineBreakClass current, ReadOnlySpan<char> rest) => current switch
        {
            NU => number == NumberPart.Digits || last is PR or PO or OP or HY,
            PR or PO => number != NumberPart.None,
            OP or HY => last is PR or PO && IsFollowedByNumber(rest),
            _ => false,
        };

        private static bool IsFollowedByNumber(ReadOnlySpan<char> rest)
        {
            foreach (var rune in rest.EnumerateRunes())
            {
                if (Resolve(UnicodeData.Instance[rune.Value]) is var kind and not (CM or ZWJ))
                {
                    return kind == NU;
                }
            }

            return false;
        }

        /// <summary>Syllables, flags and emoji stay whole: LB26, LB27, LB30a and LB30b.</summary>
        private readonly bool ForbidsInHangulOrEmoji(LineBreakClass current) => current switch
        {
            JL or H2 or H3 => last is JL or PR,
            JV => last is JL or JV or H2 or PR,
            JT => last is JV or H2 or JT or H3 or PR,
            PO => last is JL or JV or JT or H2 or H3,
            RI => afterOddRegionalIndicator,
            EM => last == EB || (lastFlags & UnicodeFlags.FuturePictograph) != 0,
            _ => false,
        };

        /// <summary>A parenthesis stays with the letter or figure that touches it: LB30.</summary>
        private readonly bool ForbidsBesideParenthesis(LineBreakClass current, UnicodeFlags flags) =>
            (current == OP && last is AL or HL or NU && (flags & UnicodeFlags.EastAsian) == 0)
            || (last == CP && current is AL or HL or NU && (lastFlags & UnicodeFlags.EastAsian) == 0);
    }
}
