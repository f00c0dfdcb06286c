using System.Net.Mail;

namespace CoalitionLetters.Mail;

/// <summary>What may be written as a mail address.</summary>
public static class MailAddresses
{
    /// <summary>One plain address, without a name beside it, at a domain with a dot.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= OutboxMail.AddressMaxLength && !text.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')')
        && MailAddress.TryCreate(text, out var address) && address.Address == text && IsDomain(address.Host) && address.Host.Contains('.', StringComparison.Ordinal);

    public static bool IsDomain(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns && !text.EndsWith('.');
}
