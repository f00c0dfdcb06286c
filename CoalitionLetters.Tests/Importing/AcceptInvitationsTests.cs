using System.Text;
using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Importing;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>A list of those to ask is tried out, taken in and taken back.</summary>
[Trait("Needs", "Database")]
public sealed class AcceptInvitationsTests : IAsyncLifetime
{
    private const string List = "Organization,Contact,E-mail\nWater Trust,Ada,ada@water.example\nThe Water Trust,Bo,bo@water.example\nRiver Union,Cy,cy@river.example\nLake Union,Di,nobody\nTotal,,\n";

    private static readonly Actor ada = new("Ada Example");

    private TestApp app = null!;
    private Letter letter = null!;
    private Organization river = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        (letter, var text) = ALetter.Open();
        river = Organization.Named("River Union", OrganizationKind.Union, Scope.National, null, null, null, app.Clock.Now);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now), river);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Accepting_puts_each_organization_on_the_list_once_and_sends_no_mail()
    {
        var plan = await TryAsync();

        var imported = await AcceptAsync(plan);

        Assert.Equal((3, 1, 2, 1), (imported.Planned, imported.WithoutMail, imported.NewOrganizations, imported.NotNeeded));
        var standings = await app.ReadAsync(db => db.InvitationsOfAsync(letter.Id));
        Assert.Equal([("Lake Union", "Di", null), ("River Union", "Cy", "cy@river.example"), ("Water Trust", "Ada", "ada@water.example")], standings.Select(s => (s.Organization, s.Invitation.ContactName, s.Invitation.Email)));
        Assert.All(standings, standing => Assert.Equal(InvitationState.Planned, standing.State));
        Assert.Equal(0, await app.Mailbox.CountAsync());
        Assert.Contains("imported 3 invitations from list.csv", await app.ReadAsync(db => db.History.Select(e => e.What).ToListAsync()));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task The_exported_list_of_those_to_ask_comes_into_another_letter_without_loss(string kind)
    {
        var asked = Invitation.To(river.Id, letter, "=Cy \"Q\"", "cy@river.example", app.Clock.Now);
        asked.Say("Dear Cy,\n+1 from us; \"please\" sign.");
        var (other, text) = ALetter.Open("clean-rivers");
        await app.SaveAsync(asked, other, text, Tally.For(other, app.Clock.Now));
        var client = await app.ClientAsync(StaffRole.Reviewer);

        var file = await client.GetByteArrayAsync($"/staff/letters/{letter.Slug}/invitations.{kind}", TestContext.Current.CancellationToken);
        var sheet = Sheet.Open(new MemoryStream(file));
        IReadOnlyList<PlannedRow> plan = [.. new DryRun(SheetLayout.Guess(sheet, ImportTarget.Invitations), await app.Services.GetRequiredService<OrganizationDirectory>().NamesAsync()).Run(sheet)];
        await app.RunAsync<AcceptInvitations>(story => story.RunAsync(other.Slug, "list", plan, () => Task.FromResult(plan), ada));

        var there = Assert.Single(await app.ReadAsync(db => db.InvitationsOfAsync(other.Id))).Invitation;
        Assert.Equal((river.Id, asked.ContactName, asked.Email, asked.Message), (there.OrganizationId, there.ContactName, there.Email, there.Message));
    }

    [Fact]
    public async Task The_dry_run_tells_who_has_signed_who_is_invited_and_who_cannot_be_reached()
    {
        var signature = Signature.EnteredByStaff(letter, river.Id, new Listing { Name = "River Union" }, new Signer(), "mail of June 14", "Ada", app.Clock.Now);
        var water = Organization.Named("Water Trust", OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now);
        await app.SaveAsync(signature, water);
        await app.SaveAsync(Invitation.To(water.Id, letter, null, null, app.Clock.Now));

        var plan = await TryAsync();

        Assert.EndsWith("it is invited already, so nothing is added", plan[0].Reason, StringComparison.Ordinal);
        Assert.EndsWith("it has signed this letter already, so nothing is added", plan[2].Reason, StringComparison.Ordinal);
        Assert.EndsWith("without a mail address it cannot be sent yet", plan[3].Reason, StringComparison.Ordinal);
        Assert.Equal((1, 3), ((await AcceptAsync(plan)) is var imported ? imported.Planned : 0, imported.NotNeeded));
    }

    [Fact]
    public async Task An_import_of_invitations_is_undone_as_one()
    {
        var imported = await AcceptAsync(await TryAsync());

        await app.RunAsync<UndoImport>(story => story.RunAsync(imported.BatchId, ada));

        Assert.Empty(await app.ReadAsync(db => db.Invitations.ToListAsync()));
        Assert.Equal(["River Union"], await app.ReadAsync(db => db.Organizations.Select(o => o.Name).ToListAsync()));
    }

    [Fact]
    public async Task An_import_whose_mails_are_out_is_not_undone()
    {
        var imported = await AcceptAsync(await TryAsync());
        var sent = (await app.ReadAsync(db => db.InvitationsOfAsync(letter.Id))).First(standing => standing.CanBeSent);
        await app.RunAsync<SendInvitations>(story => story.SendAsync(letter.Slug, [sent.Invitation.Id], ada));

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<UndoImport>(story => story.RunAsync(imported.BatchId, ada)));

        Assert.StartsWith("1 of these invitations was sent already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, await app.ReadAsync(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task The_same_list_again_adds_nothing()
    {
        await AcceptAsync(await TryAsync());

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(async () => await AcceptAsync(await TryAsync()));

        Assert.Equal("Everybody in this file is invited already, or has signed.", refused.Message);
    }

    private async Task<List<PlannedRow>> TryAsync()
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(List)));
        var notes = await app.ReadAsync(db => RowNotes.ReadAsync(db, letter.Slug, ImportTarget.Invitations));
        return [.. new DryRun(SheetLayout.Guess(sheet), await app.Services.GetRequiredService<OrganizationDirectory>().NamesAsync()).Run(sheet).Select(notes.On)];
    }

    private async Task<ImportedInvitations> AcceptAsync(List<PlannedRow> plan)
    {
        ImportedInvitations? imported = null;
        await app.RunAsync<AcceptInvitations>(async story => imported = await story.RunAsync(letter.Slug, "list.csv", plan, () => Task.FromResult<IReadOnlyList<PlannedRow>>(plan), ada));
        return imported!;
    }
}
