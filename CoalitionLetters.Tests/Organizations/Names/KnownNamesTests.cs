using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Names;

public sealed class KnownNamesTests
{
    /// <summary>Longer names that a person looked at: a former or a full name of the same body, or a headquarters that is the body itself.</summary>
    private static readonly HashSet<string> reviewed =
    [
        // Unions, whose International is the union.
        "AFSCME International", "ATU International", "TWU International", "ALPA International", "Air Line Pilots Association, International", "Airline Pilots Association International", "American Federation of State, County and Municipal Employees International",
        "Carpenters International", "International Machinists Union", "Ironworkers International", "Laborers International", "Teamsters International", "UFCW International", "Unite Here International",
        "United Food & Commercial Workers International", "United Steelworkers International",
        // Worldwide bodies that are called by the shorter name.
        "ActionAid International", "Amnesty International", "B'nai B'rith International", "Goodwill Industries International", "Hillel International", "Kiwanis International", "Oxfam International", "Pax Christi International",
        "Islamic Relief Worldwide", "Minority Rights Group International", "Pesticide Action Network International", "World Wide Fund For Nature International",
        // Bodies of the United States alone.
        "American Baptist Churches USA", "Episcopal Church USA", "National Council of Churches USA", "SAGE USA", "PETA US", "Meals on Wheels America", "NARAL Pro-Choice America",
        "Greenpeace US", "World Wildlife Fund US",
        // Full and former names.
        "Black Lives Matter Global Network Foundation", "BLM Global Network Foundation", "Earthjustice Legal Defense Fund", "Environmental Defense Fund", "Fair Fight Action", "Families USA Foundation", "Farmworker Justice Fund",
        "Free Press Action Fund", "Gamaliel Foundation", "Human Rights Campaign Fund", "Lambda Legal Defense & Education Fund", "Lambda Legal Defense and Education Fund", "LatinoJustice: Puerto Rican Legal Defense and Education Fund",
        "Legal Momentum, the Women's Legal Defense and Education Fund", "March of Dimes Birth Defects Foundation", "March of Dimes Foundation", "National Hispanic Media Coalition, Latino Advocacy", "New America Foundation",
        "Points of Light Foundation", "Junta for Progressive Action", "Surfrider Foundation", "Susan G. Komen Breast Cancer Foundation", "Susan G. Komen Foundation", "MinKwon Center for Community Action",
        "InterACT: Advocates for Intersex Youth", "AJC Global Jewish Advocacy", "A Better Balance: The Work & Family Legal Center", "Dayenu: A Jewish Call to Climate Action", "Demos: A Network for Ideas and Action",
    ];

    /// <summary>Names that a body with sections bears itself, in another language: the one body's own, not a section's.</summary>
    private static readonly HashSet<string> translations =
    [
        "Reporters sans frontières", "Amigos de la Tierra Internacional", "Les Amis de la Terre International", "Amis de la Terre International",
        "Fondo de las Naciones Unidas para la Infancia", "Médecins Sans Frontières", "Medecins Sans Frontieres", "Doctors Without Borders/Médecins Sans Frontières", "Doctors Without Borders/Médecins Sans Frontières (MSF)",
    ];

    private static readonly HashSet<string> sections = ["us", "usa", "america", "united states", "north america", "international", "global", "worldwide"];

    [Fact]
    public void The_shipped_list_vouches_for_no_arm_or_national_section_as_if_it_were_the_body_itself()
    {
        var wrong = Lines().SelectMany(Joined).Where(pair => !reviewed.Contains(pair.Longer)).Select(pair => $"{pair.Longer} = {pair.Shorter}");

        Assert.Empty(wrong);
    }

    /// <summary>"Reporter ohne Grenzen" is no other name of Reporters Without Borders but a German association of its own.</summary>
    [Fact]
    public void A_body_with_sections_in_several_countries_is_vouched_for_in_one_language_only()
    {
        var parents = KnownNames.Shipped.Organizations.Where(IsNational).Select(organization => organization.ParentName).ToHashSet();

        var wrong = Lines().Where(names => parents.Contains(names[0])).SelectMany(names => names.Skip(1)
            .Where(alias => IsInAnotherLanguage(alias, names[0]) && !translations.Contains(alias) && NameMatching.Compare(alias, names[0]).JoinsByItself).Select(alias => $"{alias} = {names[0]}"));

        Assert.Empty(wrong);
    }

    private static bool IsNational(KnownOrganization organization) =>
        organization.ParentName is not null && Words(organization.Name) is var words && (sections.Contains(words[^1].Text) || Places.EndingAt(words, words.Count, out _) is { Kind: PlaceKind.Country });

    private static bool IsInAnotherLanguage(string alias, string name) =>
        NameLanguages.Of(Words(alias)) is { } one && NameLanguages.Of(Words(name)) is var other && one != (other ?? "english");

    private static IEnumerable<List<string>> Lines() =>
        File.ReadLines(Path.Combine(RepositoryFiles.Root, "assets", "data", "known-organizations.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(NamesOf);

    private static List<string> NamesOf(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return [cells[0], .. cells.ElementAtOrDefault(1)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.TrimStart('+', '~')) ?? []];
    }

    /// <summary>The names of one line that join without a person although the longer adds an arm, a country or its reach.</summary>
    private static IEnumerable<(string Longer, string Shorter)> Joined(List<string> names)
    {
        foreach (var longer in names)
        {
            foreach (var shorter in names.Where(shorter => AddsToIt(longer, shorter) && NameMatching.Compare(longer, shorter).JoinsByItself))
                yield return (longer, shorter);
        }
    }

    private static bool AddsToIt(string longer, string shorter)
    {
        var (all, some) = (Words(longer), Words(shorter));
        if (all.Count <= some.Count)
            return false;
        var begins = all.Take(some.Count).Select(word => word.Text).SequenceEqual(some.Select(word => word.Text));
        var ends = all.Skip(all.Count - some.Count).Select(word => word.Text).SequenceEqual(some.Select(word => word.Text));
        var more = begins ? all.Skip(some.Count).ToList() : ends ? all.Take(all.Count - some.Count).ToList() : [];
        return more.Count > 0 && (sections.Contains(string.Join(' ', more.Select(word => word.Text))) || (begins && NameWords.Arms.EndingAt(more, more.Count) is not null));
    }

    private static IReadOnlyList<NameWord> Words(string name) => NameKeys.Trim(NameText.Read(name) is var text && text.Parentheses.Count > 0 ? [.. text.Words, .. text.Parentheses.SelectMany(aside => aside)] : text.Words);
}
