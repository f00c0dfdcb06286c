using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Data;

[Trait("Needs", "Database")]
public sealed class MigrationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void The_engines_migrations_make_the_model_as_it_is()
    {
        using var db = app.OpenDb();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_start_does_not_hold_up_the_next_one()
    {
        var file = Path.Combine(TestStore.Folder, $"{Guid.NewGuid():N}.db");
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={file};Pooling=False").UseApplicationServiceProvider(app.Services).Options);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock VALUES (1, datetime('now'))");

        await DatabaseSetup.BringUpToDateAsync(db).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(0, await db.Letters.CountAsync());
    }
}
