using CoalitionLetters.Letters.Public;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;

namespace CoalitionLetters.Officials;

/// <summary>All that the app says to offices, on pages and in mails, in the letter's language.</summary>
public sealed class OfficeWords(string language)
{
    private static readonly string[] Bodies =
        ["City of ", "County of ", "Town of ", "Township of ", "Village of ", "Borough of ", "Municipality of ", "Parish of ", "District of ", "State of ", "Commonwealth of ", "Territory of "];

    private readonly bool spanish = language == "es";

    public string Language => language;

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;

    /// <summary>"the District of Columbia", "the City of Cleveland", but "Ohio".</summary>
    internal string Named(string jurisdiction) => States.Phrase([jurisdiction], language) is { } phrase && States.Find(jurisdiction)!.Kind != StateKind.State ? phrase
        : spanish ? States.Find(jurisdiction)?.SpanishName ?? jurisdiction
        : Array.Exists(Bodies, body => jurisdiction.StartsWith(body, StringComparison.OrdinalIgnoreCase)) ? $"the {jurisdiction}" : jurisdiction;

    // The invitation
    public string InvitationSubject(string title, bool isReminder) => isReminder
        ? Say($"A reminder: {title}", $"Recordatorio: {title}")
        : Say($"Will your office sign: {title}", $"¿Firmará su oficina?: {title}");
    public string InvitationText(string coalition, string title, string office) => Say(
        $"{coalition} invites the {office} to sign the letter “{title}”.",
        $"{coalition} invita a {office} a firmar la carta «{title}».");
    public string InvitationSteps => Say(
        "Your staff fill in how the name and the office are printed; the principal, or a deputy you name, then gets a link of their own whose page signs. If your office does not sign, the same page has a place to say so.",
        "Su equipo indica cómo se imprimen el nombre y el cargo; el titular, o un adjunto que usted nombre, recibe entonces su propio enlace, cuya página firma. Si su oficina no firma, la misma página permite decirlo.");
    public string OpenForm => Say("Open the form of your office", "Abrir el formulario de su oficina");
    public string ForYourOffice => Say("The link is for your office alone; forward it only within the office.", "El enlace es solo para su oficina; reenvíelo únicamente dentro de ella.");

    // The approval
    public string ApprovalSubject(string title, bool isReminder) => isReminder
        ? Say($"A reminder, for your signature: {title}", $"Recordatorio, para su firma: {title}")
        : Say($"For your signature: {title}", $"Para su firma: {title}");
    public string ApprovalText(string name, string title) => Say(
        $"Staff of your office have prepared the signature of {name} on the letter “{title}”. It is not given before you press the button on the page behind this link.",
        $"El equipo de su oficina ha preparado la firma de {name} en la carta «{title}». No está dada hasta que usted pulse el botón en la página de este enlace.");
    public string ReadAndSign => Say("Read and sign", "Leer y firmar");
    public string PreparedFrom(string mail) => Say($"Prepared by {mail}. If you did not expect this, do nothing, and nobody signs.", $"Preparada por {mail}. Si no la esperaba, no haga nada, y nadie firma.");

    // The receipt
    public string SignedSubject(string name) => Say($"Signed: {name}", $"Firmada: {name}");
    public string SignedText(string name, string title) => Say($"{name} has signed the letter “{title}”.", $"{name} ha firmado la carta «{title}».");
    public string ManageIt => Say("To correct or withdraw it", "Para corregirla o retirarla");

    // A line that the coalition has changed
    public string LineSubject(string name) => Say($"Your line has changed: {name}", $"Su línea ha cambiado: {name}");
    public string LineText(string title) => Say(
        $"You have signed the letter “{title}”. The coalition has changed how your signature is printed.",
        $"Usted firmó la carta «{title}». La coalición ha cambiado cómo se imprime su firma.");
    public string PrintedBefore => Say("Before", "Antes");
    public string WithRole(string line, bool isLead, int? order) => !isLead ? line : order == 1 ? Say($"{line}, as the lead", $"{line}, al frente") : Say($"{line}, as a co-lead", $"{line}, entre quienes encabezan");
    public string PictureChanged => Say("The picture of the signature has changed too.", "También cambió la imagen de la firma.");

    public string Reference => Say("Reference", "Referencia");
    public string PrintedAs => Say("Printed as", "Se imprime así");
    public string ToBePrintedAs => Say("To be printed as", "Se imprimirá así");
    public string TextSigned => Say("Text", "Texto");
    public string Version(int number, string day) => Say($"version {number} of {day}", $"versión {number} del {day}");
    public string OpenUntil => Say("Open until", "Abierta hasta");
    public string UntilSentence(string deadline) => Say($"Open until {LetterWords.Inside(deadline)}.", $"Abierta hasta: {LetterWords.Inside(deadline)}.");

