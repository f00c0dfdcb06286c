using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Web;

namespace CoalitionLetters.Officials;

/// <summary>What an office is told about whether its signature counts, before it is given and after, in the letter's language.</summary>
public sealed class StandingWords(string language)
{
    private readonly bool spanish = language == "es";
    private readonly OfficeWords office = new(language);

    private string Say(string english, string inSpanish) => spanish ? inSpanish : english;

    // Before it is given
    /// <param name="domains">The official ones, where they are few.</param>
    public string AsksOfficial(IReadOnlyList<string> domains)
    {
        var few = domains.Count == 0 ? "" : $" ({string.Join(", ", domains)})";
        return Say(
            $"The letter asks for official addresses{few}. From any other the signature waits until the coalition has looked at it.",
            $"La carta pide direcciones oficiales{few}. Desde cualquier otra, la firma espera hasta que la coalición la haya revisado.");
    }

    /// <summary>That the signature will wait, and why; null where nothing is the matter with these mailboxes.</summary>
    public string? WillWait(IEnumerable<DoubtfulMailbox> mailboxes) => Waiting(mailboxes) is not { } waits ? null : IsElsewhere(mailboxes) ? waits : Say(
        $"{waits} To avoid this, the office’s staff send the form again with official addresses.",
        $"{waits} Para evitarlo, el equipo de la oficina envía el formulario de nuevo con direcciones oficiales.");

    /// <summary>The same, while the address can still be changed in the form.</summary>
    public string? WouldWait(IEnumerable<DoubtfulMailbox> mailboxes) => Waiting(mailboxes) is not { } waits ? null : IsElsewhere(mailboxes) ? waits : Say(
        $"{waits} To avoid this, enter an official address.",
        $"{waits} Para evitarlo, escriba una dirección oficial.");

    // After it was given
    /// <param name="newest">The newest edition of a letter that is out.</param>
    public string Stands(Letter letter, Seat seat, Signature signature, Edition? newest)
    {
        var day = newest is null ? "" : new LetterTime(letter.TimeZoneId, language).Day(newest.PublishedAt);
        return letter.Status == LetterStatus.Withdrawn ? Say("The coalition has withdrawn the letter since.", "Desde entonces, la coalición ha retirado la carta.")
            : newest?.SignatureIds.Contains(signature.Id) == true ? Say($"It stands in the published letter, edition {newest.Number} of {day}.", $"Figura en la carta publicada, edición {newest.Number} del {day}.")
            : newest is not null ? Say(
                $"It does not stand in the published letter: edition {newest.Number} of {day} went out without it. Write to the coalition: a later edition can carry it.",
                $"No figura en la carta publicada: la edición {newest.Number} del {day} salió sin ella. Escriba a la coalición: una edición posterior puede llevarla.")
            : signature.Status == SignatureStatus.Listed ? Say("It is on the list and counts. There is nothing more to do.", "Está en la lista y cuenta. No hay nada más que hacer.")
            : Waits(letter, seat, signature);
    }

    private string Waits(Letter letter, Seat seat, Signature signature)
    {
        const string Looks = "The coalition looks at it before it is listed, as a rule the same day.";
        const string InSpanish = "La coalición la revisa antes de publicarla, por lo común el mismo día.";
        if (signature.Reason?.Contains("has signed already", StringComparison.Ordinal) == true)
        {
            return office.SecondOne(seat.Details.Jurisdiction);
        }

        return Sentences(OfficeMail.Doubtful(letter.Circulation, seat.Details, seat.PreparedBy, signature.Signer.Email)) is { } why
            ? Say($"It waits and is not counted yet. {why} {Looks}", $"Está en espera y todavía no cuenta. {why} {InSpanish}")
            : Say($"It waits and is not counted yet. {Looks}", $"Está en espera y todavía no cuenta. {InSpanish}");
    }

    /// <summary>The form went to another mailbox than it comes back from: an official address is no way out then.</summary>
    private static bool IsElsewhere(IEnumerable<DoubtfulMailbox> mailboxes) => mailboxes.Any(mailbox => mailbox.MailedTo is not null);

    private string? Waiting(IEnumerable<DoubtfulMailbox> mailboxes) => Sentences(mailboxes) is not { } why ? null : Say(
        $"{why} So the signature, once given, waits until the coalition has looked at it; before that it is not listed or counted.",
        $"{why} Por eso la firma, una vez dada, espera hasta que la coalición la haya revisado; antes no aparece en la lista ni cuenta.");

    private string? Sentences(IEnumerable<DoubtfulMailbox> mailboxes) => string.Join(' ', mailboxes.Select(Sentence)) is { Length: > 0 } sentences ? sentences : null;

    private string Sentence(DoubtfulMailbox mailbox) => mailbox switch
    {
        { MailedTo: { } invited } => Say(
            $"The form was mailed to {invited}, and whoever prepared the signature has an address at {mailbox.Domain}.",
            $"El formulario se envió a {invited}, y quien preparó la firma tiene una dirección en {mailbox.Domain}."),
        { IsStaffs: true } => Say(
            $"The address of whoever prepared the signature, at {mailbox.Domain}, is not on the letter’s list of official domains.",
            $"La dirección de quien preparó la firma, en {mailbox.Domain}, no está en la lista de dominios oficiales de la carta."),
        _ => Say(
            $"The address of whoever signs, at {mailbox.Domain}, is not on the letter’s list of official domains.",
            $"La dirección de quien firma, en {mailbox.Domain}, no está en la lista de dominios oficiales de la carta."),
    };
}
