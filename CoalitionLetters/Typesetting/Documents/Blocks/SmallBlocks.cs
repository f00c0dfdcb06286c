using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>A picture, made smaller where it would not fit.</summary>
internal sealed class ImageBlock(Picture picture, string alternative, double? width, double? height, Side side) : Block
{
    public override (double Least, double Natural) Widths(Sheet sheet) => (Math.Min(36, picture.Width), Math.Min(width ?? picture.Width, picture.Width));

    public override IEnumerable<Slice> Slices(Frame frame)
    {
        var wanted = Math.Min((width ?? double.MaxValue) / picture.Width, (height ?? double.MaxValue) / picture.Height);
        var scale = wanted > 1e6 ? 1 : wanted;
        scale = Math.Min(scale, Math.Min(frame.Width / picture.Width, frame.Sheet.TextHeight * 0.9 / picture.Height));

        var (w, h) = (picture.Width * scale, picture.Height * scale);
        var free = frame.Width - w;
        var figure = frame.Role(StructureType.Figure, e => e.Alternative = alternative);
        yield return new ImageSlice(picture, figure, w)
        {
            Left = frame.Left + (side == Side.Left ? 0 : side == Side.Center ? free / 2 : free),
            Height = h,
            Section = frame.Section,
        };
    }
}

internal sealed class ImageSlice(Picture picture, Role? figure, double width) : Slice
{
    protected override void DrawContent(PageCanvas canvas, double x, double top) => canvas.Draw(picture, figure, new Area(x, top, width, Height));
}

/// <summary>A line across the room.</summary>
internal sealed class RuleBlock(double thickness, Color? color, double spaceBefore, double spaceAfter) : Block
{
    public override IEnumerable<Slice> Slices(Frame frame)
    {
        yield return new RuleSlice(frame.Width, color ?? frame.Sheet.Styles.RuleColor)
        {
            Left = frame.Left,
            Height = thickness,
            SpaceBefore = spaceBefore,
            SpaceAfter = spaceAfter,
            Section = frame.Section,
        };
    }
}

internal sealed class RuleSlice(double width, Color color) : Slice
{
    protected override void DrawContent(PageCanvas canvas, double x, double top) => canvas.Rule(x, top, width, Height, color);
}

/// <summary>Room where nothing stands; it is dropped at the top of a page.</summary>
internal sealed class SpaceBlock(double points) : Block
{
    public override IEnumerable<Slice> Slices(Frame frame)
    {
        yield return new SpaceSlice(0) { SpaceBefore = points, Section = frame.Section };
    }
}

/// <param name="empty">An element without content that stands in the structure nevertheless.</param>
internal sealed class SpaceSlice(double baseline, Role? empty = null) : Slice
{
    public override double FirstBaseline => baseline;

    protected override void DrawContent(PageCanvas canvas, double x, double top) => _ = empty?.Element;
}
