namespace CoalitionLetters.Importing;

/// <summary>
/// Headers that ask for nothing but the name of a body, whatever the body is called: "Nombre de la asociación", "Nom de l'organisme", "Name des Vereins",
/// "Which group are you signing on behalf of?". All of their words are words for bodies or words of the asking, so that "Organization type" is none of them.
/// </summary>
internal static class BodyHeaders
{
    private const double NamedScore = 1;
    private const double BareScore = 0.9;
    private const double WithRemarkScore = 0.86;
    private const double PartScore = 0.75;

    // Folded, as all words here. Source: what associations, unions and congregations call themselves on sign-on forms and in registers.
    private static readonly HashSet<string> bodies = Words("""
        organization organizations organisation organisations org orgs group groups union unions nonprofit nonprofits profit ngo ngos association associations company companies institution institutions agency agencies
        congregation congregations church churches parish synagogue temple mosque entity entities employer business businesses club network foundation collective federation society committee council alliance affiliation partner partners endorser endorsers school university college tribe
        organizacion organizaciones entidad entidades asociacion asociaciones sindicato sindicatos colectivo colectivos institucion instituciones grupo grupos empresa fundacion agrupacion ong red iglesia comite cooperativa federacion plataforma movimiento
        organisme organismes structure structures syndicat syndicats collectif collectifs entreprise societe etablissement fondation groupe groupes reseau mouvement
        verein vereins vereine vereines verband verbands verbandes verbande einrichtung einrichtungen organisationen gruppe gruppen gewerkschaft gewerkschaften institutionen unternehmen unternehmens initiative initiativen stiftung bundnis bundnisses kirchengemeinde korperschaft gesellschaft
        """);

    // Bodies only where the header asks for a name: alone they are a scope, a part of the body, or in Spanish the signature.
    private static readonly HashSet<string> bodiesByName = Words("local locals chapter chapters coalition firma gemeinde");

    private static readonly HashSet<string> names = Words("name names nombre nom namen called llama heisst");

    private static readonly HashSet<string> asking = Words("""
        the a an of your our my you we us are is s am what which who do does represent represented representing for on behalf sign signing signed off signatory endorsing endorse sponsoring supporting participating full official legal exact complete primary main or if any applicable please enter non
        el la los las un una de del su tu que cual cuales es son en a o por usted ustedes representa representan representada firma firman firmante firmantes oficial legal completo completa se nuestra vuestra
        le les l d du des votre notre quel quelle quelles est sont au ou qui pour vous nous signez signataire signataires representez representee complet officiel
        der die das dem den ein eine einer fur im in wessen welcher welche welches welchen ist wie ihr ihre ihrer ihres ihren unsere vertreten sie unterzeichnen unterzeichnende unterzeichnender unterzeichnet vollstandiger offizieller oder
        """);

    // What follows such a mark only explains: "Group name (as it should appear)".
    private static readonly char[] remarks = ['(', '[', ':', ';', ',', '?', '\u2013', '\u2014'];

    /// <summary>How surely a header asks for a body's name; 0 where it does not.</summary>
    public static double Score(string header)
    {
        var whole = ScoreOf(header);
        if (whole > 0 || header.IndexOfAny(remarks) is not (> 0 and var at))
            return whole;
        return Math.Min(ScoreOf(header[..at]), WithRemarkScore);
    }

    private static double ScoreOf(string header)
    {
        var words = HeaderWords.Folded(header).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!words.All(word => bodies.Contains(word) || bodiesByName.Contains(word) || names.Contains(word) || asking.Contains(word)))
            return 0;
        var asksForName = words.Any(names.Contains);
        if (words.Any(bodies.Contains))
            return asksForName ? NamedScore : BareScore;
        return asksForName && words.Any(bodiesByName.Contains) ? PartScore : 0;
    }

    private static HashSet<string> Words(string text) => [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
