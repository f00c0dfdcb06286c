using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>A signature whose letter changed in substance after it was given.</summary>
public sealed class SignatureConsentTests
{
    private static readonly DateTime Later = ALetter.Now.AddHours(1);

    private readonly Letter letter;
    private readonly TextVersion text;
    private readonly TextVersion changed;
    private readonly Signature signature;

    public SignatureConsentTests()
    {
        (letter, text) = ALetter.Open();
        signature = FamilyUnity.ListedOn(letter, new Listing { Name = "River Trust" }, ALetter.Now);
        letter.SaveDraft(letter.Content with { Body = "We ask you to resign." }, letter.Revision);
        changed = letter.ChangeText(text, EditClass.Substantive, "Dana Field", Later);
    }

    [Fact]
    public void Asked_again_it_is_off_the_list_until_its_signer_agrees_and_is_listed_again_then()
    {
        signature.AskAgain(Later);
        var (status, why) = (signature.Status, signature.Why);

        signature.Agree(changed, Later);

        Assert.Equal((SignatureStatus.Held, Signature.MustAgree), (status, why));
        Assert.Equal((SignatureStatus.Listed, null, changed.Id, ALetter.Now), (signature.Status, signature.Why, signature.TextVersionId, signature.ListedAt));
    }

    [Fact]
    public void Held_for_another_reason_it_keeps_both_and_stays_held_when_its_signer_agrees()
    {
        signature.Hold("The board decides.");
        signature.AskAgain(Later);
        var why = signature.Why;

        signature.Agree(changed, Later);

        Assert.Equal($"{Signature.MustAgree} The board decides.", why);
        Assert.Equal((SignatureStatus.Held, "The board decides."), (signature.Status, signature.Why));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_came_up_about_a_listed_one_keeps_it_off_no_list_when_its_signer_agrees_and_still_waits_for_staff(bool beforeTheChange)
    {
        if (beforeTheChange)
        {
            signature.Doubt("It was handed on.", ALetter.Now);
        }

        signature.AskAgain(Later);
        if (!beforeTheChange)
        {
            signature.Doubt("It was handed on.", Later);
        }

        var (status, why) = (signature.Status, signature.Why);
        signature.Agree(changed, Later);

        Assert.Equal((SignatureStatus.Held, $"{Signature.MustAgree} It was handed on."), (status, why));
        Assert.Equal((SignatureStatus.Listed, "It was handed on.", true), (signature.Status, signature.Why, signature.IsDoubted));
    }

    [Fact]
    public void Nobody_lists_it_before_its_signer_agrees()
    {
        signature.AskAgain(Later);

        Assert.StartsWith(Signature.MustAgree, Assert.Throws<RuleBrokenException>(() => signature.List(Later)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_is_taken_back_does_not_list_it_under_words_that_its_signer_never_saw()
    {
        var joined = FamilyUnity.ListedOn(letter, new Listing { Name = "Lake Trust" }, ALetter.Now);
        joined.GiveWayTo(signature);
        signature.Decline("Nobody knows it");
        signature.AskAgain(Later);
        joined.AskAgain(Later);

        signature.TakeBack(SignatureStatus.Listed, null);
        joined.StandAgain(SignatureStatus.Listed, null);

        Assert.Equal((SignatureStatus.Held, SignatureStatus.Held), (signature.Status, joined.Status));
    }

    [Fact]
    public void What_staff_hold_can_be_confirmed_and_stays_held()
    {
        var unconfirmed = Signature.On(letter, null, new Listing { Name = "Lake Trust" }, new Signer(), "", new Dictionary<string, string>(), null, Later);
        unconfirmed.Hold("A question");

        unconfirmed.Confirm(letter, Later);

        Assert.Equal((SignatureStatus.Held, "A question", Later), (unconfirmed.Status, unconfirmed.Reason, unconfirmed.ConfirmedAt));
    }
}
