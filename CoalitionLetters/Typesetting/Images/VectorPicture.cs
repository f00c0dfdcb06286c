using System.Numerics;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>A picture of filled and stroked paths.</summary>
internal sealed class VectorPicture(string name, double width, double height, Remade<IReadOnlyList<VectorShape>> shapes) : Picture(name, width, height)
{
    /// <summary>From back to front, in points from the picture's top-left corner once <see cref="VectorShape.Transform"/> is applied; y grows downwards.</summary>
    public IReadOnlyList<VectorShape> Shapes => shapes.Value;
}

/// <summary>A path and its paint.</summary>
internal sealed record VectorShape(IReadOnlyList<PathStep> Path, Matrix3x2 Transform, VectorPaint Paint);

/// <param name="Opacity">Of the fill; 0 to 1.</param>
/// <param name="Dashes">Lengths of dashes and gaps; empty for a whole line.</param>
internal sealed record VectorPaint(
    Color? Fill, double Opacity, bool IsEvenOdd, Color? Stroke, double StrokeOpacity, double StrokeWidth, int Cap, int Join, double MiterLimit, IReadOnlyList<double> Dashes);

internal enum PathVerb
{
    Move,
    Line,

    /// <summary>A cubic Bézier curve: two handles, then the end.</summary>
    Curve,
    Close,
}

/// <summary>One step of a path: the points it needs, the last of which is where it ends.</summary>
internal readonly record struct PathStep(PathVerb Verb, Vector2 First, Vector2 Second, Vector2 End);
