using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Coalitions;

/// <summary>The coalition as every page needs it, kept in memory. Another node's change is seen within half a minute.</summary>
public sealed class CurrentCoalition(Db stores)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private volatile Kept? kept;

    /// <summary>The coalition, or a stand-in named after the app as long as nobody has set one up. Not tracked: never change it.</summary>
    public Coalition Value => Read() ?? Coalition.NotYet();

    public bool IsSetUp => Read() is not null;

    /// <summary>Called after a change on this node.</summary>
    public void Forget() => kept = null;

    private Coalition? Read()
    {
        if (kept is { } fresh && Environment.TickCount64 - fresh.At < KeptFor.TotalMilliseconds)
        {
            return fresh.Coalition;
        }

        using var db = stores.Open();
        var found = db.Coalition.AsNoTracking().SingleOrDefault();
        kept = found is null ? null : new(found, Environment.TickCount64);
        return found;
    }

    private sealed record Kept(Coalition Coalition, long At);
}
