using System.Text;
using CoalitionLetters.Importing;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

public sealed class DryRunTests
{
    [Theory]
    [InlineData("google-forms-responses.csv", 40, 38)]
    [InlineData("action-network-report.csv", 43, 42)]
    [InlineData("plain-spreadsheet.csv", 22, 20)]
    public void The_sample_imports_come_out_right_with_no_hand_on_the_mapping(string file, int signers, int organizations)
    {
        using var stream = File.OpenRead(RepositoryFiles.Sample(Path.Combine("imports", file)));
        var sheet = Sheet.Open(stream);
        var layout = SheetLayout.Guess(sheet);
        var run = new DryRun(layout);

        var rows = run.Run(sheet).ToList();

        Assert.Equal((1, signers, organizations), (layout.HeaderRow, rows.Count(row => row.Fate is RowFate.New or RowFate.Same), run.Unique));
    }

    [Fact]
    public void Blank_rows_totals_and_headers_within_are_skipped_and_told()
    {
        var rows = Run("Organization,Members\nWater Trust,5\n,\nOrganization,Members\nRiver Union,6\nTotal,11\n");

        Assert.Equal([RowFate.New, RowFate.Skipped, RowFate.Skipped, RowFate.New, RowFate.Skipped], rows.Select(row => row.Fate));
        Assert.Equal(["blank row", "the header once more", "totals row"], rows.Where(row => row.Fate == RowFate.Skipped).Select(row => row.Reason));
    }

    [Theory]
    [InlineData("Total organizations,1", RowFate.Skipped)]
    [InlineData("Total signers,4,", RowFate.Skipped)]
    [InlineData("Number of signatories,12", RowFate.Skipped)]
    [InlineData("Total de organizaciones,3", RowFate.Skipped)]
    [InlineData("2 organizations", RowFate.Skipped)]
    [InlineData("\"1,200 signatories in all\"", RowFate.Skipped)]
    [InlineData("* denotes local chapter", RowFate.Skipped)]
    [InlineData("\u2020 = endorsed in part", RowFate.Skipped)]
    [InlineData("* Water League", RowFate.New)]
    [InlineData("9 to 5", RowFate.New)]
    [InlineData("Total Wellness Center,3", RowFate.New)]
    [InlineData("Count Me In,3", RowFate.New)]
    public void A_count_below_the_list_is_no_organization(string line, RowFate fate) =>
        Assert.Equal(fate, Run($"Organization,Members,Note\nWater Trust,5,\n{line}\n")[^1].Fate);

    [Theory]
    [InlineData(ImportTarget.Signatures, "Quote", 480, "column B: the quote has 480 characters; 280 fit")]
    [InlineData(ImportTarget.Signatures, "Signer", 121, "column B: the signer's name has 121 characters; 120 fit")]
    [InlineData(ImportTarget.Signatures, "Phone", 41, "column B: the phone number has 41 characters; 40 fit")]
    [InlineData(ImportTarget.Invitations, "Message", 601, "column B: the message has 601 characters; 600 fit")]
    [InlineData(ImportTarget.Directory, "Notes", 2001, "column B: the note has 2,001 characters; 2,000 fit")]
    public void A_text_that_is_too_long_is_told_and_its_row_not_taken(ImportTarget target, string header, int length, string reason)
    {
        var rows = Run($"Organization,{header},State\nWater Trust,{new string('a', length)},TX\nRiver Union,{new string('a', length - 1)},\n", target);

        Assert.Equal((RowFate.Unclear, reason), (rows[0].Fate, rows[0].Reason));
    }

    [Theory]
    [InlineData(ImportTarget.Invitations)]
    [InlineData(ImportTarget.Directory)]
    public void An_unknown_state_is_left_out_and_told_where_nothing_waits_for_staff(ImportTarget target)
    {
        var rows = Run("Organization,State\nWater Trust,Tejas land\nRiver Union,TX\n", target);

        Assert.Equal(["no other name resembles it; column B: \u201cTejas land\u201d is no state that we know and is left out; with its country beside it, a region of another country is kept", "no other name resembles it"], rows.Select(row => row.Reason));
        Assert.Equal([(RowFate.New, null), (RowFate.New, "Texas")], rows.Select(row => (row.Fate, row.Data!.State)));
    }

