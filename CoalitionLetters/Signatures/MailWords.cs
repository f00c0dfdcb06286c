using CoalitionLetters.Listings;

namespace CoalitionLetters.Signatures;

/// <summary>What mails to signers say, in the letter's language.</summary>
public sealed class MailWords(string language)
{
    private readonly bool spanish = Languages.IsSpanish(language);

    public string Language => language;

    public string ConfirmSubject(string name, string title) => Say($"Confirm the signature of {name}: {title}", $"Confirme la firma de {name}: {title}");
    public string ThanksForSigning(string title, bool listsAtOnce) => listsAtOnce
        ? Say(
            $"Thank you for signing “{title}”. Please confirm that this address is yours; then the signature counts.",
            $"Gracias por firmar «{title}». Confirme que esta dirección es suya; entonces la firma cuenta.")
        : Say(
            $"Thank you for signing “{title}”. Please confirm that this address is yours; then the coalition looks at the signature, as a rule the same day, and it counts when it is listed.",
            $"Gracias por firmar «{title}». Confirme que esta dirección es suya; después la coalición revisará la firma, por lo común el mismo día, y contará cuando esté en la lista.");
    public string ConfirmButton => Say("Confirm our signature", "Confirmar nuestra firma");
    public string Reference => Say("Reference number", "Número de referencia");
    public string Organization(bool official) => official ? Say("Name", "Nombre") : Say("Organization", "Organización");
    public string ListedUnder => Say("Listed under", "En la lista, bajo");
    public string TextSigned => Say("Text signed", "Texto firmado");
    public string Version(int number, string day, string hash) => Say($"Version {number}, {day} ({hash})", $"Versión {number}, {day} ({hash})");
    public string OpenUntil => Say("Open until", "Abierta hasta");
    public string Manage => Say("Correct the listing, hand it to a colleague, or withdraw it", "Corregir los datos, pasarla a un colega o retirarla");
    public string NotYou(bool official) => official
        ? Say("If you did not sign, do nothing: you will not be listed.", "Si usted no firmó, no haga nada: no aparecerá en la lista.")
        : Say("If you did not sign, do nothing: the organization will not be listed.", "Si usted no firmó, no haga nada: la organización no aparecerá.");

    public string AgainSubject(string name) => Say($"Another signature for {name}", $"Otra firma por {name}");
    public string AgainText(string name, string title, bool official) => official
        ? Say(
            $"Thank you for signing “{title}”. Today somebody has sent in the form in the name of {name} once more. It counts only once.",
            $"Gracias por firmar «{title}». Hoy alguien envió el formulario otra vez a nombre de {name}. Cuenta una sola vez.")
        : Say(
        $"Thank you for signing “{title}” for {name}. Today somebody has sent in the form for the same organization once more. It counts only once.",
        $"Gracias por firmar «{title}» por {name}. Hoy alguien envió el formulario otra vez por la misma organización. Cuenta una sola vez.");
    public string AgainStanding(Signature earlier) =>
        earlier.AwaitsConfirmation ? Say("Yours still waits for your confirmation: press the button in the mail that you got when you signed.", "La suya todavía espera su confirmación: pulse el botón del correo que recibió al firmar.")
        : earlier.AwaitsAgreement ? Say("Yours waits for you to agree to the changed text: use the link that we have mailed to you.", "La suya espera a que usted acepte el texto cambiado: use el enlace que le enviamos por correo.")
        : earlier.Status == SignatureStatus.Listed ? Say("Yours stands.", "La suya sigue en pie.")
        : Say("Yours is confirmed, and the coalition looks at it.", "La suya está confirmada, y la coalición la revisa.");
    public string AgainNothingToDo(string contact) => Say(
        $"If that was a colleague, there is nothing to do. If it surprises you, write to {Whom(contact)}.",
        $"Si fue un colega, no tiene que hacer nada. Si le sorprende, escriba a {Whom(contact)}.");

