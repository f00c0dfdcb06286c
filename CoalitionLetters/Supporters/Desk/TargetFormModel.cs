using CoalitionLetters.Data;

namespace CoalitionLetters.Supporters.Desk;

/// <summary>A target as staff type it.</summary>
public sealed class TargetFormModel
{
    public string? Name { get; set; }
    public string? Salutation { get; set; }
    public Channel Channel { get; set; }
    public string? Email { get; set; }
    public string? Form { get; set; }
    public string? Address { get; set; }
    public DateOnly? DeliveredOn { get; set; }
    public string? States { get; set; }
    public string? Prefixes { get; set; }
    public int MailsPerMinute { get; set; } = 30;

    /// <summary>Letters that came back go out once more.</summary>
    public bool SendAgain { get; set; }

    public static TargetFormModel Of(Target target) => new()
    {
        Name = target.Name,
        Salutation = target.Salutation,
        Channel = target.Channel,
        Email = target.Email,
        Form = target.Form,
        Address = string.Join('\n', target.PostalAddress),
        DeliveredOn = target.DeliveredOn,
        States = string.Join(", ", target.States),
        Prefixes = string.Join(", ", target.PostalPrefixes),
        MailsPerMinute = target.MailsPerMinute,
    };

    /// <exception cref="RuleBrokenException">A state is none.</exception>
    public TargetFacts ToFacts() => new(Name ?? "", Salutation ?? "", Channel)
    {
        Email = NoneIfEmpty(Email),
        Form = NoneIfEmpty(Form),
        PostalAddress = (Address ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        DeliveredOn = DeliveredOn,
        States = [.. Several(States).Select(word => Listings.States.Find(word)?.Name ?? throw new RuleBrokenException($"“{word}” is no state. Write names or abbreviations with commas between."))],
        PostalPrefixes = Several(Prefixes),
        MailsPerMinute = MailsPerMinute,
    };

    private static string[] Several(string? text) => (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? NoneIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
