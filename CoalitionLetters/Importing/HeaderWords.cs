using System.Text.RegularExpressions;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Importing;

/// <summary>
/// What headers are called in English, Spanish, French and German, in the exports of Google Forms, Google Sheets, Action Network, EveryAction and Excel.
/// Sources: the services' own help pages on exports, and Google Forms' column titles in each language.
/// </summary>
internal static partial class HeaderWords
{
    private const double ExactScore = 1;
    private const double StartScore = 0.85;
    private const double WithinScore = 0.7;

    // These say how a signature stands; the others of its field ask for an answer.
    private static readonly string[] statuses = Split("=status|=signature status|=signing status|=sign on status|=estatus|=estado de la firma|=statut|=unterschriftsstatus");

    // "Sign on? (Y/N)"
    private static readonly string[] choices = [" y n", " yes no", " yes or no", " si no", " s n", " oui non", " o n", " ja nein", " j n"];

    // A body above the one that signs: who stands there is not the signatory.
    private static readonly string[] parents = Split("parent|umbrella|fiscal sponsor|national affiliate|organizacion matriz|organizacion madre|entidad matriz|organisation mere|association mere|maison mere|dachverband|dachorganisation|mutterorganisation|mutterverband|ubergeordnete");

    private static readonly string[] belongings = Split("affiliate of|affiliated with|affiliated to|chapter of|afiliada a|afiliado a|affiliee a|affilie a");

