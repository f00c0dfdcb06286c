using System.Text;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>The names that a font gives itself, from its table "name"; English ones go first.</summary>
internal sealed class NameTable(FontTable name)
{
    private const int Family = 1, PostScript = 6, TypographicFamily = 16;
    private const int AmericanEnglish = 0x409;

    public string? FamilyName => Find(TypographicFamily) ?? Find(Family);

    /// <summary>Printable ASCII only, as PDF wants it, or nothing.</summary>
    public string? PostScriptName
    {
        get
        {
            var kept = "";
            foreach (var c in Find(PostScript) ?? "")
            {
                if (c is > ' ' and < '\x7f' && !"[](){}<>/%#".Contains(c) && kept.Length < 63)
                    kept += c;
            }

            return kept.Length > 0 ? kept : null;
        }
    }

    private string? Find(int id)
    {
        if (name.IsEmpty)
            return null;

        string? found = null;
        var strings = name.UShort(4);
        for (var i = 0; i < name.UShort(2); i++)
        {
            var record = name.Slice(6 + 12 * i, 12);
            if (record.UShort(6) != id)
                continue;

            var bytes = name.Slice(strings + record.UShort(10), record.UShort(8)).Bytes;
            if (record.UShort(0) == 3 && record.UShort(4) == AmericanEnglish)
                return Encoding.BigEndianUnicode.GetString(bytes);
            if (record.UShort(0) is 3 or 0)
                found ??= Encoding.BigEndianUnicode.GetString(bytes);
            else if (record.UShort(0) == 1)
                found ??= Encoding.Latin1.GetString(bytes);
        }

        return found;
    }
}
