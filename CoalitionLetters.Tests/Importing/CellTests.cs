using System.Text;
using CoalitionLetters.Importing;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>What the forms refuse, a list does not bring in either.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("Email", "Ana Ruiz <k@lakeangle.example>", "k@lakeangle.example", null)]
    [InlineData("Email", "mailto:k@LakeAngle.example", "k@lakeangle.example", null)]
    [InlineData("Email", "a@x.example; b@x.example", "a@x.example", "column B: of several mail addresses only a@x.example is taken, not b@x.example")]
    [InlineData("Email", "josé@x.example", null, "column B: \"josé@x.example\" has letters before the @ that many mail servers do not carry and is left out")]
    [InlineData("Email", "ask Dana", null, "column B: \"ask Dana\" is no mail address and is left out")]
    [InlineData("Email", "n/a", null, null)]
    [InlineData("Website", "union.example/sign", "https://union.example/sign", null)]
    [InlineData("Website", "N/A", null, null)]
    [InlineData("Website", "see our facebook", null, "column B: “see our facebook” is no web address and is left out")]
    [InlineData("Website", "javascript:alert(1)", null, "column B: “javascript:alert(1)” is no web address and is left out")]
    [InlineData("Phone", "(202) 555-0100 ext. 4", "(202) 555-0100 ext. 4", null)]
    [InlineData("Phone", "n/a", null, null)]
    [InlineData("Phone", "call Ana", null, "column B: “call Ana” is no phone number and is left out")]
    [InlineData("Signer", "Ana\u202E Ruiz\u200B", "Ana Ruiz", null)]
    public void A_cell_is_read_as_the_form_would_read_it(string header, string cell, string? taken, string? doubt)
    {
        var data = Run($"Organization,{header}\nWater Trust,\"{cell}\"\n")[0].Data!;

        Assert.Equal(taken, data switch { { Email: { } email } => email, { Website: { } site } => site, { Phone: { } phone } => phone, _ => data.SignerName });
        Assert.Equal(doubt is null ? [] : [doubt], data.Doubts);
    }

    [Theory]
    [InlineData("\u202Elive", RowFate.New, "live")]
    [InlineData("River\u200B Union", RowFate.New, "River Union")]
    [InlineData("X", RowFate.Unclear, "X")]
    [InlineData("UA", RowFate.New, "UA")]
    public void A_name_is_read_as_the_form_would_read_it(string name, RowFate fate, string read)
    {
        var row = Run($"Organization,Email\n\"{name}\",a@x.example\n")[0];

        Assert.Equal((fate, read), (row.Fate, row.Name));
        if (fate == RowFate.Unclear)
            Assert.Equal("column A: \"X\" is too short for a name. Write out the whole name, with two letters or digits at least", row.Reason);
    }

    [Theory]
    [InlineData("Organization,Scope,State,Country\nWater Trust,local,,\n", "column C: a body that is local needs its state; add it")]
    [InlineData("Organization,Scope\nWater Trust,state\n", "column B: a body that is statewide needs its state; add it")]
    [InlineData("Organization,Scope,State,Country\nWater Trust,local,,Canada\n", null)]
    [InlineData("Organization,Scope,State\nWater Trust,local,TX\n", null)]
    [InlineData("Organization,Scope,State\nWater Trust,national,\n", null)]
    public void A_local_body_without_its_state_waits_for_staff(string text, string? unknown) => Assert.Equal(unknown is null ? [] : [unknown], Run(text)[0].Data!.Unknown);

    [Theory]
    [InlineData("gb18030", "工人之家")]
    [InlineData("windows-1250", "Helsińska Fundacja Praw Człowieka")]
    [InlineData("windows-1251", "Мемориал")]
    public void Names_in_an_encoding_that_was_not_guessed_are_noted(string encoding, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sheet = Sheet.Open(new MemoryStream(Encoding.GetEncoding(encoding).GetBytes($"Organization,Email\n{name},a@x.example\n")));

        Assert.EndsWith("looks as if the file were in another encoding. Choose that and try again", new DryRun(SheetLayout.Guess(sheet)).Run(sheet).Single().Reason, StringComparison.Ordinal);
        Assert.Equal("The file does not tell its encoding, and Windows-1252 is a guess: if letters look wrong, choose another.", sheet.LeftOut);
    }

    private static List<PlannedRow> Run(string text)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return [.. new DryRun(SheetLayout.Guess(sheet)).Run(sheet)];
    }
}
