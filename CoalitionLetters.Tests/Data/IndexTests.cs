using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Data;

/// <summary>On SQLite, whose plans do not depend on how much there is.</summary>
public sealed class IndexTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_waits_for_staff_is_counted_in_one_index_and_reads_no_signature()
    {
        await using var db = app.OpenDb();

        var counts = db.Signatures.WaitingForStaff().GroupBy(s => s.LetterId).Select(g => new { g.Key, Count = g.Count() }).ToQueryString();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {counts}";
        await using var plan = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await plan.ReadAsync(TestContext.Current.CancellationToken));

        Assert.Contains("USING COVERING INDEX IX_Signatures_LetterId_Status_CorrectionSentAt_DoubtedAt", plan.GetString(3), StringComparison.Ordinal);
    }
}
