using System.Buffers.Binary;
using System.Text;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// The ICC profile of sRGB for the output intent, made from the numbers of IEC 61966-2-1 after ICC.1:2004-10 (version 4.2):
/// its three primaries adapted to D50, and its curve as a formula, which takes a tenth of the space of a table.
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;
    private const int TagEntryLength = 12;

    public static byte[] Create()
    {
        var white = Xyz(0.96420, 1.00000, 0.82491);
        var curve = ParametricCurve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);

        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", white),
            ("chad", FixedNumbers("sf32", 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        return Assemble(tags);
    }

    private static byte[] Assemble((string Tag, byte[] Data)[] tags)
    {
        var directory = HeaderLength + 4 + TagEntryLength * tags.Length;
        var distinct = tags.Select(tag => tag.Data).Distinct().ToList();
        var profile = new byte[directory + distinct.Sum(data => Padded(data.Length))];

        var places = new Dictionary<byte[], int>();
        var at = directory;
        foreach (var data in distinct)
        {
            data.CopyTo(profile, at);
            places.Add(data, at);
            at += Padded(data.Length);
        }

        WriteHeader(profile);
        WriteInt(profile, HeaderLength, tags.Length);
        for (var index = 0; index < tags.Length; index++)
        {
            var entry = HeaderLength + 4 + TagEntryLength * index;
            Encoding.ASCII.GetBytes(tags[index].Tag, profile.AsSpan(entry));
            WriteInt(profile, entry + 4, places[tags[index].Data]);
            WriteInt(profile, entry + 8, tags[index].Data.Length);
        }

        return profile;
    }

    private static void WriteHeader(byte[] profile)
    {
        WriteInt(profile, 0, profile.Length);
        WriteInt(profile, 8, 0x04200000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile.AsSpan(12));
        byte[] made = [0x07, 0xEA, 0, 1, 0, 1];
        made.CopyTo(profile, 24);
        Encoding.ASCII.GetBytes("acsp", profile.AsSpan(36));
        Xyz(0.96420, 1.00000, 0.82491).AsSpan(8).CopyTo(profile.AsSpan(68));
    }

    /// <summary>Text in one language (type mluc).</summary>
    private static byte[] Text(string text)
    {
        var data = new byte[28 + 2 * text.Length];
        Encoding.ASCII.GetBytes("mluc", data);
        WriteInt(data, 8, 1);
        WriteInt(data, 12, 12);
        Encoding.ASCII.GetBytes("enUS", data.AsSpan(16));
        WriteInt(data, 20, 2 * text.Length);
        WriteInt(data, 24, 28);
        Encoding.BigEndianUnicode.GetBytes(text, data.AsSpan(28));
        return data;
    }

    private static byte[] Xyz(params double[] numbers) => FixedNumbers("XYZ ", numbers);

    /// <summary>Type para, function 3: Y = (aX + b)^g for X ≥ d, and cX below.</summary>
    private static byte[] ParametricCurve(params double[] numbers)
    {
        var data = new byte[12 + 4 * numbers.Length];
        FixedNumbers("para", numbers).AsSpan(8).CopyTo(data.AsSpan(12));
        Encoding.ASCII.GetBytes("para", data);
        data[9] = 3;
        return data;
    }

    private static byte[] FixedNumbers(string type, params double[] numbers)
    {
        var data = new byte[8 + 4 * numbers.Length];
        Encoding.ASCII.GetBytes(type, data);
        for (var index = 0; index < numbers.Length; index++)
        {
            WriteInt(data, 8 + 4 * index, (int)Math.Round(numbers[index] * 65_536));
        }

        return data;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static void WriteInt(byte[] data, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(at), value);
}
