using CoalitionLetters.Counting;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>An open letter changes in substance: every signer is asked, nobody is listed under words they never agreed to, and pages say what is so.</summary>
[Trait("Needs", "Database")]
public sealed class ConsentTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Ana = new("Ana Reyes", Guid.NewGuid());

    [Fact]
    public async Task Each_signer_gets_one_mail_that_shows_what_changed_and_the_button_behind_it_lists_them_again()
    {
        await SignedAsync("asked", "River Trust", "Lake Trust");

        await ChangeAsync("asked", "We ask you to resign.\n\nToday.");
        var mails = await app.Mailbox.AllToAsync(Mail("asked", "River Trust"));
        var link = await app.Mailbox.LinkToAsync(Mail("asked", "River Trust"), "agree-again");
        var signer = await app.Browser().VisitAsync(link);
        var (page, changes) = (signer.Text, signer.Page.QuerySelector(".change")!.TextContent);
        var lines = signer.Page.QuerySelectorAll(".change dd").Select(dd => dd.TextContent.Trim()).ToList();
        await signer.PressAsync("Agree for River Trust");

        Assert.Single(mails, mail => mail.Kind == "agree-again");
        Assert.Contains("We ask you to resign.", mails[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Until you agree to it, River Trust is not listed or counted.", page, StringComparison.Ordinal);
        Assert.Contains("resign", changes, StringComparison.Ordinal);
        Assert.All(lines, text => Assert.NotEqual("", text));
        Assert.Contains("River Trust agrees to text version 2, is on the list and counts.", signer.Text, StringComparison.Ordinal);
        Assert.Equal("1: River Trust", await PublicAsync("asked"));
        Assert.Equal(2, await VersionOfAsync("asked", "River Trust"));
        Assert.Equal("agreed to text version 2", await NewestAsync(await StoredAsync("asked", "River Trust")));
    }

    [Fact]
    public async Task The_page_behind_an_older_private_link_has_the_same_button()
    {
        await SignedAsync("older", "River Trust");
        var manage = await app.ManageLinkToAsync(Mail("older", "River Trust"));
        await ChangeAsync("older");

        var signer = await app.Browser().VisitAsync(manage);
        var standing = signer.Text;
        await signer.PressAsync("Agree for River Trust");

        Assert.Contains("Waits for your agreement to the new words; not listed or counted", standing, StringComparison.Ordinal);
        Assert.DoesNotContain("the coalition looks at it", standing, StringComparison.Ordinal);
        Assert.Contains("Listed and counted", signer.Text, StringComparison.Ordinal);
        Assert.Equal("1: River Trust", await PublicAsync("older"));
    }

    [Fact]
    public async Task Words_that_change_once_more_while_they_are_read_are_shown_and_not_agreed_to()
    {
        await SignedAsync("more", "River Trust");
        await ChangeAsync("more");
        var signer = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Mail("more", "River Trust"), "agree-again"));
        await ChangeAsync("more", "We ask you to resign today.");

        await signer.PressAsync("Agree for River Trust");
        var (told, version) = (signer.Text, await VersionOfAsync("more", "River Trust"));
        await signer.PressAsync("Agree for River Trust");

        Assert.Contains("have changed since you opened this page. This is version 3", told, StringComparison.Ordinal);
        Assert.Equal((1, 3), (version, await VersionOfAsync("more", "River Trust")));
    }

    [Fact]
    public async Task A_signer_who_does_not_agree_withdraws_from_the_same_page()
    {
        await SignedAsync("no", "River Trust");
        await ChangeAsync("no");

        var signer = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Mail("no", "River Trust"), "agree-again"));
        await signer.FollowAsync("We do not agree: withdraw the signature");
        await signer.PressAsync("Withdraw our signature");

        Assert.Equal(SignatureStatus.Withdrawn, (await StoredAsync("no", "River Trust")).Status);
    }

    [Fact]
    public async Task One_that_was_not_confirmed_yet_is_confirmed_by_agreeing_behind_the_link_that_would_have_confirmed_it()
    {
        await OpenAsync("unconfirmed");
        await app.SignAsync("River Trust", Mail("unconfirmed", "River Trust"), "unconfirmed");
        var confirm = await app.Mailbox.LinkToAsync(Mail("unconfirmed", "River Trust"), "confirm-signature");
        await ChangeAsync("unconfirmed");

        var signer = await app.Browser().VisitAsync(confirm);
        var asked = signer.Text;
        await signer.PressAsync("Agree for River Trust");

        Assert.Contains("If you agree to it, the signature is confirmed too.", asked, StringComparison.Ordinal);
        Assert.Contains("River Trust is on the list and counts.", signer.Text, StringComparison.Ordinal);
        Assert.Equal((SignatureStatus.Listed, 2), ((await StoredAsync("unconfirmed", "River Trust")).Status, await VersionOfAsync("unconfirmed", "River Trust")));
    }

    [Fact]
    public async Task Staff_list_nobody_whose_signer_has_not_agreed_and_are_told_how_many_were_left_out()
    {
        var letter = await SignedAsync("left-out", "River Trust", "Lake Trust", "Hill Trust");
        await ChangeAsync("left-out");
        var held = await app.ReadAsync(db => db.Signatures.AsNoTracking().Where(s => s.LetterId == letter.Id).ToListAsync());

        Reviewed? many = null, one = null;
        await app.RunAsync<ReviewSignatures>(async story => many = await story.ListAsync(letter.Id, [.. held.Select(Seen)], Ana));
        await app.RunAsync<ReviewSignatures>(async story => one = await story.ListAsync(letter.Id, [Seen(held[0])], Ana));

        Assert.Empty(many!.Done);
        Assert.StartsWith($"3 were left out for the same reason: {Signature.MustAgree}", Assert.Single(many.Refused), StringComparison.Ordinal);
        Assert.StartsWith($"{held[0].Listing.Name}: {Signature.MustAgree}", Assert.Single(one!.Refused), StringComparison.Ordinal);
        Assert.Equal("0: ", await PublicAsync("left-out"));
    }

    [Fact]
    public async Task Staff_record_an_agreement_that_came_by_phone_with_a_note_of_the_evidence()
    {
        await SignedAsync("phone", "River Trust");
        await ChangeAsync("phone");
        var signature = await StoredAsync("phone", "River Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/phone/signatures/{signature.Id}");
        var shown = desk.Text;

        await desk.PressAsync("Record that the signer agrees");
        var refused = desk.Text;
        await desk.PressAsync("Record that the signer agrees", ("Agreeing.CameBy", "Phone"), ("Agreeing.Evidence", "call with the director, June 20"));

        Assert.Contains("this signature stands for text version 1", shown, StringComparison.Ordinal);
        Assert.Contains("Say how you know", refused, StringComparison.Ordinal);
        var stored = await StoredAsync("phone", "River Trust");
        Assert.Equal((SignatureStatus.Listed, "Agreed to text version 2 by phone: call with the director, June 20"), (stored.Status, stored.Evidence));
        Assert.Equal("recorded that the signer agrees to text version 2, by phone", await NewestAsync(stored));
    }

    [Fact]
    public async Task The_public_page_says_that_signers_were_asked_and_who_counts_and_invites_nobody_to_be_the_first()
    {
        await SignedAsync("public", "River Trust");
        await ChangeAsync("public");

        var page = (await app.Browser().VisitAsync("/letters/public")).Text;

        Assert.Contains("signers were asked to agree again, and those who have are counted", page, StringComparison.Ordinal);
        Assert.Contains("Text version 2 changed the letter in substance. Its signers were asked to agree again, and stand here as soon as they have.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("one of the first", page, StringComparison.Ordinal);
        Assert.DoesNotContain("first signers", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_change_staff_read_how_many_mails_go_out_and_at_the_end_how_many_agreed_to_which_version()
    {
        var letter = await SignedAsync("versions", "River Trust", "Lake Trust", "Hill Trust");
        await app.RunAsync<EnterSignature>(story => story.RunAsync("versions", new Listing { Name = "Bay Trust" }, new Signer(), CameBy.Paper, "a letter", Ana));
        await DraftAsync("versions", "We ask you to resign.");
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/versions/text");
        var before = desk.Text;
        await desk.SubmitAsync(("Form.Class", "Substantive"));
        await AgreeAsync(Mail("versions", "River Trust"));
        await AgreeAsync(Mail("versions", "Lake Trust"));
        await DraftAsync("versions", "We ask you to resign!");
        await (await desk.VisitAsync("/staff/letters/versions/text")).SubmitAsync(("Form.Class", "Editorial"));
        await app.SignAndConfirmAsync("Moor Trust", Mail("versions", "Moor Trust"), "versions");
        await app.RunAsync<ChangeLetter>(async story => await story.CloseAsync("versions", await app.ReadAsync(db => db.Letters.Where(l => l.Id == letter.Id).Select(l => l.StateRevision).SingleAsync()), Ana));

        var publishing = (await desk.VisitAsync("/staff/letters/versions/publishing")).Text;

        Assert.Contains("3 signers get a mail that shows what changed and asks. 1 has no address here: ask them yourself", before, StringComparison.Ordinal);
        Assert.Contains("Of those listed, 1 agreed to text version 3 and 2 agreed to text version 2; what changed since an earlier version was classed as editorial.", publishing, StringComparison.Ordinal);
        Assert.Contains("2 signatures are left out, because the words changed in substance and their signers have not agreed to them", publishing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_to_agree_again_waits_for_the_signer_and_is_counted_alike_wherever_the_desk_says_how_many()
    {
        var letter = await SignedAsync("alike", "River Trust");
        await app.SignAsync("Lake Trust", Mail("alike", "Lake Trust"), "alike");
        await app.RunAsync<EnterSignature>(story => story.RunAsync("alike", new Listing { Name = "Bay Trust" }, new Signer(), CameBy.Paper, "a letter", Ana));
        await ChangeAsync("alike");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync("/staff/letters/alike");
        var waits = desk.Page.QuerySelectorAll(".waits").Select(list => list.QuerySelectorAll("li").Select(Said).ToList()).ToList();

        await desk.VisitAsync("/staff");

        Assert.Equal(["1 To be asked by you whether the signer agrees to the changed words: no mail address is here"], waits[0]);
        Assert.Equal(["3 to agree to the changed words, and not counted until they do"], waits[1]);
        Assert.Equal(3, await app.ReadAsync(db => new SignatureSearch { View = SignatureSearch.Agreements }.In(db, letter.Id).CountAsync()));
        Assert.Equal("1", desk.Page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("a")!.GetAttribute("href") == "/staff/letters/alike").QuerySelector("[data-label='Waits for staff']")!.TextContent);

        static string Said(AngleSharp.Dom.IElement wait)
        {
            wait.QuerySelector("small")!.Remove();
            return string.Join(' ', wait.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task Whoever_signs_the_changed_words_anew_from_the_same_mailbox_stands_in_place_of_the_earlier_signature()
    {
        await SignedAsync("anew", "River Trust");
        await ChangeAsync("anew");

        var signer = await app.SignAndConfirmAsync("The River Trust", Mail("anew", "River Trust"), "anew");

        Assert.Contains("The River Trust is on the list and counts.", signer.Text, StringComparison.Ordinal);
        Assert.Equal("1: The River Trust", await PublicAsync("anew"));
        Assert.Equal(SignatureStatus.Merged, (await StoredAsync("anew", "River Trust")).Status);
    }

    [Fact]
    public async Task What_waits_for_staff_for_a_reason_of_its_own_waits_on_while_its_signer_is_asked()
    {
        var letter = await SignedAsync("reason", "River Trust", "Lake Trust");
        var held = await StoredAsync("reason", "River Trust");
        await app.RunAsync<ReviewSignatures>(story => story.HoldAsync(letter.Id, [Seen(held)], "Ask their board", Ana));

        await ChangeAsync("reason");

        Assert.Equal(["River Trust"], await app.ReadAsync(db => db.Signatures.Where(s => s.LetterId == letter.Id).WaitingForStaff().Select(s => s.Listing.Name).ToListAsync()));
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync("/staff/letters/reason");
        Assert.Contains("Ask their board", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_had_come_up_about_the_earlier_signature_waits_for_staff_beside_the_one_in_its_place()
    {
        await SignedAsync("doubted", "River Trust");
        await using (var db = app.OpenDb())
        {
            (await db.Signatures.SingleAsync(s => s.Signer.Email == Mail("doubted", "River Trust"), TestContext.Current.CancellationToken)).Doubt("Somebody at the address says that they never signed.", app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await ChangeAsync("doubted");

        await app.SignAndConfirmAsync("The River Trust", Mail("doubted", "River Trust"), "doubted");

        var stored = await StoredAsync("doubted", "The River Trust");
        Assert.Equal((true, "Somebody at the address says that they never signed."), (stored.IsDoubted, stored.Doubts));
    }

    [Fact]
    public async Task An_agreement_lists_no_second_line_of_an_organization_that_was_listed_meanwhile()
    {
        var letter = await SignedAsync("meanwhile", "River Trust");
        await ChangeAsync("meanwhile");
        await app.SignAndConfirmAsync("River Trust, Inc.", "board@inc-meanwhile.example", "meanwhile");
        var other = await StoredAsync("meanwhile", "River Trust, Inc.");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunAsync<ReviewSignatures>(story => story.ListAsync(letter.Id, [Seen(other)], Ana));

        await AgreeAsync(Mail("meanwhile", "River Trust"));

        Assert.Equal("1: River Trust, Inc.", await PublicAsync("meanwhile"));
        var stored = await StoredAsync("meanwhile", "River Trust");
        Assert.Equal((SignatureStatus.Held, $"The same organization has signed already ({other.Reference})."), (stored.Status, stored.Reason));
    }

    private async Task<Letter> OpenAsync(string slug) => await FamilyUnity.OpenAsync(app, signatories: 0, slug: slug);

    private async Task<Letter> SignedAsync(string slug, params string[] names)
    {
        var letter = await OpenAsync(slug);
        foreach (var name in names)
        {
            await app.SignAndConfirmAsync(name, Mail(slug, name), slug);
        }

        return letter;
    }

    private async Task ChangeAsync(string slug, string body = "We ask you to resign.")
    {
        await DraftAsync(slug, body);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunAsync<ChangeLetter>(async story => await story.ChangeTextAsync(slug, await app.ReadAsync(db => db.Letters.Where(l => l.Slug == slug).Select(l => l.StateRevision).SingleAsync()), EditClass.Substantive, Ana));
    }

    private async Task DraftAsync(string slug, string body)
    {
        await using var db = app.OpenDb();
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug);
        letter.SaveDraft(letter.Content with { Body = body }, letter.Revision);
        await db.SaveChangesAsync();
    }

    private async Task AgreeAsync(string mail)
    {
        var signer = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(mail, "agree-again"));
        await signer.PressAsync(signer.Page.QuerySelector("main form button")!);
    }

    private Task<Signature> StoredAsync(string slug, string name) => app.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.Listing.Name == name && db.Set<Letter>().Any(l => l.Id == s.LetterId && l.Slug == slug)));

    private async Task<int> VersionOfAsync(string slug, string name)
    {
        var id = (await StoredAsync(slug, name)).TextVersionId;
        return await app.ReadAsync(db => db.TextVersions.Where(v => v.Id == id).Select(v => v.Number).SingleAsync());
    }

    private Task<string> NewestAsync(Signature signature) => app.ReadAsync(db => db.History.About(Subject.Of<Signature>(signature.Id)).NewestFirst().Select(e => e.What).FirstAsync());

    /// <summary>"2: Lake Trust, River Trust": the stored count, and the names as strangers read them.</summary>
    private async Task<string> PublicAsync(string slug)
    {
        var page = await app.Browser().VisitAsync($"/letters/{slug}");
        var count = await app.ReadAsync(db => db.Tallies.Where(t => db.Set<Letter>().Any(l => l.Id == t.LetterId && l.Slug == slug)).Select(t => t.Count).SingleAsync());
        return $"{count}: {string.Join(", ", page.Page.QuerySelectorAll("#names li").Select(name => name.TextContent.Trim()))}";
    }

    private static string Mail(string slug, string name) => $"sam@{name.Replace(' ', '-').ToLowerInvariant()}-{slug}.example";

    private static SeenSignature Seen(Signature signature) => new(signature.Id, signature.Revision);
}
