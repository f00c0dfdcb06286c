using CoalitionLetters.Listings;

namespace CoalitionLetters.Officials.Desk;

/// <summary>How the desk speaks of seats.</summary>
public static class SeatWords
{
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

    /// <summary>One mark per state. Where several offices of one state are asked, the furthest answer shows.</summary>
    public static IReadOnlyDictionary<string, StateMark> Marks(IEnumerable<SeatStanding> seats) => seats
        .Where(seat => States.Find(seat.Seat.Details.State) is not null)
        .GroupBy(seat => seat.Seat.Details.State!)
        .ToDictionary(group => group.Key, group => Mark(group.Select(seat => seat.Answer).ToList()));

    private static StateMark Mark(IReadOnlyCollection<SeatAnswer> answers) =>
        answers.Contains(SeatAnswer.Signed) ? StateMark.Full("signed")
        : answers.Any(answer => answer is SeatAnswer.Held or SeatAnswer.Prepared) ? StateMark.Part("on its way")
        : answers.Any(answer => answer is SeatAnswer.NotAsked or SeatAnswer.NotAnswered) ? new StateMark("asked", "not answered")
        : StateMark.Out("declined");

    /// <summary>The views over the list, with the answers that each shows.</summary>
    public static readonly IReadOnlyList<(string? View, string Name, SeatAnswer[] Answers)> Views =
    [
        (null, "All", Enum.GetValues<SeatAnswer>()),
        ("signed", "Signed", [SeatAnswer.Signed]),
        ("waiting", "Waits for you", [SeatAnswer.Held]),
        ("prepared", "With the principal", [SeatAnswer.Prepared]),
        ("open", "Not answered", [SeatAnswer.NotAsked, SeatAnswer.NotAnswered]),
        ("declined", "Declined", [SeatAnswer.Declined, SeatAnswer.Withdrawn, SeatAnswer.TurnedDown]),
    ];

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
