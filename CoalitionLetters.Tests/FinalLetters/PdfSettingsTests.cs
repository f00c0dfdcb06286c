using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

public sealed class PdfSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("key").FullName;

    public PdfSettingsTests() => File.WriteAllBytes(Path.Combine(folder, "key.p12"), Keys.Pkcs12("secret"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_letter_is_signed_where_a_key_is_set()
    {
        var (letter, names) = LettersToSet.FamilyUnity;

        var signed = Read("secret").ToBytes(LetterPdf.Lay(letter, names, LettersToSet.Options));
        var unsigned = PdfSettings.Unsigned.ToBytes(LetterPdf.Lay(letter, names, LettersToSet.Options));

        Assert.Contains("Signature is Valid", PdfTools.RunOn(signed, "pdfsig", ["-nocert"]), StringComparison.Ordinal);
        Assert.Empty(Conformance.Check(signed));
        Assert.Equal(LetterPdf.Render(letter, names, LettersToSet.Options), unsigned);
    }

    [Fact]
    public void A_password_that_does_not_open_the_key_stops_the_start()
    {
        var refused = Assert.Throws<SettingException>(() => Read("wrong"));

        Assert.Equal("Pdf:SigningKey is \"key.p12\". The signing key cannot be read: its password is wrong or the file is broken.", refused.Message);
    }

    private PdfSettings Read(string password) => PdfSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Pdf:SigningKey"] = "key.p12", ["Pdf:SigningPassword"] = password }).Build(), folder);
}
