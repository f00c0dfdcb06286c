using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Officials;

/// <summary>One office that is asked to sign a letter: whose it is, how it is reached, and what it answered.</summary>
public sealed class Seat
{
    private Seat() { }

    public Guid Id { get; private set; }
    public Guid LetterId { get; private set; }
    public SeatDetails Details { get; private set; } = new();
    public DateTime? InvitedAt { get; private set; }

    /// <summary>When the office was last written to again.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>The mail address of the office's staff who filled in the form.</summary>
    public string? PreparedBy { get; private set; }
    public DateTime? PreparedAt { get; private set; }

    /// <summary>The office's signature, also while it still waits for the principal.</summary>
    public Guid? SignatureId { get; private set; }
    public DateTime? DeclinedAt { get; private set; }
    public string? DeclineReason { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public int Revision { get; private set; }

    public static Seat On(Letter letter, SeatDetails details, DateTime now)
    {
        RuleBrokenException.ThrowIf(letter.Content.Signatories != SignatoryKind.Officials, "Only a letter of officials has seats. Say so among the letter's count words and list.");
        return new Seat { Id = Guid.CreateVersion7(now), LetterId = letter.Id, Details = details.Checked(), CreatedAt = now, Revision = 1 };
    }

    public void Correct(SeatDetails details)
    {
        Details = details.Checked();
        Revision++;
    }

    /// <summary>The first time it invites, after that it reminds.</summary>
    public void Invite(DateTime now)
    {
        RemindedAt = InvitedAt is null ? null : now;
        InvitedAt ??= now;
        Revision++;
    }

    /// <summary>Whether the office, or its principal, got a mail after this moment.</summary>
    public bool WasWrittenToSince(DateTime moment) => (RemindedAt ?? InvitedAt) > moment || PreparedAt > moment;

    /// <summary>The office's staff have filled in the form; the principal, or a deputy, has the last word.</summary>
    public void Prepare(Signature signature, string preparedBy, DateTime now)
    {
        SignatureId = signature.Id;
        PreparedBy = preparedBy;
        PreparedAt = now;
        DeclinedAt = null;
        DeclineReason = null;
        Revision++;
    }

    /// <summary>Staff of the coalition have entered a signature that came another way.</summary>
    public void SignedBy(Signature signature)
    {
        SignatureId = signature.Id;
        DeclinedAt = null;
        DeclineReason = null;
        Revision++;
    }

    public void Decline(string? reason, DateTime now)
    {
        RuleBrokenException.ThrowIf(reason is { Length: > Signature.NoteMaxLength }, $"Keep the reason under {Signature.NoteMaxLength} characters.");
        DeclinedAt = now;
        DeclineReason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        Revision++;
    }

    /// <summary>The term for personal data is over.</summary>
    public void ForgetContact()
    {
        Details = Details with { Email = null, ContactName = null, ContactEmail = null };
        PreparedBy = null;
        DeclineReason = null;
        Revision++;
    }

    /// <summary>Whether the office has given its signature, also one at which staff still look. One whose words changed in substance has to be given again.</summary>
    public static bool HasSigned(Signature signature) =>
        signature is { ConfirmedAt: not null, AskedAgainAt: null, Status: SignatureStatus.Listed or SignatureStatus.Confirmed or SignatureStatus.Held };

    public SeatAnswer Answer(SignatureStatus? signature) => signature switch
    {
        SignatureStatus.Listed or SignatureStatus.Confirmed => SeatAnswer.Signed,
        SignatureStatus.Held => SeatAnswer.Held,
        _ when DeclinedAt is not null => SeatAnswer.Declined,
        SignatureStatus.Declined => SeatAnswer.TurnedDown,
        SignatureStatus.Withdrawn => SeatAnswer.Withdrawn,
        SignatureStatus.Submitted => SeatAnswer.Prepared,
        _ => InvitedAt is null ? SeatAnswer.NotAsked : SeatAnswer.NotAnswered,
    };
}

/// <summary>What has become of a seat. <see cref="TurnedDown"/>: the coalition did not take the signature.</summary>
public enum SeatAnswer { NotAsked, NotAnswered, Prepared, Held, Signed, Declined, Withdrawn, TurnedDown }

public enum SeatRole { Signer, CoLead, Lead }

/// <summary>Who holds an office and how it is reached. All but the first five are for staff only.</summary>
public sealed record SeatDetails
{
    public const int PartyMaxLength = 60;
    public const int DomainMaxLength = 100;

    /// <summary>For what the office is held: a state, a district, a city.</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>The state in which the jurisdiction lies; for an attorney general the same.</summary>
    public string? State { get; init; }

    /// <summary>The office as it is printed, like "Attorney General of New Mexico".</summary>
    public string Title { get; init; } = "";

    /// <summary>The official's name as it is printed.</summary>
    public string Name { get; init; } = "";
    public string? Party { get; init; }
    public SeatRole Role { get; init; }

    /// <summary>The office's own mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The domain from which the office writes.</summary>
    public string? Domain { get; init; }

    /// <summary>Who in the office handles the letter, apart from the principal.</summary>
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public Guid? PictureId { get; init; }

    /// <summary>Where the invitation goes: to the staff contact, or else to the office.</summary>
    public string? InvitedAddress => ContactEmail ?? Email;

    /// <summary>The office with its jurisdiction, which a title like "Mayor" does not name. The state is set below it where neither names it.</summary>
    /// <param name="title">With or without the party behind it.</param>
    public string Printed(string title)
    {
        var party = Party is not null && title.EndsWith(Behind(Party), StringComparison.Ordinal) ? Behind(Party) : "";
        var office = title[..^party.Length];
        return (IsOfState || Names(office, Jurisdiction) ? office : $"{office}, {Jurisdiction}") + party;
    }

