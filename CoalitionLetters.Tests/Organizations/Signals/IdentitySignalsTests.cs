using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Names;
using CoalitionLetters.Organizations.Signals;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Signals;

public sealed class IdentitySignalsTests
{
    private static readonly KnownBodies known = new([
        new KnownBody(Guid.NewGuid(), "AFSCME", ["afscme.org"]),
        new KnownBody(Guid.NewGuid(), "Water Trust", ["watertrust.org.uk"]),
    ]);

    [Theory]
    [InlineData("ada@water.example", "https://www.river.example", SignalKind.OtherDomain, "The mail comes from water.example, the website is river.example.")]
    [InlineData("ada@gmail.com", null, SignalKind.FreeMail, "A mailbox that anybody can have (gmail.com) speaks for a body that is national.")]
    [InlineData("ada@mailinator.com", null, SignalKind.DisposableMail, "The mailbox is a throw-away one (mailinator.com).")]
    [InlineData("ada@mail.afscme.org", null, SignalKind.DomainOfAnother, "The mail comes from afscme.org, the domain of AFSCME.")]
    public void A_mailbox_that_raises_doubts_says_why(string email, string? website, SignalKind kind, string sentence)
    {
        var signal = Assert.Single(IdentitySignals.Of(new SignerClaim("River Union", email, website, Scope.National), known));

        Assert.Equal((kind, sentence), (signal.Kind, signal.Sentence));
    }

    [Theory]
    [InlineData("ada@mail.river.example", "river.example", Scope.National)]
    [InlineData("ada@branch.watertrust.org.uk", "watertrust.org.uk", Scope.National)]
    [InlineData("ada@gmail.com", null, Scope.Local)]
    [InlineData("ada@river.example", "https://www.facebook.com/river", Scope.National)]
    [InlineData(null, null, Scope.National)]
    public void A_mailbox_that_fits_raises_none(string? email, string? website, Scope scope) =>
        Assert.Empty(IdentitySignals.Of(new SignerClaim("Water Trust", email, website, scope), known));

    [Theory]
    [InlineData("Łódź Workers’ اتحاد", "The name mixes letters of several scripts: Latin and Arabic.")]
    [InlineData("הסתדרות (HOL)", "The name mixes letters of several scripts: Hebrew and Latin.")]
    public void A_name_that_mixes_scripts_between_its_words_waits_too(string name, string sentence) =>
        Assert.Equal(new Signal(SignalKind.MixedScripts, sentence), Assert.Single(IdentitySignals.Of(new SignerClaim(name, null, null, Scope.National), known)));

    [Theory]
    [InlineData("NPO法人 日本ユニオンの会")]
    [InlineData("KCTU 전국민주노동조합총연맹 民主")]
    [InlineData("Coalición ’68 – Łódź, 3rd № 5")]
    [InlineData("Всеобщая конфедерация труда")]
    public void A_language_that_writes_with_several_scripts_mixes_none(string name) =>
        Assert.Empty(IdentitySignals.Of(new SignerClaim(name, null, null, Scope.National), known));

    [Fact]
    public void A_known_body_may_write_from_its_own_domain() =>
        Assert.Empty(IdentitySignals.Of(new SignerClaim("American Federation of State, County and Municipal Employees", "ada@afscme.org", "https://afscme.org", Scope.National), known));

    [Fact]
    public void Letters_of_another_script_within_a_word_are_named()
    {
        var signals = IdentitySignals.Of(new SignerClaim("\u0410FSCME", null, null, Scope.National), known);

        Assert.Equal([SignalKind.MixedScripts, SignalKind.LooksLikeKnown], signals.Select(signal => signal.Kind));
        Assert.Equal("\"\u0410FSCME\" is written with letters of another script: \u0410 (U+0410).", signals[0].Sentence);
    }

    [Theory]
    [InlineData("\u0410\u0405\u0421\u041C\u0415 \u0410FSCME")]
    [InlineData("Альянс мигрантов")]
    [InlineData("Ελληνική Κοινότητα")]
    public void A_name_in_one_script_is_no_look_alike_of_another(string name) =>
        Assert.DoesNotContain(IdentitySignals.Of(new SignerClaim(name, null, null, Scope.National), known), signal => signal.Kind == SignalKind.LooksLikeKnown);

