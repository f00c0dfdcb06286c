namespace CoalitionLetters.Mail;

/// <summary>
/// What a mail says, part by part. <see cref="MailTwins"/> writes it as text and as HTML, so that the two never differ.
/// All strings are plain text.
/// </summary>
public sealed class MailBody
{
    private readonly List<MailPart> parts = [];

    public IReadOnlyList<MailPart> Parts => parts;

    public MailBody Paragraph(string text) => With(new MailPart.Paragraph(text));

    /// <summary>A link to press. One in a mail.</summary>
    public MailBody Button(string label, string address) => With(new MailPart.Button(label, address));

    /// <summary>A second link, in a sentence: "To correct or withdraw it: address".</summary>
    public MailBody Link(string label, string address) => With(new MailPart.Link(label, address));

    /// <summary>Names and values in two columns. Values that are null or empty are left out.</summary>
    public MailBody Facts(params (string Name, string? Value)[] facts) =>
        With(new MailPart.Facts([.. facts.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => (f.Name, f.Value!))]));

    /// <summary>Words of somebody else, or the exact printed line.</summary>
    public MailBody Quote(string text) => With(new MailPart.Quote(text));

    /// <summary>A person's own letter, word for word. A mail that holds one holds nothing else: no frame, no signature of ours.</summary>
    public MailBody Letter(string text) => With(new MailPart.Letter(text));

    /// <summary>The letter, where the mail is one.</summary>
    public string? OwnLetter => parts is [MailPart.Letter letter] ? letter.Text : null;

    private MailBody With(MailPart part)
    {
        parts.Add(part);
        return this;
    }
}

public abstract record MailPart
{
    public sealed record Paragraph(string Text) : MailPart;

    public sealed record Button(string Label, string Address) : MailPart;

    public sealed record Link(string Label, string Address) : MailPart;

    public sealed record Facts(IReadOnlyList<(string Name, string Value)> Rows) : MailPart;

    public sealed record Quote(string Text) : MailPart;

    public sealed record Letter(string Text) : MailPart;
}
