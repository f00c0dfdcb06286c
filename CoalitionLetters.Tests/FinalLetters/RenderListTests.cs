using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

/// <summary>What stands in a list is printed whole, or somebody is told.</summary>
public sealed class RenderListTests : RenderTests
{
    [Theory]
    [InlineData("name\nAFSCME, Local 3\n", "Row 1 of “list.csv” has 2 cells for 1 column. Put names with commas in quotation marks.")]
    [InlineData("name,state\nA,Texas\nRiver, Trust, Inc.,,\n", "Row 2 of “list.csv” has 3 cells for 2 columns. Put names with commas in quotation marks.")]
    [InlineData("name,,\n\"A\",,\n\nAFSCME, Local 3,\n", "Row 3 of “list.csv” has 2 cells for 1 column. Put names with commas in quotation marks.")]
    [InlineData("name;state\nA;Texas;B\n", "Row 1 of “list.csv” has 3 cells for 2 columns. Put names with semicolons in quotation marks.")]
    [InlineData("name\nA\n\u200B\n", "The name in row 2 of “list.csv” has no letter and no digit that is seen. Write the name, or take the row out.")]
    [InlineData("name\n\u0007\n", "The name in row 1 of “list.csv” has no letter and no digit that is seen. Write the name, or take the row out.")]
    [InlineData("name\n\u2060\u200E\n", "The name in row 1 of “list.csv” has no letter and no digit that is seen. Write the name, or take the row out.")]
    [InlineData("name,kind\nA,\n\u3164\u3164,individual\n", "The name in row 2 of “list.csv” has no letter and no digit that is seen. Write the name, or take the row out.")]
    [InlineData("name\nUni\uFFFDn\n", "The name in row 1 of “list.csv” holds “\uFFFD”, which stands where a letter was lost. Write the letter again, or save the list anew as UTF-8 from where it came.")]
    [InlineData("name,title\nA,Alcaldesa de Espa\uFFFDa\n", "The title in row 1 of “list.csv” holds “\uFFFD”, which stands where a letter was lost. Write the letter again, or save the list anew as UTF-8 from where it came.")]
    [InlineData("name\nA \U0001F1E6\nB\nC \uE000\uE001\n", "Name 1 needs a font for U+1F1E6. Name 3 needs a font for U+E000, U+E001.")]
    [InlineData("name\nA\nB\U0001BCA0\n", "Name 2 needs a font for U+1BCA0.")]
    public void What_would_be_lost_or_printed_wrong_is_refused(string csv, string sentence)
    {
        Assert.Equal(1, RunWithList(csv));

        Assert.Equal(sentence, Errors);
        Assert.False(File.Exists(Out("letter.pdf")));
    }

    [Theory]
    [InlineData("name\n")]
    [InlineData("name,scope\n,\n\n")]
    public void A_list_that_names_nobody_is_refused(string csv)
    {
        Assert.Equal(1, RunWithList(csv, "On behalf of the {{count:words}} undersigned {{noun}}."));

        Assert.Equal("The list “list.csv” names nobody. Write a row for each signatory, or leave --signatories out.", Errors);
    }

