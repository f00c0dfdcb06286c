using System.Globalization;
using CoalitionLetters.Importing;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Exporting;

/// <summary>Rows under headers that our own import understands without a hand on the mapping.</summary>
public sealed record ExportTable(IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>How many headers at the end are other people's words, as a letter's questions are; JSON keeps them letter by letter.</summary>
    public int AsTheyStand { get; init; }

    /// <summary>A list of signatories with everything that staff may see.</summary>
    public static ExportTable Of(IEnumerable<ImportedRow> rows) => new(
        ["Organization", "Scope", "State", "Country", "Kind", "Signer name", "Signer title", "Email", "Phone", "Website", "Quote", "Comment"],
        rows.Select(row => (IReadOnlyList<string>)
        [
            row.Name, Lower(row.Scope), row.State ?? "", row.Country ?? "", row.Kind == OrganizationKind.Unstated ? "" : Lower<OrganizationKind>(row.Kind), row.SignerName ?? "", row.SignerTitle ?? "",
            row.Email ?? "", row.Phone ?? "", row.Website ?? "", row.Quote ?? "", row.Comment ?? "",
        ]));

    private static string Lower<T>(T? value) where T : struct, Enum => value?.ToString().ToLower(CultureInfo.InvariantCulture) ?? "";
}
