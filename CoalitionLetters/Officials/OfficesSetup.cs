using CoalitionLetters.Data;
using CoalitionLetters.Exporting;
using CoalitionLetters.Letters;
using CoalitionLetters.Officials.Desk;
using CoalitionLetters.Officials.Public;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>What letters of officials need beside their pages.</summary>
public static class OfficesSetup
{
    public static void AddOffices(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<KeepSeats>();
        builder.Services.AddScoped<InviteOffices>();
        builder.Services.AddScoped<PrepareSignature>();
        builder.Services.AddScoped<ApproveSignature>();
        builder.Services.AddScoped<DeclineSeat>();
        builder.Services.AddScoped<SignForOffice>();
        builder.Services.AddScoped<SeatPictures>();
        builder.Services.AddScoped<OpenedSeats>();
    }

    public static void MapOffices(this WebApplication app)
    {
        app.MapOfficePages();
        app.MapGet("/staff/letters/{slug}/seats.csv", ExportAsync).RequireAuthorization(Policies.ExportSignatures);
    }

    private static async Task<IResult> ExportAsync(string slug, CoalitionDb db, HttpContext context, CancellationToken cancel)
    {
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == slug, cancel) is not { } letter)
        {
            return Results.NotFound();
        }

        var seats = await db.SeatsOfAsync(letter.Id, cancel);
        var table = new ExportTable(
            ["jurisdiction", "state", "name", "invited as", "title", "printed office", "party", "role", "answer", "email", "domain", "contact", "contact email"],
            seats.Select(seat => (seat.Seat.Details, seat.Answer, Standing: seat)).Select(seat => (IReadOnlyList<string>)
            [
                seat.Details.Jurisdiction, seat.Details.State ?? "", seat.Standing.Name, seat.Standing.InvitedAs ?? "", seat.Details.Title, seat.Standing.Given?.Title ?? "", seat.Details.Party ?? "", SeatWords.Of(seat.Details.Role).ToLowerInvariant(), SeatWords.Of(seat.Answer),
                seat.Details.Email ?? "", seat.Details.Domain ?? "", seat.Details.ContactName ?? "", seat.Details.ContactEmail ?? "",
            ]));
        using var csv = new MemoryStream();
        await CsvExport.WriteAsync(table, csv, cancel);
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(csv.ToArray(), CsvExport.ContentType, $"{slug}-seats.csv");
    }
}