    /// <summary>The office as it is printed after the seat was corrected: the office's own words, with the new jurisdiction and party behind them.</summary>
    public string Printed(string title, SeatDetails was, CirculationRules rules)
    {
        var hadParty = was.Party is not null && title.EndsWith(Behind(was.Party), StringComparison.Ordinal);
        var office = Without(hadParty ? title[..^Behind(was.Party!).Length] : title, $", {was.Jurisdiction}");
        var said = office == was.Title ? Title : office;
        return Printed(said) + (rules.PrintsParty && Party is not null && (hadParty || was.Party is null) ? Behind(Party) : "");
    }

    internal bool IsOfState => States.Find(State)?.Name == Jurisdiction;

    /// <summary>How the official is listed when nothing else is said.</summary>
    public Listing ToListing(CirculationRules rules) => new()
    {
        Name = Name,
        Title = Printed(Title) + (rules.PrintsParty && Party is not null ? Behind(Party) : ""),
        Scope = IsOfState || State is null ? Scope.State : Scope.Local,
        State = State,
        IsLead = Role != SeatRole.Signer,
        Order = Role switch { SeatRole.Lead => 1, SeatRole.CoLead => 2, _ => null },
        SignaturePictureId = PictureId,
    };

    /// <summary>How the official is listed when the office itself has said the name and the title.</summary>
    public Listing ToListing(CirculationRules rules, string name, string title, Guid? pictureId) =>
        ToListing(rules) with { Name = name, Title = Printed(title), SignaturePictureId = pictureId };

    /// <summary>The same with blanks removed, the state's name written out, and the city or county that only the office names.</summary>
    /// <exception cref="RuleBrokenException">Something is missing or cannot be; each has a sentence that says what.</exception>
    internal SeatDetails Checked()
    {
        var faults = new List<string>();
        var seat = Plain(faults);
        RuleBrokenException.ThrowIf(faults.Count > 0, string.Join(' ', faults));
        return seat;
    }

    /// <summary>What is missing or cannot be, each with a sentence that says what; nothing where it can be a seat.</summary>
    internal IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Plain(faults);
        return faults;
    }

    private SeatDetails Plain(List<string> faults)
    {
        // "LA" in California is a city and not Louisiana.
        var named = States.Find(Jurisdiction)?.Name;
        var state = States.Find(State)?.Name ?? named;
        var jurisdiction = named is not null && named == state ? named : Line(Jurisdiction) ?? state;
        jurisdiction = jurisdiction is not null && jurisdiction == state ? OfficePlace.NamedIn(Title, States.Find(state)) ?? jurisdiction : jurisdiction;
        Fail(Line(State) is not null && States.Find(State) is null, $"There is no state “{State?.Trim()}”.");
        Fail(jurisdiction is null && Line(State) is null, "Enter the jurisdiction, like New Mexico or City of Albany.");
        Fail(Line(Name) is null, $"Enter the name of the official of {jurisdiction ?? "this office"}.");
        Fail(Line(Title) is null, $"Enter the office of {Line(Name) ?? "this official"}, like Attorney General of {jurisdiction ?? "New Mexico"}.");
        Limit(jurisdiction, Organization.PlaceMaxLength, "jurisdiction");
        Limit(Name, Signature.PersonMaxLength, "name");
        Limit(Title, Signature.PersonMaxLength, "office");
        Limit(Party, PartyMaxLength, "party");
        Limit(ContactName, Signature.PersonMaxLength, "contact's name");
        var seat = this with
        {
            Jurisdiction = jurisdiction ?? "",
            State = state,
            Name = Name.Trim(),
            Title = Title.Trim(),
            Party = Line(Party),
            Email = Address(Email),
            Domain = DomainOf(Domain),
            ContactName = Line(ContactName),
            ContactEmail = Address(ContactEmail),
        };
        if (faults.Count == 0)
        {
            var line = seat.ToListing(new CirculationRules { PrintsParty = true });
            Fail(line.Fault is not null, $"{seat.Name}, {seat.Title}: {line.Fault}");
            Limit(line.Title, Signature.PersonMaxLength, "office with its jurisdiction and party");
        }

        return seat;

        void Limit(string? text, int most, string what) =>
            Fail(text is not null && text.Trim().Length > most, $"The {what} “{text?.Trim()[..Math.Min(40, text.Trim().Length)]}…” is longer than {most} characters. Shorten it.");

        string? Address(string? text)
        {
            var address = Line(text);
            var fault = MailAddresses.Fault(address, "letters@nmag.gov");
            Fail(fault is not null, fault ?? "");
            return address;
        }

        string? DomainOf(string? text)
        {
            var domain = Line(text)?.TrimStart('@').ToLowerInvariant();
            Fail(domain is not null && (domain.Length > DomainMaxLength || !MailAddresses.IsDomain(domain)), $"“{domain}” is not a domain. Enter one like nmag.gov.");
            return domain;
        }

        void Fail(bool wrong, string sentence)
        {
            if (wrong)
            {
                faults.Add(sentence);
            }
        }
    }

    /// <summary>"Mayor of Albany" names "City of Albany".</summary>
    private static bool Names(string title, string jurisdiction) =>
        title.Contains(jurisdiction[(jurisdiction.IndexOf(" of ", StringComparison.OrdinalIgnoreCase) is var of and >= 0 ? of + 4 : 0)..], StringComparison.OrdinalIgnoreCase);

    private static string Without(string text, string end) => text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;

    private static string Behind(string party) => $" ({party})";

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
