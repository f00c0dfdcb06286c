using System.Text.RegularExpressions;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Documents.Blocks;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

/// <summary>A reader that goes by places on the page (pdftotext without options) finds each name once and in order, whatever stands above, below and beside it.</summary>
public sealed partial class PlainTextOrderTests
{
    private const int Lists = 12;
    private const double Gap = 22;

    private static readonly string[] Words =
    [
        "United", "Workers", "River", "Coalition", "Immigrant", "Rights", "Refugee", "Center", "Alliance", "Action", "Justice", "Families", "Faith", "Labor", "Education", "Women's",
    ];

    private static readonly string[] OtherWords =
    [
        "الاتحاد", "العربي", "للعمال", "مُنَظَّمَةُ", "האגודה", "לזכויות", "מרכז", "မြန်မာအမေရိကန်", "အသင်း", "ဒုက္ခသည်များ", "มูลนิธิเพื่อ", "ผู้บริโภค", "全国总工会", "人权", "한국노동조합", "총연맹",
    ];

    private static readonly string[] States = ["Alabama", "California", "Connecticut", "Iowa", "Maine", "New Hampshire", "New York", "North Carolina", "Puerto Rico", "Texas"];

    [Theory]
    [InlineData(1, false), InlineData(1, true), InlineData(2, false), InlineData(2, true), InlineData(3, false), InlineData(3, true)]
    public void Each_name_is_read_once_and_in_order(int columns, bool hasHeadings)
    {
        for (var seed = 0; seed < Lists; seed++)
        {
            var list = new MadeList(seed, columns, hasHeadings);
            var file = Layouts.Of(list.Compose);

            var text = PdfTools.RunOn(file.ToBytes(), "pdftotext", ["-enc", "UTF-8"], "-");

            Assert.Equal(Enumerable.Range(1, list.Names.Count), Numbers().Matches(text).Select(match => int.Parse(match.ValueSpan[1..], null)));
            AssertInOrder(list.Names.Select(WithoutSpaces), WithoutSpaces(text));
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Names_with_words_in_other_scripts_are_read_in_order(int columns)
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var random = new Random(seed);
            string[] names = [.. Enumerable.Range(1001, 113).Select(i => $"{string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Word(random)))} {i}")];
            var file = Layouts.Of(sheet => sheet.Paragraph("We ask.").Section(2, "Signatories", list => list.Columns(column => column.Names(names, Layouts.Type.Name), columns, Gap), "Signatories (continued)"));

            var text = PdfTools.RunOn(file.ToBytes(), "pdftotext", ["-enc", "UTF-8"], "-");

            Assert.Equal(Enumerable.Range(1001, names.Length), FourDigits().Matches(text).Select(match => int.Parse(match.ValueSpan, null)));
        }

        static string Word(Random random) => random.Next(100) < 18 ? OtherWords[random.Next(OtherWords.Length)] : Words[random.Next(Words.Length)];
    }

    [Fact]
    public void The_last_row_of_columns_is_one_line_for_a_reader_that_keeps_the_layout()
    {
        string[] names = [.. Enumerable.Range(1, 12).Select(i => $"River Trust {i}")];
        var file = Layouts.Of(sheet => sheet.Columns(column => column.Names(names, Layouts.Type.Name), 3, Gap).Paragraph("Thank you."));

        var text = PdfTools.RunOn(file.ToBytes(), "pdftotext", ["-layout"], "-");

        Assert.Matches("River Trust 4 +River Trust 8 +River Trust 12\n", text);
    }

    [Fact]
    public void What_ends_columns_is_seen_by_no_one_and_said_to_no_one()
    {
        string[] names = [.. Enumerable.Range(1, 9).Select(i => $"River Trust {i}")];
        var pdf = Layouts.Of(sheet => sheet.Columns(column => column.Names(names, Layouts.Type.Name), 3, Gap).Paragraph("Thank you.")).ToBytes();

        var foot = Assert.Single(PageReading.Of(PdfDocument.Read(pdf), PdfDocument.Read(pdf).Pages[0]).Pieces, piece => piece.Replacement?.ActualText == "  ");

        Assert.All(foot.Text, letter => Assert.Equal(' ', letter));
        Assert.True(foot.IsArtifact);
        Assert.Empty(Conformance.Check(pdf));
    }