    // The office's form
    public string FormTitle(string jurisdiction) => Say($"Sign for {Named(jurisdiction)}", $"Firmar por {Named(jurisdiction)}");
    public string FormLead(string office) => Say(
        $"You fill in this form for the {office}. The signature is given only when the principal, or the deputy you name, has pressed the button behind a link of their own.",
        $"Usted llena este formulario por: {office}. La firma se da solo cuando el titular, o el adjunto que usted nombre, pulse el botón detrás de su propio enlace.");
    public string ReadTheLetter => Say("Read the letter", "Leer la carta");
    public string ReadFirst => Say("Read", "Lea primero");
    public string TheLetter => Say("the letter", "la carta");
    public string First => Say("first.", ".");
    public string HowPrinted => Say("How it is printed", "Cómo se imprime");
    public string Name => Say("Name of the official", "Nombre del titular");
    public string NameHint => Say("Exactly as it should stand in print, to the initial and the accent.", "Exactamente como debe imprimirse, con iniciales y acentos.");
    public string Office => Say("Office", "Cargo");
    public string Picture => Say("Picture of the signature", "Imagen de la firma");
    public string PictureHint(bool isPrinted) => isPrinted
        ? Say("PNG, JPEG or SVG, up to 2 MB; it is set above the name in the final letter.", "PNG, JPEG o SVG, hasta 2 MB; se coloca sobre el nombre en la carta definitiva.")
        : Say("PNG, JPEG or SVG, up to 2 MB. This letter prints its signatories as a list, without pictures; we keep it in case that changes.", "PNG, JPEG o SVG, hasta 2 MB. Esta carta imprime a sus firmantes como lista, sin imágenes; la guardamos por si eso cambia.");
    public string PlaceFollows => Say("The place in the list follows the jurisdictions. Mail addresses are not printed.", "El lugar en la lista sigue las jurisdicciones. Los correos no se imprimen.");
    public string PictureKept => Say("We have a picture already. Choose a file only to replace it.", "Ya tenemos una imagen. Elija un archivo solo para reemplazarla.");
    public string WhoApproves => Say("Who gives the signature", "Quién da la firma");
    public string ThePrincipal => Say("The principal", "El titular");
    public string ADeputy => Say("A deputy, named below", "Un adjunto, nombrado abajo");
    public string Deputy => Say("Name of the deputy", "Nombre del adjunto");
    public string DeputyTitle => Say("Title of the deputy", "Cargo del adjunto");
    public string OnlyForDeputy => Say("(optional; only if a deputy signs)", "(opcional; solo si firma un adjunto)");
    public string ApproverMail => Say("Work e-mail of whoever signs", "Correo del trabajo de quien firma");
    public string ApproverHint => Say("The link that signs goes there, and nowhere else.", "El enlace que firma llega allí, y a ningún otro lugar.");
    public string YourMail => Say("Your own work e-mail", "Su propio correo del trabajo");
    public string YourHint => Say("We write to you when the signature is given. For staff of the coalition only.", "Le escribimos cuando la firma esté dada. Solo para el equipo de la coalición.");
    public string SendForApproval => Say("Send it for approval", "Enviar para aprobación");
    public string DoesNotSign => Say("Our office does not sign", "Nuestra oficina no firma");
    public string Error => Say("Error", "Error");
    public string SkipToForm => Say("Skip to the form", "Ir al formulario");
    public string PreparedAlready(string mail, string moment) => Say(
        $"This was sent to {mail} for approval on {moment}. Send it again to correct it; the earlier link then stops working.",
        $"Se envió a {mail} para aprobación el {moment}. Envíelo de nuevo para corregirlo; el enlace anterior deja de servir.");
    public string WithdrawnBefore(string moment) => Say($"Your office’s signature was withdrawn on {moment}. You can sign again with this form.", $"La firma de su oficina se retiró el {moment}. Puede firmar de nuevo con este formulario.");
    public string DeclinedBefore(string moment) => Say($"Your office declined on {moment}. You can still sign.", $"Su oficina declinó el {moment}. Todavía puede firmar.");

