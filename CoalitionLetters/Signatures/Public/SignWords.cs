using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;

namespace CoalitionLetters.Signatures.Public;

/// <summary>All that the app says to those who sign, on pages and in mails, in the letter's language.</summary>
public sealed class SignWords(string language)
{
    private readonly bool spanish = language == "es";
    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;

    // The form
    public string Error => Say("Error", "Error");
    public string SkipToForm => Say("Skip to the form", "Ir al formulario");
    public string SignForOrganization => Say("Sign for your organization", "Firmar por su organización");
    public string SignAsOfficial => Say("Sign the letter", "Firmar la carta");
    public string Lead(string? signed, bool official) => (signed is null ? "" : signed + ". ") + (official
        ? Say("You need no account. Give your name and your office exactly as they should be printed.", "No necesita cuenta. Escriba su nombre y su cargo exactamente como deben imprimirse.")
        : Say("You need no account; have your organization’s exact name at hand and the right to speak for it.", "No necesita cuenta; tenga a mano el nombre exacto de su organización y el derecho de hablar por ella."));
    public string OpenUntil(string deadline) => Say($"Open until {LetterWords.Inside(deadline)}.", $"Abierta hasta: {LetterWords.Inside(deadline)}.");
    public string Read => Say("Read", "Lea primero");
    public string TheLetter => Say("the letter", "la carta");
    public string FirstOrIts(int minutes) => Say($"first ({minutes} {(minutes == 1 ? "minute" : "minutes")}) or its", $"({minutes} {(minutes == 1 ? "minuto" : "minutos")}) o su");
    public string PlainText => Say("plain text", "texto sin formato");
    public string AnotherLook(int faults) => spanish
        ? faults == 1 ? "Revise una respuesta" : $"Revise {NumberWords.Of(faults, "es", Counted.Feminine)} respuestas"
        : faults == 1 ? "One answer needs another look" : $"{Capital(NumberWords.Of(faults, "en"))} answers need another look";

    public string HowListed => Say("How you are listed", "Cómo aparece en la lista");
    public string OrganizationName => Say("Name of the organization", "Nombre de la organización");
    public string OfficialName => Say("Your name, as it should be printed", "Su nombre, como debe imprimirse");
    public string NameHint => Say("Exactly as it should stand in print, with accents and capitals.", "Exactamente como debe imprimirse, con acentos y mayúsculas.");
    public string WhatKind => Say("What kind of organization it is", "Qué tipo de organización es");
    public string KindHint => Say("The list is divided by kind.", "La lista está dividida por tipo.");
    public string KindOf(OrganizationKind kind) => kind switch
    {
        OrganizationKind.Union => Say("A union", "Un sindicato"),
        OrganizationKind.Advocacy => Say("An advocacy organization", "Una organización de defensa de derechos"),
        OrganizationKind.Legal => Say("A legal organization", "Una organización jurídica"),
        OrganizationKind.Community => Say("A community organization", "Una organización comunitaria"),
        OrganizationKind.Faith => Say("A faith organization", "Una organización religiosa"),
        _ => Say("Another kind", "De otro tipo"),
    };
    public string WhereItWorks => Say("Where it works", "Dónde trabaja");
    public string InTheCountry => Say("In the whole country", "En todo el país");
    public string InOneState => Say("In one state", "En un estado");
    public string InOnePlace => Say("In a city, a county or another part of a state", "En una ciudad, un condado u otra parte de un estado");
    public string InSeveralCountries => Say("In another country, or in several", "En otro país, o en varios");
    public string State => Say("State", "Estado");
    public string Country => Say("Country", "País");
    public string Choose => Say("Choose", "Elija");
    public string Website => Say("Website", "Sitio web");
    public string SiteHint(bool official) => official ? Say("Helps us to see that your mail and your office belong together.", "Nos ayuda a ver que su correo y su cargo van juntos.") : Say("Helps us to see that your mail and your organization belong together.", "Nos ayuda a ver que su correo y su organización van juntos.");
    public string Logo => Say("Logo", "Logotipo");
    public string LogoHint => Say("SVG, PNG or JPEG, up to 2 MB. We keep it with your signature; it is not printed in the letter or shown in public.", "SVG, PNG o JPEG, hasta 2 MB. Se guarda con su firma; no se imprime en la carta ni se muestra en público.");
    public string LogoIsGone => Say("We no longer have this logo. Choose the file once more, or sign without it", "Ya no tenemos este logotipo. Elija el archivo otra vez, o firme sin él");
    public string TooManyLogos => Say("Too many logos came from your network within an hour. Sign without one, or try again later", "Llegaron demasiados logotipos desde su red en una hora. Firme sin logotipo, o inténtelo más tarde");
    public string LogoKept(string name) => Say($"We have kept {name}. Choose a file only to replace it.", $"Hemos guardado {name}. Elija un archivo solo para reemplazarlo.");
    public string Optional => Say("(optional)", "(opcional)");
    public string OptionalForStaff => Say("(optional, for staff only)", "(opcional, solo para el equipo)");

