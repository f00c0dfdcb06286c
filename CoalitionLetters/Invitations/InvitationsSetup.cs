using CoalitionLetters.Data;
using CoalitionLetters.Exporting;
using CoalitionLetters.Invitations.Desk;
using CoalitionLetters.Invitations.Public;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Invitations;

/// <summary>What invitations need beside their pages.</summary>
public static class InvitationsSetup
{
    public static void AddInvitations(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<InviteOrganization>();
        builder.Services.AddScoped<SendInvitations>();
        builder.Services.AddScoped<AnswerInvitation>();
        builder.Services.AddScoped<OpenedInvitations>();
    }

    public static void MapInvitations(this WebApplication app)
    {
        app.MapInvitedPages();
        app.MapGet("/staff/letters/{slug}/invitations.csv", ExportAsync).RequireAuthorization(Policies.ExportSignatures);
    }

    private static async Task<IResult> ExportAsync(string slug, CoalitionDb db, HttpContext context, CancellationToken cancel)
    {
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == slug, cancel) is not { } letter)
        {
            return Results.NotFound();
        }

        var time = new LetterTime(letter.TimeZoneId, "en");
        string Moment(DateTime? at) => at is { } moment ? time.Machine(moment) : "";
        var table = new ExportTable(
            ["Organization", "Contact name", "Email", "Answer", "Signed as", "Reference", "Invited", "Reminded", "Signed", "Declined", "Reason"],
            (await db.InvitationsOfAsync(letter.Id, cancel: cancel)).Select(standing => (standing.Invitation, Standing: standing)).Select(row => (IReadOnlyList<string>)
            [
                row.Standing.Organization, row.Invitation.ContactName ?? "", row.Invitation.Email ?? "", InvitationStates.Of(row.Standing.State), row.Standing.Signature?.ListedName ?? "", row.Standing.Signature?.Reference ?? "",
                Moment(row.Invitation.SentAt), Moment(row.Invitation.RemindedAt), Moment(row.Standing.Signature?.ConfirmedAt), Moment(row.Invitation.DeclinedAt), row.Invitation.DeclineReason ?? "",
            ]));
        using var csv = new MemoryStream();
        await CsvExport.WriteAsync(table, csv, cancel);
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(csv.ToArray(), CsvExport.ContentType, $"{slug}-invitations.csv");
    }
}
