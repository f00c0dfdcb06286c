using CoalitionLetters.Typesetting.Images;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes pictures as XObjects that fill the unit square.</summary>
internal sealed class PictureWriter(PdfObjects objects)
{
    private readonly Dictionary<byte[], int> profiles = new(new SameBytes());

    public void Write(int number, Picture picture)
    {
        switch (picture)
        {
            case RasterPicture raster:
                Write(number, raster);
                break;
            case JpegPicture jpeg:
                Write(number, jpeg);
                break;
            case VectorPicture vector:
                new VectorWriter(objects).Write(number, vector);
                break;
        }
    }

    private void Write(int number, RasterPicture picture)
    {
        var (samples, alpha) = picture.Pixels;
        var components = picture.IsGray ? 1 : 3;
        var entries = ImageEntries(picture.PixelWidth, picture.PixelHeight, ColorSpace(picture.Profile, components), components);
        if (alpha is not null)
        {
            var mask = objects.Allocate();
            var maskEntries = ImageEntries(picture.PixelWidth, picture.PixelHeight, ColorSpace(null, 1), 1);
            objects.WriteStream(mask, maskEntries.Written, RowFilter.Apply(alpha, picture.PixelWidth, 1));
            entries.Add("/SMask "u8).AddReference(mask);
        }

        objects.WriteStream(number, entries.Written, RowFilter.Apply(samples, picture.PixelWidth * components, components));
    }

    private void Write(int number, JpegPicture picture)
    {
        var entries = new PdfBuffer().Add("/Type/XObject/Subtype/Image/Width "u8).Add(picture.PixelWidth).Add("/Height "u8).Add(picture.PixelHeight)
            .Add("/BitsPerComponent 8/Filter/DCTDecode/ColorSpace"u8).Add(ColorSpace(picture.Profile, picture.Components).Written);
        if (picture.IsInverted)
        {
            entries.Add("/Decode[1 0 1 0 1 0 1 0]"u8);
        }

        objects.WritePlain(number, entries.Written, picture.Bytes.Span);
    }

    /// <summary>Pictures from one program often carry the same profile, which stands in the file once.</summary>
    private PdfBuffer ColorSpace(byte[]? profile, int components)
    {
        if (profile is null)
        {
            return new PdfBuffer().Add(components == 1 ? "/DeviceGray"u8 : "/DeviceRGB"u8);
        }

        if (!profiles.TryGetValue(profile, out var number))
        {
            profiles.Add(profile, number = objects.Allocate());
            objects.WriteStream(number, new PdfBuffer().Add("/N "u8).Add(components).Written, profile);
        }

        return new PdfBuffer().Add("[/ICCBased "u8).AddReference(number).Add(']');
    }

    private static PdfBuffer ImageEntries(int width, int height, PdfBuffer space, int components) =>
        new PdfBuffer().Add("/Type/XObject/Subtype/Image/Width "u8).Add(width).Add("/Height "u8).Add(height)
            .Add("/BitsPerComponent 8/ColorSpace"u8).Add(space.Written)
            .Add("/DecodeParms<</Predictor 15/Colors "u8).Add(components).Add("/Columns "u8).Add(width).Add(">>"u8);

    private sealed class SameBytes : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(byte[] bytes)
        {
            var hash = new HashCode();
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }
    }
}
