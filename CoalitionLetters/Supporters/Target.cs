using CoalitionLetters.Data;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;

namespace CoalitionLetters.Supporters;

/// <summary>Somebody whom supporters write to, and the way their messages go.</summary>
public sealed class Target
{
    public const int NameMaxLength = 160;
    public const int AddressMaxLength = 300;

    private Target() { }

    public Guid Id { get; private set; }
    public Guid ActionId { get; private set; }
    public int Order { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>"the White House", where the name stands inside a sentence.</summary>
    public string NameInSentence => Name.StartsWith("The ", StringComparison.Ordinal) ? $"the {Name.AsSpan("The ".Length)}" : Name;

    /// <summary>"Dear President Trump,"</summary>
    public string Salutation { get; private set; } = "";
    public Channel Channel { get; private set; }

    /// <summary>The mailbox, for <see cref="Channel.Mail"/> and <see cref="Channel.OwnMail"/>.</summary>
    public string? Email { get; private set; }

    /// <summary>The address of the web form, for <see cref="Channel.WebForm"/>.</summary>
    public string? Form { get; private set; }

    /// <summary>The postal address, for <see cref="Channel.Print"/>.</summary>
    public IReadOnlyList<string> PostalAddress { get; private set; } = [];

    /// <summary>The day of delivery by hand, for <see cref="Channel.Print"/>.</summary>
    public DateOnly? DeliveredOn { get; private set; }

    /// <summary>Full names of the states whose people write to it; empty: everybody's.</summary>
    public IReadOnlyList<string> States { get; private set; } = [];

    /// <summary>Beginnings of the postal codes whose people write to it; empty: every code's.</summary>
    public IReadOnlyList<string> PostalPrefixes { get; private set; } = [];

    /// <summary>At most so many mails a minute go to it.</summary>
    public int MailsPerMinute { get; private set; } = 30;

    public static Target Of(SupportersAction action, int order, TargetFacts facts, DateTime now)
    {
        var target = new Target { Id = Guid.CreateVersion7(now), ActionId = action.Id, Order = order };
        target.Change(facts);
        return target;
    }

    /// <exception cref="RuleBrokenException">Something that its channel needs is missing or cannot be used.</exception>
    public void Change(TargetFacts facts)
    {
        Check(facts);
        Name = facts.Name.Trim();
        Salutation = facts.Salutation.Trim();
        Channel = facts.Channel;
        Email = facts.Email?.Trim();
        Form = facts.Form?.Trim();
        PostalAddress = facts.PostalAddress;
        DeliveredOn = facts.DeliveredOn;
        States = facts.States;
        PostalPrefixes = facts.PostalPrefixes;
        MailsPerMinute = Math.Clamp(facts.MailsPerMinute, 1, 600);
    }

    /// <inheritdoc cref="Change"/>
    public static void Check(TargetFacts facts)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(facts.Name) || facts.Name.Length > NameMaxLength, $"Enter the name of the target, at most {NameMaxLength} characters.");
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(facts.Salutation) || facts.Salutation.Length > NameMaxLength, $"Enter the salutation for {facts.Name}, like \"Dear Senator Example,\".");
        RuleBrokenException.ThrowIf(facts.Channel is Channel.Mail or Channel.OwnMail && string.IsNullOrWhiteSpace(facts.Email), $"Enter the mail address of {facts.Name}.");
        var fault = string.IsNullOrWhiteSpace(facts.Email) ? null : MailAddresses.Fault(facts.Email.Trim(), "letters@senate.example");
        RuleBrokenException.ThrowIf(fault is not null, fault ?? "");
        RuleBrokenException.ThrowIf(
            facts.Channel == Channel.WebForm && !(Uri.TryCreate(facts.Form, UriKind.Absolute, out var form) && form.Scheme == Uri.UriSchemeHttps && facts.Form!.Length <= AddressMaxLength),
            $"Enter the full address of {facts.Name}'s form, beginning with https://.");
        RuleBrokenException.ThrowIf(facts.Channel == Channel.Print && facts.PostalAddress.Count == 0, $"Enter the postal address of {facts.Name}.");
    }

    /// <summary>The same for the same office and the same places, whichever way it is reached. Capitals, accents, runs of blanks and the order of places do not matter.</summary>
    public string Office => OfficeOf(Name, States, PostalPrefixes);

    internal static string OfficeOf(string name, IReadOnlyList<string> states, IReadOnlyList<string> prefixes) => $"{Folded(name)}\n{Folded(states)}\n{Folded(prefixes)}";

    private static string Folded(IReadOnlyList<string> places) => string.Join(';', places.Select(Folded).Distinct().Order(StringComparer.Ordinal));

    private static string Folded(string text) => string.Join(' ', Folding.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public bool IsFor(string? state, string? postalCode) =>
        (States.Count == 0 || (state is not null && States.Contains(state, StringComparer.OrdinalIgnoreCase)))
        && (PostalPrefixes.Count == 0 || (postalCode is not null && PostalPrefixes.Any(prefix => postalCode.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))));
}

/// <summary>What staff enter, or import, for a target.</summary>
public sealed record TargetFacts(string Name, string Salutation, Channel Channel)
{
    public string? Email { get; init; }
    public string? Form { get; init; }
    public IReadOnlyList<string> PostalAddress { get; init; } = [];
    public DateOnly? DeliveredOn { get; init; }
    public IReadOnlyList<string> States { get; init; } = [];
    public IReadOnlyList<string> PostalPrefixes { get; init; } = [];
    public int MailsPerMinute { get; init; } = 30;

    /// <inheritdoc cref="Target.Office"/>
    public string Office => Target.OfficeOf(Name, States, PostalPrefixes);
}

/// <summary>How a message reaches its target.</summary>
public enum Channel
{
    /// <summary>A mail by our server, answered to the person.</summary>
    Mail,

    /// <summary>The person copies the text and opens the page of the form.</summary>
    WebForm,

    /// <summary>A printed letter, delivered by hand or by post.</summary>
    Print,

    /// <summary>The person's own mail program.</summary>
    OwnMail,
}
