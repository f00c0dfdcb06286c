using System.Text.Json;
using CoalitionLetters.Counting;
using CoalitionLetters.Importing;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Signatures.Desk;

[Trait("Needs", "Database")]
public sealed class SignatureExportTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_the_desk_exports_imports_again_as_CSV_and_as_a_workbook()
    {
        var (letter, text) = ALetter.Open(slug: "round-trip");
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        var corrected = Signed("La Unión del Valle", "Bo");
        corrected.List(app.Clock.Now);
        corrected.AskFor(corrected.Listing with { Name = "La Unión del Valle Grande" }, app.Clock.Now);
        await app.SaveAsync(Signed("=Union, \"quoted\"", "Ada"), corrected);
        using var client = await app.ClientAsync(StaffRole.Reviewer);

        foreach (var kind in (IEnumerable<string>)["csv", "xlsx"])
        {
            var file = new MemoryStream(await client.GetByteArrayAsync(new Uri($"/staff/letters/round-trip/signatures.{kind}", UriKind.Relative), TestContext.Current.CancellationToken));
            var sheet = Sheet.Open(file);
            var rows = new DryRun(SheetLayout.Guess(sheet)).Run(sheet).Select(row => row.Data!).OrderBy(row => row.SignerName).ToList();

            Assert.Equal(["=Union, \"quoted\"", "La Unión del Valle"], rows.Select(row => row.Name));
            Assert.Equal([("Ada", "ada@union.example", "Texas", Scope.State), ("Bo", "bo@union.example", "Texas", Scope.State)], rows.Select(row => (row.SignerName!, row.Email!, row.State!, row.Scope!.Value)));
            Assert.EndsWith(", correction La Unión del Valle Grande, Texas, state", rows[1].Trail, StringComparison.Ordinal);
        }

        var json = JsonDocument.Parse(await client.GetStringAsync(new Uri("/staff/letters/round-trip/signatures.json", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(2, json.GetArrayLength());

        Signature Signed(string name, string signer) => Signature.EnteredByStaff(letter, null, new Listing { Name = name, Scope = Scope.State, State = "Texas" },
            new Signer { Name = signer, Email = $"{signer}@union.example".ToLowerInvariant() }, "mail of June 14", "Ada", app.Clock.Now);
    }
}
