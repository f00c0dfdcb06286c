namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>A rectangle on a page, in points from the page's top-left corner; y grows downwards.</summary>
public readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>The smallest area that holds both.</summary>
    public Area Union(Area other)
    {
        var x = Math.Min(X, other.X);
        var y = Math.Min(Y, other.Y);
        return new Area(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }
}
