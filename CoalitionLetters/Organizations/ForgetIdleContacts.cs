using CoalitionLetters.Data;
using CoalitionLetters.Invitations;
using CoalitionLetters.Jobs;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations;

/// <summary>
/// Forgets contacts that belong to no letter's term: those that staff noted two years ago or more, at organizations that were not invited and have not signed since.
/// The privacy page states the two years.
/// </summary>
public sealed class ForgetIdleContacts(Db stores, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Term = TimeSpan.FromDays(730);

    public async Task RunAsync(CancellationToken cancel)
    {
        var since = clock.UtcNow - Term;
        await using var db = stores.Open();
        await db.OrganizationContacts.Where(c => c.NotedAt < since
            && !db.Set<Signature>().Any(s => s.OrganizationId == c.OrganizationId && s.SubmittedAt >= since)
            && !db.Set<Invitation>().Any(i => i.OrganizationId == c.OrganizationId && i.CreatedAt >= since)).ExecuteDeleteAsync(cancel);
    }
}