    public string HowPrinted => Say("How it will be printed", "Cómo se imprimirá");
    public string PlaceFollows => Say("The place in the list follows the alphabet. Your name, phone and e-mail are not printed.", "El lugar en la lista sigue el alfabeto. Su nombre, teléfono y correo no se imprimen.");
    public string PlaceOfOfficial => Say("The place in the list follows the jurisdictions. Your phone and e-mail are not printed.", "El lugar en la lista sigue las jurisdicciones. Su teléfono y correo no se imprimen.");
    public string LookOnce => Say("Nothing is sent yet. Look once: you will be listed as", "Aún no se ha enviado nada. Mire una vez: figurará como");
    public string SignAsPrinted => Say("Yes, sign the letter", "Sí, firmar la carta");
    public string ChangeIt => Say("Change it", "Cambiarlo");
    public string ShowAgain => Say("Show again", "Mostrar otra vez");
    public string YourOffice => Say("your office", "su cargo");

    /// <summary>As the signer says it in the statement.</summary>
    public string MyOffice => Say("my office", "mi cargo");
    public string MyOrganization => Say("my organization", "mi organización");
    public string YourOrganization => Say("your organization", "su organización");

    public string WhoSigns => Say("Who signs for it", "Quién firma por ella");
    public string WhoAreYou => Say("Your office", "Su cargo");
    public string FullName => Say("Your full name", "Su nombre completo");
    public string Title => Say("Your title", "Su cargo");
    public string Office => Say("Your office, as it should be printed", "Su cargo, como debe imprimirse");
    public string OfficeHint => Say("With its place or district, like “Attorney General of New Mexico” or “State Senator, District 12”.", "Con su lugar o distrito, por ejemplo, “Fiscal General de Nuevo México” o “Senador Estatal, Distrito 12”.");
    public string WorkMail => Say("Work e-mail", "Correo del trabajo");
    public string MailHint(bool listsAtOnce) => listsAtOnce
        ? Say("We send one link there; the signature counts when you have confirmed it. For staff only.", "Enviamos allí un enlace; la firma cuenta cuando usted la haya confirmado. Solo para el equipo.")
        : Say("We send one link there; when you have confirmed the signature, we look at it and then list it. For staff only.", "Enviamos allí un enlace; cuando usted haya confirmado la firma, la revisamos y después la publicamos. Solo para el equipo.");
    public string Phone => Say("Phone", "Teléfono");
    public string Quote => Say("A sentence the press may quote", "Una frase que la prensa puede citar");
    public string QuoteHint(int most, bool official) => official
        ? Say($"Printed with your name and office, at most {most} characters. Leave it empty and nobody will be quoted.", $"Se imprime con su nombre y cargo, hasta {most} caracteres. Si la deja vacía, no se citará a nadie.")
        : Say($"Printed with the organization’s name, at most {most} characters. Leave it empty and nobody will be quoted.", $"Se imprime con el nombre de la organización, hasta {most} caracteres. Si la deja vacía, no se citará a nadie.");
    public string Question(int count) => spanish
        ? count == 1 ? "Una pregunta de la coalición" : "Preguntas de la coalición"
        : count == 1 ? "A question from the coalition" : "Questions from the coalition";

    public string YourWord => Say("Your word", "Su palabra");
    public string WordsAreKept(int version, string day) => Say(
        $"These words are kept with your signature, and so is the text you sign: version {version} of {day},",
        $"Estas palabras se guardan con su firma, y también el texto que firma: versión {version} del {day},");
    public string IfItChanges => Say("If a change of substance is made, we ask you again, and until you answer you are not counted.", "Si hay un cambio de fondo, le preguntamos de nuevo, y hasta que responda su firma no cuenta.");
    public string SignTheLetter => Say("Sign the letter", "Firmar la carta");
    public string Trouble => Say("Trouble with the form? Write to us and we enter the signature for you:", "¿Problemas con el formulario? Escríbanos y registramos la firma por usted:");
    public string Retention(int days) => Say(
        $"We keep your personal data until {days} days after the letter closes; the public listing stays.",
        $"Guardamos sus datos personales hasta {days} días después del cierre de la carta; la lista pública permanece.");
    public string FaxLabel => Say("Leave this field empty", "Deje este campo vacío");

