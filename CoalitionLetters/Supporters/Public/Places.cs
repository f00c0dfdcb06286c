using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CoalitionLetters.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionLetters.Supporters.Public;

/// <summary>
/// Where a form came from, as a keyed hash: enough to tell a flood from one place, and useless to find the place. An IPv6 address counts
/// with its network of 64 bits, because one household has that many. The key is the store's, so that all nodes agree and a restart forgets no flood.
/// </summary>
public sealed class Places(Db stores, TimeProvider clock)
{
    private const int NetworkBytes = 8;

    private volatile PlaceKey? known;

    public Task<string> OfAsync(HttpContext context, CancellationToken cancel = default) => OfAsync(context.Connection.RemoteIpAddress, cancel);

    public async Task<string> OfAsync(IPAddress? address, CancellationToken cancel = default)
    {
        if (address is null)
        {
            return "nowhere";
        }

        var key = await KeyAsync(PlaceKey.MonthOf(clock.UtcNow), cancel);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, plain.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, NetworkBytes) : bytes).AsSpan(0, 16));
    }

    private async Task<byte[]> KeyAsync(DateOnly month, CancellationToken cancel)
    {
        if (known is { } current && current.Month == month)
        {
            return current.Key;
        }

        await using var db = stores.Open();
        var stored = await db.PlaceKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Month == month, cancel) ?? await MakeAsync(month, cancel);
        known = stored;
        return stored.Key;
    }

    private async Task<PlaceKey> MakeAsync(DateOnly month, CancellationToken cancel)
    {
        await using var db = stores.Open();
        db.Add(PlaceKey.For(month));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another request, or another node, has made it in the same moment; that one stands.
        }

        await using var again = stores.Open();
        return await again.PlaceKeys.AsNoTracking().SingleAsync(key => key.Month == month, cancel);
    }
}

/// <summary>What the hashes of one month's places are made with. It goes with them, so that no old hash can be tested against an address.</summary>
public sealed class PlaceKey
{
    private PlaceKey() { }

    /// <summary>The first day of the month, in UTC.</summary>
    public DateOnly Month { get; private set; }
    public byte[] Key { get; private set; } = [];

    public static PlaceKey For(DateOnly month) => new() { Month = month, Key = RandomNumberGenerator.GetBytes(32) };

    public static DateOnly MonthOf(DateTime now) => new(now.Year, now.Month, 1);
}

internal sealed class PlaceKeyMap : IEntityTypeConfiguration<PlaceKey>
{
    public void Configure(EntityTypeBuilder<PlaceKey> key)
    {
        key.ToTable("PlaceKeys");
        key.HasKey(k => k.Month);
        key.Property(k => k.Key).HasMaxLength(32);
    }
}
