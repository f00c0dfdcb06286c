using System.Globalization;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;

namespace CoalitionLetters.Supporters.Public;

/// <summary>All that the app itself says to supporters, in the action's language.</summary>
public sealed class ActionWords(string language)
{
    private readonly bool spanish = Languages.IsSpanish(language);
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(Languages.IsSpanish(language) ? "es-US" : "en-US");

    public string Language => spanish ? "es" : "en";
    public string Number(int number) => number.ToString("#,0", culture);

    // The page
    public string ThisCampaign => Say("This campaign", "Esta campaña");
    public string Write => Say("Write", "Escribir");
    public string OpenLetter => Say("Open letter", "Carta abierta");
    public string SkipToForm => Say("Skip to the form", "Ir al formulario");
    public string SkipToText => Say("Skip to the text", "Ir al texto");
    public string InYourName => Say("Write in your own name", "Escriba en su propio nombre");
    public string HowLong(int letters) => Say(
        $"Five minutes. You write one letter; we prepare it for {Targets(letters)}. Nothing goes out before you confirm it by mail.",
        $"Cinco minutos. Usted escribe una carta; la preparamos para {Targets(letters)}. Nada sale antes de que usted lo confirme por correo.");
    public string HowLongLocal => Say(
        "Five minutes. You write one letter; we find who answers for your place. Nothing goes out before you confirm it by mail.",
        "Cinco minutos. Usted escribe una carta; buscamos quién responde por su lugar. Nada sale antes de que usted lo confirme por correo.");
    public string Written(int people) => spanish
        ? people == 1 ? "persona ha escrito" : "personas han escrito"
        : people == 1 ? "person has written" : "people have written";
    public string WrittenBy(int people) => spanish
        ? people == 1 ? "persona escribió" : "personas escribieron"
        : people == 1 ? "person wrote" : "people wrote";
    public string AsOf(string moment) => Say($"as of {moment}", $"hasta el {moment}");
    /// <summary>"12 letters prepared: 3 sent by mail, 2 handed over; 7 have not gone out": nothing is called sent that was not.</summary>
    public string Letters(int prepared, GoneOut gone)
    {
        var waiting = Math.Max(0, prepared - gone.All);
        string?[] parts =
        [
            gone.Sent == 0 ? null : Say($"{Number(gone.Sent)} sent by mail", $"{Number(gone.Sent)} {(gone.Sent == 1 ? "enviada" : "enviadas")} por correo"),
            gone.HandedOver == 0 ? null : Say($"{Number(gone.HandedOver)} handed over on paper", $"{Number(gone.HandedOver)} {(gone.HandedOver == 1 ? "entregada" : "entregadas")} en papel"),
            gone.ByPeople == 0 ? null : Say($"{Number(gone.ByPeople)} sent by the people themselves, as they say", $"{Number(gone.ByPeople)} {(gone.ByPeople == 1 ? "enviada" : "enviadas")} por las propias personas, según dicen"),
        ];
        var letters = prepared == 1 ? Say("1 letter prepared", "1 carta preparada") : Say($"{Number(prepared)} letters prepared", $"{Number(prepared)} cartas preparadas");
        return gone.All == 0 ? $"{letters}; {(prepared == 1 ? Say("it has not gone out yet", "aún no ha salido") : Say("none has gone out yet", "ninguna ha salido aún"))}"
            : $"{letters}: {string.Join(", ", parts.OfType<string>())}"
                + (waiting == 0 ? "" : waiting == 1 ? Say("; 1 has not gone out", "; 1 no ha salido") : Say($"; {Number(waiting)} have not gone out", $"; {Number(waiting)} no han salido"));
    }

    public string EditedByHand(ActionCount count) => (count.Edited, count.People) switch
    {
        (1, 1) => Say("This person changed the text by hand", "Esta persona cambió el texto a mano"),
        var (edited, people) when edited == people => Say($"All {Number(people)} people changed the text by hand", $"Las {Number(people)} personas cambiaron el texto a mano"),
        var (edited, people) => Say(
            $"{Number(edited)} of the {Number(people)} people ({count.EditedPercent} percent) changed the text by hand",
            $"{Number(edited)} de las {Number(people)} personas ({count.EditedPercent} por ciento) {(edited == 1 ? "cambió" : "cambiaron")} el texto a mano"),
    };
    public string OpenUntil(string deadline) => Say($"Open until {LetterWords.Inside(deadline)}.", $"Abierta hasta: {LetterWords.Inside(deadline)}.");
    public string ClosedTitle => Say("This action is closed", "Esta acción está cerrada");
    public string ClosedText(string day) => Say($"It closed on {day}. No new messages are taken.", $"Se cerró el {day}. Ya no se reciben mensajes.");
    public string WhatYouWrote => Say("What you wrote, to keep or to send yourself", "Lo que usted escribió, para guardarlo o enviarlo usted");
    public string ToTheAction => Say("See the action", "Ver la acción");

