using System.Text;
using CoalitionLetters.Importing;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>Who refused, or has not answered, is never listed by a list that says so.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData("Confirmed", RowFate.New)]
    [InlineData("Signed on", RowFate.New)]
    [InlineData("Signed 6/18/2018 by mail", RowFate.New)]
    [InlineData("Firmada", RowFate.New)]
    [InlineData("Signé le 18 juin", RowFate.New)]
    [InlineData("unterzeichnet am 18. Juni", RowFate.New)]
    [InlineData("✓", RowFate.New)]
    [InlineData("withdrew", RowFate.Skipped)]
    [InlineData("WITHDREW", RowFate.Skipped)]
    [InlineData("Withdrawn 6/18", RowFate.Skipped)]
    [InlineData("Rejected", RowFate.Skipped)]
    [InlineData("Declined (board)", RowFate.Skipped)]
    [InlineData("unsubscribed", RowFate.Skipped)]
    [InlineData("No response", RowFate.Skipped)]
    [InlineData("not yet", RowFate.Skipped)]
    [InlineData("Not interested, sorry", RowFate.Skipped)]
    [InlineData("Rechazada", RowFate.Skipped)]
    [InlineData("Retirée", RowFate.Skipped)]
    [InlineData("zurückgezogen", RowFate.Skipped)]
    [InlineData("noch nicht", RowFate.Skipped)]
    [InlineData("No", RowFate.Skipped)]
    [InlineData("Not yet signed", RowFate.Skipped)]
    [InlineData("Invited June 1", RowFate.Skipped)]
    public void A_status_lets_a_row_stand_only_where_it_surely_says_so(string status, RowFate fate)
    {
        var row = Run($"Organization,Status\nWater Trust,\"{status}\"\n")[0];

        Assert.Equal(fate, row.Fate);
        Assert.Equal(fate == RowFate.Skipped ? $"column B: its status is “{status}”" : "no other name resembles it", row.Reason);
        Assert.Empty(row.Data?.Unknown ?? []);
    }

    [Theory]
    [InlineData("Active")]
    [InlineData("Signed, then withdrew")]
    [InlineData("No - board")]
    [InlineData("Confirmed?? ask Dana")]
    public void A_status_that_nobody_knows_waits_for_staff(string status)
    {
        var row = Run($"Organization,Status\nWater Trust,\"{status}\"\n")[0];

        Assert.Equal($"column B: “{status}” is no status that we know; correct it", Assert.Single(row.Data!.Unknown));
    }

    [Theory]
    [InlineData("Pending")]
    [InlineData("Pending board approval")]
    [InlineData("pendiente")]
    [InlineData("en attente")]
    [InlineData("confirmed, not looked at")]
    public void A_status_that_waits_waits_here_too(string status) => Assert.True(Run($"Organization,Status\nWater Trust,\"{status}\"\n")[0].Data!.WaitedForStaff);

    [Theory]
    [InlineData("Signed?", "Yes", "No")]
    [InlineData("Sign on? (Y/N)", "Y", "N")]
    [InlineData("Response", "Signed", "Declined")]
    [InlineData("Decision", "approved", "rejected")]
    [InlineData("Estado", "Firmada", "Rechazada")]
    [InlineData("¿Firma?", "Sí", "No")]
    [InlineData("Signe ?", "oui", "non")]
    [InlineData("Unterzeichnet", "ja", "nein")]
    [InlineData("Rückmeldung", "Zusage", "Absage")]
    public void The_answers_below_a_question_for_the_signature_are_read(string header, string yes, string no)
    {
        var rows = Run($"Organization,\"{header}\",Email\nWater Trust,{yes},a@x.example\nRiver Union,{no},b@x.example\nLake Club,,c@x.example\n");

        Assert.Equal([RowFate.New, RowFate.Skipped, RowFate.New], rows.Select(row => row.Fate));
        Assert.Equal([[], [$"column B: nothing is answered below “{header}”; correct it"]], new[] { rows[0], rows[2] }.Select(row => row.Data!.Unknown));
    }

    [Fact]
    public void A_blank_below_Status_says_nothing() => Assert.Empty(Run("Organization,Status\nWater Trust,\n")[0].Data!.Unknown);

    [Theory]
    [InlineData("Response,We would be glad to,Call me", "Organization")]
    [InlineData("Signed,2018-06-18,2018-06-19", "Organization")]
    [InlineData("Signed on,2018-06-18,2018-06-19", "Organization SubmittedAt")]
    [InlineData("Firma,Ana Ruiz,Bo Li", "Organization")]
    [InlineData("Estado,Texas,Ohio", "Organization State")]
    public void A_column_that_answers_something_else_is_no_status(string column, string fields)
    {
        var cells = column.Split(',');
        var layout = SheetLayout.Guess(Open($"Organization,{cells[0]}\nWater Trust,{cells[1]}\nRiver Union,{cells[2]}\n"));

        Assert.Equal(fields, string.Join(' ', layout.Mapping.Select(mapped => mapped.Field)));
    }

    [Fact]
    public void A_list_without_a_header_keeps_its_first_row_where_a_status_stands_in_it() => Assert.Null(SheetLayout.Guess(Open("Water Trust,Confirmed\nRiver Union,Confirmed\n")).HeaderRow);

    [Fact]
    public void Who_has_not_answered_may_be_invited_and_who_refused_is_not()
    {
        var rows = Run("Organization,Status,Email\nWater Trust,No response,a@x.example\nRiver Union,Not interested,b@x.example\nLake Club,Active,c@x.example\nHill Guild,no,d@x.example\n", ImportTarget.Invitations);

        Assert.Equal([RowFate.New, RowFate.Skipped, RowFate.New, RowFate.New], rows.Select(row => row.Fate));
        Assert.Equal([0, 1, 1], rows.Where(row => row.Data is not null).Select(row => row.Data!.Doubts.Count));
        Assert.EndsWith("column B: its status is “Active”; look whether it should be invited", rows[2].Reason, StringComparison.Ordinal);
    }

    private static Sheet Open(string text) => Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static List<PlannedRow> Run(string text, ImportTarget target = ImportTarget.Signatures)
    {
        var sheet = Open(text);
        return [.. new DryRun(SheetLayout.Guess(sheet, target)).Run(sheet)];
    }
}
