using System.Text;
using CoalitionLetters.Data;
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
    [InlineData("113 total organizations,,")]
    [InlineData("TOTAL ORGANIZATIONS SIGNED ON: 2,,")]
    [InlineData("Total endorsing organizations: 2,,")]
    [InlineData("Total signatories (as of June 19),,")]
    [InlineData("Gesamtanzahl: 2,,")]
    [InlineData("Nb d'organisations : 2,,")]
    [InlineData("Nbre total : 2,,")]
    [InlineData("Organizations: 2,,")]
    [InlineData("Sign-ons: 2,,")]
    [InlineData("Records: 2,,")]
    [InlineData("Row count: 2,,")]
    [InlineData("n = 2,,")]
    [InlineData("(2),,")]
    [InlineData("Signed: 2,,")]
    [InlineData("Subtotal: California (12),,")]
    [InlineData("NATIONAL TOTAL,,")]
    [InlineData("\"List as of June 19, 2018\",,")]
    [InlineData("Updated June 19,,")]
    public void A_count_of_the_list_is_skipped(string line) => Assert.Equal((RowFate.Skipped, "totals row"), Fate(line));

    [Theory]
    [InlineData("NATIONAL ORGANIZATIONS,,", "seems to be a heading, no name")]
    [InlineData("STATE AND LOCAL,,", "seems to be a heading, no name")]
    [InlineData("New Mexico,,", "seems to be a heading, no name")]
    [InlineData("Prepared by Ana Ruiz,,", "seems to be a note, no name")]
    [InlineData("Confidential - do not distribute,,", "seems to be a note, no name")]
    [InlineData("California (12),,", "seems to be a heading, no name")]
    [InlineData("National organizations (88),,", "seems to be a heading, no name")]
    [InlineData("State & Local Organizations (14),,", "seems to be a heading, no name")]
    [InlineData("UNIONS,,", "seems to be a heading, no name")]
    [InlineData("Faith groups,,", "seems to be a heading, no name")]
    [InlineData("Exported from EveryAction,,", "seems to be a note, no name")]
    [InlineData("--- end ---,,", "seems to be a note, no name")]
    [InlineData("Prairie Region (12),,", "stands alone and holds a count, as headings and notes do. Enter it by hand if an organization is called so")]
    [InlineData("Board call 6/19/2018,,", "stands alone and holds a day, as headings and notes do. Enter it by hand if an organization is called so")]
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
    [InlineData("Local 12,,")]
    [InlineData("Group 484,,")]
    [InlineData("Indivisible 2018,,")]
    [InlineData("Faith in Action,,")]
    [InlineData("Count Al Marwa Center,,")]
    [InlineData("Updated Minds,,")]
    [InlineData("National Unions,CA,a@x.example")]
    [InlineData("California (12),CA,a@x.example")]
    [InlineData("None of the Above Coalition,,")]
    public void No_real_organization_is_lost_for_looking_like_a_count_or_a_heading(string line) => Assert.Equal(RowFate.New, Fate(line).Fate);

    [Fact]
    public void No_well_known_organization_is_taken_for_a_count_a_heading_or_a_note()
    {
        var names = File.ReadLines(Path.Combine(ShippedData.Folder, "known-organizations.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|')[0].Trim()).ToList();

        Assert.True(names.Count > 300);
        Assert.DoesNotContain(names, name => new SheetRow(2, [name, "", ""]) is var row && (SideRows.IsTotal(row) || SideRows.WhatElse(row, 3) is not null));
    }

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