    // Who writes
    public string WhoWrites => Say("Who writes", "Quién escribe");
    public string Optional => Say("(optional)", "(opcional)");
    public string First => Say("First name", "Nombre");
    public string Last => Say("Last name", "Apellido");
    public string Mail => Say("E-mail", "Correo electrónico");
    public string MailHint => Say("For your confirmation and for an answer. The coalition’s staff see it; of the offices, only those to whom we mail your letter.", "Para su confirmación y para la respuesta. La ve el personal de la coalición; de las oficinas, solo aquellas a las que enviamos su carta por correo electrónico.");
    public string Phone => Say("Phone", "Teléfono");
    public string Street => Say("Street and number", "Calle y número");
    public string City => Say("City", "Ciudad");
    public string Code => Say("ZIP code", "Código postal");
    public string State => Say("State", "Estado");
    public string Choose => Say("Choose", "Elija");
    public string Elsewhere => Say("Outside the United States", "Fuera de los Estados Unidos");
    public string Own => Say("A sentence of your own", "Una frase suya");
    public string OwnHint => Say("Who are you, and why does this touch you? It goes into the letter where the line below stands.", "¿Quién es usted y por qué le importa? Va en la carta donde está la línea.");
    public string Consent => Say("Keep me informed", "Manténganme al tanto");
    public string WriteLetter => Say("Go on to your letter", "Continuar a su carta");
    public string Kept(int days) => Say(
        $"We keep what you type until {days} days after the action has closed, then delete your name and address. You can have them erased at any time.",
        $"Guardamos lo que usted escribe hasta {days} días después del cierre; luego borramos su nombre y dirección. Puede pedir que se borren en cualquier momento.");

    public string HowItGetsThere => Say("How it gets there", "Cómo llega");
    public string Ways(Channel channel) => channel switch
    {
        Channel.Mail => Say("By e-mail", "Por correo electrónico"),
        Channel.WebForm => Say("By its own web form", "Por su propio formulario web"),
        Channel.OwnMail => Say("From your own mail program", "Desde su propio programa de correo"),
        _ => Say("On paper", "En papel"),
    };

    /// <param name="day">Of the delivery by hand, if one is named.</param>
    /// <param name="isPast">That day is over, so nothing more is promised for it.</param>
    public string Way(Target target, string? day, bool isPast) => target.Channel switch
    {
        Channel.Mail => Say("We send your letter once you have confirmed it. The answer comes to you.", "Enviamos su carta cuando usted la haya confirmado. La respuesta le llega a usted."),
        Channel.WebForm => Say(
            $"It publishes no mailbox. We show the subject and your letter, each with a button to copy it, and a link to the form at {Host(target.Form)}. You paste both there and press Send.",
            $"No publica ningún buzón. Le mostramos el asunto y su carta, cada uno con un botón para copiarlo, y un enlace al formulario en {Host(target.Form)}. Usted los pega allí y los envía."),
        Channel.OwnMail => Say("We open your mail program with the letter in it. You press Send.", "Abrimos su programa de correo con la carta. Usted la envía."),
        _ when isPast => Say($"We print your letter and deliver it by hand. A delivery was planned for {day}; the day of the next one is not set yet.", $"Imprimimos su carta y la entregamos en mano. Una entrega estaba prevista para el {day}; el día de la próxima aún no está fijado."),
        _ when day is not null => Say($"We print your letter and deliver it by hand on {day}.", $"Imprimimos su carta y la entregamos en mano el {day}."),
        _ => Say("We print your letter and deliver it by hand, together with the others. The day is not set yet.", "Imprimimos su carta y la entregamos en mano, junto con las demás. El día aún no está fijado."),
    };

    public string Seen(Channel channel) => channel switch
    {
        Channel.Mail => Say("We see that our mail server takes it and whether it comes back, not whether somebody reads it.", "Vemos si nuestro servidor de correo la acepta y si vuelve, no si alguien la lee."),
        Channel.WebForm or Channel.OwnMail => Say("You finish this one. We cannot see whether it arrived.", "Esta la termina usted. No podemos ver si llegó."),
        _ => Say("Your own page says when it was delivered.", "Su página dice cuándo se entregó."),
    };

