using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// Tells whether two names name one organization, a parent and its affiliate, or two bodies, and asks where they do not tell.
/// A wrong join is worse than ten questions: only names equal after normalization, or vouched for, are certainly the same.
/// The outcome does not depend on which name comes first.
/// </summary>
public static class NameMatching
{
    public static NameComparison Compare(string a, string b) => Compare(NameShape.Of(a), NameShape.Of(b));

    public const int JoinKeyMaxLength = 240;

    /// <summary>A key that is equal for two names exactly when they are certainly the same: the normalized name, or that of the known body which the name is vouched for. A key from an older list of known bodies joins less, never more.</summary>
    public static string JoinKey(string name)
    {
        var shape = NameShape.Of(name);
        var whole = shape.Whole;
        var key = whole.Known is [{ Vouched: true } known] ? "known:" + known.Organization.Name
            : whole.MayBeLetters ? whole.Strict + "^"
            : whole.Strict;
        // A few letters fold into many (ﷺ into eighteen), so a name within its own limit may outgrow the key's.
        if (shape.Clause.Length > 0)
            key += $" ({shape.Clause})";
        return key.Length <= JoinKeyMaxLength ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>The one is the other's acronym, and so its other name: "CWS" and "Church World Service".</summary>
    public static bool IsAcronymOf(string letters, string name) =>
        (NameShape.Of(letters).Whole, NameShape.Of(name).Whole) is ({ Acronym: { } acronym } one, { Words.Count: > 1 } other)
        && (Acronyms.Fit(acronym, other.Words) != AcronymFit.None || one.Known.Any(known => other.Known.Any(full => full.Organization == known.Organization)));

    internal static NameComparison Compare(NameShape a, NameShape b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return new(Verdict.Different, false, 0, ["a name is missing"]);
        if (string.CompareOrdinal(a.Text, b.Text) > 0)
            (a, b) = (b, a);

        var whole = SamenessRules.Of(a.Whole, b.Whole);
        var compared = Equal(a, b, whole) ?? Known(a, b, whole) ?? (whole.IsSame ? From(whole) : null) ?? SelfTold(a, b) ?? Translations.Of(a, b) ?? NumberedLocals.Of(a, b) ?? LetteredNames.Of(a, b) ?? Affiliated(a, b) ?? LongerNames.Of(a, b) ?? (whole.Likeness == Likeness.Doubtful ? From(whole) : Differing(a, b));
        if (!compared.JoinsByItself || a.Clause == b.Clause)
            return compared;
        return a.SpellsOtherwise(b)
            ? new(Verdict.Ask, false, 0.5, [$"the same letters, spelled out as two names: {a.Said} / {b.Said}"])
            : new(Verdict.Same, false, 0.9, [$"equal but for what one says of itself: {string.Join(" / ", new[] { a.Said, b.Said }.Where(said => said.Length > 0))}"]);
    }

    private static NameComparison? Equal(NameShape a, NameShape b, Sameness sameness)
    {
        if (a.Whole.Strict != b.Whole.Strict)
            return null;
        if (a.Text.Trim() == b.Text.Trim())
            return new(Verdict.Same, true, 1, ["the names are equal"]);

        return sameness.Likeness == Likeness.Certain ? new(Verdict.Same, true, 1, [HowTheyDiffer(a.Text, b.Text)]) : From(sameness);
    }

    private static string HowTheyDiffer(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            return "only capital letters differ";
        if (Compact(a) == Compact(b))
            return "only punctuation differs";
        if (string.Compare(Compact(a), Compact(b), CultureInfo.InvariantCulture, CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreCase) == 0)
            return "only accents and punctuation differ";
        if (a.Contains('(', StringComparison.Ordinal) != b.Contains('(', StringComparison.Ordinal))
            return "only what stands in parentheses differs";
        return "only \"The\", \"and\" or a legal form differs";
    }

    private static string Compact(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Both are on the shipped list: they are one body, related, or two.</summary>
    private static NameComparison? Known(NameShape a, NameShape b, Sameness sameness)
    {
        if (a.Whole.Known.Count == 0 || b.Whole.Known.Count == 0)
            return null;

        if (sameness.IsSame)
            return From(sameness);

        foreach (var one in a.Whole.Known.Select(name => name.Organization))
        {
            foreach (var other in b.Whole.Known.Select(name => name.Organization))
            {
                if (ByParent(one, other) is { } related)
                    return related;
            }
        }
        if (sameness.Likeness == Likeness.Doubtful)
            return From(sameness);
        if (Affiliation.ByFederation(a, b) is { } member)
            return member;
        var affiliated = a.Whole.Known.Concat(b.Whole.Known).All(name => name.Vouched) ? null : Affiliated(a, b);
        return affiliated ?? new(Verdict.Different, true, 0.1, [$"{a.Whole.Known[0].Organization.Name} and {b.Whole.Known[0].Organization.Name} are two known bodies"]);
    }

    private static NameComparison? ByParent(KnownOrganization one, KnownOrganization other)
    {
        var (child, parent) = IsAbove(other, one) ? (one, other) : IsAbove(one, other) ? (other, one) : (null, null);
        if (child is not null)
            return child.IsParentDoubtful
                ? new(Verdict.Ask, false, 0.5, [$"{child.Name} and {parent!.Name} are or were related"])
                : new(Verdict.Affiliate, true, 0.8, [$"{child.Name} is an affiliate of {parent!.Name}"]);
        return one.ParentName is not null && one.ParentName == other.ParentName
            ? new(Verdict.Different, true, 0.3, [$"two affiliates of {one.ParentName}"])
            : null;
    }

    private static bool IsAbove(KnownOrganization upper, KnownOrganization lower)
    {
        for (var parent = KnownNames.Shipped.Parent(lower); parent is not null; parent = parent.IsParentDoubtful ? null : KnownNames.Shipped.Parent(parent))
        {
            if (parent == upper)
                return true;
        }
        return false;
    }

    private static NameComparison From(Sameness sameness) =>
        new(sameness.IsSame ? Verdict.Same : Verdict.Ask, sameness.Likeness == Likeness.Certain, sameness.Score, [sameness.Reason]);

    /// <summary>A name in parentheses, after "formerly", or before a tagline.</summary>
    private static NameComparison? SelfTold(NameShape a, NameShape b)
    {
        return a.Others.Select(other => ByOtherName(other, b)).FirstOrDefault(found => found is not null)
            ?? b.Others.Select(other => ByOtherName(other, a)).FirstOrDefault(found => found is not null)
            ?? a.Others.Select(other => other.Core.Acronym).OfType<string>().Where(letters => b.Others.Any(other => other.Core.Acronym == letters) && WordsOf(a).Acronym is null && WordsOf(b).Acronym is null).Select(letters => BothCalled(letters, WordsOf(a), WordsOf(b))).FirstOrDefault()
            ?? ByHeading(a, b) ?? ByHeading(b, a);
    }

    /// <summary>"CATA - The Farmworkers Support Committee" and "Comité de Apoyo a los Trabajadores Agrícolas (CATA)": letters that no list knows before a dash, with another name behind it than the one they stand for.</summary>
    private static NameComparison? ByHeading(NameShape headed, NameShape other)
    {
        if (headed.Whole.Words is not [{ IsUpper: true, Text: { Length: >= 4 } letters }, { Before: Break.Dash or Break.Colon }, _, ..] words || KnownNames.Shipped.Exactly(letters).Count > 0
            || !other.Others.Any(told => told.Core.Acronym == letters) || WordsOf(other).Acronym is not null)
            return null;
        var (name, otherName) = (new NameCore(NameKeys.Trim([words[1] with { Before = Break.None }, .. words.Skip(2)])), WordsOf(other));
        var isPart = NameReadings.IsAddition(name.Words) && !name.HasArticle && !Spelling.ShareTranslations(name.Tokens, otherName.Tokens);
        return isPart ? null : BothCalled(letters, name, otherName);
    }

    /// <summary>The name without the letters that stand beside its words.</summary>
    private static NameCore WordsOf(NameShape shape) =>
        shape.Others.FirstOrDefault(other => other.Kind != OtherNameKind.BeforeTagline && other.Core.Acronym is null)?.Core ?? shape.Whole;

    private static NameComparison? ByOtherName(OtherName other, NameShape name)
    {
        foreach (var core in name.Others.Select(o => o.Core).Prepend(name.Whole))
        {
            // Letters in parentheses belong to the words before them; that they also fit the other name's words says nothing.
            if (other.Core.Acronym is not null && core.Acronym is null && !core.Known.Any(known => other.Core.Known.Any(letters => letters.Vouched && letters.Organization == known.Organization)))
                continue;
            if (other.IsOverruledBy(core) || SamenessRules.Of(other.Core, core) is not { IsSame: true } sameness)
                continue;
            var bothTellIt = core != name.Whole;
            // Two names with the same letters beside them are judged by their words.
            if (bothTellIt && (other.Core.Acronym is not null || core.Acronym is not null))
                continue;
            if (other.Kind is OtherNameKind.Told or OtherNameKind.ToldLoosely)
                return new(Verdict.Same, false, Math.Min(0.9, sameness.Score), [$"the name itself says it is also called {other.Core}"]);

            return bothTellIt || other.Core.IsWeak
                ? new(Verdict.Ask, false, 0.6, [$"both begin with {other.Core}, then differ"])
                : new(Verdict.Same, false, 0.85, [$"{other.Core} with a tagline"]);
        }
        return null;
    }

    /// <summary>
    /// Two full names with the same letters behind them: two bodies where each spells the letters with other words; one where the letters
    /// are those of one language and the other name is its translation.
    /// </summary>
    private static NameComparison BothCalled(string letters, NameCore a, NameCore b)
    {
        var (fitsA, fitsB) = (Acronyms.Fit(letters, a.Words) == AcronymFit.Exact, Acronyms.Fit(letters, b.Words) == AcronymFit.Exact);
        var areTranslations = NameLanguages.Of(a.Words) is { } one && NameLanguages.Of(b.Words) is { } other && one != other;
        if (areTranslations && letters.Length >= 4 && !(fitsA && fitsB))
            return new(Verdict.Same, false, 0.8, [$"both are called {letters.ToUpperInvariant()}, in two languages"]);
        if (fitsA && fitsB && !areTranslations && NameDifference.HaveWordsOfTheirOwn(a, b))
            return new(Verdict.Different, false, 0.3, [$"both spell {letters.ToUpperInvariant()}, with other words"]);
        return new(Verdict.Ask, false, 0.6, [$"both are also called {letters.ToUpperInvariant()}, and their full names differ"]);
    }

    private static NameComparison? Affiliated(NameShape a, NameShape b)
    {
        if (a.Parent is { } parentOfA && (SamenessRules.Of(parentOfA, b.Whole).IsSame))
            return new(Verdict.Affiliate, false, 0.7, [$"the name itself says it belongs to {parentOfA}"]);
        if (b.Parent is { } parentOfB && (SamenessRules.Of(parentOfB, a.Whole).IsSame))
            return new(Verdict.Affiliate, false, 0.7, [$"the name itself says it belongs to {parentOfB}"]);
        return Affiliation.Of(a, b);
    }

    /// <summary>No rule joined or related them: tell what differs, and ask where it is little, also but for letters beside the words.</summary>
    private static NameComparison Differing(NameShape a, NameShape b)
    {
        var difference = NameDifference.Of(a, b);
        var (wordsA, wordsB) = (WordsOf(a), WordsOf(b));
        if (difference.Verdict != Verdict.Different || wordsA == a.Whole && wordsB == b.Whole)
            return difference;
        var ofWords = NameDifference.Of(NameShape.Of(wordsA.ToString()), NameShape.Of(wordsB.ToString()));
        return ofWords.Verdict == Verdict.Ask ? ofWords : difference;
    }
}