    private static void AssertInOrder(IEnumerable<string> names, string text)
    {
        var from = 0;
        foreach (var name in names)
        {
            var at = text.IndexOf(name, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{name} does not stand after the name before it.");
            from = at + name.Length;
        }
    }

    private static string WithoutSpaces(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"№\d+")]
    private static partial Regex Numbers();

    /// <summary>Paragraphs, then a list of 1 to 600 names, with or without sections, states in the last of them, then perhaps a second list and short lines.</summary>
    private sealed class MadeList(int seed, int columns, bool hasHeadings)
    {
        private readonly Random random = new(seed);

        public List<string> Names { get; } = [];

        public void Compose(Sheet sheet)
        {
            sheet.Paper = seed % 2 == 0 ? PaperSize.Letter : PaperSize.A4;
            sheet.RunningHead("A letter to the committee", "2026");
            for (var i = random.Next(0, 9); i > 0; i--)
            {
                sheet.Paragraph(string.Join(' ', Enumerable.Range(0, random.Next(5, 90)).Select(_ => Word())) + ".");
            }

            sheet.Section(2, "Signatories", ComposeList, "Signatories (continued)", Layouts.Type.Signatories);
            if (seed % 3 == 0)
            {
                sheet.Section(2, "Individuals", list => Columns(list, random.Next(1, 40)), "Individuals (continued)", Layouts.Type.Signatories);
            }

            foreach (var line in Made(random.Next(0, 4)))
            {
                sheet.Paragraph(line, Layouts.Type.Fine);
            }
        }

        private void ComposeList(Stack list)
        {
            var count = (seed % 4) switch { 0 => random.Next(1, 14), 1 => random.Next(1, 60), _ => random.Next(30, 600) };
            if (!hasHeadings)
            {
                Columns(list, count);
                return;
            }

            var (first, second) = (random.Next(0, count / 2 + 1), random.Next(0, count / 3 + 1));
            ComposeSection(list, "International", first, inner => Columns(inner, first));
            ComposeSection(list, "National", second, inner => Columns(inner, second));
            ComposeSection(list, "State and local", count, inner => inner.Columns(column => ComposeStates(column, count), columns, Gap));
        }

        private static void ComposeSection(Stack list, string heading, int count, Action<Stack> compose)
        {
            if (count > 0)
            {
                list.Section(3, $"{heading} ({count})", compose, $"{heading} (continued)", Layouts.Type.ListSection);
            }
        }

        private void ComposeStates(Stack column, int count)
        {
            for (var state = 0; count > 0; state++)
            {
                var here = state == States.Length - 1 ? count : random.Next(1, Math.Min(count, 2 + 2 * count / States.Length) + 1);
                count -= here;
                column.Section(4, States[state], inner => inner.Names(Made(here), Layouts.Type.Name), $"{States[state]} (continued)", Layouts.Type.ListPlace, inOutline: false);
            }
        }

        private void Columns(Stack list, int count) => list.Columns(column => column.Names(Made(count), Layouts.Type.Name), Math.Min(columns, Math.Max(1, count / 2)), Gap);

        /// <summary>Names that are at most a little too long for a column.</summary>
        private List<string> Made(int count)
        {
            var made = Enumerable.Range(Names.Count + 1, count)
                .Select(number => $"{string.Join(' ', Enumerable.Range(0, random.Next(1, 2 + 7 / columns)).Select(_ => Word()))} №{number}")
                .ToList();
            Names.AddRange(made);
            return made;
        }

        private string Word() => Words[random.Next(Words.Length)];
    }
}
