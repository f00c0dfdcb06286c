namespace CoalitionLetters.Letters;

/// <summary>
/// The words of a letter and how they are set: its formal parts, each optional but the body. The same content is drafted at the
/// desk, kept with each text version, read from a file, and set as page, PDF and plain text.
/// </summary>
public sealed record LetterContent
{
    public const int TitleMaxLength = 160;
    public const int LineMaxLength = 200;
    public const int BodyMaxLength = 200_000;

    public string Title { get; init; } = "";

    /// <summary>The letter's language, <c>en</c> or <c>es</c>.</summary>
    public string Language { get; init; } = "en";
    public Paper Paper { get; init; } = Paper.Letter;

    /// <summary>Whether printed lines of the body, its quotes and notes are as wide as the page.</summary>
    public bool Justify { get; init; }

    /// <summary>Whether words are divided at the ends of printed lines.</summary>
    public bool Hyphenate { get; init; }

    /// <summary>The date line. None: the day it was opened, or published.</summary>
    public DateOnly? Date { get; init; }
    public IReadOnlyList<Letterhead> Letterhead { get; init; } = [];

    /// <summary>The delivery line, like "VIA EMAIL".</summary>
    public string? Delivery { get; init; }
    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    /// <summary>How many recipients stand side by side: 1 (stacked) or 2.</summary>
    public int RecipientsAbreast { get; init; } = 1;
    public string? Re { get; init; }
    public IReadOnlyList<string> Dockets { get; init; } = [];
    public string? Salutation { get; init; }

    /// <summary>Markdown with footnotes, tables and the placeholders of <see cref="Placeholders"/>.</summary>
    public string Body { get; init; } = "";
    public string? Closing { get; init; }
    public IReadOnlyList<string> Cc { get; init; } = [];
    public IReadOnlyList<string> Enclosures { get; init; } = [];
    public string? Contact { get; init; }

    public SignatoryKind Signatories { get; init; } = SignatoryKind.Organizations;
    public string NounOne { get; init; } = "organization";
    public string NounMany { get; init; } = "organizations";

    /// <summary>What <c>{{nouns-in-text}}</c> stands for, like "unions and community organizations".</summary>
    public string? NounsInText { get; init; }
    public SectionsBy Sections { get; init; } = SectionsBy.Scope;
    public bool LeadsFirst { get; init; }

    /// <summary>Whether a leading "The" counts in the order of the list.</summary>
    public bool KeepThe { get; init; }

    /// <summary>Officials' signature blocks side by side, 1 to 3; 0 sets them as a list.</summary>
    public int SignatureColumns { get; init; } = 2;

    public string Noun(int count) => count == 1 ? NounOne : NounMany;
}

/// <summary>A lead organization, or an office, on the letterhead.</summary>
public sealed record Letterhead
{
    public string Name { get; init; } = "";
    public string? Office { get; init; }
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>The stored picture of its logo.</summary>
    public Guid? LogoId { get; init; }
}

public sealed record Recipient
{
    public string? Honorific { get; init; }
    public string Name { get; init; } = "";
    public string? Title { get; init; }
    public string? Body { get; init; }
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>The block as it is printed, line by line.</summary>
    public IEnumerable<string> Lines()
    {
        var person = string.Join(' ', new[] { Honorific, Name }.Where(part => !string.IsNullOrWhiteSpace(part)));
        foreach (var line in new[] { person, Title, Body }.Concat(Address))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line;
            }
        }
    }
}

public enum Paper { Letter, A4 }

public enum SignatoryKind { Organizations, Officials, Individuals }

/// <summary>How the list is divided: by scope (national, then state and local by state), by kind of organization, or not at all.</summary>
public enum SectionsBy { Scope, Kind, None }
