using System.Text;
using static CoalitionLetters.Tests.Support.Pdf.Subject;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/A-3a: content, colors and pictures.</summary>
internal static class ArchiveContentRules
{
    private static readonly HashSet<string> Operators =
    [
        .. "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
            .Split(' '),
    ];

    private static readonly HashSet<string> Intents = ["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"];

    private static readonly HashSet<string> BlendModes =
    [
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
    ];

    public static readonly Rule[] All =
    [
        new("A 6.2.2-operators", "Content uses no operators that PDF does not have.", file => file.Contents.SelectMany(content => content.Operators.Where(name => !Operators.Contains(name)))),
        new("A 6.2.2-resources", "Every page has resources of its own.", file => file.File.Pages.Where(page => file.File.Dictionary(page, "Resources") is null).Select(_ => "page")),
        new("A 6.2.2-names", "What content names is among its own resources.", file => file.Contents.SelectMany(content => content.Unknown)),
        new("A 6.2.3", "There is one output intent for PDF/A, with a profile.", file => Unless(Profiles(file) is [{ Data: not null }], "catalog")),
        new("A 6.2.3-one", "All output intents have the same profile.", file =>
            Unless(file.File.Dictionaries(file.File.Catalog, "OutputIntents").Select(intent => file.File.Dictionary(intent, "DestOutputProfile")).OfType<PdfDictionary>().Distinct().Count() <= 1, "catalog")),
        new("A 6.2.3-profile", "The profile is one of a display or printer, of version 2 or 4, with the components it says.", file => Profiles(file).Where(profile => !IsGood(file, profile, "mntr", "prtr")).Select(_ => "profile")),
        new("A 6.2.4.2", "Profiles of colors are of version 2 or 4 and have the components that they say.", file =>
            file.Values.OfType<List<object?>>().Where(space => space is [PdfName { Value: "ICCBased" }, ..])
                .Where(space => file.File.Resolve(space[1]) is not PdfDictionary profile || !IsGood(file, profile, "mntr", "prtr", "scnr", "spac")).Select(_ => "profile")),
        new("A 6.2.4.3-rgb", "Colors in RGB rest on a profile in RGB.", file => Unless(!Uses(file, "rg", "RG", "DeviceRGB") || Profiles(file).Any(profile => file.File.Number(profile, "N") == 3), "colors")),
        new("A 6.2.4.3-cmyk", "Colors in CMYK rest on a profile in CMYK.", file => Unless(!Uses(file, "k", "K", "DeviceCMYK") || Profiles(file).Any(profile => file.File.Number(profile, "N") == 4), "colors")),
        new("A 6.2.5", "Graphics states change no transfer and no origin of halftones.", file =>
            States(file).Where(state => state.Entries.ContainsKey("TR") || file.File.Name(state, "TR2") is not (null or "Default") || state.Entries.ContainsKey("HTP")).Select(_ => "ExtGState")),
        new("A 6.2.5-halftone", "Halftones are of types 1 and 5, without names.", file =>
            States(file).Select(state => file.File.Dictionary(state, "HT")).OfType<PdfDictionary>()
                .Where(halftone => file.File.Number(halftone, "HalftoneType") is not (1 or 5) || halftone.Entries.ContainsKey("HalftoneName")).Select(_ => "HT")),
        new("A 6.2.6", "Rendering intents are those of PDF.", file =>
            file.Contents.SelectMany(content => content.Intents).Concat(States(file).Select(state => file.File.Name(state, "RI"))).Concat(Images(file).Select(image => file.File.Name(image, "Intent")))
                .OfType<string>().Where(name => !Intents.Contains(name))),
        new("A 6.2.8", "Pictures are not smoothed, not alternated, and in plain depths.", file =>
            Images(file).Where(image => file.File.Get(image, "Interpolate") is true || image.Entries.ContainsKey("Alternates") || image.Entries.ContainsKey("OPI") || !HasPlainDepth(file, image)).Select(_ => "image")),
        new("A 6.2.9", "There are no PostScript objects and no references to other files.", file =>
            file.All.Where(value => file.File.Name(value, "Subtype") == "PS" || file.File.Name(value, "Subtype2") == "PS").Concat(file.Drawings.Where(drawing => drawing.Entries.Keys.Any(key => key is "Ref" or "OPI" or "PS")))
                .Select(_ => "XObject")),
        new("A 6.2.10", "Blend modes are those of PDF.", file =>
            States(file).SelectMany(state => PdfDocument.Within(file.File.Get(state, "BM"))).OfType<PdfName>().Select(mode => mode.Value).Where(mode => !BlendModes.Contains(mode))),
        new("A 6.9", "There is no optional content.", file => Unless(!file.File.Catalog.Entries.ContainsKey("OCProperties"), "catalog")),
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

    /// <summary>By operators, or by a name that stands anywhere.</summary>
    private static bool Uses(Subject file, string fill, string stroke, string space) =>
        file.Contents.Any(content => content.Operators.Contains(fill) || content.Operators.Contains(stroke)) || file.Each<PdfName>().Any(name => name.Value == space);

    private static bool HasPlainDepth(Subject file, PdfDictionary image) =>
        file.File.Get(image, "ImageMask") is true ? file.File.Number(image, "BitsPerComponent") is null or 1 : file.File.Number(image, "BitsPerComponent") is 1 or 2 or 4 or 8 or 16;

    private static IEnumerable<PdfDictionary> States(Subject file) =>
        file.All.Select(value => file.File.Dictionary(value, "ExtGState")).OfType<PdfDictionary>().SelectMany(states => states.Entries.Values).Select(file.File.Resolve).OfType<PdfDictionary>();

    private static IEnumerable<PdfDictionary> Images(Subject file) => file.All.Where(value => file.File.Name(value, "Subtype") == "Image");
}
