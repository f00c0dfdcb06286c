using System.Collections.Frozen;

namespace CoalitionLetters.Organizations.Names;

/// <summary>Words by which a single house or service is told from a body with chapters, and a longer name from a part.</summary>
internal static partial class NameWords
{
    /// <summary>What a single house or service is called, as the last word of its name or before a preposition; those with chapters (association, union, league, network) are not among them. Source: the codes of human services, health, religion and culture in the National Taxonomy of Exempt Entities.</summary>
    public static readonly FrozenSet<string> HouseNouns = Set("""
        center centers centre centres clinic clinics hospital hospice church chapel cathedral parish synagogue temple mosque masjid gurdwara congregation school schools academy museum library theater theatre studio gallery
        shelter shelters house home homes pantry kitchen foodbank farm farms garden gardens market bookstore cafe coalition collaborative cooperative coop
        """);

    /// <summary>The same before a Spanish, French or Portuguese name. Source: as for <see cref="HouseNouns"/>.</summary>
    public static readonly FrozenSet<string> HouseNounsInFront = Set("centro centre clinica clinique casa maison iglesia eglise igreja escuela ecole escola museo musee albergue refugio despensa biblioteca parroquia templo");

    /// <summary>Those of <see cref="HouseNouns"/> that towns have several of, so that one everyday word beside them is shared by many. Source: as for <see cref="Commonplace"/>.</summary>
    public static readonly FrozenSet<string> CommonHouses = Set("center centers house houses home homes shelter shelters church chapel temple congregation school academy centro casa iglesia escuela templo");

    /// <summary>Services of more than one word. Source: as for <see cref="HouseNouns"/>.</summary>
    public static readonly PhraseList HousePhrases = Phrases("food bank|legal aid|legal services|legal assistance|legal aid office|legal clinic|law office|law offices|health services|family services|community services");

    /// <summary>Words that many houses of one kind share, so that they set none apart. Source: the commonest words of the names of clinics, food banks and congregations in the IRS list of exempt organizations.</summary>
    public static readonly FrozenSet<string> Commonplace = Set("""
        bank office offices legal cultural mercy disability disabilities aging elder senior arts art music science media history nature water animal animals wildlife crisis recovery pregnancy birth dental cancer aids trauma
        free open safe capital capitol city town county village street avenue main worker area united friends good life living light family wellness
        first second third saint st holy grace trinity zion emanuel emmanuel immanuel bethel bethany beth shalom israel calvary redeemer resurrection savior messiah mary joseph john paul peter luke mark matthew james andrew memorial god christ lord spirit
        """);

    /// <summary>Nouns that say again what kind of body an acronym is. Source: as for <see cref="Fillers"/>.</summary>
    public static readonly FrozenSet<string> WholeNouns = Set("center coalition network alliance collaborative organization group association");

    /// <summary>Kinds of body that a longer name puts before a name and "of"; federations and unions of a name have it as a member. Source: as for <see cref="LeadingFillers"/>, with their Spanish forms.</summary>
    public static readonly FrozenSet<string> KindsBefore = Set("organization association coalition collective movement network group organizacion asociacion coalicion colectivo colectiva movimiento red grupo organizacao associacao");

    /// <summary>Prepositions with which a name goes on to say what the body is for. Source: English, Spanish, French and German grammar.</summary>
    public static readonly FrozenSet<string> PurposeMarks = Set("for on to against para por pro pour contre fur fuer contra");

    /// <summary>Titles before a person's name. Source: the AP and Chicago manuals, with their Spanish forms.</summary>
    public static readonly FrozenSet<string> Titles = Set("monsenor monsignor msgr father padre fray sister sor brother doctor dr reverend rev rabbi imam don dona bishop obispo archbishop arzobispo profesor professor");

    /// <summary>What ends the name of a part, an arm or an undertaking. Source: as for <see cref="PartHeads"/> and <see cref="Arms"/>.</summary>
    public static readonly FrozenSet<string> PartNouns = Set("fund funds foundation trust pac votes institute program programs project projects campaign initiative clinic school academy local section department division team desk");
}
