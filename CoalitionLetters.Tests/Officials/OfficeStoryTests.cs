using System.Net;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>An office answers: its staff prepare, the principal signs, or it says no.</summary>
[Trait("Needs", "Database")]
public sealed class OfficeStoryTests
{
    [Fact]
    public async Task Staff_of_the_office_prepare_and_the_principal_signs()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        var form = await app.PrepareAsync("Maine");
        var prepared = await app.StandingAsync("Maine");
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));
        var looked = await app.StandingAsync("Maine");
        await principal.PressAsync("Sign the letter");

        var signed = await app.StandingAsync("Maine");
        var signature = await app.ReadAsync(db => db.Signatures.SingleAsync());
        Assert.Contains("The coalition keeps one for principal@maine.example.org", form.Text, StringComparison.Ordinal);
        Assert.Equal((SeatAnswer.Prepared, SeatAnswer.Prepared, SeatAnswer.Signed), (prepared.Answer, looked.Answer, signed.Answer));
        Assert.Contains("Janet T. Mills is on the list now. The coalition keeps a mail for you", principal.Text, StringComparison.Ordinal);
        Assert.Equal(("Janet T. Mills", "Attorney General of Maine", "Maine"), (signature.Listing.Name, signature.Listing.Title, signature.Listing.State));
        Assert.Contains("Janet T. Mills, Attorney General of Maine", signature.AuthorityStatement, StringComparison.Ordinal);
        Assert.Equal(await app.ReadAsync(db => db.Letters.Select(l => l.CurrentTextId).SingleAsync()), signature.TextVersionId);
    }

    [Fact]
    public async Task When_the_words_change_in_substance_whoever_signed_for_an_office_agrees_by_a_link_of_their_own()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");
        await app.PrepareAsync("Oregon");
        var approval = await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Oregon"), "office-approval");
        await using (var db = app.OpenDb())
        {
            var draft = await db.Letters.SingleAsync(TestContext.Current.CancellationToken);
            draft.SaveDraft(draft.Content with { Body = "We ask you to resign." }, draft.Revision);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.RunAsync<ChangeLetter>(async story => await story.ChangeTextAsync(Offices.Slug, await app.ReadAsync(db => db.Letters.Select(l => l.StateRevision).SingleAsync()), EditClass.Substantive, Offices.Staff));
        var older = await app.Browser().VisitAsync(approval);
        foreach (var jurisdiction in new[] { "Maine", "Oregon" })
        {
            var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf(jurisdiction), "agree-again"));
            await principal.PressAsync(principal.Page.QuerySelector("main form button")!);
        }

        var signatures = await app.ReadAsync(db => db.Signatures.Join(db.TextVersions, s => s.TextVersionId, v => v.Id, (s, v) => new { s.Status, v.Number }).ToListAsync());
        Assert.Contains("Our newest mail to whoever signs has a link that shows the new text and agrees to it.", older.Text, StringComparison.Ordinal);
        Assert.Empty(older.Page.QuerySelectorAll("main form"));
        Assert.All(signatures, signature => Assert.Equal((SignatureStatus.Listed, 2), (signature.Status, signature.Number)));
        Assert.Equal("office-signed", (await app.Mailbox.NewestToAsync(Offices.ContactOf("Oregon"))).Kind);
    }

    [Fact]
    public async Task With_a_mail_server_offices_are_told_that_a_mail_was_sent()
    {
        await using var app = await TestApp.StartAsync(settings: [("Mail:Host", "127.0.0.1"), ("Mail:From", "letters@unity.example")]);
        await Offices.OpenAsync(app);

        var form = await app.PrepareAsync("Maine");
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));
        await principal.PressAsync("Sign the letter");

        Assert.Contains("We have sent a mail to principal@maine.example.org", form.Text, StringComparison.Ordinal);
        Assert.Contains("We have sent you a mail with a link to correct", principal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_deputy_signs_for_the_principal()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        await app.PrepareAsync("Maine", ("who", "deputy"), ("deputy", "Linda Pistner"), ("deputy-title", "Chief Deputy"), ("mail", "deputy@maine.example.org"));
        var deputy = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("deputy@maine.example.org", "office-approval"));
        await deputy.PressAsync("Sign the letter");

        var signature = await app.ReadAsync(db => db.Signatures.SingleAsync());
        Assert.Equal(("Janet T. Mills", "Linda Pistner", SignatureStatus.Listed), (signature.Listing.Name, signature.Signer.Name, signature.Status));
    }

    [Fact]
    public async Task A_form_with_gaps_says_what_each_field_needs_and_loses_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var browser = await app.InviteAsync("Maine");

        await browser.SubmitAsync(("name", "Janet Mills"), ("title", ""), ("mail", "principal"), ("staff-mail", "sam@maine.example.org"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal(["Enter the office as it should be printed", "Choose who gives the signature", "Enter a full work e-mail address, like name@nmag.gov"],
            browser.Page.QuerySelectorAll(".errors li").Select(li => li.TextContent));
        Assert.Equal("Janet Mills", browser.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task The_letters_own_questions_are_asked_and_the_principal_sees_the_answers()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await Offices.OpenAsync(app);
        await AskAsync(app, letter.Id, new("joint", "Will your office join the press call?", QuestionKind.Tick), new("spokesperson", "Who speaks for the office?", QuestionKind.Line, Required: true));

        var form = await app.PrepareAsync("Maine", ("answer-joint", "yes"));
        var asked = form.Errors;
        await form.SubmitAsync(("answer-spokesperson", "Sam Example"));
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));
        await principal.PressAsync("Sign the letter");

        Assert.Equal("Answer this: Who speaks for the office?", Assert.Single(asked));
        var answers = await app.ReadAsync(db => db.Signatures.Select(s => s.Answers).SingleAsync());
        Assert.Equal([("joint", "yes"), ("spokesperson", "Sam Example")], answers.Select(answer => (answer.Key, answer.Value)).Order());
    }

    [Fact]
    public async Task Of_two_officials_of_one_jurisdiction_who_sign_at_once_on_two_nodes_one_is_listed_and_one_waits()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await SeatsTests.ChangeRulesAsync(app, rules => rules with { OnePerJurisdiction = false });
        var second = new SeatDetails { State = "Maine", Name = "Sam Other", Title = "Acting Attorney General of Maine", ContactEmail = "other@maine.example.org" };
        await app.RunAsync<KeepSeats>(story => story.AddAsync(Offices.Slug, second, Offices.Staff));
        await SeatsTests.ChangeRulesAsync(app, rules => rules with { OnePerJurisdiction = true });
        await app.SendInvitationsAsync(await app.ReadAsync(db => db.Seats.AsNoTracking().Where(s => s.Details.Jurisdiction == "Maine").ToListAsync()));
        foreach (var (contact, approver) in new[] { (Offices.ContactOf("Maine"), "first@maine.example.org"), ("other@maine.example.org", "second@maine.example.org") })
        {
            var form = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(contact, "office-invitation"));
            await form.SubmitAsync(("who", "principal"), ("mail", approver), ("staff-mail", contact));
        }

        await using var node = await TestApp.StartAsync(isSetUp: false, settings: [.. app.Settings.Select(s => (s.Key, s.Value))]);
        var (here, there) = (app.Browser(), node.Browser());
        await here.VisitAsync(await app.Mailbox.LinkToAsync("first@maine.example.org", "office-approval"));
        await there.VisitAsync(await app.Mailbox.LinkToAsync("second@maine.example.org", "office-approval"));
        await Task.WhenAll(Task.Run(() => here.PressAsync("Sign the letter")), Task.Run(() => there.PressAsync("Sign the letter")));

        var given = await app.ReadAsync(db => db.Signatures.AsNoTracking().ToListAsync());
        Assert.Equal([SignatureStatus.Held, SignatureStatus.Listed], given.Select(signature => signature.Status).OrderDescending());
        Assert.Equal(1, await app.ReadAsync(db => db.Set<CoalitionLetters.Counting.Tally>().Select(t => t.Count).SingleAsync()));
        Assert.Single(new[] { here, there }, browser => browser.Text.Contains("For Maine a signature stands already", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_pressed_twice_at_once_on_two_nodes_signs_once()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.PrepareAsync("Maine");
        var link = await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval");
        await using var node = await TestApp.StartAsync(isSetUp: false, settings: [.. app.Settings.Select(s => (s.Key, s.Value))]);
        var (here, there) = (await app.Browser().VisitAsync(link), await node.Browser().VisitAsync(link));

        await Task.WhenAll(Task.Run(() => here.PressAsync("Sign the letter")), Task.Run(() => there.PressAsync("Sign the letter")));

        Assert.Equal(["Signed. Thank you", "Signed. Thank you"], new[] { here, there }.Select(browser => browser.Page.QuerySelector("h1")!.TextContent));
        Assert.Single(await app.Mailbox.AllToAsync(Offices.PrincipalOf("Maine")), mail => mail.Kind == "office-signed");
    }

    [Fact]
    public async Task The_one_who_prepares_cannot_send_the_signing_link_to_themselves()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        var browser = await app.PrepareAsync("Maine", ("mail", Offices.ContactOf("Maine")));

        Assert.Contains("Enter the approver’s own address", Assert.Single(browser.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(await app.Mailbox.AllToAsync(Offices.ContactOf("Maine")), mail => mail.Kind == "office-approval");
    }

    [Fact]
    public async Task Preparing_again_corrects_and_ends_the_earlier_link()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.PrepareAsync("Maine");
        var earlier = await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval");

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.PrepareAsync("Maine", ("name", "Janet Trafton Mills"));
        var first = await app.Browser().VisitAsync(earlier);
        var second = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));
        var statement = second.Page.QuerySelector(".statement")!.TextContent;
        await second.PressAsync("Sign the letter");

        Assert.Equal("This link has been replaced", first.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Janet Trafton Mills"], await app.ReadAsync(db => db.Signatures.Listed().Select(s => s.Listing.Name).ToListAsync()));
        Assert.Contains("in the name of Janet Trafton Mills, Attorney General of Maine", statement, StringComparison.Ordinal);
        Assert.Equal(statement, await app.ReadAsync(db => db.Signatures.Select(s => s.AuthorityStatement).SingleAsync()));
        Assert.Equal(1, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task Links_that_were_used_invented_or_came_too_late_have_their_answers()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");
        await app.PrepareAsync("Iowa");

        var used = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));
        var office = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.ContactOf("Maine"), "office-invitation"));
        var invented = await app.Browser().VisitAsync("/approvals/not-a-key-that-was-ever-given");
        app.Clock.Advance(TimeSpan.FromDays(10));
        var late = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Iowa"), "office-approval"));
        var lateForm = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.ContactOf("Iowa"), "office-invitation"));

        Assert.Equal("Signed. Thank you", used.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Your office has signed Janet T. Mills, Attorney General of Maine, signed on", office.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "This link is not known here"), (invented.Status, invented.Page.QuerySelector("h1")!.TextContent));
        Assert.Equal((HttpStatusCode.Gone, "The letter is closed"), (late.Status, late.Page.QuerySelector("h1")!.TextContent));
        Assert.Equal(HttpStatusCode.Gone, lateForm.Status);
    }

    [Fact]
    public async Task An_office_declines_with_a_reason_gets_no_reminder_and_may_change_its_mind()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.PrepareAsync("Maine");
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Maine"), "office-approval"));

        await principal.FollowAsync("Our office does not sign");
        await principal.PressAsync("Tell the coalition that we do not sign", ("reason", "We write on our own."));
        var declined = await app.StandingAsync("Maine");
        var reminded = await Assert.ThrowsAsync<CoalitionLetters.Data.RuleBrokenException>(() => app.SendInvitationsAsync(declined.Seat));
        var again = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.ContactOf("Maine"), "office-invitation"));
        await again.SubmitAsync(("who", "principal"), ("mail", Offices.PrincipalOf("Maine")), ("staff-mail", Offices.ContactOf("Maine")));

        Assert.Equal((SeatAnswer.Declined, "We write on our own."), (declined.Answer, declined.Seat.DeclineReason));
        Assert.Contains("have answered already", reminded.Message, StringComparison.Ordinal);
        Assert.Equal(SeatAnswer.Prepared, (await app.StandingAsync("Maine")).Answer);
    }

    [Fact]
    public async Task A_second_official_of_a_jurisdiction_is_thanked_and_staff_see_both()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await SeatsTests.ChangeRulesAsync(app, rules => rules with { OnePerJurisdiction = false });
        await app.RunAsync<KeepSeats>(story => story.AddAsync(Offices.Slug,
            new SeatDetails { State = "Maine", Name = "Sam Other", Title = "Acting Attorney General of Maine", ContactEmail = "other@maine.example.org" }, Offices.Staff));
        await SeatsTests.ChangeRulesAsync(app, rules => rules with { OnePerJurisdiction = true });
        await SignSecondAsync(app);

        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("acting@maine.example.org", "office-approval"));
        await principal.PressAsync("Sign the letter");

        var held = await app.ReadAsync(db => db.Signatures.SingleAsync(s => s.Listing.Name == "Sam Other"));
        Assert.Contains("For Maine a signature stands already", principal.Text, StringComparison.Ordinal);
        Assert.Equal(SignatureStatus.Held, held.Status);
        Assert.StartsWith("Maine has signed already: Janet T. Mills (", held.Reason, StringComparison.Ordinal);
        Assert.Equal(["Janet T. Mills"], await app.ReadAsync(db => db.Signatures.Listed().Select(s => s.Listing.Name).ToListAsync()));
    }

    [Theory]
    [InlineData("principal@gmail.com", "staff@maine.example.org", "It was approved from gmail.com, which is not on the list of official domains.")]
    [InlineData("principal@maine.example.org", "sam@gmail.com", "The office's staff wrote from gmail.com, which is not on the list of official domains.")]
    [InlineData("principal@ag.maine.gov", "staff@maine.example.org", null)]
    public async Task Where_official_domains_are_demanded_others_wait_for_staff_with_the_reason(string approver, string staff, string? reason)
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, new CirculationRules { DemandsOfficialDomains = true, OfficialDomains = ["gov"] });

        await app.PrepareAsync("Maine", ("mail", approver), ("staff-mail", staff));
        var principal = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(approver, "office-approval"));
        await principal.PressAsync("Sign the letter");

        var standing = await app.StandingAsync("Maine");
        Assert.Equal((reason is null ? SeatAnswer.Signed : SeatAnswer.Held, reason), (standing.Answer, standing.Reason));
    }

    [Fact]
    public async Task Whoever_signed_withdraws_like_any_signer()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");

        var manage = TestMailbox.LinksIn(await app.Mailbox.NewestToAsync(Offices.PrincipalOf("Maine"), "office-signed"))[0];
        var browser = await app.Browser().VisitAsync(manage);
        Assert.DoesNotContain("organization", browser.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("You no longer stand behind the letter.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("organization", (await app.Browser().VisitAsync($"{manage}/erasure")).Text, StringComparison.OrdinalIgnoreCase);
        await browser.VisitAsync($"{manage}/withdrawal");
        await browser.PressAsync("Withdraw our signature");

        Assert.Equal(SeatAnswer.Withdrawn, (await app.StandingAsync("Maine")).Answer);
        var office = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.ContactOf("Maine"), "office-invitation"));
        Assert.Contains("Your office’s signature was withdrawn on", office.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(TestMailbox.LinksIn(await app.Mailbox.NewestToAsync(Offices.ContactOf("Maine"), "office-signed")), link => link.StartsWith("/signatures/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_colleague_who_fills_in_the_form_after_the_signature_is_told_and_staff_read_of_it()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var colleague = await app.InviteAsync("Maine");
        await app.SignForAsync("Maine");

        await colleague.SubmitAsync(("name", "Somebody Else"), ("who", "principal"), ("mail", "else@maine.example.org"), ("staff-mail", Offices.ContactOf("Maine")));

        Assert.Equal("Your office has signed", colleague.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(await app.ReadAsync(db => db.Set<HistoryEntry>().Select(e => e.What).ToListAsync()), what => what.StartsWith("filled in the form of Maine again", StringComparison.Ordinal));
        Assert.Empty(await app.Mailbox.AllToAsync("else@maine.example.org"));
    }

    [Fact]
    public async Task The_public_form_of_a_letter_with_seats_leads_offices_to_their_link()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        var browser = await app.Browser().VisitAsync($"/letters/{Offices.Slug}/sign");

        Assert.Equal("Offices sign by their own link", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Empty(browser.Page.QuerySelectorAll("form"));
        await browser.VisitAsync($"/letters/{Offices.Slug}");
        Assert.Equal(["Offices sign by their own link"], browser.Page.QuerySelectorAll("a[href$='/sign']").Select(link => link.TextContent));
    }

    [Fact]
    public async Task The_page_of_a_letter_in_Spanish_speaks_Spanish_to_offices()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app, change: content => content with { Language = "es" });

        var browser = await app.InviteAsync("Maine");

        Assert.Equal("Firmar por Maine", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("¿Firmará su oficina?", (await app.Mailbox.NewestToAsync(Offices.ContactOf("Maine"), "office-invitation")).Subject, StringComparison.Ordinal);
    }

    private static async Task AskAsync(TestApp app, Guid letterId, params LetterQuestion[] questions)
    {
        await using var db = app.OpenDb();
        var letter = await db.Letters.SingleAsync(l => l.Id == letterId);
        letter.SetRules(letter.ListsAtOnce, letter.AuthorityStatement, questions, letter.RetentionDays, letter.ReconsentDays);
        await db.SaveChangesAsync();
    }

    private static async Task SignSecondAsync(TestApp app)
    {
        var seat = await app.ReadAsync(db => db.Seats.AsNoTracking().SingleAsync(s => s.Details.Name == "Janet T. Mills"));
        await app.RunAsync<SignForOffice>(story => story.RunAsync(Offices.Slug, seat.Id, CameBy.Mail, "letter of June 15", Offices.Staff));
        var other = await app.ReadAsync(db => db.Seats.AsNoTracking().SingleAsync(s => s.Details.Name == "Sam Other"));
        await app.SendInvitationsAsync(other);
        var browser = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("other@maine.example.org", "office-invitation"));
        await browser.SubmitAsync(("who", "principal"), ("mail", "acting@maine.example.org"), ("staff-mail", "other@maine.example.org"));
    }
}
