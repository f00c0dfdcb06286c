using CoalitionLetters.Organizations.Names;

namespace CoalitionLetters.Importing;

/// <summary>
/// Which column holds the organizations, and which the persons, where the headers alone do not tell: one that only says "Name", or words that nobody foresaw.
/// Persons under the heading of organizations would be published, so that what stays unsure is asked.
/// </summary>
internal sealed class NameColumns(SheetLayout layout, List<MappedColumn> mapping, List<SheetRow> data, int width)
{
    private const double ClearLead = 0.3;
    private const int MostWords = 10;

    /// <summary>What staff must say first, in a sentence; null where it is settled.</summary>
    public string? Unsure { get; private set; }

    public void Place()
    {
        PlaceBareName();
        SplitSigner();
        if (!Has(ImportField.Organization) && Unsure is null)
            PlaceUnforeseen();
    }

    /// <summary>"Name" alone names the organizations; beside their column it is the person's, and beside one half of a person's name it is the other.</summary>
    private void PlaceBareName()
    {
        var column = layout.Headers.Index().Where(header => HeaderWords.IsBareName(header.Item) && IsUnread(header.Index)).Select(header => (int?)header.Index).FirstOrDefault();
        if (column is not { } bare)
            return;

        if (AreEmptyHalves())
            mapping.RemoveAll(mapped => mapped.Field is ImportField.FirstName or ImportField.LastName);
        var (hasFirst, hasLast) = (Has(ImportField.FirstName), Has(ImportField.LastName));
        if (hasFirst != hasLast)
            Map(hasFirst ? ImportField.LastName : ImportField.FirstName, bare);
        else if (!Has(ImportField.Organization))
            PlaceBareNameAmong(bare, Has(ImportField.SignerName) || hasFirst);
        else if (!hasFirst && !Has(ImportField.SignerName))
            Map(ImportField.SignerName, bare);
    }

    /// <summary>No header says where the organizations are. A title or a mail address speaks of a person, whose name may be the bare one.</summary>
    private void PlaceBareNameAmong(int bare, bool personsAreElsewhere)
    {
        if (personsAreElsewhere || !(Has(ImportField.SignerTitle) || Has(ImportField.Email)))
        {
            Map(ImportField.Organization, bare);
            return;
        }

        var (own, others) = (BodyShare(bare), Candidates(bare).Select(column => (Column: column, Share: BodyShare(column))).OrderByDescending(other => other.Share).ToList());
        var first = others.FirstOrDefault();
        var isAlone = others.Count == 1 || (others.Count > 1 && first.Share >= others[1].Share + ClearLead);
        if (others.Count == 0 ? !Has(ImportField.SignerTitle) || data.Count == 0 || own >= ClearLead : own >= first.Share + ClearLead)
        {
            Map(ImportField.Organization, bare);
        }
        else if (isAlone && (first.Share >= own + ClearLead || Has(ImportField.SignerTitle)))
        {
            Map(ImportField.SignerName, bare);
            Map(ImportField.Organization, first.Column);
        }
        else
        {
            Unsure = others.Count == 0
                ? $"{Called(bare)} may hold persons, since titles stand beside it, and no other column looks like the names of organizations. Say which column it is."
                : Choice(others.Select(other => other.Column).Prepend(bare));
        }
    }

    /// <summary>No header that we know: the only column that may hold names, or the one that clearly sounds most like bodies; without headers, and where none may, the one with the longest different texts.</summary>
    private void PlaceUnforeseen()
    {
        var candidates = Candidates(except: null).Select(column => (Column: column, Share: BodyShare(column))).OrderByDescending(pair => pair.Share).ToList();
        if (layout.Headers.Count == 0 && candidates.Count == 0)
        {
            if (Unread().Select(column => (Column: column, Texts: Texts(column))).Where(pair => AreDifferent(pair.Texts)).OrderByDescending(pair => pair.Texts.Average(text => Math.Min(60, text.Length))).FirstOrDefault() is { Texts: not null } best)
                Map(ImportField.Organization, best.Column, 0.4);
            return;
        }

        if (candidates.Count == 1 || (candidates.Count > 1 && candidates[0].Share >= candidates[1].Share + ClearLead))
            Map(ImportField.Organization, candidates[0].Column, 0.4);
        else if (candidates.Count > 1)
            Unsure = Choice(candidates.Select(pair => pair.Column).Order());
    }

