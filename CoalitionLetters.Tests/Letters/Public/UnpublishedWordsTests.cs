using System.Text.RegularExpressions;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>Staff write on a letter that is open: half a title, another language, other count words, another kind of signatory. Nobody outside sees any of it.</summary>
[Trait("Needs", "Database")]
public sealed partial class UnpublishedWordsTests : IAsyncLifetime
{
    private static readonly Actor Dana = new("Dana Field", Guid.NewGuid());
    private static readonly string[] Typed = ["Half a titl", "borrador", "Nadie Todavía", "Una carta a med", "Estoy autorizado"];

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_being_written_on_an_open_letter_stands_on_no_page_and_in_no_file()
    {
        await FamilyUnity.OpenAsync(app, 5);
        await TypeAsync(FamilyUnity.Slug);
        await app.SignAndConfirmAsync("Lake Trust", "kim@lake.example");
        var manage = await app.ManageLinkToAsync("kim@lake.example");
        using var client = app.CreateClient();

        foreach (var address in new[] { "/", "/letters/family-unity", "/letters/family-unity/letter.txt", "/letters/family-unity/letter.json", "/letters/family-unity/deadline.ics", "/letters/family-unity/sign", manage, $"{manage}/listing", $"{manage}/signer", $"{manage}/withdrawal" })
        {
            var said = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
            Assert.All(Typed, words => Assert.DoesNotContain(words, said, StringComparison.Ordinal));
        }

        var front = await app.Browser().VisitAsync("/");
        Assert.Contains("Keep families together at the border 6 organizations Open until", front.Text, StringComparison.Ordinal);
        var form = await app.Browser().VisitAsync("/letters/family-unity/sign");
        Assert.Equal("en", form.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("I am authorized to sign this letter in the name of", form.Text, StringComparison.Ordinal);
        Assert.StartsWith("I am authorized", (await app.SignatureOfAsync("Lake Trust")).AuthorityStatement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_written_on_an_open_letter_stands_in_no_mail()
    {
        await FamilyUnity.OpenAsync(app, 5);
        await TypeAsync(FamilyUnity.Slug);
        await app.SignAndConfirmAsync("Lake Trust", "kim@lake.example");
        await app.SignAsync("Lake Trust", "other@lake.example");
        await (await app.Browser().VisitAsync(await app.ManageLinkToAsync("kim@lake.example") + "/signer")).SubmitAsync(("person", "Lee Example"), ("title", "Chair"), ("mail", "lee@lake.example"));
        await (await app.Browser().VisitAsync(await app.ManageLinkToAsync("lee@lake.example", "new-signer") + "/withdrawal")).PressAsync("Withdraw our signature");
        await InviteAsync("River Workers Union", "ana@rwu.example");

        var mails = await app.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());

        Assert.Equal(["confirm-signature", "handed-over", "invitation", "new-signer", "signature-withdrawn", "signed-already"], mails.Select(mail => mail.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.All(mails, SaysWhatStands);
    }

    [Fact]
    public async Task What_is_being_written_on_an_open_letter_of_officials_stands_in_no_mail_to_an_office()
    {
        await Offices.OpenAsync(app);
        await TypeAsync(Offices.Slug, SignatoryKind.Organizations);
        await app.SignForAsync("New Mexico");

        var mails = await app.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());

        Assert.Equal(["office-approval", "office-invitation", "office-signed"], mails.Select(mail => mail.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.All(mails, SaysWhatStands);
    }

    [Fact]
    public async Task A_signer_corrects_the_listing_by_the_kind_of_letter_that_stands()
    {
        await FamilyUnity.OpenAsync(app, 5);
        await TypeAsync(FamilyUnity.Slug);
        await app.SignAndConfirmAsync("Lake Trust", "kim@lake.example");

        await (await app.Browser().VisitAsync(await app.ManageLinkToAsync("kim@lake.example") + "/listing")).PressAsync("Save", ("name", "Great Lake Trust"));

        Assert.Equal(SignatureStatus.Listed, (await app.SignatureOfAsync("Great Lake Trust")).Status);
    }

    [Fact]
    public async Task Words_that_were_never_published_stay_away_from_the_final_letter_too()
    {
        await FamilyUnity.OpenAsync(app);
        await TypeAsync(FamilyUnity.Slug);
        await app.RunAsync<ChangeLetter>(async story => await story.CloseAsync(FamilyUnity.Slug, await SeenAsync(), Dana));
        Edition? edition = null;
        await app.RunAsync<PublishLetter>(async story => edition = await story.RunAsync(FamilyUnity.Slug, await SeenAsync(), Dana));

        var front = await app.Browser().VisitAsync("/");
        var check = await app.Browser().VisitAsync($"/verify/{edition!.ShortCode}");

        Assert.Contains("Keep families together at the border 113 organizations Final letter", front.Text, StringComparison.Ordinal);
        Assert.Equal("en", check.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("edition 1 of our letter “Keep families together at the border”", check.Text, StringComparison.Ordinal);
        Assert.Contains("with 113 organizations.", check.Text, StringComparison.Ordinal);
    }

    private async Task TypeAsync(string slug, SignatoryKind signatories = SignatoryKind.Officials)
    {
        var letter = await app.ReadAsync(db => db.Letters.AsNoTracking().SingleAsync(l => l.Slug == slug));
        var half = new LetterContent
        {
            Title = "Half a titl", Language = "es", NounOne = "borrador", NounMany = "borradores", Signatories = signatories, Sections = SectionsBy.Kind,
            Recipients = [new() { Name = "Nadie Todavía" }], Body = "Una carta a med",
        };
        await app.RunAsync<SaveDraft>(story => story.RunAsync(letter.Id, half, letter.Revision, Dana, Guid.NewGuid()));
    }

    private async Task InviteAsync(string name, string mail)
    {
        var organization = Organization.Named(name, OrganizationKind.Union, Scope.National, null, null, null, app.Clock.Now);
        await app.SaveAsync(organization);
        var id = Guid.Empty;
        await app.RunAsync<InviteOrganization>(async story => id = await story.RunAsync(FamilyUnity.Slug, organization.Id, "Ana Example", mail, null, Dana));
        await app.RunAsync<SendInvitations>(story => story.SendAsync(FamilyUnity.Slug, [id], Dana));
    }

    private Task<int> SeenAsync() => app.ReadAsync(db => db.Letters.Where(l => l.Slug == FamilyUnity.Slug).Select(l => l.StateRevision).SingleAsync());

    /// <summary>In English, and with nothing of what was typed.</summary>
    private static void SaysWhatStands(OutboxMail mail)
    {
        Assert.All(Typed, words => Assert.DoesNotContain(words, $"{mail.Subject}\n{mail.Text}\n{mail.Html}", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\b(la|que|por|su)\b", Address().Replace($"{mail.Subject}\n{mail.Text}", ""));
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
