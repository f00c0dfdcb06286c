using System.Globalization;
using System.Text;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// The unseen signature of a file (ISO 32000-1, 12.8): a field without an area, and a place in the file for the signature's value, which is filled when all else is written.
/// </summary>
internal sealed class SignatureField(PdfObjects objects, SigningKey key, string name, DateTimeOffset date)
{
    /// <summary>Room for certificates of a chain and a time stamp.</summary>
    private const int MaxSignatureBytes = 16 * 1024;

    private const int RangeDigits = 10;
    private const long SignaturesExistAndAppendOnly = 3;
    private const long PrintAndLocked = 132;

    private int field;
    private long valueAt;
    private long rangeAt;

    /// <summary>Writes the field's annotation, which stands on a page but nowhere to be seen.</summary>
    /// <param name="page">The page's object number.</param>
    /// <param name="structParent">The field's key in the parent tree.</param>
    public void Write(int number, int page, int structParent)
    {
        field = number;
        var value = objects.Allocate();
        objects.Begin(number)
            .Add("<</Type/Annot/Subtype/Widget/FT/Sig/T"u8).AddString(name).Add("/TU"u8).AddString(name).Add("/Rect[0 0 0 0]/F "u8).Add(PrintAndLocked)
            .Add("/P "u8).AddReference(page).Add("/StructParent "u8).Add(structParent).Add("/V "u8).AddReference(value).Add(">>"u8);
        WriteValue(value);
    }

    /// <summary>Adds the form to the catalog.</summary>
    public void WriteForm(PdfBuffer catalog) =>
        catalog.Add("/AcroForm<</SigFlags "u8).Add(SignaturesExistAndAppendOnly).Add("/Fields["u8).AddReference(field).Add("]>>"u8);

    /// <summary>Signs the finished file in its place.</summary>
    public void Fill(byte[] file)
    {
        var afterValue = valueAt + 2 + 2 * MaxSignatureBytes;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {valueAt,RangeDigits} {afterValue,RangeDigits} {file.Length - afterValue,RangeDigits}]");
        Encoding.ASCII.GetBytes(range, file.AsSpan((int)rangeAt));

        var signature = key.Sign([.. file.AsSpan(0, (int)valueAt), .. file.AsSpan((int)afterValue)]);
        if (signature.Length > MaxSignatureBytes)
        {
            throw new TypesettingException($"The signature takes {signature.Length} bytes with its certificates and time stamp, more than {MaxSignatureBytes}.");
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), file.AsSpan((int)valueAt + 1));
    }

    private void WriteValue(int number)
    {
        var text = new PdfBuffer(2 * MaxSignatureBytes + 512)
            .Add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M"u8).Add(Metadata.DateString(date))
            .Add("/Name"u8).AddString(key.Name);
        if (key.Reason.Length > 0)
        {
            text.Add("/Reason"u8).AddString(key.Reason);
        }

        text.Add("/ByteRange"u8);
        var range = text.Length;
        text.Add("[0"u8).Add(new string(' ', 3 * (RangeDigits + 1))).Add("]/Contents"u8);
        var value = text.Length;
        text.Add('<').Add(new string('0', 2 * MaxSignatureBytes)).Add(">>>"u8);

        var start = objects.WriteDirect(number, text.Written);
        (rangeAt, valueAt) = (start + range, start + value);
    }
}