    // Folded, without punctuation; a phrase with = counts only as the whole header.
    private static readonly (ImportField Field, string[] Phrases)[] phrases =
    [
        (ImportField.Organization, Split("""
            organization|organisation|organization name|name of organization|name of your organization|organisation name|org|org name|=group|group name|=union|=employer|=company|company name|=institution|=agency|=signatory|=signatories|=member organization|=coalition member|=coalition partner|=affiliation|=official name|=legal name|on behalf of|who are you signing for|=listed name|organizations|organisations|=groups|=unions|=members|=endorser|=endorsers|=member|account name
            organizacion|nombre de la organizacion|nombre de su organizacion|=entidad|=grupo|=institucion|=sindicato|=colectivo|organizaciones|=entidades|=grupos|=sindicatos|=colectivos|=associations|=syndicats|nom de l organisation|nom de l association|=association|=structure|=syndicat|name der organisation|=verband|=verein|=einrichtung|=gruppe|=gewerkschaft|=organisationsname|razon social|denominacion social|en nombre de|en representacion de|raison sociale|denomination sociale|au nom de|im namen von|im namen der|in wessen namen|organisationen|=verbande|=vereine|=gruppen|=gewerkschaften|=verein verband
            """)),
        (ImportField.SignerName, Split("""
            signer name|signer|name of signer|contact|contact name|contact person|representative|name of representative|your name|full name|name of signatory|signed by|submitted by|authorized by|primary contact|=person|=rep|=signatory|person signing|name of person|name of the person|point of contact|head of organization|signatory name|=poc|poc name|rep name|name and title|name title|name and position|name and role|first and last name|first last name
            nombre del firmante|nombre de la firmante|nombre de la persona|persona que firma|persona de contacto|representante legal|firmante|nombre y apellido|nombre y apellidos|representante|nombre completo|contacto|su nombre|nombre y cargo|nombres y apellidos|nom et fonction|nom et qualite|prenom et nom|prenom nom|nom prenom|nom du signataire|signataire|personne de contact|nom et prenom|representant|votre nom|unterzeichner|unterzeichnerin|ansprechpartner|ansprechpartnerin|ansprechperson|vertreten durch|vertretungsberechtigt|name des unterzeichners|kontakt|kontaktperson|ihr name|vor und nachname|vorname und nachname|name und funktion|name der unterzeichnenden|name des unterzeichnenden|unterzeichnende person|name der person
            """)),
        (ImportField.FirstName, Split("first name|firstname|given name|=first|primer nombre|prenom|vorname")),
        (ImportField.LastName, Split("last name|lastname|surname|family name|=last|apellido|apellidos|nom de famille|nachname|familienname")),
        (ImportField.SignerTitle, Split("signer title|contact title|title|job title|position|=role|title of signer|title of person|occupation|occupationname|occupation name|your title|your role|role at|role in|role within|=designation|signer position|cargo|titulo|puesto|cargo del firmante|titre|fonction|poste|=qualite|=rolle|=poc title|=rep title|titel|funktion|=amt|amtsbezeichnung")),
        (ImportField.Email, Split("email|e mail|email address|e mail address|preferred email|personal email|work email|contact email|signer email|correo|correo electronico|direccion de correo electronico|courriel|adresse e mail|adresse email|adresse mail|=mail|e mail adresse|mailadresse|can2 email")),
        (ImportField.Phone, Split("phone|phone number|telephone|=tel|mobile|cell|cell phone|home phone|work phone|preferred phone|contact phone|telefono|numero de telefono|celular|telephone portable|=portable|numero de telephone|telefon|telefonnummer|handy|handynummer|mobilnummer|homephone|cellphone|workphone|can2 phone")),
        (ImportField.Website, Split("website|web site|web address|url|=web|homepage|organization website|website of organization|sitio web|pagina web|site web|site internet|adresse web|webseite|internetseite|webadresse")),
        (ImportField.Scope, Split("scope|national state or local|national regional state or local|local state or national|level|=reach|ambito|alcance|nacional estatal o local|nivel|niveau|portee|nationale ou locale|ebene|reichweite|wirkungskreis")),
        (ImportField.State, Split("state|state province|province|state or territory|can2 state abbreviated|can2 state|state abbreviated|organization state|home state|=mstate|=m state|=stateprovince|=st|estado|provincia|estado o territorio|=comunidad autonoma|=etat|etat province|=bundesland|bundesstaat")),
        (ImportField.City, Split("city|town|=mcity|=m city|can2 user city|can2 city|city town|ciudad|municipio|localidad|=ville|commune|=stadt|=ort|wohnort")),
        (ImportField.Country, Split("country|country name|=nation|pais|=pays|=land")),
        (ImportField.Kind, Split("kind|type of organization|organization type|=type|category|sector|tipo|tipo de organizacion|categoria|type d organisation|categorie|art der organisation|kategorie|=art")),
        (ImportField.Quote, Split("quote|quotation|statement for the press|press quote|cita|declaracion|citation|zitat")),
        (ImportField.Message, Split("=message|=personal message|=own message|=message to them|=mensaje|=mensaje personal")),
        (ImportField.Comment, Split("comment|comments|notes|=note|message|additional comments|anything else|questions or comments|comentario|comentarios|observaciones|notas|commentaire|commentaires|remarques|anmerkung|anmerkungen|bemerkung|bemerkungen|kommentar|kommentare")),
        (ImportField.SubmittedAt, Split("timestamp|=date|submitted|submitted at|submission date|date submitted|date signed|created at|created date|=datecreated|action date|date added|signed on|can2 subscription date|date created|marca temporal|=fecha|fecha de firma|fecha de envio|horodateur|date de soumission|date de signature|zeitstempel|=datum|eingangsdatum|unterzeichnet am")),
        (ImportField.Record, Split("=record|=record id")),
        (ImportField.OtherNames, Split("other names|other name|alias|aliases|also known as|=aka|=a k a|alternative names|alternate names|otros nombres|otro nombre|tambien conocida como|autres noms|autre nom|andere namen|weitere namen")),
        (ImportField.Acronyms, Split("acronym|acronyms|abbreviation|abbreviations|initials|=siglas|=sigla|acronimo|acronimos|=sigle|=sigles|acronyme|acronymes|abkurzung|abkurzungen|kurzel|kurzname")),
        (ImportField.FormerNames, Split("former names|former name|previous name|previous names|old name|old names|formerly|nombre anterior|nombres anteriores|antiguo nombre|ancien nom|anciens noms|fruherer name|fruhere namen|ehemaliger name")),
        (ImportField.Domains, Split("mail domains|mail domain|email domains|email domain|domains|domain|dominio|dominios|domaine|domaines|maildomain|maildomains")),
        (ImportField.Parent, Split("parent|parent organization|parent organisation|parent body|umbrella organization|umbrella organisation|umbrella|fiscal sponsor|affiliate of|affiliated with|national affiliate|chapter of|member of|organizacion matriz|afiliada a|organisation mere|affiliee a|dachverband|dachorganisation")),
        (ImportField.ParentRecord, Split("=parent record|=parent record id")),
        (ImportField.Notes, Split("notes|=note|internal notes|staff notes|comment|comments|notas|observaciones|comentarios|remarques|commentaires|notizen|notiz|anmerkung|anmerkungen|bemerkung|bemerkungen")),
        (ImportField.Reason, ["=reason"]),
        (ImportField.Evidence, ["=evidence"]),
        (ImportField.Lead, ["=leads the letter"]),
        (ImportField.Status, [.. statuses, .. Split("""
            =response|=decision|=answer|=reply|=signed|=signed on|=signed yet|=has signed|=sign|=sign on|=signing|=signing on|=will you sign|=endorsed|=endorses|=confirmed|=yes no
            =respuesta|=decision|=firma|=firmo|=firmado|=firmada|=ha firmado|=confirmado|=confirmada|=estado|=estado de la firma|=reponse|=signe|=a signe|=signature|=confirme|=etat|=antwort|=entscheidung|=ruckmeldung|=unterzeichnet|=unterschrieben|=hat unterzeichnet|=bestatigt|=zusage
            """).Distinct()]),
    ];

