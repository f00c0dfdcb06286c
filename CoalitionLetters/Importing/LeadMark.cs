using System.Globalization;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Importing;

/// <summary>That a signatory leads the letter, as one cell of our own export says it: "yes", or in figures its own place among the leads.</summary>
public sealed record LeadMark(int? Place)
{
    private const string Yes = "yes";

    public static string CellOf(Listing listing) => !listing.IsLead ? "" : listing.Order?.ToString(CultureInfo.InvariantCulture) ?? Yes;

    /// <inheritdoc cref="RecordCells.Read"/>
    internal static LeadMark? Read(Func<ImportField, string?> text, SheetLayout layout, List<string> doubts)
    {
        var said = text(ImportField.Lead);
        if (string.Equals(said, Yes, StringComparison.OrdinalIgnoreCase))
            return new LeadMark(Place: null);
        if (int.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place))
            return new LeadMark(place);
        if (said is not null && !said.Equals("no", StringComparison.OrdinalIgnoreCase))
            doubts.Add($"column {layout.LetterOf(ImportField.Lead)}: \u201c{said}\u201d is neither yes nor a place among the leads, so it leads nothing");
        return null;
    }
}