    public string EnterName => Say("Enter the name as it should be printed", "Escriba el nombre como debe imprimirse");
    public string EnterOffice => Say("Enter the office as it should be printed", "Escriba el cargo como debe imprimirse");
    public string NameIsNone => Say("Enter the whole name, with two letters at least", "Escriba el nombre completo, con dos letras como mínimo");
    public string CannotBePrinted(string character) => Say(Printable.Refusal(character), $"La carta no puede imprimirse con «{character}». Quítelo.");
    public string TooLong(int most) => Say($"Use {most} characters at most", $"Use {most} caracteres como máximo");
    public string ChooseWho => Say("Choose who gives the signature", "Elija quién da la firma");
    public string EnterDeputy => Say("Enter the name of the deputy", "Escriba el nombre del adjunto");
    public string EnterDeputyTitle => Say("Enter the title of the deputy", "Escriba el cargo del adjunto");
    public string EnterMail(string typed) => MailAddresses.HasOtherLetters(typed)
        ? Say("Many mail servers carry only plain letters before the @. Enter another address of yours, without accents there", "Muchos servidores de correo solo aceptan letras sin acentos antes de la @. Escriba otra dirección suya, sin acentos ahí")
        : Say("Enter a full work e-mail address, like name@nmag.gov", "Escriba un correo completo del trabajo, como nombre@nmag.gov");
    public string SameMail => Say("Enter the approver’s own address: the one who prepares and the one who signs have different mailboxes", "Escriba la dirección de quien aprueba: quien prepara y quien firma tienen buzones distintos");
    public string TooManyPictures => Say("Too many pictures came from your network within an hour. Send the form without one, or try again later", "Llegaron demasiadas imágenes desde su red en una hora. Envíe el formulario sin imagen, o inténtelo más tarde");
    public string SentOften(int most) => Say(
        $"We have sent {most} mails for your office within an hour. The newest one still works; to correct it, send this again in an hour",
        $"Hemos enviado {most} correos por su oficina en una hora. El más reciente sirve; para corregirlo, envíe esto otra vez dentro de una hora");
    public string TextHasChanged(int version) => Say($"The text has changed meanwhile: it is version {version} now. Read it, then send the form again", $"El texto ha cambiado: ahora es la versión {version}. Léalo y envíe el formulario de nuevo");

    public string SentTitle => Say("Sent for approval", "Enviado para aprobación");
    public string SentText(string mail, bool isSent) => !isSent ? Say(
        $"This site sends no mail yet. The coalition keeps one for {mail}: ask for it. The signature is given when the button behind its link is pressed.",
        $"Este sitio todavía no envía correos. La coalición guarda uno para {mail}: pídalo. La firma queda dada cuando se pulse el botón detrás de su enlace.") : Say(
        $"We have sent a mail to {mail}. The signature is given when the button behind its link is pressed; we write to you then.",
        $"Hemos enviado un correo a {mail}. La firma queda dada cuando se pulse el botón detrás de su enlace; entonces le escribimos.");
    public string SentNote => Say("Nobody there got it? Open your office’s link again, check the address, and send it once more.", "¿No llegó? Abra otra vez el enlace de su oficina, revise la dirección y envíelo de nuevo.");

