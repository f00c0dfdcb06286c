using CoalitionLetters.Organizations.Names;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Names;

/// <summary>Names as people write them in haste, and beside each kind those that look alike and are other bodies.</summary>
public sealed class HastyNamesTests
{
    [Theory]
    [InlineData("Damayen Kelp Workers Council", "Damayan Kelp Workers Council")]
    [InlineData("Mujahda Womens Refuge", "Mujahida Women's Refuge")]
    [InlineData("Grey Kelpers of Tulsa", "Gray Kelpers of Tulsa")]
    [InlineData("Kelp and Ploughshares", "Kelp and Plowshares")]
    [InlineData("Community Heath Kelpers of Ohio", "Community Health Kelpers of Ohio")]
    [InlineData("Boarder Water Network", "Border Water Network")]
    [InlineData("Kelp Counsel for Water Justice", "Kelp Council for Water Justice")]
    public void One_wrong_letter_in_one_word_leaves_a_name_the_same(string a, string b) => AssertSame(a, b);

    [Theory]
    [InlineData("Islamic Center of Merlbrook", "Islamic Center of Marlbrook")]
    [InlineData("Charleston Kelp Union", "Charlestown Kelp Union")]
    [InlineData("Kelp Water Trust", "Help Water Trust")]
    [InlineData("Lindgrane Family Foundation", "Lundgrane Family Foundation")]
    [InlineData("Trans Kelp Justice Alliance", "Transportation Kelp Justice Alliance")]
    public void One_letter_in_a_town_or_between_two_words_of_the_dictionary_may_be_another_body(string a, string b) =>
        Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Mass Kelp Reform Institute", "Massachusetts Kelp Reform Institute (MKRI)")]
    [InlineData("Wash Kelp Solidarity Network", "Washington Kelp Solidarity Network")]
    [InlineData("Conn Voices for Kelp", "Connecticut Voices for Kelp")]
    [InlineData("Conn Ed Kelpers Assn", "Connecticut Education Kelpers Association")]
    [InlineData("Penn Kelp Access Network", "Pennsylvania Kelp Access Network")]
    [InlineData("Kelp Services of Ore", "Kelp Services of Oregon")]
    [InlineData("Environment Mass", "Environment Massachusetts")]
    [InlineData("Kelp Center of Dane Co.", "Kelp Center of Dane County")]
    [InlineData("Coalition for Philly Kelp", "Coalition for Philadelphia Kelp")]
    [InlineData("Kelp Legal Services of Phila.", "Kelp Legal Services of Philadelphia")]
    [InlineData("nola kelp center", "New Orleans Kelp Center")]
    [InlineData("SoCal Kelp Defense Network", "Southern California Kelp Defense Network")]
    [InlineData("Washington DC Kelp Coalition", "D.C. Kelp Coalition")]
    public void States_and_great_cities_may_be_written_short_without_a_period(string a, string b) => AssertSame(a, b);

    [Theory]
    [InlineData("Mich Kelp Union", "Kelp Union", Verdict.Affiliate)]
    [InlineData("Mich Coalition Against Kelp", "Ohio Coalition Against Kelp", Verdict.Different)]
    [InlineData("Mass Transit Kelpers Union", "Transit Kelpers Union", Verdict.Ask)]
    public void A_short_state_is_the_place_of_a_chapter_where_it_is_one(string a, string b, Verdict verdict) =>
        Assert.Equal(verdict, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Kelp City Lesbian & Gay Community Center", "Kelp City LGBT Community Center")]
    [InlineData("Lesbian, Gay, Bisexual and Transgender Kelpers of Ohio", "LGBTQIA+ Kelpers of Ohio")]
    [InlineData("2SLGBTQ+ Kelp Alliance", "GLBT Kelp Alliance")]
    [InlineData("Kelp Farm Workers", "Kelp Farmworkers Association")]
    [InlineData("Kelp Comm. Health Care Ctr.", "Kelp Community Healthcare Center")]
    [InlineData("Kelp Healthcare Helpers", "Kelp Health Care Helper Assoc.")]
    [InlineData("Kelp Housing Co-op", "Kelp Housing Cooperative")]
    [InlineData("Kelp Ed. Dept.", "Kelp Education Department")]
    public void Letters_of_a_community_and_words_in_one_or_two_pieces_say_the_same(string a, string b) => AssertSame(a, b);

    [Theory]
    [InlineData("Gay & Lesbian Kelpers of Omaha", "Gay Kelpers of Omaha")]
    [InlineData("Transgender Kelp Center", "LGBTQ Kelp Center")]
    public void Some_of_a_community_are_not_all_of_it(string a, string b) => Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("TURF", "TURF - The Urban Renters Federation")]
    [InlineData("TASK", "The Appalachian Story Keepers")]
    public void An_acronym_may_count_the_article(string letters, string name) => AssertSame(letters, name);

