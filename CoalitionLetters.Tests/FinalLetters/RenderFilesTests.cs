using CoalitionLetters.FinalLetters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

/// <summary>What the command does with the files that it reads and writes.</summary>
public sealed class RenderFilesTests : RenderTests
{
    [Fact]
    public void No_file_that_is_read_is_written_over()
    {
        Directory.CreateDirectory(Out("fonts/deep"));
        Directory.CreateSymbolicLink(Out("link"), Folder);
        File.Copy(FontFile("LibertinusSerif_400Regular.ttf"), Out("fonts/deep/own.ttf"));
        File.WriteAllBytes(Out("key.p12"), Keys.Pkcs12("secret"));
        File.WriteAllText(Out("river.svg"), """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9 L4 0 L9 9 Z"/></svg>""");
        File.WriteAllText(Out("list.csv"), "name,logo\nRiver Trust,river.svg\n");
        Letter("---\ndate: 2026-06-14\nlogo-grid: true\n---\nWe ask.");
        Environment.SetEnvironmentVariable(RenderCommand.PasswordVariable, "secret");
        string[] read = ["letter.md", "list.csv", "key.p12", "river.svg", "fonts/deep/own.ttf"];
        var before = read.Select(file => File.ReadAllBytes(Out(file))).ToList();

        foreach (var file in read.Append("fonts/../key.p12").Append("link/river.svg").Append("link/link/list.csv"))
        {
            Assert.Equal(1, Run(Out("letter.md"), "--signatories", Out("list.csv"), "--sign", Out("key.p12"), "--fonts", Out("fonts"), "--out", Out(file)));
            Assert.EndsWith($"“{Out(file)}” is read; --out names another file.", Errors, StringComparison.Ordinal);
        }

        Assert.Equal(before, read.Select(file => File.ReadAllBytes(Out(file))));
    }

    [Fact]
    public void The_programs_own_fonts_are_not_written_over()
    {
        var own = Directory.GetFiles(RenderOptions.ShippedFontFolder, "*.ttf", SearchOption.AllDirectories)[0];
        var before = File.ReadAllBytes(own);

        Assert.Equal(1, Run(Letter("We ask."), "--out", own));

        Assert.Equal($"“{own}” is read; --out names another file.", Errors);
        Assert.Equal(before, File.ReadAllBytes(own));
    }

    [Fact]
    public void A_letter_whose_name_ends_like_a_file_in_the_making_stays()
    {
        File.Move(Letter("We ask."), Out("x.pdf.part"));

        Assert.Equal(0, Run(Out("x.pdf.part"), "--out", Out("x.pdf")));

        Assert.Equal("We ask.", File.ReadAllText(Out("x.pdf.part")));
        Assert.Equal(["x.pdf", "x.pdf.part"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_earlier_letter_is_replaced()
    {
        File.WriteAllText(Out("letter.pdf"), "earlier");

        Assert.Equal(0, Run(Letter("We ask."), "--out", Out("letter.pdf")));

        Assert.Contains("We ask.", Structure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_its_password_names_the_variable_that_holds_it()
    {
        File.WriteAllBytes(Out("key.p12"), Keys.Pkcs12("secret"));
        Environment.SetEnvironmentVariable(RenderCommand.PasswordVariable, null);

        Assert.Equal(1, Run(Letter("We ask."), "--out", Out("letter.pdf"), "--sign", Out("key.p12")));

        Assert.EndsWith("The environment variable PDF_SIGNING_PASSWORD, which holds the key's password, is not set.", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_below_a_letter_without_a_date_is_not_said_to_have_the_letters()
    {
        File.WriteAllBytes(Out("key.p12"), Keys.Pkcs12("secret"));
        Environment.SetEnvironmentVariable(RenderCommand.PasswordVariable, "secret");

        Assert.Equal(0, Run(Letter("We ask."), "--out", Out("letter.pdf"), "--sign", Out("key.p12")));

        Assert.Equal("Note: the letter has no date, so the signature says 1970-01-01, and the key's certificate is valid only from 2020-01-01 to 2050-01-01.", Errors);
    }

    [Fact]
    public void A_letter_is_set_in_the_family_that_it_names()
    {
        Directory.CreateDirectory(Out("fonts"));
        Assert.Equal(0, Run(Letter("---\nfont: Noto Serif\n---\nWe **ask**."), "--out", Out("letter.pdf"), "--fonts", Out("fonts")));
        Assert.Equal(1, Run(Letter("---\nfont: Nowhere Sans\n---\nWe ask."), "--out", Out("other.pdf")));

        var fonts = PdfTools.RunOn(File.ReadAllBytes(Out("letter.pdf")), "pdffonts", []);
        Assert.Contains("NotoSerif", fonts, StringComparison.Ordinal);
        Assert.DoesNotContain("Libertinus", fonts, StringComparison.Ordinal);
        Assert.StartsWith("There is no font named “Nowhere Sans”; there are Libertinus Serif, ", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_are_for_the_letters_authors()
    {
        var letter = Letter(
            """
            <!-- Draft of
            Monday -->

            We ask <!-- ask Ana -- she knows --> for **water**.<!-- x -->

            - One <!-- y -->
              <!-- z --> thing

            | A <!-- t --> | B |
            |---|---|
            | C | `<!-- code -->` |

            A note.[^1]

            [^1]: Its words <!-- checked --> end.
            """);

        Assert.Equal(0, Run(letter, "--out", Out("letter.pdf")));
        Assert.Equal(1, Run(Letter("We ask.\n\n<!-- open\n\nand on"), "--out", Out("open.pdf")));
        Assert.Equal(1, Run(Letter("<!-- all -->\n"), "--out", Out("empty.pdf")));

        var text = Structure();
        Assert.Contains("P “We ask for water.”", text, StringComparison.Ordinal);
        Assert.Contains("One thing", text, StringComparison.Ordinal);
        Assert.Contains("<!-- code -->", text, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", text, StringComparison.Ordinal);
        Assert.Equal(
            ["A comment begins with <!-- in the body and does not end. Put --> behind it.", "The letter has no body. Write it below the front matter."],
            Errors.Split(Environment.NewLine));
    }

    private static string FontFile(string name) => Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "assets", "fonts"), name, SearchOption.AllDirectories).Single();
}