    [Fact]
    public void Of_two_columns_of_one_name_the_first_is_used_and_somebody_is_told()
    {
        Assert.Equal(0, RunWithList("name,Name,state\nRiver Trust,Lake Trust,Texas\n"));

        Assert.Equal("Note: list.csv has more than one column “name”. The first is used.", Errors);
        Assert.DoesNotContain("Lake Trust", Structure(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_names_without_a_font_the_first_ten_are_told_and_the_others_counted()
    {
        Assert.Equal(1, RunWithList("name\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"{i} \uE000\n"))));

        Assert.StartsWith("Name 1 needs a font for U+E000. Name 2 needs", Errors, StringComparison.Ordinal);
        Assert.EndsWith("Name 10 needs a font for U+E000. 2 more names need one too.", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_cells_beyond_the_columns_are_no_fault()
    {
        Assert.Equal(0, RunWithList("name,state,,\nRiver Trust,Texas,,,\n,,,,,\n"));

        Assert.Empty(Errors);
        Assert.Contains("River Trust", Structure(), StringComparison.Ordinal);
    }

    [Fact]
    public void States_that_are_none_and_rows_that_say_the_same_are_noted_and_printed()
    {
        Assert.Equal(0, RunWithList("name,state,country\nA,Calfornia,\nB,Ontario,Canada\nC,N. Mex.,\nC,N. Mex.,\nB,Texas,\nC,N. Mex.,\nD,Texs,USA\n", "We are {{count}}."));

        Assert.Equal(
            """
            Note: list.csv has states that we do not know: “Calfornia” in row 1, “Texs” in row 7. They are printed as written, and {{states}} does not count them.
            Note: list.csv has rows that say the same: 3, 4 and 6. Each is printed and counted.
            """, Errors);
        Assert.Contains("We are 7.", Structure(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name;state\nUnión, Sección 3;Texas\n\"A; B\" ;Texas\n", "semicolons")]
    [InlineData("\"state\"\t\"name\"\nTexas\t\"Unión, Sección 3\"\nTexas\tA; B\n", "tabs")]
    [InlineData("sep=;\r\nstate;name\r\nTexas;Unión, Sección 3\r\n;\"A; B\"\r\n", "semicolons")]
    [InlineData("sep=|\nname\nUnión, Sección 3\nA; B\n", "“|”")]
    public void A_list_with_other_signs_than_commas_is_read_and_noted(string csv, string signs)
    {
        Assert.Equal(0, RunWithList(csv));

        Assert.Equal($"Note: list.csv has {signs} between its cells, and was read that way.", Errors);
        Assert.Contains("“Unión, Sección 3”", Structure(), StringComparison.Ordinal);
        Assert.Contains("“A; B”", Structure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comma_separated_list_may_have_semicolons_in_its_names()
    {
        Assert.Equal(0, RunWithList("name\nA; B\n"));

        Assert.Empty(Errors);
        Assert.Contains("“A; B”", Structure(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_cell_of_the_attached_list_is_run_by_a_spreadsheet_and_it_comes_back_as_it_was()
    {
        string[] names = ["=HYPERLINK(\"https://evil.example\")", "@SUM(A1)", "+1 Union", "'=quoted", "River Trust"];

        var csv = SignatoryList.ToCsv(names.Select(name => new ListedName(name) { Title = "-1" }));

        Assert.Contains("1,\"'=HYPERLINK(\"\"https://evil.example\"\")\",'-1,", csv, StringComparison.Ordinal);
        Assert.Contains("2,'@SUM(A1),'-1,", csv, StringComparison.Ordinal);
        Assert.Equal(names, SignatoryFile.Parse(csv, "signatories.csv").Names.Select(name => name.Name));
        Assert.All(SignatoryFile.Parse(csv, "signatories.csv").Names, name => Assert.Equal("-1", name.Title));
    }

    /// <summary>What was published is shown as it was, also where a new list would be refused.</summary>
    [Fact]
    public void The_list_of_an_edition_is_read_as_it_stands()
    {
        var list = SignatoryFile.Parse("order,name\r\n1,Uni\uFFFDn\r\n2,…\r\n", "edition 1");

        Assert.Equal(["Uni\uFFFDn", "…"], list.Names.Select(name => name.Name));
    }

    [Fact]
    public void Docket_numbers_stand_in_the_place_of_a_subject_and_nobody_is_addressed_by_an_empty_line()
    {
        var letter = new LetterContent
        {
            Body = "We ask.",
            Dockets = ["Docket No. DHS-2026-0001", "Docket No. DOJ-2026-0099"],
            Recipients = [new() { Title = "Director", Body = "Bureau of Rivers" }, new() { Honorific = "Members" }, new()],
        };

        foreach (var abreast in new[] { 1, 2 })
        {
            var text = Support.Pdf.PdfText.Structure(LetterPdf.Render(letter with { RecipientsAbreast = abreast }, [], LettersToSet.Options));

            Assert.Contains("H1 “RE: Docket No. DHS-2026-0001 Docket No. DOJ-2026-0099”", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
            Assert.DoesNotContain("“”", text, StringComparison.Ordinal);
        }

        Assert.Equal(["Director", "Bureau of Rivers"], letter.Recipients[0].Lines());
        Assert.Equal(["Members"], letter.Recipients[1].Lines());
        Assert.Empty(letter.Recipients[2].Lines());
    }
}
