using CoalitionLetters.Data;

namespace CoalitionLetters.Letters;

/// <summary>One open letter, from draft to final.</summary>
public sealed partial class Letter
{
    public const int SlugMaxLength = 80;
    public const int AuthorityMaxLength = 600;
    public const string UsualAuthority =
        "I am authorized to sign this letter in the name of {organization}, and I agree that it is listed in public as shown.";

    public const string UsualAuthorityInSpanish =
        "Estoy autorizado o autorizada a firmar esta carta en nombre de {organization} y acepto que aparezca en público como se muestra.";

    private Letter() { }

    public Guid Id { get; private set; }
    public string Slug { get; private set; } = "";
    public LetterStatus Status { get; private set; }

    /// <summary>The words that stand: of a draft all that is written, of an opened letter those of its newest <see cref="TextVersion"/>, which readers see and signers agree to.</summary>
    public LetterContent Content { get; private set; } = new();

    /// <summary>What has been written on an open letter since, half-typed perhaps. Only the desk reads it, until it becomes a text version.</summary>
    public LetterContent? NextContent { get; private set; }

    /// <summary>The words in the editor.</summary>
    public LetterContent DraftContent => NextContent ?? Content;

    /// <summary>Rises with every saved draft; a second writer who saw an older one is told.</summary>
    public int Revision { get; private set; }

    /// <summary>Rises with whatever readers can see: words, state, list, count. Pages in memory are known by it.</summary>
    public long PublicRevision { get; private set; }
    public string TimeZoneId { get; private set; } = "America/New_York";

    /// <summary>Confirmed signatures are listed at once; otherwise staff look first.</summary>
    public bool ListsAtOnce { get; private set; } = true;
    public string AuthorityStatement { get; private set; } = UsualAuthority;
    public IReadOnlyList<LetterQuestion> Questions { get; private set; } = [];

    /// <summary>How long personal data of signers is kept after closing.</summary>
    public int RetentionDays { get; private set; } = 180;

    /// <summary>A signature older than this at release warns, and offers a round of re-consent.</summary>
    public int ReconsentDays { get; private set; } = 60;
    public DateTime CreatedAt { get; private set; }

    public string Title => Content.Title;

    public static Letter Draft(string slug, LetterContent content, string timeZoneId, DateTime now)
    {
        CheckSlug(slug);
        return new Letter
        {
            Id = Guid.CreateVersion7(now),
            Slug = slug,
            Content = content,
            TimeZoneId = timeZoneId,
            Revision = 1,
            PublicRevision = 1,
            CreatedAt = now,
        };
    }

    /// <summary>On whose clock its deadlines are said and kept. Fixed once it is open, because people were told.</summary>
    public void KeepTimeOf(string timeZoneId)
    {
        RuleBrokenException.ThrowIf(!TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out _), "Choose a time zone.");
        RuleBrokenException.ThrowIf(Status is not (LetterStatus.Draft or LetterStatus.Circulating), "This letter is open already; its time zone stays.");
        TimeZoneId = timeZoneId;
    }

    /// <summary>Keeps the words as typed, if nobody has saved others since <paramref name="seenRevision"/>.</summary>
    public void SaveDraft(LetterContent content, int seenRevision)
    {
        RuleBrokenException.ThrowIf(seenRevision != Revision, "Somebody else has saved this letter meanwhile.");
        RuleBrokenException.ThrowIf(Status is LetterStatus.Closed or LetterStatus.Final or LetterStatus.Withdrawn,
            "A closed letter keeps its words.");

        (Content, NextContent) = Status == LetterStatus.Open ? (Content, content) : (content, null);
        Revision++;
    }

    public void SetRules(bool listsAtOnce, string authorityStatement, IReadOnlyList<LetterQuestion> questions, int retentionDays, int reconsentDays)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrWhiteSpace(authorityStatement), "Enter the statement that signers tick.");
        RuleBrokenException.ThrowIf(authorityStatement.Length > AuthorityMaxLength, $"Keep the statement under {AuthorityMaxLength} characters.");
        RuleBrokenException.ThrowIf(retentionDays is < 1 or > 3650, "Enter a number of days between 1 and 3650.");
        RuleBrokenException.ThrowIf(reconsentDays is < 1 or > 3650, "Enter a number of days between 1 and 3650.");

        ListsAtOnce = listsAtOnce;
        AuthorityStatement = authorityStatement.Trim();
        Questions = questions;
        RetentionDays = retentionDays;
        ReconsentDays = reconsentDays;
        StateRevision++;
        PublicRevision++;
    }

    public void Rename(string slug)
    {
        RuleBrokenException.ThrowIf(Status != LetterStatus.Draft, "The address of an opened letter stays as it is, so that links keep working.");
        CheckSlug(slug);
        Slug = slug;
    }

    /// <summary>Something that readers can see has changed.</summary>
    public void Touch() => PublicRevision++;

    /// <summary>The statement in the letter's language, as long as staff have not worded their own.</summary>
    public string AuthorityTemplate => AuthorityStatement == UsualAuthority && Content.Language == "es" ? UsualAuthorityInSpanish : AuthorityStatement;

    public string AuthorityFor(string organization) => AuthorityTemplate.Replace("{organization}", organization, StringComparison.Ordinal);

    public static bool IsSlug(string slug) =>
        slug.Length is > 0 and <= SlugMaxLength && slug[0] != '-' && slug[^1] != '-' && slug.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static void CheckSlug(string slug)
    {
        RuleBrokenException.ThrowIf(string.IsNullOrEmpty(slug), "Enter an address for the letter, like clean-water.");
        RuleBrokenException.ThrowIf(!IsSlug(slug), "Use small letters, digits and hyphens for the address, like clean-water.");
    }
}

public enum LetterStatus { Draft, Circulating, Open, Closed, Final, Withdrawn }

/// <summary>A question of the letter's own on the sign-on form.</summary>
public sealed record LetterQuestion(string Key, string Text, QuestionKind Kind, bool Required = false);

public enum QuestionKind { Tick, Line }
