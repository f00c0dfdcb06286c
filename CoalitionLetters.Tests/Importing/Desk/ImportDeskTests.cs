using System.Text;
using Bunit;
using CoalitionLetters.Counting;
using CoalitionLetters.Importing;
using CoalitionLetters.Importing.Desk;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Importing.Desk;

/// <summary>Staff correct how a file is read.</summary>
[Trait("Needs", "Database")]
public sealed class ImportDeskTests(TestApp app) : BunitContext, IClassFixture<TestApp>
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private IRenderedComponent<ImportDesk> desk = null!;

    static ImportDeskTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task Another_encoding_or_delimiter_shows_the_new_guess_on_real_rows_and_forgets_what_was_tried_out()
    {
        await OpenAsync("other", In("macintosh", "Organization|Note;State\nUnión|Local;TX\n"));
        await UntilAsync("Text in WINDOWS-1252, divided by semicolons.");
        desk.Press("Try it out");
        await UntilAsync("1 organization in 1 row");

        await ChooseAsync("#encoding", "macintosh", "Text in MACINTOSH");
        Assert.Equal(["Unión|Local", "TX"], Cells());
        Assert.Empty(desk.FindAll("#rows-title"));
        await ChooseAsync("#delimiter", "vertical bar", "divided by vertical bars.");

        Assert.Equal(["Unión", "Local;TX"], Cells());
        Assert.Equal(("macintosh", "vertical bar"), (Chosen("#encoding"), Chosen("#delimiter")));
    }

    [Fact]
    public async Task A_choice_that_cannot_be_read_says_where_and_leaves_the_former_reading()
    {
        var far = string.Concat(Enumerable.Range(0, 300).Select(i => $"River {i},TX\n"));
        await OpenAsync("far", In("windows-1252", $"Organization,State\n{far}Unión,TX\n"));
        await UntilAsync("Text in WINDOWS-1252");

        await ChooseAsync("#encoding", "utf-8", "Row 302, column A: here are bytes that mean nothing in UTF-8. Choose another encoding.");

        Assert.Contains("Text in WINDOWS-1252, divided by commas.", desk.Markup, StringComparison.Ordinal);
        Assert.Equal(("windows-1252", "River 0"), (Chosen("#encoding"), Cells()[0]));
        desk.Press("Try it out");
        await UntilAsync("301 organizations in 301 rows");
    }

    [Fact]
    public async Task Staff_can_say_the_encoding_of_a_file_that_cannot_be_read_as_it_looks()
    {
        await OpenAsync("belied", [0xEF, 0xBB, 0xBF, .. In("windows-1252", "Organization,State\nUnión,TX\n")]);
        await UntilAsync("Row 2, column A: the file is written in UTF-8, but here are bytes that are not.");

        await ChooseAsync("#encoding", "windows-1252", "what the columns mean");

        Assert.Equal(["Unión", "TX"], Cells());
        Assert.Empty(desk.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Any_sheet_of_a_workbook_that_can_be_seen_and_has_rows_can_be_chosen_and_the_first_is_read_by_itself()
    {
        using var workbook = AWorkbook.Of(("Old", "hidden", [["Organization"], ["Hidden Body"]]), ("National", null, [["Organization"], ["Water Trust"]]), ("Local", null, [["Organization", "State"], ["River Union", "TX"]]));
        await OpenAsync("sheets", workbook.ToArray());
        await UntilAsync("A workbook.");
        Assert.Equal(["National", "Local"], desk.FindAll("#sheet option").Select(option => option.TextContent));
        Assert.Equal("National", Chosen("#sheet"));

        await ChooseAsync("#sheet", "Local", "Of the sheets only \u201cLocal\u201d is read");

        Assert.Equal(["River Union", "TX"], Cells());
    }

    [Fact]
    public async Task How_a_file_was_read_is_remembered_for_files_that_look_alike_and_not_for_one_that_shows_its_own_encoding()
    {
        await OpenAsync("remembered", In("macintosh", "Organization,Representative\nUnión,Ada\n"));
        await UntilAsync("Text in WINDOWS-1252");
        await ChooseAsync("#encoding", "macintosh", "Text in MACINTOSH");
        desk.Press("Try it out");
        await UntilAsync("Take in 1 organization");
        desk.Press("Take in");
        await UntilAsync("listed.");

        await NextAsync(In("macintosh", "Organization,Representative\nCafé,Bo\n"));
        await UntilAsync("Text in MACINTOSH");
        Assert.Equal("Café", Cells()[0]);
        await NextAsync(In("utf-8", "Organization,Representative\nCafé,Bo\n"));
        await UntilAsync("Text in UTF-8");
        Assert.Equal("Café", Cells()[0]);
    }

    [Fact]
    public async Task A_remembered_reading_is_forgotten_when_staff_take_the_guess_again()
    {
        await OpenAsync("again", In("utf-8", "Organization,Head of state;Town\nLeague,Ada;Bo\n"));
        await UntilAsync("divided by commas.");
        await ChooseAsync("#delimiter", "semicolon", "divided by semicolons.");
        await TakeInAsync();
        await NextAsync(In("utf-8", "Organization,Head of state;Town\nAlliance,Ada;Bo\n"));
        await UntilAsync("divided by semicolons.");

        await ChooseAsync("#delimiter", "comma", "divided by commas.");
        await TakeInAsync();

        await NextAsync(In("utf-8", "Organization,Head of state;Town\nAlliance,Ada;Bo\n"));
        await UntilAsync("divided by commas.");
        Assert.DoesNotContain(await app.ReadAsync(db => db.RememberedReadings.ToListAsync()), remembered => remembered.Reading.Delimiter == ';');
    }

    [Fact]
    public async Task A_file_of_which_all_has_signed_says_so_before_anybody_takes_it_in()
    {
        await OpenAsync("signed", In("utf-8", "Organization,State\nPrairie League,TX\nThe Prairie League,TX\n"));
        await UntilAsync("divided by commas.");
        await TakeInAsync();

        await NextAsync(In("utf-8", "Organization,State\nPrairie League,TX\nThe Prairie League,TX\n"));
        await UntilAsync("divided by commas.");
        desk.Press("Try it out");
        await UntilAsync("All that this file names is here already. There is nothing to take in.");

        Assert.DoesNotContain("Take in", desk.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_wait_for_another_reason_than_was_shown_stops_the_import()
    {
        var heron = Organization.Named("Heron League", OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now);
        await app.SaveAsync(heron);
        await OpenAsync("domains", In("utf-8", "Organization,E-mail\nOtter Union,kim@otter.example\n"));
        await UntilAsync("divided by commas.");
        desk.Press("Try it out");
        await UntilAsync("no other name resembles it");
        await using (var db = app.OpenDb())
        {
            (await db.Organizations.SingleAsync(o => o.Id == heron.Id, Xunit.TestContext.Current.CancellationToken)).WriteFrom(["otter.example"], app.Clock.Now);
            await db.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        }

        desk.Press("Take in");
        await UntilAsync("The directory or the letter has changed since this was tried out.");
        desk.Press("Try it out");

        await UntilAsync("it waits for staff: The mail comes from otter.example, the domain of Heron League.");
        Assert.Empty(await app.ReadAsync(db => db.Signatures.Where(s => s.Listing.Name == "Otter Union").ToListAsync()));
    }

    [Fact]
    public async Task Staff_are_asked_which_column_holds_the_organizations_where_it_is_unsure()
    {
        await OpenAsync("unsure", In("utf-8", "Name,Title,Email\nAna Ruiz,Director,a@x.example\nBo Li,President,b@x.example\n"));
        await UntilAsync("Column A (Name) may hold persons");
        desk.Press("Try it out");
        await UntilAsync("Row 1: column A (Name) may hold persons");

        await desk.Find("select[aria-label='What Name is']").ChangeAsync(new() { Value = "Organization" });
        desk.Press("Try it out");

        await UntilAsync("Take in 2 organizations");
    }

    private static byte[] In(string encoding, string text) => Encoding.GetEncoding(encoding).GetBytes(text);

    private async Task OpenAsync(string slug, byte[] file)
    {
        var (letter, text) = ALetter.Open(slug);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        desk = await app.ImportDeskAsync(this, slug);
        desk.Choose("list", file);
    }

    private async Task NextAsync(byte[] file)
    {
        desk.Press("Choose another file");
        await UntilAsync("Which file?");
        desk.Choose("next", file);
    }

    private async Task TakeInAsync()
    {
        desk.Press("Try it out");
        await UntilAsync("Take in 1 organization");
        desk.Press("Take in");
        await UntilAsync("listed.");
    }

    private async Task ChooseAsync(string field, string value, string until)
    {
        await desk.Find(field).ChangeAsync(new() { Value = value });
        await UntilAsync(until);
    }

    private Task UntilAsync(string text) => desk.WaitForStateAsync(() => desk.Markup.Contains(text, StringComparison.Ordinal) && desk.FindAll(".notice button").All(button => button.TextContent != "Stop"), patience);

    private List<string> Cells() => [.. desk.FindAll(".columns tbody tr td:nth-child(3)").Select(cell => cell.TextContent)];

    private string? Chosen(string field) => desk.Find(field).GetAttribute("value");
}