    // The form of a letter that is signed by invitation
    public string ByInvitationTitle => Say("Offices sign by their own link", "Las oficinas firman con su propio enlace");
    public string ByInvitationText => Say("Each office is invited with a link to its own form. If yours has none, ask the coalition for it.", "Cada oficina recibe una invitación con el enlace a su formulario. Si la suya no tiene, pídalo a la coalición.");

    // What is wrong
    public string EnterName => Say("Enter the name of the organization", "Escriba el nombre de la organización");
    public string EnterYourName => Say("Enter your name as it should be printed", "Escriba su nombre como debe imprimirse");
    public string NameIsNone => Say("Enter the whole name, with two letters or digits at least", "Escriba el nombre completo, con dos letras o cifras como mínimo");
    public string NamesNoOrganization(string name, NoName none)
    {
        var (english, inSpanish) = none switch
        {
            NoName.Number => ("a number", "un número"),
            NoName.MailAddress => ("a mail address", "una dirección de correo"),
            NoName.WebAddress => ("a web address", "una dirección web"),
            NoName.PhoneNumber => ("a phone number", "un número de teléfono"),
            _ => ("not the name of an organization", ""),
        };
        return Say($"“{name}” is {english}. Enter the full name of the organization that you sign for",
            $"«{name}» {(inSpanish.Length > 0 ? $"es {inSpanish}" : "no es el nombre de una organización")}. Escriba el nombre completo de la organización por la que firma");
    }

    public string CannotBePrinted(string character) => Say(Printable.Refusal(character), $"La carta no puede imprimirse con «{character}». Quítelo.");
    public string NameTooLong(int most) => Say($"Keep the name to {most} characters", $"Escriba un nombre de hasta {most} caracteres");
    public string LineTooLong(int most) => Say($"Keep this to {most} characters", $"Escriba hasta {most} caracteres");
    public string ChooseKind => Say("Choose what kind of organization it is", "Elija qué tipo de organización es");
    public string ChooseWhere => Say("Choose where the organization works", "Elija dónde trabaja la organización");
    public string ChooseState => Say("Choose the state", "Elija el estado");
    public string ChooseCountry => Say("Choose the country", "Elija el país");
    public string EnterSite => Say("Enter a web address, like union.example, or leave it empty", "Escriba una dirección web, como sindicato.example, o déjela vacía");
    public string EnterFullName => Say("Enter your full name", "Escriba su nombre completo");
    public string EnterTitle => Say("Enter your title, like Executive Director", "Escriba su cargo, como Directora Ejecutiva");
    public string EnterOffice => Say("Enter your office as it should be printed", "Escriba su cargo como debe imprimirse");
    public string EnterMail(string typed) => MailAddresses.HasOtherLetters(typed)
        ? Say("Many mail servers carry only plain letters before the @. Enter another address of yours, without accents there", "Muchos servidores de correo solo aceptan letras sin acentos antes de la @. Escriba otra dirección suya, sin acentos ahí")
        : Say("Enter a full work e-mail address, like name@union.example", "Escriba una dirección de correo completa, como nombre@sindicato.example");
    public string EnterPhone => Say("Enter a phone number, like 202-555-0134, or leave it empty", "Escriba un número de teléfono, como 202-555-0134, o déjelo vacío");
    public string QuoteTooLong(int most) => Say($"Keep the sentence to {most} characters", $"Escriba una frase de hasta {most} caracteres");
    public string AnswerThis(string question) => Say($"Answer this: {question}", $"Responda: {question}");
    public string AnswerTooLong(int most) => Say($"Keep the answer to {most} characters", $"Escriba una respuesta de hasta {most} caracteres");
    public string TickTheBox(string organization) => Say($"Tick the box if you may sign for {organization}", $"Marque la casilla si puede firmar por {organization}");
    public string TextHasChanged(int version) => Say(
        $"The text of the letter has changed while you were writing. Read version {version}, then tick the box if you agree to it",
        $"El texto de la carta ha cambiado mientras usted escribía. Lea la versión {version} y marque la casilla si está de acuerdo");
    public string LeaveEmpty => Say("Leave this field empty; it is there to stop machines", "Deje este campo vacío; está ahí para detener a las máquinas");

