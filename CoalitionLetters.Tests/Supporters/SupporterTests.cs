using CoalitionLetters.Data;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

public sealed class SupporterTests
{
    private static readonly DateTime Noon = ALetter.Now;
    private static readonly DraftText Draft = DraftText.Parse("Please keep families together, wherever they are.");

    [Fact]
    public void Nothing_goes_out_before_the_person_confirms()
    {
        var supporter = Writes(AnAction());

        Assert.All(supporter.Messages, message => Assert.Equal(MessageStatus.Unconfirmed, message.Status));
    }

    [Fact]
    public void A_confirmed_text_goes_each_targets_own_way()
    {
        var supporter = Writes(AnAction());

        supporter.Confirm(Noon);

        Assert.Equal([MessageStatus.Queued, MessageStatus.WithPerson, MessageStatus.ToPrint], supporter.Messages.Select(message => message.Status));
    }

    [Fact]
    public void A_doubtful_text_waits_for_staff_though_it_is_confirmed()
    {
        var supporter = Writes(AnAction());
        supporter.Doubt("The text is nearly empty.");
        supporter.Confirm(Noon);

        Assert.Equal(SupporterStatus.Held, supporter.Status);
        Assert.All(supporter.Messages, message => Assert.Equal(MessageStatus.Unconfirmed, message.Status));

        supporter.Approve(Noon);

        Assert.Equal(MessageStatus.Queued, supporter.Messages[0].Status);
    }

    [Fact]
    public void Approval_alone_does_not_send_what_the_person_has_not_confirmed()
    {
        var supporter = Writes(AnAction());
        supporter.Doubt("The text is nearly empty.");

        supporter.Approve(Noon);

        Assert.All(supporter.Messages, message => Assert.Equal(MessageStatus.Unconfirmed, message.Status));
    }

    [Fact]
    public void Withdrawing_stops_what_has_not_gone_out()
    {
        var supporter = Writes(AnAction());
        supporter.Confirm(Noon);
        supporter.Messages[0].HandOver(Guid.NewGuid(), Noon);

        supporter.Withdraw(Noon);

        Assert.Equal([MessageStatus.Mailing, MessageStatus.Stopped, MessageStatus.Stopped], supporter.Messages.Select(message => message.Status));
    }

    [Fact]
    public void Withdrawing_stops_a_letter_that_is_printed_and_not_one_that_is_sent_by_the_person()
    {
        var supporter = Writes(AnAction());
        supporter.Confirm(Noon);
        supporter.Messages[1].FinishedByPerson(Noon);
        supporter.Messages[2].Print(Guid.NewGuid(), Noon);

        supporter.Withdraw(Noon);

        Assert.Equal([MessageStatus.Stopped, MessageStatus.Finished, MessageStatus.Stopped], supporter.Messages.Select(message => message.Status));
    }

