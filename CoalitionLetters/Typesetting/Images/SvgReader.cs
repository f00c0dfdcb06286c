using System.Numerics;
using System.Xml;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>
/// Reads drawings in SVG: paths and basic shapes in plain colors, groups, transforms and uses within the file.
/// What cannot be drawn is refused with a sentence, not left out: scripts, other files, text, style sheets, gradients, clipping.
/// </summary>
internal sealed class SvgReader
{
    private const int MaxBytes = 8 * 1024 * 1024;
    private const int MaxDepth = 64;
    private const int MaxElements = 100_000;
    private const int MaxSteps = 500_000;
    private const int MaxCharactersFromEntities = 1000;

    /// <summary>In points. The largest is a PDF page's own bound, 200 inches.</summary>
    private const double LeastSize = 0.01;
    private const double LargestSize = 14_400;

    private const string XLink = "http://www.w3.org/1999/xlink";

    private readonly List<VectorShape> shapes = [];
    private readonly Dictionary<string, XmlElement> byId = new(StringComparer.Ordinal);
    private int steps;

    public static VectorPicture Read(ReadOnlyMemory<byte> bytes, string name)
    {
        if (bytes.Length > MaxBytes)
        {
            throw Picture.Broken(name, $"is larger than {MaxBytes / 1024 / 1024} MB, too large for SVG");
        }

        try
        {
            return new SvgReader().Read(Parse(bytes), bytes, name);
        }
        catch (XmlException fault)
        {
            throw Picture.Broken(name, "is broken or uses entities (&…;) of its own: it is no plain XML. Save it as plain SVG", fault);
        }
        catch (FormatException fault)
        {
            throw Picture.Broken(name, $"cannot be drawn: {fault.Message}", fault);
        }
    }

