using System.Net;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Invitations;

/// <summary>An organization is asked, answers behind its link, and the desk knows.</summary>
[Trait("Needs", "Database")]
public sealed class InvitationTests : IAsyncLifetime
{
    private const string Contact = "kim@council31.example";

    private static readonly Actor ada = new("Ada Example");

    private TestApp app = null!;
    private Letter letter = null!;
    private Organization union = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        letter = await FamilyUnity.OpenAsync(app, signatories: 3);
        union = Organization.Named("AFSCME Council 31", OrganizationKind.Union, Scope.State, "Illinois", null, "https://council31.example", app.Clock.Now);
        await app.SaveAsync(union);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_invited_organization_finds_its_form_filled_in_and_its_signature_belongs_to_its_record()
    {
        var id = await InvitedAsync();
        var browser = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Contact, "invitation"));

        Assert.Equal(("AFSCME Council 31", "Kim Example", Contact), (Value(browser, "name"), Value(browser, "person"), Value(browser, "mail")));
        Assert.Equal("state", browser.Page.QuerySelector("input[name=where]:checked")!.GetAttribute("value"));
        Assert.Contains("This is the form for AFSCME Council 31.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(("title", "Executive Director"), ("name", "AFSCME, Council 31"), ("authority", "yes"));
        Assert.Contains("One step is left", browser.Text, StringComparison.Ordinal);
        Assert.Equal(InvitationState.Signing, (await StandingAsync(id)).State);

        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Contact, "confirm-signature"))).PressAsync("Confirm our signature");
        var standing = await StandingAsync(id);
        Assert.Equal((InvitationState.Signed, false, false), (standing.State, standing.IsSignedAnotherWay, standing.IsUnderAnotherName));
        Assert.Equal(union.Id, (await app.SignatureOfAsync("AFSCME, Council 31")).OrganizationId);
        Assert.Equal(["put AFSCME Council 31 on the list of those to invite", "invited AFSCME Council 31", $"signed by its invitation, {standing.Signature!.Reference}"], await HistoryAsync(id));
    }

    [Fact]
    public async Task A_link_says_what_has_become_of_it_and_opening_it_changes_nothing()
    {
        var id = await InvitedAsync();
        var link = await app.Mailbox.LinkToAsync(Contact, "invitation");

        await app.Browser().VisitAsync(link);
        await app.Browser().VisitAsync($"{link}/refusal");
        Assert.Equal(InvitationState.Sent, (await StandingAsync(id)).State);

        Assert.Contains("This link is not known here", await TextAsync("/invitations/an-invented-key", HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Contains("This link is not known here", await TextAsync($"/invitations/{new string('x', 500)}", HttpStatusCode.NotFound), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Contains("This letter is closed for signatures", await TextAsync(link, HttpStatusCode.Gone), StringComparison.Ordinal);

        await app.RunAsync<SendInvitations>(story => story.WithdrawAsync(letter.Slug, [id], ada));
        Assert.Contains("This invitation was withdrawn", await TextAsync(link, HttpStatusCode.Gone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_link_says_who_has_signed_and_takes_no_second_form()
    {
        await InvitedAsync();
        var link = await app.Mailbox.LinkToAsync(Contact, "invitation");
        var late = await app.Browser().VisitAsync(link);
        await (await app.Browser().VisitAsync(link)).SubmitAsync(("title", "Director"), ("authority", "yes"));
        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Contact, "confirm-signature"))).PressAsync("Confirm our signature");

        Assert.Contains("AFSCME Council 31 has signed.", await TextAsync(link, HttpStatusCode.OK), StringComparison.Ordinal);
        await late.SubmitAsync(("title", "Director"), ("authority", "yes"));
        Assert.Contains("Your organization has signed", late.Text, StringComparison.Ordinal);
        Assert.Single(await app.ReadAsync(db => db.Signatures.Where(s => s.OrganizationId == union.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_link_ends_with_its_time_and_with_another_address()
    {
        letter = await FamilyUnity.OpenAsync(app, 0, "long-letter", closesAt: app.Clock.Now.AddDays(90));
        var id = await InvitedAsync();
        var first = await app.Mailbox.LinkToAsync(Contact, "invitation");
        await app.RunAsync<InviteOrganization>(async story => await story.CorrectAsync(id, (await StandingAsync(id)).Invitation.Revision, "Lee Example", "lee@council31.example", null, ada));
        Assert.Contains("This link is no longer good", await TextAsync(first, HttpStatusCode.Gone), StringComparison.Ordinal);

        await app.RunAsync<SendInvitations>(story => story.SendAgainAsync(letter.Slug, id, ada));
        var second = await app.Mailbox.LinkToAsync("lee@council31.example", "invitation");
        Assert.Contains("This is the form for AFSCME Council 31.", await TextAsync(second, HttpStatusCode.OK), StringComparison.Ordinal);

        app.Clock.Advance(InvitationKey.Life);
        Assert.Contains("This link is no longer good", await TextAsync(second, HttpStatusCode.Gone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_says_behind_a_button_that_it_does_not_sign_and_may_change_its_mind()
    {
        var id = await InvitedAsync();
        var link = await app.Mailbox.LinkToAsync(Contact, "invitation");
        var browser = await app.Browser().VisitAsync(link);

        await browser.FollowAsync("We will not sign");
        await browser.PressAsync("We will not sign", ("reason", "The board is against it"));
        Assert.Contains("We have noted it", browser.Text, StringComparison.Ordinal);
        var standing = await StandingAsync(id);
        Assert.Equal((InvitationState.Declined, "The board is against it"), (standing.State, standing.Invitation.DeclineReason));
        await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SendInvitations>(story => story.RemindAsync(letter.Slug, [id], ada)));

        await browser.VisitAsync(link);
        Assert.Contains("You told us on", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(("title", "Director"), ("authority", "yes"));
        Assert.Equal(InvitationState.Signing, (await StandingAsync(id)).State);
    }

    [Fact]
    public async Task An_organization_is_reminded_once_with_a_link_that_works_beside_the_first()
    {
        var id = await InvitedAsync();
        var first = await app.Mailbox.LinkToAsync(Contact, "invitation");

        await app.RunAsync<SendInvitations>(story => story.RemindAsync(letter.Slug, [id], ada));

        var mails = await app.Mailbox.AllToAsync(Contact);
        Assert.Equal(["Will AFSCME Council 31 sign?", "A reminder for AFSCME Council 31:"], mails.Select(mail => mail.Subject[..mail.Subject.IndexOfAny(['?', ':'])] + (mail.Subject.Contains('?', StringComparison.Ordinal) ? "?" : ":")));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SendInvitations>(story => story.RemindAsync(letter.Slug, [id], ada)));
        Assert.Contains("reminded already", refused.Message, StringComparison.Ordinal);
        foreach (var link in (IEnumerable<string>)[first, TestMailbox.LinksIn(mails[1])[0]])
        {
            Assert.Contains("This is the form for AFSCME Council 31.", await TextAsync(link, HttpStatusCode.OK), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_has_signed_another_way_gets_no_mail_and_counts_as_signed()
    {
        var id = await PlannedAsync();
        await app.SignAndConfirmAsync("AFSCME Council 31", "lee@council31.example");

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SendInvitations>(story => story.SendAsync(letter.Slug, [id], ada)));

        Assert.StartsWith("None of these can be sent", refused.Message, StringComparison.Ordinal);
        var standing = await StandingAsync(id);
        Assert.Equal((InvitationState.Signed, true), (standing.State, standing.IsSignedAnotherWay));
        Assert.Empty(await app.Mailbox.AllToAsync(Contact));
    }

    [Fact]
    public async Task A_form_filled_in_for_another_body_does_not_join_the_invited_one()
    {
        var id = await InvitedAsync();
        var browser = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Contact, "invitation"));

        await browser.SubmitAsync(("name", "Water Trust of the Valley"), ("title", "Director"), ("authority", "yes"));

        Assert.NotEqual(union.Id, (await app.SignatureOfAsync("Water Trust of the Valley")).OrganizationId);
        Assert.True((await StandingAsync(id)).IsUnderAnotherName);
    }

    [Fact]
    public async Task What_needs_another_look_keeps_what_was_typed()
    {
        await InvitedAsync();
        var browser = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Contact, "invitation"));

        await browser.SubmitAsync(("mail", "nobody"), ("title", "Director"), ("authority", "yes"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal(("AFSCME Council 31", "nobody"), (Value(browser, "name"), Value(browser, "mail")));
        Assert.Contains("We will not sign", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mailed_secret_is_kept_as_its_hash_alone()
    {
        await InvitedAsync();
        var key = (await app.Mailbox.LinkToAsync(Contact, "invitation")).Split('/')[^1];

        var kept = await app.ReadAsync(db => db.InvitationKeys.Select(k => k.Hash).SingleAsync());

        Assert.Equal(new MailKey(key).Hash, kept);
    }

    [Fact]
    public async Task A_letter_in_Spanish_asks_and_answers_in_Spanish()
    {
        letter = await FamilyUnity.OpenAsync(app, 0, "cartas", content => content with { Language = "es" });
        await InvitedAsync();
        var mail = await app.Mailbox.NewestToAsync(Contact, "invitation");
        var browser = await app.Browser().VisitAsync(TestMailbox.LinksIn(mail)[0]);

        Assert.StartsWith("¿Firmará AFSCME Council 31?", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Este es el formulario para AFSCME Council 31.", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("No vamos a firmar");
        await browser.PressAsync("No vamos a firmar");
        Assert.Contains("Lo hemos anotado", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitations_wait_until_the_letter_is_open()
    {
        letter = ALetter.Draft();
        await app.SaveAsync(letter);
        var id = await PlannedAsync();

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SendInvitations>(story => story.SendAsync(letter.Slug, [id], ada)));

        Assert.Equal("Invitations can be sent while the letter is open.", refused.Message);
    }

    [Fact]
    public async Task An_organization_is_asked_once_and_a_person_at_a_real_address()
    {
        await PlannedAsync();

        var twice = await Assert.ThrowsAsync<RuleBrokenException>(() => PlannedAsync());
        Assert.Equal("AFSCME Council 31 is invited already.", twice.Message);
        var wrong = Assert.Throws<RuleBrokenException>(() => Invitation.To(union.Id, letter, null, "Kim <kim@council31.example>", app.Clock.Now));
        Assert.Contains("is not a mail address", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_gives_the_words_that_staff_added_before_its_link()
    {
        await InvitedAsync();

        var mail = await app.Mailbox.NewestToAsync(Contact);

        Assert.Matches("(?s)We stood together in 2014\\..*Dana.*/invitations/", mail.Text);
    }

    [Fact]
    public async Task Who_was_asked_is_forgotten_after_the_letters_term_and_that_they_were_asked_stays()
    {
        var id = await InvitedAsync();
        await using (var db = app.OpenDb())
        {
            (await db.Letters.SingleAsync(l => l.Id == letter.Id, TestContext.Current.CancellationToken)).Close(app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.RunJobAsync<ForgetInvited>();
        Assert.Equal(Contact, (await StandingAsync(id)).Invitation.Email);
        app.Clock.Advance(TimeSpan.FromDays(letter.RetentionDays + 1));
        await app.RunJobAsync<ForgetInvited>();

        var invitation = (await StandingAsync(id)).Invitation;
        Assert.Equal((null, null, null), (invitation.Email, invitation.ContactName, invitation.Message));
        Assert.NotNull(invitation.SentAt);
        Assert.Empty(await app.ReadAsync(db => db.InvitationKeys.ToListAsync()));
    }

    [Fact]
    public async Task A_contact_of_the_directory_is_forgotten_two_years_after_anybody_needed_it()
    {
        var idle = Organization.Named("River Union", OrganizationKind.Union, Scope.National, null, null, null, app.Clock.Now);
        await app.SaveAsync(idle);
        await app.SaveAsync(OrganizationContact.At(idle.Id, "Bo", null, "bo@river.example", null, app.Clock.Now), OrganizationContact.At(union.Id, "Kim", null, Contact, null, app.Clock.Now));
        app.Clock.Advance(ForgetIdleContacts.Term - TimeSpan.FromDays(1));
        await app.RunJobAsync<ForgetIdleContacts>();
        Assert.Equal(2, await app.ReadAsync(db => db.OrganizationContacts.CountAsync()));
        await app.SaveAsync(Invitation.To(union.Id, letter, "Kim", Contact, app.Clock.Now));

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobAsync<ForgetIdleContacts>();

        Assert.Equal(["Kim"], await app.ReadAsync(db => db.OrganizationContacts.Select(c => c.Name).ToListAsync()));
    }

    private async Task<Guid> PlannedAsync()
    {
        Guid id = default;
        await app.RunAsync<InviteOrganization>(async story => id = await story.RunAsync(letter.Slug, union.Id, "Kim Example", Contact, "We stood together in 2014.\nDana", ada));
        return id;
    }

    private async Task<Guid> InvitedAsync()
    {
        var id = await PlannedAsync();
        await app.RunAsync<SendInvitations>(story => story.SendAsync(letter.Slug, [id], ada));
        return id;
    }

    private async Task<InvitationStanding> StandingAsync(Guid id) => Assert.Single(await app.ReadAsync(db => db.InvitationsOfAsync(letter.Id, id)));

    private Task<List<string>> HistoryAsync(Guid id) => app.ReadAsync(db => db.History.About(Subject.Of<Invitation>(id)).OrderBy(e => e.Id).Select(e => e.What).ToListAsync());

    private async Task<string> TextAsync(string address, HttpStatusCode status)
    {
        var browser = await app.Browser().VisitAsync(address);
        Assert.Equal(status, browser.Status);
        return browser.Text;
    }

    private static string? Value(Browser browser, string field) => browser.Page.QuerySelector($"[name={field}]")!.GetAttribute("value");
}
