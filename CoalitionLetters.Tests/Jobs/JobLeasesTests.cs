using CoalitionLetters.Data;
using CoalitionLetters.Jobs;
using CoalitionLetters.Tests.Mail;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Jobs;

[Trait("Needs", "Database")]
public sealed class JobLeasesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Job = "CloseDueLetters";

    [Fact]
    public async Task One_of_several_nodes_takes_a_job()
    {
        var nodes = Enumerable.Range(0, 6).Select(_ => Node()).ToList();
        await Task.WhenAll(nodes.Select(node => node.MakeRowsAsync(["Once"], TestContext.Current.CancellationToken)));

        var taken = await Task.WhenAll(nodes.Select(node => node.TakeAsync("Once", woken: false, TestContext.Current.CancellationToken)));

        Assert.Single(taken, took => took);
    }

    [Fact]
    public async Task A_job_is_due_again_after_its_pause_or_when_it_is_woken()
    {
        var node = Node();
        var cancel = TestContext.Current.CancellationToken;
        await node.MakeRowsAsync([Job], cancel);
        await node.TakeAsync(Job, woken: false, cancel);
        await node.GiveBackAsync(Job, TimeSpan.FromMinutes(5), null, cancel);

        Assert.False(await node.TakeAsync(Job, woken: false, cancel));
        Assert.True(await node.TakeAsync(Job, woken: true, cancel));
        await node.GiveBackAsync(Job, TimeSpan.FromMinutes(5), null, cancel);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await node.TakeAsync(Job, woken: false, cancel));
        await node.GiveBackAsync(Job, TimeSpan.Zero, null, cancel);
    }

    [Fact]
    public async Task A_node_that_died_loses_the_job_when_its_lease_ends_and_a_living_one_does_not()
    {
        var (first, second) = (Node(), Node());
        var cancel = TestContext.Current.CancellationToken;
        await first.MakeRowsAsync(["Long"], cancel);
        await first.TakeAsync("Long", woken: false, cancel);

        app.Clock.Advance(JobLeases.Length / 2);
        await first.RenewAsync("Long", cancel);
        app.Clock.Advance(JobLeases.Length / 2);
        Assert.False(await second.TakeAsync("Long", woken: true, cancel));

        app.Clock.Advance(JobLeases.Length / 2);
        Assert.True(await second.TakeAsync("Long", woken: false, cancel));
        await first.GiveBackAsync("Long", TimeSpan.Zero, null, cancel);
        Assert.NotNull((await app.ReadAsync(db => db.Set<JobRun>().SingleAsync(run => run.Name == "Long"))).LeasedUntil);
    }

    [Fact]
    public async Task A_mail_leaves_as_soon_as_the_change_that_causes_it_is_saved()
    {
        await using var server = MailServer.Start();
        await using var running = await TestApp.StartAsync(settings:
            [("Jobs:Run", "true"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:Security", "none"), ("Mail:From", "letters@unity.example")]);

        await running.PutAsync(new PlainMail("sam@river.example"));

        await Eventually.HoldsAsync(() => server.Accepted.Count == 1, TimeSpan.FromSeconds(5));
    }

    private JobLeases Node() => new(app.Services.GetRequiredService<Db>(), app.Clock);
}
