using CoalitionLetters.Listings;

namespace CoalitionLetters.Supporters.Public;

/// <summary>What a supporter reads after sending: on the receipt, behind the mailed links, and about each letter.</summary>
public sealed class OwnWords(string language)
{
    private readonly bool spanish = Languages.IsSpanish(language);

    // The receipt
    public string OneStepLeft => Say("One step is left", "Falta un paso");
    public string OurMailTo(bool isSent) => isSent ? Say("Open our mail to", "Abra nuestro correo a")
        : Say("This site sends no mail yet. Ask the coalition for the one it keeps for", "Este sitio todavía no envía correos. Pida a la coalición el que guarda para");
    public string PressThere => Say("Press “Confirm my message” in it. Nothing goes out before.", "Pulse «Confirmar mi mensaje» en él. Antes no sale nada.");
    public string YourReceipt => Say("Your receipt", "Su recibo");
    public string ReferenceNumber => Say("Reference number", "Número de referencia");
    public string NoMail(bool isSent) => !isSent ? Say("If you lose it, send the form once more after ten minutes; there is a new one then.", "Si lo pierde, envíe el formulario otra vez después de diez minutos; habrá uno nuevo.") : Say("If no mail comes within ten minutes, look among the unwanted ones, or send the form once more.", "Si no llega en diez minutos, busque entre los no deseados o envíe el formulario otra vez.");
    public string OneMail => Say("If we wrote to you in the last ten minutes, use that mail: no second one comes so soon, and its button opens the newest letter that you have sent and not confirmed. After more mails the pauses grow, to a week in the end. An address whose owner has asked us not to write gets none.", "Si le escribimos en los últimos diez minutos, use ese correo: no llega otro tan pronto, y su botón abre la carta más reciente que usted envió y no ha confirmado. Después de más correos las pausas crecen, hasta una semana. Una dirección cuyo dueño pidió que no le escribamos no recibe ninguno.");
    public string WrittenBefore => Say("If you have confirmed a letter before, that one stands: each person counts once.", "Si ya confirmó una carta antes, esa vale: cada persona cuenta una vez.");

    // Confirming
    public string ConfirmTitle => Say("Confirm your message", "Confirme su mensaje");
    /// <param name="mailed">The targets to which we mail, by name; null: none. The others likewise.</param>
    public string ConfirmLead(string? mailed, string? printed, string? own)
    {
        string?[] parts =
        [
            mailed is null ? null : Say($"we mail your letter to {mailed}", $"enviamos su carta por correo a {mailed}"),
            printed is null ? null : Say($"we print your letter to {printed} and deliver it by hand", $"imprimimos su carta a {printed} y la entregamos en mano"),
            own is null ? null : Say($"the next page helps you to send your letter to {own} yourself", $"la página siguiente le ayuda a enviar usted su carta a {own}"),
        ];
        return Say("When you press the button, ", "Cuando usted pulse el botón, ") + string.Join("; ", parts.OfType<string>()) + ".";
    }
    public string ConfirmButton => Say("Confirm my message", "Confirmar mi mensaje");
    public string NewerForm => Say("A newer form with your address has come since you read this page. Read the letter again, and confirm it only if it is yours.", "Desde que usted leyó esta página llegó un formulario más reciente con su dirección. Lea la carta otra vez y confírmela solo si es suya.");
    public string YouAllow => Say("The form also says:", "El formulario dice además:");
    public string MayBeShown => Say("The coalition may show these words on the action’s page, with the first name and state.", "La coalición puede mostrar estas palabras en la página de la acción, con el nombre de pila y el estado.");
    public string NotYou => Say("If you did not write this, do not press the button: nothing is sent.", "Si usted no la escribió, no pulse el botón: no se envía nada.");
    public string NotMe => Say("This was not me: do not write to me again", "No fui yo: no me escriban más");
    public string DisownTitle => Say("This was not you?", "¿No fue usted?");
    public string DisownLead => Say("Somebody typed your address into the form of this action. When you press the button, what was typed is deleted, and this action neither writes to your address again nor takes a letter from it. To know the address when somebody types it again, we keep a code made from it, from which nobody can read the address. When the action ends, the code is of no use any more.", "Alguien escribió la dirección de usted en el formulario de esta acción. Cuando usted pulse el botón, lo escrito se borra, y esta acción no vuelve a escribirle ni acepta cartas desde su dirección. Para reconocer la dirección si alguien la escribe otra vez, guardamos un código hecho con ella, en el que nadie puede leerla. Cuando la acción termina, el código ya no sirve para nada.");
    public string DisownButton => Say("Do not write to me again", "No me escriban más");
    public string DisownedTitle => Say("We do not write to you again", "No le escribiremos más");
    public string DisownedText => Say("What was typed with your address is deleted, and nothing was sent. This action sends you nothing more; there is nothing left for you to do.", "Lo que se escribió con su dirección está borrado, y no se envió nada. Esta acción no le envía nada más; usted no tiene que hacer nada.");
    public string NotYourWords => Say("Somebody may have typed your address. To send your own letter, write it and open the link in our mail again: the newest one counts.", "Alguien pudo escribir la dirección de usted. Para enviar su propia carta, escríbala y abra otra vez el enlace de nuestro correo: vale la más reciente.");
    public string TooLateTitle => Say("This action is over", "Esta acción terminó");
    public string TooLateText => Say("Your message was not confirmed in time, so nothing was sent.", "Su mensaje no se confirmó a tiempo; no se envió nada.");
    public string UnknownTitle => Say("This link is not known", "Este enlace no se conoce");
    public string UnknownText => Say("If we have mailed you several times, use the newest mail. After an erasure its links lead nowhere.", "Si le escribimos varias veces, use el correo más reciente. Después de borrar los datos, sus enlaces no llevan a nada.");

