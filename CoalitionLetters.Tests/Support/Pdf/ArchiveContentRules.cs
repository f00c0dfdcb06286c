using System.Text;
using static CoalitionLetters.Tests.Support.Pdf.Subject;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/A-3a: content, colors, pictures and annotations.</summary>
internal static class ArchiveContentRules
{
    private const int DeepestState = 28;
    private const int Print = 4;
    private const int HiddenInvisibleOrNoView = 1 | 2 | 32;

    private static readonly HashSet<string> Operators =
    [
        .. "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
            .Split(' '),
    ];

    public static readonly Rule[] All =
    [
        new("A 6.2.2-operators", "Content uses no operators that PDF does not have.", file => file.Pages.SelectMany(page => page.Content.Operators.Where(name => !Operators.Contains(name)))),
        new("A 6.2.2-resources", "Every page has resources of its own.", file => file.File.Pages.Where(page => file.File.Dictionary(page, "Resources") is null).Select(_ => "page")),
        new("A 6.1.13-states", "Graphics states are not saved too deep and all are restored.", file =>
            file.Pages.Where(page => page.Content.DeepestState > DeepestState || page.Content.IsUnbalanced).Select(_ => "page")),
        new("A 6.2.3", "There is one output intent for PDF/A, with a profile.", file => Unless(Profiles(file) is [{ Data: not null }], "catalog")),
        new("A 6.2.3-profile", "The profile is one of a display or printer, of version 2 or 4, with the components it says.", file => Profiles(file).Where(profile => !IsGood(file, profile, "mntr", "prtr")).Select(_ => "profile")),
        new("A 6.2.4.2", "Profiles of pictures are of version 2 or 4 and have the components that they say.", file =>
            Images(file).Select(image => file.File.Get(image, "ColorSpace")).OfType<List<object?>>().Where(space => file.File.Resolve(space[0]) is PdfName { Value: "ICCBased" })
                .Where(space => file.File.Resolve(space[1]) is not PdfDictionary profile || !IsGood(file, profile, "mntr", "prtr", "scnr", "spac")).Select(_ => "image")),
        new("A 6.2.4.3-rgb", "Colors in RGB rest on a profile in RGB.", file =>
            Unless(!Uses(file, "rg", "RG", "DeviceRGB") || Profiles(file).Any(profile => file.File.Number(profile, "N") == 3), "colors")),
        new("A 6.2.4.3-cmyk", "Colors in CMYK rest on a profile in CMYK.", file =>
            Unless(!Uses(file, "k", "K", "DeviceCMYK") || Profiles(file).Any(profile => file.File.Number(profile, "N") == 4), "colors")),
        new("A 6.2.5", "Graphics states change no transfer or halftone.", file =>
            States(file).Where(state => state.Entries.ContainsKey("TR") || state.Entries.ContainsKey("TR2") || state.Entries.ContainsKey("HTP")).Select(_ => "ExtGState")),
        new("A 6.2.8", "Pictures are not smoothed, not alternated, and in plain depths.", file =>
            Images(file).Where(image => file.File.Get(image, "Interpolate") is true || image.Entries.ContainsKey("Alternates") || image.Entries.ContainsKey("OPI")
                || file.File.Number(image, "BitsPerComponent") is not (1 or 2 or 4 or 8 or 16)).Select(_ => "image")),
        new("A 6.2.9", "There are no PostScript objects and no references to other files.", file =>
            file.File.All.Where(value => file.File.Name(value, "Subtype") == "PS" || file.File.Name(value, "Subtype2") == "PS" || (file.File.Name(value, "Subtype") == "Form" && value.Entries.ContainsKey("Ref")))
                .Select(_ => "XObject")),
        new("A 6.2.10", "Blend modes are those of PDF.", file => States(file).Where(state => file.File.Name(state, "BM") is not (null or "Normal" or "Compatible" or "Multiply" or "Screen")).Select(_ => "ExtGState")),
        new("A 6.3.1", "Annotations are of types that can be archived.", file =>
            file.Annotations.Where(annotation => file.File.Name(annotation, "Subtype") is null or "3D" or "Sound" or "Screen" or "Movie").Select(_ => "annotation")),
        new("A 6.3.2", "Annotations are printed and not hidden.", file =>
            file.Annotations.Where(annotation => (int?)file.File.Number(annotation, "F") is not { } flags || (flags & Print) == 0 || (flags & HiddenInvisibleOrNoView) != 0).Select(_ => "annotation")),
        new("A 6.3.3", "Annotations other than links have an appearance.", file =>
            file.Annotations.Where(annotation => file.File.Name(annotation, "Subtype") is not ("Link" or "Popup") && !IsInvisible(file, annotation) && file.File.Dictionary(file.File.Dictionary(annotation, "AP"), "N") is null)
                .Select(_ => "annotation")),
        new("A 6.4.1", "Forms need no appearances made by the reader.", file => Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "AcroForm"), "NeedAppearances") is not true, "AcroForm")),
        new("A 6.9", "There is no optional content without a plain configuration.", file => Unless(!file.File.Catalog.Entries.ContainsKey("OCProperties"), "catalog")),
    ];

    private static List<PdfDictionary> Profiles(Subject file) =>
        [.. file.File.Dictionaries(file.File.Catalog, "OutputIntents").Where(intent => file.File.Name(intent, "S") == "GTS_PDFA1")
            .Select(intent => file.File.Dictionary(intent, "DestOutputProfile") ?? new PdfDictionary([]))];

    private static bool IsGood(Subject file, PdfDictionary profile, params string[] devices)
    {
        if (profile.Data is not { Length: >= 132 } data)
        {
            return false;
        }

        var space = Encoding.ASCII.GetString(data, 16, 4);
        var components = space switch { "RGB " => 3, "CMYK" => 4, "GRAY" => 1, _ => 0 };
        return Encoding.ASCII.GetString(data, 36, 4) == "acsp" && devices.Contains(Encoding.ASCII.GetString(data, 12, 4)) && data[8] is 2 or 4 && file.File.Number(profile, "N") == components;
    }

    private static bool Uses(Subject file, string fill, string stroke, string space) =>
        file.Pages.Any(page => page.Content.Operators.Contains(fill) || page.Content.Operators.Contains(stroke))
        || file.File.All.Any(value => file.File.Name(value, "ColorSpace") == space)
        || Forms(file).Any(operators => operators.Contains(fill) || operators.Contains(stroke));

    /// <summary>The operators of each drawing.</summary>
    private static IEnumerable<HashSet<string>> Forms(Subject file)
    {
        foreach (var form in file.File.All.Where(value => file.File.Name(value, "Subtype") == "Form" && value.Data is not null))
        {
            var syntax = new PdfSyntax(form.Data!);
            var operators = new HashSet<string>();
            while (!syntax.IsAtEnd)
            {
                if (syntax.Read() is PdfOperator operation)
                {
                    operators.Add(operation.Name);
                }
            }

            yield return operators;
        }
    }

    private static IEnumerable<PdfDictionary> States(Subject file) =>
        file.File.All.Select(value => file.File.Dictionary(value, "ExtGState") ?? file.File.Dictionary(file.File.Dictionary(value, "Resources"), "ExtGState"))
            .OfType<PdfDictionary>().SelectMany(states => states.Entries.Values).Select(file.File.Resolve).OfType<PdfDictionary>();

    private static IEnumerable<PdfDictionary> Images(Subject file) => file.File.All.Where(value => file.File.Name(value, "Subtype") == "Image");

    /// <summary>A field without an area, as an unseen signature is.</summary>
    private static bool IsInvisible(Subject file, PdfDictionary annotation) => file.File.List(annotation, "Rect").All(number => number is 0.0);
}
