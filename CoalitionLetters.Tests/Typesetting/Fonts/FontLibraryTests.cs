using CoalitionLetters.Tests.Support;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Fonts;

public sealed class FontLibraryTests : IDisposable
{
    private readonly string ownFolder = Directory.CreateTempSubdirectory("fonts").FullName;

    [Fact]
    public void A_family_has_its_regular_bold_and_italic_faces()
    {
        var regular = ShippedFonts.Library.Face("Libertinus Serif", bold: false, italic: false);
        var boldItalic = ShippedFonts.Library.Face("Libertinus Serif", bold: true, italic: true);

        Assert.Equal("LibertinusSerif-Regular", regular.PostScriptName);
        Assert.Equal("LibertinusSerif-BoldItalic", boldItalic.PostScriptName);
    }

    [Fact]
    public void An_unknown_family_is_named_beside_those_there_are()
    {
        var refusal = Assert.Throws<TypesettingException>(() => ShippedFonts.Library.Face("Comic", bold: false, italic: false));

        Assert.Contains("“Comic”", refusal.Message);
        Assert.Contains("Libertinus Serif", refusal.Message);
    }

    [Fact]
    public void Folders_that_lead_back_to_themselves_are_read_once()
    {
        File.Copy(Path.Combine(RepositoryFiles.Root, "assets", "fonts", "noto-sans-thai", "NotoSansThai_400Regular.ttf"), Path.Combine(ownFolder, "thai.ttf"));
        Directory.CreateSymbolicLink(Path.Combine(ownFolder, "again"), ownFolder);
        Directory.CreateSymbolicLink(Path.Combine(ownFolder, "andagain"), ownFolder);

        Assert.Equal("Noto Sans Thai", Assert.Single(new FontLibrary(ownFolder).Families));
    }

    [Fact]
    public void A_pipe_is_no_font()
    {
        using (var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(ownFolder, "pipe.ttf")))
        {
            made.WaitForExit();
        }

        var refusal = Assert.Throws<TypesettingException>(() => new FontLibrary(ownFolder).Families.ToList());

        Assert.Equal("The font “pipe.ttf” is an empty file or none at all.", refusal.Message);
    }

    [Theory]
    [InlineData('A', "en", "LibertinusSerif-Regular")]
    [InlineData('ش', "ar", "NotoSansArabic-Regular")]
    [InlineData('ก', "th", "NotoSansThai-Regular")]
    [InlineData('ក', "km", "NotoSansKhmer-Regular")]
    [InlineData('Ꭰ', "chr", "NotoSansCherokee-Regular")]
    [InlineData('한', "en", "NotoSansKR-Regular")]
    [InlineData('中', "en", "NotoSansSC-Regular")]
    [InlineData('中', "ko", "NotoSansKR-Regular")]
    [InlineData('の', "ja", "NotoSansSC-Regular")]
    public void A_character_the_family_lacks_comes_from_the_font_of_its_script(int codePoint, string language, string postScriptName)
    {
        var font = ShippedFonts.Library.FaceFor(codePoint, "Libertinus Serif", bold: false, italic: false, language);

        Assert.Equal(postScriptName, font?.PostScriptName);
    }

    [Fact]
    public void A_bold_name_in_another_script_is_bold() =>
        Assert.Equal("NotoSansArabic-Bold", ShippedFonts.Library.FaceFor('ش', "Libertinus Serif", bold: true, italic: true, "ar")?.PostScriptName);

    [Fact]
    public void Characters_that_no_font_has_are_named_once_each()
    {
        var missing = ShippedFonts.Library.MissingFrom("Sun \U0001F31E & \U0001F31E, flag \U0001F1E6, lone \uD800.");

        Assert.Equal([0x1F31E, 0x1F1E6, 0xD800], missing);
    }

    [Fact]
    public void Characters_of_private_use_are_missing_even_where_a_font_has_a_glyph() =>
        Assert.Equal([0xE000, 0xF8FF, 0xF0000], ShippedFonts.Library.MissingFrom("\uE000\uF8FF\U000F0000"));

    [Fact]
    public void Characters_that_are_never_seen_are_not_missing() =>
        Assert.Empty(ShippedFonts.Library.MissingFrom("co\u00ADop \u200Eab\u200D\u2060\uFE0F\n\t"));

    [Fact]
    public void Names_in_many_scripts_have_all_their_characters() =>
        Assert.Empty(ShippedFonts.Library.MissingFrom(string.Concat(Shaping.OrganizationNames.All.Select(name => name.Text))));

    [Fact]
    public void Fonts_of_an_own_folder_stand_before_the_shipped_ones()
    {
        File.Copy(Path.Combine(ShippedFonts.Folder, "noto-sans-thai", "NotoSansThai_700Bold.ttf"), Path.Combine(ownFolder, "Own.ttf"));
        var library = new FontLibrary(ShippedFonts.Folder, ownFolder);

        var font = library.FaceFor('ก', "Libertinus Serif", bold: true, italic: false, "th");

        Assert.Equal("Own.ttf", font?.Name);
    }

    [Fact]
    public void A_file_in_the_folder_that_cannot_be_used_is_named()
    {
        File.WriteAllBytes(Path.Combine(ownFolder, "Brand.otf"), [.. "OTTO"u8, .. new byte[100]]);
        var library = new FontLibrary(ShippedFonts.Folder, ownFolder);

        var refusal = Assert.Throws<TypesettingException>(() => library.Face("Libertinus Serif", bold: false, italic: false));

        Assert.Contains("Brand.otf", refusal.Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_holds_no_fonts() =>
        Assert.NotNull(new FontLibrary(ShippedFonts.Folder, Path.Combine(ownFolder, "none")).Face("Noto Serif", bold: false, italic: false));

    [Fact]
    public void Many_threads_may_ask_at_once()
    {
        var library = new FontLibrary(ShippedFonts.Folder);

        var fonts = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8)
            .Select(_ => library.FaceFor('ش', "Libertinus Serif", bold: false, italic: false, "ar"))
            .ToList();

        Assert.Single(fonts.Distinct());
        Assert.NotNull(fonts[0]);
    }

    public void Dispose() => Directory.Delete(ownFolder, recursive: true);
}