    [Fact]
    public void Erasing_leaves_nothing_of_the_person_but_the_state()
    {
        var supporter = Writes(AnAction());

        supporter.Erase(AnAction(), Noon);

        Assert.Equal(new SupporterPerson(), supporter.Person);
        Assert.DoesNotContain("kim", supporter.EmailKey, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("", supporter.Text);
        Assert.Equal("Ohio", supporter.State);
    }

    [Fact]
    public void The_newest_form_counts_with_its_place_until_the_person_confirms()
    {
        var action = AnAction();
        action.Add(Target.Of(action, 4, new TargetFacts("Senator Utah", "Dear Senator,", Channel.Mail) { Email = "b@senate.example", States = ["Utah"] }, Noon));
        var supporter = Writes(action);
        supporter.Doubt("The text is nearly empty.");

        supporter.Write(action, new SupporterPerson { FirstName = "Lee", LastName = "Roe", Email = "kim@mail.example", State = "Utah" }, new("Children", "Let them go home.", null, 1), "elsewhere", Noon);

        Assert.Equal(("Lee Roe", "Utah", "Let them go home.", 4), (supporter.Person.FullName, supporter.State, supporter.Text, supporter.Messages.Count));
        Assert.Null(supporter.Reason);
        supporter.Confirm(Noon);
        Assert.Throws<RuleBrokenException>(() => supporter.Write(action, supporter.Person, new("Prizes", "Win a prize today.", null, 1), "elsewhere", Noon));
    }

    [Fact]
    public void What_was_withdrawn_in_time_makes_room_for_a_new_letter()
    {
        var (early, late) = (Writes(AnAction()), Writes(AnAction()));
        early.Confirm(Noon);
        late.Confirm(Noon);
        late.Messages[0].HandOver(Guid.NewGuid(), Noon);

        early.Withdraw(Noon);
        late.Withdraw(Noon);

        Assert.True(early.MayBeRewritten);
        Assert.False(late.MayBeRewritten);
    }

    [Fact]
    public void A_hash_of_an_erased_address_stays_only_where_a_letter_has_gone_out()
    {
        var action = AnAction();
        var (waits, sent) = (Writes(action), Writes(action));
        sent.Confirm(Noon);
        sent.Messages[0].HandOver(Guid.NewGuid(), Noon);

        waits.Erase(action, Noon);
        sent.Erase(action, Noon);

        Assert.Equal(action.ErasedKeyOf("kim@mail.example"), sent.EmailKey);
        Assert.NotEqual(sent.EmailKey, waits.EmailKey);
        Assert.NotEqual(AnAction().ErasedKeyOf("kim@mail.example"), sent.EmailKey);
    }

    [Fact]
    public void A_text_is_shown_only_with_permission()
    {
        var supporter = Writes(AnAction());

        Assert.Throws<RuleBrokenException>(() => supporter.Show(true));
    }

    [Fact]
    public void A_closed_action_accepts_nothing()
    {
        var action = AnAction();
        action.Close(Noon);

        Assert.Throws<RuleBrokenException>(() => Writes(action));
    }

    [Theory]
    [InlineData(SupporterField.PostalCode, "Targets are found by state, so the form must ask for the state.")]
    [InlineData(SupporterField.State, "Targets are found by postal code, so the form must ask for the postal code.")]
    public void An_action_whose_form_cannot_find_its_targets_does_not_open(SupporterField asked, string refusal)
    {
        var action = SupportersAction.Draft("local", new ActionContent { Title = "Local", Draft = "Please.", Fields = [asked] }, null, Noon);
        action.Add(Target.Of(action, 1, new TargetFacts("Senator", "Dear Senator,", Channel.Mail) { Email = "a@senate.example", States = ["Ohio"], PostalPrefixes = ["441"] }, Noon));

        var refused = Assert.Throws<RuleBrokenException>(() => action.Open(null, Noon));

        Assert.Equal(refusal, refused.Message);
    }

    [Fact]
    public void An_open_action_gets_no_target_that_its_form_cannot_find()
    {
        var action = SupportersAction.Draft("local", new ActionContent { Title = "Local", Draft = "Please.", Fields = [SupporterField.City] }, null, Noon);
        var everybodys = Target.Of(action, 1, new TargetFacts("Senate", "Dear Senate,", Channel.Mail) { Email = "a@senate.example" }, Noon);
        action.Add(everybodys);
        action.Open(null, Noon);
        var ohio = new TargetFacts("Senator", "Dear Senator,", Channel.Mail) { Email = "a@senate.example", States = ["Ohio"] };

        Assert.Throws<RuleBrokenException>(() => action.Change(everybodys, ohio));
        Assert.Throws<RuleBrokenException>(() => action.Add(Target.Of(action, 2, ohio, Noon)));
        Assert.Throws<RuleBrokenException>(() => action.Edit(action.Content with { Draft = " " }, action.Revision));
    }

    [Fact]
    public void People_write_to_the_targets_of_their_place()
    {
        var action = AnAction();
        action.Add(Target.Of(action, 4, new TargetFacts("Senator Ohio", "Dear Senator,", Channel.Mail) { Email = "a@senate.example", States = ["Ohio"] }, Noon));
        action.Add(Target.Of(action, 5, new TargetFacts("Senator Utah", "Dear Senator,", Channel.Mail) { Email = "b@senate.example", States = ["Utah"] }, Noon));
        action.Add(Target.Of(action, 6, new TargetFacts("Council", "Dear Council,", Channel.Mail) { Email = "c@city.example", PostalPrefixes = ["441"] }, Noon));

        var names = action.TargetsFor("Ohio", "44113").Select(target => target.Name);

        Assert.Equal(["The White House", "The Secretary", "The Clerk", "Senator Ohio", "Council"], names);
    }

    [Theory]
    [InlineData("Please stop this now, all of you.", 0.0, 3, null)]
    [InlineData("Stop it", 1.0, 0, "The text is nearly empty.")]
    [InlineData("You are all a bunch of assholes there", 1.0, 0, "The text contains “assholes”.")]
    [InlineData("I come from Scunthorpe and I ask you to stop", 1.0, 0, null)]
    [InlineData("Please stop this now, all of you.", 0.0, 20, "More than 20 texts that are the draft, or nearly so, came from one place within an hour.")]
    [InlineData("Please stop this now, all of you.", 0.02, 20, "More than 20 texts that are the draft, or nearly so, came from one place within an hour.")]
    [InlineData("Please stop this now, all of you.", 0.2, 200, null)]
    public void Obscene_empty_and_flooding_texts_wait_for_staff(string text, double changedShare, int fromSamePlace, string? doubt)
    {
        Assert.Equal(doubt, TextCheck.Doubt(text, Draft, ["Families", null, "Kim Doe"], changedShare, new Flood(fromSamePlace)));
    }

    [Theory]
    [InlineData("This is fu\u00adcking wrong, please stop it.")]
    [InlineData("This is fu\u200dcking wrong, please stop it.")]
    [InlineData("This is fücking wrong, please stop it.")]
    [InlineData("This is fu\u0441king wrong, please stop it.")]
    public void What_is_obscene_waits_however_it_is_hidden(string text)
    {
        Assert.StartsWith("The text contains “fu", TextCheck.Doubt(text, Draft, [], 1, default), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_one_mail_domain_that_are_nearly_the_draft_wait_from_wherever_they_come()
    {
        Assert.Equal("More than 20 texts that are the draft, or nearly so, came from mailboxes at catch-all.example within an hour.",
            TextCheck.Doubt("Please stop this now, all of you.", Draft, [], 0.01, new Flood(0, "catch-all.example", 20)));
    }

    [Fact]
    public void A_domain_tells_nothing_where_anybody_can_have_a_mailbox()
    {
        Assert.Null(Supporter.DomainOf("kim@gmail.com"));
        Assert.Equal("catch-all.example", Supporter.DomainOf("kim@a1.catch-all.example"));
    }

    [Theory]
    [InlineData("kim.plus@gmail.com", "K.I.M.plus+news@googlemail.com", true)]
    [InlineData("kim@union.example", "Kim+letters@union.example", true)]
    [InlineData("kim.doe@union.example", "kimdoe@union.example", false)]
    [InlineData("+kim@union.example", "+lee@union.example", false)]
    public void One_mailbox_is_one_person_however_its_address_is_spelled(string one, string other, bool same)
    {
        Assert.Equal(same, Supporter.KeyOf(one) == Supporter.KeyOf(other));
    }

    [Fact]
    public void The_pauses_between_mails_to_one_address_grow_to_a_week()
    {
        var supporter = Writes(AnAction());
        var mailed = Enumerable.Range(0, 14 * 24 * 6).Select(i => Noon.AddMinutes(10 * i)).Where(supporter.MayBeMailedAgain).ToList();

        Assert.Equal([TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(70), TimeSpan.FromMinutes(70 + (24 * 60)), TimeSpan.FromMinutes(70 + (8 * 24 * 60))], mailed.Select(at => at - Noon));
    }

    [Fact]
    public void An_address_whose_owner_did_not_write_is_known_by_its_hash_alone_and_never_mailed()
    {
        var action = AnAction();
        var supporter = Writes(action);

        supporter.Disown(action, Noon);

        Assert.Equal((action.ErasedKeyOf("kim@mail.example"), "", "somewhere", false), (supporter.EmailKey, supporter.Text, supporter.Place, supporter.MayBeRewritten));
        Assert.False(supporter.MayBeMailedAgain(Noon.AddDays(30)));
    }

    [Fact]
    public void Who_was_declined_may_write_anew_and_waits_for_staff_whatever_is_written()
    {
        var action = AnAction();
        var supporter = Writes(action);
        supporter.Doubt("The text contains “assholes”.");
        supporter.Confirm(Noon);
        supporter.Decline();

        supporter.Write(action, supporter.Person, new("Families", "Please keep families together, all of them.", null, 0.2), "somewhere", Noon);
        supporter.Write(action, supporter.Person, new("Families", "Please keep families together, every one.", null, 0.2), "somewhere", Noon);
        supporter.Doubt("The text is nearly empty.");
        supporter.Confirm(Noon);

        Assert.Equal((SupporterStatus.Held, "A message of this person was declined before. The text is nearly empty."), (supporter.Status, supporter.Reason));
    }

    [Fact]
    public void A_decline_that_is_taken_back_lets_the_message_wait_as_before()
    {
        var supporter = Writes(AnAction());
        supporter.Doubt("The text is nearly empty.");
        supporter.Confirm(Noon);
        supporter.Decline("Somebody plays with the form.");
        Assert.Equal("The text is nearly empty. Declined: Somebody plays with the form.", supporter.Reason);
        Assert.Throws<RuleBrokenException>(() => supporter.Approve(Noon));

        supporter.Reconsider();

        Assert.Equal((SupporterStatus.Held, "The text is nearly empty."), (supporter.Status, supporter.Reason));
    }

    [Theory]
    [InlineData("The White House", "the White House")]
    [InlineData("Theodore Example", "Theodore Example")]
    [InlineData("the Secretary", "the Secretary")]
    public void The_name_of_a_target_fits_into_a_sentence(string name, string inside)
    {
        Assert.Equal(inside, Target.Of(AnAction(), 4, new TargetFacts(name, "Dear all,", Channel.Print) { PostalAddress = ["1 Street"] }, Noon).NameInSentence);
    }

    [Fact]
    public void A_refusal_speaks_the_actions_language()
    {
        var action = AnAction();
        action.Edit(action.Content with { Language = "es" }, action.Revision);
        action.Close(Noon);

        Assert.Equal("Esta acción está cerrada", Assert.Throws<RuleBrokenException>(() => Writes(action)).Message);
    }

    [Fact]
    public void A_long_name_gives_way_to_who_sends_the_mail()
    {
        var action = AnAction();
        var supporter = Supporter.Of(action, new SupporterPerson { FirstName = new string('K', 80), LastName = new string('D', 80), Email = "kim@mail.example" }, new("Families", "Please.", null, 0), "KF-1234-567", "somewhere", Noon);

        var from = new SupporterMail(supporter, action.Targets[0], "Coalition for Family Unity", "en").FromName!;

        Assert.EndsWith("K… via Coalition for Family Unity", from, StringComparison.Ordinal);
        Assert.InRange(from.Length, 100, 160);
    }

    [Theory]
    [InlineData("Short.", 20, "Short.")]
    [InlineData("I write because of the children", 20, "I write because of…")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", 20, "Donaudampfschifffah…")]
    public void A_text_that_is_too_long_is_cut_behind_a_word(string text, int most, string shortened)
    {
        Assert.Equal(shortened, PlainText.Shorten(text, most));
    }

    [Theory]
    [InlineData("Kim", "You assholes", null, "44113", "assholes")]
    [InlineData("Kim", "Families", "You are bitches.", "44113", "bitches")]
    [InlineData("Fucker", "Families", null, "44113", "Fucker")]
    [InlineData("Kim", "Families", null, "Shitville", "Shitville")]
    public void What_is_obscene_anywhere_in_the_letter_waits_for_staff(string first, string subject, string? own, string code, string found)
    {
        var person = new SupporterPerson { FirstName = first, LastName = "Doe", PostalCode = code };

        var doubt = TextCheck.Doubt("Please stop this now, all of you.", Draft, [subject, own, .. SupporterLetter.SignatureOf(person)], 0.2, default);

        Assert.Equal($"The subject, name, address or own sentence contains “{found}”.", doubt);
    }

    [Theory]
    [InlineData("[[Please end these separations and give every family back.]]\n\nI write because of the children. {{own-sentence}}", "Please end these separations and give every family back.", true)]
    [InlineData("[[Please end these separations and give every family back.]]\n\nI write because of the children. {{own-sentence}}", "Please end these separations and give every family back. I teach four of those children.", false)]
    [InlineData("[[Please end these separations and give every family back.]] Thank you. {{own-sentence}}", "Please end these separations and give every family back. Thank you.", false)]
    [InlineData("[[Please end these separations and give every family back.]]", "Please end these separations and give every family back.", false)]
    public void Passages_that_must_stay_do_not_fill_an_empty_text(string draft, string text, bool waits)
    {
        Assert.Equal(waits ? "The text is nearly empty." : null, TextCheck.Doubt(text, DraftText.Parse(draft), [], 0.5, default));
    }

    private static Supporter Writes(SupportersAction action) => Supporter.Of(
        action, new SupporterPerson { FirstName = "Kim", LastName = "Doe", Email = "kim@mail.example", State = "Ohio", PostalCode = "44113" },
        new("Families", "Please keep families together, all of them.", null, 0), "KF-1234-567", "somewhere", Noon);

    private static SupportersAction AnAction()
    {
        var action = SupportersAction.Draft("families", new ActionContent { Title = "Families", Draft = "Please keep families together." }, null, Noon);
        action.Add(Target.Of(action, 1, new TargetFacts("The White House", "Dear President,", Channel.Mail) { Email = "post@house.example" }, Noon));
        action.Add(Target.Of(action, 2, new TargetFacts("The Secretary", "Dear Secretary,", Channel.WebForm) { Form = "https://secretary.example/contact" }, Noon));
        action.Add(Target.Of(action, 3, new TargetFacts("The Clerk", "Dear Clerk,", Channel.Print) { PostalAddress = ["1 Street"] }, Noon));
        action.Open(null, Noon);
        return action;
    }
}
