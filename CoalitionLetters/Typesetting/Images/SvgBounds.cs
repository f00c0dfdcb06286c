using System.Numerics;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>How far a drawing may reach. What lies beyond is no logo, and its numbers would be none that a PDF can hold.</summary>
internal static class SvgBounds
{
    /// <summary>As written in the file and in points.</summary>
    private const double Farthest = 1e6;

    /// <summary>By how much an area may shrink before nothing of it is left.</summary>
    private const double LeastArea = 1e-14;

    /// <exception cref="FormatException">A point or a stroke lies beyond all reach.</exception>
    public static void ThrowIfBeyond(VectorShape shape)
    {
        var (transform, paint) = (shape.Transform, shape.Paint);
        var isNear = AreNear(transform.M11, transform.M12, transform.M21, transform.M22, transform.M31, transform.M32)
            && AreNear(paint.StrokeWidth, paint.StrokeWidth * Scale(transform), paint.MiterLimit)
            && paint.Dashes.All(dash => AreNear(dash))
            && shape.Path.All(step => IsNear(step.First, transform) && IsNear(step.Second, transform) && IsNear(step.End, transform));
        if (!isNear)
        {
            throw new FormatException("it reaches too far, or has numbers too large to be drawn. Save it anew at the size of the picture");
        }
    }

    /// <summary>Scaled to nothing, it shows nothing.</summary>
    public static bool IsSeen(VectorShape shape) =>
        Math.Abs((double)shape.Transform.M11 * shape.Transform.M22 - (double)shape.Transform.M12 * shape.Transform.M21) >= LeastArea;

    private static double Scale(Matrix3x2 transform) => Math.Max(Math.Max(Math.Abs(transform.M11), Math.Abs(transform.M12)), Math.Max(Math.Abs(transform.M21), Math.Abs(transform.M22)));

    private static bool IsNear(Vector2 point, Matrix3x2 transform)
    {
        var moved = Vector2.Transform(point, transform);
        return AreNear(point.X, point.Y, moved.X, moved.Y);
    }

    private static bool AreNear(params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (!(Math.Abs(number) <= Farthest))
            {
                return false;
            }
        }

        return true;
    }
}
