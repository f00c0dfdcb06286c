using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Writes numbered objects to a stream: streams as they come, all others packed into compressed object streams, and at the end
/// the cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
/// </summary>
internal sealed class PdfObjects : IDisposable
{
    private const int ObjectsPerStream = 200;

    private readonly Stream output;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<Place> places = [default];
    private readonly List<(int Number, int Offset)> packed = [];
    private readonly PdfBuffer pack = new(32 * 1024);
    private readonly PdfBuffer head = new();
    private long position;

    public PdfObjects(Stream output)
    {
        this.output = output;
        Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    public int Allocate()
    {
        places.Add(default);
        return places.Count - 1;
    }

    /// <summary>Begins an object that is not a stream; what is added to the text until the next object begins is its content.</summary>
    public PdfBuffer Begin(int number)
    {
        if (packed.Count == ObjectsPerStream)
        {
            Flush();
        }

        if (packed.Count > 0)
        {
            pack.Add('\n');
        }

        packed.Add((number, pack.Length));
        return pack;
    }

    /// <param name="entries">The stream's dictionary without its length and filter.</param>
    public void WriteStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data) => WriteDeflated(number, entries, Deflate(data));

    /// <param name="data">Already deflated.</param>
    public void WriteDeflated(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data) => WritePlain(number, [.. entries, .. "/Filter/FlateDecode"u8], data);

    /// <summary>Writes a stream just as it is.</summary>
    public void WritePlain(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data)
    {
        places[number] = new Place(1, position, 0);
        head.Clear();
        head.Add(number).Add(" 0 obj\n<<"u8).Add(entries).Add("/Length "u8).Add(data.Length).Add(">>\nstream\n"u8);
        Write(head.Written);
        Write(data);
        Write("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes an object that is no stream but must not be packed.</summary>
    /// <returns>Where in the file its content begins.</returns>
    public long WriteDirect(int number, ReadOnlySpan<byte> content)
    {
        places[number] = new Place(1, position, 0);
        head.Clear();
        Write(head.Add(number).Add(" 0 obj\n"u8).Written);
        var start = position;
        Write(content);
        Write("\nendobj\n"u8);
        return start;
    }

    public static byte[] Deflate(ReadOnlySpan<byte> data, CompressionLevel level = CompressionLevel.SmallestSize)
    {
        using var deflated = new MemoryStream(data.Length / 3 + 64);
        using (var zlib = new ZLibStream(deflated, level, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return deflated.ToArray();
    }

    public static byte[] Deflate(PageContent content)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            content.WriteTo(zlib);
        }

        return deflated.ToArray();
    }

    /// <summary>Writes the cross-reference stream and the trailer. The file's id is the hash of all that stands before.</summary>
    public void Finish(int catalog, int information)
    {
        Flush();
        var id = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        var number = Allocate();
        var start = position;
        places[number] = new Place(1, start, 0);

        var offsetWidth = start < 1 << 16 ? 2 : start < 1 << 24 ? 3 : start < 1L << 32 ? 4 : 5;
        WriteStream(
            number,
            Encoding.ASCII.GetBytes(
                $"/Type/XRef/Size {places.Count}/W[1 {offsetWidth} 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{id}><{id}>]/DecodeParms<</Predictor 12/Columns {offsetWidth + 3}>>"),
            CrossReferences(offsetWidth));
        Write(new PdfBuffer().Add("startxref\n"u8).Add(start).Add("\n%%EOF\n"u8).Written);
    }

    public void Dispose() => hash.Dispose();

    private void Flush()
    {
        if (packed.Count == 0)
        {
            return;
        }

        var number = Allocate();
        var index = new PdfBuffer(16 * packed.Count);
        for (var at = 0; at < packed.Count; at++)
        {
            index.Add(packed[at].Number).Add(' ').Add(packed[at].Offset).Add(' ');
            places[packed[at].Number] = new Place(2, number, at);
        }

        var first = index.Length;
        index.Add(pack.Written);
        WriteStream(number, Encoding.ASCII.GetBytes($"/Type/ObjStm/N {packed.Count}/First {first}"), index.Written);
        packed.Clear();
        pack.Clear();
    }

    /// <summary>A row for each object, less the row above it byte by byte (PNG's predictor Up), which makes the rows alike.</summary>
    private byte[] CrossReferences(int offsetWidth)
    {
        var width = offsetWidth + 3;
        var rows = new byte[places.Count * (width + 1)];
        Span<byte> above = stackalloc byte[width];
        Span<byte> row = stackalloc byte[width];

        for (var at = 0; at < places.Count; at++)
        {
            var place = at == 0 ? new Place(0, 0, 65_535) : places[at];
            row[0] = place.Kind;
            for (var digit = 0; digit < offsetWidth; digit++)
            {
                row[1 + digit] = (byte)(place.Where >> (8 * (offsetWidth - 1 - digit)));
            }

            row[^2] = (byte)(place.Index >> 8);
            row[^1] = (byte)place.Index;

            var target = rows.AsSpan(at * (width + 1), width + 1);
            target[0] = 2;
            for (var column = 0; column < width; column++)
            {
                target[column + 1] = (byte)(row[column] - above[column]);
            }

            row.CopyTo(above);
        }

        return rows;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        position += bytes.Length;
    }

    /// <param name="Kind">1 at an offset in the file, 2 in an object stream.</param>
    private readonly record struct Place(byte Kind, long Where, int Index);
}
