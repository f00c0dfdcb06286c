using System.Text;
using CoalitionLetters.Importing;
using CoalitionLetters.Organizations.Names;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>Rows that name no organization.</summary>
public sealed class SideRowTests
{
    [Theory]
    [InlineData("TOTAL,,3 orgs")]
    [InlineData("TOTAL COUNT,,3")]
    [InlineData("Number of orgs: 3,,")]
    [InlineData("TOTAL SIGN-ONS,113,")]
    [InlineData("Subtotal National,5,")]
    [InlineData("Nombre total d'organisations : 3,,")]
    [InlineData("Total signers: 45,,")]
    [InlineData("Total (3),,")]
    [InlineData("Grand Total: 113 orgs,,")]
    [InlineData("Total,12 states,45 contacts")]
    [InlineData("Total national orgs: 12,,")]
    [InlineData("Total # of organizations,113,")]
    [InlineData("Count: 45,,")]
    [InlineData("Gesamt: 3,,")]
    [InlineData("Anzahl Organisationen: 3,,")]
    [InlineData("3 signatures,,")]
    public void A_count_of_the_list_is_skipped(string line) => Assert.Equal((RowFate.Skipped, "totals row"), Fate(line));

    [Theory]
    [InlineData("NATIONAL ORGANIZATIONS,,", "seems to be a heading, no name")]
    [InlineData("STATE AND LOCAL,,", "seems to be a heading, no name")]
    [InlineData("New Mexico,,", "seems to be a heading, no name")]
    [InlineData("Prepared by Ana Ruiz,,", "seems to be a note, no name")]
    [InlineData("Confidential - do not distribute,,", "seems to be a note, no name")]
    [InlineData("N/A,TX,a@x.example", "stands in place of a name and names no organization")]
    [InlineData("None,,a@x.example", "stands in place of a name and names no organization")]
    [InlineData("self,,a@x.example", "stands in place of a name and names no organization")]
    [InlineData("Individual,,a@x.example", "stands in place of a name and names no organization")]
    [InlineData("test,,a@x.example", "stands in place of a name and names no organization")]
    [InlineData("Yes,,a@x.example", "stands in place of a name and names no organization")]
    [InlineData("A título personal,,a@x.example", "stands in place of a name and names no organization")]
    [InlineData("1,,a@x.example", "is a number, no name. Enter it by hand if an organization is called so")]
    [InlineData("113,,", "is a number, no name. Enter it by hand if an organization is called so")]
    [InlineData("ana@union.example.org,,a@x.example", "is a mail address, no name")]
    [InlineData("https://union.example.org,,a@x.example", "is a web address, no name")]
    [InlineData("(202) 555-0100,,a@x.example", "is a phone number, no name")]
    public void What_is_no_name_is_not_understood_and_says_why(string line, string reason)
    {
        var (fate, said) = Fate(line);

        Assert.Equal(RowFate.Unclear, fate);
        Assert.EndsWith($"\"{line[..line.IndexOf(',', StringComparison.Ordinal)]}\" {reason}", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Total Liberation,,")]
    [InlineData("Total Liberation,TX,a@x.example")]
    [InlineData("Number 9 Collective,,")]
    [InlineData("113 Partners,,")]
    [InlineData("350.org,,")]
    [InlineData("350,,")]
    [InlineData("9to5,,")]
    [InlineData("Sum of Us,,")]
    [InlineData("National Organization for Women,,")]
    [InlineData("Total Members,TX,a@x.example")]
    [InlineData("Confidential Care Alliance,,")]
    [InlineData("Texas AFL-CIO,,")]
    [InlineData("Self-Help International,,")]
    [InlineData("Individual Rights Foundation,,")]
    [InlineData("Local 100,,")]
    [InlineData("None of the Above Coalition,,")]
    public void No_real_organization_is_lost_for_looking_like_a_count_or_a_heading(string line) => Assert.Equal(RowFate.New, Fate(line).Fate);

    [Fact]
    public void A_body_of_the_directory_that_is_called_by_a_number_is_known()
    {
        var directory = new NameIndex<Guid>();
        directory.Add(Guid.NewGuid(), "50501");

        Assert.Equal(RowFate.Same, Rows("Organization,State,Email\n50501,TX,a@x.example\n", directory)[0].Fate);
    }

    [Theory]
    [InlineData("macintosh", "column A: \"Uni\u2014n\" looks as if the file were in another encoding. Choose that and try again")]
    [InlineData("ibm850", "column A: \"Uni¢n\" looks as if the file were in another encoding. Choose that and try again")]
    [InlineData("windows-1252", null)]
    public void A_mark_within_a_word_raises_a_note_where_the_encoding_is_a_guess(string encoding, string? note)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sheet = Sheet.Open(new MemoryStream(Encoding.GetEncoding(encoding).GetBytes("Organization,Email\nUnión del Norte,a@x.example\n")));

        var row = new DryRun(SheetLayout.Guess(sheet)).Run(sheet).Single();

        Assert.Equal(RowFate.New, row.Fate);
        Assert.Equal(note is null ? "no other name resembles it" : $"no other name resembles it; {note}", row.Reason);
    }

    private static (RowFate Fate, string Reason) Fate(string line) => Rows($"Organization,State,Email\nWater Trust,TX,w@x.example\n{line}\n")[^1] is var row ? (row.Fate, row.Reason) : default;

    private static List<PlannedRow> Rows(string text, NameIndex<Guid>? directory = null)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return [.. new DryRun(SheetLayout.Guess(sheet), directory).Run(sheet)];
    }
}
