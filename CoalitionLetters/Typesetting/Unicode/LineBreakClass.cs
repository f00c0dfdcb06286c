namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>Line_Break of UAX #14, in the order of make-tables.py.</summary>
internal enum LineBreakClass : byte
{
    XX, AI, AL, B2, BA, BB, BK, CB, CJ, CL, CM, CP, CR, EB, EM, EX, GL, H2, H3, HL, HY, ID, IN, IS, JL, JT, JV, LF, NL, NS, NU, OP, PO, PR,
    QU, RI, SA, SG, SP, SY, WJ, ZW, ZWJ,
}
