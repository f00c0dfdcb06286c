namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>Both standards: annotations.</summary>
internal static class AnnotationRules
{
    private const int Print = 4;
    private const int HiddenOrNotViewed = 1 | 2 | 32 | 256;

    private static readonly HashSet<string> Types =
    [
        "Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget",
        "PrinterMark", "Watermark",
    ];

    public static readonly Rule[] All =
    [
        new("A 6.3.1", "Annotations are of types that can be archived and read.", file => file.Annotations.Where(annotation => !Types.Contains(TypeOf(file, annotation))).Select(_ => "annotation")),
        new("A 6.3.2", "Annotations are printed and not hidden.", file =>
            file.Annotations.Where(annotation => (int?)file.File.Number(annotation, "F") is not { } flags || (flags & Print) == 0 || (flags & HiddenOrNotViewed) != 0).Select(_ => "annotation")),
        new("A 6.3.3", "Annotations other than links have an appearance.", file =>
            file.Annotations.Where(annotation => TypeOf(file, annotation) is not ("Link" or "Popup") && !IsInvisible(file, annotation) && file.File.Dictionary(file.File.Dictionary(annotation, "AP"), "N") is null)
                .Select(_ => "annotation")),
        new("A 6.3.3-one", "Annotations have no more than one appearance.", file =>
            file.Annotations.Where(annotation => file.File.Dictionary(annotation, "AP") is { } looks && (looks.Entries.Keys.Any(key => key != "N") || file.File.Dictionary(looks, "N")?.Data is null)).Select(_ => "annotation")),
        new("UA 28-002", "Annotations other than links and fields stand in Annot elements.", file => Others(file).Where(annotation => !StandsIn(file, "Annot", annotation)).Select(_ => "annotation")),
        new("UA 28-004", "Annotations other than links and fields are described in words.", file =>
            Others(file).Where(annotation => string.IsNullOrWhiteSpace(file.File.Text(annotation, "Contents"))).Select(_ => "annotation")),
        new("UA 28-005", "Form fields are named in words.", file =>
            Fields(file).Where(field => string.IsNullOrWhiteSpace(file.File.Text(field, "TU"))).Select(_ => "field")),
        new("UA 28-010", "Form fields stand in Form elements.", file => Fields(file).Where(field => !StandsIn(file, "Form", field)).Select(_ => "field")),
        new("UA 28-010-one", "A Form element holds one field and nothing else.", file =>
            file.Structure.All.Where(node => node.Type == "Form" && (node.Objects.Count != 1 || node.Kids.Count > 0)).Select(_ => "Form")),
        new("UA 28-011", "Links stand in Link elements.", file => Links(file).Where(link => !StandsIn(file, "Link", link)).Select(_ => "link")),
        new("UA 28-012", "Links are described in words.", file => Links(file).Where(link => string.IsNullOrWhiteSpace(file.File.Text(link, "Contents"))).Select(_ => "link")),
        new("UA 7.18.5-parent", "A link's key in the parent tree leads to its element.", LinkParentBreaches),
    ];

    private static string TypeOf(Subject file, PdfDictionary annotation) => file.File.Name(annotation, "Subtype") ?? "";

    private static IEnumerable<PdfDictionary> Links(Subject file) => file.Annotations.Where(annotation => TypeOf(file, annotation) == "Link");

    private static IEnumerable<PdfDictionary> Fields(Subject file) => file.Annotations.Where(annotation => TypeOf(file, annotation) == "Widget");

    private static IEnumerable<PdfDictionary> Others(Subject file) => file.Annotations.Where(annotation => TypeOf(file, annotation) is not ("Link" or "Widget" or "Popup" or "PrinterMark"));

    private static bool StandsIn(Subject file, string type, PdfDictionary annotation) => file.Structure.All.Any(node => node.Type == type && node.Objects.Contains(annotation));

    /// <summary>A field without an area, as an unseen signature is.</summary>
    private static bool IsInvisible(Subject file, PdfDictionary annotation) => file.File.List(annotation, "Rect").All(number => number is 0.0);

    private static IEnumerable<string> LinkParentBreaches(Subject file)
    {
        var parents = ParentTree.Of(file.File);
        return Links(file)
            .Where(link => !file.Structure.All.Any(node => node.Objects.Contains(link) && ReferenceEquals(parents.Of(file.File.Number(link, "StructParent")), node.Element)))
            .Select(_ => "link");
    }
}
