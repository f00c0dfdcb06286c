using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Documents.Footnotes;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents;

/// <summary>The text of one paragraph, span by span.</summary>
public sealed class Text
{
    private readonly List<Span> spans = [];
    private readonly Sheet sheet;
    private readonly TextStyle style;

    internal Text(Sheet sheet, TextStyle style)
    {
        this.sheet = sheet;
        this.style = style;
    }

    internal IReadOnlyList<Span> Spans => spans;

    /// <summary>Adds text in the paragraph's style.</summary>
    /// <param name="text">A \n begins a new line.</param>
    public Text Span(string text) => Add(text, style, null);

    /// <summary>Adds text in a style made from the paragraph's.</summary>
    public Text Span(string text, Func<TextStyle, TextStyle> restyle) => Add(text, restyle(style), null);

    public Text Bold(string text) => Span(text, s => s with { Bold = true });

    public Text Italic(string text) => Span(text, s => s with { Italic = true });

    /// <summary>Adds a live link.</summary>
    /// <param name="address">An absolute address; what is none is set as plain text.</param>
    public Text Link(string text, string address, Func<TextStyle, TextStyle>? restyle = null)
    {
        var looks = restyle?.Invoke(style) ?? style;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http" or "mailto" or "tel"))
        {
            return Add(text, looks, null);
        }

        var link = new LinkSpan(() => LinkTarget.ToAddress(uri.AbsoluteUri), CleanText.From(text).Trim() is { Length: > 0 } words ? words : address);
        return Add(text, looks with { Color = sheet.Styles.LinkColor, Underline = true }, link);
    }

    /// <summary>Adds the call of a note that stands at the foot of the page.</summary>
    public Text Footnote(Action<Stack> compose) => Footnote(sheet.Note(compose));

    /// <summary>Adds the call of a note that may be called more than once.</summary>
    public Text Footnote(Footnote note)
    {
        sheet.Number(note);
        var raised = style with { Size = style.Size * 0.66, Rise = style.Rise + style.Size * 0.34 };
        return Add(note.Mark, raised, new FootnoteCall(note));
    }

    private Text Add(string text, TextStyle looks, object? tag)
    {
        var clean = CleanText.From(text);
        if (clean.Length > 0)
        {
            spans.Add(new Span(clean, looks, tag));
        }

        return this;
    }
}

/// <summary>Marks the spans of one link.</summary>
/// <param name="target">Asked for when the link is drawn.</param>
internal sealed class LinkSpan(Func<LinkTarget> target, string description)
{
    public LinkTarget Target => target();

    public string Description { get; } = description;

    public StructureElement? Element { get; set; }
}

/// <summary>Marks the call of a note.</summary>
internal sealed record FootnoteCall(Footnote Note);
