using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class OpenCircuitTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(listens: true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_open_desk_page_leaves_for_the_sign_in_page_when_its_account_is_removed()
    {
        await app.SaveAsync(ALetter.Draft(slug: "clean-water"));
        var owner = await app.AMemberAsync(StaffRole.Owner);
        var member = await app.AMemberAsync(StaffRole.Editor);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        await page.GotoAsync("/staff/sign-in?then=/staff/letters/clean-water/edit");
        await page.GetByLabel("E-mail address").FillAsync(member.Email!);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator(".editor").WaitForAsync();

        await app.RunAsync<RemoveStaff>(story => story.RunAsync(new(owner.Name, owner.Id), member.Id));

        await page.WaitForURLAsync("**/staff/sign-in*", new() { Timeout = 30_000 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_open_editor_stores_nothing_more_from_the_moment_its_account_is_removed_or_demoted(bool removed)
    {
        var letter = ALetter.Draft(slug: "clean-air");
        await app.SaveAsync(letter);
        var owner = await app.AMemberAsync(StaffRole.Owner);
        var member = await app.AMemberAsync(StaffRole.Editor);
        var page = await app.StaffPageAsync(StaffRole.Editor);
        await using var context = page.Context;
        await page.GotoAsync("/staff/letters/clean-air/edit");
        await page.Locator(".pages img").First.WaitForAsync();
        await page.Locator("#body").FillAsync("Before.");
        await Assertions.Expect(page.Locator(".saving [role=status]")).ToContainTextAsync("Saved ");

        var who = new Actor(owner.Name, owner.Id);
        await (removed
            ? app.RunAsync<RemoveStaff>(story => story.RunAsync(who, member.Id))
            : app.RunAsync<ChangeRole>(story => story.RunAsync(who, member.Id, StaffRole.Viewer)));
        await page.Locator("#body").FillAsync("After.");

        // Whichever is faster: the refusal, or the open page that leaves by itself.
        await page.GetByText("Your session has ended").Or(page.GetByLabel("E-mail address")).First.WaitForAsync();
        Assert.Equal("Before.", (await app.ReadAsync(db => db.Letters.SingleAsync(l => l.Id == letter.Id))).Content.Body);
    }

    [Fact]
    public async Task Who_acts_is_asked_of_the_store_at_each_step()
    {
        var owner = await app.AMemberAsync(StaffRole.Owner);
        var member = await app.AMemberAsync(StaffRole.Reviewer);
        await using var scope = app.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<SignInManager<StaffMember>>().CreateUserPrincipalAsync(member);
        var acting = scope.ServiceProvider.GetRequiredService<ActingStaff>();
        Assert.Equal(member.Id, (await acting.AsActorAsync(user)).StaffId);

        await app.RunAsync<ChangeRole>(story => story.RunAsync(new(owner.Name, owner.Id), member.Id, StaffRole.Viewer));

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => acting.AsActorAsync(user));
        Assert.StartsWith("Your session has ended", refusal.Message, StringComparison.Ordinal);
    }
}
