using System.Net;

namespace CoalitionLetters.Web;

/// <summary>Where the world sees the app. Section <c>Site</c> of the settings.</summary>
/// <param name="Address">Scheme and host in mailed links and files, or null to take the address the server listens at.</param>
/// <param name="Proxies">Reverse proxies whose <c>X-Forwarded-*</c> headers are believed.</param>
public sealed record SiteSettings(Uri? Address, IReadOnlyList<IPNetwork> Proxies)
{
    public const string DefaultAddress = "http://localhost:5080";

    public static SiteSettings From(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Site");
        var address = section.Address("Address", "https://letters.example");
        var proxies = section.Text("Proxies")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var settings = new SiteSettings(address, [.. proxies.Select(proxy => Network(section, proxy))]);
        section.Done();
        return settings;
    }

    private static IPNetwork Network(SettingsSection section, string proxy)
    {
        if (IPNetwork.TryParse(proxy, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(proxy, out var one)
            ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
            : throw section.Wrong("Proxies", proxy, "Set it to addresses or networks like 127.0.0.1, 10.0.0.0/8.");
    }
}
