namespace CoalitionLetters.Supporters;

/// <summary>The addresses of the supporters' pages.</summary>
public static class SupporterLinks
{
    public static string Action(string slug) => $"/actions/{Uri.EscapeDataString(slug)}";

    public static string Receipt(string slug, string told) => $"{Action(slug)}/receipt?of={told}";

    /// <summary>Opens the page whose button confirms.</summary>
    public static string Confirmation(string key) => $"/messages/{key}/confirmation";

    /// <summary>The person's own page: read, finish, withdraw, erase.</summary>
    public static string Own(string key) => $"/messages/{key}";

    public static string Withdrawal(string key) => $"{Own(key)}/withdrawal";

    public static string Erasure(string key) => $"{Own(key)}/erasure";

    /// <summary>Where a permission is taken back.</summary>
    public static string Permissions(string key) => $"{Own(key)}/permissions";

    /// <summary>For the owner of an address that somebody else typed.</summary>
    public static string Disowning(string key) => $"{Own(key)}/disowning";

    /// <summary>The person's letter to one target, ready to print.</summary>
    public static string OwnLetter(string key, Guid message) => $"{Own(key)}/letters/{message}.pdf";
}
