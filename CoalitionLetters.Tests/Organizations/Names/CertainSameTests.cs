using CoalitionLetters.Listings;
using CoalitionLetters.Organizations.Names;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Names;

/// <summary>What two bodies share after normalization: none of it joins them without a person.</summary>
public sealed class CertainSameTests
{
    private static readonly string[] names = ["ACLU", "Faith in Action", "Conservation Council", "Clean Water Fund", "Indivisible", "Tenants Union", "Mi Familia Vota", "Common Cause", "Casa del Agua", "WATER WORKERS FOR PEACE"];

    private static readonly string[] australian = ["NSW", "QLD", "SA", "TAS", "VIC", "WA", "ACT", "NT"];

    [Fact]
    public void A_states_letters_behind_a_name_never_make_it_the_name_alone_or_another_states()
    {
        var codes = States.All.Select(state => state.Abbreviation).Concat(australian).ToList();

        var joined = names.SelectMany(name => codes.SelectMany(code => new[] { $"{name}, {code}", $"{name} {code}", $"{name} ({code})", $"{name} - {code}", $"{name}, {code}." }
            .Where(placed => NameMatching.Compare(placed, name).Verdict == Verdict.Same || NameMatching.Compare(placed, $"{name}, {Next(codes, code)}").Verdict == Verdict.Same)));

        Assert.Empty(joined);
    }

    [Fact]
    public void Letters_that_may_be_a_legal_form_are_never_certain_without_periods()
    {
        var joined = names.SelectMany(name => NameWords.LegalLetters.Select(letters => letters.ToUpperInvariant()).SelectMany(letters => new[] { $"{name}, {letters}", $"{name} {letters}", $"{name} ({letters})" }
            .Where(formed => NameMatching.Compare(formed, name).JoinsByItself || NameMatching.JoinKey(formed) == NameMatching.JoinKey(name))));

        Assert.Empty(joined);
    }

    [Theory]
    [InlineData("NCLR (National Center for Lesbian Rights)", "NCLR (National Council of La Raza)", Verdict.Ask)]
    [InlineData("RWA (Rural Water Alliance)", "RWA (River Workers Assembly)", Verdict.Ask)]
    [InlineData("RWA (Rural Water Alliance)", "RWA (The Rural Water Alliance)", Verdict.Same)]
    public void Letters_that_two_names_spell_out_otherwise_are_asked_about(string a, string b, Verdict verdict) => Assert.Equal(verdict, NameMatching.Compare(a, b).Verdict);

    [Theory]
    [InlineData("ACLU, N.V.", "ACLU")]
    [InlineData("Conservation Council, S.A.", "Conservation Council")]
    [InlineData("Mi Familia Vota, N.V.", "Mi Familia Vota")]
    [InlineData("Mi Familia Vota, SA.", "Mi Familia Vota")]
    [InlineData("Clean Elections Now, 501(c)(4)", "Clean Elections Now, 501(c)(3)")]
    [InlineData("Tenants Union PBC", "Tenants Union")]
    [InlineData("LGBTQ+ Center", "LGBTQ Center")]
    [InlineData("50+ Coalition", "50 Coalition")]
    [InlineData("A+ Alliance", "A Alliance")]
    [InlineData("C# Users", "C Users")]
    [InlineData("C++ Users", "C Users")]
    [InlineData("The Arc", "ARC")]
    [InlineData("Care", "CARE")]
    [InlineData("Now", "NOW")]
    [InlineData("Kelp Alliance (formerly Zorba)", "Kelp Alliance (formerly Yorba)")]
    [InlineData("Kelp Alliance, aka QRST", "Kelp Alliance")]
    [InlineData("United Students (US)", "United Students")]
    [InlineData("The Task Force", "National LGBTQ Task Force")]
    [InlineData("Lawyers Committee", "Lawyers' Committee for Civil Rights Under Law")]
    [InlineData("New York Coalition for Housing (NYC)", "New York Coalition for Housing")]
    [InlineData("Progressive Action Connecticut (PAC)", "Progressive Action Connecticut")]
    public void Signs_capitals_and_letters_that_tell_two_bodies_apart_join_nobody(string a, string b)
    {
        Assert.False(NameMatching.Compare(a, b).JoinsByItself);
        Assert.NotEqual(NameMatching.JoinKey(a), NameMatching.JoinKey(b));
    }

    [Theory]
    [InlineData("Clean Water Fund, RI", "Clean Water Fund")]
    [InlineData("Faith in Action, NV", "Faith in Action")]
    [InlineData("Faith in Action, AS", "Faith in Action")]
    [InlineData("Surfrider Foundation, S.A.", "Surfrider Foundation")]
    public void A_states_letters_behind_a_comma_are_a_chapters(string chapter, string body) =>
        Assert.Equal(Verdict.Affiliate, NameMatching.Compare(chapter, body).Verdict);

    [Fact]
    public void Letters_that_may_be_a_legal_form_behind_an_English_name_are_asked_about() =>
        Assert.Equal(Verdict.Ask, NameMatching.Compare("Clean Water Fund, AC", "Clean Water Fund").Verdict);

    [Theory]
    [InlineData("Water + Land Trust", "Water and Land Trust")]
    [InlineData("UNITE+HERE Kelp", "Unite & Here Kelp")]
    [InlineData("Riverkeeper Union Local# 5", "Riverkeeper Union Local 5")]
    [InlineData("HISPANIC KELP FEDERATION", "Hispanic Kelp Federation")]
    public void Signs_between_words_and_capitals_of_a_whole_name_tell_nobody_apart(string a, string b) =>
        Assert.True(NameMatching.Compare(a, b).JoinsByItself);

    private static string Next(List<string> codes, string code) => codes[(codes.IndexOf(code) + 1) % codes.Count];
}
