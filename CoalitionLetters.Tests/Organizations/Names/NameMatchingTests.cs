using CoalitionLetters.Organizations.Names;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Names;

public sealed class NameMatchingTests
{
    [Theory]
    [InlineData("AFSCME", "American Federation of State, County and Municipal Employees", "both are known names of American Federation of State, County and Municipal Employees")]
    [InlineData("Anti Defamation League", "Anti-Defamation League", "only punctuation differs")]
    [InlineData("La Union del Pueblo", "La Unión del Pueblo", "only accents and punctuation differ")]
    [InlineData("hispanic federation", "Hispanic Federation", "only capital letters differ")]
    [InlineData("Water Trust Inc.", "The Water Trust", "only \"The\", \"and\" or a legal form differs")]
    [InlineData("Border Water Network (BWN)", "Border Water Network", "only what stands in parentheses differs")]
    public void What_is_equal_after_normalization_or_vouched_for_joins_by_itself(string a, string b, string reason)
    {
        var compared = NameMatching.Compare(a, b);

        Assert.True(compared.JoinsByItself);
        Assert.Equal(reason, compared.Reason);
    }

    [Theory]
    [InlineData("BWN", "Border Water Network", "BWN is an acronym of Border Water Network")]
    [InlineData("Border Water Netwrok", "Border Water Network", "typing error: Network / Netwrok")]
    [InlineData("Riverkeeper Union of America", "Riverkeeper Union", "a longer form of one name: of america")]
    [InlineData("Water Voters, League of", "League of Water Voters", "the words are turned round at the comma")]
    [InlineData("Nat'l Water Forum", "National Water Forum", "only small words or short forms differ")]
    [InlineData("Masjid Muhammad", "Masjid Mohammed", "only small words or short forms differ")]
    public void What_merely_fits_is_the_same_and_not_certain(string a, string b, string reason)
    {
        var compared = NameMatching.Compare(a, b);

        Assert.Equal((Verdict.Same, false, reason), (compared.Verdict, compared.Certain, compared.Reason));
    }

    [Theory]
    [InlineData("BWN, Border Water Network", "Border Water Network")]
    [InlineData("Border Water Network - BWN", "Border Water Network")]
    [InlineData("BWNET Coalition (Border Water Network)", "Border Water Network")]
    [InlineData("Border Water Network (BWN) Ohio Chapter", "Border Water Network, Ohio Chapter")]
    [InlineData("Calif. Water Council", "California Water Council")]
    [InlineData("Water Initiative of N. Texas", "Water Initiative of North Texas")]
    [InlineData("UU Church of Kelpville", "Unitarian Universalist Church of Kelpville")]
    [InlineData("NWK Kelp Justice Group", "Northwest Kansas Kelp Justice Group")]
    [InlineData("Association for Legal Intervention (SIP)", "Stowarzyszenie Interwencji Prawnej")]
    [InlineData("IUPAT District Council 30", "Painters District Council 30")]
    [InlineData("NALC Branch 9", "Letter Carriers Branch 9")]
    public void Letters_and_short_forms_beside_the_words_change_nothing(string a, string b) =>
        Assert.Equal(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("River School, a project of Riverkeeper Union", "River School")]
    [InlineData("Community Center (formerly Hope House)", "Community Center (formerly Rest House)")]
    [InlineData("River County Office of Education, Division of Water", "River County Office of Education")]
    public void Names_that_say_something_else_of_themselves_are_never_joined_unasked(string a, string b)
    {
        Assert.False(NameMatching.Compare(a, b).JoinsByItself);
        Assert.NotEqual(NameMatching.JoinKey(a), NameMatching.JoinKey(b));
    }

