using System.Numerics;
using System.Xml;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>The paint that an element has from its own attributes, its style attribute and the elements around it.</summary>
internal sealed record SvgStyle
{
    /// <summary>A line of nothing but shorter ones is a whole line: none of them would be seen.</summary>
    private const double ShortestDash = 0.01;

    public Matrix3x2 Transform { get; private init; } = Matrix3x2.Identity;

    /// <summary>Not drawn, and nothing inside it either.</summary>
    public bool IsHidden { get; private init; }

    private Color? Fill { get; init; } = Color.Black;

    private Color? Stroke { get; init; }

    private double Opacity { get; init; } = 1;

    private double FillOpacity { get; init; } = 1;

    private double StrokeOpacity { get; init; } = 1;

    private double StrokeWidth { get; init; } = 1;

    private bool IsEvenOdd { get; init; }

    private int Cap { get; init; }

    private int Join { get; init; }

    private double MiterLimit { get; init; } = 4;

    private IReadOnlyList<double> Dashes { get; init; } = [];

    public static SvgStyle For(Matrix3x2 transform) => new() { Transform = transform };

    public VectorPaint ToPaint() =>
        new(Fill, Opacity * FillOpacity, IsEvenOdd, StrokeWidth > 0 ? Stroke : null, Opacity * StrokeOpacity, StrokeWidth, Cap, Join, MiterLimit, Dashes);

    public SvgStyle Moved(float x, float y) => this with { Transform = Matrix3x2.CreateTranslation(x, y) * Transform };

    /// <summary>The style of an element inside this one. A group's opacity is given to each of its shapes.</summary>
    public SvgStyle Inside(XmlElement element)
    {
        var style = this;
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (attribute.NamespaceURI.Length == 0 && attribute.Name != "style")
            {
                style = style.With(attribute.Name, attribute.Value);
            }
        }

        foreach (var declaration in element.GetAttribute("style").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (declaration.Split(':', 2, StringSplitOptions.TrimEntries) is [var property, var value])
            {
                style = style.With(property, value.Replace("!important", "", StringComparison.Ordinal).Trim());
            }
        }

        return style;
    }

    private SvgStyle With(string property, string value)
    {
        if (value == "inherit")
        {
            return this;
        }

        return property switch
        {
            "transform" => this with { Transform = SvgValues.Transform(value) * Transform },
            "display" => this with { IsHidden = IsHidden || value == "none" },
            "visibility" => this with { IsHidden = IsHidden || value is "hidden" or "collapse" },
            "fill" => this with { Fill = SvgValues.Paint(value) },
            "stroke" => this with { Stroke = SvgValues.Paint(value) },
            "opacity" => this with { Opacity = Opacity * SvgValues.Share(value) },
            "fill-opacity" => this with { FillOpacity = SvgValues.Share(value) },
            "stroke-opacity" => this with { StrokeOpacity = SvgValues.Share(value) },
            "stroke-width" => this with { StrokeWidth = SvgValues.Length(value) },
            "fill-rule" => this with { IsEvenOdd = value == "evenodd" },
            "stroke-linecap" => this with { Cap = value switch { "round" => 1, "square" => 2, _ => 0 } },
            "stroke-linejoin" => this with { Join = value switch { "round" => 1, "bevel" => 2, _ => 0 } },
            "stroke-miterlimit" => this with { MiterLimit = Math.Max(1, SvgValues.Length(value)) },
            "stroke-dasharray" => this with { Dashes = ReadDashes(value) },
            "clip-path" or "mask" or "filter" when value != "none" => throw new FormatException($"it uses {property}, which is not drawn. Take that away in your drawing program, or save the logo as PNG"),
            _ => this,
        };
    }

    private static double[] ReadDashes(string value)
    {
        if (value == "none")
        {
            return [];
        }

        double[] dashes = [.. value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(length => (double)SvgValues.Length(length))];
        return dashes.Any(length => length >= ShortestDash) && dashes.All(length => length >= 0) ? dashes : [];
    }
}
