using System.Numerics;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>Builds a path out of lines, curves and arcs.</summary>
internal sealed class PathBuilder
{
    /// <summary>How far the handles of a quarter circle's curve reach, for a radius of 1.</summary>
    private const float QuarterHandle = 0.5522848f;

    private readonly List<PathStep> steps = [];
    private Vector2 start;

    public IReadOnlyList<PathStep> Steps => steps;

    public Vector2 Current { get; private set; }

    public void Move(Vector2 to)
    {
        steps.Add(new PathStep(PathVerb.Move, default, default, to));
        Current = start = to;
    }

    public void Line(Vector2 to)
    {
        Begin();
        steps.Add(new PathStep(PathVerb.Line, default, default, to));
        Current = to;
    }

    public void Curve(Vector2 first, Vector2 second, Vector2 to)
    {
        Begin();
        steps.Add(new PathStep(PathVerb.Curve, first, second, to));
        Current = to;
    }

    public void Quadratic(Vector2 handle, Vector2 to) => Curve(Current + (handle - Current) * 2 / 3, to + (handle - to) * 2 / 3, to);

    public void Close()
    {
        if (steps.Count > 0)
        {
            steps.Add(new PathStep(PathVerb.Close, default, default, start));
            Current = start;
        }
    }

    public void Ellipse(Vector2 center, float radiusX, float radiusY)
    {
        var (handleX, handleY) = (radiusX * QuarterHandle, radiusY * QuarterHandle);
        Move(center + new Vector2(radiusX, 0));
        Curve(center + new Vector2(radiusX, handleY), center + new Vector2(handleX, radiusY), center + new Vector2(0, radiusY));
        Curve(center + new Vector2(-handleX, radiusY), center + new Vector2(-radiusX, handleY), center + new Vector2(-radiusX, 0));
        Curve(center + new Vector2(-radiusX, -handleY), center + new Vector2(-handleX, -radiusY), center + new Vector2(0, -radiusY));
        Curve(center + new Vector2(handleX, -radiusY), center + new Vector2(radiusX, -handleY), center + new Vector2(radiusX, 0));
        Close();
    }

    public void Rectangle(float x, float y, float width, float height, float radiusX, float radiusY)
    {
        (radiusX, radiusY) = (Math.Min(radiusX, width / 2), Math.Min(radiusY, height / 2));
        if (radiusX <= 0 || radiusY <= 0)
        {
            Move(new Vector2(x, y));
            Line(new Vector2(x + width, y));
            Line(new Vector2(x + width, y + height));
            Line(new Vector2(x, y + height));
            Close();
            return;
        }

        var radii = new Vector2(radiusX, radiusY);
        Move(new Vector2(x + radiusX, y));
        Line(new Vector2(x + width - radiusX, y));
        Arc(radii, 0, false, true, new Vector2(x + width, y + radiusY));
        Line(new Vector2(x + width, y + height - radiusY));
        Arc(radii, 0, false, true, new Vector2(x + width - radiusX, y + height));
        Line(new Vector2(x + radiusX, y + height));
        Arc(radii, 0, false, true, new Vector2(x, y + height - radiusY));
        Line(new Vector2(x, y + radiusY));
        Arc(radii, 0, false, true, new Vector2(x + radiusX, y));
        Close();
    }

    /// <summary>An arc of an ellipse as SVG describes it, by its ends (SVG 1.1, F.6).</summary>
    public void Arc(Vector2 radii, float degrees, bool isLarge, bool isClockwise, Vector2 to)
    {
        radii = Vector2.Abs(radii);
        if (radii.X == 0 || radii.Y == 0 || Current == to)
        {
            Line(to);
            return;
        }

        var turn = Matrix3x2.CreateRotation(degrees * MathF.PI / 180);
        Matrix3x2.Invert(turn, out var turnBack);
        var half = Vector2.Transform((Current - to) / 2, turnBack);

        var stretch = (half / radii).LengthSquared();
        if (stretch > 1)
        {
            radii *= MathF.Sqrt(stretch);
        }

        var (rx2, ry2, x2, y2) = (radii.X * radii.X, radii.Y * radii.Y, half.X * half.X, half.Y * half.Y);
        var reach = MathF.Sqrt(Math.Max(0, (rx2 * ry2 - rx2 * y2 - ry2 * x2) / (rx2 * y2 + ry2 * x2)));
        var offset = (isLarge == isClockwise ? -reach : reach) * new Vector2(radii.X * half.Y / radii.Y, -radii.Y * half.X / radii.X);
        var center = Vector2.Transform(offset, turn) + (Current + to) / 2;

        var from = (half - offset) / radii;
        var until = (-half - offset) / radii;
        var angle = MathF.Atan2(from.Y, from.X);
        var sweep = MathF.Atan2(until.Y, until.X) - angle;
        sweep += isClockwise && sweep < 0 ? 2 * MathF.PI : !isClockwise && sweep > 0 ? -2 * MathF.PI : 0;
        AddArc(Matrix3x2.CreateScale(radii) * turn * Matrix3x2.CreateTranslation(center), angle, sweep, to);
    }

    /// <summary>Parts of an arc of the unit circle, each at most a quarter, put where they belong.</summary>
    private void AddArc(Matrix3x2 place, float angle, float sweep, Vector2 to)
    {
        var parts = Math.Max(1, (int)MathF.Ceiling(MathF.Abs(sweep) / (MathF.PI / 2) - 1e-4f));
        var step = sweep / parts;
        var handle = 4f / 3 * MathF.Tan(step / 4);
        for (var part = 1; part <= parts; part++, angle += step)
        {
            var (sine, cosine) = MathF.SinCos(angle);
            var (endSine, endCosine) = MathF.SinCos(angle + step);
            Curve(
                Vector2.Transform(new Vector2(cosine - handle * sine, sine + handle * cosine), place),
                Vector2.Transform(new Vector2(endCosine + handle * endSine, endSine - handle * endCosine), place),
                part == parts ? to : Vector2.Transform(new Vector2(endCosine, endSine), place));
        }
    }

    /// <summary>A path goes on from where its last part was closed.</summary>
    private void Begin()
    {
        if (steps.Count == 0 || steps[^1].Verb == PathVerb.Close)
        {
            Move(Current);
        }
    }
}
