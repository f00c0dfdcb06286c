using CoalitionLetters.Coalitions;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Web;

namespace CoalitionLetters.Supporters;

/// <summary>
/// A supporter's letter as a mail to a target. Our server is its sender, so that the target's server finds it in order (SPF, DKIM and
/// DMARC look at the sender's domain); the answer goes to the person.
/// </summary>
public sealed class SupporterMail(Supporter supporter, Target target, string coalitionName, string language) : IMailWithSample
{
    public string Kind => "supporter-message";
    public string Language => language;

    // Never anything that the person typed: only addresses that staff gave to this action.
    public string ToAddress => target.Email ?? throw new InvalidOperationException($"{target.Name} has no mail address.");
    public string? ToName => target.Name;
    public string? ReplyTo => supporter.Person.Email;

    /// <summary>A long name gives way: whoever reads it must see that we are the sender.</summary>
    public string? FromName => PlainText.Shorten(Name, OutboxMail.NameMaxLength - Via.Length) + Via;
    public string Subject => supporter.Subject;

    public MailBody Body(Coalition coalition, Links links) => new MailBody().Letter(SupporterLetter.To(target, supporter).Whole);

    private string Via => Languages.IsSpanish(language) ? $" por medio de {coalitionName}" : $" via {coalitionName}";

    // A name must not look like an address of somebody else.
    private string Name => string.Concat(supporter.Person.FullName.Where(c => c is not ('@' or '<' or '>' or '"' or '\\' or ',' or ';' or ':')));

    public static IMail Sample()
    {
        var now = new DateTime(2018, 6, 19, 13, 40, 0, DateTimeKind.Utc);
        var (action, supporter) = SampleMessage.Of(now);
        var target = Target.Of(action, 2, new TargetFacts("The office of Senator Example", "Dear Senator Example,", Channel.Mail) { Email = "letters@senate.example" }, now);
        return new SupporterMail(supporter, target, "Coalition for Family Unity", "en");
    }
}