    [Theory]
    [InlineData(ImportTarget.Invitations)]
    [InlineData(ImportTarget.Directory)]
    public void An_unknown_scope_keeps_no_body_out_of_the_directory_or_the_invitations(ImportTarget target)
    {
        var row = Run("Organization,Scope\nWater Trust,galactic\n", target)[0];

        Assert.Equal((RowFate.New, null, "no other name resembles it; column B: \u201cgalactic\u201d is no scope that we know and is left out"), (row.Fate, row.Data!.Scope, row.Reason));
    }

    [Fact]
    public void A_name_that_is_too_long_says_what_to_do()
    {
        var row = Run($"Organization,State\n{new string('a', 201)},TX\n")[0];

        Assert.Equal((RowFate.Unclear, "column A: the name has 201 characters; 200 are the most. Shorten it in the file, as it should be printed, and import it again"), (row.Fate, row.Reason));
    }

    [Theory]
    [InlineData(null, 1, "Group,Water Trust")]
    [InlineData(2, 2, "Water Trust")]
    [InlineData(0, null, "Organization,Group,Water Trust")]
    public void Staff_may_say_where_the_header_stands_or_that_there_is_none(int? said, int? header, string names)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes("Organization,E-mail\nGroup,Mailbox\nWater Trust,ada@water.example\n")));

        var layout = SheetLayout.Guess(sheet, headerRow: said);

        Assert.Equal(header, layout.HeaderRow);
        Assert.Equal(names, string.Join(',', new DryRun(layout).Run(sheet).Select(row => row.Name)));
    }

    [Fact]
    public void A_row_that_is_not_understood_says_in_which_column()
    {
        var rows = Run("Organization,State\n,TX\nWater Trust, Inc.,TX\nRiver Union,TX\n");

        Assert.Equal((RowFate.Unclear, "column A: no name of an organization"), (rows[0].Fate, rows[0].Reason));
        Assert.Equal((RowFate.Unclear, 3), (rows[1].Fate, rows[1].Row));
        Assert.StartsWith("column C: a cell beyond the last header (B).", rows[1].Reason, StringComparison.Ordinal);
        Assert.Equal(RowFate.New, rows[2].Fate);
    }

    [Fact]
    public void Files_that_were_joined_have_their_header_once_more_behind_the_mark_of_an_encoding()
    {
        var rows = Run("Organization,E-mail\nWater Trust,a@x.example\n\uFEFFOrganization,E-mail\nRiver Union,b@x.example\n");

        Assert.Equal([RowFate.New, RowFate.Skipped, RowFate.New], rows.Select(row => row.Fate));
    }

    [Fact]
    public void A_name_that_no_font_can_print_is_not_understood()
    {
        var row = Run("Organization,State\nRiver 😀 Union,TX\n")[0];

        Assert.Equal((RowFate.Unclear, "column A: no letter can be printed with “😀”, which stands in the name"), (row.Fate, row.Reason));
    }

    [Fact]
    public void Only_the_certain_joins_and_the_rest_is_asked_with_its_reason()
    {
        var directory = new NameIndex<Guid>();
        var (adl, network) = (Guid.NewGuid(), Guid.NewGuid());
        directory.Add(adl, "Anti-Defamation League");
        directory.Add(network, "Detention Watch Network");

        var rows = Run("Organization\nADL\nThe Anti-Defamation League\nDetention Watch Netwrok\nADL Southwest\nWater Trust\n", directory);

        Assert.Equal([RowFate.Same, RowFate.Same, RowFate.Ask, RowFate.New, RowFate.New], rows.Select(row => row.Fate));
        Assert.Equal([adl, adl, network, adl, null], rows.Select(row => row.OrganizationId));
        Assert.Contains("typing error", rows[2].Reason, StringComparison.Ordinal);
        Assert.StartsWith("an affiliate or parent of Anti-Defamation League", rows[3].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_are_read_into_our_own_words()
    {
        var data = Run("Organization,First name,Last name,E-mail,State,Scope,Type\nWater Trust,Ada,Muster,nowhere,N.M.,statewide,union\n")[0].Data!;

        Assert.Equal(("Ada Muster", "New Mexico", "State", "Union"), (data.SignerName, data.State, data.Scope.ToString(), data.Kind.ToString()));
        Assert.Equal("column D: \"nowhere\" is no mail address and is left out", Assert.Single(data.Doubts));
    }

    private static List<PlannedRow> Run(string text, NameIndex<Guid>? directory = null) => Run(text, ImportTarget.Signatures, directory);

    private static List<PlannedRow> Run(string text, ImportTarget target, NameIndex<Guid>? directory = null)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return [.. new DryRun(SheetLayout.Guess(sheet, target), directory).Run(sheet)];
    }
}
