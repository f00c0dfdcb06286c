using System.Buffers.Binary;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>What a JPEG says of its size and components (ITU-T T.81, B.2.2).</summary>
internal sealed class JpegFrame
{
    /// <summary>Programs that read JPEG go no further.</summary>
    private const int LongestSide = 65_500;

    private JpegFrame(int width, int height, bool isProgressive, JpegComponent[] components)
    {
        (Width, Height, IsProgressive, Components) = (width, height, isProgressive, components);
        (MostAcross, MostDown) = (components.Max(component => component.Across), components.Max(component => component.Down));
        UnitsAcross = (width + (8 * MostAcross) - 1) / (8 * MostAcross);
        UnitsDown = (height + (8 * MostDown) - 1) / (8 * MostDown);
        foreach (var component in components)
        {
            component.Measure(this, (UnitsAcross, UnitsDown));
        }
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsProgressive { get; }

    public IReadOnlyList<JpegComponent> Components { get; }

    public int MostAcross { get; }

    public int MostDown { get; }

    /// <summary>A unit holds the blocks of all components for one piece of the picture.</summary>
    public int UnitsAcross { get; }

    public int UnitsDown { get; }

    public static JpegFrame Read(ReadOnlySpan<byte> content, bool isProgressive, string name)
    {
        if (content.Length < 6 || content.Length != 6 + 3 * content[5] || content[5] is not (1 or 3 or 4))
        {
            throw Picture.Broken(name, "is broken: its frame is not one of gray, RGB or CMYK");
        }

        if (content[0] != 8)
        {
            throw Picture.Broken(name, $"has {content[0]} bits to a sample; save it with 8");
        }

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
        Picture.CheckSize(name, width, height, Picture.MaxPassedPixels);
        if (Math.Max(width, height) > LongestSide)
        {
            throw Picture.Broken(name, $"has more than {LongestSide} pixels in a row or column");
        }

        var components = new JpegComponent[content[5]];
        for (var at = 0; at < components.Length; at++)
        {
            var part = content.Slice(6 + 3 * at, 3);
            components[at] = new JpegComponent(part[0], part[1] >> 4, part[1] & 15, part[2]);
        }

        return AreSound(components)
            ? new JpegFrame(width, height, isProgressive, components)
            : throw Picture.Broken(name, "is broken: its colors are sampled in a way that no program reads");
    }

    /// <summary>The finest sampling is a multiple of every other; other ratios are in the standard and in no program.</summary>
    private static bool AreSound(JpegComponent[] components) =>
        components.DistinctBy(component => component.Id).Count() == components.Length
        && components.All(component => component is { Across: >= 1 and <= 4, Down: >= 1 and <= 4, Quantization: <= 3 })
        && components.All(component =>
            components.Max(other => other.Across) % component.Across == 0 && components.Max(other => other.Down) % component.Down == 0);
}
