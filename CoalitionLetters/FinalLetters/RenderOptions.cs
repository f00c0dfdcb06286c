using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Web;

namespace CoalitionLetters.FinalLetters;

/// <summary>What a letter's PDF needs besides the letter and its list.</summary>
public sealed record RenderOptions
{
    public static string ShippedFontFolder => FontLibrary.ShippedFolder;

    /// <summary>The fonts that travel with the app.</summary>
    public static FontLibrary ShippedFonts => FontLibrary.Shipped;

    public FontLibrary Fonts { get; init; } = ShippedFonts;

    /// <summary>The family of fonts that the letter is set in.</summary>
    public string Family { get; init; } = Typography.Shipped;

    /// <summary>Of the letterhead, its rule and the headings of the list.</summary>
    public Color Accent { get; init; } = Typography.Navy;

    /// <summary>Puts a watermark on every page.</summary>
    public bool Draft { get; init; }

    /// <summary>Shows a footnote that is not in order as it was typed, so that its author sees the page; of any other letter it is refused.</summary>
    public bool IsProof { get; init; }

    /// <summary>Set for a final letter: its provenance is printed at the end.</summary>
    public EditionMark? Edition { get; init; }

    /// <summary>The date that the file states, where neither edition nor letter has one.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>For each entry of the letterhead its logo, or none.</summary>
    public IReadOnlyList<Picture?> Logos { get; init; } = [];

    /// <summary>Pictures of signatures by <see cref="ListedName.Id"/>.</summary>
    public IReadOnlyDictionary<string, Picture> Signatures { get; init; } = new Dictionary<string, Picture>();

    /// <summary>Persons who sign beside the letter's main kind of signatories; they stand apart and are not counted with them.</summary>
    public IReadOnlyList<ListedName> Individuals { get; init; } = [];

    /// <summary>Logos of signatories, shown in a grid before the list, each with the name it stands for.</summary>
    public IReadOnlyList<(string Name, Picture Logo)> LogoGrid { get; init; } = [];

    /// <summary>The list as CSV, as it was frozen; none: written from the names.</summary>
    public string? List { get; init; }
}

/// <summary>Which edition a copy is, and where it can be checked.</summary>
/// <param name="VerifyAddress">The page that knows the edition's hash.</param>
public sealed record EditionMark(int Number, DateTimeOffset PublishedAt, int Count, string ShortCode, string VerifyAddress)
{
    /// <summary>An edition that comes out at this moment, by the letter's own clock.</summary>
    public static EditionMark Of(Letter letter, int number, int count, string shortCode, Links links, DateTime now) =>
        new(number, new DateTimeOffset(now, TimeSpan.Zero).ToOffset(Deadlines.ZoneOf(letter).GetUtcOffset(now)), count, shortCode, links.Absolute(Links.Verify(shortCode)));

    /// <summary>The words with the day of publication as their date line, where they have none of their own.</summary>
    public LetterContent Dated(LetterContent content) => content.Date is null ? content with { Date = DateOnly.FromDateTime(PublishedAt.DateTime) } : content;
}