    public string HandedSubject(string name, bool official) => official
        ? Say($"Who looks after the signature of {name}", $"Quién se ocupa de la firma de {name}")
        : Say($"Who signs for {name}", $"Quién firma por {name}");
    public string HandedToYou(string name, string title, bool official) => official
        ? Say(
            $"A colleague has handed you the signature of {name} under “{title}”. You look after it from now on; it stays in that name.",
            $"Un colega le ha pasado la firma de {name} en «{title}». Desde ahora usted se ocupa de ella; sigue a ese nombre.")
        : Say(
        $"A colleague has handed you the signature of {name} under “{title}”. You speak for it from now on.",
        $"Un colega le ha pasado la firma de {name} en «{title}». Desde ahora usted habla por ella.");
    public string StillToConfirm(bool listsAtOnce) => listsAtOnce
        ? Say("It is not confirmed yet. Please confirm it; then it counts.", "Todavía no está confirmada. Confírmela; entonces cuenta.")
        : Say("It is not confirmed yet. Please confirm it; then the coalition looks at it, and it counts when it is listed.", "Todavía no está confirmada. Confírmela; después la coalición la revisará, y contará cuando esté en la lista.");
    public string HandedAway(string name, string person) => Say($"{person} signs for {name} from now on. Your link no longer works.", $"{person} firma por {name} desde ahora. Su enlace ya no sirve.");
    public string LookedAfterFrom(string name, string title, string mail, bool hadLink) => Say(
        $"The signature of {name} under “{title}” is looked after from {mail} from now on{(hadLink ? "; your link no longer works" : "")}. Whoever reads that mailbox can correct it, hand it on or withdraw it.",
        $"De la firma de {name} en «{title}» se ocupa desde ahora {mail}{(hadLink ? "; su enlace ya no sirve" : "")}. Quien lea ese buzón puede corregirla, pasarla o retirarla.");
    public string NotByOffice(string contact) => Say(
        $"If your office did not want this, write to {Whom(contact)} at once and name the reference number.",
        $"Si su oficina no quería esto, escriba enseguida a {Whom(contact)} y mencione el número de referencia.");
    public string NotIntended(string contact) => Say($"If you did not intend this, write to {Whom(contact)}.", $"Si no era su intención, escriba a {Whom(contact)}.");

    public string WithdrawnSubject(string name) => Say($"The signature of {name} is withdrawn", $"La firma de {name} fue retirada");
    public string WithdrawnBy => Say("Withdrawn by the link mailed to", "Retirada con el enlace enviado a");
    public string WithdrawnText(string name, string title, bool afterFinal) => afterFinal
        ? Say($"{name} has withdrawn from “{title}”. The published edition stands as it is; its page says so with the date.", $"{name} se retiró de «{title}». La edición publicada queda como está; su página lo dice con la fecha.")
        : Say($"{name} has withdrawn from “{title}” and is no longer listed or counted.", $"{name} se retiró de «{title}» y ya no aparece ni cuenta.");

    public string TakenSubject(string name) => Say($"Your correction is taken: {name}", $"Su corrección fue aceptada: {name}");
    public string TakenText(string title) => Say(
        $"The coalition has looked at your correction for “{title}” and taken it.",
        $"La coalición revisó su corrección para «{title}» y la aceptó.");
    public string LeftSubject(string name) => Say($"The line stays as it was: {name}", $"La línea queda como estaba: {name}");
    public string LeftText(string title) => Say(
        $"The coalition has looked at your correction for “{title}” and left the line as it was. It says why:",
        $"La coalición revisó su corrección para «{title}» y dejó la línea como estaba. El motivo:");
    public string PrintedAs => Say("Printed as", "Se imprime como");
    public string AskedFor => Say("You asked for", "Usted pidió");
    public string Website => Say("Website", "Sitio web");
    public string LaterEdition => Say(
        "The published letter stands as it is. A later edition, if there is one, carries the corrected line.",
        "La carta publicada queda como está. Una edición posterior, si la hay, llevará la línea corregida.");
    public string IfYouDisagree(string contact) => Say($"If you see it otherwise, write to {Whom(contact)}.", $"Si no está de acuerdo, escriba a {Whom(contact)}.");

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;

    private string Whom(string contact) => contact.Length > 0 ? contact : Say("the coalition", "la coalición");
}
