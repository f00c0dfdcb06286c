using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/A-3a: signatures.</summary>
internal static class SignatureRules
{
    public static readonly Rule[] All =
    [
        new("A 6.4.3", "A signature covers the whole file but itself.", file => Signatures(file).Where(signature => !CoversFile(file.File, signature)).Select(_ => "signature")),
        new("A 6.4.3-certificate", "A signature holds the signer's certificate.", file => Signatures(file).Where(signature => Content(file, signature)?.Certificates.Count is null or 0).Select(_ => "signature")),
        new("A 6.4.3-signer", "A signature is that of one signer.", file => Signatures(file).Where(signature => Content(file, signature)?.SignerInfos.Count != 1).Select(_ => "signature")),
    ];

    private static IEnumerable<PdfDictionary> Signatures(Subject file) => file.All.Where(value => file.File.Name(value, "FT") == "Sig").Select(field => file.File.Dictionary(field, "V")).OfType<PdfDictionary>();

    private static bool CoversFile(PdfDocument file, PdfDictionary signature)
    {
        var range = file.List(signature, "ByteRange").OfType<double>().Select(number => (int)number).ToArray();
        return range is [0, var end, var start, var rest] && start + rest == file.Bytes.Length && file.Bytes[end] == '<' && file.Bytes[start - 1] == '>'
            && file.Get(signature, "Contents") is PdfString contents && start - end == 2 * contents.Bytes.Length + 2;
    }

    private static SignedCms? Content(Subject file, PdfDictionary signature)
    {
        try
        {
            var content = new SignedCms();
            content.Decode((file.File.Get(signature, "Contents") as PdfString)?.Bytes ?? []);
            return content;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
