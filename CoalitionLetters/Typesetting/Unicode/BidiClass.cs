namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>Bidi_Class of UAX #9, in the order of make-tables.py.</summary>
public enum BidiClass : byte
{
    L, R, AL, EN, ES, ET, AN, CS, NSM, BN, B, S, WS, ON, LRE, LRO, RLE, RLO, PDF, LRI, RLI, FSI, PDI,
}
