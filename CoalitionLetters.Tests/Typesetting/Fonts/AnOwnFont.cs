using System.Buffers.Binary;
using System.Text;

namespace CoalitionLetters.Tests.Typesetting.Fonts;

/// <summary>A font as a coalition might bring it: of a family of its own, with a sign that no shipped font has.</summary>
internal static class AnOwnFont
{
    public const string Family = "Unity Own Sans";
    public const char Sign = '\uA490';

    private const string Model = "Noto Sans Thai";
    private const char ModelSign = '\u25CC';

    /// <summary>A folder with it, to be deleted.</summary>
    public static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("fonts").FullName;
        File.WriteAllBytes(Path.Combine(folder, "Own.ttf"), Bytes());
        return folder;
    }

    private static byte[] Bytes()
    {
        var font = ShippedFonts.Bytes("noto-sans-thai/NotoSansThai_400Regular.ttf");
        var (model, own) = (Encoding.BigEndianUnicode.GetBytes(Model), Encoding.BigEndianUnicode.GetBytes(Family));
        for (var at = font.AsSpan().IndexOf(model); at >= 0; at = font.AsSpan().IndexOf(model))
        {
            own.CopyTo(font, at);
        }

        var map = TableAt(font, "cmap"u8);
        for (var i = 0; i < Word(font, map + 2); i++)
        {
            MoveSign(font, map + (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(map + 8 + 8 * i)));
        }

        return font;
    }

    private static int TableAt(byte[] font, ReadOnlySpan<byte> tag)
    {
        var at = 12;
        while (!font.AsSpan(at, 4).SequenceEqual(tag))
        {
            at += 16;
        }

        return (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at + 8));
    }

    /// <summary>Gives the glyph of one sign to another, in a table of format 4 whose segment for it is the last but one.</summary>
    private static void MoveSign(byte[] font, int table)
    {
        var count = Word(font, table + 6) / 2;
        var (end, start, delta) = (table + 14 + 2 * (count - 2), table + 16 + 2 * (2 * count - 2), table + 16 + 2 * (3 * count - 2));
        if (Word(font, end) == ModelSign)
        {
            Write(font, end, Sign);
            Write(font, start, Sign);
            Write(font, delta, Word(font, delta) + ModelSign - Sign);
        }
    }

    private static int Word(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));

    private static void Write(byte[] font, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(at), (ushort)value);
}