    /// <summary>"Nom du signataire" beside "Prénom du signataire" is the family name alone.</summary>
    private void SplitSigner()
    {
        var signer = mapping.Find(mapped => mapped.Field == ImportField.SignerName);
        var halves = mapping.FindAll(mapped => mapped.Field is ImportField.FirstName or ImportField.LastName);
        if (signer is null || halves.Count != 1 || HeaderWords.HalfOfName(signer.Header, halves[0].Header) is not { } half || half == halves[0].Field)
            return;
        mapping.Remove(signer);
        mapping.Add(signer with { Field = half });
    }

    private bool Has(ImportField field) => mapping.Exists(mapped => mapped.Field == field);

    private void Map(ImportField field, int column, double confidence = 0.5) => mapping.Add(new MappedColumn(field, column, layout.HeaderOf(column), confidence));

    private bool IsUnread(int column) => mapping.TrueForAll(mapped => mapped.Column != column) && layout.Answers.All(answer => answer.Column != column);

    private IEnumerable<int> Unread() => Enumerable.Range(0, width).Where(IsUnread);

    /// <summary>Forms of SurveyMonkey have columns for both halves of a name that they fill only for known contacts.</summary>
    private bool AreEmptyHalves() =>
        data.Count > 0 && Has(ImportField.FirstName) && Has(ImportField.LastName) && mapping.Where(mapped => mapped.Field is ImportField.FirstName or ImportField.LastName).All(mapped => data.TrueForAll(row => row[mapped.Column].Length == 0));

    private List<string> Texts(int column) => [.. data.Select(row => row[column]).Where(cell => cell.Any(char.IsLetter) && !SheetLayout.LooksLikeData(cell))];

    private bool AreDifferent(List<string> texts) => data.Count > 0 && texts.Count >= 0.6 * data.Count && texts.Distinct().Count() > 0.6 * texts.Count;

    /// <summary>Columns that may hold names, as far as their cells and headers tell: no sentences, no answers of yes and no, nothing that is known to be something else.</summary>
    private IEnumerable<int> Candidates(int? except) => Unread().Where(column => column != except && !HeaderWords.IsMereAttribute(layout.HeaderOf(column)) && !HeaderWords.IsBareName(layout.HeaderOf(column)) && !HeaderWords.IsOfParent(layout.HeaderOf(column)) && IsNothingElse(column))
        .Where(column => Texts(column) is var texts && AreDifferent(texts) && !SheetLayout.AreYesOrNo(texts) && texts.Count(IsSentence) <= 0.3 * texts.Count);

    /// <summary>A second title or city is none of the names either. A question for the signature that was not read as one is another word: in German "Firma" is a company.</summary>
    private bool IsNothingElse(int column) => HeaderWords.Fields(layout.HeaderOf(column), layout.Target).All(guess => guess.Field is ImportField.Organization or ImportField.SignerName || (guess.Field == ImportField.Status && !HeaderWords.IsStatus(layout.HeaderOf(column))));

    private static bool IsSentence(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is var words && (words > MostWords || (words > 4 && text[^1] is '.' or '!' or '?'));

    private double BodyShare(int column) => Texts(column) is { Count: > 0 } texts ? (double)texts.Count(SoundsLikeBody) / texts.Count : 0;

    /// <summary>A known body, or a name with a word that bodies bear and persons do not.</summary>
    private static bool SoundsLikeBody(string text)
    {
        var name = NameShape.Of(text).Whole;
        return name.Known.Count > 0 || name.Words.Any(word => NameWords.Bodies.Contains(word.Text) || NameWords.Congregations.Contains(word.Text) || NameWords.LegalForms.Contains(word.Text) || NameWords.LocalHeads.Contains(word.Text));
    }

    private string Choice(IEnumerable<int> columns) => $"the names of organizations may stand in {string.Join(" or ", columns.Select(Called))}. Say which one it is.";

    private string Called(int column) => layout.HeaderOf(column) == SheetColumns.Letter(column + 1) ? $"column {SheetColumns.Letter(column + 1)}" : $"column {SheetColumns.Letter(column + 1)} ({layout.HeaderOf(column)})";
}
