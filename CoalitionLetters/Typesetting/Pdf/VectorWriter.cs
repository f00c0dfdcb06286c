using System.Globalization;
using System.Numerics;
using CoalitionLetters.Typesetting.Images;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes a drawing as a form XObject that fills the unit square.</summary>
internal sealed class VectorWriter(PdfObjects objects)
{
    private readonly PdfBuffer text = new(4096);
    private readonly SortedDictionary<(double Fill, double Stroke), int> opacities = [];

    public void Write(int number, VectorPicture picture)
    {
        foreach (var shape in picture.Shapes)
        {
            Write(shape, picture.Height);
        }

        var entries = new PdfBuffer().Add("/Type/XObject/Subtype/Form/BBox[0 0 "u8).Add(picture.Width, 3).Add(' ').Add(picture.Height, 3)
            .Add("]/Matrix["u8).Add(Inverse(picture.Width)).Add(" 0 0 "u8).Add(Inverse(picture.Height)).Add(" 0 0]/Resources<</ExtGState<<"u8);
        foreach (var ((fill, stroke), index) in opacities)
        {
            entries.Add("/G"u8).Add(index).Add("<</ca "u8).Add(fill, 3).Add("/CA "u8).Add(stroke, 3).Add(">>"u8);
        }

        objects.WriteStream(number, entries.Add(">>>>"u8).Written, text.Written);
    }

    private static string Inverse(double size) => (1 / size).ToString("0.##########", CultureInfo.InvariantCulture);

    private void Write(VectorShape shape, double height)
    {
        var paint = shape.Paint;
        if (paint.Fill is null && paint.Stroke is null)
        {
            return;
        }

        text.Add("q "u8);
        if (paint.Opacity < 1 || paint.StrokeOpacity < 1)
        {
            opacities.TryAdd((paint.Opacity, paint.StrokeOpacity), opacities.Count);
            text.Add("/G"u8).Add(opacities[(paint.Opacity, paint.StrokeOpacity)]).Add(" gs "u8);
        }

        WritePaint(paint);
        var turned = shape.Transform * new Matrix3x2(1, 0, 0, -1, 0, (float)height);
        // Drawings of large numbers are made small by these, so that four decimals would leave little of them.
        foreach (var entry in new[] { turned.M11, turned.M12, turned.M21, turned.M22 })
        {
            text.Add(entry, 8).Add(' ');
        }

        text.Add(turned.M31, 4).Add(' ').Add(turned.M32, 4).Add(" cm\n"u8);
        WritePath(shape.Path);
        text.Add((paint.Fill, paint.Stroke, paint.IsEvenOdd) switch
        {
            (not null, not null, true) => "B* Q\n"u8,
            (not null, not null, false) => "B Q\n"u8,
            (not null, null, true) => "f* Q\n"u8,
            (not null, null, false) => "f Q\n"u8,
            _ => "S Q\n"u8,
        });
    }

    private void WritePaint(VectorPaint paint)
    {
        if (paint.Fill is { } fill)
        {
            Write(fill, "rg "u8);
        }

        if (paint.Stroke is not { } stroke)
        {
            return;
        }

        Write(stroke, "RG "u8);
        text.Add(paint.StrokeWidth, 3).Add(" w "u8).Add(paint.Cap).Add(" J "u8).Add(paint.Join).Add(" j "u8).Add(paint.MiterLimit, 3).Add(" M "u8);
        if (paint.Dashes.Count > 0)
        {
            text.Add('[');
            foreach (var dash in paint.Dashes)
            {
                text.Add(dash, 3).Add(' ');
            }

            text.Add("]0 d "u8);
        }
    }

    private void Write(Color color, ReadOnlySpan<byte> operation) =>
        text.Add(color.Red / 255.0, 3).Add(' ').Add(color.Green / 255.0, 3).Add(' ').Add(color.Blue / 255.0, 3).Add(' ').Add(operation);

    private void WritePath(IReadOnlyList<PathStep> path)
    {
        foreach (var step in path)
        {
            switch (step.Verb)
            {
                case PathVerb.Move:
                    Write(step.End).Add("m\n"u8);
                    break;
                case PathVerb.Line:
                    Write(step.End).Add("l\n"u8);
                    break;
                case PathVerb.Curve:
                    Write(step.First);
                    Write(step.Second);
                    Write(step.End).Add("c\n"u8);
                    break;
                default:
                    text.Add("h\n"u8);
                    break;
            }
        }
    }

    private PdfBuffer Write(Vector2 point) => text.Add(point.X, 3).Add(' ').Add(point.Y, 3).Add(' ');
}