    public string ByPlace(int targets) => Say($"You write to those of {Number(targets)} offices who answer for where you live.", $"Usted escribe a las que, de {Number(targets)} oficinas, responden por donde usted vive.");
    public string DraftTitle => Say("The letter you start from", "La carta de la que parte");
    public string DraftHint(bool keeps, bool editable) => (editable, keeps) switch
    {
        (false, _) => Say("It goes out in these words, with your own sentence in it.", "Sale con estas palabras, con su propia frase en ella."),
        (true, true) => Say("On the next page you change it as you like. Marked passages must stay.", "En la página siguiente la cambia como quiera. Los pasajes marcados deben quedar."),
        _ => Say("On the next page you change it as you like.", "En la página siguiente la cambia como quiera."),
    };
    public string OwnHere => Say("Your own sentence", "Su propia frase");
    public string NameAndPlace(ActionContent content) =>
        content.Asks(SupporterField.City) ? Say("Your name, your town", "Su nombre, su localidad")
        : content.Asks(SupporterField.State) ? Say("Your name, your state", "Su nombre, su estado")
        : content.Asks(SupporterField.PostalCode) ? Say("Your name, your ZIP code", "Su nombre, su código postal")
        : Say("Your name", "Su nombre");
    /// <param name="states">Full names; the District of Columbia and territories are told apart from states.</param>
    public string MapTitle(IEnumerable<string> states) => States.Phrase(states, Language) is not { } phrase ? MapNobody
        : !spanish ? $"People in {phrase} have written"
        : $"Han escrito personas {(phrase.StartsWith("el ", StringComparison.Ordinal) ? "del" + phrase[2..] : "de " + phrase)}";
    public string MapAtLeast(int least) => Say($"{Number(least)} people or more", $"{Number(least)} personas o más");
    public string MapSome(int most) => most == 1 ? Say("1 person", "1 persona") : Say($"1 to {Number(most)} people", $"de 1 a {Number(most)} personas");
    public string MapNobody => Say("nobody yet", "nadie todavía");
    public string InTheirWords => Say("In their own words", "En sus propias palabras");

    // The own copy
    public string YourLetter => Say("Your letter", "Su carta");
    public string YourLetterLead(string targets) => Say($"To {targets}. Change it until it is yours.", $"Para {targets}. Cámbiela hasta que sea suya.");
    public string FixedLead(string targets) => Say($"To {targets}. Read it, then send it.", $"Para {targets}. Léala y envíela.");
    public string Subject => Say("Subject", "Asunto");
    public string Text => Say("Text", "Texto");
    public string TextHint => Say("Without the salutation and your name; each office gets its own.", "Sin el saludo ni su nombre; cada oficina recibe los suyos.");
    public string MustStay(int passages) => passages == 1 ? Say("This passage must stay", "Este pasaje debe quedar") : Say("These passages must stay", "Estos pasajes deben quedar");
    public string Gone => Say("missing now", "falta ahora");
    public string AddOwn => Say("Your letter still says what everybody’s says. One sentence about yourself makes it a person’s letter.", "Su carta todavía dice lo que dicen todas. Una frase sobre usted la hace suya.");
    public string MayBeShown => Say("The coalition may show my words on this page, with my first name and state.", "La coalición puede mostrar mis palabras en esta página, con mi nombre de pila y mi estado.");
    public string AsTheyGetIt => Say("As they get it", "Como la reciben");
    public string PreviewFollows => Say("Each office gets its own salutation.", "Cada oficina recibe su propio saludo.");
    public string PreviewWaits => Say("Shorten the text, and the letters stand here again.", "Acorte el texto, y las cartas estarán aquí otra vez.");
    public string ShowAgain => Say("Show the letters again", "Mostrar las cartas otra vez");
    public string ChangeWho => Say("Change who writes", "Cambiar quién escribe");
    public string Send(int letters) => letters == 1 ? Say("Send my letter", "Enviar mi carta") : Say($"Send my {NumberWords.Of(letters, "en")} letters", $"Enviar mis {NumberWords.Of(letters, "es", Counted.Feminine)} cartas");
    public string FirstWeMail(bool isSent) => !isSent
        ? Say("First you confirm it. This site sends no mail yet: ask the coalition for yours. Nothing goes out before.", "Primero usted lo confirma. Este sitio todavía no envía correos: pida el suyo a la coalición. Antes no sale nada.")
        : Say("First we send you a mail to confirm. Nothing goes out before.", "Primero le enviamos un correo para confirmar. Antes no sale nada.");

