using System.Globalization;
using CoalitionLetters.Organizations.Names;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Names;

/// <summary>Names of bodies that no list knows: houses, their places, longer forms, letters and translations.</summary>
public sealed class LesserKnownNamesTests
{
    private static readonly string[] trees = "Alder Birch Cedar Dogwood Elm Fir Gingko Hazel Ironwood Juniper Katsura Larch Maple Nutmeg Oak Pine Quince Rowan Spruce Teak Umbrella Viburnum Willow Xylosma Yew Zelkova".Split(' ');

    [Theory]
    [InlineData("MIRA (Mississippi Immigrants Rights Alliance)", "Massachusetts Immigrant and Refugee Advocacy Coalition (MIRA)")]
    [InlineData("MIRA (Mississippi Immigrants Rights Alliance)", "MIRA Coalition")]
    [InlineData("MIRA (Mississippi Immigrants Rights Alliance)", "MIRA")]
    [InlineData("MIRA - Mississippi Immigrants Rights Alliance", "Massachusetts Immigrant and Refugee Advocacy Coalition")]
    [InlineData("MIRA: Mississippi Immigrants Rights Alliance", "The MIRA Coalition")]
    [InlineData("MIRA, Mississippi Immigrants Rights Alliance", "Massachusetts Immigrant & Refugee Advocacy Coalition (MIRA)")]
    [InlineData("Mississippi Immigrants Rights Alliance (MIRA)", "The MIRA Coalition")]
    [InlineData("Mississippi Immigrants Rights Alliance (MIRA)", "MIRA")]
    [InlineData("Mississippi Immigrants Rights Alliance, MIRA", "Massachusetts Immigrant and Refugee Advocacy Coalition")]
    [InlineData("Mississippi Immigrants Rights Alliance/MIRA", "MIRA Coalition")]
    [InlineData("MIRA Coalition (Mississippi Immigrants Rights Alliance)", "MIRA Coalition")]
    [InlineData("ACLU (American Civil Liberties Union of Texas)", "American Civil Liberties Union")]
    [InlineData("ACLU (American Civil Liberties Union of Texas)", "ACLU")]
    [InlineData("CAIR (Coalition for Animal and Island Rescue)", "Council on American-Islamic Relations")]
    [InlineData("CAIR: Coalition for Animal and Island Rescue", "CAIR")]
    [InlineData("LULAC (Lakeside Union of Landlords and City)", "League of United Latin American Citizens")]
    [InlineData("CARE (Center for Animal Research and Education)", "CARE")]
    [InlineData("NAACP (Northern Area Association of Camp Planners)", "NAACP")]
    [InlineData("SEIU (Sierra East Irrigators Union)", "SEIU International")]
    [InlineData("ACORN (Arkansas Community Organization for Rural Needs)", "ACORN")]
    [InlineData("ALA - Alabama Library Association", "American Library Association")]
    [InlineData("MALDEF - Maine Lake Defense Fund", "Mexican American Legal Defense and Educational Fund")]
    public void Letters_that_the_name_itself_spells_otherwise_make_nobody_the_body_that_the_list_knows_by_them(string a, string b)
    {
        Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);
        Assert.NotEqual(NameMatching.JoinKey(a), NameMatching.JoinKey(b));
    }

    [Fact]
    public void No_letters_that_the_list_vouches_for_make_one_of_a_name_that_spells_them_with_trees()
    {
        var bodies = KnownNames.Shipped.Organizations.SelectMany(body => KnownNames.Shipped.NamesOf(body).Select(name => name.Acronym).OfType<string>().Where(letters => KnownNames.Shipped.Exactly(letters) is [{ Vouched: true }]).Distinct().Select(letters => (body, letters: letters.ToUpperInvariant())));

        var joined = bodies.SelectMany(known => new[] { "{0} ({1})", "{1} ({0})", "{0} - {1}", "{0}: {1}", "{1} - {0}", "{0}, {1}", "{1}, {0}", "{0}/{1}" }.Select(form => string.Format(CultureInfo.InvariantCulture, form, known.letters, Trees(known.letters)))
            .SelectMany(name => KnownNames.Shipped.NamesOf(known.body).Where(other => other.Words.Count > 2 || other.Acronym?.ToUpperInvariant() == known.letters).Select(other => other.ToString()).Where(other => NameMatching.Compare(name, other).Verdict == Verdict.Same).Select(other => $"{name} = {other}")));

        Assert.Empty(joined.Take(20));
    }

    /// <summary>"Alder Cedar Linden Umbrella-Pine" for ACLU.</summary>
    private static string Trees(string letters) =>
        string.Join(' ', letters.Select(letter => trees.First(tree => tree[0] == letter)));

    [Fact]
    public void A_former_name_that_the_list_does_not_know_keeps_known_letters_from_being_certain() =>
        Assert.False(NameMatching.Compare("NAACP, formerly Northern Area Association of Camp Planners", "National Association for the Advancement of Colored People").JoinsByItself);

    [Theory]
    [InlineData("MIRA (Mississippi Immigrants Rights Alliance)", "Mississippi Immigrant Rights Alliance")]
    [InlineData("MIRA: Mississippi Immigrants Rights Alliance", "Mississippi Immigrant Rights Alliance (MIRA)")]
    [InlineData("ACLU (American Civil Liberties Union of Texas)", "ACLU of Texas")]
    [InlineData("SEIU (Service Employees International Union)", "SEIU")]
    [InlineData("Service Employes International Union (SEIU)", "SEIU")]
    [InlineData("Diné CARE", "Diné Citizens Against Ruining Our Environment")]
    [InlineData("NWA Kelp Workers Center", "Northwest Arkansas Kelp Workers Center")]
    public void Letters_that_the_words_bear_out_stand_for_them_whomever_the_list_knows(string a, string b) =>
        Assert.Equal(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Garment Worker Center", "Garment Workers Center, Los Angeles")]
    [InlineData("Roadrunner Food Bank", "Roadrunner Food Bank of New Mexico")]
    [InlineData("Feather River Food Bank", "Feather River Food Bank (California)")]
    [InlineData("Whitlock Free Clinic", "Whitlock Free Clinic of Ohio")]
    [InlineData("Wing Luke Museum", "Wing Luke Museum of Seattle")]
    [InlineData("Kelpner Center", "Kelpner Center Chicago")]
    [InlineData("Alondra Legal Aid Office", "Alondra Legal Aid Office, Oakland")]
    [InlineData("Rosewater Women's Shelter", "Rosewater Women's Shelter of Portland")]
    [InlineData("Kilbourn Tenant Collaborative", "Kilbourn Tenant Collaborative of Milwaukee")]
    [InlineData("Kelpner School", "Kelpner School New Orleans")]
    [InlineData("Fuerza Laboral Workers Center", "Fuerza Laboral Workers Center (Rhode Island)")]
    [InlineData("Centro Zapatero", "Centro Zapatero de Houston")]
    [InlineData("RIVELL (Dearborn)", "River Volunteers for Ecology and Land Law")]
    public void A_place_behind_the_name_of_a_single_house_says_where_it_is(string a, string b) =>
        Assert.Equal((Verdict.Same, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).Certain));

    [Theory]
    [InlineData("Riverbend Tenants Union", "Riverbend Tenants Union of Houston")]
    [InlineData("Gulfwater Alliance", "Gulfwater Alliance of Louisiana")]
    [InlineData("Whitlock Party Club", "Whitlock Party Club of Dallas")]
    [InlineData("Wobbly Workers League", "Wobbly Workers League of Oregon")]
    [InlineData("Prairiefire Network", "Prairiefire Network - Iowa")]
    [InlineData("Haymarket Center", "Haymarket Center, Boston Office")]
    [InlineData("Haymarket Center", "Haymarket Center, Cicero Branch")]
    [InlineData("Tahirih Justice Center", "Tahirih Justice Center, Houston")]
    public void A_place_behind_a_body_with_chapters_or_an_office_is_an_affiliate(string a, string b) =>
        Assert.Equal(Verdict.Affiliate, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Food Bank", "Food Bank of Iowa")]
    [InlineData("Capital Area Food Bank", "Capital Area Food Bank of Texas")]
    [InlineData("Worker Justice Center", "Worker Justice Center of New York")]
    [InlineData("Centro Latino", "Centro Latino of Dane County")]
    [InlineData("Grace Church", "Grace Church, Seattle")]
    [InlineData("Mercy House", "Mercy House of Savannah")]
    [InlineData("Sunflower House", "Sunflower House of Lawrence")]
    [InlineData("Center for Disability Rights", "Disability Rights Center - NH")]
    public void A_place_behind_words_that_many_houses_share_is_asked_about(string a, string b) =>
        Assert.Equal(Verdict.Ask, NameMatching.Compare(a, b).Verdict);

    [Fact]
    public void Two_places_behind_the_name_of_one_house_are_two() =>
        Assert.Equal(Verdict.Different, NameMatching.Compare("Roadrunner Food Bank of New Mexico", "Roadrunner Food Bank of Arizona").Verdict);

    [Theory]
    [InlineData("Western Colorado Alliance", "Western Colorado Alliance for Community Action")]
    [InlineData("Mary's Center", "Mary's Center for Maternal and Child Care, Inc.")]
    [InlineData("Líderes Campesinas", "Organización en California de Líderes Campesinas")]
    [InlineData("Mujeres Luchadoras", "Coalición de Mujeres Luchadoras")]
    [InlineData("Clínica Romero", "Clinica Monseñor Oscar A. Romero")]
    [InlineData("Judson Church", "Judson Memorial Church, NYC")]
    [InlineData("Sojourner House", "Sojourner House for Women and Children")]
    [InlineData("Catskill Center", "Catskill Center for Conservation and Development")]
    [InlineData("Kelpner Center", "Kelpner Research and Education Center")]
    [InlineData("Kelpner Law Project", "Kelpner People's Law Project")]
    public void What_a_longer_name_adds_to_a_name_of_its_own_makes_no_other_body(string a, string b) =>
        Assert.Equal((Verdict.Same, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).Certain));

    [Theory]
    [InlineData("Mountain Justice", "Swarthmore Mountain Justice")]
    [InlineData("Florida Legal Services", "Florida Legal Services for Farmworkers")]
    [InlineData("Florida Legal Services", "Florida Rural Legal Services")]
    [InlineData("Northern Plains Alliance", "Northern Plains Alliance for Rural Communities")]
    [InlineData("Kelpner Center", "Kelpner Center Youth Program")]
    [InlineData("Kelpner Center", "Kelpner Center for Justice Action Fund")]
    [InlineData("Kelpner Center", "Kelpner Center Local 12")]
    [InlineData("Riverside Church", "Riverside Memorial Church")]
    [InlineData("Casa de Paz", "Casa de Paz y Esperanza")]
    [InlineData("Federation of Southern Kelpers", "Federation of Southern Kelpers/Land Assistance Fund")]
    public void Field_words_arms_numbers_and_other_places_are_no_longer_form(string a, string b) =>
        Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("8th Day Center for Justice", "Eighth Day Center for Justice")]
    [InlineData("12th Street Heritage Center", "Twelfth Street Heritage Center")]
    [InlineData("21st Century School Fund", "Twenty-First Century School Fund")]
    [InlineData("Met Council on Housing", "Metropolitan Council on Housing")]
    [InlineData("Metro Organizations for People", "Metropolitan Organizations for People")]
    [InlineData("UE150", "UE Local 150")]
    [InlineData("UNITEHERE11", "UNITE HERE! Local 11")]
    [InlineData("UE150, North Carolina Public Service Workers Union", "UE Local 150")]
    [InlineData("GEO 3550", "Graduate Employees' Organization, AFT Local 3550")]
    public void Ordinals_short_forms_and_numbers_of_locals_are_read_however_they_are_written(string a, string b) =>
        Assert.Equal((Verdict.Same, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).Certain));

    [Theory]
    [InlineData("8th Day Center", "9th Day Center")]
    [InlineData("UE150", "UE Local 160")]
    [InlineData("UE150, North Carolina Public Service Workers Union", "UE Local 160")]
    [InlineData("GEO 3550", "Graduate Employees' Organization, AFT Local 3551")]
    public void Two_numbers_are_two_bodies_however_they_are_written(string a, string b) =>
        Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("La Coalición Latinoamericana", "Latin American Coalition (Charlotte)")]
    [InlineData("Fideicomiso de la Tierra del Caño Martín Peña", "Caño Martín Peña Community Land Trust")]
    [InlineData("Centro Laboral de Graton", "Graton Day Labor Center")]
    [InlineData("Red de Jornaleros del Valle", "Valley Day Laborer Network")]
    [InlineData("Comité de Apoyo a los Trabajadores Agrícolas", "CATA - The Farmworkers' Support Committee")]
    [InlineData("Centre des travailleurs et travailleuses immigrants (Montréal)", "Immigrant Workers Centre")]
    [InlineData("Ligue des droits des locataires", "Tenants' Rights League")]
    [InlineData("Colectivo de Mujeres Transgénero", "Transgender Women's Collective")]
    [InlineData("Iglesia Luterana San Pablo", "St. Paul Lutheran Church")]
    [InlineData("Flüchtlingsrat Brandenburg", "Refugee Council Brandenburg")]
    [InlineData("Associação de Moradia das Mulheres", "Women's Housing Association")]
    public void A_name_in_two_languages_is_the_same_and_not_certain(string a, string b) =>
        Assert.Equal((Verdict.Same, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).Certain));

    [Theory]
    [InlineData("Centro de Trabajadores de Pasadena", "Glendale Workers Center")]
    [InlineData("Coalición de Inquilinos", "Tenants Union")]
    [InlineData("Red de Jornaleros del Valle", "Valley Farmworker Network")]
    public void A_translation_with_another_word_is_another_body(string a, string b) =>
        Assert.NotEqual(Verdict.Same, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("ADAMS Center", "All Dulles Area Muslim Society")]
    [InlineData("MEChA de UCLA", "Movimiento Estudiantil Chicanx de Aztlán de UCLA")]
    public void Letters_with_a_noun_or_a_place_beside_them_stand_for_the_words(string a, string b) =>
        Assert.Equal((Verdict.Same, false), (NameMatching.Compare(a, b).Verdict, NameMatching.Compare(a, b).Certain));

    [Theory]
    [InlineData("FASE - Federação de Órgãos para Assistência Social e Educacional", "FASE Amazônia")]
    [InlineData("Arbeitsgemeinschaft bäuerliche Landwirtschaft (AbL)", "AbL Mitteldeutschland e.V.")]
    [InlineData("California Faculty Association", "CFA - San Francisco State")]
    [InlineData("California Faculty Association (CFA)", "CFA, East Bay Chapter")]
    [InlineData("People Organized for Westside Renewal (POWER)", "POWER Santa Monica")]
    [InlineData("Showing Up for Racial Justice", "SURJ (Showing Up for Racial Justice) Boston")]
    [InlineData("Rural Tenants of Northern Kelpland", "RTNK (Rural Tenants of Northern Kelpland) Boston")]
    [InlineData("Kelpso Tenants", "Kelpso Tenants Power")]
    [InlineData("Kelpso Tenants", "Kelpso Tenants Acción")]
    [InlineData("Kelpso Tenants", "Kelpso Tenants Community Fund")]
    [InlineData("Kelpso Tenants", "Kelpso Tenants Development Fund")]
    [InlineData("Kelpso Tenants", "Kelpso Tenants Resource Center")]
    [InlineData("Kelpso Tenants", "Kelpso Tenants Civic Engagement Fund")]
    [InlineData("KELPS", "KELPS Latino Community Development Fund")]
    [InlineData("Kern Eastern Latino Parents Society", "KELPS Program")]
    [InlineData("Peace Action New York State", "Peace Action Fund of New York State")]
    [InlineData("Los Angeles Tenants Union", "LA Tenants Union - Vermont y Beverly Local")]
    [InlineData("Oakland Tenants Union", "Oakland Tenants Union, Dimond Local")]
    public void Letters_with_a_place_arms_and_locals_of_a_name_are_affiliates(string parent, string part) =>
        Assert.Equal(Verdict.Affiliate, NameMatching.Compare(parent, part).Verdict);

    [Theory]
    [InlineData("POWER Interfaith", "People Organized for Westside Renewal (POWER)")]
    [InlineData("Asociación Pro Derechos Humanos de Andalucía", "Asociación Pro Derechos Humanos de España")]
    [InlineData("Pax Christi Long Island", "Pax Christi Metro New York")]
    public void One_acronym_or_one_common_name_makes_nobody_an_affiliate(string a, string b) =>
        Assert.Equal(Verdict.Different, NameMatching.Compare(a, b).Verdict);
}
