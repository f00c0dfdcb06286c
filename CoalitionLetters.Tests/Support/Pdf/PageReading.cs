namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>What a page's content stream shows, piece by piece in the stream's order.</summary>
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
    private PdfFont? font;
    private int depth;

    private PageReading(PdfDocument file, PdfDictionary page)
    {
        this.file = file;
        resources = file.Dictionary(page, "Resources");
        Read(file.Dictionary(page, "Contents")?.Data ?? []);
        IsUnbalanced |= depth != 0 || marks.Count != 0;
    }

    public IReadOnlyList<ContentPiece> Pieces => pieces;

    /// <summary>All operators used, once each.</summary>
    public IReadOnlyCollection<string> Operators => operators;

    /// <summary>Names of the XObjects drawn.</summary>
    public IReadOnlyCollection<string> Drawn => drawn;

    public IReadOnlyCollection<PdfFont> Fonts => fonts.Values;

    /// <summary>How deep graphics states were saved in each other.</summary>
    public int DeepestState { get; private set; }

    /// <summary>Marked content or saved states were not ended, or ended twice.</summary>
    public bool IsUnbalanced { get; private set; }

    public static PageReading Of(PdfDocument file, PdfDictionary page) => new(file, page);

    private void Read(byte[] content)
    {
        var syntax = new PdfSyntax(content);
        var operands = new List<object?>();
        while (!syntax.IsAtEnd)
        {
            if (syntax.Read() is var value && value is PdfOperator operation)
            {
                operators.Add(operation.Name);
                Apply(operation.Name, operands);
                operands.Clear();
            }
            else
            {
                operands.Add(value);
            }
        }
    }

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
                break;
            case "EMC":
                IsUnbalanced |= !marks.TryPop(out _);
                break;
            case "Tf":
                font = Font(((PdfName)operands[0]!).Value);
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

    private PdfFont Font(string name)
    {
        if (!fonts.TryGetValue(name, out var known))
        {
            fonts.Add(name, known = new PdfFont(file, file.Dictionary(file.Dictionary(resources, "Font"), name)!));
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

        var text = string.Concat(codes.Select(code => font!.Texts.GetValueOrDefault(code, "")));
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