    // Names of bodies, or of persons: only the columns beside can tell.
    private static readonly HashSet<string> bareNames = ["name", "names", "name s", "nombre", "nombres", "nom", "noms", "namen", "display name"];

    // "Organization phone" is a phone, and an organization's size is no organization.
    private static readonly HashSet<string> attributes =
    [
        "address", "street", "zip", "city", "state", "country", "location", "phone", "email", "mail", "website", "url", "size", "budget", "type", "kind", "category", "level", "scope", "id", "ein", "number", "members", "membership",
        "description", "mission", "logo", "acronym", "status", "contact", "representative", "signer", "role", "title", "direccion", "ciudad", "estado", "telefono", "correo", "tamano", "tipo", "adresse", "ville", "taille", "telefon", "ort", "grosse",
    ];

    private static readonly HashSet<string> neverNames = ["source", "referrer", "tags", "tag", "uuid", "ip", "link", "postal", "plz", "county", "district", "salutation", "anrede", "strasse", "civilite", "tratamiento", "why", "how", "por", "pourquoi", "warum", "wie"];

    // "Contact first name" is a first name, and the contact's title is a title.
    private static readonly HashSet<string> ofPersons = ["first", "last", "given", "family", "email", "mail", "phone", "title", "role", "position", "vanid", "prenom", "courriel", "vorname", "nachname", "apellido", "apellidos", "correo", "telefono", "telephone", "telefon", "cargo", "titre", "fonction", "funktion", "city", "state", "zip", "address", "type", "subtype", "id", "status", "source", "method", "preference", "date"];

    /// <summary>Tells something of a body or a person and names neither: "Street address", "Referrer".</summary>
    public static bool IsMereAttribute(string header) => Folded(header).Split(' ').Any(word => attributes.Contains(word) || neverNames.Contains(word));

    /// <summary>A header that says "name" in one of the languages and not whose, also before a remark: "Name (as it should appear)".</summary>
    public static bool IsBareName(string header) => bareNames.Contains(Folded(header)) || (header.IndexOf('(', StringComparison.Ordinal) is > 0 and var remark && bareNames.Contains(Folded(header[..remark])));

    /// <summary>A header that says how a signature stands: a blank below it says nothing, while below a question it is no answer.</summary>
    public static bool IsStatus(string header) => statuses.Contains($"={Folded(header)}");

    /// <summary>Asks for the body above the one that signs: "Parent organization", "Umbrella organization".</summary>
    public static bool IsOfParent(string header) => Folded(header) is var words && (parents.Any(parent => $" {words} ".Contains($" {parent} ", StringComparison.Ordinal)) || belongings.Any(start => $"{words} ".StartsWith($"{start} ", StringComparison.Ordinal)));

