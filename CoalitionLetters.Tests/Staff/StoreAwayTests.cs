using CoalitionLetters.Data;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class StoreAwayTests : IAsyncLifetime
{
    private readonly Outage outage = new();
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(watch: outage);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_session_of_an_open_page_goes_on_while_the_store_is_away_and_ends_with_the_account()
    {
        var member = await app.AMemberAsync(StaffRole.Reviewer);
        await using var scope = app.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<SignInManager<StaffMember>>().CreateUserPrincipalAsync(member);
        var stores = app.Services.GetRequiredService<Db>();

        outage.IsAway = true;
        Assert.True(await StaffSession.GoesOnAsync(stores, user, new()));

        outage.IsAway = false;
        Assert.True(await StaffSession.GoesOnAsync(stores, user, new()));
        await app.RunAsync<RemoveStaff>(async story => await story.RunAsync(new("Dana Field", (await app.AMemberAsync(StaffRole.Owner)).Id), member.Id));
        Assert.False(await StaffSession.GoesOnAsync(stores, user, new()));
    }

    [Fact]
    public async Task No_step_is_taken_while_the_store_cannot_say_who_takes_it()
    {
        var member = await app.AMemberAsync(StaffRole.Reviewer);
        await using var scope = app.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<SignInManager<StaffMember>>().CreateUserPrincipalAsync(member);
        var acting = scope.ServiceProvider.GetRequiredService<ActingStaff>();

        outage.IsAway = true;

        Assert.True((await Assert.ThrowsAnyAsync<Exception>(() => acting.AsActorAsync(user))).IsStoreAway());
    }
}
