using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Desk;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Desk;

/// <summary>Two records of one body are joined with all that hangs on them, and taken apart exactly.</summary>
[Trait("Needs", "Database")]
public sealed class MergeTests : IAsyncLifetime
{
    private static readonly Actor ada = new("Ada Example");

    private TestApp app = null!;
    private Letter letter = null!;
    private Organization kept = null!;
    private Organization gone = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        letter = await FamilyUnity.OpenAsync(app, 3);
        var logo = StoredPicture.Of([1, 2, 3], "image/png", "logo.png", app.Clock.Now);
        (kept, gone) = (Named("Hispanic Coalition"), Named("Coalición Hispana"));
        kept.WriteFrom(["hispanic.example"], app.Clock.Now);
        gone.WriteFrom(["hispanic.example", "hispana.example"], app.Clock.Now);
        gone.AddAlias("CH", app.Clock.Now, AliasKind.Acronym);
        gone.Show(logo.Id, app.Clock.Now);
        gone.Describe(gone.Name, OrganizationKind.Advocacy, Scope.National, null, null, "https://hispana.example", "Call Ana", app.Clock.Now);
        await app.SaveAsync(logo);
        await app.SaveAsync(kept, gone);
        await app.SaveAsync(OrganizationContact.At(gone.Id, "Ana Example", "Directora", "ana@hispana.example", null, app.Clock.Now), Invitation.To(gone.Id, letter, "Ana Example", "ana@hispana.example", app.Clock.Now));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Joining_carries_names_domains_logo_website_contacts_and_invitations_and_shows_it_before()
    {
        var browser = await app.SignedInAsync(StaffRole.Reviewer);
        await browser.VisitAsync($"/staff/organizations/{kept.Id}/merge?with={gone.Id}");
        foreach (var sentence in (IEnumerable<string>)["It gains the names Coalición Hispana, CH.", "1 invitation moves.", "1 contact moves.", "It gains the mail domain hispana.example.", "It gains the website https://hispana.example.", "It gains the other's logo, having none."])
        {
            Assert.Contains(sentence, browser.Text, StringComparison.Ordinal);
        }

        await browser.PressAsync("Join the two records");

        var record = await app.ReadAsync(db => db.Organizations.Include(o => o.Aliases).SingleAsync(o => o.Id == kept.Id));
        Assert.Equal(["hispanic.example", "hispana.example"], record.Domains);
        Assert.Equal((gone.LogoId, "https://hispana.example"), (record.LogoId, record.Website));
        Assert.Equal(AliasKind.Acronym, record.Aliases.Single(alias => alias.Name == "CH").Kind);
        Assert.Equal([kept.Id, kept.Id], [await app.ReadAsync(db => db.OrganizationContacts.Select(c => c.OrganizationId).SingleAsync()), await app.ReadAsync(db => db.Invitations.Select(i => i.OrganizationId).SingleAsync())]);
    }

    [Fact]
    public async Task Taking_apart_restores_every_row()
    {
        await SignAsync(kept, "Hispanic Coalition");
        await SignAsync(gone, "Coalición Hispana");
        var local = Named("Coalición Hispana Local 5");
        local.BelongTo(gone.Id, app.Clock.Now);
        await app.SaveAsync(local);
        var before = await app.WholeRowsAsync();

        var merge = await JoinAsync();
        Assert.NotEqual(before, await app.WholeRowsAsync());
        await app.RunAsync<MergeOrganizations>(story => story.UndoAsync(merge, ada));

        Assert.Equal(before, await app.WholeRowsAsync());
    }

    [Fact]
    public async Task Taking_apart_leaves_what_was_given_since_then()
    {
        var merge = await JoinAsync();
        await SignAsync(kept, "Hispanic Coalition");
        await app.RunAsync<EditOrganization>(story => story.ShowLogoAsync(kept.Id, null, ada));

        await app.RunAsync<MergeOrganizations>(story => story.UndoAsync(merge, ada));

        Assert.Equal(kept.Id, (await app.SignatureOfAsync("Hispanic Coalition")).OrganizationId);
    }

