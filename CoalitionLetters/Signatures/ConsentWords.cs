using CoalitionLetters.Letters;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Signatures;

/// <summary>What signers read when the letter's words have changed in substance, on pages and in mails, in the letter's language.</summary>
public sealed class ConsentWords(string language)
{
    private readonly bool spanish = Languages.IsSpanish(language);

    public string Language => language;

    // The mail
    public string Subject(string name, string title) => Say($"The words have changed, does {name} agree? {title}", $"El texto cambió, ¿está de acuerdo {name}? {title}");
    public string WordsChanged(string name, string title, int signed, bool confirmed) => confirmed
        ? Say(
            $"{name} signed “{title}” in text version {signed}. Since then the coalition has changed the letter in substance. Until you agree to the new words, {name} is not listed or counted.",
            $"{name} firmó «{title}» en la versión {signed} del texto. Desde entonces la coalición cambió el fondo de la carta. Mientras usted no acepte el nuevo texto, {name} no aparece en la lista ni cuenta.")
        : Say(
            $"You sent in the signature of {name} under “{title}”, text version {signed}, and have not confirmed it. Since then the coalition has changed the letter in substance. If you agree to the new words, that confirms the signature too.",
            $"Usted envió la firma de {name} en «{title}», versión {signed} del texto, y no la ha confirmado. Desde entonces la coalición cambió el fondo de la carta. Si acepta el nuevo texto, la firma queda también confirmada.");
    public string ReadAndAnswer => Say("Read what changed, and answer", "Leer los cambios y responder");
    public string Changed => Say("What changed", "Qué cambió");
    public string Was => Say("Before", "Antes");
    public string Is => Say("Now", "Ahora");
    public string AndMore => Say("The page behind the button shows everything that changed, and the whole letter.", "La página del botón muestra todos los cambios y la carta entera.");
    public string Reference => Say("Reference number", "Número de referencia");
    public string NewText => Say("New text", "Nuevo texto");
    public string AnswerUntil => Say("Answer until", "Responda hasta");
    public string DoNothing(string name) => Say(
        $"If you do not agree, you can withdraw on the same page, or do nothing: {name} then stays off the list.",
        $"Si no está de acuerdo, puede retirar la firma en la misma página, o no hacer nada: {name} queda fuera de la lista.");

    public string StillToAgree(string name) => Say(
        $"The letter has changed in substance since {name} signed it. Until you agree to the new words, it is not listed or counted.",
        $"El fondo de la carta cambió desde que firmó {name}. Mientras usted no acepte el nuevo texto, no aparece en la lista ni cuenta.");

    // The page
    public string Title => Say("The words have changed", "El texto cambió");
    public string Lead(string name, int signed, string day, int now) => Say(
        $"{name} signed text version {signed} of {day}. Version {now} changes the letter in substance. Until you agree to it, {name} is not listed or counted.",
        $"{name} firmó la versión {signed} del texto, del {day}. La versión {now} cambia el fondo de la carta. Mientras usted no la acepte, {name} no aparece en la lista ni cuenta.");
    public string LeadUnconfirmed(string name, int signed, string day, int now) => Say(
        $"The form for {name} was sent in with text version {signed} of {day}. Version {now} changes the letter in substance. If you agree to it, the signature is confirmed too.",
        $"El formulario de {name} se envió con la versión {signed} del texto, del {day}. La versión {now} cambia el fondo de la carta. Si usted la acepta, la firma queda también confirmada.");
    public string ChangedMeanwhile(int now) => Say($"The words, or something about your signature, have changed since you opened this page. This is version {now}; nothing was sent yet.", $"El texto, o algo de su firma, cambió desde que abrió esta página. Esta es la versión {now}; todavía no se ha enviado nada.");
    public string WholeLetter(int now, string day) => Say($"The whole letter as it is now: version {now} of {day}", $"La carta entera como está ahora: versión {now} del {day}");
    public string YourAnswer => Say("Your answer", "Su respuesta");
    public string Binds(int now, string hash) => Say($"Your agreement is kept with the signature, and so is the text: version {now}, {hash}.", $"Su acuerdo se guarda con la firma, y también el texto: versión {now}, {hash}.");
    public string Agree(string name) => Say($"Agree for {name}", $"Aceptar por {name}");
    public string Withdraw => Say("We do not agree: withdraw the signature", "No estamos de acuerdo: retirar la firma");

    // What the pages behind older links say
    public string SeeChanges => Say("Read what changed, and the whole letter", "Leer los cambios y la carta entera");
    public string MustAgree(string name, int now) => Say(
        $"The letter has changed in substance: it is text version {now} now. Until you agree to it, {name} is not listed or counted.",
        $"El fondo de la carta cambió: ahora es la versión {now} del texto. Mientras usted no la acepte, {name} no aparece en la lista ni cuenta.");
    public string Standing => Say("Waits for your agreement to the new words; not listed or counted", "Espera que usted acepte el nuevo texto; no aparece ni cuenta");
    public string Agreed(string name, int now, bool isListed) => isListed
        ? Say($"Thank you. {name} agrees to text version {now}, is on the list and counts.", $"Gracias. {name} acepta la versión {now} del texto, está en la lista y cuenta.")
        : Say($"Thank you. {name} agrees to text version {now}. The coalition looks at the signature before it is listed, as a rule the same day.", $"Gracias. {name} acepta la versión {now} del texto. La coalición revisa la firma antes de publicarla, por lo común el mismo día.");
    public string SavedAwaits(string name) => Say($"Saved. {name} is not listed or counted until you agree to the new words.", $"Guardado. {name} no aparece en la lista ni cuenta mientras usted no acepte el nuevo texto.");
    public string StandsAlready => Say("This signature stands for the words as they are. There is nothing to answer.", "Esta firma vale para el texto como está. No hay nada que responder.");
    public string TooLate(string moment) => Say(
        $"Signers could agree to the changed words until {moment}. Write to the coalition if you would have agreed.",
        $"Se podía aceptar el nuevo texto hasta el {moment}. Escriba a la coalición si lo habría aceptado.");

    /// <summary>What a part of the letter is called outside the desk.</summary>
    public string PartName(string part) => !spanish ? part : part switch
    {
        LetterParts.Title => "Título",
        LetterParts.Letterhead => "Membrete",
        LetterParts.Date => "Fecha",
        LetterParts.Delivery => "Envío",
        LetterParts.Recipients => "Destinatarios",
        LetterParts.Re => "Asunto",
        LetterParts.Dockets => "Números de expediente",
        LetterParts.Salutation => "Saludo",
        LetterParts.Body => "Carta",
        LetterParts.Closing => "Despedida",
        LetterParts.Cc => "Copias",
        LetterParts.Enclosures => "Anexos",
        LetterParts.Contact => "Contacto",
        _ => "Palabras para los firmantes",
    };

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;
}
