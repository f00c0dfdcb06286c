namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>What kind of place a line may break at, from the best to the worst.</summary>
internal enum Opportunity : byte
{
    None,

    /// <summary>After a space, between ideographs, at U+200B: costs nothing.</summary>
    Free,

    /// <summary>After a hyphen, dash or slash that is in the text.</summary>
    AfterHyphen,

    /// <summary>Inside of a word, which then ends in a hyphen: soft hyphens and syllables.</summary>
    Divide,

    /// <summary>Inside of a web or mail address.</summary>
    InAddress,

    /// <summary>Before a Thai or Lao vowel that begins a syllable, perhaps within a word.</summary>
    Syllable,

    /// <summary>Between any two clusters of a word that is wider than its line.</summary>
    Emergency,
}