    [Fact]
    public void A_name_that_differs_from_a_known_one_in_a_blank_is_not_written_with_other_letters() =>
        Assert.Empty(IdentitySignals.Of(new SignerClaim("Water-trust's", null, null, Scope.National), new KnownBodies([new KnownBody(Guid.NewGuid(), "Watertrusts", [])])));

    [Fact]
    public void A_name_that_resembles_a_known_one_waits_with_the_reason()
    {
        var index = new NameIndex<Guid>();
        index.Add(Guid.NewGuid(), "Detention Watch Network");

        var signal = Assert.Single(IdentitySignals.Of(new SignerClaim("Detention Watch Netwrok", null, null, Scope.National), known, index.Match("Detention Watch Netwrok")));

        Assert.Equal("The name resembles Detention Watch Network: typing error: Network / Netwrok.", signal.Sentence);
    }

    [Theory]
    [InlineData("mail.union.org.uk", "union.org.uk")]
    [InlineData("www.seiu.org", "seiu.org")]
    [InlineData("a.b.k12.ca.us", "b.k12.ca.us")]
    [InlineData("sub.org.mx", "sub.org.mx")]
    [InlineData("aclu.org", "aclu.org")]
    [InlineData("www.ftq.qc.ca", "ftq.qc.ca")]
    [InlineData("mail.emmaus.asso.fr", "emmaus.asso.fr")]
    [InlineData("council.austin.tx.us", "austin.tx.us")]
    [InlineData("list.herokuapp.com", "list.herokuapp.com")]
    [InlineData("mail.union.com.au", "union.com.au")]
    [InlineData("a.b.c.kawasaki.jp", "b.c.kawasaki.jp")]
    [InlineData("www.city.kawasaki.jp", "city.kawasaki.jp")]
    [InlineData("union.xn--p1ai", "union.xn--p1ai")]
    [InlineData("localhost", "localhost")]
    public void A_domain_is_cut_to_what_somebody_registers(string domain, string registrable) => Assert.Equal(registrable, Domains.Registrable(domain));

    [Theory]
    [InlineData("hotmail.ca", true)]
    [InlineData("outlook.de", true)]
    [InlineData("yahoo.com.au", true)]
    [InlineData("live.ca", true)]
    [InlineData("hotmail.co.uk", true)]
    [InlineData("duck.com", true)]
    [InlineData("live.org", false)]
    [InlineData("outlook-union.ca", false)]
    [InlineData("mail.union.ca", false)]
    public void A_mailbox_that_anybody_can_have_is_known_in_every_country(string domain, bool isFree) => Assert.Equal(isFree, Domains.IsFreeMail(domain));

    [Theory]
    [InlineData("union.wordpress.com", true)]
    [InlineData("union.herokuapp.com", true)]
    [InlineData("a.union.blogspot.com", true)]
    [InlineData("ftq.qc.ca", false)]
    [InlineData("union.org.uk", false)]
    public void A_name_that_is_lent_to_anybody_says_nothing_of_the_body(string domain, bool isShared) => Assert.Equal(isShared, Domains.IsSharedHost(domain));

    [Theory]
    [InlineData("ftq@ftq.qc.ca", "https://csn.qc.ca")]
    [InlineData("info@solidarite.asso.fr", "https://emmaus.asso.fr")]
    public void Two_bodies_below_one_ending_of_a_registry_are_two(string email, string site)
    {
        var other = new KnownBodies([new KnownBody(Guid.NewGuid(), "Confédération des syndicats nationaux", [Domains.OfWebsite(site)!])]);

        Assert.Empty(IdentitySignals.Of(new SignerClaim("Travailleurs unis", email, null, Scope.National), other));
        Assert.Equal(SignalKind.OtherDomain, Assert.Single(IdentitySignals.Of(new SignerClaim("Travailleurs unis", email, site, Scope.National), new KnownBodies([]))).Kind);
    }
}
