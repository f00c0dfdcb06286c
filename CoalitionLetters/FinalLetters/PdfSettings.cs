using System.Security.Cryptography;
using CoalitionLetters.Data;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Web;

namespace CoalitionLetters.FinalLetters;

/// <summary>The key that signs final letters, if there is one, and the fonts that letters are printed with. Section <c>Pdf</c> of the settings.</summary>
public sealed record PdfSettings(SigningKey? Key)
{
    public static PdfSettings Unsigned { get; } = new((SigningKey?)null);

    /// <summary>The shipped fonts, and before them the coalition's own.</summary>
    public FontLibrary Fonts { get; private init; } = RenderOptions.ShippedFonts;

    /// <summary>The family that letters are set in.</summary>
    public string Family { get; private init; } = Typography.Shipped;

    /// <summary>What every letter of this app is printed with.</summary>
    public RenderOptions Options => new() { Fonts = Fonts, Family = Family };

    /// <summary>Reads key and fonts at once, so that what is wrong with them is found at the start and not when a letter is published.</summary>
    /// <exception cref="SettingException">A file or folder is not there or holds no key and no font, the password does not open the key, or no font has the family's name.</exception>
    public static PdfSettings Read(IConfiguration configuration, string contentRoot)
    {
        var section = new SettingsSection(configuration, "Pdf");
        var (file, password) = (section.Text("SigningKey"), section.Text("SigningPassword"));
        var (folder, family) = (section.Text("Fonts"), section.Text("Font") ?? Typography.Shipped);
        section.Done();
        var fonts = folder is null ? RenderOptions.ShippedFonts : FontsOf(section, folder, Path.GetFullPath(folder, contentRoot));
        if (family != Typography.Shipped)
        {
            CheckFamily(section, fonts, family);
        }

        return new(KeyOf(section, file, password, contentRoot)) { Fonts = fonts, Family = family };
    }

    public byte[] ToBytes(PdfFile file) => Key is null ? file.ToBytes() : file.ToSignedBytes(Key);

    private static SigningKey? KeyOf(SettingsSection section, string? file, string? password, string contentRoot)
    {
        if (file is null)
        {
            return password is null ? null : throw new SettingException("Pdf:SigningKey is missing. Pdf:SigningPassword belongs to it.");
        }

        try
        {
            return SigningKey.Read(File.ReadAllBytes(Path.GetFullPath(file, contentRoot)), password);
        }
        catch (Exception fault) when (fault is TypesettingException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw section.Wrong("SigningKey", file, fault.Message);
        }
    }

    private static FontLibrary FontsOf(SettingsSection section, string folder, string whole)
    {
        try
        {
            return new FontLibrary(whole).Families.Any()
                ? new FontLibrary(RenderOptions.ShippedFontFolder, whole)
                : throw section.Wrong("Fonts", folder, "There is no such folder, or no font in it. Name a folder with static fonts (.ttf).");
        }
        catch (Exception fault) when (fault is TypesettingException or IOException or UnauthorizedAccessException)
        {
            throw section.Wrong("Fonts", folder, fault.Message);
        }
    }

    private static void CheckFamily(SettingsSection section, FontLibrary fonts, string family)
    {
        try
        {
            fonts.Face(family, bold: false, italic: false);
        }
        catch (TypesettingException fault)
        {
            throw section.Wrong("Font", family, fault.Message);
        }
    }
}
