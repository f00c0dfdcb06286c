using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.FinalLetters.Desk;
using CoalitionLetters.Listings;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Tests.Typesetting.Fonts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

/// <summary>A coalition's own fonts, from the folder that the setting names.</summary>
[Trait("Needs", "Database")]
public sealed class OwnFontsTests : IDisposable
{
    private readonly string folder = AnOwnFont.Folder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_app_prints_with_them_and_takes_names_that_only_they_have()
    {
        await using var app = await TestApp.StartAsync(settings: [("Pdf:Fonts", folder), ("Pdf:Font", AnOwnFont.Family)]);
        var options = app.Services.GetRequiredService<PdfSettings>().Options;
        DrawnLetter? drawn = null;
        await app.RunAsync<DrawLetter>(async story => drawn = await story.RunAsync(Guid.NewGuid(), ALetter.Content with { Body = $"We ask {AnOwnFont.Sign}." }));

        var pdf = LetterPdf.Render(ALetter.Content with { Body = $"We ask {AnOwnFont.Sign}." }, [], options);

        Assert.Empty(drawn!.Problems);
        Assert.Single(drawn.Pages);
        Assert.Contains("NotoSansThai", PdfTools.RunOn(pdf, "pdffonts", []), StringComparison.Ordinal);
        Assert.Null(Printable.Unprintable($"River {AnOwnFont.Sign} Trust"));
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void Without_them_such_a_letter_cannot_be_set() =>
        Assert.Throws<CoalitionLetters.Typesetting.TypesettingException>(() => LetterPdf.Render(ALetter.Content with { Body = $"We ask {AnOwnFont.Sign}." }, [], LettersToSet.Options));

    [Fact]
    public void A_folder_without_fonts_and_a_family_that_none_has_stop_the_start()
    {
        var nowhere = Assert.Throws<SettingException>(() => Read(("Pdf:Fonts", "nowhere")));
        var unknown = Assert.Throws<SettingException>(() => Read(("Pdf:Fonts", folder), ("Pdf:Font", "Comic")));

        Assert.Equal("Pdf:Fonts is \"nowhere\". There is no such folder, or no font in it. Name a folder with static fonts (.ttf).", nowhere.Message);
        Assert.StartsWith("Pdf:Font is \"Comic\". There is no font named “Comic”; there are ", unknown.Message, StringComparison.Ordinal);
        Assert.Contains(AnOwnFont.Family, unknown.Message, StringComparison.Ordinal);
    }

    private PdfSettings Read(params (string Key, string Value)[] settings) =>
        PdfSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build(), folder);
}
