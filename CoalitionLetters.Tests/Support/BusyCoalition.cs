using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Supporters;
using CoalitionLetters.Uploads;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Support;

/// <summary>
/// A coalition in which everything has happened once: letters in every state, an officials' letter half signed, an action with
/// letters written, printed and doubted, mails, invitations, and a link of each kind that was mailed.
/// </summary>
public sealed class BusyCoalition : IAsyncLifetime
{
    public const string Signer = "sam@rivertrust.example";
    public const string SecondFactor = "second-factor@unity.example";
    private static readonly Actor Dana = new("Dana Field");

    public TestApp App { get; private set; } = null!;
    public string Confirm { get; private set; } = "";
    public string Manage { get; private set; } = "";
    public string Receipt { get; private set; } = "";
    public string ManageWithdrawn { get; private set; } = "";
    public string ManageAsked { get; private set; } = "";
    public string ManageInSpanish { get; private set; } = "";
    public string Office { get; private set; } = "";
    public string Approval { get; private set; } = "";
    public string Invited { get; private set; } = "";
    public string InvitedInSpanish { get; private set; } = "";
    public string ConfirmMessage { get; private set; } = "";
    public string OwnMessages { get; private set; } = "";
    public string MessageReceipt { get; private set; } = "";
    public string Join { get; private set; } = "";
    public string NewPassword { get; private set; } = "";
    public IReadOnlyList<string> Codes { get; private set; } = [];
    public Guid ASignature { get; private set; }
    public Guid AHeldSignature { get; private set; }
    public Guid AnOrganization { get; private set; }
    public Guid AnotherOrganization { get; private set; }
    public Guid AnAlias { get; private set; }
    public Guid AContact { get; private set; }
    public Guid ASeat { get; private set; }
    public Guid AnInvitation { get; private set; }
    public Guid ATarget { get; private set; }
    public Guid ASupporter { get; private set; }
    public Guid AMessage { get; private set; }
    public Guid ABatch { get; private set; }
    public Guid APicture { get; private set; }
    public Guid AMember { get; private set; }
    public Guid AMail { get; private set; }

    /// <summary>The letters that the public sees, by what is special about each.</summary>
    public static readonly string[] PublicLetters = ["family-unity", "just-opened", "one-signature", "last-day", "unidad", "by-kind", "closed", "final", "second-edition", "withdrawn", "definitiva", Offices.Slug];

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartAsync(listens: true);
        await WriteLettersAsync();
        await SignAsync();
        await InviteOfficesAsync();
        await InviteOrganizationsAsync();
        await WriteToTargetsAsync();
        await InviteStaffAsync();
        await App.Services.GetRequiredService<OrganizationDirectory>().ComparedAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task WriteLettersAsync()
    {
        await App.SaveAsync(ALetter.Draft("draft"));
        await FamilyUnity.OpenAsync(App);
        await FamilyUnity.OpenAsync(App, 0, "just-opened");
        await FamilyUnity.OpenAsync(App, 1, "one-signature");
        await FamilyUnity.OpenAsync(App, 12, "last-day", closesAt: App.Clock.Now.AddHours(6));
        await FamilyUnity.OpenAsync(App, 12, "unidad", InSpanish);
        await FamilyUnity.OpenAsync(App, 12, "by-kind", content => content with { Sections = SectionsBy.Kind }, listsAtOnce: false);
        await FamilyUnity.OpenAsync(App, 12, "closed");
        await FamilyUnity.OpenAsync(App, 12, "withdrawn");
        foreach (var slug in new[] { "final", "second-edition" })
        {
            var letter = await FamilyUnity.OpenAsync(App, 12, slug);
            await FamilyUnity.ListAsync(App, letter, [.. FamilyUnity.Signatories().Where(s => s.State is not null).Take(3)]);
        }

        await FamilyUnity.OpenAsync(App, 12, "definitiva", InSpanish);

        await App.RunAsync<ChangeLetter>(async story => await story.WithdrawAsync("withdrawn", await SeenAsync("withdrawn"), Dana));
        await CloseAsync("closed");
        await PublishAsync("final");
        await PublishAsync("definitiva");
        await PublishAsync("second-edition");
        await WithdrawOneAsync("final");
        await WithdrawOneAsync("definitiva");
        await WithdrawOneAsync("second-edition");
        await App.RunAsync<PublishLetter>(async story => await story.RunAsync("second-edition", await SeenAsync("second-edition"), Dana));
        Codes = await App.ReadAsync(db => db.Editions.OrderBy(e => e.LetterId).ThenBy(e => e.Number).Select(e => e.ShortCode).ToListAsync());
    }

