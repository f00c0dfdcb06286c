using System.Text.Json;
using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.Invitations;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Tests.Support;

/// <summary>All rows that joining and taking apart may touch, every value of them, without the stamps that say only that something has changed.</summary>
public static class WholeRows
{
    private static readonly string[] Stamps = ["Revision", "ChangedAt", "CountedAt"];

    public static Task<string> WholeRowsAsync(this TestApp app) => app.ReadAsync(async db => string.Join('\n',
        (IEnumerable<string>)[.. await RowsAsync<Organization>(db), .. await RowsAsync<OrganizationAlias>(db), .. await RowsAsync<OrganizationContact>(db), .. await RowsAsync<Signature>(db), .. await RowsAsync<Invitation>(db), .. await RowsAsync<Tally>(db), .. await RowsAsync<SettledPair>(db)]));

    private static async Task<IEnumerable<string>> RowsAsync<T>(CoalitionDb db) where T : class =>
        (await db.Set<T>().AsNoTracking().ToListAsync()).Select(row => Row(row)).Order(StringComparer.Ordinal);

    private static string Row<T>(T row)
    {
        var values = JsonSerializer.SerializeToNode(row)!.AsObject();
        foreach (var stamp in Stamps)
            values.Remove(stamp);
        return $"{typeof(T).Name} {values.ToJsonString()}";
    }
}