    [Fact]
    public void An_acronym_counts_no_article_that_is_not_there() => Assert.NotEqual(Verdict.Same, NameMatching.Compare("TASK", "Appalachian Story Keepers").Verdict);

    [Theory]
    [InlineData("CAKA - The Kelpworkers Support Committee", "Comité de Apoyo a los Kelperos Agrícolas (CAKA)", Verdict.Same)]
    [InlineData("CAKA - Kelp United for Water", "Coalition Against Kelp Acidity (CAKA)", Verdict.Ask)]
    [InlineData("CAKA - Legal Committee", "Coalition Against Kelp Acidity (CAKA)", Verdict.Affiliate)]
    [InlineData("SEIU - Comité de Agua", "Service Employees International Union (SEIU)", Verdict.Affiliate)]
    public void Letters_beside_both_names_join_two_languages_and_ask_within_one(string a, string b, Verdict verdict) =>
        Assert.Equal((verdict, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).JoinsByItself));

    [Theory]
    [InlineData("Legal Kelp Bureau, Inc. (Maryland Legal Kelp)", "Maryland Legal Kelp")]
    [InlineData("Community Food Bank, Inc. (Lubbock Food Bank)", "Lubbock Food Bank")]
    public void A_name_in_parentheses_that_adds_a_place_to_the_name_is_another_name(string told, string name) => AssertSame(told, name);

    [Theory]
    [InlineData("Legal Kelp Bureau (Maryland Legal Kelp)", "Legal Kelp Bureau (Texas Legal Kelp)")]
    [InlineData("ACLU Foundation (ACLU of Iowa)", "ACLU of Iowa")]
    [InlineData("Water Kelp Union (Water Kelp Union of Iowa)", "Water Kelp Union")]
    public void A_chapter_in_parentheses_is_no_other_name(string a, string b) => Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Kellen-Lordane", "Kellen-Lordane Community Health Center")]
    [InlineData("Chhavya", "Chhavya CDC")]
    [InlineData("Sakhiya", "Sakhiya for South Asian Survivors")]
    [InlineData("Kelpane Institute", "Kelpane Institute for Border Studies")]
    [InlineData("Kellen-Lordane Clinic", "Kellen-Lordane Health")]
    [InlineData("Kellen-Lordane Health Services", "Kellen-Lordane Community Health")]
    public void A_name_that_nobody_else_bears_may_say_what_the_body_is(string name, string described) => AssertSame(name, described);

    [Theory]
    [InlineData("Chhavya", "Chhavya Action Fund")]
    [InlineData("Chhavya", "Chhavya Youth Council")]
    [InlineData("Kellen-Lordane", "Kellen-Lordane Brooklyn")]
    [InlineData("Chhavya", "Chhavya Tenants Association")]
    [InlineData("Hope", "Hope Community Health Center")]
    [InlineData("Riverside", "Riverside Legal Services")]
    [InlineData("Public Justice", "Public Justice Center")]
    [InlineData("Goddard Law", "Goddard Law Clinic")]
    [InlineData("Kelpane Institute", "Kelpane Institute for American Studies")]
    public void An_arm_a_place_members_and_everyday_words_describe_no_name(string name, string longer) => Assert.NotEqual(Verdict.Same, NameMatching.Compare(name, longer).Verdict);

    [Theory]
    [InlineData("All Kelpers Church Pasadena", "All Kelpers Episcopal Church, Pasadena", Verdict.Same)]
    [InlineData("St. Bede's Church, Kelp Park", "St. Bede's Episcopal Church, Kelp Park", Verdict.Same)]
    [InlineData("St. Bede's Church", "St. Bede's Episcopal Church", Verdict.Ask)]
    [InlineData("First Church of Salem", "First Baptist Church of Salem", Verdict.Ask)]
    public void A_congregation_may_leave_out_its_denomination_where_its_place_agrees(string a, string b, Verdict verdict) =>
        Assert.Equal(verdict, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Clean Kelp Action", "Clean Kelp Fund")]
    [InlineData("Citizens' Kelp Lobby", "Citizens' Kelp Education")]
    [InlineData("NAMI Ohio", "NAMI Franklin County")]
    [InlineData("AFT Massachusetts", "Boston Kelpers Union, AFT Local 66")]
    [InlineData("Kelp Legal Services NYC", "Bronx Kelp Legal Services")]
    public void Arms_of_one_stem_and_bodies_in_each_others_place_are_affiliates(string a, string b) =>
        Assert.Equal((Verdict.Affiliate, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).Certain));

    [Theory]
    [InlineData("Environment America", "Environment Texas", Verdict.Affiliate)]
    [InlineData("Faith in Action", "Faith in Indiana", Verdict.Affiliate)]
    [InlineData("Kellen-Lordane Health", "Kellen-Lordane Institute", Verdict.Affiliate)]
    [InlineData("KELPO", "KELPO Latino Community Development Fund", Verdict.Affiliate)]
    [InlineData("Idaho Community Action Network", "Idaho Community Action", Verdict.Different)]
    [InlineData("Latino Kelp Fund", "Latino Kelp Foundation", Verdict.Different)]
    [InlineData("NAMI Ohio", "NAMI Houston", Verdict.Different)]
    [InlineData("Kelpane Action Network", "Kelpane Alliance", Verdict.Different)]
    public void Bodies_of_one_family_are_affiliates_and_two_funds_or_networks_are_none(string a, string b, Verdict verdict) =>
        Assert.Equal(verdict, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Riverkeeper", "Delaware Riverkeeper Network")]
    [InlineData("Kelpworks", "Ohio Kelpworks")]
    [InlineData("Hudson Riverkeeper", "Delaware Riverkeeper")]
    [InlineData("Baykeeper", "San Francisco Baykeeper")]
    public void A_word_for_those_who_do_a_thing_makes_no_chapter(string name, string placed) =>
        Assert.Contains(NameMatching.Compare(name, placed).Verdict, new[] { Verdict.Ask, Verdict.Different });

    [Theory]
    [InlineData("Hispanic National Kelp Association", "National Hispanic Kelp Association")]
    [InlineData("Clínica Esperanza", "Clínica Esperanza/Hope Clinic")]
    [InlineData("Arab-American Kelp Center", "American-Arab Kelp Center")]
    [InlineData("Center for Victims of Kelp", "Center for Kelp Victims")]
    [InlineData("Iowa Kelp Movement for Justice", "Iowa Movement for Kelp Justice")]
    [InlineData("Tapestry Kelp f/k/a Northside Kelp Aid", "Northside Kelp Aid")]
    [InlineData("Tapestry Kelp also known as Northside Kelp Aid", "Northside Kelp Aid")]
    [InlineData("Damayan Migrant Kelp Association", "Damayan Migrant Kelp Association (Oakland)")]
    [InlineData("Damayan Migrant Kelp Association", "Damayan Migrant Kelp Association, Oakland")]
    public void Words_in_another_order_former_names_and_seats_leave_a_name_the_same(string a, string b) => AssertSame(a, b);

    [Theory]
    [InlineData("United Church of Christ", "United Christ Church")]
    [InlineData("Families for Sanctuary", "Sanctuary for Families")]
    [InlineData("Council for Formerly Incarcerated Kelpers", "Council for Formerly Homeless Kelpers")]
    [InlineData("Center for Previously Homeless Kelpers", "Center for Previously Detained Kelpers")]
    [InlineData("American Indian Kelp Service of Chicago", "Indian American Kelp Service of Chicago")]
    [InlineData("University of Kelpane Law Clinic", "Kelpane University Law Clinic")]
    [InlineData("Temple Beth Kelp, Charlotte", "Temple Beth Kelp")]
    [InlineData("Human Rights First (Houston)", "Human Rights First")]
    [InlineData("National Kelp Damayan Center (Oakland)", "National Kelp Damayan Center")]
    public void Turned_congregations_short_names_places_of_many_and_what_persons_were_formerly_are_not_joined(string a, string b) => Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    private static void AssertSame(string a, string b) => Assert.Equal((Verdict.Same, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).Certain));
}
