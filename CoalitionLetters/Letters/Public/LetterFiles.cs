using System.Globalization;
using System.Text;
using System.Text.Json;
using CoalitionLetters.Data;
using CoalitionLetters.Listings;
using CoalitionLetters.Web;

namespace CoalitionLetters.Letters.Public;

/// <summary>A letter for programs: its list for spreadsheets, its facts as JSON, its deadline for calendars.</summary>
public static class LetterFiles
{
    /// <summary>The list in the order of print. Cells that a spreadsheet would take for a formula begin with an apostrophe.</summary>
    public static string Csv(PublicLetter letter)
    {
        var csv = new StringBuilder("\uFEFFname,section,state,title\r\n");
        foreach (var (name, section) in Names(letter))
        {
            csv.Append(string.Join(',', new[] { name.Name, section, name.State, Office(name) }.Select(Cell))).Append("\r\n");
        }

        return csv.ToString();
    }

    public static string Json(PublicLetter letter, Links links)
    {
        var address = links.Absolute(letter.Address);
        return JsonSerializer.Serialize(new
        {
            letter.Content.Title,
            letter.Content.Language,
            Address = address,
            State = letter.State == PublicState.JustOpened ? PublicState.Open : letter.State,
            letter.Count,
            letter.Noun,
            CountedAt = letter.CountedAt,
            letter.Letter.OpenedAt,
            letter.ClosesAt,
            letter.Letter.ClosedAt,
            TimeZone = letter.Letter.TimeZoneId,
            Text = new { Version = letter.Text.Number, letter.Text.Sha256, letter.Text.MadeAt, Plain = address + "/letter.txt" },
            Edition = letter.Edition is not { } edition ? null : new { edition.Number, edition.Count, edition.PublishedAt, edition.ShortCode, edition.Sha256, Pdf = address + "/letter.pdf" },
            letter.Notable,
            Signatories = Names(letter).Select(listed => new { listed.Name.Name, listed.Section, listed.Name.State, Title = Office(listed.Name) }),
        }, Options);
    }

    public static string Calendar(PublicLetter letter, Links links)
    {
        var deadline = letter.ClosesAt;
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CoalitionLetters//EN", "BEGIN:VEVENT",
            $"UID:{letter.Letter.Id:N}@coalition-letters",
            $"SEQUENCE:{letter.Letter.PublicRevision}",
            $"DTSTAMP:{Instant(letter.CountedAt)}",
            $"DTSTART:{Instant(deadline)}", $"DTEND:{Instant(deadline)}",
            $"SUMMARY:{Escaped($"{letter.Words.OpenUntil}: {letter.Content.Title}")}",
            $"DESCRIPTION:{Escaped(letter.Time.WeekdayMoment(deadline))}",
            $"URL:{links.Absolute(letter.Address)}",
            "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(Folded));
    }

    private static readonly JsonSerializerOptions Options = new(JsonColumn.Options) { WriteIndented = true };

    private static IEnumerable<(ListedName Name, string? Section)> Names(PublicLetter letter) =>
        letter.Sections.SelectMany(section => section.All.Select(name => (name, section.Heading)));

    private static string? Office(ListedName name) => name.Title is null ? null : name.Office();

    private static string Cell(string? value)
    {
        var safe = value is { Length: > 0 } && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" + value : value ?? "";
        return safe.IndexOfAny([',', '"', '\n', '\r']) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Instant(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal).ReplaceLineEndings(@"\n");

    /// <summary>Lines longer than 75 bytes go on in the next, which begins with a space (RFC 5545, 3.1).</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > 75)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
