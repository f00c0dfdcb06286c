using CoalitionLetters.Letters;

namespace CoalitionLetters.Tests.Support;

/// <summary>Letters with all filled in that a test is not about.</summary>
public static class ALetter
{
    public static readonly DateTime Now = new(2018, 6, 14, 12, 0, 0, DateTimeKind.Utc);

    public static Letter Draft(string slug = "clean-water", LetterContent? content = null) => Letter.Draft(slug, content ?? Content, "America/New_York", Now);

    public static (Letter Letter, TextVersion Text) Open(string slug = "clean-water", LetterContent? content = null, TimeSpan? lasts = null)
    {
        var letter = Draft(slug, content);
        var closesAt = Now + (lasts ?? TimeSpan.FromDays(7));
        var text = letter.Open(closesAt, closesAt, TimeSpan.FromHours(7), "Dana Field", Now);
        return (letter, text);
    }

    public static readonly LetterContent Content = new()
    {
        Title = "Clean water for every county",
        Date = new DateOnly(2018, 6, 14),
        Letterhead = [new() { Name = "Water Coalition", Address = ["2 Example Street", "Albany, NY 12201"] }],
        Recipients = [new() { Honorific = "The Honorable", Name = "Jo Example", Title = "Governor of New York", Address = ["Albany, NY 12224"] }],
        Re = "Lead in drinking water",
        Salutation = "Dear Governor Example:",
        Body = "We, the {{count:words}} undersigned {{noun}}, ask you to mend the pipes.",
        Closing = "Sincerely,",
    };
}
