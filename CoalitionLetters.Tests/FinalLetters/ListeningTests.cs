using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

/// <summary>What people learn of a letter who hear it and do not see it.</summary>
public sealed class ListeningTests
{
    [Fact]
    public void A_link_of_several_looks_is_one_link_described_by_all_its_words()
    {
        var file = Set("See [**bold** *italic* `code` link](https://unity.example/report), and more.");

        var link = Assert.Single(file.All, value => file.Name(value, "Subtype") == "Link");
        Assert.Equal("bold italic code link", file.Text(link, "Contents"));
        Assert.Equal("bold italic code link", Assert.Single(Nodes(file, "Link")).Text);
    }

    [Fact]
    public void Text_in_other_letters_says_its_language()
    {
        var file = Set("We say Σύνδεσμος Εργατών, Русский язык, العربية, 全国总工会 and 日本のユニオン, [ไทย too](https://unity.example/th).\n\n## 한국노동조합총연맹\n\n| a | हिन्दी |\n|---|---|\n| b | c[^n] |\n\n[^n]: האגודה לזכויות האזרח");

        var spoken = StructureReading.Of(file).All.Where(node => file.Text(node.Element, "Lang") is not null).Skip(1).Select(node => $"{node.Type} {file.Text(node.Element, "Lang")} {node.Text.Trim(' ', ',')}");
        Assert.Equal(
            [
                "Span el Σύνδεσμος Εργατών", "Span und-Cyrl Русский язык", "Span und-Arab العربية", "Span und-Hani 全国总工会", "Span ja 日本のユニオン", "Span th ไทย",
                "H1 ko 한국노동조합총연맹", "P und-Deva हिन्दी", "P he האגודה לזכויות האזרח",
            ],
            spoken);
    }

    [Fact]
    public void A_name_of_several_scripts_says_the_language_of_each()
    {
        var file = Set("We ask.", new ListedName("ไทยเพื่อแรงงาน AFL-CIO"));

        var span = Assert.Single(Nodes(file, "Span"), node => node.Parent!.Type == "LBody");
        Assert.Equal("th", file.Text(span.Element, "Lang"));
        Assert.Equal("ไทยเพื่อแรงงาน", span.Text.Trim());
        Assert.Null(file.Text(span.Parent!.Element, "Lang"));
    }

    [Theory]
    [InlineData("en", "DRAFT: A letter")]
    [InlineData("es", "BORRADOR: A letter")]
    public void A_draft_says_in_its_title_that_it_is_one(string language, string title)
    {
        var letter = new LetterContent { Title = "A letter", Body = "We ask.", Language = language };

        Assert.Equal(title, Title(LetterPdf.Render(letter, [], LettersToSet.Options with { Draft = true })));
        Assert.Equal("A letter", Title(LetterPdf.Render(letter, [], LettersToSet.Options)));

        static string? Title(byte[] pdf)
        {
            var file = PdfDocument.Read(pdf);
            return file.Text(file.Dictionary(file.Trailer, "Info"), "Title");
        }
    }

    [Theory]
    [InlineData("en", "Signature")]
    [InlineData("es", "Firma")]
    public void The_field_of_a_signed_file_is_named_in_the_letters_language(string language, string name)
    {
        using var key = SigningKey.Read(Keys.Pkcs12("secret"), "secret");

        var pdf = LetterPdf.Lay(new LetterContent { Title = "A letter", Body = "We ask.", Language = language }, [], LettersToSet.Options).ToSignedBytes(key);

        var file = PdfDocument.Read(pdf);
        var field = file.All.Single(value => file.Name(value, "FT") == "Sig");
        Assert.All([file.Text(field, "T"), file.Text(field, "TU"), file.Text(Nodes(file, "Form").Single().Element, "Alt")], said => Assert.Equal(name, said));
    }

    [Fact]
    public void Code_is_told_from_other_text()
    {
        var file = Set("Type `count` here.\n\n```\nas it stands\n```");

        Assert.Equal(["count", "as it stands"], Nodes(file, "Code").Select(node => node.Text.Trim()));
    }

    [Fact]
    public void Signature_blocks_are_items_of_a_list()
    {
        var (letter, names) = LettersToSet.AttorneysGeneral;

        var structure = PdfText.Structure(LetterPdf.Render(letter, names, LettersToSet.Options));

        Assert.Contains("  L\n    LI\n      LBody\n        P “Hector Balderas”\n        P “Attorney General of New Mexico”\n    LI\n", structure, StringComparison.Ordinal);
        Assert.Equal(21, structure.Split('\n').Count(line => line.Trim() == "LBody"));
    }

    private static PdfDocument Set(string body, params ListedName[] names)
    {
        var pdf = LetterPdf.Render(new LetterContent { Title = "A letter", Body = body }, names, LettersToSet.Options);
        Assert.Empty(Conformance.Check(pdf));
        return PdfDocument.Read(pdf);
    }

    private static IEnumerable<StructureNode> Nodes(PdfDocument file, string type) => StructureReading.Of(file).All.Where(node => node.Type == type);
}
