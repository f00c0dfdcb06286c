namespace CoalitionLetters.Supporters;

/// <summary>The addresses of the supporters' pages.</summary>
public static class SupporterLinks
{
    public static string Action(string slug) => $"/actions/{Uri.EscapeDataString(slug)}";

    /// <summary>Opens the page whose button confirms.</summary>
    public static string Confirmation(string key) => $"/messages/{key}/confirmation";

    /// <summary>The person's own page: read, finish, withdraw, erase.</summary>
    public static string Own(string key) => $"/messages/{key}";
}
