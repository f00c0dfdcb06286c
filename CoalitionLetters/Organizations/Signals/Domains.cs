using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using CoalitionLetters.Data;

namespace CoalitionLetters.Organizations.Signals;

/// <summary>Domains of mail addresses and websites, cut to what somebody registers ("mail.union.org.uk" to "union.org.uk").</summary>
public static class Domains
{
    // Hosts that lend a name below their own, so that the domain says nothing about the body.
    private static readonly FrozenSet<string> sharedHosts = """
        actionnetwork.org blogger.com blogspot.com carrd.co cargo.site facebook.com fb.com github.io gofundme.com godaddysites.com google.com instagram.com jimdofree.com linkedin.com linktr.ee medium.com
        mobilize.us mystrikingly.com nationbuilder.com netlify.app notion.site pages.dev sites.google.com squarespace.com squarespace-sites.com square.site substack.com tumblr.com twitter.com x.com vercel.app
        webflow.io weebly.com wixsite.com wordpress.com youtube.com
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly Lazy<FrozenSet<string>> freeMail = new(() => File.ReadLines(Path.Combine(ShippedData.Folder, "free-mail-domains.txt")).Where(IsEntry).ToFrozenSet());

    private static readonly Lazy<FrozenSet<string>> disposable = new(ReadDisposable);

    public static bool IsFreeMail(string domain) => Registrable(domain) is var registrable && (freeMail.Value.Contains(domain) || freeMail.Value.Contains(registrable) || IsOfFamily(registrable));

    /// <summary>A name that its provider registers in country after country: hotmail.ca, yahoo.com.au.</summary>
    private static bool IsOfFamily(string registrable) =>
        registrable.LastIndexOf('.') is > 0 and var last && last == registrable.Length - 3 && freeMail.Value.Contains($"{registrable[..registrable.IndexOf('.', StringComparison.Ordinal)]}.*");

    public static bool IsDisposable(string domain)
    {
        for (var rest = domain; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (disposable.Value.Contains(rest))
                return true;
        }
        return false;
    }

    /// <summary>A name that somebody lends to anybody, or one below it.</summary>
    public static bool IsSharedHost(string domain)
    {
        for (var rest = domain; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (sharedHosts.Contains(rest))
                return true;
        }
        return PublicSuffixes.Of(domain.Split('.')).IsLent;
    }

    /// <summary>The domain of a mail address, in ASCII; null where there is none.</summary>
    public static string? OfEmail(string? email) =>
        email is not null && email.LastIndexOf('@') is > 0 and var at ? Ascii(email[(at + 1)..]) : null;

    /// <summary>The host of a website, typed with or without https and www; null where there is none.</summary>
    public static string? OfWebsite(string? website)
    {
        if (string.IsNullOrWhiteSpace(website))
            return null;
        var address = website.Contains("://", StringComparison.Ordinal) ? website.Trim() : "https://" + website.Trim();
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.Host.Contains('.', StringComparison.Ordinal))
            return null;
        return Ascii(uri.IdnHost) is { } host ? (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host) : null;
    }

    /// <summary>The part that somebody registers. American states lend names below their own ("k12.ca.us", "austin.tx.us").</summary>
    public static string Registrable(string domain)
    {
        var labels = domain.Split('.');
        var keep = labels is [.., "k12" or "state" or "lib" or "cc" or "ci" or "co", { Length: 2 }, "us"] ? 4 : PublicSuffixes.Of(labels).Labels + 1;
        return labels.Length <= keep ? domain : string.Join('.', labels[^keep..]);
    }

    private static string? Ascii(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain.Trim().TrimEnd('.')).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static FrozenSet<string> ReadDisposable()
    {
        using var file = File.OpenRead(Path.Combine(ShippedData.Folder, "disposable-domains.txt.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var domains = new HashSet<string>();
        while (reader.ReadLine() is { } line)
        {
            if (IsEntry(line))
                domains.Add(line);
        }
        return domains.ToFrozenSet();
    }

    private static bool IsEntry(string line) => line.Length > 0 && line[0] != '#';
}
