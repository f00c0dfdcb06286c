using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Documents.Footnotes;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Unicode;

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

    /// <summary>Of all its letters; null where that is the document's, or there are several.</summary>
    internal string? Language => ScriptLanguages.LanguageOf(string.Concat(spans.Select(span => span.Text)));

    /// <summary>Adds text in the paragraph's style.</summary>
    /// <param name="text">A \n begins a new line.</param>
    public Text Span(string text) => Add(text, style, null);

    /// <summary>Adds text in a style made from the paragraph's.</summary>
    public Text Span(string text, Func<TextStyle, TextStyle> restyle) => Add(text, restyle(style), null);

    public Text Bold(string text) => Span(text, s => s with { Bold = true });

    public Text Italic(string text) => Span(text, s => s with { Italic = true });

    /// <summary>Adds text that is to be read as it stands, such as a line of a program, in a style made from the paragraph's.</summary>
    public Text Code(string text, Func<TextStyle, TextStyle> restyle) => Add(text, restyle(style), new ElementSpan(StructureType.Code));

    /// <summary>Adds a live link.</summary>
    /// <param name="address">An absolute address; what is none is set as plain text.</param>
    public Text Link(string text, string address) => Link(address, link => link.Span(text));

    /// <summary>Adds a live link of several spans, which is described by all its words.</summary>
    /// <param name="address">An absolute address; what is none is set as plain text.</param>
    public Text Link(string? address, Action<Text> compose)
    {
        var inner = new Text(sheet, style);
        compose(inner);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http" or "mailto" or "tel"))
        {
            spans.AddRange(inner.spans);
            return this;
        }

        var words = string.Concat(inner.spans.Where(span => span.Tag is not FootnoteCall).Select(span => span.Text)).Trim();
        var link = new LinkSpan(() => LinkTarget.ToAddress(uri.AbsoluteUri), words.Length > 0 ? words : address);
        spans.AddRange(inner.spans.Select(span => span.Tag is FootnoteCall
            ? span
            : span with { Style = span.Style with { Color = sheet.Styles.LinkColor, Underline = true }, Tag = link }));
        return this;
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

/// <summary>Marks the spans of one element inside the paragraph, which goes on over its lines.</summary>
internal class ElementSpan(StructureType type)
{
    private StructureElement? element;

    public StructureElement ElementIn(StructureElement paragraph) => element ??= paragraph.Add(type);
}

/// <summary>Marks the spans of one link.</summary>
/// <param name="target">Asked for when the link is drawn.</param>
internal sealed class LinkSpan(Func<LinkTarget> target, string description) : ElementSpan(StructureType.Link)
{
    public LinkTarget Target => target();

    public string Description { get; } = description;
}

/// <summary>Marks the call of a note.</summary>
internal sealed record FootnoteCall(Footnote Note);