    private static XmlElement Parse(ReadOnlyMemory<byte> bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MaxBytes,
        };
        RefuseDefaults(bytes);
        CheckElements(bytes, settings);

        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), settings);
        var document = new XmlDocument { XmlResolver = null };
        document.Load(reader);
        return document.DocumentElement!;
    }

    /// <summary>
    /// Older programs write a document type, which says nothing that is drawn. One that gives elements attributes of its own is refused: a browser would follow it, and
    /// those attributes may be scripts.
    /// </summary>
    private static void RefuseDefaults(ReadOnlyMemory<byte> bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = MaxCharactersFromEntities, MaxCharactersInDocument = MaxBytes };
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), settings);
        while (reader.Read() && reader.NodeType != XmlNodeType.Element)
        {
            if (reader.NodeType == XmlNodeType.DocumentType && (reader.Value.Contains("<!ATTLIST", StringComparison.Ordinal) || reader.Value.Contains('%')))
            {
                throw new FormatException("its document type gives elements attributes of its own");
            }
        }
    }

    /// <summary>Done before the document is held in memory as a tree, which takes many times its bytes.</summary>
    private static void CheckElements(ReadOnlyMemory<byte> bytes, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), settings);
        for (var elements = 0; reader.Read();)
        {
            if (reader.NodeType == XmlNodeType.Element && ++elements > MaxElements)
            {
                throw new FormatException($"it has more than {MaxElements} elements");
            }

            if (reader.Depth > MaxDepth)
            {
                throw new FormatException($"its elements stand more than {MaxDepth} deep in each other");
            }

            RefuseScripts(reader);
        }
    }

    /// <summary>Also where nothing is drawn: a browser would run them there.</summary>
    private static void RefuseScripts(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return;
        }

        if (reader.LocalName == "script")
        {
            throw new FormatException("it has an element script, which is not drawn");
        }

        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                throw new FormatException($"it has an attribute {reader.Name}, which is a script");
            }
        }

        reader.MoveToElement();
    }

    private VectorPicture Read(XmlElement root, ReadOnlyMemory<byte> bytes, string name)
    {
        if (root.LocalName != "svg")
        {
            throw new FormatException("its outermost element is not svg");
        }

        foreach (XmlElement element in root.GetElementsByTagName("*"))
        {
            if (element.GetAttribute("id") is { Length: > 0 } id)
            {
                byId.TryAdd(id, element);
            }
        }

        var (width, height, transform) = Viewport(root);
        Draw(root.ChildNodes, SvgStyle.For(transform).Inside(root), depth: 0);
        return new VectorPicture(name, width * Picture.PointsPerPixel, height * Picture.PointsPerPixel, new(shapes, () => Read(bytes, name).Shapes));
    }

    /// <summary>The size in user units, and what brings the drawing into points. A viewBox keeps its proportions and is centered.</summary>
    private static (float Width, float Height, Matrix3x2 Transform) Viewport(XmlElement root)
    {
        var box = ViewBox(root);
        var width = Size(root, "width") ?? box?.Width ?? throw new FormatException("it does not say how large it is");
        var height = Size(root, "height") ?? (box is { } known ? width * known.Height / known.Width : throw new FormatException("it does not say how large it is"));
        if (width <= 0 || height <= 0)
        {
            throw new FormatException("it is empty");
        }

        if (!IsSize(width) || !IsSize(height))
        {
            throw new FormatException("its width or height is no size of a picture. Give it some in pixels, up to 19200");
        }

        var toPoints = Matrix3x2.CreateScale((float)Picture.PointsPerPixel);
        if (box is not { } view)
        {
            return (width, height, toPoints);
        }

        var scale = Math.Min(width / view.Width, height / view.Height);
        var center = new Vector2((width - view.Width * scale) / 2, (height - view.Height * scale) / 2);
        return (width, height, Matrix3x2.CreateTranslation(-view.X, -view.Y) * Matrix3x2.CreateScale(scale) * Matrix3x2.CreateTranslation(center) * toPoints);
    }

    private static bool IsSize(float pixels) => pixels * Picture.PointsPerPixel is >= LeastSize and <= LargestSize;

    private static (float X, float Y, float Width, float Height)? ViewBox(XmlElement root)
    {
        if (root.GetAttribute("viewBox") is not { Length: > 0 } text)
        {
            return null;
        }

        var scanner = new SvgScanner(text);
        var box = (scanner.Number(), scanner.Number(), scanner.Number(), scanner.Number());
        return box.Item3 > 0 && box.Item4 > 0 ? box : throw new FormatException("its viewBox is empty");
    }

    private static float? Size(XmlElement root, string attribute) =>
        root.GetAttribute(attribute) is { Length: > 0 } text && !text.EndsWith('%') && text != "auto" ? SvgValues.Length(text) : null;

    private void Draw(XmlNodeList nodes, SvgStyle style, int depth)
    {
        foreach (var element in nodes.OfType<XmlElement>())
        {
            Draw(element, style, depth);
        }
    }

    private void Draw(XmlElement element, SvgStyle outer, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"its elements stand more than {MaxDepth} deep in each other");
        }

        if (element.NamespaceURI is not ("http://www.w3.org/2000/svg" or "") || element.LocalName is "title" or "desc" or "metadata" or "defs" or "symbol")
        {
            return;
        }

        Count(1);
        var style = outer.Inside(element);
        if (style.IsHidden)
        {
            return;
        }

        switch (element.LocalName)
        {
            case "g":
                Draw(element.ChildNodes, style, depth + 1);
                break;
            case "use":
                DrawUsed(element, style, depth);
                break;
            case "path" or "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon":
                DrawShape(element, style);
                break;
            case "text":
                throw new FormatException("it has an element text, and the letter does not have its fonts. Convert the text to outlines (also called paths or curves) in your drawing program, and save it again");
            default:
                throw new FormatException($"it has an element {element.LocalName}, which is not drawn");
        }
    }

    private void DrawUsed(XmlElement element, SvgStyle style, int depth)
    {
        var reference = element.GetAttribute("href") is { Length: > 0 } plain ? plain : element.GetAttribute("href", XLink);
        if (!reference.StartsWith('#') || !byId.TryGetValue(reference[1..], out var used))
        {
            throw new FormatException($"it uses “{reference}”, which is not in it");
        }

        var moved = style.Moved(Number(element, "x"), Number(element, "y"));
        if (used.LocalName == "symbol")
        {
            Draw(used.ChildNodes, moved, depth + 1);
        }
        else
        {
            Draw(used, moved, depth + 1);
        }
    }

    private void DrawShape(XmlElement element, SvgStyle style)
    {
        var path = new PathBuilder();
        switch (element.LocalName)
        {
            case "path":
                SvgPathData.Read(element.GetAttribute("d"), path);
                break;
            case "rect":
                AddRectangle(element, path);
                break;
            case "circle":
                AddEllipse(element, path, "r", "r");
                break;
            case "ellipse":
                AddEllipse(element, path, "rx", "ry");
                break;
            case "line":
                path.Move(new Vector2(Number(element, "x1"), Number(element, "y1")));
                path.Line(new Vector2(Number(element, "x2"), Number(element, "y2")));
                break;
            default:
                AddPoints(element, path);
                break;
        }

        Count(path.Steps.Count);
        var shape = new VectorShape(path.Steps, style.Transform, style.ToPaint());
        SvgBounds.ThrowIfBeyond(shape);
        if (path.Steps.Count > 0 && SvgBounds.IsSeen(shape))
        {
            shapes.Add(shape);
        }
    }

    private static void AddRectangle(XmlElement element, PathBuilder path)
    {
        var (width, height) = (Number(element, "width"), Number(element, "height"));
        var (radiusX, radiusY) = (Number(element, "rx"), Number(element, "ry"));
        if (width > 0 && height > 0)
        {
            path.Rectangle(Number(element, "x"), Number(element, "y"), width, height, radiusX > 0 ? radiusX : radiusY, radiusY > 0 ? radiusY : radiusX);
        }
    }

    private static void AddEllipse(XmlElement element, PathBuilder path, string radiusX, string radiusY)
    {
        var radii = new Vector2(Number(element, radiusX), Number(element, radiusY));
        if (radii is { X: > 0, Y: > 0 })
        {
            path.Ellipse(new Vector2(Number(element, "cx"), Number(element, "cy")), radii.X, radii.Y);
        }
    }

    private static void AddPoints(XmlElement element, PathBuilder path)
    {
        var scanner = new SvgScanner(element.GetAttribute("points"));
        while (!scanner.IsAtEnd)
        {
            if (path.Steps.Count == 0)
            {
                path.Move(scanner.Point());
            }
            else
            {
                path.Line(scanner.Point());
            }
        }

        if (element.LocalName == "polygon")
        {
            path.Close();
        }
    }

    private static float Number(XmlElement element, string attribute) =>
        element.GetAttribute(attribute) is { Length: > 0 } text ? SvgValues.Length(text) : 0;

    /// <summary>Uses of uses can make a small file draw without end.</summary>
    private void Count(int more)
    {
        steps += more;
        if (steps > MaxSteps)
        {
            throw new FormatException("it draws too much");
        }
    }
}
