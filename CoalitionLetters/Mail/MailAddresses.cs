using System.Net.Mail;

namespace CoalitionLetters.Mail;

/// <summary>What may be written as a mail address.</summary>
public static class MailAddresses
{
    /// <summary>One plain address, without a name beside it, at a domain with a dot, and before its @ only letters that every mail server carries.</summary>
    public static bool IsAddress(string text) => IsWhole(text) && !HasOtherLetters(text);

    /// <summary>An address in which only letters before the @ stand against it, like josé@: few mail servers carry them. After the @ they do no harm.</summary>
    public static bool HasOtherLetters(string text) => IsWhole(text) && !text[..text.LastIndexOf('@')].All(char.IsAscii);

    /// <summary>The address with its domain in small letters; null when it is none.</summary>
    public static string? Find(string text) => IsAddress(text) && text.LastIndexOf('@') is var at ? text[..at] + text[at..].ToLowerInvariant() : null;

    /// <summary>
    /// What several spellings of one mailbox have in common: small letters, no tag behind a plus, and at Gmail, which looks past them, no dots.
    /// For telling persons apart only; mail goes to the address as it was typed.
    /// </summary>
    public static string KeyOf(string text)
    {
        var address = text.Trim().ToLowerInvariant();
        var at = address.LastIndexOf('@');
        var tag = address.IndexOf('+', StringComparison.Ordinal);
        var (box, domain) = (address[..(tag > 0 && tag < at ? tag : Math.Max(at, 0))], address[(at + 1)..]);
        return at < 1 ? address : domain is "gmail.com" or "googlemail.com" ? $"{box.Replace(".", "", StringComparison.Ordinal)}@gmail.com" : $"{box}@{domain}";
    }

    /// <summary>Why an address that staff typed cannot be one, and what to do; null when it can.</summary>
    public static string? Fault(string? text, string example) => text is null || IsAddress(text) ? null
        : HasOtherLetters(text) ? $"“{text}” has letters before the @ that many mail servers do not carry. Enter another address, with plain letters there, like {example}."
        : $"“{text}” is not a mail address. Enter one like {example}.";

    private static bool IsWhole(string text) =>
        text.Length <= OutboxMail.AddressMaxLength && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')')
        && MailAddress.TryCreate(text, out var address) && address.Address == text && IsDomain(address.Host) && address.Host.Contains('.', StringComparison.Ordinal);

    public static bool IsDomain(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns && !text.EndsWith('.');
}