    [Theory]
    [InlineData("Riverkeeper, Inc.", "Riverkeeper")]
    [InlineData("KIND, Inc.", "KIND")]
    [InlineData("Deutsche Umwelthilfe e.V.", "Deutsche Umwelthilfe")]
    [InlineData("Pro Asyl e. V.", "PRO ASYL")]
    [InlineData("Cruz Roja Mexicana A.C.", "Cruz Roja Mexicana")]
    [InlineData("Water Legal Services, P.C.", "Water Legal Services")]
    [InlineData("Agua Clara S.A.", "Agua Clara")]
    [InlineData("Agua Clara S. L.", "Agua Clara")]
    [InlineData("Border Water GmbH", "Border Water")]
    [InlineData("Border Water gGmbH", "Border Water")]
    [InlineData("Greenpeace Belgium asbl", "Greenpeace Belgium")]
    [InlineData("Acqua Chiara ONLUS", "Acqua Chiara")]
    [InlineData("Border Water Ltd", "Border Water")]
    [InlineData("Border Water LLP", "Border Water")]
    [InlineData("Border Water PLC", "Border Water")]
    [InlineData("Border Water C.I.C.", "Border Water")]
    [InlineData("Border Water C.I.O.", "Border Water")]
    [InlineData("UFCW Local 1,500", "UFCW Local 1500")]
    public void Legal_forms_of_many_countries_change_nothing(string a, string b) =>
        Assert.True(NameMatching.Compare(a, b).JoinsByItself);

