using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>Keys to sign with.</summary>
internal static class Keys
{
    public static byte[] Pkcs12(string password)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=River Coalition", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(80));
        return certificate.Export(X509ContentType.Pkcs12, password);
    }
}
