using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures.Desk;

/// <summary>One organization counts once, whatever way staff put it on the list, unless they say that both stand.</summary>
[Trait("Needs", "Database")]
public sealed class TwinsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Ana = new("Ana Reyes", Guid.NewGuid());

    [Theory]
    [InlineData("river trust")]
    [InlineData("The River Trust")]
    [InlineData("River Trust, Inc.")]
    [InlineData("RIVER TRUST")]
    [InlineData("River Conservation Trust of the North")]
    public async Task A_signature_by_hand_of_an_organization_that_is_listed_is_refused_with_a_link_to_the_other(string name)
    {
        var slug = $"hand-{Guid.NewGuid():N}";
        var (letter, signatures) = await ListedAsync(slug, "River Trust");
        await KnowAsync(signatures[0], "River Conservation Trust of the North");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/{slug}/signatures/new");

        await desk.SubmitAsync(("Form.Listing.Name", name), ("Form.Evidence", "a call"));

        Assert.Contains($"River Trust is listed already ({signatures[0].Reference}). {Twins.OneCountsHere}", desk.Text, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector($"main a[href='/staff/letters/{slug}/signatures/{signatures[0].Id}']"));
        Assert.Equal(1, await TallyAsync(letter));

        await desk.SubmitAsync(("Form.BothStand", "true"));

        Assert.Equal($"/staff/letters/{slug}/signatures", desk.Path);
        Assert.Equal(2, await TallyAsync(letter));
        var entered = await app.ReadAsync(db => db.Signatures.SingleAsync(s => s.LetterId == letter.Id && s.Listing.Name == name));
        Assert.Equal($"entered the signature, which came by mail; both stand: River Trust is listed already ({signatures[0].Reference}).", await NewestAsync(entered));
    }

    [Fact]
    public async Task Correcting_a_listing_to_the_name_of_a_listed_one_is_refused_until_staff_say_that_both_stand()
    {
        var (letter, signatures) = await ListedAsync("corrected", "River Trust", "Lake Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/corrected/signatures/{signatures[1].Id}");

        await desk.PressAsync("Keep this listing", ("Listing.Name", "The River Trust"));
        var (refused, name) = (desk.Text, (await StoredAsync(signatures[1])).Listing.Name);
        await desk.PressAsync("Keep this listing", ("BothStand", "true"));

        Assert.Contains($"River Trust is listed already ({signatures[0].Reference}).", refused, StringComparison.Ordinal);
        Assert.Equal("Lake Trust", name);
        var stored = await StoredAsync(signatures[1]);
        Assert.Equal("The River Trust", stored.Listing.Name);
        Assert.Equal($"corrected the listing; both stand: River Trust is listed already ({signatures[0].Reference}).", await NewestAsync(stored));
        Assert.Equal(2, await TallyAsync(letter));
    }

    [Fact]
    public async Task A_correction_of_a_signer_that_names_a_listed_organization_is_not_taken_by_mistake()
    {
        var (letter, signatures) = await ListedAsync("asked", "River Trust", "Lake Trust");
        await using (var db = app.OpenDb())
        {
            (await db.Signatures.SingleAsync(s => s.Id == signatures[1].Id)).AskFor(new Listing { Name = "River Trust" }, app.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/asked/signatures/{signatures[1].Id}");
        await desk.PressAsync("Take the correction");
        var refused = desk.Text;
        await desk.PressAsync("Take the correction", ("Taking.BothStand", "true"));

        Assert.Contains("River Trust is listed already", refused, StringComparison.Ordinal);
        Assert.Equal("River Trust", (await StoredAsync(signatures[1])).Listing.Name);
        Assert.Equal(2, await TallyAsync(letter));
    }

    [Fact]
    public async Task Of_many_that_are_listed_at_once_a_second_one_of_an_organization_is_left_out_and_told()
    {
        var (letter, signatures) = await ListedAsync("bulk", "River Trust");
        var waiting = await WaitingAsync(letter, "River Trust, Inc.", "Lake Trust", "The Lake Trust", "Hill Trust");

        var outcome = await ReviewAsync(story => story.ListAsync(letter.Id, [.. waiting.Select(Seen)], Ana));

        Assert.Equal(2, outcome.Done.Count);
        Assert.Equal(3, await TallyAsync(letter));
        Assert.Equal(
            [$"River Trust, Inc.: River Trust is listed already ({signatures[0].Reference}). {Twins.OneCounts}", $"The Lake Trust: Lake Trust is listed already ({waiting[1].Reference}). {Twins.OneCounts}"],
            outcome.Refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task On_its_page_a_second_one_is_listed_only_with_the_tick_that_both_stand()
    {
        var (letter, _) = await ListedAsync("page", "River Trust");
        var second = (await WaitingAsync(letter, "The River Trust"))[0];
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync($"/staff/letters/page/signatures/{second.Id}");

        await desk.PressAsync("List");
        var (refused, tally) = (desk.Text, await TallyAsync(letter));
        await desk.PressAsync("List", ("Settling.BothStand", "true"));

        Assert.Contains("One organization counts once", refused, StringComparison.Ordinal);
        Assert.Equal((1, 2), (tally, await TallyAsync(letter)));
        Assert.StartsWith("listed the signature; both stand: River Trust is listed already", await NewestAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_is_taken_back_lists_no_second_one()
    {
        var (letter, signatures) = await ListedAsync("back", "River Trust");
        var declined = await ReviewAsync(story => story.DeclineAsync(letter.Id, [Seen(signatures[0])], "Twice", Ana));
        var second = (await WaitingAsync(letter, "The River Trust"))[0];
        await ReviewAsync(story => story.ListAsync(letter.Id, [Seen(second)], Ana));

        var outcome = await ReviewAsync(story => story.TakeBackAsync(letter.Id, declined.Done, Ana));

        Assert.StartsWith("River Trust: The River Trust is listed already", Assert.Single(outcome.Refused), StringComparison.Ordinal);
        Assert.Equal(1, await TallyAsync(letter));
    }

    [Theory]
    [InlineData("not a mail", "", "is not a mail address")]
    [InlineData("", "javascript:alert(1)", "is not a web address")]
    public async Task A_signature_by_hand_holds_to_the_rules_of_the_public_form(string mail, string website, string why)
    {
        var slug = $"rules-{Guid.NewGuid():N}";
        var (letter, signatures) = await ListedAsync(slug, "River Trust");

        var entering = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<EnterSignature>(story =>
            story.RunAsync(slug, new Listing { Name = "Lake Trust", Website = website }, new Signer { Email = mail.Length > 0 ? mail : null }, CameBy.Mail, "a mail", Ana)));

        Assert.Contains(why, entering.Message, StringComparison.Ordinal);
        Assert.Equal(1, await TallyAsync(letter));
        if (website.Length > 0)
        {
            var correcting = await Assert.ThrowsAsync<RuleBrokenException>(() => ReviewAsync(story => story.CorrectListingAsync(letter.Id, Seen(signatures[0]), new Listing { Name = "River Trust", Website = website }, Ana)));
            Assert.Contains(why, correcting.Message, StringComparison.Ordinal);
        }
    }

    private async Task<(Letter Letter, IReadOnlyList<Signature> Signatures)> ListedAsync(string slug, params string[] names)
    {
        var (letter, text) = ALetter.Open(slug);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        return (letter, await FamilyUnity.ListAsync(app, letter, [.. names.Select(name => new Listing { Name = name })]));
    }

    private async Task<IReadOnlyList<Signature>> WaitingAsync(Letter letter, params string[] names)
    {
        var waiting = names.Select((name, at) =>
        {
            var signature = Signature.On(letter, null, new Listing { Name = name }, new Signer { Email = "kim@lake.example" }, "", new Dictionary<string, string>(), null, app.Clock.Now.AddSeconds(at));
            signature.Confirm(letter, app.Clock.Now);
            return signature;
        }).ToList();
        await app.SaveAsync([.. waiting]);
        return waiting;
    }

    /// <summary>The directory knows the organization by another name too.</summary>
    private async Task KnowAsync(Signature signature, string alias)
    {
        await using var db = app.OpenDb();
        if (await db.Organizations.IdOfAsync(alias) is not { } id)
        {
            var organization = Organization.Named("River Trust", OrganizationKind.Community, Scope.National, null, null, null, app.Clock.Now);
            organization.AddAlias(alias, app.Clock.Now);
            db.Add(organization);
            id = organization.Id;
        }

        (await db.Signatures.SingleAsync(s => s.Id == signature.Id)).BelongsTo(id);
        await db.SaveChangesAsync();
    }

    private static SeenSignature Seen(Signature signature) => new(signature.Id, signature.Revision);

    private async Task<Reviewed> ReviewAsync(Func<ReviewSignatures, Task<Reviewed>> review)
    {
        Reviewed? outcome = null;
        await app.RunAsync<ReviewSignatures>(async story => outcome = await review(story));
        return outcome!;
    }

    private Task<Signature> StoredAsync(Signature signature) => app.ReadAsync(db => db.Signatures.SingleAsync(s => s.Id == signature.Id));

    private Task<string> NewestAsync(Signature signature) => app.ReadAsync(db => db.History.About(Subject.Of<Signature>(signature.Id)).NewestFirst().Select(e => e.What).FirstAsync());

    private Task<int> TallyAsync(Letter letter) => app.ReadAsync(db => db.Tallies.Where(t => t.LetterId == letter.Id).Select(t => t.Count).SingleAsync());
}