    [Theory]
    [InlineData("Casa del Agua, AC", "Casa del Agua")]
    [InlineData("Student Water Union (PBC)", "Student Water Union")]
    [InlineData("Ärzte ohne Grenzen e.V.", "Aerzte ohne Grenzen")]
    [InlineData("Föreningen Rent Vatten AB", "Föreningen Rent Vatten")]
    [InlineData("SEIU Local 1199NE", "SEIU 1199 New England")]
    [InlineData("Teamsters Local 7", "Teamsters Local VII")]
    [InlineData("Phillip Water Institute", "Philip Water Institute")]
    [InlineData("River Board of Santa Cruz Co.", "River Board of Santa Cruz County")]
    [InlineData("NW Kelp Valley Coalition", "Northwest Kelp Valley Coalition")]
    [InlineData("Kelp Rd River Center", "Kelp Road River Center")]
    [InlineData("Kelp Rewilderment Services", "Kelp Rewildrment Services")]
    [InlineData("Kelpkin Mvmt", "Kelpkin Movement")]
    [InlineData("Neighbors w/ Rivers", "Neighbors with Rivers")]
    [InlineData("Riverkeeper Vets of Ohio", "Riverkeeper Veterans of Ohio")]
    [InlineData("AAAJ-LA", "Asian Americans Advancing Justice - Los Angeles")]
    [InlineData("9to5", "9 to 5, National Association of Working Women")]
    public void Other_ways_to_write_a_name_are_the_same(string a, string b) =>
        Assert.Equal(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Local 3.2", "Local 32")]
    [InlineData("Region 9.1", "Region 91")]
    [InlineData("Web 2.0 Alliance", "Web 20 Alliance")]
    [InlineData("24/7 Care", "247 Care")]
    [InlineData("50/50 Women", "5050 Women")]
    [InlineData("UFCW Local 1-1", "UFCW Local 11")]
    [InlineData("Y+", "Y")]
    [InlineData("SEIU Local 1199NW", "SEIU 1199 New England")]
    [InlineData("Charleston Area Kelp Ministry", "Charlestown Area Kelp Ministry")]
    [InlineData("Mennonite Church USA", "Mennonite Church Canada")]
    [InlineData("50+ Coalition", "50 Coalition")]
    [InlineData("A+ Water Alliance", "Water Alliance of Austin")]
    [InlineData("", "")]
    [InlineData(" ", "Border Water Network")]
    public void What_only_looks_alike_is_different(string a, string b) =>
        Assert.Equal(Verdict.Different, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Girls Inc.", "Girls")]
    [InlineData("Justice, Inc.", "Justice")]
    [InlineData("Lincoln LLC", "Lincoln")]
    [InlineData("A Better City", "The Better City")]
    [InlineData("Congregation Beth Shalom", "Congregation Beth Sholom")]
    [InlineData("Riverkeeper Union of Kelpiansburg", "Riverkeeper Union of Kelpianburg")]
    [InlineData("Kelpkin Fdn.", "Kelpkin Federation")]
    [InlineData("CARE", "Council of American Relief Everywhere")]
    [InlineData("The Arc", "ARC")]
    [InlineData("Care", "CARE")]
    [InlineData("Now", "N.O.W.")]
    [InlineData("Kelp", "KELP")]
    [InlineData("Faith Action Network", "Faith in Action Network")]
    [InlineData("Mountain State Water", "Mountain States Water")]
    [InlineData("Riverkeeper Union Local 5", "Riverkeeper Union Local V")]
    [InlineData("Legal Aid Society of Cleveland", "Legal Aid Society of Cleveland County")]
    [InlineData("Riverkeeper Advocacy Project (Maine)", "Riverkeeper Advocacy Project")]
    [InlineData("Common Cause, UNI", "Common Cause")]
    [InlineData("Casa del Agua", "Casa del Agua de los Angeles")]
    [InlineData("Sisters, Servants of the Immaculate Heart of Mary", "IHM Sisters")]
    [InlineData("Helsinki Foundation for Human Rights", "Helsińska Fundacja Praw Człowieka")]
    [InlineData("National Conference of Water Legislators", "National Conference of Water Legislatures")]
    public void What_everyday_words_and_one_letter_cannot_settle_is_asked_about(string a, string b)
    {
        Assert.Equal(Verdict.Ask, NameMatching.Compare(a, b).Verdict);
        Assert.NotEqual(NameMatching.JoinKey(a), NameMatching.JoinKey(b));
    }

    [Theory]
    [InlineData("March For Our Lives", "March For Our Lives Action Fund")]
    [InlineData("Working America", "Working America Education Fund")]
    [InlineData("Common Defense", "Common Defense PAC")]
    [InlineData("Feminist Majority", "Feminist Majority Foundation")]
    [InlineData("Friends of the Earth", "Friends of the Earth US")]
    [InlineData("Friends of the Earth International", "Friends of the Earth US")]
    [InlineData("Reporters Without Borders", "Reporters Without Borders USA")]
    [InlineData("The Salvation Army", "Salvation Army USA")]
    [InlineData("WWF", "WWF International")]
    [InlineData("U.S. PIRG", "PIRG")]
    [InlineData("U.S. PIRG", "CALPIRG")]
    [InlineData("Oil Change US", "Oil Change International")]
    [InlineData("Greenpeace", "Greenpeace USA")]
    public void An_arm_or_a_national_section_of_a_well_known_body_is_its_affiliate(string body, string part) =>
        Assert.Equal(Verdict.Affiliate, NameMatching.Compare(body, part).Verdict);

    [Theory]
    [InlineData("ALA", "American Lung Association")]
    [InlineData("NEA", "National Endowment for the Arts")]
    [InlineData("St. Mary's Church, Boston", "St. Mark's Church, Boston")]
    public void What_another_body_is_better_known_for_is_asked_about(string a, string b) =>
        Assert.Equal(Verdict.Ask, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Austin Water Alliance", "Houston Water Alliance", "Austin / Houston")]
    [InlineData("CWA Local 1180", "CWA Local 1101", "Local 1180 / Local 1101")]
    public void Two_parts_of_one_parent_are_different(string a, string b, string reason)
    {
        var compared = NameMatching.Compare(a, b);

        Assert.Equal(Verdict.Different, compared.Verdict);
        Assert.Contains(reason.Split(" / ")[0], compared.Reason, StringComparison.Ordinal);
        Assert.Contains(reason.Split(" / ")[1], compared.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Riverkeeper Union", "Riverkeeper Union Local 12", "local or council of Riverkeeper Union: Local 12")]
    [InlineData("Riverkeeper Union", "Riverkeeper Union - Houston Chapter", "chapter or office of Riverkeeper Union: Houston Chapter")]
    [InlineData("Riverkeeper Union", "Riverkeeper Union Education Fund", "arm or fund of Riverkeeper Union: Education Fund")]
    [InlineData("Riverkeeper Union", "River School, a project of Riverkeeper Union", "the name itself says it belongs to Riverkeeper Union")]
    [InlineData("Riverkeeper Union", "Riverkeeper Union's Safe Wells Project", "part of Riverkeeper Union: Safe Wells Project")]
    [InlineData("Riverkeeper Union", "Riverkeeper Union Legal Advocacy Program", "part of Riverkeeper Union: Legal Advocacy Program")]
    [InlineData("Riverkeeper Union", "Desert Council, Riverkeeper Union", "Desert Council, named as a part of Riverkeeper Union")]
    [InlineData("Riverkeeper Union", "Tribal Council of the Riverkeeper Union", "Tribal Council, named as a part of Riverkeeper Union")]
    [InlineData("Riverkeeper Union", "Indian Wells Valley Riverkeeper Union", "chapter or office of Riverkeeper Union: Indian Wells Valley")]
    [InlineData("PFLAG", "PFLAG Phoenix", "begins with PFLAG, the acronym of PFLAG National")]
    [InlineData("Hillel International", "Hillel at UCLA", "part of Hillel International: UCLA")]
    [InlineData("Amnesty International", "Amnesty International Deutschland", "chapter or office of Amnesty International: Deutschland")]
    [InlineData("American Association of University Professors", "Rutgers AAUP", "ends with AAUP, the acronym of American Association of University Professors")]
    [InlineData("Association of Flight Attendants-CWA", "Association of Flight Attendants-CWA, AFL-CIO, Council 12", "local or council of Association of Flight Attendants-CWA: Council 12")]
    [InlineData("American Nurses Association", "American Nurses Foundation", "an association and the foundation of its name")]
    public void A_part_of_a_parent_is_an_affiliate(string parent, string part, string reason)
    {
        var compared = NameMatching.Compare(parent, part);

        Assert.Equal((Verdict.Affiliate, reason), (compared.Verdict, compared.Reason));
    }

    [Fact]
    public void Two_bodies_that_spell_one_acronym_with_other_words_are_different() =>
        Assert.Equal(Verdict.Different, NameMatching.Compare("Arab Information Center (AIC)", "Avian Island Conservancy (AIC)").Verdict);

    [Fact]
    public void One_acronym_behind_two_names_of_which_neither_spells_it_otherwise_is_asked_about() =>
        Assert.Equal(Verdict.Ask, NameMatching.Compare("Arab Information Center (AIC)", "Information Center for Arabs and Jews (AIC)").Verdict);

    [Theory]
    [InlineData("Univ. of California, Davis", "UC Davis")]
    [InlineData("Border Water Cmte.", "Border Water Committee")]
    [InlineData("Border Water Conserv. Netwk", "Border Water Conservation Network")]
    [InlineData("Border Water &amp; Land Network", "Border Water and Land Network")]
    [InlineData("https://www.borderwater.org/", "borderwater.org")]
    [InlineData("Riverkeeper Union Loc. 12", "Riverkeeper Union Local 12")]
    [InlineData("Riverkeeper Union - Houston Ch.", "Riverkeeper Union, Houston Chapter")]
    [InlineData("Riverkeeper Union of So. California", "Riverkeeper Union of Southern California")]
    [InlineData("Riverkeeper Union SoCal", "Riverkeeper Union of Southern California")]
    [InlineData("L.A. Riverkeeper Union", "Los Angeles Riverkeeper Union")]
    [InlineData("Riverkeeper Union Local 12-BJ", "Riverkeeper Union Local 12BJ")]
    [InlineData("Riverkeeper Union, Oakland, CA", "Riverkeeper Union")]
    [InlineData("Riverkeeper Union - Santa Fe, NM", "Riverkeeper Union")]
    [InlineData("Gewerkschaft Wasser u. Land", "Gewerkschaft Wasser und Land")]
    [InlineData("MTA - Movimento dos Trabalhadores Rurais da Agua", "Movimento dos Trabalhadores Rurais da Água")]
    [InlineData("Ligue des Droits de l’Eau (LDE)", "LDE - Ligue des droits de l'eau")]
    [InlineData("Border Council for Water / Conseil frontalier pour les eaux", "Border Council for Water")]
    [InlineData("World Organization Against Aridity (OMCA)", "Organisation mondiale contre l'aridité (OMCA)")]
    [InlineData("Roman Catholic Diocese of San Bernardino", "Diocese of San Bernadino")]
    public void Names_as_people_type_them_are_the_same_and_not_certain_unless_only_signs_differ(string a, string b) =>
        Assert.Equal(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("University of Miami", "Miami University")]
    [InlineData("University of Michigan", "Michigan State University")]
    [InlineData("University of Birmingham", "University of Alabama at Birmingham")]
    [InlineData("PEN America", "PEN Canada")]
    [InlineData("Oxfam Canada", "Oxfam America")]
    [InlineData("English PEN", "PEN Canada")]
    public void Universities_and_national_bodies_of_one_word_are_two(string a, string b) =>
        Assert.Equal(Verdict.Different, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Центр громадянських свобод", "Tsentr hromadianskykh svobod")]
    [InlineData("Мемориал права человека", "Memorial prava cheloveka")]
    [InlineData("Български речен комитет", "Balgarski rechen komitet")]
    [InlineData("Žene za vodu", "Жене за воду")]
    [InlineData("Ελληνική Ένωση για το Νερό", "Elliniki Enosi gia to Nero")]
    [InlineData("საქართველოს წყლის კავშირი", "Sakartvelos tsqlis kavshiri")]
    [InlineData("참여연대", "Chamyeoyeondae")]
    [InlineData("الحق", "Al-Haq")]
    [InlineData("Kharkov Water Protection Group", "Kharkiv Water Protection Group")]
    [InlineData("Al-Haq (الحق)", "Al-Haq")]
    public void A_name_in_another_script_is_the_same_and_not_certain(string a, string b) =>
        Assert.Equal(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Центр водных прав", "Tsentr hromadianskykh svobod")]
    [InlineData("الحق", "Al-Hamra")]
    [InlineData("참여연대", "Chamyeong")]
    public void Another_name_in_another_script_is_no_match(string a, string b) =>
        Assert.Equal(Verdict.Different, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Stichting Border Water", "Border Water")]
    [InlineData("Asociación Civil Madres del Agua", "Madres del Agua")]
    [InlineData("Vereniging Waterwacht Nederland", "Waterwacht Nederland")]
    [InlineData("Acquambiente APS", "Acquambiente Onlus")]
    [InlineData("Wolmyong River Council", "Womlyong River Council")]
    [InlineData("Nigeria Water Congress", "Nigerian Water Congress")]
    [InlineData("Schweizer Wasserhilfe", "Schweizerische Wasserhilfe")]
    [InlineData("Waterwacht NL", "Waterwacht Nederland")]
    [InlineData("BWNX.org", "Border Water Network of Xalapa")]
    [InlineData("https://www.borderwater.org/", "Border Water")]
    [InlineData("Center for River Studies and Wells, London", "Center for River Studies and Wells")]
    [InlineData("RiverWellers (East and West Desert Water Defenders Project)", "East and West Desert Water Defenders Project")]
    public void Legal_forms_slips_addresses_and_seats_leave_a_name_the_same(string a, string b) =>
        Assert.Equal((Verdict.Same, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).JoinsByItself && !a.Contains("APS", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Reporters sans frontières", "Reporter ohne Grenzen e.V.")]
    [InlineData("Doctors Without Borders", "Ärzte ohne Grenzen")]
    [InlineData("Ligue pour l'eau des hommes", "LEH section de Toulouse")]
    [InlineData("Deutscher Wasserverein", "DWV Sektion Oberland")]
    [InlineData("Wasserwacht Klarquell Deutschland", "Wasserwacht Klarquell Bayern")]
    [InlineData("Wikimedia Foundation", "Wikimedia Deutschland")]
    [InlineData("Bund für Umwelt und Naturschutz Deutschland", "BUNDjugend")]
    public void Sections_that_bear_letters_a_country_or_a_translated_name_are_affiliates(string parent, string part) =>
        Assert.Equal(Verdict.Affiliate, NameMatching.Compare(parent, part).Verdict);

    [Theory]
    [InlineData("MQA", "Movimento dos Trabalhadores de Quintais e da Agua")]
    [InlineData("River Voters of Desert Land", "Desert Land River Voters")]
    [InlineData("River Worker Union", "Union River Workers")]
    [InlineData("River Worker Union, Desert (RWUD)", "Desert Union of River Workers (RWUD)")]
    [InlineData("Center for River Policy Research, London", "Center for River and Policy Research")]
    [InlineData("International Federation of Well Diggers", "European Federation of Well Diggers")]
    public void Loose_letters_other_orders_and_parts_of_the_world_are_asked_about(string a, string b) =>
        Assert.Equal(Verdict.Ask, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Yale University", "Yale Law School")]
    [InlineData("University of Toronto", "University of Toronto Faculty of Law")]
    [InlineData("University of California, Irvine", "UC Irvine School of Law Immigrant Rights Clinic")]
    [InlineData("PEN International", "English PEN")]
    [InlineData("PEN International", "PEN America")]
    [InlineData("Caritas Internationalis", "Cáritas Española")]
    [InlineData("Riverkeeper Union of California", "Riverkeeper Union of Oakland")]
    [InlineData("Sierra Club", "Sierra Club, Los Angeles, CA")]
    [InlineData("J Street", "JStreetPAC")]
    [InlineData("J Street", "J Street U")]
    [InlineData("Indivisible", "Indivisible Kelp Bay")]
    [InlineData("AFL-CIO", "AFL-CIO Union Veterans Council")]
    [InlineData("Xavier University", "Water Clinic at Xavier University")]
    [InlineData("Law Students for Water", "Law Students for Water at Tulane")]
    [InlineData("Islamic Society of Kelp Ridge", "Islamic Society of Kelp Ridge Youth Group")]
    [InlineData("Movimiento de Mujeres", "Movimiento de Mujeres, Capítulo Quito")]
    [InlineData("Coalition of Kelp Workers", "Coalition of Kelp Workers - Student/Farmworker Alliance")]
    [InlineData("Roofers International Union", "Roofers Local 30")]
    [InlineData("Alliance for Kelp Action", "Alliance for Kelp Action Fund")]
    [InlineData("Group of Kelp Orchards and Loam", "GKOL Legal Program")]
    [InlineData("Basic Rivers Oregon", "Basic Rivers Education Fund")]
    [InlineData("AFSCME", "Kelp Nurses of Ohio/KNO, AFSCME, AFL-CIO")]
    [InlineData("AFL-CIO", "Kelp Nurses of Ohio/KNO, AFSCME, AFL-CIO")]
    [InlineData("National Riverkeeper Union", "Greater Phoenix Riverkeeper Union")]
    public void Schools_national_members_and_city_bodies_are_affiliates(string a, string b) =>
        Assert.Equal(Verdict.Affiliate, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Riverkeeper Union Local Fourteen", "Riverkeeper Union Local 14")]
    [InlineData("Riverkeeper Union Local Twenty-Two", "Riverkeeper Union Local 22")]
    [InlineData("Three Rivers Waterkeeper", "3 Rivers Waterkeeper")]
    [InlineData("Center for Water Equity at Xavier University", "Xavier University Center for Water Equity")]
    [InlineData("Friends of the Zorb River", "Zorb River Friends")]
    [InlineData("Zorb Dominican Sisters", "Dominican Sisters of Zorb")]
    [InlineData("Franciscan Sisters of Little Falls", "Little Falls Franciscan Sisters")]
    [InlineData("Comunidades sin Fronteras", "Communities Without Borders")]
    [InlineData("Indivisible Skagit", "Skagit Indivisible")]
    [InlineData("Cornell Water Program", "Cornell University Water Program")]
    [InlineData("Cornell Water Law Program", "Cornell Law School Water Law Program")]
    [InlineData("Fred T. Korematsu Center for Law", "Korematsu Center for Law")]
    [InlineData("KC Tenants", "Kansas City Tenants")]
    [InlineData("Congregación León de Judá", "Congregation Lion of Judah")]
    [InlineData("Liga Colombiana de Derechos Humanos", "Colombian League for Human Rights")]
    public void Numbers_in_words_names_turned_round_and_translated_ones_are_the_same_and_not_certain(string a, string b) =>
        Assert.Equal((Verdict.Same, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).Certain));

    [Theory]
    [InlineData("University of Miami", "Miami University")]
    [InlineData("Centro Legal de la Raza", "La Raza Centro Legal")]
    [InlineData("River Voters of Desert Land", "Desert Land River Voters")]
    [InlineData("Boston Law Clinic", "Boston University Law Clinic")]
    public void Everyday_words_universities_and_places_turned_round_may_be_two_bodies(string a, string b) =>
        Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Fact]
    public void A_part_of_two_numbers_is_compared_with_one_that_is_lettered() =>
        Assert.NotEqual(Verdict.Same, NameMatching.Compare("SEIU Local 1199NE", "SEIU District 2 Local 1199 New England").Verdict);
}