    // The receipt
    public string OneStepLeft => Say("Thank you. One step is left.", "Gracias. Falta un paso.");
    public string OneStepTitle => Say("One step left: confirm by mail", "Falta un paso: confirme por correo");
    public string WeSentTo => Say("We have sent a mail to", "Hemos enviado un correo a");
    public string WeKeepFor => Say("This site sends no mail yet. Ask the coalition for the one it keeps for", "Este sitio todavía no envía correos. Pida a la coalición el que guarda para");
    public string OpenTheLink(string name, bool listsAtOnce) => listsAtOnce
        ? Say($"Open the link in it and press “{ConfirmButton}”. Then {name} counts.", $"Abra el enlace y pulse «{ConfirmButton}». Entonces {name} contará.")
        : Say(
            $"Open the link in it and press “{ConfirmButton}”. Then we look at the signature, and {name} counts when it is listed.",
            $"Abra el enlace y pulse «{ConfirmButton}». Después revisamos la firma, y {name} contará cuando esté en la lista.");
    public string YourReceipt => Say("Your receipt", "Su comprobante");
    public string ReferenceNumber => Say("Reference number", "Número de referencia");
    public string Organization => Say("Organization", "Organización");
    public string NameLabel => Say("Name", "Nombre");
    public string ListedUnder => Say("Listed under", "En la lista, bajo");
    public string TextSigned => Say("Text signed", "Texto firmado");
    public string Version(int number, string day) => Say($"Version {number}, {day}", $"Versión {number}, {day}");
    public string Received => Say("Received", "Recibida");
    public string MailRepeats => Say("The mail repeats all of this. You can print this page.", "El correo repite todo esto. Puede imprimir esta página.");
    public string WhatNext => Say("What happens next", "Qué sigue");
    public string YouConfirm => Say("You confirm", "Usted confirma");
    public string LinkIsGood(string deadline) => Say(
        $"The link is good until the letter closes, {deadline}. No mail after ten minutes? Look under junk, or have it sent again below.",
        $"El enlace sirve hasta que cierre la carta: {deadline}. ¿No llega en diez minutos? Mire en el correo no deseado, o pida abajo que se envíe otra vez.");
    public string LinkOfKeptIsGood(string deadline) => Say($"The link is good until the letter closes, {deadline}.", $"El enlace sirve hasta que cierre la carta: {deadline}.");
    public string WeListAtOnce => Say("You are listed", "Aparece en la lista");
    public string AtOnceText => Say("At once. If something is unclear we call or write first; nothing is listed half-known.", "Enseguida. Si algo no está claro, llamamos o escribimos antes; nada se publica a medias.");
    public string WeLook => Say("We look, then list you", "Revisamos y la publicamos");
    public string ListHasAlready(string name) => Say(
        $"The list already has {name}. If that is you, your organization stands there already and you need do nothing more; if you are a chapter or an affiliate, sign on: your own line counts.",
        $"La lista ya incluye a {name}. Si se trata de ustedes, su organización ya figura y no hace falta nada más; si son una sección o filial, sigan adelante: su propia línea cuenta.");
    public string LookText => Say("As a rule the same day. If something is unclear we call or write first; nothing is listed half-known.", "Por lo común el mismo día. Si algo no está claro, llamamos o escribimos antes; nada se publica a medias.");
    public string LetterGoesOut => Say("The letter goes out", "Sale la carta");
    public string GoesOutText => Say("With the list as it stands when it closes. The page then has the final PDF, with its number and the exact count.", "Con la lista tal como esté al cerrar. La página tendrá entonces el PDF definitivo, con su número y el total exacto.");
    public string IfSomethingChanges => Say("If something changes", "Si algo cambia");
    public string ChangesText => Say(
        "The link in the mail also corrects your listing, hands it to a colleague, or withdraws it. Before the final letter a withdrawn name is simply gone; after it, the page says so with the date.",
        "El enlace del correo también sirve para corregir sus datos, pasarlos a un colega o retirar la firma. Antes de la carta definitiva, un nombre retirado simplemente desaparece; después, la página lo dice con la fecha.");
    public string SendAgainTitle => Say("No mail?", "¿No llegó el correo?");
    public string SendAgain => Say("Send it again", "Enviar otra vez");
    public string SentAgain => Say("We have sent it again.", "Lo hemos enviado otra vez.");
    public string KeptAgain => Say("There is a new mail with the coalition now.", "La coalición tiene ahora un correo nuevo.");
    public string SentOften(bool isSent) => !isSent
        ? Say("There are several mails for you already. Ask the coalition for the newest.", "Ya hay varios correos para usted. Pida a la coalición el más reciente.")
        : Say("We have sent it several times already. Look under junk, or write to us.", "Ya lo hemos enviado varias veces. Mire en el correo no deseado, o escríbanos.");
    public string AskOneMore(bool official) => official ? Say("Ask one more office", "Invite a otra oficina") : Say("Ask one more organization", "Invite a otra organización");
    public string BecauseAsked => Say("Most signatures come because a colleague asked.", "La mayoría de las firmas llegan porque un colega lo pidió.");
    public string Forward => Say("Forward by e-mail", "Reenviar por correo");
    public string WillYouSign => Say("Will you sign?", "¿Firmaría usted?");

