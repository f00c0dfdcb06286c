using System.Globalization;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Officials;

namespace CoalitionLetters.Counting;

/// <summary>
/// The count in the forms that people misquote, each right by construction: "113 organizations"; "led by A, joined by 112 others,
/// 113 in all"; "attorneys general of 20 states and the District of Columbia".
/// </summary>
public sealed class CountSentences(LetterContent letter, IReadOnlyCollection<ListedName> listed)
{
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(letter.Language);

    private bool Spanish => Languages.IsSpanish(letter.Language);

    /// <summary>"113 organizations"; null while nobody has signed: a count of nothing is not said.</summary>
    public string? Plain => listed.Count == 0 ? null : $"{Figure(listed.Count)} {letter.Noun(listed.Count)}";

    /// <summary>"led by New Mexico's Hector Balderas, joined by 20 others, 21 in all"; null where the list has no lead.</summary>
    public string? Led
    {
        get
        {
            var leads = listed.Where(name => name.IsLead).OrderBy(name => name.Order ?? int.MaxValue).ToList();
            if (leads.Count == 0)
            {
                return null;
            }

            var by = (Spanish ? "con " : "led by ") + Languages.Enumerate([.. leads.Select(Introduced)], letter.Language) + (Spanish ? " al frente" : "");
            var others = listed.Count - leads.Count;
            return others == 0 ? leads.Count == 1 ? by : Spanish ? $"{by}, {Figure(listed.Count)} en total" : $"{by}, {Figure(listed.Count)} in all"
                : Spanish ? $"{by}, con la adhesión de {Others(others)}, {Figure(listed.Count)} en total"
                : $"{by}, joined by {Others(others)}, {Figure(listed.Count)} in all";
        }
    }

    /// <summary>
    /// "attorneys general of 20 states and the District of Columbia" for officials of states; "113 organizations, from 13 states" for
    /// bodies and for officials of cities and counties, who are not the state's; null where no signatory has a state, and where an official has none, who would be left out of it.
    /// </summary>
    public string? ByState => States.Phrase(listed.Select(name => name.State), letter.Language) is not { } states || listed.Count == 0 || AnyOfficialOfNoState ? null
        : letter.Signatories == SignatoryKind.Officials && listed.All(OfficePlace.IsOfState) ? $"{letter.Noun(listed.Count)} {(Spanish ? "de" : "of")} {states}"
        : $"{Plain}, {(Spanish ? "de" : "from")} {states}";

    /// <summary>All forms that have something to say, the plain one first.</summary>
    public IEnumerable<string> All => new[] { Plain, Led, ByState }.OfType<string>();

    private bool AnyOfficialOfNoState => letter.Signatories == SignatoryKind.Officials && listed.Any(name => States.Find(name.State) is null);

    private string Introduced(ListedName lead)
    {
        var state = letter.Signatories == SignatoryKind.Officials && OfficePlace.IsOfState(lead) ? States.Find(lead.State) : null;
        return state is null ? lead.Name
            : Spanish ? $"{lead.Name}, de {state.In(letter.Language)}"
            : $"{(state.Kind == StateKind.District || state.Name.EndsWith("Islands", StringComparison.Ordinal) ? "the " : "")}{state.Name}{(state.Name.EndsWith('s') ? "’" : "’s")} {lead.Name}";
    }

    private string Others(int count) => (count, Spanish) switch
    {
        (1, false) => "1 other",
        (_, false) => $"{Figure(count)} others",
        (1, true) => "1 más",
        _ => $"{Figure(count)} más",
    };

    private string Figure(int number) => number.ToString("#,0", culture);
}
