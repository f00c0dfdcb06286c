using System.Globalization;
using System.Text;
using CoalitionLetters.Importing;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.FinalLetters;

/// <summary>The list of signatories as CSV, which travels inside the PDF and is published beside it.</summary>
public static class SignatoryList
{
    public const string FileName = "signatories.csv";

    private const string Header = "order,name,title,scope,state,country,kind,role\r\n";

    /// <summary>One row for each name as printed, in the order of print, with no cell that a spreadsheet would run as a formula; UTF-8 when written, lines end in CR LF (RFC 4180).</summary>
    /// <param name="individuals">Persons who stand after the others; their kind says so.</param>
    public static string ToCsv(IEnumerable<ListedName> inOrder, IReadOnlyList<ListedName>? individuals = null)
    {
        var csv = new StringBuilder(Header);
        var order = 0;
        foreach (var (name, kind) in inOrder.Select(name => (name, WordFor(name.Kind))).Concat((individuals ?? []).Select(name => (name, (string?)"individual"))))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{++order},");
            AppendCell(csv, name.Name).Append(',');
            AppendCell(csv, name.Title).Append(',');
            AppendCell(csv, WordFor(name.Scope)).Append(',');
            AppendCell(csv, name.State).Append(',');
            AppendCell(csv, name.Country).Append(',');
            AppendCell(csv, kind).Append(',');
            AppendCell(csv, name.Role).Append("\r\n");
        }

        return csv.ToString();
    }

    /// <summary>Whether the same names stand in both as the same. A list that was frozen long ago may hold cells that begin like a formula as they are.</summary>
    public static bool SayTheSame(string one, string other) => one == other || Cells(one).SequenceEqual(Cells(other));

    internal static Attachment Attached(string csv, string description, DateTimeOffset date) =>
        new(FileName, "text/csv", Encoding.UTF8.GetBytes(csv), description, AttachmentRelationship.Data, date);

    private static IEnumerable<string> Cells(string csv) => CsvRows.Of(csv, FileName).SelectMany(row => row.Select(ExportSafety.Restored).Append("\n"));

    private static string? WordFor(Scope? scope) => scope?.ToString().ToLowerInvariant();

    private static string? WordFor(OrganizationKind kind) => kind == OrganizationKind.Unstated ? null : kind.ToString().ToLowerInvariant();

    private static StringBuilder AppendCell(StringBuilder csv, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return csv;
        }

        var safe = ExportSafety.Neutralized(text);
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? csv.Append(safe) : csv.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