    public static LetterContent InSpanish(LetterContent content) => content with
    {
        Language = "es",
        Title = "Mantengan unidas a las familias en la frontera",
        NounOne = "organización",
        NounMany = "organizaciones",
        Body = "En nombre de las {{count:words}} organizaciones firmantes, pedimos que termine la separación de familias.\n\n| Año | Niñas y niños |\n| --- | ---: |\n| 2018 | 2,300 |",
    };

    private async Task<int> SeenAsync(string slug) => await App.ReadAsync(db => db.Letters.Where(l => l.Slug == slug).Select(l => l.StateRevision).SingleAsync());

    private Task CloseAsync(string slug) => App.RunAsync<ChangeLetter>(async story => await story.CloseAsync(slug, await SeenAsync(slug), Dana));

    private async Task PublishAsync(string slug)
    {
        await CloseAsync(slug);
        await App.RunAsync<PublishLetter>(async story => await story.RunAsync(slug, await SeenAsync(slug), Dana));
    }

    private async Task WithdrawOneAsync(string slug)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var one = (await SignaturesOnAsync(slug))[0];
        await App.RunAsync<WithdrawSignature>(story => story.RunAsync(one.Id));
    }

    private Task<List<Signature>> SignaturesOnAsync(string slug) => App.ReadAsync(async db =>
    {
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug);
        return await db.Signatures.AsNoTracking().On(letter).OrderBy(s => s.Id).ToListAsync();
    });

    private async Task SignAsync()
    {
        Receipt = (await App.SignAsync("The Extraordinarily Longnamed Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww Trust")).Path;
        Confirm = await App.Mailbox.LinkToAsync(Signer, "confirm-signature");
        Manage = await App.ManageLinkToAsync(Signer);
        await App.SignAndConfirmAsync("National Assoc. for the Advancement of Colored People", "kim@gmail.com");
        await App.SignAndConfirmAsync("Lake Trust", "ana@laketrust.example");
        ManageWithdrawn = await App.ManageLinkToAsync("ana@laketrust.example");
        await App.RunAsync<WithdrawSignature>(async story => await story.RunAsync((await App.SignatureOfAsync("Lake Trust")).Id));
        await App.SignAndConfirmAsync("Alianza del Río", "ana@alianzadelrio.example", "unidad");
        ManageInSpanish = await App.ManageLinkToAsync("ana@alianzadelrio.example");
        await ChangeInSubstanceAsync();
        ASignature = (await SignaturesOnAsync(FamilyUnity.Slug)).Single(s => s.Listing.Name == "NAACP").Id;
        foreach (var waits in new[] { await App.ReadAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.Id == ASignature)), await App.SignatureOfAsync("Alianza del Río") })
        {
            await App.RunAsync<CorrectListing>(story => story.RunAsync(waits.Id, waits.Listing with { Name = $"{waits.Listing.Name} (the National and International Body)", Website = "https://somebody-else.example" }, null));
        }

        AHeldSignature = (await App.SignatureOfAsync("National Assoc. for the Advancement of Colored People")).Id;

        var one = Organization.Named("River Workers Union", OrganizationKind.Union, Scope.National, null, null, "https://rwu.example", App.Clock.Now);
        var other = Organization.Named("Union of River Workers", OrganizationKind.Union, Scope.National, null, null, null, App.Clock.Now);
        var alias = one.AddAlias("RWU", App.Clock.Now, AliasKind.Acronym);
        await App.SaveAsync(one, other);
        await App.SaveAsync(ARecord("Detention Watch Network"), ARecord("Detention Watch Netwrok"));
        var contact = OrganizationContact.At(one.Id, "Kim Example", "President", "kim@rwu.example", "202-555-0134", App.Clock.Now);
        await App.SaveAsync(contact);
        (AnAlias, AContact) = (alias.Id, contact.Id);
        (AnOrganization, AnotherOrganization) = (one.Id, other.Id);
        await App.RunAsync<StorePicture>(async story => APicture = await story.RunAsync(new MemoryStream("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><rect width=\"8\" height=\"8\"/></svg>"u8.ToArray()), "logo.svg"));
        AMail = (await App.Mailbox.NewestToAsync(Signer)).Id;
    }

    /// <summary>A letter whose signer has still to agree to changed words.</summary>
    private async Task ChangeInSubstanceAsync()
    {
        var letter = await FamilyUnity.OpenAsync(App, signatories: 0, slug: "changed");
        await App.SignAndConfirmAsync("Bay Keepers", "jo@baykeepers.example", "changed");
        ManageAsked = await App.ManageLinkToAsync("jo@baykeepers.example");
        await using (var db = App.OpenDb())
        {
            var draft = await db.Letters.SingleAsync(l => l.Id == letter.Id);
            draft.SaveDraft(draft.Content with { Body = $"{draft.Content.Body}\n\nWe ask for a date." }, draft.Revision);
            await db.SaveChangesAsync();
        }

        await App.RunAsync<ChangeLetter>(story => story.ChangeTextAsync("changed", letter.StateRevision, EditClass.Substantive, Dana));
    }

    private async Task InviteOfficesAsync()
    {
        await Offices.OpenAsync(App);
        await App.SignForAsync("New Mexico");
        await App.PrepareAsync("California");
        Office = (await App.InviteAsync("Oregon")).Path;
        Approval = await App.Mailbox.LinkToAsync(Offices.PrincipalOf("California"), "office-approval");
        ASeat = (await App.SeatAsync("New Mexico")).Id;
    }

    private async Task InviteOrganizationsAsync()
    {
        Invited = await InvitedAsync(FamilyUnity.Slug, AnOrganization, "kim@rwu.example");
        InvitedInSpanish = await InvitedAsync("unidad", AnOrganization, "lee@rwu.example");
        await App.RunAsync<InviteOrganization>(story => story.RunAsync(FamilyUnity.Slug, AnotherOrganization, "Sam Example", null, null, Dana));
        var (longest, signed) = (ARecord("An Organization with a Rather Long Name that Somebody Has Thought About"), ARecord("Water Trust"));
        await App.SaveAsync(longest, signed);
        await InvitedAsync(FamilyUnity.Slug, longest.Id, "ana@longname.example");
        await InvitedAsync(FamilyUnity.Slug, signed.Id, "lee@water.example");
        await App.SignAndConfirmAsync("Water Trust", "lee@water.example");
        AnInvitation = await App.ReadAsync(db => db.Invitations.Where(i => i.Email == "kim@rwu.example").Select(i => i.Id).SingleAsync());
    }

    private Organization ARecord(string name) => Organization.Named(name, OrganizationKind.Advocacy, Scope.National, null, null, null, App.Clock.Now);

    private async Task<string> InvitedAsync(string slug, Guid organization, string mail)
    {
        await App.RunAsync<InviteOrganization>(async story => AnInvitation = await story.RunAsync(slug, organization, "Kim Example", mail, null, Dana));
        await App.RunAsync<SendInvitations>(story => story.SendAsync(slug, [AnInvitation], Dana));
        return await App.Mailbox.LinkToAsync(mail, "invitation");
    }

    private async Task WriteToTargetsAsync()
    {
        var action = AnAction.To("write", App.Clock.Now, Channel.WebForm, Channel.Print);
        await App.SaveAsync(action, AnAction.FromSample("draft-action", App.Clock.Now), AnAction.With("escriba", App.Clock.Now, content => content with { Language = "es" }, Channel.WebForm));
        await App.WritesAndConfirmsAsync("write", "ana@write.example", "Ana");
        ATarget = action.Targets.Single(target => target.Channel == Channel.Print).Id;
        await App.RunAsync<PrintLetters>(async print => ABatch = (await print.CollectAsync(ATarget, Dana)).Id);
        MessageReceipt = (await App.WritesAsync("write", "kim@write.example")).Path;
        ConfirmMessage = await App.Mailbox.LinkToAsync("kim@write.example", "confirm-message");
        var own = await App.WritesAndConfirmsAsync("write", "lee@write.example", "Lee");
        OwnMessages = own.Path.Split('#', '?')[0];
        var supporter = await App.SupporterAsync("lee@write.example");
        (ASupporter, AMessage) = (supporter.Id, supporter.Messages.Single(message => message.TargetId == ATarget).Id);
    }

    private async Task InviteStaffAsync()
    {
        var owner = await App.AMemberAsync(StaffRole.Owner);
        var member = await App.AMemberAsync(StaffRole.Editor, SecondFactor);
        await App.RunAsync<UserManager<StaffMember>>(async members =>
        {
            var same = (await members.FindByEmailAsync(SecondFactor))!;
            await members.ResetAuthenticatorKeyAsync(same);
            await members.SetTwoFactorEnabledAsync(same, true);
        });
        AMember = member.Id;
        await App.RunAsync<InviteStaff>(story => story.RunAsync(new Actor(owner.Name, owner.Id), "new@unity.example", "Noa New", StaffRole.Viewer));
        await App.RunAsync<RequestNewPassword>(story => story.RunAsync(SecondFactor));
        Join = await App.Mailbox.LinkToAsync("new@unity.example");
        NewPassword = await App.Mailbox.LinkToAsync(SecondFactor);
    }
}
