using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>Draws lines of text, rules and pictures on one page, and gathers the parts of links that are broken over lines.</summary>
internal sealed class PageCanvas(PdfPage page, StyleSheet styles, Outliner? outliner)
{
    private readonly List<OpenLink> openLinks = [];
    private StructureElement? lastShown;

    public PdfPage Page => page;

    /// <summary>Shows a line as part of the text, its fragments in reading order.</summary>
    /// <param name="role">None for what belongs to the page.</param>
    public void Show(Line line, Role? role, double x, double baseline)
    {
        if (role is null)
        {
            ShowArtifact(line, ArtifactKind.Layout, x, baseline);
            return;
        }

        var fragments = line.InReadingOrder;
        for (var i = 0; i < fragments.Count; i++)
        {
            var (fragment, element) = (fragments[i], role.Element);
            switch (fragment.Tag)
            {
                case FootnoteCall call:
                    ShowCall(call, role, fragment, x, baseline);
                    break;
                case ElementSpan inner:
                    element = inner.ElementIn(element);
                    Show(fragment, InItsLanguage(fragments, i, element, role.Element), x, baseline);
                    if (inner is LinkSpan link)
                    {
                        AddLinkPart(link, element, fragment, x, baseline);
                    }

                    break;
                default:
                    Show(fragment, InItsLanguage(fragments, i, element, element), x, baseline);
                    break;
            }
        }
    }

    /// <summary>Shows a line that belongs to the page, such as a running head.</summary>
    public void ShowArtifact(Line line, ArtifactKind kind, double x, double baseline)
    {
        page.BeginArtifact(kind);
        foreach (var fragment in line.InReadingOrder)
        {
            NoteMissing(fragment);
            page.Show(fragment.Run, x + fragment.X, baseline - fragment.Style.Rise, fragment.Style.Color);
        }

        page.End();
    }

    public void Rule(double x, double y, double width, double thickness, Color color)
    {
        page.BeginArtifact(ArtifactKind.Layout);
        page.Fill(new Area(x, y, width, thickness), color);
        page.End();
    }

    public void Draw(Picture picture, Role? figure, Area area)
    {
        if (figure is null)
        {
            page.BeginArtifact(ArtifactKind.Layout);
        }
        else
        {
            page.Begin(figure.Element);
        }

        page.Draw(picture, area);
        page.End();
    }

    public void AddToOutline(OutlinePlace place, double top) => outliner?.Add(place, page, top);

    /// <summary>Makes the gathered links live. The last call before the page's foot.</summary>
    public void Finish()
    {
        foreach (var link in openLinks)
        {
            page.Link(link.Areas, link.Target, link.Element, link.Description);
        }

        openLinks.Clear();
    }

    private void Show(Fragment fragment, StructureElement element, double x, double baseline)
    {
        var (left, y) = (x + fragment.X, baseline - fragment.Style.Rise);
        NoteMissing(fragment);
        lastShown = element;
        page.Begin(element);
        page.Show(fragment.Run, left, y, fragment.Style.Color, fragment.ActualText);
        page.End();

        if (fragment.Style.Underline)
        {
            Rule(x + fragment.VisibleX, y + fragment.Style.Size * 0.12, fragment.Width, fragment.Style.Size * 0.045, fragment.Style.Color);
        }
    }

    private void NoteMissing(Fragment fragment)
    {
        if (fragment.IsMissing)
        {
            page.AddMissing(fragment.ActualText);
        }
    }

    /// <summary>A Span inside the element for letters that tell their language, in a paragraph of several; one for all that follow each other.</summary>
    private StructureElement InItsLanguage(IReadOnlyList<Fragment> fragments, int index, StructureElement element, StructureElement paragraph)
    {
        if (paragraph.Language is not null || ScriptLanguages.LanguageOf(fragments[index].ActualText) is null)
        {
            return element;
        }

        var language = ScriptLanguages.LanguageOf([.. fragments.Select(fragment => fragment.ActualText)], index);

        if (lastShown is { Type: StructureType.Span } last && last.Parent == element && last.Language == language)
        {
            return last;
        }

        var span = element.Add(StructureType.Span);
        span.Language = language;
        return span;
    }

    private void ShowCall(FootnoteCall call, Role role, Fragment fragment, double x, double baseline)
    {
        var reference = role.Element.Add(StructureType.Reference);
        var link = reference.Add(StructureType.Link);
        Show(fragment, link, x, baseline);

        call.Note.CalledFrom(reference, role);
        openLinks.Add(new OpenLink(
            link, [AreaOf(fragment, x, baseline)], LinkTarget.ToElement(call.Note.Role!.Element), $"{styles.Words.Footnote} {call.Note.Number}"));
    }

    private void AddLinkPart(LinkSpan link, StructureElement element, Fragment fragment, double x, double baseline)
    {
        var area = AreaOf(fragment, x, baseline);
        var open = openLinks.Find(other => other.Element == element);
        if (open is null)
        {
            openLinks.Add(new OpenLink(element, [area], link.Target, link.Description));
        }
        else if (open.Areas[^1] is var last && Math.Abs(last.Y - area.Y) < 1 && area.X <= last.Right + fragment.Style.Size && last.X <= area.Right)
        {
            open.Areas[^1] = last.Union(area);
        }
        else
        {
            open.Areas.Add(area);
        }
    }

    private static Area AreaOf(Fragment fragment, double x, double baseline)
    {
        var font = fragment.Run.Font;
        return new Area(
            x + fragment.VisibleX,
            baseline - fragment.Style.Rise - Points(font, font.Ascent, fragment.Run.Size),
            fragment.Width,
            Points(font, font.Ascent - font.Descent, fragment.Run.Size));
    }

    private static double Points(FontFile font, int units, double size) => units * size / font.UnitsPerEm;

    private sealed record OpenLink(StructureElement Element, List<Area> Areas, LinkTarget Target, string Description);
}
