namespace CoalitionLetters.Letters;

/// <summary>One numbered state of a letter's words, known by the SHA-256 of its normalized text. Never changed once made.</summary>
public sealed class TextVersion
{
    private TextVersion() { }

    public Guid Id { get; private set; }
    public Guid LetterId { get; private set; }
    public int Number { get; private set; }
    public LetterContent Content { get; private set; } = new();
    public string Text { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public EditClass Class { get; private set; }
    public string MadeBy { get; private set; } = "";
    public DateTime MadeAt { get; private set; }

    internal static TextVersion Of(Letter letter, int number, EditClass editClass, string madeBy, DateTime now)
    {
        var text = LetterText.Normalize(letter.Content);
        return new TextVersion
        {
            Id = Guid.CreateVersion7(now),
            LetterId = letter.Id,
            Number = number,
            Content = letter.Content,
            Text = text,
            Sha256 = LetterText.HashOf(text),
            Class = editClass,
            MadeBy = madeBy,
            MadeAt = now,
        };
    }
}

/// <summary>How an edit after opening is classed by staff: an editorial one keeps signatures, a substantive one asks every signer again.</summary>
public enum EditClass { First, Editorial, Substantive }
