using CoalitionLetters.Coalitions;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Web;

namespace CoalitionLetters.Supporters;

/// <summary>
/// Asks the person to confirm; nothing goes to a target before. The address is not known to be the writer's, so that nothing typed stands in
/// the mail, not even the name: a stranger could say anything to anybody with it. The page behind the link shows the letter.
/// </summary>
public sealed class ConfirmMessageMail(Supporter supporter, SupportersAction action, MailKey confirm, MailKey manage) : IMailWithSample
{
    public const string KindName = "confirm-message";

    private readonly bool spanish = Languages.IsSpanish(action.Content.Language);

    public string Kind => KindName;
    public string Language => action.Content.Language;
    public string ToAddress => supporter.Person.Email;
    public DateTime? UsefulUntil => action.ConfirmableUntil;
    public string Subject => spanish ? $"Confirme su mensaje: {action.Content.Title}" : $"Confirm your message: {action.Content.Title}";

    public MailBody Body(Coalition coalition, Links links)
    {
        var targets = Languages.Enumerate([.. action.TargetsFor(supporter.State, supporter.Person.PostalCode).Select(target => target.NameInSentence)], action.Content.Language);
        return spanish
            ? new MailBody()
                .Paragraph($"Gracias por escribir a {targets}. Nada sale antes de que usted lo confirme.")
                .Button("Confirmar mi mensaje", links.Absolute(SupporterLinks.Confirmation(confirm.Text)))
                .Paragraph("La página del botón muestra su carta antes de que usted confirme.")
                .Facts(("Número de referencia", supporter.Reference))
                .Link("Leer, retirar o borrar su mensaje", links.Absolute(SupporterLinks.Own(manage.Text)))
                .Paragraph("Si usted no escribió este mensaje, no haga nada: no se enviará.")
                .Link("Si no fue usted y no quiere más correos de esta acción", links.Absolute(SupporterLinks.Disowning(manage.Text)))
            : new MailBody()
                .Paragraph($"Thank you for writing to {targets}. Nothing goes out before you confirm it.")
                .Button("Confirm my message", links.Absolute(SupporterLinks.Confirmation(confirm.Text)))
                .Paragraph("The page behind the button shows your letter before you confirm.")
                .Facts(("Reference number", supporter.Reference))
                .Link("Read, withdraw or erase your message", links.Absolute(SupporterLinks.Own(manage.Text)))
                .Paragraph("If you did not write this message, do nothing: it will not be sent.")
                .Link("If this was not you and you want no more mail from this action", links.Absolute(SupporterLinks.Disowning(manage.Text)));
    }

    public static IMail Sample()
    {
        var (action, supporter) = SampleMessage.Of(new DateTime(2018, 6, 19, 13, 40, 0, DateTimeKind.Utc));
        var (confirm, manage) = supporter.MakeKeys();
        return new ConfirmMessageMail(supporter, action, confirm, manage);
    }
}

/// <summary>A kind answer to somebody who writes a second time; it too holds nothing that was typed.</summary>
public sealed class WrittenAlreadyMail(Supporter supporter, SupportersAction action, MailKey manage) : IMailWithSample
{
    public const string KindName = "written-already";

    private readonly bool spanish = Languages.IsSpanish(action.Content.Language);

    public string Kind => KindName;
    public string Language => action.Content.Language;
    public string ToAddress => supporter.Person.Email;
    public string Subject => spanish ? $"Ya tenemos su mensaje: {action.Content.Title}" : $"We have your message already: {action.Content.Title}";

    public MailBody Body(Coalition coalition, Links links) => spanish
        ? new MailBody()
            .Paragraph("Gracias por escribir otra vez. Ya tenemos un mensaje suyo, y cada persona cuenta una vez.")
            .Facts(("Número de referencia", supporter.Reference))
            .Link("Leer, terminar o retirar su mensaje", links.Absolute(SupporterLinks.Own(manage.Text)))
        : new MailBody()
            .Paragraph("Thank you for writing again. We have a message of yours already, and each person counts once.")
            .Facts(("Reference number", supporter.Reference))
            .Link("Read, finish or withdraw your message", links.Absolute(SupporterLinks.Own(manage.Text)));

    public static IMail Sample()
    {
        var (action, supporter) = SampleMessage.Of(new DateTime(2018, 6, 19, 13, 40, 0, DateTimeKind.Utc));
        return new WrittenAlreadyMail(supporter, action, supporter.MakeKeys().Manage);
    }
}

/// <summary>To somebody whose letter had gone out before it was taken back or erased: a new one would reach the office a second time.</summary>
/// <param name="to">Of an erased person we hold no address; this one stands in the new form.</param>
/// <param name="manage">Opens the own page; null once it is erased.</param>
public sealed class WrittenOnceMail(string to, SupportersAction action, MailKey? manage) : IMailWithSample
{
    public const string KindName = "written-once";

    private readonly bool spanish = Languages.IsSpanish(action.Content.Language);

    public string Kind => KindName;
    public string ToAddress => to;
    public string Subject => spanish ? $"Su nueva carta no se envía: {action.Content.Title}" : $"Your new letter is not sent: {action.Content.Title}";

    public MailBody Body(Coalition coalition, Links links)
    {
        var body = new MailBody().Paragraph(spanish
            ? "Gracias por escribir otra vez. Una carta suya ya había salido antes de que usted la retirara o borrara, y cada persona escribe una vez en una acción. Por eso la nueva no se envía, y no guardamos nada de ella."
            : "Thank you for writing again. A letter of yours had gone out before you took it back or erased it, and each person writes once in an action. So the new one is not sent, and we have kept nothing of it.");
        return manage is null ? body : body.Link(spanish ? "Leer o borrar lo que guardamos de usted" : "Read or erase what we hold of you", links.Absolute(SupporterLinks.Own(manage.Text)));
    }

    public static IMail Sample()
    {
        var (action, supporter) = SampleMessage.Of(new DateTime(2018, 6, 19, 13, 40, 0, DateTimeKind.Utc));
        return new WrittenOnceMail(supporter.Person.Email, action, supporter.MakeKeys().Manage);
    }
}

/// <summary>Made-up values for the previews of mails.</summary>
internal static class SampleMessage
{
    public static (SupportersAction Action, Supporter Supporter) Of(DateTime now)
    {
        var action = SupportersAction.Draft("keep-families-together", new ActionContent { Title = "Tell them to keep families together", Draft = "Please end these separations now." }, null, now);
        action.Add(Target.Of(action, 1, new TargetFacts("the Secretary of Homeland Security", "Dear Secretary Nielsen,", Channel.Print) { PostalAddress = ["Washington, DC 20528"] }, now));
        action.Open(null, now);
        var person = new SupporterPerson { FirstName = "Kim", LastName = "Doe", Email = "kim.doe@mail.example", State = "Ohio", PostalCode = "44113" };
        var text = new SupporterText("Keep families together", "I write because children are being taken from parents. Please end these separations now.", null, 0.2);
        return (action, Supporter.Of(action, person, text, "TT-7K4M-2Q9", null, now));
    }
}
