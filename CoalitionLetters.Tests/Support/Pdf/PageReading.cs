namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>What the content stream of a page or a drawing shows, piece by piece in the stream's order.</summary>
public sealed class PageReading
{
    private static readonly HashSet<string> Painting = ["f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"];

    private readonly PdfDocument file;
    private readonly PdfDictionary? resources;
    private readonly Dictionary<string, PdfFont> fonts = [];
    private readonly Stack<MarkedContent> marks = [];
    private readonly List<ContentPiece> pieces = [];
    private readonly HashSet<string> operators = [];
    private readonly HashSet<string> drawn = [];
    private readonly HashSet<string> unknown = [];
    private readonly List<object?> values = [];
    private readonly List<MarkedContent> opened = [];
    private readonly List<string> inlineFilters = [];
    private readonly List<string> intents = [];
    private readonly List<(string Clause, string Where)> faults = [];
    private PdfFont? font;
    private int depth;

    private PageReading(PdfDocument file, PdfDictionary page)
    {
        this.file = file;
        resources = file.Dictionary(page, "Resources");
        Read(file.Dictionary(page, "Contents")?.Data ?? page.Data ?? []);
        IsUnbalanced |= depth != 0 || marks.Count != 0;
    }

    public IReadOnlyList<ContentPiece> Pieces => pieces;

    /// <summary>All operators used, once each.</summary>
    public IReadOnlyCollection<string> Operators => operators;

    /// <summary>Names of the XObjects drawn.</summary>
    public IReadOnlyCollection<string> Drawn => drawn;

    /// <summary>Resources that are used and not there.</summary>
    public IReadOnlyCollection<string> Unknown => unknown;

    /// <summary>The operators' operands, with what is in them.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>Marked content, also such as has nothing in it.</summary>
    public IReadOnlyList<MarkedContent> Opened => opened;

    /// <summary>How colors are to be changed to those of a device.</summary>
    public IEnumerable<string> Intents => intents;

    /// <summary>How pictures in the content itself are packed.</summary>
    public IReadOnlyList<string> InlineFilters => inlineFilters;

    public IReadOnlyList<(string Clause, string Where)> Faults => faults;

    public IReadOnlyCollection<PdfFont> Fonts => fonts.Values;

    /// <summary>How deep graphics states were saved in each other.</summary>
    public int DeepestState { get; private set; }

    /// <summary>Marked content or saved states were not ended, or ended twice.</summary>
    public bool IsUnbalanced { get; private set; }

    public static PageReading Of(PdfDocument file, PdfDictionary page) => new(file, page);

    private void Read(byte[] content)
    {
        var syntax = new PdfSyntax(content, faults: faults);
        var operands = new List<object?>();
        while (!syntax.IsAtEnd)
        {
            if (syntax.Read() is var value && value is PdfOperator operation)
            {
                operators.Add(operation.Name);
                values.AddRange(operands.SelectMany(PdfDocument.Within));
                if (KindOf(operation.Name) is { } kind && (kind == "Font" ? operands.FirstOrDefault() : operands.LastOrDefault()) is PdfName name && !IsKnown(kind, name.Value))
                {
                    unknown.Add($"{kind} {name.Value}");
                }

                Apply(operation.Name, operands);
                if (operation.Name == "ID")
                {
                    syntax.SkipInlineData();
                }

                operands.Clear();
            }
            else
            {
                operands.Add(value);
            }
        }
    }

    /// <summary>The kind of resource that an operator names.</summary>
    private static string? KindOf(string operation) => operation switch
    {
        "Tf" => "Font",
        "Do" => "XObject",
        "gs" => "ExtGState",
        "cs" or "CS" => "ColorSpace",
        "scn" or "SCN" => "Pattern",
        "sh" => "Shading",
        "BDC" or "DP" => "Properties",
        _ => null,
    };

