using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Web;

namespace CoalitionLetters.Tests.Mail;

/// <summary>The least a mail can be.</summary>
internal sealed class PlainMail(string to) : IMail
{
    public string Kind => "plain";
    public string ToAddress => to;
    public string? ToName { get; init; }
    public string Subject { get; init; } = "A letter";
    public DateTime? UsefulUntil { get; init; }

    public MailBody Body(Coalition coalition, Links links) => new MailBody()
        .Paragraph("Dear reader,")
        .Button("Read the letter", links.Absolute(Links.Letter("family-unity")));
}

/// <summary>A scope's outbox and the store that saves it.</summary>
internal sealed record OutboxUser(Outbox Outbox, CoalitionDb Db);

internal static class PuttingMail
{
    public static Task PutAsync(this TestApp app, params IMail[] mails) => app.RunAsync<OutboxUser>(async user =>
    {
        foreach (var mail in mails)
        {
            user.Outbox.Add(mail);
        }

        await user.Db.SaveChangesAsync();
    });
}