    // Confirming
    public string ConfirmTitle => Say("Confirm your signature", "Confirme su firma");
    public string ConfirmLead(string name) => Say($"One press, and {name} has signed.", $"Un toque, y {name} habrá firmado.");
    public string ConfirmButton => Say("Confirm our signature", "Confirmar nuestra firma");
    public string NotYou => Say("If you did not ask for this, close the page; nothing will happen.", "Si usted no lo pidió, cierre la página; no pasará nada.");
    public string ConfirmedTitle => Say("Your signature is confirmed", "Su firma está confirmada");
    public string ConfirmedAlreadyTitle => Say("Your signature is confirmed already", "Su firma ya está confirmada");
    public string ConfirmedAlready(string moment) => Say($"It was confirmed on {moment}; there is nothing more to do here.", $"Fue confirmada el {moment}; aquí no hay nada más que hacer.");
    public string IsListed(string name) => Say($"{name} is on the list and counts.", $"{name} está en la lista y cuenta.");
    public string IsLookedAt(string name) => Say($"{name} has signed. The coalition looks at it, then lists it, as a rule the same day.", $"{name} ha firmado. La coalición la revisa y después la publica, por lo común el mismo día.");
    public string SeeTheLetter => Say("See the letter", "Ver la carta");
    public string ManageNote => Say("To correct or withdraw it, use the other link in our mail.", "Para corregirla o retirarla, use el otro enlace de nuestro correo.");

    public string UnknownTitle => Say("This link is not known here", "Este enlace no se conoce aquí");
    public string UnknownText => Say("It may have been cut off in the mail. Copy the whole address, or ask the coalition.", "Quizá se cortó en el correo. Copie la dirección entera, o pregunte a la coalición.");
    public string ExpiredTitle => Say("This link is no longer good", "Este enlace ya no sirve");
    public string ExpiredText => Say("A newer link has taken its place, or its time is over. We can send you a new one.", "Un enlace más nuevo lo ha reemplazado, o su plazo pasó. Podemos enviarle uno nuevo.");
    public string NewLinkSent(bool isSent) => !isSent
        ? Say("There is a new link. This site sends no mail yet: ask the coalition for the mail that it keeps for you.", "Hay un enlace nuevo. Este sitio todavía no envía correos: pida a la coalición el que guarda para usted.")
        : Say("We have sent a new link to the address of the signature.", "Hemos enviado un enlace nuevo a la dirección de la firma.");
    public string SendNewLink => Say("Send a new link", "Enviar un enlace nuevo");
    public string ReplacedText => Say("The signature is in other hands now; the new signer has a link.", "La firma está ahora en otras manos; la nueva persona tiene su enlace.");
    public string TooLateTitle => Say("Signing is over", "El plazo para firmar terminó");
    public string TooLateText(string moment) => Say($"Signatures could be confirmed until {moment}. This one was not, and is not counted.", $"Las firmas podían confirmarse hasta el {moment}. Esta no se confirmó y no cuenta.");
    public string WithdrawnTitle => Say("This signature was withdrawn", "Esta firma fue retirada");
    public string WithdrawnText(string moment) => Say($"It was withdrawn on {moment}. To sign again, use the form on the letter’s page.", $"Fue retirada el {moment}. Para firmar de nuevo, use el formulario en la página de la carta.");
    public string DeclinedTitle => Say("The coalition has not listed this signature", "La coalición no ha publicado esta firma");
    public string DeclinedText => Say("Write to the coalition if you think that this is a mistake.", "Escriba a la coalición si cree que es un error.");
    public string ClosedTitle => Say("This letter is closed for signatures", "Esta carta está cerrada para firmas");
    public string ClosedText(string moment) => Say($"It closed on {moment}. If you were asked to sign and came late, write to the coalition.", $"Cerró el {moment}. Si le pidieron firmar y llegó tarde, escriba a la coalición.");
    public string FinalTitle => Say("This letter is final", "Esta carta es definitiva");
    public string FinalText(int edition, string day) => Say(
        $"Its list went out on {LetterWords.Inside(day)} as edition {edition}. If you were asked to sign and came late, write to the coalition: only a later edition can carry another name.",
        $"Su lista salió el {day} como edición {edition}. Si le pidieron firmar y llegó tarde, escriba a la coalición: solo una edición posterior puede llevar otro nombre.");
    public string LetterWithdrawnText => Say("The coalition has withdrawn the letter. It can no longer be signed.", "La coalición ha retirado la carta. Ya no se puede firmar.");
    public string NotTaken => Say("The form was not taken", "El formulario no se recibió");
    public string TooMany => Say("Many forms came from your network. Wait a few minutes, then send this one again: what you typed is below", "Llegaron muchos formularios desde su red. Espere unos minutos y envíe este otra vez: lo que escribió está abajo");
    public string TooManyWithFile => Say($"{TooMany}; only a file has to be chosen anew", $"{TooMany}; solo hay que elegir de nuevo el archivo");
    public string TooLargeTitle => Say("The file is too large", "El archivo es demasiado grande");
    public string TooLargeText => Say("Go back and choose a logo of 2 MB at most, or sign without one. Nothing was sent.", "Vuelva atrás y elija un logotipo de hasta 2 MB, o firme sin él. No se envió nada.");