    private bool IsKnown(string kind, string name) =>
        file.Dictionary(resources, kind)?.Entries.ContainsKey(name) == true || (kind == "ColorSpace" && name is "DeviceGray" or "DeviceRGB" or "DeviceCMYK" or "Pattern");

    private void Apply(string operation, List<object?> operands)
    {
        switch (operation)
        {
            case "q":
                DeepestState = Math.Max(DeepestState, ++depth);
                break;
            case "Q":
                IsUnbalanced |= --depth < 0;
                break;
            case "BMC" or "BDC":
                marks.Push(MarkedContent.Of(file, resources, operands));
                opened.Add(marks.Peek());
                break;
            case "EMC":
                IsUnbalanced |= !marks.TryPop(out _);
                break;
            case "Tf":
                font = Font(((PdfName)operands[0]!).Value);
                break;
            case "ri":
                intents.Add(((PdfName)operands[0]!).Value);
                break;
            case "ID":
                inlineFilters.AddRange(operands.Chunk(2).Where(pair => pair[0] is PdfName { Value: "F" or "Filter" }).SelectMany(pair => PdfDocument.Within(pair[^1])).OfType<PdfName>().Select(name => name.Value));
                break;
            case "Tj":
                Show(operands);
                break;
            case "TJ":
                Show((List<object?>)operands[0]!);
                break;
            case var _ when Painting.Contains(operation):
                Paint(operation, operands);
                break;
        }
    }

    private PdfFont? Font(string name)
    {
        if (!fonts.TryGetValue(name, out var known) && file.Dictionary(file.Dictionary(resources, "Font"), name) is { } dictionary)
        {
            fonts.Add(name, known = new PdfFont(file, dictionary));
        }

        return known;
    }

    private void Show(List<object?> strings)
    {
        var codes = new List<int>();
        foreach (var bytes in strings.OfType<PdfString>().Select(text => text.Bytes))
        {
            for (var at = 0; at + 1 < bytes.Length; at += 2)
            {
                codes.Add((bytes[at] << 8) | bytes[at + 1]);
            }
        }

        var text = string.Concat(codes.Select(code => font?.Texts.GetValueOrDefault(code, "")));
        pieces.Add(new ContentPiece([.. marks], font, codes, text));
    }

    private void Paint(string operation, List<object?> operands)
    {
        if (operation == "Do")
        {
            drawn.Add(((PdfName)operands[0]!).Value);
        }

        pieces.Add(new ContentPiece([.. marks], null, [], ""));
    }
}

/// <summary>Marked content that is open.</summary>
public sealed record MarkedContent(string Tag, int? Number, string? ActualText, string? Language, PdfDictionary? Properties)
{
    public bool IsArtifact => Tag == "Artifact";

    public static MarkedContent Of(PdfDocument file, PdfDictionary? resources, List<object?> operands)
    {
        var properties = operands.ElementAtOrDefault(1) switch
        {
            PdfDictionary direct => direct,
            PdfName name => file.Dictionary(file.Dictionary(resources, "Properties"), name.Value),
            _ => null,
        };
        return new MarkedContent(
            ((PdfName)operands[0]!).Value, (int?)file.Number(properties, "MCID"), file.Text(properties, "ActualText"), file.Text(properties, "Lang"), properties);
    }
}

/// <summary>Something shown or painted, and the marked content it is in, the innermost first.</summary>
/// <param name="Font">Of text; null for paint.</param>
/// <param name="Text">What the font's map says of the codes.</param>
public sealed record ContentPiece(IReadOnlyList<MarkedContent> Marks, PdfFont? Font, IReadOnlyList<int> Codes, string Text)
{
    public int? Number => Marks.Select(mark => mark.Number).FirstOrDefault(number => number is not null);

    public bool IsArtifact => Marks.Any(mark => mark.IsArtifact);

    /// <summary>The marked content that says for all inside it what it stands for.</summary>
    public MarkedContent? Replacement => Marks.LastOrDefault(mark => mark.ActualText is not null);
}