    // Errors
    public string Error => "Error";
    public string EnterFirst => Say("Enter your first name", "Escriba su nombre");
    public string EnterLast => Say("Enter your last name", "Escriba su apellido");
    public string EnterMail(string typed) => MailAddresses.HasOtherLetters(typed)
        ? Say("Many mail servers carry only plain letters before the @. Enter another address of yours, without accents there", "Muchos servidores de correo solo aceptan letras sin acentos antes de la @. Escriba otra dirección suya, sin acentos ahí")
        : Say("Enter a full e-mail address, like name@mail.example", "Escriba una dirección de correo completa, como nombre@mail.example");
    public string EnterPhone => Say("Enter a phone number with its area code, or leave it empty", "Escriba un teléfono con su código de área, o déjelo vacío");
    public string EnterStreet => Say("Enter your street and number", "Escriba su calle y número");
    public string EnterCity => Say("Enter your city", "Escriba su ciudad");
    public string EnterCode => Say("Enter a ZIP code of five digits, like 87102", "Escriba un código postal de cinco cifras, como 87102");
    public string ChooseState => Say("Choose your state", "Elija su estado");
    /// <param name="states">Those of the code.</param>
    public string CodeIsElsewhere(string code, IReadOnlyList<State> states) => Say(
        $"The ZIP code {code} is in {string.Join(" or ", states.Select(state => state.Name))}. Correct it, or choose your state again",
        $"El código postal {code} está en {string.Join(" o ", states.Select(state => state.SpanishName))}. Corríjalo, o elija otra vez su estado");
    /// <param name="contact">The coalition's mail address, if it has one.</param>
    public string NobodyForPlace(ActionContent content, string? contact)
    {
        var asked = (content.Asks(SupporterField.State), content.Asks(SupporterField.PostalCode)) switch
        {
            (true, true) => Say("state and ZIP code", "estado y código postal"),
            (false, true) => Say("ZIP code", "código postal"),
            _ => Say("state", "estado"),
        };
        return Say("None of the offices of this action answers for your place. ", "Ninguna de las oficinas de esta acción responde por su lugar. ") + (contact is { Length: > 0 }
            ? Say($"Check your {asked}; if this is right, ask the coalition at {contact}", $"Revise su {asked}; si es correcto, pregunte a la coalición en {contact}")
            : Say($"Check your {asked}; if this is right, pass the page on to people of other places", $"Revise su {asked}; si es correcto, pase la página a personas de otros lugares"));
    }
    public string OwnTooLong(int most) => Say($"Shorten your sentence to {most} characters", $"Acorte su frase a {most} caracteres");
    public string TooLong(int most) => Say($"Shorten this to {Number(most)} characters", $"Acorte esto a {Number(most)} caracteres");
    public string TextTooLong(int has, int most) => Say($"Your text has {Number(has)} characters. Shorten it to {Number(most)}", $"Su texto tiene {Number(has)} caracteres. Acórtelo a {Number(most)}");
    public string CrowdedPlace => Say(
        "Many letters from your network still wait to be confirmed. Confirm those that are yours, or send this one in an hour; your text stays on this page until then",
        "Muchas cartas de su red esperan todavía su confirmación. Confirme las suyas, o envíe esta dentro de una hora; hasta entonces su texto queda en esta página");
    public string LetterHasChanged => Say(
        "The coalition has changed this letter since you opened it. Read it again below, with your sentence in it, and then send it",
        "La coalición cambió esta carta desde que usted la abrió. Léala otra vez abajo, con la frase de usted, y después envíela");
    public string ConfirmedAlready => Say("Your message is confirmed already, and each person counts once", "Su mensaje ya está confirmado, y cada persona cuenta una vez");
    public string LeaveEmpty => Say("Leave this field empty", "Deje este campo vacío");
    public string EnterSubject => Say("Enter a subject", "Escriba un asunto");
    public string EnterText => Say("Write what you want to say", "Escriba lo que quiere decir");
    public string KeepPassage(string passage) => Say($"Put this passage back into the text: “{passage}”", $"Vuelva a poner este pasaje en el texto: «{passage}»");
    public string FaxLabel => Say("Leave this empty", "Deje esto vacío");

    private string Targets(int letters) => letters == 1 ? Say("its office", "su oficina") : Say($"{NumberWords.Of(letters, "en")} offices", $"{NumberWords.Of(letters, "es", Counted.Feminine)} oficinas");

    private static string Host(string? form) => Uri.TryCreate(form, UriKind.Absolute, out var address) ? address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host : "";

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;
}
