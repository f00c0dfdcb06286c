namespace CoalitionLetters.Importing;

/// <summary>How a signature stood where a list comes from.</summary>
public enum Standing
{
    /// <summary>The list says nothing of it.</summary>
    Unsaid,

    Stands,

    /// <summary>Somebody there still has to look or to agree.</summary>
    Waits,

    /// <summary>Asked and not answered, or answered and not confirmed.</summary>
    NotYet,

    /// <summary>A bare "no": not yet, or never.</summary>
    No,

    /// <summary>Declined, withdrawn, or joined with another.</summary>
    Refused,

    /// <summary>Words that mean nothing to us.</summary>
    Unknown,
}

/// <summary>
/// Reads what lists write below "Status", "Response" or "Signed?". A body that refused must not be listed, so that only words that surely say yes let it stand: "Confirmed", "Signed 6/18".
/// Sources: our own export, and the answers that coalitions' sheets and sign-on forms offer in English, Spanish, French and German.
/// </summary>
internal static class Standings
{
    // All folded. Behind one of these may stand a reason or a day: "Withdrawn 6/18", "Declined (board)".
    private static readonly Dictionary<string, Standing> phrases = new[]
    {
        Of(Standing.Refused, """
            withdrawn|withdrew|withdraw|withdraws|declined|decline|declines|rejected|reject|rejects|refused|refuse|refuses|merged|unsubscribed|unsubscribe|opted out|opt out|removed|remove|cancelled|canceled|revoked|rescinded|not signing|not interested|not joining|not endorsing|will not sign|won t sign|did not sign|can t sign|cannot sign|no longer|no thanks|no thank you|deleted
            retirada|retirado|retiro|retiraron|rechazada|rechazado|rechazo|rechaza|declinada|declinado|declino|declina|cancelada|cancelado|revocada|revocado|denegada|denegado|no firma|no firmara|no interesada|no interesado|no le interesa|baja
            retiree|retire|retrait|refusee|refus|rejetee|rejete|declinee|annulee|annule|revoquee|revoque|desinscrite|desinscrit|ne signe pas|ne signera pas|pas interessee|pas interesse
            zuruckgezogen|zuruckgetreten|abgelehnt|lehnt ab|abgesagt|absage|widerrufen|storniert|abgemeldet|unterzeichnet nicht|kein interesse|nicht interessiert
            """),
        Of(Standing.NotYet, """
            not yet|no response|no reply|no answer|not confirmed|unconfirmed|not signed|unsigned|has not signed|hasn t signed|undecided|considering|maybe|perhaps|invited|asked|contacted|reminded|to ask
            aun no|todavia no|sin respuesta|no responde|sin confirmar|no confirmada|no confirmado|no firmada|no firmado|no ha firmado|considerando|quiza|quizas|tal vez|invitada|invitado|indecisa|indeciso
            pas encore|sans reponse|pas de reponse|non confirmee|non confirme|non signee|non signe|n a pas signe|peut etre|invitee|invite|indecise|indecis
            noch nicht|keine antwort|keine ruckmeldung|nicht bestatigt|unbestatigt|nicht unterzeichnet|nicht unterschrieben|vielleicht|unentschieden|unentschlossen|eingeladen|angefragt
            """),
        Of(Standing.Waits, """
            held|confirmed not looked at|pending|in review|under review|reviewing|on hold|waiting|awaiting|tentative|tentatively|provisional|to be confirmed|to be approved|tbc|in process|in progress
            pendiente|en revision|en espera|por confirmar|provisionalmente|en tramite
            en attente|a confirmer|en cours|a valider|provisoire
            ausstehend|in prufung|wartet|vorlaufig|in bearbeitung|zu bestatigen
            """),
        Of(Standing.Stands, """
            listed|confirmed|signed|signed on|signs|accepted|approved|agreed|endorsed|endorses|joined|on board|complete|completed|committed|verified|done
            firmada|firmado|firmo|firma|firman|firmaron|confirmada|confirmado|confirmo|aceptada|aceptado|aprobada|aprobado|adherida|adherido|completada|completado
            signee|signe|confirmee|confirme|acceptee|accepte|approuvee|approuve|signataire|validee|valide
            unterzeichnet|unterschrieben|bestatigt|zugesagt|zusage|angenommen
            """),
    }.SelectMany(pairs => pairs).ToDictionary();

    // Only as the whole answer: behind them stands whatever was meant.
    private static readonly Dictionary<string, Standing> answers = new[]
    {
        Of(Standing.Stands, "yes|y|true|x|1|ok|okay|in|sign on|si|oui|ja"),
        Of(Standing.No, "no|n|false|0|non|nein"),
    }.SelectMany(pairs => pairs).ToDictionary();

    private static readonly HashSet<string> noes = ["no", "not", "yet", "pas", "nicht", "sin", "sans", "ohne", "without"];

    private static readonly HashSet<string> ticks = ["✓", "✔", "☑", "✅"];

    private static readonly HashSet<string> waysAndDays = [.. """
        on at by via in the e mail email phone form online letter am pm utc jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december
        el de por correo telefono formulario enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        le par courriel janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre am vom per januar februar marz juni juli august oktober dezember
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    public static Standing Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || Listings.NoNames.IsUnsaid(text))
            return Standing.Unsaid;
        var words = HeaderWords.Folded(text);
        if (phrases.TryGetValue(words, out var whole) || answers.TryGetValue(words, out whole))
            return whole;
        if (words.Length == 0)
            return ticks.Contains(text.Trim()) ? Standing.Stands : Standing.Unknown;
        return Beginning(words) is not { } start ? Standing.Unknown
            : phrases[start] is Standing.NotYet or Standing.Waits && !start.Split(' ').Any(noes.Contains) && words[(start.Length + 1)..].Split(' ').Any(SaysYes) ? Standing.Unknown
            : phrases[start] != Standing.Stands || words[(start.Length + 1)..].Split(' ').All(word => char.IsAsciiDigit(word[0]) || waysAndDays.Contains(word)) ? phrases[start]
            : Standing.Unknown;
    }

    /// <summary>"Invited 6/1, signed 6/18": who was asked may have answered since.</summary>
    private static bool SaysYes(string word) => phrases.GetValueOrDefault(word) == Standing.Stands || (word.Length > 1 && answers.GetValueOrDefault(word) == Standing.Stands && !waysAndDays.Contains(word));

    /// <summary>The longest phrase with which the words begin: "not yet" and not "not".</summary>
    private static string? Beginning(string words)
    {
        for (var end = words.LastIndexOf(' '); end > 0; end = words.LastIndexOf(' ', end - 1))
        {
            if (phrases.ContainsKey(words[..end]))
                return words[..end];
        }
        return null;
    }

    private static IEnumerable<KeyValuePair<string, Standing>> Of(Standing standing, string text) =>
        text.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(phrase => KeyValuePair.Create(phrase, standing));
}
