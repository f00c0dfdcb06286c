using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>One thing drawn on a page, in points from its top-left corner, for showing the page on a screen without a PDF reader.</summary>
public abstract record Drawing
{
    /// <param name="Degrees">Turned counterclockwise about the point where the run begins.</param>
    public sealed record Glyphs(GlyphRun Run, double X, double Baseline, double Degrees, Color Color) : Drawing;

    public sealed record Filled(Area Area, Color Color) : Drawing;

    public sealed record Stroke(double X1, double Y1, double X2, double Y2, double Width, Color Color) : Drawing;

    public sealed record Image(Picture Picture, Area Area) : Drawing;
}
