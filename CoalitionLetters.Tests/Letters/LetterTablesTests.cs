using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Tests.FinalLetters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class LetterTablesTests
{
    [Theory]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |\ntext", "a,b;1,2;text,")]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |\ntext\nand more  \n\nAfter.", "a,b;1,2;text,;and more,")]
    [InlineData("a | b\n--|--\n1 | 2\ntext", "a,b;1,2;text,")]
    [InlineData("Before:\n| a | b |\n|---|---|\ntext", "a,b;text,")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2\ntext \\|", "a,b;1,2;text |,")]
    [InlineData("- | a | b |\n  |---|---|\n  | 1 | 2 |\n  text", "a,b;1,2;text,")]
    [InlineData("> | a | b |\n> |---|---|\n> | 1 | 2 |\n> text", "a,b;1,2;text,")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n# Heading\ntext", "a,b;1,2")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n- item", "a,b;1,2")]
    public void A_line_right_below_a_table_is_its_next_row(string body, string cells)
    {
        var table = Assert.Single(LetterMarkdown.Parse(body).Descendants<Table>());

        Assert.Equal(cells, string.Join(';', table.OfType<TableRow>().Select(row => string.Join(',', row.OfType<TableCell>().Select(WordsOf)))));
    }

    [Theory]
    [InlineData("```\n| a | b |\n|---|---|\ntext\n```", "| a | b |\n|---|---|\ntext")]
    [InlineData("    | a | b |\n    |---|---|\n    text", "| a | b |\n|---|---|\ntext")]
    public void Code_stays_as_it_was_typed(string body, string code)
    {
        Assert.Equal(code, Assert.Single(LetterMarkdown.Parse(body).Descendants<CodeBlock>()).Lines.ToString());
    }

    [Theory]
    [InlineData("either | or\nand so on")]
    [InlineData("- either | or\n- and so on")]
    public void Bars_in_a_sentence_make_no_table(string body)
    {
        var page = PageOf(ALetter.Content with { Body = body });

        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Count(character => character == '|'));
    }

    [Fact]
    public void Page_and_pdf_both_have_the_row()
    {
        var content = ALetter.Content with { Body = "| Year | Children |\n|---|--:|\n| 2018 | 2342 |\nNobody knows" };

        var page = PageOf(content);
        var printed = PdfText.Of(LetterPdf.Render(content, [], LettersToSet.Options));

        Assert.Contains(">Nobody knows</td>", page, StringComparison.Ordinal);
        Assert.Contains("Nobody knows", printed, StringComparison.Ordinal);
        Assert.DoesNotContain('|', printed);
    }

    private static string PageOf(LetterContent content) => LetterHtml.Of(content, new LiveFacts(2, null), new CoalitionLetters.Letters.Public.LetterWords("en")).Body;

    private static string WordsOf(TableCell cell) => string.Concat(cell.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
}