    // The own page
    public string YourMessage => Say("Your message", "Su mensaje");
    public string ThankYou => Say("Thank you for writing", "Gracias por escribir");
    public string StandsSo(int yours) => yours switch
    {
        0 => Say("Here is what has become of your letters. There is nothing more to do.", "Esto es lo que ha pasado con sus cartas. No tiene que hacer nada más."),
        1 => Say("Here is what has become of your letters. One still needs you.", "Esto es lo que ha pasado con sus cartas. Una todavía lo necesita."),
        _ => Say("Here is what has become of your letters. Some still need you.", "Esto es lo que ha pasado con sus cartas. Algunas todavía lo necesitan."),
    };
    public string NotConfirmed => Say("This message is not confirmed yet. Press “Confirm my message” in our mail; nothing goes out before.", "Este mensaje todavía no está confirmado. Pulse «Confirmar mi mensaje» en nuestro correo; antes no sale nada.");
    public string Held => Say("Somebody of the coalition reads your message before it goes out, as a rule within a day.", "Alguien de la coalición lee su mensaje antes de que salga, por lo común en un día.");
    public string Declined(bool isOpen) => Say("The coalition does not pass this message on.", "La coalición no transmite este mensaje.")
        + (isOpen ? Say(" You may write another one; somebody reads it before it goes out.", " Usted puede escribir otro; alguien lo lee antes de que salga.") : "");
    public string WriteAnother => Say("Write another message", "Escribir otro mensaje");

    public string WhatYouAllow => Say("What you allow", "Lo que usted permite");
    public string TakeBack => Say("Take this back", "Retirar este permiso");
    public string Withdrawn(int stopped, int gone) => Say("You have withdrawn this message. ", "Usted retiró este mensaje. ") + (stopped, gone) switch
    {
        (_, 0) => Say("Nothing of it goes out.", "No sale nada de él."),
        (0, _) => Say("What had gone out before cannot be called back; you are no longer counted.", "Lo que ya había salido no se puede recuperar; usted ya no cuenta."),
        _ => Say("What had not gone out was stopped; what had gone out before cannot be called back.", "Lo que no había salido se detuvo; lo que ya había salido no se puede recuperar."),
    };

