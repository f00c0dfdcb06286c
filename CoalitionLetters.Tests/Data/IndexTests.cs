using System.Data;
using CoalitionLetters.Data;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Data;

/// <summary>On SQLite, whose plans do not depend on how much there is.</summary>
public sealed class IndexTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_waits_for_staff_is_counted_along_one_index_and_reads_only_what_is_not_listed()
    {
        await using var db = app.OpenDb();

        var counts = db.Signatures.WaitingForStaff().GroupBy(s => s.LetterId).Select(g => new { g.Key, Count = g.Count() }).ToQueryString();
        var (plan, steps) = (await ReadAsync(db, $"EXPLAIN QUERY PLAN {counts}", column: 3), await ReadAsync(db, $"EXPLAIN {counts}", column: 1));

        Assert.StartsWith("SCAN s USING INDEX IX_Signatures_LetterId_Status_CorrectionSentAt_DoubtedAt", plan[0], StringComparison.Ordinal);

        // The row itself is looked up only where the index does not answer: for those held or confirmed.
        Assert.Contains("DeferredSeek", steps);
    }

    private static async Task<List<string>> ReadAsync(CoalitionDb db, string question, int column)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var answer = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await answer.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(answer.GetString(column));
        }

        return lines;
    }
}
