using CoalitionLetters.Tests.Support.Pdf;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

/// <summary>Any text that goes in comes out of the file by its tags, in whatever scripts and directions it is mixed. Soft hyphens are there only where a line ends.</summary>
public sealed class TextRoundTripProperties
{
    private static readonly string[] Words =
    [
        "Workers", "office", "fjord", "AVAST", "co\u00ADoperation", "e\u0301tude", "(AFL-CIO)", "“Río”", "1948", "№ 7", "&", "—", "3.5%", "O’Neill",
        "Đoàn", "Союз", "Σύνδεσμος", "工会", "노동조합", "העובדים", "שָׁלוֹם", "(ישראל)", "العمال", "خانه‌ی", "مُعَلِّم", "संघ", "क्षेत्र", "แรงงาน", "น้ำ", "ការងារ", "የሠራተኞች", "Հայ", "ქართული",
    ];

    private static readonly Gen<string> Texts =
        from words in Gen.Elements(Words).NonEmptyListOf()
        from separators in Gen.Elements(" ", " ", " ", "-", "\u00A0").ListOf(words.Count)
        select string.Concat(words.Zip(separators, (word, separator) => word + separator)).TrimEnd(' ', '\u00A0');

    [Fact]
    public void Any_text_that_goes_in_comes_out_by_its_tags()
    {
        Prop.ForAll(Texts.ListOf(8).ToArbitrary(), texts =>
        {
            var pdf = Layouts.Of(sheet => sheet.Columns(column => column.Names([.. texts], Layouts.Type.Name), 2)).ToBytes();

            var items = StructureReading.Of(PdfDocument.Read(pdf)).All.Where(node => node.Type == "LBody").Select(node => node.Text);
            Assert.Equal(texts.Select(WithoutSoftHyphens), items.Select(WithoutSoftHyphens));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    private static string WithoutSoftHyphens(string text) => text.Replace("\u00AD", "", StringComparison.Ordinal);
}
