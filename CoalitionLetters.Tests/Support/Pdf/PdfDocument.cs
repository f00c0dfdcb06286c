using System.IO.Compression;
using System.Text;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>
/// A PDF read whole: cross-reference streams, object streams, flate with predictors. Made for the files we write; files with a cross-reference table
/// or with encryption are not read. Objects may be changed, to see what a reader or a rule makes of it.
/// </summary>
public sealed class PdfDocument
{
    private readonly byte[] bytes;
    private readonly Dictionary<int, (int Kind, int Where, int Index)> places = [];
    private readonly Dictionary<int, object?> objects = [];
    private readonly Dictionary<int, List<object?>> packs = [];
    private readonly List<(string Clause, string Where)> faults = [];

    private PdfDocument(byte[] bytes)
    {
        this.bytes = bytes;
        var mark = Encoding.Latin1.GetString(bytes).LastIndexOf("startxref", StringComparison.Ordinal);
        StartOfReferences = (int)(double)new PdfSyntax(bytes, mark + "startxref".Length).Read()!;
        Trailer = (PdfDictionary)new PdfSyntax(bytes, StartOfReferences, faults).ReadIndirect(length => length).Value!;
        Decode(Trailer);
        ReadPlaces();
    }

    public byte[] Bytes => bytes;

    public int StartOfReferences { get; }

    public PdfDictionary Trailer { get; }

    public PdfDictionary Catalog => Dictionary(Trailer, "Root")!;

    public IEnumerable<int> Numbers => places.Where(place => place.Value.Kind != 0).Select(place => place.Key).Order();

    public static PdfDocument Read(byte[] bytes) => new(bytes);

    /// <summary>The object itself, where a reference to it was given.</summary>
    public object? Resolve(object? value) => value is PdfReference reference ? Object(reference.Number) : value;

    public object? Get(PdfDictionary? dictionary, string key) => dictionary is not null && dictionary.Entries.TryGetValue(key, out var value) ? Resolve(value) : null;

    public PdfDictionary? Dictionary(PdfDictionary? dictionary, string key) => Get(dictionary, key) as PdfDictionary;

    public List<object?> List(PdfDictionary? dictionary, string key) => Get(dictionary, key) as List<object?> ?? [];

    public string? Name(PdfDictionary? dictionary, string key) => (Get(dictionary, key) as PdfName)?.Value;

    public string? Text(PdfDictionary? dictionary, string key) => (Get(dictionary, key) as PdfString)?.Text;

    public double? Number(PdfDictionary? dictionary, string key) => Get(dictionary, key) as double?;

    public IEnumerable<PdfDictionary> Dictionaries(PdfDictionary? dictionary, string key) => List(dictionary, key).Select(Resolve).OfType<PdfDictionary>();

    /// <summary>All values with those inside them and the keys of dictionaries; those in content apart.</summary>
    public IEnumerable<object?> Values => Numbers.Select(Object).Append(Trailer).SelectMany(Within);

    public IEnumerable<PdfDictionary> All => Values.OfType<PdfDictionary>();

    /// <summary>What PDF/A asks of the writing and was not so in what has been read, by its clause.</summary>
    public IReadOnlyList<(string Clause, string Where)> Faults => faults;

    public IReadOnlyList<PdfDictionary> Pages => [.. PagesUnder(Dictionary(Catalog, "Pages")!)];

    /// <summary>The object number of a page.</summary>
    public int NumberOf(PdfDictionary value) => Numbers.First(number => ReferenceEquals(Object(number), value));

    public object? Object(int number)
    {
        if (!objects.TryGetValue(number, out var value) && places.TryGetValue(number, out var place))
        {
            value = place.Kind switch { 1 => ReadPlain(place.Where), 2 => Pack(place.Where)[place.Index], _ => null };
            objects.Add(number, value);
        }

        return value;
    }

    /// <summary>A value and, of a list or dictionary, all that is in it without a reference.</summary>
    public static IEnumerable<object?> Within(object? value) => value switch
    {
        PdfDictionary dictionary => dictionary.Entries.SelectMany(entry => Within(entry.Value).Prepend(new PdfName(entry.Key))).Prepend(dictionary),
        List<object?> list => list.SelectMany(Within).Prepend(list),
        _ => [value],
    };

    private IEnumerable<PdfDictionary> PagesUnder(PdfDictionary node) =>
        Name(node, "Type") == "Page" ? [node] : Dictionaries(node, "Kids").SelectMany(PagesUnder);

    private void ReadPlaces()
    {
        var widths = List(Trailer, "W").Select(width => (int)(double)width!).ToArray();
        var at = 0;
        for (var number = 0; at < Trailer.Data!.Length; number++)
        {
            var fields = new int[3];
            for (var field = 0; field < 3; field++)
            {
                for (var digit = 0; digit < widths[field]; digit++)
                {
                    fields[field] = (fields[field] << 8) | Trailer.Data[at++];
                }
            }

            places.Add(number, (fields[0], fields[1], fields[2]));
        }
    }

    private object? ReadPlain(int offset)
    {
        var (_, value) = new PdfSyntax(bytes, offset, faults).ReadIndirect(Resolve);
        if (value is PdfDictionary { Data: not null } stream)
        {
            Decode(stream);
        }

        return value;
    }

    private List<object?> Pack(int number)
    {
        if (!packs.TryGetValue(number, out var pack))
        {
            var stream = (PdfDictionary)Object(number)!;
            var index = new PdfSyntax(stream.Data!);
            pack = [];
            for (var count = Number(stream, "N"); count > 0; count--)
            {
                index.Read();
                var offset = (double)index.Read()!;
                pack.Add(new PdfSyntax(stream.Data!, (int)(Number(stream, "First")!.Value + offset), faults).Read());
            }

            packs.Add(number, pack);
        }

        return pack;
    }

    private void Decode(PdfDictionary stream)
    {
        if (Name(stream, "Filter") != "FlateDecode")
        {
            return;
        }

        using var zlib = new ZLibStream(new MemoryStream(stream.Data!), CompressionMode.Decompress);
        using var data = new MemoryStream();
        zlib.CopyTo(data);
        var parameters = Dictionary(stream, "DecodeParms");
        stream.Data = Number(parameters, "Predictor") is >= 10 ? Unfilter(data.ToArray(), parameters) : data.ToArray();
    }

    private byte[] Unfilter(byte[] data, PdfDictionary? parameters)
    {
        var step = (int)(Number(parameters, "Colors") ?? 1);
        var width = (int)Number(parameters, "Columns")! * step;
        var rows = data.Length / (width + 1);
        var plain = new byte[rows * width];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var at = row * width + column;
                int left = column >= step ? plain[at - step] : 0;
                int above = row > 0 ? plain[at - width] : 0;
                int corner = row > 0 && column >= step ? plain[at - width - step] : 0;
                plain[at] = (byte)(data[row * (width + 1) + 1 + column] + data[row * (width + 1)] switch
                {
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Paeth(left, above, corner),
                    _ => 0,
                });
            }
        }

        return plain;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        return new[] { left, above, corner }.MinBy(value => Math.Abs(guess - value));
    }
}
