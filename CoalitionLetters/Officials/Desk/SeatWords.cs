using CoalitionLetters.Listings;

namespace CoalitionLetters.Officials.Desk;

/// <summary>How the desk speaks of seats.</summary>
public static class SeatWords
{
    private const int ReasonShown = 160;
    private const int OfficesNamed = 6;

    public static string Of(SeatAnswer answer) => answer switch
    {
        SeatAnswer.NotAsked => "Not invited",
        SeatAnswer.NotAnswered => "Not answered",
        SeatAnswer.Prepared => "With the principal",
        SeatAnswer.Held => "Signed, waits for staff",
        SeatAnswer.Signed => "Signed",
        SeatAnswer.Declined => "Declined",
        SeatAnswer.Withdrawn => "Withdrawn",
        _ => "Turned down by staff",
    };

    public static string Badge(SeatAnswer answer) => answer switch
    {
        SeatAnswer.Signed => "good",
        SeatAnswer.Held or SeatAnswer.Prepared => "care",
        SeatAnswer.Declined or SeatAnswer.Withdrawn or SeatAnswer.TurnedDown => "bad",
        _ => "plain",
    };

    public static string Of(SeatRole role) => role switch { SeatRole.Lead => "Lead", SeatRole.CoLead => "Co-lead", _ => "Signer" };

    /// <summary>One mark per state. Where several offices of one state are asked, it says how many gave which answer.</summary>
    public static IReadOnlyDictionary<string, StateMark> Marks(IEnumerable<SeatStanding> seats) => seats
        .Where(seat => States.Find(seat.Seat.Details.State) is not null)
        .GroupBy(seat => seat.Seat.Details.State!)
        .ToDictionary(group => group.Key, group => Mark([.. group.Select(seat => seat.Answer)]));

    private static StateMark Mark(IReadOnlyCollection<SeatAnswer> answers)
    {
        var marks = answers.Select(Mark).DistinctBy(mark => mark.Class).ToList();
        var mark = marks.Count == 1 ? marks[0] : new StateMark("mixed", "") { InKey = "answers differ" };
        if (answers.Count == 1)
        {
            return mark;
        }

        var counts = answers.GroupBy(answer => answer).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Of(group.Key).ToLowerInvariant()}");
        return mark with { Word = string.Join("; ", counts), InKey = mark.InKey ?? mark.Word, Number = $"{answers.Count(answer => answer == SeatAnswer.Signed)}/{answers.Count}" };
    }

    private static StateMark Mark(SeatAnswer answer) => answer switch
    {
        SeatAnswer.Signed => StateMark.Full("signed"),
        SeatAnswer.Held or SeatAnswer.Prepared => StateMark.Part("on its way"),
        SeatAnswer.NotAnswered => new StateMark("asked", "not answered"),
        SeatAnswer.NotAsked => new StateMark("unasked", "not invited"),
        _ => StateMark.Out(Of(answer).ToLowerInvariant()) with { InKey = "declined, withdrawn or turned down" },
    };

    /// <summary>The first words of a reason that may fill pages, for a row of a list.</summary>
    public static string Beginning(string reason)
    {
        if (reason.Length <= ReasonShown)
        {
            return reason;
        }

        var end = reason.AsSpan(0, ReasonShown).LastIndexOfAny(' ', '\n') is > 0 and var blank ? blank : ReasonShown;
        return $"{reason.AsSpan(0, char.IsHighSurrogate(reason[end - 1]) ? end - 1 : end).TrimEnd()}…";
    }

    /// <summary>The views over the list, with the answers that each shows.</summary>
    public static readonly IReadOnlyList<(string? View, string Name, SeatAnswer[] Answers)> Views =
    [
        (null, "All", Enum.GetValues<SeatAnswer>()),
        ("signed", "Signed", [SeatAnswer.Signed]),
        ("waiting", "Waits for you", [SeatAnswer.Held]),
        ("prepared", "With the principal", [SeatAnswer.Prepared]),
        ("open", "Not answered", [SeatAnswer.NotAnswered]),
        ("uninvited", "Not invited", [SeatAnswer.NotAsked]),
        ("declined", "Declined", [SeatAnswer.Declined, SeatAnswer.Withdrawn, SeatAnswer.TurnedDown]),
    ];

    /// <summary>"3 seats added. 1 office stood already and was corrected: Mayor of Austin."</summary>
    public static string Imported(int added, IReadOnlyList<string> corrected)
    {
        var named = corrected.Count <= OfficesNamed ? corrected : [.. corrected.Take(OfficesNamed), $"{corrected.Count - OfficesNamed} more"];
        return $"{(added == 0 ? "No seat" : Count(added, "seat", "seats"))} added." + (corrected.Count == 0 ? ""
            : $" {Count(corrected.Count, "office", "offices")} stood already and {(corrected.Count == 1 ? "was" : "were")} corrected: {Languages.Enumerate(named, "en")}.");
    }

    /// <summary>The office in the words of a link or a box to tick, of which several may be in one state.</summary>
    public static string Office(SeatStanding seat) => $"{seat.Name}, {seat.Title}";

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
