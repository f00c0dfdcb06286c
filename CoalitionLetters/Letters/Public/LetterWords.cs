using System.Globalization;
using CoalitionLetters.Listings;
using CoalitionLetters.Web;

namespace CoalitionLetters.Letters.Public;

/// <summary>All that the app itself says on a letter's public pages, in the letter's language. What the coalition says stands in the letter.</summary>
public sealed class LetterWords(string language)
{
    private readonly bool spanish = language == "es";
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language == "es" ? "es-US" : "en-US");

    public string Language => spanish ? "es" : "en";

    public string Number(int number) => number.ToString("#,0", culture);

    public string SkipToLetter => spanish ? "Ir a la carta" : "Skip to the letter";
    public string ThisLetter => spanish ? "Esta carta" : "This letter";
    public string Letter => spanish ? "Carta" : "Letter";
    public string Signatories => spanish ? "Firmantes" : "Signatories";
    public string Sign => spanish ? "Firmar" : "Sign";

    /// <param name="named">Whether these are names; offices would need their articles, which in Spanish have a gender.</param>
    private string OpenLetter(string? recipients, bool named) => recipients is null
        ? spanish ? "Carta abierta" : "Open letter"
        : !spanish ? $"Open letter to {recipients}"
        : named ? $"Carta abierta a {recipients}" : $"Carta abierta: {recipients}";

    /// <summary>"Open letter to the President of the United States": whom it goes to, by office where one is named.</summary>
    public string OpenLetterTo(LetterContent content) =>
        OpenLetter(Languages.Enumerate([.. content.Recipients.Select(r => r.Title is { Length: > 0 } office ? WithArticle(office) + Body(r, office, content.Recipients.Count) : r.Name)], Language), content.Recipients.All(r => string.IsNullOrEmpty(r.Title)));

    /// <summary>An office that many bodies have says whose it is: "the Administrator, Environmental Protection Agency".</summary>
    private static string Body(Recipient recipient, string office, int recipients) =>
        recipient.Body is not { Length: > 0 } body || SaysWhose.Any(word => office.Contains(word, StringComparison.OrdinalIgnoreCase)) ? ""
        : recipients == 1 ? $", {body}" : $" ({body})";

    public string FinalShort(string day) => spanish ? $"Carta definitiva, {day}." : $"Final letter, {day}.";
    public string ClosedShort(string day) => spanish ? $"Cerrada para firmas el {day}." : $"Closed for signatures {day}.";
    public string OpenWithoutEnd => spanish ? "Abierta." : "Open.";
    public string OpenUntilSentence(string deadline) => spanish ? $"Abierta hasta: {Inside(deadline)}." : $"Open until {Inside(deadline)}.";

    public string Re => spanish ? "ASUNTO:" : "RE:";
    public string Copies => spanish ? "c. c.:" : "cc:";

    public string CountAndCall => spanish ? "Número de firmas y cómo firmar" : "Count and sign-on";
    public string OpenForSignatures => spanish ? "Abierta para firmas" : "Open for signatures";
    public string Since(string moment) => spanish ? $"desde el {moment}" : $"since {moment}";
    public string FirstSigners => spanish
        ? "Aquí aparecerán los primeros firmantes en cuanto hayan confirmado por correo."
        : "The first signers stand here as soon as they have confirmed by mail.";
    public string SignersAskedAgain(int version) => spanish
        ? $"El fondo de la carta cambió con la versión {version} del texto. Se pidió a quienes habían firmado que la aceptaran; aquí aparecen en cuanto lo hacen."
        : $"Text version {version} changed the letter in substance. Its signers were asked to agree again, and stand here as soon as they have.";
    public string SignAsFirst => spanish ? "Firmar entre los primeros" : "Sign as one of the first";
    public string SignForOrganization => spanish ? "Firmar por su organización" : "Sign for your organization";
    public string SignAsOfficial => spanish ? "Firmar la carta" : "Sign the letter";
    public string TwoMinutes => spanish ? "Dos minutos, sin cuenta." : "Two minutes, no account.";
    public string OpenUntil => spanish ? "Abierta para firmas hasta" : "Open for signatures until";
    public string OpenUntilShort => spanish ? "Abierta hasta" : "Open until";
    /// <summary>The day on a line of its own below "Open until"; in Spanish the sentence goes on.</summary>
    public string AfterUntil(string deadline) => spanish ? Inside(deadline) : deadline;
    public string LateUntil => spanish ? "Todavía se reciben firmas hasta" : "Signatures are still taken until";
    public string AddToCalendar => spanish ? "Añadir al calendario" : "Add to calendar";
    public string AmongTheSigners => spanish ? "Entre los firmantes" : "Among the signers";

    public string HadSigned(int count) => spanish
        ? count == 1 ? "había firmado cuando se retiró, el" : "habían firmado cuando se retiró, el"
        : "had signed when it was withdrawn,";

    public string HaveSigned(int count) => spanish
        ? count == 1 ? "ha firmado hasta el" : "han firmado hasta el"
        : count == 1 ? "has signed as of" : "have signed as of";

    public string SignedBy => spanish ? "firmaron hasta el" : "signed by";
    public string SignedOne => spanish ? "firmó hasta el" : "signed by";
    public string SigningIsOver(string graceEnds) => spanish
        ? $"El plazo para firmar terminó. Las firmas dadas a tiempo pueden confirmarse hasta el {graceEnds}; después se revisa la lista y sale la carta definitiva."
        : $"Signing is over. Signatures given in time may be confirmed until {graceEnds}; then the list is checked and the final letter goes out.";
    public string ListIsChecked => spanish
        ? "El plazo para firmar terminó. Se revisa la lista y después sale la carta definitiva."
        : "Signing is over. The list is being checked; then the final letter goes out.";
    public string NobodySigned => spanish ? "Cerrada para firmas" : "Closed for signatures";
    public string ClosedNotice(string day) => spanish ? $"Cerrada para firmas el {day}. Sigue la carta definitiva." : $"Closed for signatures {day}. The final letter follows.";
    public string FinalNotice(int edition, string day) => spanish ? $"Carta definitiva, edición {edition}, {day}." : $"Final letter, edition {edition}, {day}.";
    public string SignedFinal(int count, int edition, string day) => spanish
        ? $"{(count == 1 ? "firmó" : "firmaron")}. Carta definitiva, edición {edition}, {day}"
        : $"signed. Final letter, edition {edition}, {day}";
    public string SignedEdition(int count, int edition, string day, string noun, (int Joined, int Left) changes) => spanish
        ? $"{(count == 1 ? "firmó" : "firmaron")}. Edición {edition} del {day}{Changes(changes.Joined, changes.Left, noun)}"
        : $"signed. Edition {edition} of {day}{Changes(changes.Joined, changes.Left, noun)}";
    public string DownloadPdf => spanish ? "Descargar la carta (PDF)" : "Download the letter (PDF)";
    public string DownloadEdition(int edition) => spanish ? $"Descargar la edición {edition} (PDF)" : $"Download edition {edition} (PDF)";
    public string FileFacts(int pages, int bytes) => spanish
        ? $"{pages} {(pages == 1 ? "página" : "páginas")}, {Size(bytes)}, con todos los firmantes"
        : $"{pages} {(pages == 1 ? "page" : "pages")}, {Size(bytes)}, with every signatory";
    public string ShortCode => spanish ? "Código corto" : "Short code";
    public string CheckACopy => spanish ? "Comprobar una copia" : "Check a copy";
    public string Earlier => spanish ? "Anterior" : "Earlier";
    public string EditionFacts(int edition, string day, int count, string noun) => spanish
        ? $"Edición {edition}, {day}, {Number(count)} {noun}"
        : $"Edition {edition}, {day}, {Number(count)} {noun}";
    public string EveryPageSays(int edition) => spanish
        ? $"La edición {edition} la ha reemplazado."
        : $"Edition {edition} has replaced it.";

    public string WithdrawnTitle => spanish ? "Esta carta fue retirada." : "This letter was withdrawn.";
    public string WithdrawnText(string coalition, string day) => spanish
        ? $"{coalition} la retiró el {day}. Ya no se puede firmar, y nadie debe citarla como vigente."
        : $"{coalition} withdrew it on {day}. It can no longer be signed, and nobody should quote it as standing.";
    public string WithdrewAfter(int count, string noun, string day) => spanish
        ? $"Se {(count == 1 ? "retiró" : "retiraron")} después de la publicación: {Words(count, SpanishNouns.IsFeminine(noun) ? Counted.Feminine : Counted.Masculine)} {noun}, {day}."
        : $"Withdrew after publication: {Words(count)} {noun}, {day}.";

    public string Note(int number) => spanish ? $"Nota {number}" : $"Note {number}";
    public string Notes => spanish ? "Notas" : "Notes";
    public string Back => spanish ? "Volver" : "Back";
    public string BackToNote(int number) => spanish ? $"Volver a la nota {number} en el texto" : $"Back to note {number} in the text";
    public string Table => spanish ? "Tabla" : "Table";
    public string TheLetter => spanish ? "La carta" : "The letter";
    public string Enclosure => spanish ? "Anexo" : "Enclosure";
    public string Contact => spanish ? "Contacto" : "Contact";
    public string YourOrganization => spanish ? "Su organización" : "Your organization";
    public string OfficesSign => spanish ? "Las oficinas firman con su propio enlace" : "Offices sign by their own link";
    public string YourName => spanish ? "Su nombre" : "Your name";
    public string SignTheLetter => spanish ? "Firmar la carta" : "Sign the letter";
    /// <param name="byOffices">Offices sign by their own link, and confirm nothing by mail.</param>
    public string UnderLine(string deadline, bool atOnce, bool byOffices) => byOffices ? spanish
        ? $"Abierta hasta: {Inside(deadline)}. {(atOnce ? "La firma de una oficina aparece en la lista en cuanto la da." : "La firma de una oficina aparece tras una revisión, por lo común el mismo día.")}"
        : $"Open until {Inside(deadline)}. {(atOnce ? "An office’s signature is listed as soon as it is given." : "An office’s signature is listed after a look by staff, as a rule the same day.")}"
        : spanish
        ? $"Abierta hasta: {Inside(deadline)}. {(atOnce ? "Las firmas confirmadas aparecen en la lista enseguida." : "Las firmas confirmadas aparecen tras una revisión, por lo común el mismo día.")}"
        : $"Open until {Inside(deadline)}. {(atOnce ? "Confirmed signatures are listed at once." : "Confirmed signatures are listed after a look by staff, as a rule the same day.")}";

    public string InStates(int count, string states) => spanish ? $"{Number(count)} en {states}" : $"{Number(count)} in {states}";
    /// <summary>"93 national"; a heading that only stands for several is kept as it is for one, "Other organizations: 1".</summary>
    public string Part(int count, string heading) =>
        count == 1 && heading.EndsWith('s') ? $"{heading}: {Number(count)}" : $"{Number(count)} {char.ToLower(heading[0], culture)}{heading[1..]}";

    public string PartInStates(int count, string heading, string states) => spanish ? $"{Part(count, heading)}, en {states}" : $"{Part(count, heading)}, in {states}";
    public string OfStates(string states, bool areTheStates) => spanish ? $"de {states}" : areTheStates ? $"of {states}" : $"from {states}";

    public string NotAnOrganization => spanish ? "¿Quiere escribir en su propio nombre?" : "Write in your own name:";
    public string AboutThisText => spanish ? "Sobre este texto" : "About this text";
    public string TextUnchanged(int version, string day) => spanish
        ? $"Versión {version} del texto, {day}, sin cambios desde que se abrió."
        : $"Text version {version}, {day}, unchanged since it opened.";
    public string TextChanged(int version, string day, bool substantive) => spanish
        ? $"Versión {version} del texto, {day}. {(substantive ? "El cambio fue de fondo: se pidió a quienes habían firmado que lo aceptaran de nuevo, y cuentan quienes lo hicieron." : "El cambio fue solo de redacción.")}"
        : $"Text version {version}, {day}. {(substantive ? "The change was one of substance: signers were asked to agree again, and those who have are counted." : "The change was editorial.")}";
    public string Printed(string address, string moment) => spanish
        ? $"{address}, impreso con las firmas hasta el {moment}. La lista sigue creciendo; la carta definitiva lleva su propio número."
        : $"{address}, printed as of {moment}. The list is still growing; the final letter carries its own number.";
    public string PrintedClosed(string address, string moment) => spanish
        ? $"{address}, impreso con las firmas hasta el {moment}. La carta está cerrada para firmas; la carta definitiva lleva su propio número."
        : $"{address}, printed as of {moment}. The letter is closed for signatures; the final letter carries its own number.";
    public string PrintedWithdrawn(string address, string day) => spanish
        ? $"{address}. Esta carta fue retirada el {day}; nadie debe citarla como vigente."
        : $"{address}. This letter was withdrawn on {day}; nobody should quote it as standing.";
    public string PrintedFinal(string address, int edition, string day) => spanish
        ? $"{address}, carta definitiva, edición {edition}, {day}."
        : $"{address}, final letter, edition {edition}, {day}.";
    public string PlainText => spanish ? "Texto sin formato" : "Plain text";
    public string ListAsCsv => spanish ? "Lista en CSV" : "List as CSV";
    public string AsData => spanish ? "Datos (JSON)" : "Data (JSON)";
    public string Forward => spanish ? "Reenviar por correo" : "Forward by e-mail";
    public string PermanentLink => spanish ? "Enlace permanente" : "Permanent link";

    public string NoCookie => spanish ? "Esta página no deja cookies ni carga nada de otros sitios." : "This page sets no cookie and loads nothing from elsewhere.";
    public string Description(string openLetter, string? count) => count is null ? $"{openLetter}." : $"{openLetter}. {count}.";
    public string CountSentence(int count, string noun, string moment) => $"{Number(count)} {noun} {HaveSigned(count)} {moment}";
    public string TextHasChanged => spanish ? "El texto de esta carta ha cambiado desde que se abrió esta página." : "The text of this letter has changed since this page was opened.";
    public string LoadTheNewText => spanish ? "Cargar el texto nuevo" : "Load the new text";

    /// <summary>"Friday, …" as it is; "Today, …" in the middle of a sentence begins small, and so do all days in Spanish.</summary>
    public static string Inside(string deadline) =>
        Array.Exists(SmallInside, word => deadline.StartsWith(word, StringComparison.Ordinal)) ? char.ToLowerInvariant(deadline[0]) + deadline[1..] : deadline;

    private static readonly string[] SmallInside = ["Today,", "Hoy,", "Lunes ", "Martes ", "Miércoles ", "Jueves ", "Viernes ", "Sábado ", "Domingo "];

    private string Changes(int joined, int left, string noun)
    {
        var counted = SpanishNouns.IsFeminine(noun) ? Counted.Feminine : Counted.Nothing;
        string[] parts = spanish
            ? [joined == 0 ? "" : $"{Words(joined, counted)} {(joined == 1 ? "se sumó" : "se sumaron")}", left == 0 ? "" : $"{Words(left, counted)} {(left == 1 ? "se retiró" : "se retiraron")}"]
            : [joined == 0 ? "" : $"{Words(joined)} joined", left == 0 ? "" : $"{Words(left)} withdrew"];
        var said = string.Join(", ", parts.Where(part => part.Length > 0));
        return said.Length == 0 ? "" : $": {said}";
    }

    private string Words(int number, Counted counted = Counted.Nothing) => number <= 10 ? NumberWords.Of(number, Language, counted) : Number(number);

    private string Size(int bytes) => bytes < 1_000_000
        ? $"{Math.Max(1, bytes / 1000)}{LetterTime.NoBreak}KB"
        : $"{(bytes / 1_000_000.0).ToString("0.0", culture)}{LetterTime.NoBreak}MB";

    private string WithArticle(string office) =>
        spanish || office.Contains(',', StringComparison.Ordinal) || !TakesArticle(office) ? office : $"the {office}";

    private static readonly string[] SaysWhose = [" of ", " for ", " de ", " del ", ","];

    private static bool TakesArticle(string office) =>
        new[] { "President", "Vice President", "Secretary", "Attorney General", "Governor", "Speaker", "Director", "Mayor", "Administrator", "Chair", "Commissioner", "Chief", "Members", "Leader", "Majority", "Minority", "Superintendent", "Treasurer" }
            .Any(word => office.StartsWith(word, StringComparison.Ordinal));
}
