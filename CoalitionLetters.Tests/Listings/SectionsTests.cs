using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using Xunit;

namespace CoalitionLetters.Tests.Listings;

public sealed class SectionsTests
{
    private static readonly ListedName[] names =
    [
        new("The Sikh Coalition") { Scope = Scope.National, Kind = OrganizationKind.Advocacy },
        new("Human Rights Watch") { Scope = Scope.International, Kind = OrganizationKind.Advocacy },
        new("RAICES") { Scope = Scope.State, State = "TX", Kind = OrganizationKind.Legal },
        new("Annunciation House") { Scope = Scope.Local, State = "Texas", Kind = OrganizationKind.Faith },
        new("Make the Road New York") { State = "N.Y.", Kind = OrganizationKind.Community },
        new("AFL-CIO") { Scope = Scope.National, Kind = OrganizationKind.Union, Role = "lead" },
        new("Sindicato del Valle") { Scope = Scope.Local, Country = "MX", Kind = OrganizationKind.Union },
        new("Foro Local") { Scope = Scope.Local },
    ];

    [Theory]
    [InlineData(SectionsBy.Scope)]
    [InlineData(SectionsBy.Kind)]
    public void Nothing_is_claimed_of_names_of_which_nothing_is_said(SectionsBy by)
    {
        var sections = Sections.Of([new("River Trust"), new("Lake Trust")], new ListingChoices { By = by });

        var only = Assert.Single(sections);
        Assert.Null(only.Heading);
        Assert.Equal(["Lake Trust", "River Trust"], only.Names.Select(name => name.Name));
    }

    [Fact]
    public void By_scope_national_comes_first_and_the_others_by_state()
    {
        var sections = Sections.Of(names, new ListingChoices());

        Assert.Equal(["National", "State and local"], sections.Select(section => section.Heading));
        Assert.Equal(["AFL-CIO", "Human Rights Watch", "The Sikh Coalition"], sections[0].Names.Select(listed => listed.Name));
        Assert.Equal(["Mexico", "New York", "Texas", "Elsewhere"], sections[1].Parts.Select(part => part.Heading));
        Assert.Equal(["Annunciation House", "RAICES"], sections[1].Parts[2].Names.Select(listed => listed.Name));
        Assert.Equal((3, 5), (sections[0].Count, sections[1].Count));
    }

    [Fact]
    public void Nobody_is_called_national_whom_nobody_called_so()
    {
        ListedName[] unsaid =
        [
            new("Kenya Workers") { Country = "Kenya" },
            new("Bavaria Workers") { State = "Bavaria", Country = "Germany" },
            new("Aid Berlin") { Country = "DE" },
            new("World Union") { Scope = Scope.International },
            new("Gulf Trust") { Scope = Scope.Regional },
            new("Mystery"),
        ];

        var sections = Sections.Of(unsaid, new ListingChoices());

        Assert.Equal(["International", "Regional", "State and local", "By country", "Other organizations"], sections.Select(section => section.Heading));
        Assert.Equal(["World Union"], sections[0].All.Select(listed => listed.Name));
        Assert.Equal(["Bavaria"], sections[2].Parts.Select(part => part.Heading));
        Assert.Equal(["Germany", "Kenya"], sections[3].Parts.Select(part => part.Heading));
        Assert.Equal(["Mystery"], sections[4].All.Select(listed => listed.Name));
        Assert.Equal(
            ["Internacionales", "Regionales", "Estatales y locales", "Por país", "Otras organizaciones"],
            Sections.Of(unsaid, new ListingChoices { Language = "es" }).Select(section => section.Heading));
    }

    [Fact]
    public void Leads_stand_first_where_the_letter_says_so()
    {
        var sections = Sections.Of(names, new ListingChoices { LeadsFirst = true });

        Assert.Equal(["Lead organization", "National", "State and local"], sections.Select(section => section.Heading));
    }

    [Fact]
    public void By_kind_every_kind_has_its_heading()
    {
        var sections = Sections.Of([.. names, new("Club Deportivo") { Kind = OrganizationKind.Other }, new("Nobody Knows")], new ListingChoices { By = SectionsBy.Kind });

        Assert.Equal(
            ["Unions", "Advocacy organizations", "Legal organizations", "Community organizations", "Faith organizations", "Other organizations"],
            sections.Select(section => section.Heading));
    }

    [Fact]
    public void Spanish_letters_have_Spanish_headings()
    {
        var sections = Sections.Of(names, new ListingChoices { Language = "es" });

        Assert.Equal(["Nacionales", "Estatales y locales"], sections.Select(section => section.Heading));
        Assert.Equal(["México", "Nueva York", "Texas", "De otros lugares"], sections[1].Parts.Select(part => part.Heading));
    }

    [Fact]
    public void One_list_has_no_heading_unless_leads_stand_before_it()
    {
        Assert.Null(Assert.Single(Sections.Of(names, new ListingChoices { By = SectionsBy.None })).Heading);
        Assert.Equal(
            ["Lead organization", "Joined by"],
            Sections.Of(names, new ListingChoices { By = SectionsBy.None, LeadsFirst = true }).Select(section => section.Heading));
    }

    [Fact]
    public void Officials_stand_lead_first_then_by_jurisdiction()
    {
        ListedName[] officials =
        [
            new("Robert W. Ferguson") { State = "Washington" },
            new("Xavier Becerra") { State = "California" },
            new("Hector Balderas") { State = "New Mexico", Role = "lead" },
        ];

        var section = Assert.Single(Sections.Of(officials, new ListingChoices { Signatories = SignatoryKind.Officials }));

        Assert.Equal(["Hector Balderas", "Xavier Becerra", "Robert W. Ferguson"], section.Names.Select(listed => listed.Name));
    }

    [Theory]
    [InlineData(SectionsBy.Scope, false)]
    [InlineData(SectionsBy.Scope, true)]
    [InlineData(SectionsBy.Kind, true)]
    [InlineData(SectionsBy.None, true)]
    public void The_headings_told_of_a_line_are_those_over_it_on_the_whole_list(SectionsBy by, bool leadsFirst)
    {
        var choices = new ListingChoices { By = by, LeadsFirst = leadsFirst };
        ListedName[] withoutNational = [.. names.Where(name => name.Scope != Scope.National)];

        foreach (var list in new[] { names, withoutNational })
        {
            foreach (var line in list)
            {
                var section = Sections.Of(list, choices).Single(section => section.All.Contains(line));
                var printed = string.Join(", ", new[] { section.Heading, section.Parts.SingleOrDefault(part => part.Names.Contains(line))?.Heading }.OfType<string>());

                Assert.Equal(printed, Sections.HeadingsOver(line, list.Except([line]), choices));
            }
        }

        Assert.Equal("International", Sections.HeadingsOver(names[1], withoutNational, new ListingChoices()));
        Assert.Equal("National", Sections.HeadingsOver(names[1], names, new ListingChoices()));
    }

    [Fact]
    public void Nobody_signs_no_section() => Assert.Empty(Sections.Of([], new ListingChoices()));

    [Theory]
    [InlineData(SectionsBy.Scope)]
    [InlineData(SectionsBy.Kind)]
    [InlineData(SectionsBy.None)]
    public void Every_name_stands_in_exactly_one_section(SectionsBy by)
    {
        var listed = Sections.Of(names, new ListingChoices { By = by, LeadsFirst = true }).SelectMany(section => section.All);

        Assert.Equal(names.OrderBy(name => name.Name), listed.OrderBy(name => name.Name));
    }
}