    // Managing
    public string YourSignature => Say("Your signature", "Su firma");
    public string Standing(Signature signature) => signature.AwaitsAgreement && signature.ConfirmedAt is not null ? new ConsentWords(language).Standing
        : Standing(signature.AwaitsConfirmation ? SignatureStatus.Submitted : signature.Status);
    public string Standing(SignatureStatus status) => status switch
    {
        SignatureStatus.Submitted => Say("Waits for your confirmation", "Espera su confirmación"),
        SignatureStatus.Listed => Say("Listed and counted", "En la lista, y cuenta"),
        SignatureStatus.Withdrawn => Say("Withdrawn", "Retirada"),
        SignatureStatus.Declined => Say("Not listed by the coalition", "La coalición no la publicó"),
        SignatureStatus.Merged => Say("Joined with another signature of the same organization", "Unida a otra firma de la misma organización"),
        _ => Say("Confirmed; the coalition looks at it", "Confirmada; la coalición la revisa"),
    };
    public string StandingLabel => Say("How it stands", "Estado");
    public string PrintedLine => Say("Printed as", "Se imprime como");
    public string Signer => Say("Signer", "Firmante");
    public string WhatYouCanDo => Say("What you can do", "Qué puede hacer");
    public string CorrectTitle => Say("Correct the listing", "Corregir los datos");
    public string CorrectText(bool official) => official
        ? Say("Name, office and the sentence for the press.", "Nombre, cargo y la frase para la prensa.")
        : Say("Name, place, website and the sentence for the press.", "Nombre, lugar, sitio web y la frase para la prensa.");
    public string CorrectLead(bool isListed, bool listsAtOnce, bool official) => (isListed, listsAtOnce, official) switch
    {
        (false, _, _) => Say("The corrected line takes the place of the one that you sent.", "La línea corregida reemplaza la que usted envió."),
        (true, true, true) => Say(
            "The list shows a corrected office at once. Another name, and whatever is unclear, waits: the line stays listed and counted as it is until the coalition has looked, as a rule the same day.",
            "Un cargo corregido aparece enseguida en la lista. Otro nombre, o lo que no esté claro, espera: la línea queda en la lista y en el total como está hasta que la coalición lo haya revisado, por lo común el mismo día."),
        (true, true, false) => Say(
            "The list shows the corrected line at once. If something about it is unclear, the line stays listed and counted as it is until the coalition has looked, as a rule the same day.",
            "La lista muestra la línea corregida enseguida. Si algo no está claro, la línea queda en la lista y en el total como está hasta que la coalición la haya revisado, por lo común el mismo día."),
        _ => Say(
            "The line stays listed and counted as it is until the coalition has looked at your correction, as a rule the same day. The sentence for the press changes at once.",
            "La línea queda en la lista y en el total como está hasta que la coalición haya revisado su corrección, por lo común el mismo día. La frase para la prensa cambia enseguida."),
    };
    public string ReplacesCorrection => Say(
        "A correction of yours waits already; it is filled in below. What you save now takes its place.",
        "Ya espera una corrección suya; está abajo en el formulario. Lo que guarde ahora la reemplaza.");
    public string Save => Say("Save", "Guardar");
    public string CorrectionTitle => Say("Your correction waits", "Su corrección espera");
    public string CorrectionText(SignatureStatus status, bool isFinal) => isFinal
        ? Say("The published letter has the line above. If the coalition takes your correction, a later edition carries it.", "La carta publicada lleva la línea de arriba. Si la coalición acepta su corrección, irá en una edición posterior.")
        : status == SignatureStatus.Listed
            ? Say("The list has the line above, and it counts. The coalition looks at your correction, as a rule the same day; if it takes it, the list will have this line instead:", "La lista lleva la línea de arriba, y cuenta. La coalición revisa su corrección, por lo común el mismo día; si la acepta, la lista llevará en su lugar esta línea:")
            : Say("The coalition looks at it together with your signature:", "La coalición la revisa junto con su firma:");
    public string NoWebsite => Say("None", "Ninguno");
    public string SentOn => Say("Sent", "Enviada");
    public string TakeCorrectionBack => Say("Take the correction back", "Retirar la corrección");
    public string CorrectionTakenBack => Say("The correction is taken back. The line stays as it is.", "La corrección está retirada. La línea queda como está.");
    public string HandTitle => Say("Hand it to a colleague", "Pasarla a un colega");
    public string HandText(bool official) => official
        ? Say("Somebody else in your office looks after the signature from now on; it stays in your name.", "Otra persona de su oficina se ocupa de la firma desde ahora; sigue a nombre de usted.")
        : Say("Another person signs for the organization from now on.", "Otra persona firma por la organización desde ahora.");
    public string HandLead(bool isSent) => !isSent
        ? Say("The new signer gets a link of their own, in a mail that the coalition keeps: this site sends none yet. Your link stops working.", "La nueva persona recibe su propio enlace, en un correo que guarda la coalición: este sitio todavía no los envía. El suyo deja de servir.")
        : Say("The new signer gets a mail with a link of their own. Your link stops working, and we tell you so by mail.", "La nueva persona recibe un correo con su propio enlace. El suyo deja de servir, y se lo decimos por correo.");
    public string NewSigner => Say("Who signs from now on", "Quién firma desde ahora");
    public string TheirName => Say("Full name", "Nombre completo");
    public string TheirTitle => Say("Title", "Cargo");
    public string HandOver => Say("Hand over", "Pasar");
    public string HandedTitle => Say("Your colleague has it now", "Ahora la tiene su colega");
    public string HandedText(bool isSent) => !isSent
        ? Say("The coalition keeps a mail for each of you, because this site sends none yet: ask for them. This link no longer works.", "La coalición guarda un correo para cada uno, porque este sitio todavía no los envía: pídanlos. Este enlace ya no sirve.")
        : Say("We have written to both of you. This link no longer works.", "Les hemos escrito a ambos. Este enlace ya no sirve.");
    public string WithdrawTitle => Say("Withdraw the signature", "Retirar la firma");
    public string WithdrawText(bool official) => official
        ? Say("You no longer stand behind the letter.", "Usted ya no apoya la carta.")
        : Say("The organization no longer stands behind the letter.", "La organización ya no apoya la carta.");
    public string WithdrawLead(string name) => Say($"{name} will no longer be listed or counted. This cannot be undone here; you could sign again while the letter is open.", $"{name} ya no aparecerá ni contará. Aquí no se puede deshacer; podría firmar de nuevo mientras la carta esté abierta.");
    public string WithdrawAfter(string name) => Say($"The final letter is out and stands as it is. Its page will say with today’s date that one signatory withdrew, and a later edition will be without {name}.", $"La carta definitiva ya salió y queda como está. Su página dirá con la fecha de hoy que un firmante se retiró, y una edición posterior irá sin {name}.");
    public string WithdrawButton => Say("Withdraw our signature", "Retirar nuestra firma");
    public string EraseTitle => Say("Erase my data", "Borrar mis datos");
    public string EraseText(bool official, bool stands) => !stands
        ? official ? Say("Your mail address, phone and answers go.", "Se borran su correo, teléfono y respuestas.") : Say("Your name, title, addresses and answers go.", "Se borran su nombre, cargo, direcciones y respuestas.")
        : official
        ? Say("Your mail address, phone and answers go; your name and office stay on the list.", "Se borran su correo, teléfono y respuestas; su nombre y cargo siguen en la lista.")
        : Say("Your name, title, addresses and answers go; the organization’s line stays.", "Se borran su nombre, cargo, direcciones y respuestas; la línea de la organización permanece.");
    public string EraseLead(string name, bool unconfirmed, bool official, bool stands) => !stands
        ? official
            ? Say("Your mail address, phone and answers are erased here. The links in our mails stop working.", "Se borran aquí su correo, teléfono y respuestas. Los enlaces de nuestros correos dejan de servir.")
            : Say("Your name, title, mail address, phone and answers are erased here. The links in our mails stop working.", "Se borran aquí su nombre, cargo, correo, teléfono y respuestas. Los enlaces de nuestros correos dejan de servir.")
        : (unconfirmed, official) switch
    {
        (true, true) => Say($"Your mail address, phone and answers are erased here, and the signature of {name}, which is not confirmed, goes with them. The links in our mails stop working.", $"Se borran aquí su correo, teléfono y respuestas, y con ellos la firma de {name}, que no está confirmada. Los enlaces de nuestros correos dejan de servir."),
        (false, true) => Say($"Your mail address, phone and answers are erased here. The line of {name} stays as it is; withdraw the signature first if it is to go too. The links in our mails stop working, so nobody can change it by them any more.", $"Se borran aquí su correo, teléfono y respuestas. La línea de {name} queda como está; retire antes la firma si también debe irse. Los enlaces de nuestros correos dejan de servir, así que nadie podrá cambiarla con ellos."),
        (true, false) => Say($"Your name, title, mail address, phone and answers are erased here, and the signature of {name}, which is not confirmed, goes with them. The links in our mails stop working.", $"Se borran aquí su nombre, cargo, correo, teléfono y respuestas, y con ellos la firma de {name}, que no está confirmada. Los enlaces de nuestros correos dejan de servir."),
        _ => Say($"Your name, title, mail address, phone and answers are erased here. The line of {name} stays as it is; withdraw the signature first if it is to go too. The links in our mails stop working, so nobody can change it by them any more.", $"Se borran aquí su nombre, cargo, correo, teléfono y respuestas. La línea de {name} queda como está; retire antes la firma si también debe irse. Los enlaces de nuestros correos dejan de servir, así que nadie podrá cambiarla con ellos."),
    };
    public string CorrectionGoesToo => Say("The correction that waits is erased too.", "También se borra la corrección que espera.");
    public string ErasedTitle => Say("Your data is erased", "Sus datos están borrados");
    public string ErasedText(bool official, bool stands) => !stands
        ? official ? Say("How you were reached is forgotten here.", "Aquí ya no consta cómo comunicarse con usted.") : Say("Nothing of you is left here.", "Aquí no queda nada de usted.")
        : official
        ? Say("Nothing of you is left here but the printed line. What you signed stands.", "Aquí no queda de usted más que la línea impresa. Lo que firmó sigue en pie.")
        : Say("Nothing of you is left here. What the organization signed stands.", "Aquí no queda nada de usted. Lo que firmó la organización sigue en pie.");
    public string Yes => Say("Yes", "Sí");
    public string KeepIt => Say("Keep it", "Mantenerla");
    public string Saved => Say("Saved.", "Guardado.");
    public string SavedWaits(string name) => Say(
        $"Saved. Nothing changes on the list yet: {name} stays listed and counted until the coalition has looked at your correction, as a rule the same day.",
        $"Guardado. La lista todavía no cambia: {name} sigue en la lista y en el total hasta que la coalición haya revisado su corrección, por lo común el mismo día.");
    public string SavedHeld(string name) => Say(
        $"Saved. {name} is not on the public list and not counted until the coalition looks at the change, then lists it: as a rule the same day.",
        $"Guardado. {name} no está en la lista pública ni en el total hasta que la coalición revise el cambio y lo publique: por lo común el mismo día.");
    public string StandsAsItIs => Say("The final letter is out and stands as it is. Write to the coalition about a later edition.", "La carta definitiva ya salió y queda como está. Escriba a la coalición sobre una edición posterior.");
    public string Refused(string inEnglish) => Say(inEnglish, "Esto ya no se puede cambiar aquí. Escriba a la coalición.");
    public string LinkIsSecret => Say("This page is behind a private link. Do not forward it.", "Esta página está detrás de un enlace privado. No lo reenvíe.");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
