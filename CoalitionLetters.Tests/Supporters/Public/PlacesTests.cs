using System.Net;
using CoalitionLetters.Data;
using CoalitionLetters.Supporters;
using CoalitionLetters.Supporters.Public;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Supporters.Public;

[Trait("Needs", "Database")]
public sealed class PlacesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task All_nodes_know_the_same_place_also_when_they_begin_at_once()
    {
        var hashes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Node().OfAsync(IPAddress.Parse("192.0.2.7")))));

        Assert.Single(hashes.Distinct());
        Assert.Equal(hashes[0], await Node().OfAsync(IPAddress.Parse("::ffff:192.0.2.7")));
        Assert.NotEqual(hashes[0], await Node().OfAsync(IPAddress.Parse("192.0.2.8")));
    }

    [Fact]
    public async Task A_household_counts_as_one_place()
    {
        Assert.Equal(await Node().OfAsync(IPAddress.Parse("2001:db8:1:2::3")), await Node().OfAsync(IPAddress.Parse("2001:db8:1:2:ffff::4")));
        Assert.NotEqual(await Node().OfAsync(IPAddress.Parse("2001:db8:1:2::3")), await Node().OfAsync(IPAddress.Parse("2001:db8:1:3::3")));
    }

    [Fact]
    public async Task The_key_of_a_month_goes_with_its_hashes()
    {
        await using var later = await TestApp.StartAsync();
        var places = later.Services.GetRequiredService<Places>();
        var before = await places.OfAsync(IPAddress.Loopback);

        later.Clock.Advance(TimeSpan.FromDays(62));
        await later.RunJobAsync<ForgetSupporters>();
        Assert.Empty(await later.ReadAsync(db => db.PlaceKeys.ToListAsync()));

        Assert.NotEqual(before, await places.OfAsync(IPAddress.Loopback));
    }

    private Places Node() => new(app.Services.GetRequiredService<Db>(), app.Clock);
}
