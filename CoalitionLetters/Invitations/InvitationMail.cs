using CoalitionLetters.Coalitions;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Web;

namespace CoalitionLetters.Invitations;

/// <summary>Asks an organization to sign, with the link to its own form.</summary>
public sealed class InvitationMail(Invitation invitation, string organization, Letter letter, string language, MailKey key, bool isReminder, DateTime now) : IMailWithSample
{
    private readonly InvitationWords words = new(language);

    public string Kind => "invitation";
    public string Language => language;
    public string ToAddress => invitation.Email!;
    public string? ToName => invitation.ContactName;
    public Guid? LetterId => letter.Id;
    public DateTime? UsefulUntil => letter.ClosesAt;
    public string Subject => words.MailSubject(organization, letter.Title, isReminder);

    public MailBody Body(Coalition coalition, Links links)
    {
        var time = new LetterTime(letter.TimeZoneId, language);
        var body = new MailBody().Paragraph(isReminder ? words.ReminderText(coalition.Name, organization, letter.Title) : words.MailText(coalition.Name, organization, letter.Title));
        if (invitation.Message is { } message)
            body = body.Quote(message);
        return body
            .Paragraph(words.MailSteps)
            .Button(words.ReadAndSign, links.Absolute(InvitationLinks.Form(key.Text)))
            .Facts((words.OpenUntil, time.WeekdayMoment(letter.ToldDeadline(now)!.Value)))
            .Link(words.TheLetter, links.Absolute(Links.Letter(letter.Slug)))
            .Paragraph(words.MayBeForwarded(organization));
    }

    public static IMail Sample()
    {
        var now = new DateTime(2018, 6, 18, 14, 0, 0, DateTimeKind.Utc);
        var letter = Letter.Draft("family-unity", new LetterContent { Title = "Keep families together at the border", Body = "We ask you to keep families together." }, "America/New_York", now);
        letter.Open(now.AddDays(3), now.AddDays(3), TimeSpan.FromHours(7), "Dana Field", now);
        var organization = Organization.Named("AFSCME Council 31", OrganizationKind.Union, Scope.State, "Illinois", null, null, now);
        var invitation = Invitation.To(organization.Id, letter, "Kim Example", "director@afscme31.example", now);
        invitation.Say("Dear Kim, your council signed in 2014 and made the front page. We would be glad to have you again. Dana");
        return new InvitationMail(invitation, organization.Name, letter, "en", MailKey.New(), isReminder: false, now);
    }
}
