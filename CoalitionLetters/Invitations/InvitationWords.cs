namespace CoalitionLetters.Invitations;

/// <summary>What the app says to invited organizations, on pages and in mails, in the letter's language.</summary>
public sealed class InvitationWords(string language)
{
    private readonly bool spanish = language == "es";

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;

    // The mail
    public string MailSubject(string organization, string title, bool isReminder) => isReminder
        ? Say($"A reminder for {organization}: {title}", $"Recordatorio para {organization}: {title}")
        : Say($"Will {organization} sign? {title}", $"¿Firmará {organization}? {title}");
    public string MailText(string coalition, string organization, string title) => Say(
        $"{coalition} invites {organization} to sign the open letter “{title}”.",
        $"{coalition} invita a {organization} a firmar la carta abierta «{title}».");
    public string ReminderText(string coalition, string organization, string title) => Say(
        $"A while ago {coalition} invited {organization} to sign the open letter “{title}”. We have no answer yet, and this is our only reminder.",
        $"Hace un tiempo {coalition} invitó a {organization} a firmar la carta abierta «{title}». Aún no tenemos respuesta, y este es nuestro único recordatorio.");
    public string MailSteps => Say(
        "The page behind the link shows how you would be listed and takes two minutes; you need no account. If you will not sign, it has a place to say so.",
        "La página detrás del enlace muestra cómo aparecerían en la lista y toma dos minutos; no necesita cuenta. Si no van a firmar, allí pueden decirlo.");
    public string ReadAndSign => Say("Look, and sign or decline", "Ver, y firmar o declinar");
    public string OpenUntil => Say("Open until", "Abierta hasta");
    public string TheLetter => Say("Read the letter", "Leer la carta");
    public string MayBeForwarded(string organization) => Say(
        $"You may forward this mail to whoever decides at {organization}.",
        $"Puede reenviar este correo a quien decida en {organization}.");

    // The form
    public string FormLead(string organization) => Say(
        $"This is the form for {organization}. We have filled in what we know; correct what is wrong.",
        $"Este es el formulario para {organization}. Hemos llenado lo que sabemos; corrija lo que no sea exacto.");
    public string HasDeclined(string moment) => Say($"You told us on {moment} that you will not sign. You can still sign below.", $"Usted nos dijo el {moment} que no firmarán. Todavía puede firmar abajo.");
    public string FormWasSent(string moment) => Say(
        $"The form was sent on {moment} and waits for the press on the link in our mail. If that mail did not come, send the form again.",
        $"El formulario se envió el {moment} y falta pulsar el enlace de nuestro correo. Si ese correo no llegó, envíe el formulario otra vez.");
    public string LogoOnFile => Say("the logo on file", "el logotipo que tenemos");
    public string WillNotSign => Say("We will not sign", "No vamos a firmar");

    // The refusal
    public string RefusalTitle => Say("You will not sign", "No van a firmar");
    public string RefusalLead(string organization) => Say(
        $"Tell us, and {organization} gets no reminder. Only staff of the coalition see it. You can still change your mind while the letter is open.",
        $"Díganoslo, y {organization} no recibirá recordatorio. Solo lo ve el equipo de la coalición. Mientras la carta esté abierta puede cambiar de opinión.");
    public string Reason => Say("The reason", "La razón");
    public string Optional => Say("(optional)", "(opcional)");
    public string BackToForm => Say("Back to the form", "Volver al formulario");
    public string RefusedTitle => Say("We have noted it", "Lo hemos anotado");
    public string RefusedText => Say("Thank you for telling us. If you change your mind while the letter is open, the same link still works.", "Gracias por decírnoslo. Si cambia de opinión mientras la carta esté abierta, el mismo enlace sigue sirviendo.");

    // Links that lead no further
    public string SignedTitle => Say("Your organization has signed", "Su organización ya firmó");
    public string SignedText(string name) => Say($"{name} has signed. To correct or withdraw the signature, use the link in our mail to the signer.", $"{name} ya firmó. Para corregir o retirar la firma, use el enlace de nuestro correo a quien firmó.");
    public string WithdrawnTitle => Say("This invitation was withdrawn", "Esta invitación fue retirada");
    public string WithdrawnText => Say("The coalition has taken it back. Write to the coalition if you think that this is a mistake.", "La coalición la ha retirado. Escriba a la coalición si cree que es un error.");
    public string ExpiredTitle => Say("This link is no longer good", "Este enlace ya no sirve");
    public string ExpiredText => Say("A newer invitation has taken its place, or its time is over. Ask the coalition for a new link.", "Una invitación más nueva la ha reemplazado, o su plazo pasó. Pida a la coalición un enlace nuevo.");
    public string SeeTheLetter => Say("See the letter", "Ver la carta");
}
