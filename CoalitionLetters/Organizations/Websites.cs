namespace CoalitionLetters.Organizations;

/// <summary>What may be written as an organization's website.</summary>
public static class Websites
{
    /// <summary>The address with its scheme, also where only "afscme31.org" was typed; null when it is none.</summary>
    public static string? Find(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return text.Length > 0 && Uri.TryCreate(address, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.UserInfo.Length == 0
            && site.HostNameType == UriHostNameType.Dns && site.Host.Contains('.', StringComparison.Ordinal) && site.AbsoluteUri.Length <= Organization.WebsiteMaxLength
            ? site.AbsoluteUri.TrimEnd('/') : null;
    }

    /// <summary>Why an address that staff typed cannot be one; null when it can, or when nothing was typed.</summary>
    public static string? Fault(string? typed) => string.IsNullOrWhiteSpace(typed) || Find(typed) is not null ? null : $"“{typed.Trim()}” is not a web address. Enter one like union.example, or leave it empty.";
}
