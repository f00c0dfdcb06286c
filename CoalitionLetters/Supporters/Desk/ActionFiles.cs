using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Exporting;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CoalitionLetters.Supporters.Desk;

/// <summary>What the desk gives away as files: supporters for a spreadsheet, letters for the printer.</summary>
internal static class ActionFiles
{
    private static readonly string[] Headers =
        ["Reference", "Status", "First name", "Last name", "Email", "Phone", "Street", "City", "Postal code", "State", "Subject", "Text", "Own sentence", "Changed", "Wants mail", "Agreed to", "May be shown", "Shown", "Reason", "Written", "Confirmed"];

    public static void MapActionFiles(this WebApplication app)
    {
        app.MapGet(ActionDeskLinks.SampleTargets, Sample).RequireAuthorization(Policies.EditLetters);
        app.MapGet("/staff/actions/{slug}/supporters.csv", ExportAsync).RequireAuthorization(Policies.ExportSignatures);
        app.MapGet("/staff/actions/{slug}/batches/{id:guid}.pdf", BatchAsync).RequireAuthorization(Policies.PublishLetters);
        app.MapGet("/staff/actions/{slug}/letters/{id:guid}.pdf", LetterAsync).RequireAuthorization(Policies.ReviewSignatures);
    }

    private static IResult Sample() =>
        Results.File(Path.Combine(AppContext.BaseDirectory, "assets", "samples", "senators-offices.csv"), CsvExport.ContentType, "sample-targets.csv");

    private static async Task ExportAsync(string slug, string? q, string? status, string? state, string? shown, string? letter, CoalitionDb db, CurrentCoalition coalition, HttpContext context)
    {
        if (await db.Actions.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug) is not { } action)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var time = coalition.Value.Time;

        // Erased persons have nothing left to export. Rows come one by one from the store, however many there are.
        var rows = SupporterSearch.From(q, status, state, shown, letter).In(db, action.Id).Where(s => s.SearchText != "").AsNoTracking().AsEnumerable().Select(s => Row(s, time));
        Offer(context, CsvExport.ContentType, $"{slug}-supporters.csv");
        await CsvExport.WriteAsync(new ExportTable(Headers, rows), context.Response.Body, context.RequestAborted);
    }

    private static async Task BatchAsync(string slug, Guid id, CoalitionDb db, PrintLetters print, HttpContext context)
    {
        var number = await db.PrintBatches.Where(b => b.Id == id && db.Set<SupportersAction>().Any(a => a.Id == b.ActionId && a.Slug == slug)).Select(b => (int?)b.Number).SingleOrDefaultAsync();
        if (number is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Offer(context, "application/pdf", $"{slug}-batch-{number}.pdf");
        await print.WriteAsync(id, context.Response.BodyWriter.AsStream(leaveOpen: true), context.RequestAborted);
    }

    private static async Task<IResult> LetterAsync(string slug, Guid id, CoalitionDb db, PrintLetters print, CurrentCoalition coalition)
    {
        var supporter = await db.Supporters.AsNoTracking().SingleOrDefaultAsync(s => s.SearchText != "" && db.Set<Message>().Any(m => m.Id == id && m.SupporterId == s.Id));
        if (supporter is null || await db.Actions.AsNoTracking().Include(a => a.Targets).SingleOrDefaultAsync(a => a.Slug == slug && a.Id == supporter.ActionId) is not { } action)
        {
            return Results.NotFound();
        }

        var target = await db.Messages.Where(m => m.Id == id).Select(m => m.TargetId).SingleAsync();
        return Results.Bytes(print.One(action, action.Targets.Single(t => t.Id == target), supporter, coalition.Value.Time.DayOf(supporter.SubmittedAt)), "application/pdf");
    }

    private static void Offer(HttpContext context, string type, string name)
    {
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
    }

    private static string[] Row(Supporter s, LetterTime time) =>
    [
        s.Reference, s.Status.ToString(), s.Person.FirstName, s.Person.LastName, s.Person.Email, s.Person.Phone ?? "", s.Person.Street ?? "", s.Person.City ?? "", s.Person.PostalCode ?? "", s.State ?? "",
        s.Subject, s.Text, s.OwnSentence ?? "", $"{s.ChangedShare * 100:0}%", Allows(s, s.WantsMail), s.ConfirmedAt is null ? "" : s.ConsentText ?? "", Allows(s, s.MayBeShown), s.IsShown ? "yes" : "", s.Reason ?? "",
        time.Machine(s.SubmittedAt), s.ConfirmedAt is { } confirmed ? time.Machine(confirmed) : "",
    ];

    // Anybody can type anybody's address: what nobody has confirmed allows nothing.
    private static string Allows(Supporter s, bool ticked) => ticked && s.ConfirmedAt is not null ? "yes" : "";
}
