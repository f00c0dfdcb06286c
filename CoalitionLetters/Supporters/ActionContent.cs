namespace CoalitionLetters.Supporters;

/// <summary>The words of a supporters' action and what its form asks.</summary>
public sealed record ActionContent
{
    public const int TitleMaxLength = 160;
    public const int SubjectMaxLength = 160;
    public const int DraftMaxLength = 8_000;
    public const int ExplanationMaxLength = 20_000;
    public const int ConsentMaxLength = 300;

    public string Title { get; init; } = "";

    /// <summary><c>en</c> or <c>es</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Why this action, in Markdown, above the form.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The proposed subject of a message.</summary>
    public string Subject { get; init; } = "";

    /// <summary>
    /// The proposed text: paragraphs with an empty line between, <c>{{own-sentence}}</c> where the person's own words stand, and
    /// <c>[[…]]</c> around what must stay.
    /// </summary>
    public string Draft { get; init; } = "";

    /// <summary>Whether people may change the text beyond their own sentence.</summary>
    public bool IsEditable { get; init; } = true;
    public IReadOnlyList<SupporterField> Fields { get; init; } = [SupporterField.FirstName, SupporterField.LastName, SupporterField.Email, SupporterField.PostalCode, SupporterField.State];

    /// <summary>Words beside the unticked box for further mail; none: the box is not shown.</summary>
    public string? ConsentText { get; init; }

    /// <summary>Personal data goes so many days after the action has closed.</summary>
    public int RetentionDays { get; init; } = 180;

    public bool Asks(SupporterField field) => Fields.Contains(field) || field is SupporterField.FirstName or SupporterField.LastName or SupporterField.Email;
}

/// <summary>What the form of an action can ask. Name and mail are always asked.</summary>
public enum SupporterField { FirstName, LastName, Email, Phone, Street, City, PostalCode, State }
