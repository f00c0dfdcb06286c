using System.Collections.Frozen;

namespace CoalitionLetters.Organizations.Names;

/// <summary>Word lists about what a name says of its body: what it is, of which church, whose arm. Each tells its source, as those of <see cref="NameWords"/> do.</summary>
internal static class DescribingWords
{
    /// <summary>What a name that stands for itself says behind it of what the body is: "Community Health Center". Source: as for <see cref="NameWords.Bodies"/>.</summary>
    public static readonly FrozenSet<string> Descriptions = NameWords.Set("center centers services service network coalition alliance collective organization cooperative society agency corporation cdc house museum health healthcare philanthropy association clinic clinics");

    /// <summary>Members of a body, whose own association is another. Source: gathered by hand from names in <c>name-pairs.csv</c>.</summary>
    public static readonly FrozenSet<string> Insiders = NameWords.Set("tenants residents alumni staff faculty student students parents employees retirees nurses doctors physicians youth women men volunteers members neighbors friends veterans");

    /// <summary>Words for the care that one clinic gives, whichever of them its name has, and for the help of one legal office. Source: names of members of the National Association of Community Health Centers and of grantees of the Legal Services Corporation.</summary>
    public static readonly IReadOnlyList<FrozenSet<string>> OneService = [NameWords.Set("community family health healthcare medical center centers clinic clinics service services"), NameWords.Set("legal law aid services service center clinic office")];

    /// <summary>Denominations, and words that stand beside them. Source: member lists of the National Council of Churches and the Association of Statisticians of American Religious Bodies.</summary>
    public static readonly FrozenSet<string> Denominations = NameWords.Set("episcopal lutheran baptist catholic methodist presbyterian congregational unitarian universalist mennonite quaker orthodox pentecostal reformed nazarene adventist anglican moravian ame umc ucc elca");

    /// <summary>Source: as for <see cref="Denominations"/>.</summary>
    public static readonly FrozenSet<string> BesideDenominations = NameWords.Set("united african evangelical roman american");

    /// <summary>What churches of several denominations in one town are called. Source: the commonest names of US congregations in the IRS list of exempt organizations.</summary>
    public static readonly FrozenSet<string> SharedDedications = NameWords.Set("first second third central trinity grace christ zion faith calvary bethel emmanuel immanuel redeemer hope community new");

    /// <summary>Last words of arms of one body that stand side by side. Source: as for <see cref="NameWords.Arms"/>, and registers of lobbying organizations and their sister charities.</summary>
    public static readonly FrozenSet<string> Sisters = NameWords.Set("lobby education action fund foundation advocacy institute votes trust pac");

    /// <summary>Those of <see cref="Sisters"/> that are funds, of which a body has one.</summary>
    public static readonly FrozenSet<string> Funds = NameWords.Set("fund foundation trust");

    /// <summary>What ends a word for those who do a thing, each in a place of their own: riverkeepers, steelworkers. Source: agent nouns of Merriam-Webster among the words of names in <c>name-pairs.csv</c>.</summary>
    public static readonly FrozenSet<string> Doers = NameWords.Set("keeper keepers watch works worker workers builder builders maker makers fighter fighters grower growers walker walkers");

    /// <summary>What persons were formerly, behind whom no former name follows. Source: names of members of the Formerly Incarcerated, Convicted People and Families Movement.</summary>
    public static readonly FrozenSet<string> BehindFormerly = NameWords.Set("incarcerated convicted detained imprisoned homeless enslaved undocumented trafficked");

    /// <summary>What follows "mass" where it is no state. Source: Merriam-Webster.</summary>
    public static readonly FrozenSet<string> BehindMass = NameWords.Set("transit incarceration media deportation deportations surveillance violence shootings communication production extinction");

    /// <summary>New York City's counties, which bodies of their own are named for. Source: the city's charter.</summary>
    public static readonly FrozenSet<string> Boroughs = NameWords.Set("bronx brooklyn manhattan queens staten-island");
}
