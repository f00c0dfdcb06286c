using CoalitionLetters.Data;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>What may wait beside a signature, and what becomes of it.</summary>
public sealed class SignatureCorrectionTests
{
    private static readonly Listing Asked = new() { Name = "River Trust of Vermont", Scope = Scope.State, State = "Vermont" };

    [Fact]
    public void A_correction_changes_what_is_the_signers_and_nothing_that_is_the_coalitions()
    {
        var stands = new Listing { Name = "River Trust", Website = "https://river.example", IsLead = true, Order = 2, LogoId = Guid.NewGuid() };
        var official = new Listing { Name = "Aaron Frey", Title = "Attorney General of Maine", State = "Maine", Scope = Scope.State, SignaturePictureId = Guid.NewGuid() };

        Assert.Equal(stands with { Name = Asked.Name, Scope = Scope.State, State = "Vermont", Website = null }, stands.With(Asked));
        Assert.Equal(official with { Name = "Aaron M. Frey" }, official.With(new Listing { Name = "Aaron M. Frey", Title = official.Title, State = "Ohio" }));
    }

    [Fact]
    public void A_corrected_line_stays_in_its_region_of_another_country_until_the_signer_says_another_place()
    {
        var stands = new Listing { Name = "Lake Trust", Scope = Scope.State, State = "Ontario", Country = "Canada" };
        var sent = new Listing { Name = "Lakes Trust", Scope = Scope.International, Country = "Canada" };

        Assert.Equal(stands with { Name = "Lakes Trust" }, sent.KeepingRegionOf(stands));
        Assert.Equal(sent with { Country = "Mexico" }, (sent with { Country = "Mexico" }).KeepingRegionOf(stands));
        Assert.Equal(sent, sent.KeepingRegionOf(stands with { State = null }));
        Assert.Equal(Asked, Asked.KeepingRegionOf(stands));
    }

    [Fact]
    public void What_changed_about_the_listed_line_meanwhile_stays_when_the_correction_is_taken()
    {
        var signature = Waiting();
        signature.CorrectListing(signature.Listing with { IsLead = true, Order = 1 });

        signature.TakeCorrection();

        Assert.Equal(Asked with { IsLead = true, Order = 1 }, signature.Listing);
        Assert.Throws<RuleBrokenException>(signature.TakeCorrection);
    }

    [Fact]
    public void Only_a_listed_line_waits_when_it_is_corrected()
    {
        var signature = Waiting();
        signature.Hold("The board decides");

        Assert.Throws<RuleBrokenException>(() => signature.AskFor(Asked with { Name = "River Trust of Maine" }, ALetter.Now));
    }

    [Fact]
    public void What_comes_up_about_a_listed_line_leaves_it_listed_until_staff_answer_and_any_other_waits()
    {
        var (listed, held) = (Waiting(), Waiting());
        held.Hold("The board decides.");

        listed.Doubt("It was handed on.", ALetter.Now);
        held.Doubt("It was handed on.", ALetter.Now);

        Assert.Equal((SignatureStatus.Listed, "It was handed on.", true), (listed.Status, listed.Why, listed.IsDoubted));
        Assert.Equal((SignatureStatus.Held, "The board decides. It was handed on.", false), (held.Status, held.Why, held.IsDoubted));
        listed.List(ALetter.Now);
        Assert.Equal((null, false), (listed.Why, listed.IsDoubted));
    }

    [Fact]
    public void What_comes_up_later_takes_the_place_of_what_was_said_before_and_can_be_dropped()
    {
        var signature = Waiting();

        signature.Doubt("It was handed to gmail.com.", ALetter.Now);
        signature.Doubt("It was handed to mail.example.", ALetter.Now);
        var said = signature.Why;
        signature.DropDoubts();

        Assert.Equal(("It was handed to mail.example.", null, false), (said, signature.Why, signature.IsDoubted));
    }

    [Fact]
    public void A_listing_that_is_taken_back_brings_back_what_had_come_up()
    {
        var signature = Waiting();
        signature.Doubt("It was handed on.", ALetter.Now);
        signature.List(ALetter.Now);

        signature.TakeBack(SignatureStatus.Listed, null, "It was handed on.", ALetter.Now);

        Assert.Equal(("It was handed on.", true), (signature.Why, signature.IsDoubted));
    }

    [Fact]
    public void The_correction_of_a_signature_that_gives_way_or_is_declined_waits_again_when_that_is_taken_back()
    {
        var (merged, declined) = (Waiting(), Waiting());

        merged.GiveWayTo(Waiting());
        declined.Decline("Nobody knows it");
        var meanwhile = (merged.HasCorrection, declined.HasCorrection);
        merged.StandAgain(SignatureStatus.Listed, null);
        declined.TakeBack(SignatureStatus.Listed, null);

        Assert.Equal((false, false), meanwhile);
        Assert.Equal((true, true), (merged.HasCorrection, declined.HasCorrection));
    }

    [Fact]
    public void A_correction_goes_with_the_signers_data()
    {
        var signature = Waiting();

        signature.ForgetSigner();

        Assert.Equal((null, "River Trust"), (signature.Correction, signature.Listing.Name));
    }

    [Fact]
    public void Staff_read_in_words_what_is_different()
    {
        var stands = new Listing { Name = "River Trust", Website = "https://river.example" };

        Assert.Equal("The name, the place and the website are different.", CorrectionWords.Difference(stands, Asked));
        Assert.Equal("Nothing is different any more: the line stands already as the signer wants it.", CorrectionWords.Difference(Asked, Asked));
        Assert.Equal("another website", CorrectionWords.Brief(stands, stands with { Website = null }));
        Assert.Equal("River Trust\nListed under: National\nWebsite: https://river.example", CorrectionWords.Lines(stands, Asked, SignatureWords.Place).Old);
    }

    private static Signature Waiting()
    {
        var (letter, _) = ALetter.Open("river");
        var signature = FamilyUnity.ListedOn(letter, new Listing { Name = "River Trust" }, ALetter.Now);
        signature.AskFor(Asked, ALetter.Now);
        return signature;
    }
}
