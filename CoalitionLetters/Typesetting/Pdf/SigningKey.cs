using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Signs a file as PAdES baseline B-B asks (ETSI EN 319 142-1): a detached CMS signature over all bytes but its own place, with the
/// signing-certificate-v2 attribute and no signing time inside, since the file says the time. With a time stamp it is B-T.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureTimeStampToken = "1.2.840.113549.1.9.16.2.14";

    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";

    private readonly X509Certificate2 certificate;
    private readonly X509Certificate2Collection chain;

    private SigningKey(X509Certificate2 certificate, X509Certificate2Collection chain)
    {
        this.certificate = certificate;
        this.chain = chain;
    }

    /// <summary>Given the signature's value, returns a time stamp token (RFC 3161, DER) over its SHA-256. Asking an authority is the caller's business.</summary>
    public Func<ReadOnlyMemory<byte>, byte[]>? TimeStamp { get; init; }

    /// <summary>Why the document is signed, for the reader.</summary>
    public string Reason { get; init; } = "";

    internal string Name => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>Reads a key and its certificates from a PKCS#12 file.</summary>
    /// <exception cref="TypesettingException">The file is broken, the password is wrong, no key is in it, or one that is neither RSA nor ECDSA.</exception>
    public static SigningKey Read(byte[] pkcs12, string? password, string reason = "", Func<ReadOnlyMemory<byte>, byte[]>? timeStamp = null)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12Collection(pkcs12, password, OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
            var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new TypesettingException("The file of the signing key holds no private key.");
            all.Remove(own);
            using var rsa = own.GetRSAPrivateKey();
            using var curve = own.GetECDsaPrivateKey();
            if (rsa is null && curve is null)
            {
                throw UnknownKind(null);
            }

            return new SigningKey(own, all) { Reason = reason, TimeStamp = timeStamp };
        }
        catch (CryptographicException fault)
        {
            if (Kinds(pkcs12, password) is { Count: > 0 } kinds && !kinds.Any(kind => kind is Rsa or EllipticCurve))
            {
                throw UnknownKind(fault);
            }

            throw new TypesettingException("The signing key cannot be read: its password is wrong or the file is broken.", fault);
        }
    }

    /// <summary>The first and the last moment of the certificate's life.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Validity => (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());

    /// <param name="content">All bytes of the file that the signature covers.</param>
    internal byte[] Sign(byte[] content)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(chain);
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), SigningCertificate()));

        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer);
        if (TimeStamp is not null)
        {
            var info = cms.SignerInfos[0];
            info.AddUnsignedAttribute(new AsnEncodedData(new Oid(SignatureTimeStampToken), TimeStamp(info.GetSignature())));
        }

        return cms.Encode();
    }

    public void Dispose()
    {
        certificate.Dispose();
        foreach (var other in chain)
        {
            other.Dispose();
        }
    }

    private static TypesettingException UnknownKind(Exception? fault) => new("The signing key is of a kind that is not supported. Use an RSA or ECDSA key.", fault);

    /// <summary>The algorithms of the keys in a file that could not be loaded whole; none where it cannot be opened at all.</summary>
    private static List<string?> Kinds(byte[] pkcs12, string? password)
    {
        try
        {
            var kinds = new List<string?>();
            foreach (var safe in Pkcs12Info.Decode(pkcs12, out _, skipCopy: true).AuthenticatedSafe)
            {
                if (safe.ConfidentialityMode == Pkcs12ConfidentialityMode.Password)
                {
                    safe.Decrypt(password);
                }

                kinds.AddRange(safe.GetBags().OfType<Pkcs12ShroudedKeyBag>().Select(bag =>
                    Pkcs8PrivateKeyInfo.DecryptAndDecode(password, bag.EncryptedPkcs8PrivateKey, out _).AlgorithmId.Value));
            }

            return kinds;
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>SigningCertificateV2 (RFC 5035): the SHA-256 of the certificate, which is the default and so not named.</summary>
    private byte[] SigningCertificate()
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}
