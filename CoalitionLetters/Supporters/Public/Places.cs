using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CoalitionLetters.Supporters.Public;

/// <summary>
/// Where a form came from, as a keyed hash: enough to tell a flood from one place, and useless to find the place. An IPv6 address counts
/// with its network of 64 bits, because one household has that many.
/// </summary>
public sealed class Places
{
    private const int NetworkBytes = 8;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "nowhere";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, plain.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, NetworkBytes) : bytes).AsSpan(0, 16));
    }
}
