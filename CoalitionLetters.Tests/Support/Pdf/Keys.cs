using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
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

    /// <summary>A signature over something else, by so many signers.</summary>
    public static byte[] Signature(int signers, X509IncludeOption certificates)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(Pkcs12("secret"), "secret");
        var content = new SignedCms(new ContentInfo([1]), detached: true);
        for (var signer = 0; signer < signers; signer++)
        {
            content.ComputeSignature(new CmsSigner(certificate) { IncludeOption = certificates });
        }

        return content.Encode();
    }

    /// <summary>An Ed25519 key with its certificate, as OpenSSL writes it; the password is “secret”.</summary>
    public static byte[] OfUnknownKind => Convert.FromBase64String(
        "MIIDZgIBAzCCAxwGCSqGSIb3DQEHAaCCAw0EggMJMIIDBTCCAhIGCSqGSIb3DQEHBqCCAgMwggH/AgEAMIIB+AYJKoZIhvcNAQcBMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjb84gW+2M7pAICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEJkf/tV+a9LR2Gk3NAqDLwGAggGQlUsLlwwjHLrZFMAFlELY5j1qcN/ktE402j+14vUCae9I2iSf8gp7aaOSbG37Z3xwF58d8Z1nRN5g+TU4CVgIdqVszaw4t9mjOht0W98SSKAbNOSkXVMkgE+qPc/2Pvjma0dTJHSDdzoI5SkTQOgMO+Yh6ewYcGPxMoWk4RsrFVLuGIPpX+YwYGiYMSVc3Dvf+aFUIkj8oy2PBfb00E9PMypWHt2H+N6WPO8fS7yK3Wz8C2rR1vtS7cs5wjHSIqeWvMmfUzTf2Ge9alaGDkbdH2WdZhqdo+Vnru0OjURdq2k0nfEMglEQh/cByhtaY3MgWZSMkJxkl/VB6ZkHuUW9XfeL0DbJpR2zcGtuZFo4YKTLahCP9KXvOmADvsil97otPNocuJvJJGn3nYEUCBSBuMCOgCM0P1eNtB+Py4dx+3u2iWOs+D2QyKN7T0wxBhQI3uP4kl+8lBom+PPUOa7MDGr19MULTRHIRxydmTUFVzjN4nuik07k09SwA5O4DO40BJFZFTXFaG9taDDd3ZfTajCB7AYJKoZIhvcNAQcBoIHeBIHbMIHYMIHVBgsqhkiG9w0BDAoBAqCBnjCBmzBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIHPzea6DsgvkCAggAMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBBrMldj58GpSpveWqiiwNXUBEB1hwj/1JSprFy5HgvTUi89uI7cf+3QtZM2cgkwyPmDSwvw1yd24QUYdnOd3qUZQWjHoOqqOI7nTUYbfOLFFkD1MSUwIwYJKoZIhvcNAQkVMRYEFO5coG5ne7yYDH9nHIlzso5e9lQyMEEwMTANBglghkgBZQMEAgEFAAQgjcEW9bWsK3yxfVAebqfTJyy78+amBQl4HAn7YGx4ZlgECN6w4BmvNIMjAgIIAA==");
}
