using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Pdf;

public sealed class SigningTests
{
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SigningTime = "1.2.840.113549.1.9.5";

    [Fact]
    public void Another_program_finds_the_signature_valid_over_the_whole_file()
    {
        using var key = SigningKey.Read(Keys.Pkcs12("secret"), "secret", "For the coalition");

        var said = PdfTools.RunOn(ADocument.Rich().ToSignedBytes(key), "pdfsig", ["-nocert"]);

        Assert.Contains("Signature is Valid", said);
        Assert.Contains("Total document signed", said);
        Assert.Contains("ETSI.CAdES.detached", said);
        Assert.Contains("River Coalition", said);
    }

    [Fact]
    public void A_signed_file_conforms_too()
    {
        using var key = SigningKey.Read(Keys.Pkcs12("secret"), "secret");

        var pdf = ADocument.Rich().ToSignedBytes(key);

        Assert.Empty(Conformance.Check(pdf));
        Assert.Contains("No syntax", PdfTools.RunOn(pdf, "qpdf", ["--check"]));
    }

    [Fact]
    public void The_signature_names_its_certificate_and_not_its_time()
    {
        using var key = SigningKey.Read(Keys.Pkcs12("secret"), "secret");

        var signer = Signature(ADocument.Rich().ToSignedBytes(key)).SignerInfos[0];

        var attributes = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Select(attribute => attribute.Oid.Value).ToList();
        Assert.Contains(SigningCertificateV2, attributes);
        Assert.DoesNotContain(SigningTime, attributes);
    }

    [Fact]
    public void A_changed_byte_breaks_the_signature()
    {
        using var key = SigningKey.Read(Keys.Pkcs12("secret"), "secret");
        var pdf = ADocument.Rich().ToSignedBytes(key);

        pdf[pdf.AsSpan().IndexOf("/M(D:2026"u8) + 8] = (byte)'5';

        Assert.Throws<CryptographicException>(() => Signature(pdf));
    }

    [Fact]
    public void A_time_stamp_goes_into_the_signature()
    {
        var stamped = ReadOnlyMemory<byte>.Empty;
        using var key = SigningKey.Read(Keys.Pkcs12("secret"), "secret", timeStamp: signature =>
        {
            stamped = signature;
            return [0x30, 0x00];
        });

        var signer = Signature(ADocument.Rich().ToSignedBytes(key)).SignerInfos[0];

        Assert.Equal(signer.GetSignature(), stamped.ToArray());
        Assert.Equal([0x30, 0x00], signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().Single().Values[0].RawData);
    }

    [Fact]
    public void A_wrong_password_is_said()
    {
        Assert.Contains("password", Assert.Throws<TypesettingException>(() => SigningKey.Read(Keys.Pkcs12("secret"), "wrong")).Message);
    }

    [Fact]
    public void A_key_of_a_kind_that_is_not_supported_is_told_from_a_wrong_password()
    {
        Assert.Contains("RSA or ECDSA", Assert.Throws<TypesettingException>(() => SigningKey.Read(Keys.OfUnknownKind, "secret")).Message);
        Assert.Contains("password", Assert.Throws<TypesettingException>(() => SigningKey.Read(Keys.OfUnknownKind, "wrong")).Message);
    }

    /// <summary>The signature of a file, checked against what it covers.</summary>
    private static SignedCms Signature(byte[] pdf)
    {
        var file = PdfDocument.Read(pdf);
        var value = file.Dictionary(file.All.Single(annotation => file.Name(annotation, "FT") == "Sig"), "V")!;
        var range = file.List(value, "ByteRange").Select(number => (int)(double)number!).ToArray();
        Assert.Equal(pdf.Length, range[2] + range[3]);

        byte[] covered = [.. pdf.AsSpan(range[0], range[1]), .. pdf.AsSpan(range[2], range[3])];
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.Decode(((PdfString)file.Get(value, "Contents")!).Bytes);
        cms.CheckSignature(verifySignatureOnly: true);
        return cms;
    }
}
