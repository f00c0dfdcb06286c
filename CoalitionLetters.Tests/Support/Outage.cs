using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoalitionLetters.Tests.Support;

/// <summary>A store that can be away: while it is, nobody gets a connection.</summary>
internal sealed class Outage : DbConnectionInterceptor
{
    public bool IsAway { get; set; }

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        IsAway ? throw new TimeoutException("The store does not answer.") : result;

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        IsAway ? throw new TimeoutException("The store does not answer.") : ValueTask.FromResult(result);
}