    public string StateOf(MessageStatus status, bool mailWaitsLonger) => status switch
    {
        MessageStatus.Unconfirmed => Say("waits", "en espera"),
        MessageStatus.Queued => Say("waits its turn", "espera su turno"),
        MessageStatus.Mailing => mailWaitsLonger ? Say("not taken yet, we try again", "aún no aceptada, lo intentamos otra vez") : Say("on its way", "en camino"),
        MessageStatus.Sent => Say("sent", "enviada"),
        MessageStatus.Bounced => Say("came back", "devuelta"),
        MessageStatus.WithPerson => Say("you finish this one", "esta la termina usted"),
        MessageStatus.Finished => Say("sent by you", "enviada por usted"),
        MessageStatus.ToPrint => Say("will be delivered by hand", "se entregará en mano"),
        MessageStatus.Printed => Say("printed, will be delivered by hand", "impresa, se entregará en mano"),
        MessageStatus.Delivered => Say("delivered by hand", "entregada en mano"),
        MessageStatus.Kept => Say("not sent, kept by us", "no enviada, la guardamos"),
        _ => Say("stopped", "detenida"),
    };

    public string GoesSlowly(int perMinute) => Say($"We send this office at most {perMinute} mails a minute.", $"A esta oficina le enviamos como mucho {perMinute} correos por minuto.");
    public string Paused => Say("waits, the office’s mailbox takes no mail", "en espera, el buzón de la oficina no recibe correo");
    public string PausedBecause(int refused) => Say(
        $"The office’s mail server refused the last {refused} letters, so we send it none until somebody of the coalition has looked at it. Yours is kept and goes out after that.",
        $"El servidor de correo de la oficina rechazó las últimas {refused} cartas; no le enviamos ninguna hasta que alguien de la coalición lo haya revisado. La suya se guarda y sale después.");
    public string SentAt(string moment) => Say($"Our mail server took it for delivery on {moment}. If it comes back, it stands here; whether somebody reads it we cannot see.", $"Nuestro servidor de correo la aceptó para entregarla el {moment}. Si vuelve, se dirá aquí; si alguien la lee no podemos verlo.");
    public string KeptAt(string moment) => Say($"This site sends no mail yet. We put your letter into our mail folder on {moment}; it has not reached the office.", $"Este sitio todavía no envía correos. Guardamos su carta en nuestra carpeta de correo el {moment}; no ha llegado a la oficina.");
    public string TriedSoFar(int times, string next) => Say($"Tried {(times == 1 ? "once" : $"{times} times")}; the next attempt is on {next}.", $"Intentos: {times}; el próximo, el {next}.");
    /// <param name="reason">In the words of a mail server or of our own, as they were noted, in any language.</param>
    public string CameBack(string? reason) => Say("It could not be delivered.", "No se pudo entregar.") + (reason is null ? "" : Say($" The reason noted with it: “{reason}”.", $" El motivo anotado, en el idioma en que llegó: «{reason}»."));
    public string StaffSeeIt => Say("The coalition’s staff see this too.", "El personal de la coalición también lo ve.");
    public string WithdrawnAfterReturn => Say("You have withdrawn it since, so we do not try it again.", "Usted la retiró después; no lo intentamos otra vez.");
    public string StoppedAsWithdrawn => Say("You have withdrawn it, so it does not go out.", "Usted la retiró; no sale.");
    public string ByHandOn(string day) => Say($"We deliver it by hand on {day}.", $"La entregamos en mano el {day}.");
    public string ByHandWasPlanned(string day) => Say($"The delivery by hand was planned for {day}. Nobody has said yet that this letter was handed over; it will stand here.", $"La entrega en mano estaba prevista para el {day}. Nadie ha dicho todavía que esta carta se entregó; se dirá aquí.");
    public string ByHandSometime => Say("We deliver it by hand together with the others. The day is not set yet; it will stand here.", "La entregamos en mano junto con las demás. El día aún no está fijado; se dirá aquí.");
    public string DeliveredOn(string day) => Say($"Handed over on {day}.", $"Entregada el {day}.");
    public string FinishedAt(string moment) => Say($"You said so on {moment}. We cannot see whether it arrived.", $"Usted lo dijo el {moment}. No podemos ver si llegó.");