    /// <summary>How well each field fits a header, the best first; empty where none does.</summary>
    public static IReadOnlyList<(ImportField Field, double Score)> Fields(string header, ImportTarget target = ImportTarget.Signatures)
    {
        var words = WithoutChoice(Folded(header));
        if (words.Length == 0)
            return [];
        var isOfParent = IsOfParent(header);
        var body = isOfParent ? 0 : BodyHeaders.Score(header);
        return [.. phrases.Where(pair => pair.Field.IsFor(target)).Select(pair => (pair.Field, Score: Math.Max(pair.Field == ImportField.Organization ? body : 0, pair.Phrases.Max(phrase => (isOfParent && pair.Field == ImportField.Organization) || IsAttribute(pair.Field, words, phrase) ? 0 : Score(words, phrase))))).Where(pair => pair.Score > 0).OrderByDescending(pair => pair.Score)];
    }

    /// <summary>A longer phrase says more: "organization type" is a type, not an organization.</summary>
    private static double Score(string words, string phrase)
    {
        var isWhole = phrase[0] == '=';
        var text = isWhole ? phrase[1..] : phrase;
        var weight = text.Length * 0.001;
        if (words == text)
            return ExactScore + weight;
        if (isWhole)
            return 0;
        if (words.StartsWith(text + " ", StringComparison.Ordinal))
            return StartScore + weight;
        return $" {words} ".Contains($" {text} ", StringComparison.Ordinal) ? WithinScore + weight : 0;
    }

    private static bool IsAttribute(ImportField field, string words, string phrase) => field switch
    {
        ImportField.Organization => RestOf(words, phrase) is { Length: 1 or 2 } rest && rest[0] != "name" && rest.Any(attributes.Contains),
        ImportField.SignerName => RestOf(words, phrase) is { } rest && rest.Any(ofPersons.Contains) && !(rest.Contains("first") && rest.Contains("last")),
        ImportField.SignerTitle => TitleOfThing().IsMatch(words),
        // In French "comment" asks how.
        ImportField.Comment => RestOf(words, phrase) is ["avez" or "vous" or "nous" or "etes" or "as" or "t", ..],
        _ => false,
    };

    // A title of what people sign or come to is nobody's.
    [GeneratedRegex(@"\b(event|form|letter|petition|page|survey|campaign|action|meeting|document|project) title\b|\b(title|titulo|titre|titel) (of|de|del|du|der|des)( the| la| l)? (event|form|letter|petition|page|survey|campaign|action|meeting|document|project|evento|formulario|carta|peticion|evenement|formulaire|lettre|veranstaltung|formulars|briefes|briefs)\b")]
    private static partial Regex TitleOfThing();

    private static string[]? RestOf(string words, string phrase) => words.StartsWith(phrase + " ", StringComparison.Ordinal) ? words[(phrase.Length + 1)..].Split(' ') : null;

    /// <summary>Which half of a person's name a header means that names a person, beside a column for the other half; null where it means the whole.</summary>
    public static ImportField? HalfOfName(string header, string otherHalf)
    {
        var (words, other) = ($" {Folded(header)} ", Folded(otherHalf));
        bool Says(string word) => words.Contains($" {word} ", StringComparison.Ordinal);
        if (Says("completo") || Says("complet") || Says("prenom") || Says("apellido") || Says("apellidos") || Says("vorname"))
            return null;
        return other.Contains("prenom", StringComparison.Ordinal) && Says("nom") ? ImportField.LastName
            : other.Contains("vorname", StringComparison.Ordinal) && Says("name") ? ImportField.LastName
            : other.Contains("apellido", StringComparison.Ordinal) && Says("nombre") ? ImportField.FirstName : null;
    }

    private static string WithoutChoice(string words) => choices.FirstOrDefault(choice => words.EndsWith(choice, StringComparison.Ordinal)) is { } choice ? words[..^choice.Length] : words;

    /// <summary>Small letters and digits without accents and punctuation, one blank between words, also between those of "OrganizationName".</summary>
    public static string Folded(string header)
    {
        var folded = Folding.Fold(InnerCapital().Replace(header, " ")).Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(' ', string.Concat(folded).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // An s behind capitals is their plural: "NGOs".
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})")]
    private static partial Regex InnerCapital();

    private static string[] Split(string text) => text.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
