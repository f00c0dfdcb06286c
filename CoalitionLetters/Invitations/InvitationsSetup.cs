using CoalitionLetters.Data;
using CoalitionLetters.Exporting;
using CoalitionLetters.Invitations.Desk;
using CoalitionLetters.Invitations.Public;
using CoalitionLetters.Letters;
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
        app.MapTable("/staff/letters/{slug}/invitations", TableAsync);
    }

    private static async Task<(string, ExportTable)?> TableAsync(CoalitionDb db, HttpContext context)
    {
        var (slug, cancel) = ((string)context.GetRouteValue("slug")!, context.RequestAborted);
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == slug, cancel) is not { } letter)
        {
            return null;
        }

        var time = new LetterTime(letter.TimeZoneId, "en");
        string Moment(DateTime? at) => at is { } moment ? time.Machine(moment) : "";
        return ($"{slug}-invitations", new ExportTable(
            ["Organization", "Contact name", "Email", "Message", "Answer", "Signed as", "Reference", "Invited", "Reminded", "Signed", "Declined", "Reason"],
            (await db.InvitationsOfAsync(letter.Id, cancel: cancel)).Select(standing => (standing.Invitation, Standing: standing)).Select(row => (IReadOnlyList<string>)
            [
                row.Standing.Organization, row.Invitation.ContactName ?? "", row.Invitation.Email ?? "", row.Invitation.Message ?? "", InvitationStates.Of(row.Standing.State), row.Standing.Signature?.ListedName ?? "", row.Standing.Signature?.Reference ?? "",
                Moment(row.Invitation.SentAt), Moment(row.Invitation.RemindedAt), Moment(row.Standing.Signature?.ConfirmedAt), Moment(row.Invitation.DeclinedAt), row.Invitation.DeclineReason ?? "",
            ])));
    }
}
