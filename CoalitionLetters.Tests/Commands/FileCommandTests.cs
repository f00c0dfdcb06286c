using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Commands;

/// <summary>The commands on plain files, run as a person runs them.</summary>
public sealed class FileCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Names would be sorted otherwise and numbers could not be written, so that the same files gave other bytes.</summary>
    [Fact]
    public async Task Where_the_rules_of_languages_are_switched_off_nothing_runs_and_the_setting_is_named()
    {
        await using var app = await AppProcess.Start(["names", "sort", "names.txt"], ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")).EndsAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.StartsWith("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT switches off the rules of languages", Assert.Single(app.Complained), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparing_writes_a_line_for_each_pair_and_a_summary_of_those_that_somebody_has_judged()
    {
        var (code, output, complaints) = await RunAsync("pairs.csv", "b,a,same\n\"Line\nBreak Union\",SEIU,no\nAFSCME,AFSCME Local 3,Affiliate\nACLU,American Civil Liberties Union,yes\nACLU,NAACP,perhaps\n", "names", "compare");

        var lines = output.Split('\n');
        Assert.Equal(0, code);
        Assert.Equal("a,b,verdict,certain,score,reasons", lines[0]);
        Assert.Equal("SEIU,\"Line", lines[1]);
        Assert.StartsWith("AFSCME Local 3,AFSCME,affiliate,", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("American Civil Liberties Union,ACLU,same,true,", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("# 3 pairs: same: precision 1.000 (1 of 1), recall 1.000 (1 of 1); certain same: 1, wrong 0; ask: 0", lines[6], StringComparison.Ordinal);
        Assert.Contains("Row 5 does not count: \"perhaps\"", complaints, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Peace\" Union\nThe Alpha\n\nBeta\n", new string[0], "The Alpha\nBeta\n\"Peace\" Union\n")]
    [InlineData("The Alpha\nBeta\n", new[] { "--keep-the" }, "Beta\nThe Alpha\n")]
    [InlineData("x,Name\n1,\"B, Inc.\"\n2,\"A, the\"\n", new string[0], "A, the\nB, Inc.\n")]
    [InlineData("x,Name\n1,\"B\r\nUnion\"\n2,\"A, the\"\n", new string[0], "A, the\nB Union\n")]
    public async Task Sorting_writes_names_in_listing_order(string text, string[] options, string sorted)
    {
        var (code, output, _) = await RunAsync("names.txt", text, ["names", "sort", .. options]);

        Assert.Equal((0, sorted), (code, output));
    }

    [Theory]
    [InlineData("google-forms-responses.csv", 38)]
    [InlineData("action-network-report.csv", 42)]
    [InlineData("plain-spreadsheet.csv", 20)]
    public async Task Trying_out_an_import_writes_one_object(string sample, int unique)
    {
        var (code, output, _) = await RunAsync(sample, await File.ReadAllTextAsync(RepositoryFiles.Sample($"imports/{sample}")), "import", "--dry-run", "--format", "json");

        var said = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, unique), (code, said.GetProperty("unique").GetInt32()));
        Assert.Equal(["encoding", "delimiter", "headerRow", "mapping", "rows", "unique"], said.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task How_a_list_is_read_can_be_said()
    {
        var (code, output, _) = await RunAsync("list.csv", "Organization;^State,\nWater;^TX,\n", "import", "--dry-run", "--encoding", "Windows-1251", "--delimiter=^");

        var said = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, "windows-1251", "^", "Organization;"), (code, said.GetProperty("encoding").GetString(), said.GetProperty("delimiter").GetString(), said.GetProperty("mapping").GetProperty("organization").GetString()));
    }

    [Theory]
    [InlineData("Title, Inc.\nArc\n", "Arc\nTitle, Inc.\n")]
    [InlineData("Organization of Cooks, Bakers\nArc\n", "Arc\nOrganization of Cooks, Bakers\n")]
    public async Task A_plain_text_whose_first_name_holds_a_comma_and_a_word_that_heads_columns_is_sorted(string text, string sorted)
    {
        var (code, output, _) = await RunAsync("list.txt", text, "names", "sort");

        Assert.Equal((0, sorted), (code, output));
    }

    [Theory]
    [InlineData("id,name\n1,\"Arc\"\n2,Union of Cooks, Bakers\n", "Row 3: column C: a cell beyond the last header (B). A comma within a cell may lack its quotation marks.", "names", "sort")]
    [InlineData("organization,state\nZebra Union,TX\nArc,NM\n", "Row 1 of ", "names", "sort")]
    [InlineData("Organization\nZebra Union\nArc\n", "looks like the header of a CSV. A CSV needs a column \"name\"; any other list holds one name a line.", "names", "sort")]
    [InlineData("x,y\n1,2\n", "Row 1 must name the columns a and b.", "names", "compare")]
    [InlineData("Organization\n\"Water", "Row 2, column A: a quotation mark opens here and none closes it before the file ends.", "import", "--dry-run")]
    [InlineData("Organization\nWater\n", "Add --dry-run.", "import")]
    [InlineData("Organization\nWater\n", "The encoding \"klingon\" is unknown; there are utf-8, utf-16,", "import", "--dry-run", "--encoding", "klingon")]
    [InlineData("Organization\nWater\n", "The delimiter \"commas\" is unknown; say comma, semicolon, tab, vertical bar or one character.", "import", "--dry-run", "--delimiter", "commas")]
    [InlineData("Organization\nWater\n", "This is text, and only workbooks have sheets to choose from.", "import", "--dry-run", "--sheet", "Local")]
    public async Task A_file_that_cannot_be_read_gets_its_sentence_and_nothing_else(string text, string sentence, params string[] command)
    {
        var (code, output, complaints) = await RunAsync("list.csv", text, command);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(sentence, complaints, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Complaints)> RunAsync(string file, string text, params string[] command)
    {
        var path = Path.Combine(folder, file);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. command, path])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await complaints);
    }
}