    public string FormSteps(string host) => Say($"1. Copy the subject and the letter. 2. Open the form at {host}, paste both there and press Send. 3. Come back and tell us.", $"1. Copie el asunto y la carta. 2. Abra el formulario en {host}, péguelos y envíelo. 3. Vuelva y díganoslo.");
    public string MailSteps => Say("1. Open your mail program with the letter in it and press Send. 2. Come back and tell us.", "1. Abra su programa de correo con la carta y envíela. 2. Vuelva y díganoslo.");
    public string LongMailSteps(string address) => Say($"Your letter is too long for a link. 1. Copy the subject and the letter. 2. Paste both into a new mail to {address} and send it. 3. Come back and tell us.", $"Su carta es demasiado larga para un enlace. 1. Copie el asunto y la carta. 2. Péguelos en un correo nuevo a {address} y envíelo. 3. Vuelva y díganoslo.");
    public string TheLetter(string target) => Say($"Your letter to {target}", $"Su carta a {target}");
    public string Copy => Say("Copy the letter", "Copiar la carta");
    public string Copied => Say("Copied.", "Copiada.");
    public string CopySubject => Say("Copy the subject", "Copiar el asunto");
    public string SubjectCopied => Say("Copied.", "Copiado.");
    public string OpenForm => Say("Open the form", "Abrir el formulario");
    public string OpenMail => Say("Open my mail program", "Abrir mi programa de correo");
    public string IHaveSent => Say("I have sent it", "Ya la envié");
    public string AsPdf => Say("This letter as PDF", "Esta carta en PDF");

    public string Share => Say("Ask one more person", "Pídaselo a una persona más");
    public string BecauseAsked => Say("Perhaps somebody you know would write too, if you asked.", "Quizás alguien que usted conoce también escribiría, si usted se lo pide.");
    public string ForwardSubject => Say("Will you write too?", "¿Escribe usted también?");
    public string Forward => Say("Forward by e-mail", "Reenviar por correo");
    public string IfYouChange => Say("If you change your mind", "Si cambia de opinión");
    public string IfYouChangeText => Say("Withdrawing stops what has not gone out. Erasing also deletes your name, address and text here.", "Retirar detiene lo que no ha salido. Borrar elimina además su nombre, dirección y texto aquí.");
    public string Withdraw => Say("Withdraw my message", "Retirar mi mensaje");
    public string Erase => Say("Erase my data", "Borrar mis datos");
    public string WithdrawLead => Say("What has not gone out is stopped, and you are no longer counted. What has gone out cannot be called back. This cannot be undone here.", "Lo que no ha salido se detiene y usted deja de contar. Lo que salió no se puede recuperar. Aquí no se puede deshacer.");
    public string EraseLead(bool wasDeclined) => Say("Your name, address and text are deleted here, and what has not gone out is stopped. ", "Su nombre, dirección y texto se borran aquí, y lo que no ha salido se detiene. ") + (wasDeclined
        ? Say("The coalition has declined a message of yours; so that a new one waits until somebody has read it, we keep a code made from your address, from which", "La coalición no transmitió un mensaje suyo; para que uno nuevo espere hasta que alguien lo lea, guardamos un código hecho con su dirección, en el que")
        : Say("Letters that have gone out stay with those who got them; so that none goes out twice, we keep a code made from your address, from which", "Las cartas que salieron quedan con quien las recibió; para que ninguna salga dos veces, guardamos un código hecho con su dirección, en el que"))
        + Say(" nobody can read the address. When the action ends, the code is of no use any more. This cannot be undone, and the links in our mails stop working.", " nadie puede leerla. Cuando la acción termina, el código ya no sirve para nada. No se puede deshacer, y los enlaces de nuestros correos dejan de servir.");
    public string KeepIt => Say("Keep it", "Mantenerlo");
    public string ErasedTitle => Say("Your data is erased", "Sus datos están borrados");
    public string ErasedText => Say("Your name, address and text are gone from here.", "Su nombre, dirección y texto ya no están aquí.");
    public string PrivateLink => Say("This page is behind a private link. Do not forward it.", "Esta página está detrás de un enlace privado. No lo reenvíe.");

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;
}
