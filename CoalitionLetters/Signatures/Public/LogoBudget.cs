using System.Threading.RateLimiting;
using CoalitionLetters.Web;

namespace CoalitionLetters.Signatures.Public;

/// <summary>How many logos, and pictures of signatures, one network address may bring in an hour, since each is stored before its form is complete.</summary>
public sealed class LogoBudget(RateLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = limits.LogosPerHour, Window = TimeSpan.FromHours(1) }));

    public bool Allows(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire($"from {context.Connection.RemoteIpAddress}");
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
