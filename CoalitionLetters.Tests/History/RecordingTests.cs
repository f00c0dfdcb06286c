using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.History;

[Trait("Needs", "Database")]
public sealed class RecordingTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Ana = new("Ana Flores", Guid.CreateVersion7());

    [Fact]
    public async Task Only_the_values_that_differ_are_kept()
    {
        var subject = Subject.Of<StaffMember>(Guid.CreateVersion7());
        await using var db = app.OpenDb();

        db.Record(Ana, app.Clock.Now, "moved the deadline", subject, new { Title = "Clean water", Closes = "June 22" }, new { Title = "Clean water", Closes = "June 29" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var entry = await app.ReadAsync(read => read.History.About(subject).SingleAsync());
        Assert.Equal(("""{"closes":"June 22"}""", """{"closes":"June 29"}"""), (entry.Before, entry.After));
        Assert.Equal((Ana.Name, Ana.StaffId, app.Clock.Now), (entry.Who, entry.StaffId, entry.At));
    }

    [Fact]
    public async Task A_change_that_is_taken_back_leaves_no_history()
    {
        var subject = Subject.Of<StaffMember>(Guid.CreateVersion7());
        await using var db = app.OpenDb();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransactionAsync(async () =>
        {
            db.Record(Ana, app.Clock.Now, "opened the letter", subject);
            await db.SaveChangesAsync();
            throw new InvalidOperationException();
        }, TestContext.Current.CancellationToken));

        Assert.False(await app.ReadAsync(read => read.History.About(subject).AnyAsync()));
    }

    [Fact]
    public async Task A_letters_history_holds_what_belongs_to_it_newest_first()
    {
        var letter = Guid.CreateVersion7();
        await using var db = app.OpenDb();
        db.Record(Ana, app.Clock.Now, "wrote the letter", new Subject("Letter", letter, null));
        db.Record(Actor.Signer, app.Clock.Now.AddMinutes(1), "signed", new Subject("Signature", Guid.CreateVersion7(), letter));
        db.Record(Ana, app.Clock.Now.AddMinutes(2), "did something else", new Subject("Letter", Guid.CreateVersion7(), null));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var history = await app.ReadAsync(read => read.History.AboutLetter(letter).NewestFirst().Select(entry => entry.What).ToListAsync());

        Assert.Equal(["signed", "wrote the letter"], history);
    }
}