    // The principal's page
    public string ApproveTitle => Say("Sign the letter", "Firmar la carta");
    public string ApproveLead(string official) => Say($"Your office has prepared the signature of {official}.", $"Su oficina ha preparado la firma de {official}.");
    public string PictureOf(string name) => Say($"Handwritten signature of {name}", $"Firma manuscrita de {name}");
    public string PictureStands(bool isPrinted) => isPrinted
        ? Say("Your staff gave this picture of the signature. It is set above the name in the final letter.", "Su equipo dio esta imagen de la firma. Se coloca sobre el nombre en la carta definitiva.")
        : Say("Your staff gave this picture of the signature. The letter prints its signatories as a list, without pictures.", "Su equipo dio esta imagen de la firma. La carta imprime a sus firmantes como lista, sin imágenes.");
    public string Yes => Say("Yes", "Sí");
    public string YourWord => Say("Your word", "Su palabra");
    public string LineHasChanged => Say(
        "Something about your signature has changed since you opened this page, so nothing is signed yet. Look at it as it is now; if it is right, press the button again.",
        "Algo de su firma cambió desde que abrió esta página, así que todavía no hay firma. Mírela como está ahora; si es correcta, pulse el botón otra vez.");
    public string WordsAreKept(int version, string day) => Say(
        $"These words are kept with the signature, and so is the text you sign: version {version} of {day}.",
        $"Estas palabras se guardan con la firma, y también el texto que firma: versión {version} del {day}.");
    public string SignNow => Say("Sign the letter", "Firmar la carta");
    public string SignedTitle => Say("Signed. Thank you", "Firmada. Gracias");
    public string IsListed(string name, bool isSent) => !isSent
        ? Say($"{name} is on the list now. The coalition keeps a mail for you with a link to correct or withdraw the signature; this site sends none yet.", $"{name} ya está en la lista. La coalición guarda para usted un correo con un enlace para corregir o retirar la firma; este sitio todavía no los envía.")
        : Say($"{name} is on the list now. We have sent you a mail with a link to correct or withdraw the signature.", $"{name} ya está en la lista. Le hemos enviado un correo con un enlace para corregir o retirar la firma.");
    public string SecondOne(string jurisdiction) => Say(
        $"For {Named(jurisdiction)} a signature stands already, and one official of each jurisdiction signs this letter. The coalition sees both and writes to you; until then the first one stands.",
        $"Por {Named(jurisdiction)} ya consta una firma, y de cada jurisdicción firma un titular. La coalición ve ambas y le escribe; hasta entonces vale la primera.");
    public string OfficeHasSigned => Say("Your office has signed", "Su oficina ha firmado");
    public string OfficeHasSignedText(string official, string moment, string standing) => Say(
        $"{official}, signed on {moment}. {standing} To correct or withdraw the signature, use the link in the mail to whoever signed, or write to the coalition.",
        $"{official}, firmó el {moment}. {standing} Para corregir o retirar la firma, use el enlace del correo para quien firmó, o escriba a la coalición.");

    // Saying no
    public string RefusalTitle => Say("Your office does not sign", "Su oficina no firma");
    public string RefusalLead => Say("The coalition is told, and sends your office no more reminders. Nobody outside it learns that you were asked.", "Se lo decimos a la coalición, que no enviará más recordatorios. Nadie fuera de ella sabrá que se les preguntó.");
    public string RefusalReason => Say("Reason", "Motivo");
    public string Optional => Say("(optional)", "(opcional)");
    public string RefusalButton => Say("Tell the coalition that we do not sign", "Decir a la coalición que no firmamos");
    public string RefusedTitle => Say("Thank you for telling us", "Gracias por decírnoslo");
    public string RefusedText => Say("Your office does not sign. If that changes while the letter is open, use the same link again.", "Su oficina no firma. Si eso cambia mientras la carta esté abierta, use el mismo enlace.");
    public string ApprovalRefusedText => Say(
        "Your office does not sign, and this link signs no more. If that changes while the letter is open, ask your staff to fill in the office’s form again; you then get a new link.",
        "Su oficina no firma, y este enlace ya no firma. Si eso cambia mientras la carta esté abierta, pida a su equipo que llene de nuevo el formulario de la oficina; usted recibirá entonces un enlace nuevo.");
    public string BackToForm => Say("Back to the form", "Volver al formulario");

    // What cannot be any more
    public string ReplacedTitle => Say("This link has been replaced", "Este enlace fue reemplazado");
    public string ReplacedText => Say("Your office has prepared the signature anew. Use the newest mail.", "Su oficina ha preparado la firma de nuevo. Use el correo más reciente.");
    public string DeclinedTitle => Say("Your office has declined", "Su oficina ha declinado");
    public string DeclinedText => Say("If that is not so, ask your staff to fill in the form again.", "Si no es así, pida a su equipo que llene el formulario de nuevo.");
    public string WithdrawnTitle => Say("This signature was withdrawn", "Esta firma fue retirada");
    public string WithdrawnText => Say("It is no longer listed or counted.", "Ya no aparece en la lista ni cuenta.");
    public string ChangedTitle => Say("The text has changed", "El texto ha cambiado");
    public string ChangedText => Say(
        "The words of the letter changed in substance after your office prepared this. Our newest mail to whoever signs has a link that shows the new text and agrees to it. Your staff can also look at the new text and prepare the signature again.",
        "El fondo de la carta cambió después de que su oficina preparó esto. Nuestro correo más reciente a quien firma lleva un enlace que muestra el nuevo texto y lo acepta. Su equipo también puede ver el nuevo texto y preparar la firma de nuevo.");
    public string TooLateTitle => Say("The letter is closed", "La carta está cerrada");
    public string TooLateText(string moment) => Say($"Signatures could be given until {moment}. Write to the coalition if you believe this is wrong.", $"Se podía firmar hasta el {moment}. Escriba a la coalición si cree que es un error.");
    public string SeeTheLetter => Say("See the letter", "Ver la carta");
}
