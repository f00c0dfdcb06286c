using CoalitionLetters.Data;
using CoalitionLetters.Exporting;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>The signatures that the grid shows, for a spreadsheet. What strangers typed cannot run there as a formula.</summary>
public static class SignatureExport
{
    private static readonly string[] Headers =
        ["Reference", "Organization", "Title", "Scope", "State", "Country", "Kind", "Status", "Reason", "In front", "Came by", "Evidence", "Signer name", "Signer title", "Email", "Phone", "Website", "Quote", "Signed", "Confirmed", "Listed"];

    public static void MapSignatureExport(this WebApplication app)
    {
        foreach (var kind in (IEnumerable<string>)["csv", "xlsx", "json"])
        {
            app.MapGet($"/staff/letters/{{slug}}/signatures.{kind}", (string slug, CoalitionDb db, HttpContext context) => ExportAsync(slug, kind, db, context)).RequireAuthorization(Policies.ExportSignatures);
        }
    }

    private static async Task ExportAsync(string slug, string kind, CoalitionDb db, HttpContext context)
    {
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == slug) is not { } letter)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var time = new LetterTime(letter.TimeZoneId, "en");
        var found = await SignatureSearch.From(context.Request.Query).In(db, letter.Id).AsNoTracking().ToListAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{slug}-signatures.{kind}" }.ToString();
        await WriteAsync(new ExportTable(Headers, found.Select(s => Row(s, time))), kind, context.Response, context.RequestAborted);
    }

    private static async Task WriteAsync(ExportTable table, string kind, HttpResponse response, CancellationToken cancel)
    {
        switch (kind)
        {
            case "xlsx":
                response.ContentType = XlsxExport.ContentType;
                using (var workbook = new MemoryStream())
                {
                    XlsxExport.Write(table, workbook, "Signatures");
                    await response.Body.WriteAsync(workbook.ToArray(), cancel);
                }

                break;
            case "json":
                response.ContentType = JsonExport.ContentType;
                await JsonExport.WriteAsync(table, response.Body, cancel);
                break;
            default:
                response.ContentType = CsvExport.ContentType;
                await CsvExport.WriteAsync(table, response.Body, cancel);
                break;
        }
    }

    private static string[] Row(Signature s, LetterTime time) =>
    [
        s.Reference, s.Listing.Name, s.Listing.Title ?? "", s.Listing.Scope.ToString(), s.Listing.State ?? "", s.Listing.Country ?? "",
        s.Listing.Kind == OrganizationKind.Unstated ? "" : s.Listing.Kind.ToString(), ReviewSignatures.Say(s.Status), s.Reason ?? "", s.IsNotable ? "yes" : "",
        s.CameBy.ToString(), s.Evidence ?? "", s.Signer.Name, s.Signer.Title ?? "", s.Signer.Email ?? "", s.Signer.Phone ?? "", s.Listing.Website ?? "", s.Quote ?? "",
        time.Machine(s.SubmittedAt), s.ConfirmedAt is { } confirmed ? time.Machine(confirmed) : "", s.ListedAt is { } listed ? time.Machine(listed) : "",
    ];
}
