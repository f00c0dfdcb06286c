namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>
/// Chooses the breaks of a whole paragraph at once, so that the sum of its lines' demerits is least: D. E. Knuth and M. F. Plass,
/// "Breaking Paragraphs into Lines", 1981, with one best way kept for each break. Justified lines stretch and shrink their spaces;
/// others only fall short of the width. The cost grows linearly with the text, for a line can begin only within one width.
/// </summary>
internal sealed class LineBreaker(IReadOnlyList<BreakPoint> points, Func<BreakPoint, BreakPoint, double> widthInside, double first, double others, bool justified)
{
    /// <summary>Sums of widths differ in their last digits.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>By what part of its width a space of a justified line may shrink, and with what part it stretches willingly.</summary>
    private const double Shrink = 1.0 / 4;
    private const double Stretch = 1.0 / 2;

    private const double LineCost = 10;
    private const double LargestBadness = 10_000;
    private const double ConsecutiveHyphens = 10_000;
    private const double LonelyLastWord = 20_000;
    private const double SuddenChange = 5_000;

    /// <summary>The most lines' worth of starts that are tried for one end, should the text be full of places of no width.</summary>
    private const int MostCandidates = 500;

    public static readonly BreakPoint Beginning = new(0, 0, 0, 0, 0, 0, Opportunity.Free);

    private readonly Way[] best = new Way[points.Count];

    /// <summary>The chosen break points as indexes, the last of them the end of the text.</summary>
    public List<int> Break()
    {
        for (var end = 0; end < points.Count; end++)
        {
            best[end] = BestWayTo(end);
        }

        var chosen = new List<int>();
        for (var at = points.Count - 1; at >= 0; at = best[at].From)
        {
            chosen.Add(at);
        }

        chosen.Reverse();
        return chosen;
    }

    /// <summary>How many lines it takes when each is filled as far as it goes.</summary>
    public static int CountLines(IReadOnlyList<BreakPoint> points, Func<BreakPoint, BreakPoint, double> widthInside, double first, double others)
    {
        var (lines, start, fitting) = (1, Beginning, -1);
        for (var i = 0; i < points.Count; i++)
        {
            if (Width(start, points[i], widthInside) <= (lines == 1 ? first : others) + Tolerance)
            {
                fitting = i;
            }
            else if (i < points.Count - 1 || fitting >= 0)
            {
                i = fitting >= 0 ? fitting : i;
                (lines, start, fitting) = (lines + 1, points[i], -1);
            }
        }

        return lines;
    }

    private Way BestWayTo(int end)
    {
        var found = new Way(double.PositiveInfinity, end - 1, 0);
        var widest = Math.Max(first, others) * 1.5 + 20;
        for (var from = end - 1; from >= -1 && end - from <= MostCandidates; from--)
        {
            var start = from < 0 ? Beginning : points[from];
            var width = Width(start, points[end], widthInside);
            var spaces = points[end].EndSpaces - start.StartSpaces;
            var room = from < 0 ? first : others;
            var fits = width - (justified ? spaces * Shrink : 0) <= room + Tolerance;
            var isOnlyWay = double.IsPositiveInfinity(found.Cost) && points[end].Kind != Opportunity.Divide;
            if (fits || isOnlyWay)
            {
                var way = Extend(from, end, room - width, spaces, room);
                if (way.Cost < found.Cost)
                {
                    found = way;
                }
            }
            else if (width > widest)
            {
                break;
            }
        }

        return found;
    }

    private Way Extend(int from, int end, double slack, double spaces, double room)
    {
        var before = from < 0 ? new Way(0, -2, 0) : best[from];
        var isLast = end == points.Count - 1;
        var ratio = Ratio(slack, spaces, room, isLast);
        var badness = Math.Min(LargestBadness, justified ? 100 * Math.Abs(ratio * ratio * ratio) : 100 * ratio * ratio);
        var penalty = isLast ? 0 : Penalty(points[end].Kind);
        var cost = (LineCost + badness) * (LineCost + badness) + penalty * penalty;

        if (from >= 0 && points[from].Kind == Opportunity.Divide && (points[end].Kind == Opportunity.Divide || isLast))
        {
            cost += ConsecutiveHyphens;
        }

        if (isLast && from >= 0 && spaces == 0 && room - slack < room / 8)
        {
            cost += LonelyLastWord;
        }

        var fitness = justified ? Fitness(ratio) : 0;
        if (from >= 0 && Math.Abs(fitness - before.Fitness) > 1)
        {
            cost += SuddenChange;
        }

        return new Way(before.Cost + cost, from, fitness);
    }

    private double Ratio(double slack, double spaces, double room, bool isLast)
    {
        if (slack < -Tolerance && (!justified || spaces <= 0))
        {
            return 100;
        }

        if (!justified)
        {
            return isLast ? 0 : slack / (room / 5);
        }

        return slack < 0 ? slack / (spaces * Shrink) : isLast ? 0 : spaces > 0 ? slack / (spaces * Stretch) : slack / (room / 20);
    }

    private static double Penalty(Opportunity kind) => kind switch
    {
        Opportunity.Free => 0,
        Opportunity.AfterHyphen => 40,
        Opportunity.Divide => 60,
        Opportunity.InAddress => 80,
        Opportunity.Syllable => 150,
        _ => 2_000,
    };

    private static int Fitness(double ratio) => ratio < -0.5 ? 0 : ratio < 0.5 ? 1 : ratio < 1 ? 2 : 3;

    private static double Width(BreakPoint start, BreakPoint end, Func<BreakPoint, BreakPoint, double> widthInside) =>
        start.Within > 0 && start.Piece == end.Piece ? widthInside(start, end) : end.End - start.Start;

    /// <param name="From">The break before; −1 for the beginning.</param>
    private readonly record struct Way(double Cost, int From, int Fitness);
}
