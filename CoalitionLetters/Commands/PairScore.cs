using System.Globalization;
using CoalitionLetters.Organizations.Names;

namespace CoalitionLetters.Commands;

/// <summary>How well verdicts agree with what a person said of each pair: yes, affiliate or no.</summary>
public sealed class PairScore
{
    private int pairs, same, sameRight, sameWanted, affiliates, affiliatesRight, asked, certain, certainWrong;

    /// <summary>What a person can have said.</summary>
    public static IReadOnlyList<string> Truths { get; } = ["yes", "affiliate", "no"];

    public double Precision => Share(sameRight, same);

    public double Recall => Share(sameRight, sameWanted);

    public double Asked => Share(asked, pairs, ofNone: 0);

    public double AffiliatesTold => Share(affiliatesRight, affiliates);

    public int CertainWrong => certainWrong;

    public void Add(NameComparison compared, string truth)
    {
        var (isSame, isAffiliate) = (truth.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase), truth.Trim().Equals("affiliate", StringComparison.OrdinalIgnoreCase));
        pairs++;
        sameWanted += isSame ? 1 : 0;
        affiliates += isAffiliate ? 1 : 0;
        asked += compared.Verdict == Verdict.Ask ? 1 : 0;
        affiliatesRight += isAffiliate && compared.Verdict == Verdict.Affiliate ? 1 : 0;
        if (compared.Verdict != Verdict.Same)
            return;
        same++;
        sameRight += isSame ? 1 : 0;
        certain += compared.Certain ? 1 : 0;
        certainWrong += compared.Certain && !isSame ? 1 : 0;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"# {pairs} pairs: same: precision {Precision:0.000} ({sameRight} of {same}), recall {Recall:0.000} ({sameRight} of {sameWanted}); certain same: {certain}, wrong {certainWrong}; ask: {asked} ({Asked:P1}); affiliates told: {affiliatesRight} of {affiliates} ({AffiliatesTold:P1})");

    private static double Share(int part, int all, double ofNone = 1) => all == 0 ? ofNone : (double)part / all;
}