    [Fact]
    public async Task Of_two_lines_on_one_letter_staff_choose_the_one_that_stands_and_the_count_is_one_less()
    {
        await SignAsync(kept, "Hispanic Coalition");
        await SignAsync(gone, "Coalición Hispana");
        var (one, other) = (await app.SignatureOfAsync("Hispanic Coalition"), await app.SignatureOfAsync("Coalición Hispana"));
        var browser = await app.SignedInAsync(StaffRole.Reviewer);
        Assert.Equal(5, await CountAsync());

        await browser.VisitAsync($"/staff/organizations/{kept.Id}/merge?with={gone.Id}");
        Assert.Contains("Both have signed “Keep families together at the border”. Which line stands?", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Join the two records", ($"Standing[{letter.Id}]", $"{other.Id}"));

        Assert.Equal(4, await CountAsync());
        var gaveWay = await app.SignatureOfAsync("Hispanic Coalition");
        Assert.Equal((SignatureStatus.Merged, $"Joined with {other.Reference}."), (gaveWay.Status, gaveWay.Reason));
        Assert.Equal(SignatureStatus.Listed, (await app.SignatureOfAsync("Coalición Hispana")).Status);
        await browser.VisitAsync($"/letters/{letter.Slug}");
        Assert.DoesNotContain("Hispanic Coalition", browser.Text, StringComparison.Ordinal);

        await browser.VisitAsync($"/staff/organizations/{kept.Id}");
        Assert.Contains("It has signed 1 letter", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Take it apart again");
        Assert.Equal(5, await CountAsync());
        Assert.Equal((SignatureStatus.Listed, null, one.OrganizationId), ((await app.SignatureOfAsync("Hispanic Coalition")) is var again ? again.Status : default, again.Reason, again.OrganizationId));
    }

    [Fact]
    public async Task Without_a_choice_the_line_that_was_listed_first_stands()
    {
        await SignAsync(gone, "Coalición Hispana");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await SignAsync(kept, "Hispanic Coalition");

        await JoinAsync();

        Assert.Equal((SignatureStatus.Listed, SignatureStatus.Merged), ((await app.SignatureOfAsync("Coalición Hispana")).Status, (await app.SignatureOfAsync("Hispanic Coalition")).Status));
    }

    [Fact]
    public async Task A_signature_under_the_other_name_after_joining_waits_for_staff()
    {
        await SignAsync(kept, "Hispanic Coalition");
        await JoinAsync();

        await app.SignAndConfirmAsync("Coalición Hispana", "ana@hispana.example");

        var second = await app.SignatureOfAsync("Coalición Hispana");
        Assert.Equal((SignatureStatus.Held, kept.Id), (second.Status, second.OrganizationId));
        Assert.Contains("The same organization has signed already", second.Reason, StringComparison.Ordinal);
        Assert.Equal(4, await CountAsync());
    }

    [Fact]
    public async Task A_name_becomes_a_record_of_its_own_with_what_was_chosen_and_is_taken_back_exactly()
    {
        var alias = kept.AddAlias("Lake Union", app.Clock.Now, AliasKind.FormerName);
        await app.SaveAsync(alias);
        await SignAsync(kept, "Lake Union");
        var contact = OrganizationContact.At(kept.Id, "Lee Example", null, "lee@lake.example", null, app.Clock.Now);
        await app.SaveAsync(contact, Invitation.To(kept.Id, letter, null, null, app.Clock.Now));
        var before = await app.WholeRowsAsync();
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync($"/staff/organizations/{kept.Id}/split/{alias.Id}");
        Assert.Equal(["Form.Signatures"], browser.Page.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("name")));
        await browser.PressAsync("Make it a record of its own", ("Form.Contacts", $"{contact.Id}"), ("Form.Domains", "hispanic.example"));

        var made = await app.ReadAsync(db => db.Organizations.SingleAsync(o => o.Name == "Lake Union"));
        Assert.Equal(["hispanic.example"], made.Domains);
        Assert.Equal((made.Id, made.Id, kept.Id), ((await app.SignatureOfAsync("Lake Union")).OrganizationId, await app.ReadAsync(db => db.OrganizationContacts.Where(c => c.Id == contact.Id).Select(c => c.OrganizationId).SingleAsync()),
            await app.ReadAsync(db => db.Invitations.Where(i => i.ContactName == null).Select(i => i.OrganizationId).SingleAsync())));

        await browser.VisitAsync($"/staff/organizations/{kept.Id}");
        Assert.Contains("made Lake Union a record of its own", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Take it back");
        Assert.Equal(before, await app.WholeRowsAsync());
        Assert.Contains("took back that Lake Union was a record of its own", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_has_gained_something_is_not_taken_back()
    {
        var alias = kept.AddAlias("Lake Union", app.Clock.Now);
        await app.SaveAsync(alias);
        Guid made = default;
        await app.RunAsync<SplitOrganization>(async story => made = await story.RunAsync(kept.Id, alias.Id, ada));
        await app.RunAsync<KeepContacts>(story => story.AddAsync(made, "Lee Example", null, null, null, ada));
        var split = await app.ReadAsync(db => db.OrganizationSplits.SingleAsync());

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SplitOrganization>(story => story.UndoAsync(split.Id, ada)));

        Assert.Equal("Lake Union has changed since then. Join the two records instead.", refused.Message);
    }

    [Fact]
    public async Task A_record_on_which_somebody_has_written_since_the_split_is_not_taken_back()
    {
        var alias = kept.AddAlias("Lake Union", app.Clock.Now);
        await app.SaveAsync(alias);
        Guid made = default;
        await app.RunAsync<SplitOrganization>(async story => made = await story.RunAsync(kept.Id, alias.Id, ada));
        await using (var db = app.OpenDb())
        {
            var record = await db.Organizations.SingleAsync(o => o.Id == made, TestContext.Current.CancellationToken);
            record.Describe(record.Name, record.Kind, record.Scope, "Ohio", null, null, "Call Kim", app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var split = await app.ReadAsync(db => db.OrganizationSplits.SingleAsync());
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<SplitOrganization>(story => story.UndoAsync(split.Id, ada)));

        Assert.Equal("Lake Union has changed since then. Join the two records instead.", refused.Message);
        Assert.Equal("Call Kim", await app.ReadAsync(db => db.Organizations.Where(o => o.Id == made).Select(o => o.Notes).SingleAsync()));
    }

    [Fact]
    public async Task Taking_apart_leaves_the_parent_that_staff_have_given_since_then()
    {
        var parent = Named("National Coalition");
        await app.SaveAsync(parent);
        await BelongAsync(kept.Id, gone.Id);
        var merge = await JoinAsync();
        await BelongAsync(kept.Id, parent.Id);

        await app.RunAsync<MergeOrganizations>(story => story.UndoAsync(merge, ada));

        Assert.Equal(parent.Id, await app.ReadAsync(db => db.Organizations.Where(o => o.Id == kept.Id).Select(o => o.ParentId).SingleAsync()));
    }

    [Fact]
    public async Task A_record_joined_with_the_parent_of_its_parent_stands_alone_and_is_put_back_exactly()
    {
        var (western, other) = (Named("Western Region"), Named("Otter Union"));
        await app.SaveAsync(western, other);
        await BelongAsync(western.Id, gone.Id);
        await BelongAsync(kept.Id, western.Id);
        var before = await app.WholeRowsAsync();
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync($"/staff/organizations/{kept.Id}/merge?with={gone.Id}");
        Assert.Contains("It is no longer an affiliate of Western Region, which comes to stand below it.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Join the two records");

        Assert.Equal((null, kept.Id), (await ParentAsync(kept), await ParentAsync(western)));
        await app.RunAsync<EditOrganization>(story => story.BelongToAsync(other.Id, "Western Region", ada));
        await app.RunAsync<EditOrganization>(story => story.BelongToAsync(other.Id, null, ada));
        await browser.PressAsync("Take it apart again");
        Assert.Equal((western.Id, gone.Id), (await ParentAsync(kept), await ParentAsync(western)));
        Assert.Equal(before, await app.WholeRowsAsync());
    }

    [Fact]
    public async Task Taking_apart_puts_nobody_below_itself_where_staff_have_moved_a_parent_since()
    {
        var parent = Named("National Coalition");
        await app.SaveAsync(parent);
        await BelongAsync(gone.Id, parent.Id);
        await BelongAsync(kept.Id, gone.Id);
        var merge = await JoinAsync();
        await app.RunAsync<EditOrganization>(story => story.BelongToAsync(parent.Id, kept.Name, ada));

        await app.RunAsync<MergeOrganizations>(story => story.UndoAsync(merge, ada));

        Assert.Equal((null, parent.Id, kept.Id), (await ParentAsync(kept), await ParentAsync(gone), await ParentAsync(parent)));
    }

    [Fact]
    public async Task Taking_apart_lets_the_other_stand_alone_where_its_parent_has_come_below_it_since()
    {
        var (parent, local) = (Named("National Coalition"), Named("Coalición Hispana Local 5"));
        await app.SaveAsync(parent, local);
        await BelongAsync(gone.Id, parent.Id);
        await BelongAsync(local.Id, gone.Id);
        var merge = await JoinAsync();
        await app.RunAsync<EditOrganization>(story => story.BelongToAsync(parent.Id, local.Name, ada));

        await app.RunAsync<MergeOrganizations>(story => story.UndoAsync(merge, ada));

        Assert.Equal((null, gone.Id, local.Id), (await ParentAsync(gone), await ParentAsync(local), await ParentAsync(parent)));
    }

    [Fact]
    public async Task A_circle_that_stands_already_keeps_nobody_waiting()
    {
        await BelongAsync(kept.Id, gone.Id);
        await BelongAsync(gone.Id, kept.Id);
        var other = Named("Otter Union");
        await app.SaveAsync(other);

        await app.RunAsync<EditOrganization>(story => story.BelongToAsync(other.Id, kept.Name, ada)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(kept.Id, await ParentAsync(other));
    }

    [Fact]
    public async Task What_does_not_come_along_is_said_before_joining()
    {
        var parent = Named("National Coalition");
        await app.SaveAsync(parent);
        await BelongAsync(gone.Id, parent.Id);
        await BelongAsync(kept.Id, gone.Id);
        var browser = await app.SignedInAsync(StaffRole.Reviewer);

        await browser.VisitAsync($"/staff/organizations/{kept.Id}/merge?with={gone.Id}");

        foreach (var sentence in (IEnumerable<string>)["It is no longer an affiliate of Coalición Hispana.", "That Coalición Hispana is an affiliate of National Coalition does not come along.", "The other's notes do not come along."])
        {
            Assert.Contains(sentence, browser.Text, StringComparison.Ordinal);
        }
    }

    private Task<Guid?> ParentAsync(Organization organization) => app.ReadAsync(db => db.Organizations.Where(o => o.Id == organization.Id).Select(o => o.ParentId).SingleAsync());

    private async Task BelongAsync(Guid id, Guid parentId)
    {
        await using var db = app.OpenDb();
        (await db.Organizations.SingleAsync(o => o.Id == id)).BelongTo(parentId, app.Clock.Now);
        await db.SaveChangesAsync();
    }

    private async Task<Guid> JoinAsync()
    {
        Guid merge = default;
        await app.RunAsync<MergeOrganizations>(async story => merge = await story.RunAsync(kept.Id, gone.Id, ada));
        return merge;
    }

    private async Task SignAsync(Organization organization, string name)
    {
        var signature = FamilyUnity.ListedOn(letter, new Listing { Name = name }, app.Clock.Now);
        signature.BelongsTo(organization.Id);
        await using var db = app.OpenDb();
        await db.ChangeListAsync(letter.Id, app.Clock.Now, () =>
        {
            db.Add(signature);
            return Task.CompletedTask;
        });
    }

    private Task<int> CountAsync() => app.ReadAsync(db => db.Tallies.Where(t => t.LetterId == letter.Id).Select(t => t.Count).SingleAsync());

    private Organization Named(string name) => Organization.Named(name, OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now);
}
