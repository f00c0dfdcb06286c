using System.Diagnostics;
using System.Text;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Tests.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

public sealed class RenderCommandTests : RenderTests
{
    [Fact]
    public void A_letter_is_rendered_from_plain_files_to_the_same_bytes_twice()
    {
        Assert.Equal(0, Run(RepositoryFiles.Sample("family-unity-letter.md"), "--signatories", RepositoryFiles.Sample("family-unity-signatories.csv"), "--out", Out("one.pdf"), "--time"));
        Assert.Equal(0, Run(RepositoryFiles.Sample("family-unity-letter.md"), "--signatories", RepositoryFiles.Sample("family-unity-signatories.csv"), "--out", Out("two.pdf")));

        Assert.Equal(File.ReadAllBytes(Out("one.pdf")), File.ReadAllBytes(Out("two.pdf")));
        Assert.Matches(@"^reading \d+ ms, layout \d+ ms, writing \d+ ms\s*$", Output);
        Assert.StartsWith("Note: family-unity-signatories.csv has columns that are not used: website, basis.", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_has_a_watermark()
    {
        Assert.Equal(0, Run(Letter("We ask."), "--out", Out("draft.pdf"), "--draft"));

        Assert.Contains("DRAFT", PdfText.Of(File.ReadAllBytes(Out("draft.pdf"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_individuals_stand_apart()
    {
        File.WriteAllText(Out("list.csv"), "name,kind,title\nRiver Trust,community,\n\"Doe, Jane\",individual,Professor of Law\n");

        Assert.Equal(0, Run(Letter("We are {{count}} {{noun}}."), "--signatories", Out("list.csv"), "--out", Out("letter.pdf")));

        var text = PdfText.Structure(File.ReadAllBytes(Out("letter.pdf")));
        Assert.Contains("We are 1 organization.", text, StringComparison.Ordinal);
        Assert.Contains("Individuals (1)", text, StringComparison.Ordinal);
        Assert.Contains("Doe, Jane, Professor of Law", text, StringComparison.Ordinal);
        var file = PdfDocument.Read(File.ReadAllBytes(Out("letter.pdf")));
        var attached = file.Dictionary(file.Dictionary(file.All.Single(value => file.Name(value, "Type") == "Filespec"), "EF"), "F")!.Data!;
        Assert.EndsWith("1,River Trust,,,,,community,\r\n2,\"Doe, Jane\",Professor of Law,,,,individual,\r\n", Encoding.UTF8.GetString(attached), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,scope\nA,national\n,national\n", "Row 2 of “list.csv” has no name.")]
    [InlineData("title,scope\nA,national\n", "The list “list.csv” has no column “name”. Its columns are title, scope.")]
    [InlineData("", "The list “list.csv” is empty. Its first line names the columns; “name” is one of them.")]
    [InlineData("name\nA\nB \U0001F1E6\n", "Name 2 needs a font for U+1F1E6.")]
    [InlineData("name,kind\nA,individual\n\nB \U0001F1E6,union\n", "Name 3 needs a font for U+1F1E6.")]
    [InlineData("name,state,country\nA,\U0001F1E6,Canada\n", "Name 1 needs a font for U+1F1E6.")]
    [InlineData("name,state\nA,Texas\nB,", "The state in row 2 of “list.csv” is longer than 200 characters.", 4000)]
    [InlineData("name,kind,title\nA,individual,", "The title in row 1 of “list.csv” is longer than 1000 characters.", 4000)]
    [InlineData("name\nA\n\"B\nC\nD\n", "Row 2 of “list.csv” opens a quotation mark and never closes it.")]
    [InlineData("name\n\"A\nB\"C\n", "Row 1 of “list.csv” has text after a closing quotation mark. Write a quotation mark inside a cell twice.")]
    public void A_list_that_cannot_be_used_is_refused_in_one_sentence(string csv, string sentence, int filling = 0)
    {
        File.WriteAllText(Out("list.csv"), csv + new string('x', filling));

        var code = Run(Letter("We ask."), "--signatories", Out("list.csv"), "--out", Out("letter.pdf"));

        Assert.Equal(1, code);
        Assert.Equal(sentence, Errors);
        Assert.False(File.Exists(Out("letter.pdf")));
    }

    [Fact]
    public void Words_in_a_list_that_say_nothing_are_noted_with_their_rows()
    {
        File.WriteAllText(Out("list.csv"), "name,scope,kind,order\nRiver Trust,galactic,union,first\n\"Lake\nTrust \u202Edesrever\",local,guild,2\n");

        Assert.Equal(0, Run(Letter("We ask."), "--signatories", Out("list.csv"), "--out", Out("letter.pdf")));

        Assert.Equal(
            """
            Note: list.csv has words under “kind” that say nothing here: “guild” in row 2.
            Note: list.csv has words under “order” that say nothing here: “first” in row 1.
            Note: list.csv has words under “scope” that say nothing here: “galactic” in row 1.
            """, Errors);
        Assert.Contains("LBody “Lake Trust desrever”", PdfText.Structure(File.ReadAllBytes(Out("letter.pdf"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\ntitel: x\n---\nWe ask.", "titel")]
    [InlineData("We ask {{whom}}.", "{{whom}}")]
    [InlineData("We ask.[^a]\n\n[^a]: See[^a].", "Footnote a calls a footnote")]
    [InlineData("We ask.[^1]\n\n[^1]: See[^2].\n\n[^2]: And[^1].", "Footnote 1 calls a footnote")]
    [InlineData("---\nletterhead:\n  - name: A\n    logo: ../secret.png\n---\nWe ask.", "../secret.png")]
    [InlineData("---\nletterhead:\n  - name: A\n    logo: gone.png\n---\nWe ask.", "gone.png")]
    [InlineData("---\nletterhead:\n  - name: A\n    logo: \"\"\n---\nWe ask.", "A logo of the letter names no file.")]
    [InlineData("---\nlanguage: [en\ndate: 2018-06-14\n---\nWe ask.", "Line 2: the front matter is not valid YAML.")]
    [InlineData("We ask. {{own-sentence}}", "{{own-sentence}} has nothing to say")]
    public void A_letter_that_cannot_be_used_is_refused_with_the_name_of_what_is_wrong(string letter, string named)
    {
        File.WriteAllText(Out("letter.md"), letter);

        Assert.Equal(1, Run(Out("letter.md"), "--out", Out("letter.pdf")));
        Assert.Contains(named, Errors, StringComparison.Ordinal);
        Assert.Single(Errors.Split('\n'));
    }

    [Fact]
    public void A_fault_of_the_program_is_told_in_one_sentence()
    {
        using var said = new StringWriter();

        Assert.Equal(1, RenderCommand.Run([Letter("We ask."), "--out", Out("letter.pdf")], said, said, (_, _) => throw new InvalidOperationException("A shelf\nfell down.")));

        Assert.Equal("The letter cannot be rendered, by a fault of the program (InvalidOperationException: A shelf fell down.).", said.ToString().TrimEnd());
    }

    [Fact]
    public void Ninety_nine_thousand_letters_without_a_blank_take_no_time()
    {
        File.WriteAllText(Out("letter.md"), $"---\ncc: [\"{new string('a', 99_000)}\"]\n---\n\nWe ask.");
        var start = Stopwatch.GetTimestamp();

        Assert.Equal(0, Run(Out("letter.md"), "--out", Out("letter.pdf")));

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(6), Stopwatch.GetElapsedTime(start).ToString());
    }

    [Fact]
    public void A_folder_is_no_letter()
    {
        Assert.Equal(1, Run(Folder, "--out", Out("letter.pdf")));

        Assert.Equal($"“{Folder}” is a folder. Name the file in it.", Errors);
    }

    [Fact]
    public void Two_hundred_lists_in_each_other_are_set_and_endless_brackets_refused()
    {
        var lists = string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', 2 * i) + $"- Depth {i}.\n"));

        Assert.Equal(0, Run(Letter(lists), "--out", Out("lists.pdf")));
        Assert.Equal(1, Run(Letter(new string('[', 20_000)), "--out", Out("brackets.pdf")));

        Assert.Contains("Depth 199.", PdfText.Structure(File.ReadAllBytes(Out("lists.pdf"))), StringComparison.Ordinal);
        Assert.StartsWith("Lists, quotes, brackets or asterisks in the text stand too deep", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_that_are_missing_or_unknown_are_explained()
    {
        Assert.Equal(1, Run());
        Assert.Equal(1, Run("letter.md"));
        Assert.Equal(1, Run("letter.md", "--out"));
        Assert.Equal(1, Run("letter.md", "--colour", "red"));
        Assert.Equal(1, Run("nowhere.md", "--out", Out("x.pdf")));

        Assert.Equal(1, Run("", "--out", Out("x.pdf")));
        Assert.Equal(1, Run("letter.md", "--out", ""));
        Assert.Equal(1, Run("letter.md", "--out", Out("x.pdf"), "--signatories", ""));
        Assert.Equal(1, Run(Letter("We ask."), "--out", Out("letter.md")));
        Assert.Equal(1, Run(Letter("We ask."), "--out", Out("gone/x.pdf")));

        var said = Errors.Split('\n');
        Assert.StartsWith("The letter's file is missing.", said[0], StringComparison.Ordinal);
        Assert.StartsWith("--out is missing.", said[1], StringComparison.Ordinal);
        Assert.StartsWith("--out needs a value.", said[2], StringComparison.Ordinal);
        Assert.StartsWith("“--colour” is not understood.", said[3], StringComparison.Ordinal);
        Assert.StartsWith("The file “nowhere.md” does not exist.", said[4], StringComparison.Ordinal);
        Assert.StartsWith("The letter's file is missing.", said[5], StringComparison.Ordinal);
        Assert.StartsWith("--out needs a value.", said[6], StringComparison.Ordinal);
        Assert.StartsWith("--signatories needs a value.", said[7], StringComparison.Ordinal);
        Assert.Equal($"“{Out("letter.md")}” is read; --out names another file.", said[8].TrimEnd());
        Assert.StartsWith($"“{Out("gone/x.pdf")}” cannot be written.", said[9], StringComparison.Ordinal);
        Assert.DoesNotContain(".part", said[9], StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_is_signed_with_the_key_of_a_file()
    {
        File.WriteAllBytes(Out("key.p12"), Keys.Pkcs12("secret"));
        Environment.SetEnvironmentVariable(RenderCommand.PasswordVariable, "wrong");
        Assert.Equal(1, Run(Letter("We ask."), "--out", Out("letter.pdf"), "--sign", Out("key.p12")));
        Environment.SetEnvironmentVariable(RenderCommand.PasswordVariable, "secret");
        Assert.Equal(0, Run(Letter("We ask."), "--out", Out("letter.pdf"), "--sign", Out("key.p12")));

        Assert.StartsWith("The signing key cannot be read: its password is wrong", Errors, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", PdfTools.RunOn(File.ReadAllBytes(Out("letter.pdf")), "pdfsig", ["-nocert"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2018-06-14", true)]
    [InlineData("2026-06-14", false)]
    public void A_signature_of_a_time_at_which_the_key_was_not_valid_is_noted(string date, bool isNoted)
    {
        File.WriteAllBytes(Out("key.p12"), Keys.Pkcs12("secret"));
        Environment.SetEnvironmentVariable(RenderCommand.PasswordVariable, "secret");

        Assert.Equal(0, Run(Letter($"---\ndate: {date}\n---\nWe ask."), "--out", Out("letter.pdf"), "--sign", Out("key.p12")));

        Assert.Equal(
            isNoted ? "Note: the signature says 2018-06-14, the letter's date, and the key's certificate is valid only from 2020-01-01 to 2050-01-01." : "",
            Errors);
    }

    [Theory]
    [InlineData("officials")]
    [InlineData("individuals")]
    public void Logos_stand_before_persons_too(string signatories)
    {
        File.WriteAllText(Out("river.svg"), """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9 L4 0 L9 9 Z" fill="#123456"/></svg>""");
        File.WriteAllText(Out("list.csv"), "name,logo\nAnn Lee,river.svg\n");

        Assert.Equal(0, Run(Letter($"---\nlogo-grid: true\nsignatories: {signatories}\n---\nWe ask."), "--signatories", Out("list.csv"), "--out", Out("grid.pdf")));

        Assert.Contains("Figure", PdfText.Structure(File.ReadAllBytes(Out("grid.pdf"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Logos_that_the_list_names_stand_in_a_grid_on_wish()
    {
        File.WriteAllText(Out("river.svg"), """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9 L4 0 L9 9 Z" fill="#123456"/></svg>""");
        File.WriteAllText(Out("list.csv"), "name,logo\nRiver Trust,river.svg\nLake Trust,\n");
        File.WriteAllText(Out("bad.csv"), "name,logo\nRiver Trust,../river.svg\n");

        Assert.Equal(0, Run(Letter("We ask."), "--signatories", Out("list.csv"), "--out", Out("plain.pdf")));
        Assert.Equal(0, Run(Letter("---\nlogo-grid: true\njustify: true\n---\nWe ask."), "--signatories", Out("list.csv"), "--out", Out("grid.pdf")));
        Assert.Equal(1, Run(Letter("---\nlogo-grid: true\n---\nWe ask."), "--signatories", Out("bad.csv"), "--out", Out("bad.pdf")));

        Assert.DoesNotContain("Figure", PdfText.Structure(File.ReadAllBytes(Out("plain.pdf"))), StringComparison.Ordinal);
        Assert.Contains("Figure", PdfText.Structure(File.ReadAllBytes(Out("grid.pdf"))), StringComparison.Ordinal);
        Assert.Equal(["Note: list.csv has columns that are not used: logo.", "The logo “../river.svg” is not in the folder of the list."], Errors.Split(Environment.NewLine));
    }

    [Fact]
    public void Help_is_no_mistake()
    {
        Assert.Equal(0, Run("--help"));

        Assert.StartsWith("render LETTER.md", Output, StringComparison.Ordinal);
        Assert.Empty(Errors);
    }

    [Fact]
    public void What_never_ends_is_not_read_to_its_end()
    {
        File.WriteAllBytes(Out("letter.md"), new byte[(1 << 20) + 1]);

        Assert.Equal(1, Run(Out("letter.md"), "--out", Out("letter.pdf")));
        Assert.Equal(1, Run(Letter("We ask."), "--signatories", "/dev/zero", "--out", Out("letter.pdf")));

        Assert.Equal([$"“{Out("letter.md")}” is larger than 1 MB.", "“/dev/zero” is larger than 32 MB."], Errors.Split(Environment.NewLine));
    }

    [Fact]
    public void A_pipe_that_nobody_writes_into_is_given_up()
    {
        using (var made = Process.Start("mkfifo", Out("list.csv")))
        {
            made.WaitForExit();
        }

        Assert.Equal(1, Run(Letter("We ask."), "--signatories", Out("list.csv"), "--out", Out("letter.pdf")));

        Assert.Equal($"“{Out("list.csv")}” gave nothing for 5 seconds. It is no file, and nobody writes into it.", Errors);
        using var freed = File.OpenHandle(Out("list.csv"), access: FileAccess.Write);
    }

    [Fact]
    public void What_is_too_long_for_a_letter_is_refused()
    {
        var list = Out("list.csv");
        File.WriteAllText(list, "name\n" + string.Concat(Enumerable.Range(0, 100_001).Select(i => $"Name {i}\n")));

        Assert.Equal(1, Run(Letter(string.Concat(Enumerable.Repeat("- x\n", 50_001))), "--out", Out("letter.pdf")));
        Assert.Equal(1, Run(Letter($"---\ncc: [\"{new string('x', 100_000)}\"]\n---\nWe ask."), "--out", Out("letter.pdf")));
        Assert.Equal(1, Run(Letter($"---\nnouns-in-text: {new string('x', 201)}\n---\nWe ask."), "--out", Out("letter.pdf")));
        Assert.Equal(1, Run(Letter("We ask."), "--signatories", list, "--out", Out("letter.pdf")));

        var sentences = Errors.Split(Environment.NewLine);
        Assert.Equal("The letter's text has 200,003 characters; it may have 200,000.", sentences[0]);
        Assert.StartsWith("The front matter has 100,0", sentences[1], StringComparison.Ordinal);
        Assert.Contains("nouns-in-text", sentences[2], StringComparison.Ordinal);
        Assert.Equal("The list “list.csv” has more than 100,000 rows, which no letter can print. Part it.", sentences[3]);
    }

    [Fact]
    public void A_process_that_only_renders_bounds_its_memory()
    {
        File.WriteAllBytes(Out("logo.jpg"), APicture.Jpeg(8, 8, 1, segments: [.. Enumerable.Repeat(APicture.Segment(0xFE, new byte[65_000]), 900)]));
        var hungry = Letter("---\nletterhead:\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"  - name: Union {i}\n    logo: logo.jpg\n")) + "---\nWe ask.");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(RenderCommand).Assembly.Location, "render", hungry, "--out", Out("letter.pdf")]) { RedirectStandardError = true })!;

        var sentence = process.StandardError.ReadToEnd();

        Assert.Equal("The letter with its list and pictures needs more memory than a letter may take. Leave out pictures, or part the list.", sentence.TrimEnd());
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_refused()
    {
        File.WriteAllBytes(Out("letter.md"), [0x57, 0xE9, 0x20, 0x61]);

        Assert.Equal(1, Run(Out("letter.md"), "--out", Out("letter.pdf")));
        Assert.Contains("UTF-8", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_may_hold_commas_quotation_marks_and_line_ends()
    {
        var rows = CsvRows.Of("name,title\r\n\"A, \"\"B\"\"\",\"one\r\ntwo\"\r\n,\nlast,", "list.csv").ToList();

        Assert.Equal(["name", "title"], rows[0]);
        Assert.Equal(["A, \"B\"", "one\r\ntwo"], rows[1]);
        Assert.Equal(["", ""], rows[2]);
        Assert.Equal(["last", ""], rows[3]);
    }
}
