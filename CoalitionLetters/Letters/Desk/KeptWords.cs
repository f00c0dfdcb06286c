namespace CoalitionLetters.Letters.Desk;

/// <summary>Words that never reached the store, as a browser kept them.</summary>
/// <param name="Key">Under which the browser keeps them.</param>
/// <param name="Base">What the fields said when the words were begun, where that is known.</param>
internal sealed record KeptWords(string Key, Dictionary<string, string> Fields, Dictionary<string, string>? Base, DateTime At)
{
    public LetterContent Content => LetterFields.ToContent(Fields);

    /// <summary>What the words began from, where that is known.</summary>
    public LetterContent? Began => Base is null ? null : LetterFields.ToContent(Base);
}
