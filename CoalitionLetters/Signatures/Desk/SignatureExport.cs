using CoalitionLetters.Exporting;
using CoalitionLetters.Importing;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>The signatures that the grid shows, for a spreadsheet. What strangers typed cannot run there as a formula.</summary>
public static class SignatureExport
{
    private static readonly string[] Headers =
        ["Reference", "Organization", "Title", "Scope", "State", "Country", "Kind", "Status", "Reason", "Leads the letter", "In front", "Came by", "Evidence", "Signer name", "Signer title", "Email", "Phone", "Website", "Quote", "Signed", "Confirmed", "Listed", "Correction"];

    public static void MapSignatureExport(this WebApplication app) => app.MapTable("/staff/letters/{slug}/signatures", async (db, context) =>
    {
        var slug = (string)context.GetRouteValue("slug")!;
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == slug) is not { } letter)
            return null;

        var found = await db.WithKinds(SignatureSearch.From(context.Request.Query).In(db, letter.Id).AsNoTracking()).ToListAsync(context.RequestAborted);
        return ($"{slug}-signatures", Of(letter, found.Select(s => (s.Signature, s.Kind))));
    });

    public static ExportTable Of(Letter letter, IEnumerable<(Signature Signature, OrganizationKind Kind)> signatures)
    {
        var time = new LetterTime(letter.TimeZoneId, "en");
        return new ExportTable([.. Headers, .. QuestionHeaders(letter)], signatures.Select(s => Row(s.Signature, s.Kind, letter, time))) { AsTheyStand = letter.Questions.Count };
    }

    /// <summary>The questions' own words; one that is called like another column says that it is a question.</summary>
    private static List<string> QuestionHeaders(Letter letter)
    {
        var headers = new List<string>();
        foreach (var question in letter.Questions)
            headers.Add(Headers.Concat(headers).Contains(question.Text, StringComparer.OrdinalIgnoreCase) ? AnswerColumns.Marked(question) : question.Text);
        return headers;
    }

    private static string[] Row(Signature s, OrganizationKind kind, Letter letter, LetterTime time) =>
    [
        s.Reference, s.Listing.Name, s.Listing.Title ?? "", s.Listing.Scope?.ToString() ?? "", s.Listing.State ?? "", s.Listing.Country ?? "",
        kind == OrganizationKind.Unstated ? "" : kind.ToString(), ReviewSignatures.Say(s.Status), s.Why ?? "", LeadMark.CellOf(s.Listing), s.IsNotable ? "yes" : "",
        s.CameBy.ToString(), s.Evidence ?? "", s.Signer.Name, s.Signer.Title ?? "", s.Signer.Email ?? "", s.Signer.Phone ?? "", s.Listing.Website ?? "", s.Quote ?? "",
        time.Machine(s.SubmittedAt), s.ConfirmedAt is { } confirmed ? time.Machine(confirmed) : "", s.ListedAt is { } listed ? time.Machine(listed) : "",
        s is { HasCorrection: true, Correction: { } asked } ? CorrectionWords.InOneCell(asked) : "",
        .. letter.Questions.Select(question => s.Answers.GetValueOrDefault(question.Key, "")),
    ];
}
