using System.Security.Cryptography;
using CoalitionLetters.Data;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Web;

namespace CoalitionLetters.FinalLetters;

/// <summary>The key that signs final letters, if there is one. Section <c>Pdf</c> of the settings.</summary>
public sealed record PdfSettings(SigningKey? Key)
{
    public static PdfSettings Unsigned { get; } = new((SigningKey?)null);

    /// <summary>Reads the key at once, so that a wrong password is found at the start and not when a letter is published.</summary>
    /// <exception cref="SettingException">The file is not there or holds no key, or the password does not open it.</exception>
    public static PdfSettings Read(IConfiguration configuration, string contentRoot)
    {
        var section = new SettingsSection(configuration, "Pdf");
        var file = section.Text("SigningKey");
        var password = section.Text("SigningPassword");
        section.Done();
        if (file is null)
        {
            return password is null ? Unsigned : throw new SettingException("Pdf:SigningKey is missing. Pdf:SigningPassword belongs to it.");
        }

        try
        {
            return new(SigningKey.Read(File.ReadAllBytes(Path.GetFullPath(file, contentRoot)), password));
        }
        catch (Exception fault) when (fault is TypesettingException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw section.Wrong("SigningKey", file, fault.Message);
        }
    }

    public byte[] ToBytes(PdfFile file) => Key is null ? file.ToBytes() : file.ToSignedBytes(Key);
}
