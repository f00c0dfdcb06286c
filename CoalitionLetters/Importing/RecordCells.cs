using CoalitionLetters.Mail;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Importing;

/// <summary>What a row of a list for the directory says beside name, place and contact.</summary>
/// <param name="Id">The record's own key, in our export; null in other lists.</param>
/// <param name="Parent">The parent's name.</param>
public sealed record RecordCells(Guid? Id, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Acronyms, IReadOnlyList<string> FormerNames, IReadOnlyList<string> Domains, string? Parent, Guid? ParentId, string? Notes)
{
    private static readonly char[] betweenDomains = [',', ';', ' ', '\r', '\n', '\t'];

    /// <param name="text">What the row says in a field; null where it says nothing.</param>
    internal static RecordCells Read(Func<ImportField, string?> text, SheetLayout layout, List<string> doubts) => new(
        Key(text(ImportField.Record)), Lines(text(ImportField.OtherNames)), Lines(text(ImportField.Acronyms)), Lines(text(ImportField.FormerNames)), DomainsIn(text(ImportField.Domains), layout, doubts),
        text(ImportField.Parent), Key(text(ImportField.ParentRecord)), text(ImportField.Notes));

    private static Guid? Key(string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <summary>One name a line, as our export writes them, because a name may hold commas; in one line semicolons divide.</summary>
    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split(text?.Contains('\n', StringComparison.Ordinal) == true ? '\n' : ';').Select(PlainLine.Of).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    private static List<string> DomainsIn(string? text, SheetLayout layout, List<string> doubts)
    {
        var domains = new List<string>();
        foreach (var domain in (text ?? "").Split(betweenDomains, StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimStart('@').ToLowerInvariant()).Distinct())
        {
            if (domain.Length <= 100 && domain.Contains('.', StringComparison.Ordinal) && MailAddresses.IsDomain(domain) && !Organizations.Signals.Domains.IsFreeMail(domain))
                domains.Add(domain);
            else
                doubts.Add($"column {layout.LetterOf(ImportField.Domains)}: \"{domain}\" is no mail domain of its own and is left out");
        }
        return domains;
    }
}
