using CoalitionLetters.Letters;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Officials;

/// <summary>The letterhead of the lead's office, as it is proposed: "State of New Mexico", "Office of the Attorney General". Address and seal are for staff to add.</summary>
public static class LeadLetterhead
{
    // Those that call themselves so by law; the others are states, the District, or a territory's bare name.
    private static readonly string[] Commonwealths = ["Kentucky", "Massachusetts", "Pennsylvania", "Virginia", "Puerto Rico", "Northern Mariana Islands"];

    /// <summary>Null where no seat leads, or where the letter carries that office already.</summary>
    public static Letterhead? For(LetterContent letter, IEnumerable<SeatDetails> seats)
    {
        if (seats.FirstOrDefault(seat => seat.Role == SeatRole.Lead) is not { } lead)
        {
            return null;
        }

        var proposed = new Letterhead { Name = NameOf(lead), Office = OfficeOf(lead, Languages.IsSpanish(letter.Language)) };
        return letter.Letterhead.Any(head => head.Name == proposed.Name) ? null : proposed;
    }

    private static string NameOf(SeatDetails lead) => States.Find(lead.Jurisdiction) switch
    {
        null => lead.Jurisdiction,
        var state when Commonwealths.Contains(state.Name) => $"Commonwealth of {(state.Name.EndsWith("Islands", StringComparison.Ordinal) ? "the " : "")}{state.Name}",
        { Kind: StateKind.State } state => $"State of {state.Name}",
        var other => other.Name,
    };

    /// <summary>The office without the place that stands in the name; in Spanish as it is, since the article depends on the word.</summary>
    private static string OfficeOf(SeatDetails lead, bool spanish)
    {
        var title = lead.Title;
        foreach (var ending in new[] { $" of the {lead.Jurisdiction}", $" of {lead.Jurisdiction}", $" for {lead.Jurisdiction}" }.Where(title.EndsWith))
        {
            title = title[..^ending.Length];
        }

        return spanish ? title : $"Office of the {title}";
    }
}
