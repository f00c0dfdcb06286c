using CoalitionLetters.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoalitionLetters.Web;

/// <summary>Healthy as long as the store can be reached.</summary>
internal sealed class StoreAnswers(Db stores) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = stores.Open();
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store cannot be reached.");
    }
}
