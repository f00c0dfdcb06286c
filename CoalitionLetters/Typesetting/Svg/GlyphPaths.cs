using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Typesetting.Svg;

/// <summary>
/// The outlines of glyphs as SVG path data, in font units with y growing upwards. After the "glyf" table of the OpenType
/// specification 1.9: quadratic curves, points on and off them, and glyphs composed of others.
/// </summary>
internal static class GlyphPaths
{
    private const int DeepestComposition = 8;
    private const int OnCurve = 1, XIsByte = 2, YIsByte = 4, Repeats = 8, XSameOrPositive = 16, YSameOrPositive = 32;
    private const int ArgumentsAreWords = 0x0001, ArgumentsAreOffsets = 0x0002, HasScale = 0x0008, MoreParts = 0x0020, HasTwoScales = 0x0040, HasMatrix = 0x0080;

    private static readonly ConditionalWeakTable<FontFile, ConcurrentDictionary<ushort, string>> Known = [];

    /// <summary>Empty for a glyph without an outline, such as a space.</summary>
    public static string Of(FontFile font, ushort glyph) =>
        Known.GetOrCreateValue(font).GetOrAdd(glyph, static (id, from) =>
        {
            var path = new StringBuilder();
            Append(path, from, id, Matrix.None, 0);
            return path.ToString();
        }, font);

    private static void Append(StringBuilder path, FontFile font, ushort glyph, Matrix matrix, int depth)
    {
        var outline = font.Outlines[glyph];
        if (outline.IsEmpty || depth > DeepestComposition)
        {
            return;
        }

        if (GlyphOutlines.IsComposite(outline))
        {
            AppendParts(path, font, outline, matrix, depth);
        }
        else
        {
            AppendContours(path, outline, matrix);
        }
    }

    private static void AppendParts(StringBuilder path, FontFile font, FontTable outline, Matrix matrix, int depth)
    {
        var at = 10;
        int flags;
        do
        {
            flags = outline.UShort(at);
            var part = outline.UShort(at + 2);
            at += 4;
            double dx = 0, dy = 0;
            var words = (flags & ArgumentsAreWords) != 0;
            if ((flags & ArgumentsAreOffsets) != 0)
            {
                (dx, dy) = words ? (outline.Short(at), outline.Short(at + 2)) : ((sbyte)outline.Byte(at), (sbyte)outline.Byte(at + 1));
            }

            at += words ? 4 : 2;
            double xx = 1, xy = 0, yx = 0, yy = 1;
            if ((flags & HasScale) != 0)
            {
                xx = yy = Fraction(outline, at);
                at += 2;
            }
            else if ((flags & HasTwoScales) != 0)
            {
                (xx, yy) = (Fraction(outline, at), Fraction(outline, at + 2));
                at += 4;
            }
            else if ((flags & HasMatrix) != 0)
            {
                (xx, xy, yx, yy) = (Fraction(outline, at), Fraction(outline, at + 2), Fraction(outline, at + 4), Fraction(outline, at + 6));
                at += 8;
            }

            Append(path, font, part, matrix.Inside(new Matrix(xx, xy, yx, yy, dx, dy)), depth + 1);
        }
        while ((flags & MoreParts) != 0);
    }

    private static double Fraction(FontTable outline, int at) => outline.Short(at) / 16384.0;

    private static void AppendContours(StringBuilder path, FontTable outline, Matrix matrix)
    {
        var contours = outline.Short(0);
        if (contours == 0)
        {
            return;
        }

        var count = outline.UShort(10 + 2 * (contours - 1)) + 1;
        var points = Points(outline, contours, count);
        var start = 0;
        for (var contour = 0; contour < contours; contour++)
        {
            var end = outline.UShort(10 + 2 * contour);
            if (end < start || end >= count)
            {
                outline.Broken();
            }

            AppendContour(path, points.AsSpan(start, end - start + 1), matrix);
            start = end + 1;
        }
    }

    private static (double X, double Y, bool On)[] Points(FontTable outline, int contours, int count)
    {
        var at = 10 + 2 * contours;
        at += 2 + outline.UShort(at);
        var flags = new byte[count];
        for (var i = 0; i < count;)
        {
            var flag = outline.Byte(at++);
            var times = (flag & Repeats) != 0 ? outline.Byte(at++) + 1 : 1;
            for (; times > 0 && i < count; times--)
            {
                flags[i++] = flag;
            }
        }

        var points = new (double X, double Y, bool On)[count];
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            value += Delta(outline, ref at, flags[i], XIsByte, XSameOrPositive);
            points[i] = (value, 0, (flags[i] & OnCurve) != 0);
        }

        value = 0;
        for (var i = 0; i < count; i++)
        {
            value += Delta(outline, ref at, flags[i], YIsByte, YSameOrPositive);
            points[i].Y = value;
        }

        return points;
    }

    private static int Delta(FontTable outline, ref int at, byte flag, int isByte, int sameOrPositive)
    {
        if ((flag & isByte) != 0)
        {
            var size = outline.Byte(at++);
            return (flag & sameOrPositive) != 0 ? size : -size;
        }

        if ((flag & sameOrPositive) != 0)
        {
            return 0;
        }

        at += 2;
        return outline.Short(at - 2);
    }

    /// <summary>Between two points off the curve lies one on it, half-way.</summary>
    private static void AppendContour(StringBuilder path, ReadOnlySpan<(double X, double Y, bool On)> points, Matrix matrix)
    {
        if (points.Length < 2)
        {
            return;
        }

        var first = 0;
        while (first < points.Length && !points[first].On)
        {
            first++;
        }

        var (x, y) = first < points.Length ? (points[first].X, points[first].Y) : Middle(points[0], points[^1]);
        first %= points.Length;
        path.Append('M');
        Append(path, matrix, x, y);
        for (var i = 1; i <= points.Length; i++)
        {
            var point = points[(first + i) % points.Length];
            if (point.On)
            {
                if (i < points.Length)
                {
                    path.Append('L');
                    Append(path, matrix, point.X, point.Y);
                }

                continue;
            }

            if (i == points.Length)
            {
                break;
            }

            var next = points[(first + i + 1) % points.Length];
            var isLast = i + 1 == points.Length;
            var (endX, endY) = isLast ? (x, y) : next.On ? (next.X, next.Y) : Middle(point, next);
            path.Append('Q');
            Append(path, matrix, point.X, point.Y);
            path.Append(' ');
            Append(path, matrix, endX, endY);
            i += next.On && !isLast ? 1 : 0;
        }

        path.Append('Z');
    }

    private static (double X, double Y) Middle((double X, double Y, bool On) a, (double X, double Y, bool On) b) => ((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private static void Append(StringBuilder path, Matrix matrix, double x, double y)
    {
        var (px, py) = matrix.Apply(x, y);
        path.Append(CultureInfo.InvariantCulture, $"{Math.Round(px, 1):0.#} {Math.Round(py, 1):0.#}");
    }

    private readonly record struct Matrix(double XX, double XY, double YX, double YY, double DX, double DY)
    {
        public static readonly Matrix None = new(1, 0, 0, 1, 0, 0);

        public (double X, double Y) Apply(double x, double y) => (XX * x + YX * y + DX, XY * x + YY * y + DY);

        public Matrix Inside(Matrix inner)
        {
            var (dx, dy) = Apply(inner.DX, inner.DY);
            return new Matrix(
                XX * inner.XX + YX * inner.XY, XY * inner.XX + YY * inner.XY,
                XX * inner.YX + YX * inner.YY, XY * inner.YX + YY * inner.YY, dx, dy);
        }
    }
}
