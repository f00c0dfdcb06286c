using CoalitionLetters.Counting;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Counting;

/// <summary>Pages are made anew when readers see something new, and only then.</summary>
[Trait("Needs", "Database")]
public sealed class TallyTests
{
    [Fact]
    public async Task What_readers_do_not_see_makes_no_page_anew_and_what_they_see_does()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 3);
        await app.SignAndConfirmAsync();
        var id = (await app.SignatureOfAsync("River Trust")).Id;
        var listed = await StandAsync(app);
        app.Clock.Advance(TimeSpan.FromHours(1));

        await app.RunAsync<HandOverSignature>(story => story.RunAsync(id, new Signer { Name = "Lee Example", Title = "Chair", Email = "lee@rivertrust.example" }, TestContext.Current.CancellationToken));
        var handed = await StandAsync(app);
        await app.RunAsync<CorrectListing>(story => story.RunAsync(id, new Listing { Name = "Great River Trust" }, null, TestContext.Current.CancellationToken));
        var corrected = await StandAsync(app);
        await app.RunAsync<WithdrawSignature>(story => story.RunAsync(id, TestContext.Current.CancellationToken));
        var withdrawn = await StandAsync(app);

        Assert.Equal(listed, handed);
        Assert.Equal((listed.Revision + 1, 4, app.Clock.Now), corrected);
        Assert.Equal((listed.Revision + 2, 3, app.Clock.Now), withdrawn);
    }

    private static async Task<(long Revision, int Count, DateTime CountedAt)> StandAsync(TestApp app)
    {
        var tally = await app.ReadAsync(db => db.Tallies.AsNoTracking().SingleAsync());
        return (await app.ReadAsync(db => db.Letters.Select(l => l.PublicRevision).SingleAsync()), tally.Count, tally.CountedAt);
    }
}
