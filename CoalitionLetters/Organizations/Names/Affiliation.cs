namespace CoalitionLetters.Organizations.Names;

/// <summary>Finds a parent and its local, chapter, state office, arm or fund; and two of them, which are different.</summary>
internal static class Affiliation
{
    public static NameComparison? Of(NameShape a, NameShape b)
    {
        NameComparison? best = null;
        var fewest = int.MaxValue;
        foreach (var one in a.Readings)
        {
            foreach (var other in b.Readings)
            {
                var additions = one.Additions.Count + other.Additions.Count;
                if (additions == 0 && one.Federation is null && other.Federation is null)
                    continue;
                if (additions < fewest && SamenessRules.Of(one.Base, other.Base) is { IsSame: true } sameness && Judge(one, other, sameness) is { } judged)
                    (best, fewest) = (judged, additions);
            }
        }
        return best ?? (a.IsOfTheList || b.IsOfTheList ? ByTheList(a, b) : null) ?? ByTail(a, b) ?? ByTail(b, a) ?? LocalBodies.Of(a, b) ?? LocalBodies.Of(b, a) ?? Campuses.Of(a.Whole, b.Whole) ?? Campuses.Of(b.Whole, a.Whole);
    }

    private static NameComparison? ByTheList(NameShape a, NameShape b) =>
        ByNumberInFederation(a, b) ?? ByNumberInFederation(b, a) ?? ByFederationInState(a, b) ?? ByFederationInState(b, a) ?? ByWordsOfUnion(a, b) ?? ByWordsOfUnion(b, a) ?? ByParentsOfTheList(a, b) ?? ByFirstWord(a, b) ?? ByFirstWord(b, a) ?? ByLastWord(a, b) ?? ByLastWord(b, a) ?? ByWholeName(a, b) ?? ByWholeName(b, a) ?? ByChapterName(a, b) ?? ByChapterName(b, a)
        ?? ByCongregation(a, b) ?? ByCongregation(b, a);

    private static NameComparison? Judge(NameReading one, NameReading other, Sameness sameness)
    {
        if (Campuses.AreOf(one) && Campuses.AreOf(other))
            return Campuses.Judge(one, other);
        var (nationsA, nationsB) = (Nations(one), Nations(other));
        if (nationsA.Count > 0 && nationsB.Count > 0 && !nationsA.Overlaps(nationsB))
            return new(Verdict.Different, one.Base.IsDistinctive, 0.4, [$"two national bodies of {Longer(one.Base, other.Base)}: {string.Join(", ", nationsA)} / {string.Join(", ", nationsB)}"]);

        var (hardA, hardB) = (Hard(one), Hard(other));
        var name = Longer(one.Base, other.Base).ToString();
        string Only(List<Addition> additions, HashSet<string> others) => Printed(additions.Where(addition => !others.Contains(addition.Key)));

        if (hardA.Count == 0 && hardB.Count == 0)
            return ByReach(one, other, sameness, name);
        if (hardA.Count == 0 || hardB.Count == 0)
            return ParentAndPart(hardA.Count == 0 ? one : other, hardA.Count == 0 ? other : one, hardA.Count == 0 ? hardB : hardA, name);

        var (keysA, keysB) = (hardA.Select(addition => addition.Key).ToHashSet(), hardB.Select(addition => addition.Key).ToHashSet());
        if (keysA.SetEquals(keysB) && one.Base.IsWeak && other.Base.IsWeak && one.Base.Known.Count == 0 && hardA.Any(addition => addition.IsBefore) != hardB.Any(addition => addition.IsBefore))
            return new(Verdict.Ask, false, 0.6, [$"an everyday word before and behind {Printed(hardA)}"]);
        if (keysA.SetEquals(keysB) || HaveOneUnit(hardA, hardB))
            return new(Verdict.Same, false, Math.Min(0.9, sameness.Score), [$"both are {Printed(hardA)} of {name}"]);
        if (keysA.IsSubsetOf(keysB) || keysB.IsSubsetOf(keysA))
            return new(Verdict.Affiliate, false, 0.6, [$"one is part of the other: {Only(hardA, keysB)}{Only(hardB, keysA)}"]);
        if (Within.AreCityAndCounty(hardA, hardB) || Within.AreCityAndCounty(hardB, hardA))
            return new(Verdict.Ask, false, 0.55, [$"one is of the city, the other of its county: {Printed(hardA)} / {Printed(hardB)}"]);
        if (AreNestedArms(hardA, hardB) || AreNestedArms(hardB, hardA))
            return new(Verdict.Affiliate, false, 0.55, [$"two arms of {name}, of which one may be the other's: {Printed(hardA)} / {Printed(hardB)}"]);
        if (AreTwoArms(hardA, hardB) && one.Base.Words.Count >= 2 && other.Base.Words.Count >= 2)
            return new(Verdict.Affiliate, false, 0.5, [$"two arms of {name}: {Printed(hardA)} / {Printed(hardB)}"]);
        if (Within.IsOf(hardA, hardB) || Within.IsOf(hardB, hardA))
            return new(Verdict.Affiliate, false, 0.55, [$"one is in the other's state: {Printed(hardA)} / {Printed(hardB)}"]);
        if (IsOfTheCountry(hardA, hardB, one.Base) || IsOfTheCountry(hardB, hardA, one.Base))
            return new(Verdict.Affiliate, false, 0.55, [$"one is the national body, the other a part: {Printed(hardA)} / {Printed(hardB)}"]);
        if (IsCountryCode(hardA, hardB) || IsCountryCode(hardB, hardA))
            return new(Verdict.Same, false, 0.8, [$"the country's letters: {Printed(hardA)} / {Printed(hardB)}"]);
        if (IsRomanLetter(hardA, hardB) || IsRomanLetter(hardB, hardA))
            return new(Verdict.Ask, false, 0.6, [$"one has a letter that may be a number: {Printed(hardA)} / {Printed(hardB)}"]);
        if (IsNamedByItsPlace(hardA, hardB) || IsNamedByItsPlace(hardB, hardA))
            return new(Verdict.Same, false, 0.8, [$"the letters behind the number stand for the place: {Printed(hardA)} / {Printed(hardB)}"]);
        if (IsArmWithoutState(hardA, hardB, one.Base) || IsArmWithoutState(hardB, hardA, one.Base))
            return new(Verdict.Affiliate, false, 0.5, [$"the arm may be that of the state's body: {Printed(hardA)} / {Printed(hardB)}"]);
        if (Within.MayBeCountyOf(hardA, hardB) || Within.MayBeCountyOf(hardB, hardA))
            return new(one.Base.Known.Concat(other.Base.Known).Any(known => known.Organization.HasChapters) ? Verdict.Affiliate : Verdict.Ask, false, 0.5, [$"the county may lie in the other's state: {Printed(hardA)} / {Printed(hardB)}"]);
        return new(Verdict.Different, one.Base.IsDistinctive, 0.4, [$"two parts of {name}: {Only(hardA, keysB)} / {Only(hardB, keysA)}"]);
    }

    private static string Printed(IEnumerable<Addition> additions) => string.Join(", ", additions);

    /// <summary>"Local I" and "Local 1".</summary>
    private static bool IsRomanLetter(List<Addition> lettered, List<Addition> numbered) =>
        lettered is [{ Kind: AdditionKind.Unit } letter] && numbered is [{ Kind: AdditionKind.Unit } number]
        && number.Key == letter.Key[..^1] + letter.Key[^1] switch { 'i' => "1", 'v' => "5", 'x' => "10", _ => " " };

    /// <summary>"X Action" and "X Action Fund".</summary>
    private static bool AreNestedArms(List<Addition> shorter, List<Addition> longer) =>
        Without(shorter, longer) is [{ Kind: AdditionKind.Arm } one] && Without(longer, shorter) is [{ Kind: AdditionKind.Arm } other] && other.Key == one.Key + " fund";

    private static List<Addition> Without(List<Addition> additions, List<Addition> others) => additions.FindAll(addition => !others.Exists(other => other.Key == addition.Key));

    /// <summary>"Clean Water Action" and "Clean Water Fund"; two funds, or a network beside what it is called for, are two bodies.</summary>
    private static bool AreTwoArms(List<Addition> a, List<Addition> b) =>
        a is [{ Kind: AdditionKind.Arm } one] && b is [{ Kind: AdditionKind.Arm } other] && !one.Key.StartsWith(other.Key, StringComparison.Ordinal) && !other.Key.StartsWith(one.Key, StringComparison.Ordinal)
        && !(DescribingWords.Funds.Contains(one.Key) && DescribingWords.Funds.Contains(other.Key));

    /// <summary>What makes a part; a state beside its city says nothing more, and neither does "National".</summary>
    private static List<Addition> Hard(NameReading reading)
    {
        var hasCity = reading.Additions.Any(addition => addition is { Kind: AdditionKind.Place, PlaceKind: PlaceKind.City });
        return [.. reading.Additions.Where(addition => addition.Kind is not (AdditionKind.Reach or AdditionKind.Country) && !(hasCity && addition is { Kind: AdditionKind.Place, PlaceKind: PlaceKind.State }))];
    }

    /// <summary>The countries of which a reading is the national body.</summary>
    private static HashSet<string> Nations(NameReading reading) =>
        [.. reading.Additions.Where(addition => addition.Kind == AdditionKind.Country || addition is { Kind: AdditionKind.Place, PlaceKind: PlaceKind.Country }).Select(addition => addition.Key)];

    /// <summary>"X Deutschland" and "X Bayern"; "X Deutschland" and the "X Foundation" whose name it bears.</summary>
    private static bool IsOfTheCountry(List<Addition> nation, List<Addition> part, NameCore name) =>
        nation is [{ Kind: AdditionKind.Place, PlaceKind: PlaceKind.Country } country] && name is { IsDistinctive: true, IsWeak: false } && (name.Known.Count > 0 || name.Tokens.Any(word => word.Length > 3 && NameCore.IsOwn(word)))
        && (part is [{ Kind: AdditionKind.Place, PlaceKind: PlaceKind.State } state] && Places.Find(state.Key)?.IsIn(country.Key) == true || part is [{ Kind: AdditionKind.Arm, Key: "foundation" }] && name.Tokens.Length == 1);

    /// <summary>"Basic Rivers Oregon" and "Basic Rivers Education Fund": where no larger body is known by the name, its fund leaves out the state.</summary>
    private static bool IsArmWithoutState(List<Addition> placed, List<Addition> named, NameCore name) =>
        placed is [{ Kind: AdditionKind.Place, PlaceKind: PlaceKind.State }] && named is [{ Kind: AdditionKind.Arm }] && name is { IsDistinctive: true, IsWeak: false } && name.Known.All(known => known.IsMarked);

    /// <summary>"X NL" and "X Nederland".</summary>
    private static bool IsCountryCode(List<Addition> lettered, List<Addition> nation) =>
        lettered is [{ Code: { } code }] && nation is [{ Kind: AdditionKind.Place, PlaceKind: PlaceKind.Country } country] && Listings.Countries.Find(code)?.Name.ToLowerInvariant() == country.Key;

    private static bool HaveOneUnit(List<Addition> a, List<Addition> b)
    {
        var (unitsA, unitsB) = (Units(a), Units(b));
        return unitsA.Count > 0 && unitsA.SetEquals(unitsB) && a.Concat(b).All(addition => addition.Kind is AdditionKind.Unit or AdditionKind.Place)
            && (a.Count == unitsA.Count || b.Count == unitsB.Count);
    }

    /// <summary>"Local 1199NE" and "1199 New England".</summary>
    private static bool IsNamedByItsPlace(List<Addition> lettered, List<Addition> placed) =>
        lettered is [{ Kind: AdditionKind.Unit } unit] && placed.Count == 2 && placed.Find(addition => addition.Kind == AdditionKind.Unit).Key is { } number
        && placed.Find(addition => addition.Kind == AdditionKind.Place).Key is { } place
        && unit.Key == number + string.Concat(place.Split(' ').Select(word => word[0]));

    private static HashSet<string> Units(List<Addition> additions) => [.. additions.Where(addition => addition.Kind == AdditionKind.Unit).Select(addition => addition.Key)];

    private static NameCore Longer(NameCore a, NameCore b) => a.Words.Count > b.Words.Count || (a.Words.Count == b.Words.Count && string.CompareOrdinal(a.Strict, b.Strict) <= 0) ? a : b;

    /// <summary>Only National, International or USA differ.</summary>
    private static NameComparison? ByReach(NameReading one, NameReading other, Sameness sameness, string name)
    {
        var (reachA, reachB) = (Reach(one), Reach(other));
        if (reachA.Contains("usa") != reachB.Contains("usa") && !reachA.Concat(reachB).Any(reach => reach is "national" or "of america"))
            return new(one.Base.IsDistinctive || other.Base.IsDistinctive ? Verdict.Affiliate : Verdict.Ask, false, 0.6, [$"the United States body of {name}"]);
        if ((reachA.Contains("international") && reachB.Contains("national")) || (reachA.Contains("national") && reachB.Contains("international")))
            return new(Verdict.Different, false, 0.4, ["one is international, the other national"]);
        if (one.Federation is not null != other.Federation is not null && ByFederation(one, other) is { } affiliate)
            return affiliate;
        if (one.Base.IsWeak || other.Base.IsWeak)
            return null;
        var more = reachA.Union(reachB).Except(reachA.Intersect(reachB)).ToList();
        var reason = more.Count > 0 ? $"a longer form of one name: {string.Join(", ", more)}" : "only the federation behind the name differs";
        if (more.Count == 0 && NamesAnother(one, other))
            return new(Verdict.Ask, false, 0.5, [reason]);
        return one.Base.IsDistinctive || one.Base.Tokens.Length >= 3 || (more.Count > 0 && more.All(reach => reach is not ("national" or "international")))
            ? new(Verdict.Same, false, Math.Min(0.88, sameness.Score), [reason])
            : new(Verdict.Ask, false, 0.6, [reason]);
    }

    /// <summary>"Common Cause, UNI": the letters behind a known body are not those of a federation that it is known to belong to.</summary>
    private static bool NamesAnother(NameReading one, NameReading other) =>
        (one.Federation ?? other.Federation) is { } federation && federation != Stripping.AflCio
        && (one.Base.Known.Count > 0 ? one : other).Base.Known is [{ Vouched: true } known] && known.Organization != federation && known.Organization.ParentName != federation.Name;

    private static HashSet<string> Reach(NameReading reading) =>
        [.. reading.Additions.Where(addition => addition.Kind is AdditionKind.Reach or AdditionKind.Country).Select(addition => addition.Key)];

    private static NameComparison? ByFederation(NameReading one, NameReading other)
    {
        var (part, whole) = one.Federation is not null ? (one, other) : (other, one);
        return whole.Base.Known.Any(name => name.Organization == part.Federation) ? new(Verdict.Affiliate, true, 0.7, [$"a member of {part.Federation!.Name}"]) : null;
    }

    private static NameComparison? ParentAndPart(NameReading parent, NameReading part, List<Addition> additions, string name)
    {
        var places = additions.Where(addition => addition.Kind == AdditionKind.Place).ToList();
        var label = Printed(additions);
        if (places.Count > 0 && parent.Base.Known.Any(known => known.Organization.StrangerWords.Contains(part.Base.Loose)))
            return new(Verdict.Different, false, 0.4, [$"{part.Base} of a place has nothing to do with {parent.Base.Known[0].Organization.Name}"]);
        if (additions is [{ Kind: AdditionKind.Unit } unit] && parent.Base.Known.Any(known => NameShape.Of(known.Organization.Name).Readings.Any(reading => reading.Additions.Any(own => own.Kind == AdditionKind.Unit && own.Key == unit.Key))))
            return new(Verdict.Same, false, 0.85, [$"{unit} is a part of the name of {parent.Base.Known[0].Organization.Name}"]);
        if (places.Count == additions.Count && parent.Base.Words is [_, _, .., { IsNumber: true } number] words && NameWords.NumberedUnits.Ends(words[^2].Text) && number.Before == Break.None)
            return new(Verdict.Same, false, 0.85, [$"a numbered local with its place: {label}"]);
        if (parent.Base.IsWeak && parent.Base.Known.Count == 0 && !IsInternationalAndLocal(parent, additions))
            return new(Verdict.Ask, false, 0.5, [$"{name} may have a part in or named {label}"]);
        if (Houses.Judge(parent, part, additions, label) is { } house)
            return house;
        if (additions is [{ IsAddress: true }] && !parent.Base.Known.Any(known => known.Organization.HasChapters))
            return IsNamedAlone(parent.Base)
                ? new(Verdict.Same, false, 0.8, [$"an address behind the name: {label}"])
                : new(Verdict.Ask, false, 0.55, [$"an address or a chapter behind the name: {label}"]);
        if (additions is [{ IsAside: true, PlaceKind: not PlaceKind.Country }] && !parent.Base.Known.Any(known => known.Organization.HasChapters))
            return Seats.IsSeat(additions[0], parent.Base) && Seats.IsAlone(parent.Base)
                ? new(Verdict.Same, false, 0.75, [$"the place in parentheses says where it is: {label}"])
                : new(Verdict.Ask, false, 0.6, [$"the place in parentheses says where it is, or which chapter it is: {label}"]);
        if (additions is [{ IsBehindComma: true } seat] && Seats.IsSeat(seat, parent.Base))
            return seat.Code is null && Seats.IsOneOfItsName(parent.Base) && Seats.HaveOneOrderOfSmallWords(parent.Base, part.Base)
                ? new(Verdict.Same, false, 0.75, [$"a seat behind the name: {label}"])
                : new(Verdict.Ask, false, 0.55, [$"a seat or a chapter behind the name, or another body: {label}"]);
        if (places.Count == additions.Count && places.TrueForAll(place => place is { IsBefore: true, IsMarked: false }) && (Seats.AreMany(parent.Base) || Seats.AreMany(part.Base)) && !parent.Base.Known.Any(known => known.Organization.HasChapters))
            return new(Verdict.Ask, false, 0.5, [$"many places may have a body named {parent.Base}: {label}"]);
        if (places.Count == additions.Count && !IsStrong(parent, part) && !IsChapter(parent, part, places))
            return parent.Additions.Count > 0
                ? new(Verdict.Different, false, 0.4, [$"one is national, the other of {label}, and their names share only common words"])
                : new(Verdict.Ask, false, 0.5, [$"{name} may have a body in {label}, or share only common words with it"]);

        var kind = additions[0].Kind switch
        {
            AdditionKind.Unit => "local or council of",
            AdditionKind.Place => "chapter or office of",
            AdditionKind.Arm => "arm or fund of",
            _ => "part of",
        };
        return new(Verdict.Affiliate, parent.Base.Known.Count > 0 && places.All(place => place.PlaceKind != PlaceKind.Country), 0.7, [$"{kind} {name}: {label}"]);
    }

    /// <summary>"Roofers International Union" and "Roofers Local 30".</summary>
    private static bool IsInternationalAndLocal(NameReading parent, List<Addition> additions) =>
        additions.All(addition => addition.Kind == AdditionKind.Unit) && parent.Additions.Any(addition => addition is { Kind: AdditionKind.Reach, Key: "international" });

    /// <summary>No parish church or local, of which every town has one.</summary>
    private static bool IsNamedAlone(NameCore name) =>
        name.Known.Count > 0 || (name.IsDistinctive || name.Tokens.Length >= 4) && !name.Words.Any(word => NameWords.Congregations.Contains(word.Text));

    /// <summary>A name of common words is a parent's when the place stands apart from it, or when it is no mere "X Coalition".</summary>
    private static bool IsChapter(NameReading parent, NameReading part, List<Addition> places) =>
        parent.Additions.Count == part.Additions.Count - places.Count && (places.All(place => place.IsMarked) ? parent.Base.Tokens.Length >= 2 : !NameWords.Bodies.Contains(parent.Base.Tokens[^1]) || NameWords.TopicMarks.Contains(parent.Base.Words[^2].Text));

    private static bool IsStrong(NameReading parent, NameReading part) =>
        parent.Base.IsDistinctive || part.Base.IsDistinctive;

    /// <summary>"Air Line Pilots Association, AFL-CIO" beside the AFL-CIO.</summary>
    public static NameComparison? ByFederation(NameShape a, NameShape b)
    {
        var member = a.Readings.Where(reading => reading.Federation is not null && b.Whole.Known.Any(name => name.Organization == reading.Federation))
            .Concat(b.Readings.Where(reading => reading.Federation is not null && a.Whole.Known.Any(name => name.Organization == reading.Federation))).FirstOrDefault();
        return member is null ? null : new(Verdict.Affiliate, true, 0.7, [$"a member of {member.Federation!.Name}"]);
    }

    /// <summary>"AFT Local 2121" and "San Francisco Faculty Union, AFT Local 2121".</summary>
    private static NameComparison? ByNumberInFederation(NameShape named, NameShape numbered) =>
        named.Readings.FirstOrDefault(reading => reading.FederationUnit is not null) is { } member
        && numbered.Readings.Any(reading => reading.Base.Known.Any(name => name.Organization == member.Federation) && reading.Additions is [{ Kind: AdditionKind.Unit } unit] && unit.Key == member.FederationUnit)
            ? new(Verdict.Same, false, 0.85, [$"both are {member.FederationUnit} of {member.Federation!.Name}"])
            : null;

    /// <summary>"AFT Massachusetts" and "Boston Teachers Union, AFT Local 66".</summary>
    private static NameComparison? ByFederationInState(NameShape local, NameShape ofState)
    {
        var federations = local.Readings.Where(reading => reading.Federation is not null && reading.Additions.Any(addition => addition.Kind == AdditionKind.Place)).ToList();
        return federations.Count > 0 && ofState.Readings.FirstOrDefault(reading => reading.Additions is [{ Kind: AdditionKind.Place, PlaceKind: PlaceKind.State }] && reading.Base.Known.Any(name => name.Organization == federations[0].Federation)) is { } state
            && federations.Exists(reading => reading.Additions.Any(addition => addition.Kind == AdditionKind.Place && Places.Find(addition.Key)?.IsIn(state.Additions[0].Key) == true))
            ? new(Verdict.Affiliate, false, 0.55, [$"a local in the state of {ofState.Whole}"])
            : null;
    }

    /// <summary>"IUPAT District Council 30" and "Painters District Council 30": words out of the union's own name, and its number.</summary>
    private static NameComparison? ByWordsOfUnion(NameShape lettered, NameShape worded)
    {
        foreach (var one in lettered.Readings.Where(reading => reading is { Additions: [{ Kind: AdditionKind.Unit }], Base.Known.Count: > 0 }))
        {
            var name = NameKeys.Loose(NameText.Read(one.Base.Known[0].Organization.Name).Words);
            foreach (var other in worded.Readings.Where(reading => reading is { Additions: [{ Kind: AdditionKind.Unit } unit], Base.Known.Count: 0 } && unit.Key == one.Additions[0].Key))
            {
                if (other.Base.Tokens.All(name.Contains) && other.Base.Tokens.Any(NameCore.IsOwn))
                    return new(Verdict.Same, false, 0.8, [$"both are {one.Additions[0]}, and {other.Base} stands for {one.Base.Known[0].Organization.Name}"]);
            }
        }
        return null;
    }

    private static NameComparison? ByParentsOfTheList(NameShape a, NameShape b)
    {
        foreach (var one in a.Readings)
        {
            foreach (var other in b.Readings.Where(other => one.Base.Known.Count > 0 || other.Base.Known.Count > 0))
            {
                foreach (var (child, parent) in ((NameReading, NameReading)[])[(one, other), (other, one)])
                {
                    var parents = parent.Base.Known.Select(name => name.Organization).ToHashSet();
                    if (parents.Count == 0 || parent.Additions.Any(addition => addition.Kind is not (AdditionKind.Reach or AdditionKind.Country)))
                        continue;
                    if (child.Federation is { } federation && parents.Contains(federation))
                        return new(Verdict.Affiliate, true, 0.7, [$"a member of {federation.Name}"]);
                    foreach (var known in child.Base.Known.Where(name => name.Organization.ParentName is { } name1 && parents.Any(p => p.Name == name1)))
                        return new(known.Organization.IsParentDoubtful ? Verdict.Ask : Verdict.Affiliate, false, 0.6, [$"{known.Organization.Name} belongs to {known.Organization.ParentName}"]);
                }
            }
        }
        return null;
    }

    /// <summary>"SEIU Healthcare Illinois", "ACLU Immigrants' Rights Project": a vouched acronym, then more words.</summary>
    private static NameComparison? ByFirstWord(NameShape part, NameShape parent)
    {
        if (parent.Whole.Known.Count == 0)
            return null;
        if (part.Whole.Known.Count == 0 && KnownNames.Shipped.SharedNameBefore(part.Whole.Tokens) is { } shared && parent.Whole.Known.Any(name => name.Organization == shared))
            return new(Verdict.Affiliate, false, 0.6, [$"begins with the name that affiliates of {shared.Name} bear"]);

        var words = part.Whole.Words;
        if (words.Count < 2 || !words[0].IsUpper || words[0].Text.Length < 3 || words[1].Before >= Break.Colon || part.Whole.Known.Count > 0 || part.IsOverruled(words[0].Text))
            return null;
        return Bearer(words[0], parent) is { } known
            ? new(Verdict.Affiliate, false, 0.6, [$"begins with {words[0].Text.ToUpperInvariant()}, the acronym of {known.Name}"])
            : null;
    }

    /// <summary>"Rutgers AAUP", "Metro DC DSA": words, then the acronym of the parent.</summary>
    private static NameComparison? ByLastWord(NameShape part, NameShape parent)
    {
        if (parent.Whole.Known.Count == 0 || part.Whole.Known.Count > 0)
            return null;
        foreach (var words in part.Readings.Where(reading => reading.Additions.Count == 0).Select(reading => reading.Base.Words))
        {
            if (words.Count is >= 2 and <= 8 && words[^1] is { IsUpper: true, Text.Length: >= 3 } && words[^2].Before != Break.Comma && !words[^2].IsUpper && !part.IsOverruled(words[^1].Text) && Bearer(words[^1], parent) is { } known)
                return new(Verdict.Affiliate, false, 0.6, [$"ends with {words[^1].Text.ToUpperInvariant()}, the acronym of {known.Name}"]);
        }
        return null;
    }

    private static KnownOrganization? Bearer(NameWord acronym, NameShape parent) =>
        KnownNames.Shipped.Exactly(acronym.Text).Where(name => !name.IsLesser && (!name.IsOwnName || name.Organization.StrangerWords.Count == 0)).Select(name => name.Organization)
            .FirstOrDefault(organization => parent.Whole.Known.Any(name => name.Organization == organization && !name.IsLesser));

    /// <summary>"Human Rights Watch Student Task Force": the whole name of a known body that no other would begin with, and more.</summary>
    private static NameComparison? ByWholeName(NameShape part, NameShape parent) =>
        parent.Whole is { Tokens.Length: >= 3, Known: [{ Vouched: true, Organization.StrangerWords.Count: 0 } known] } && part.Whole.Known.Count == 0
        && part.Whole.Tokens.Length > parent.Whole.Tokens.Length && part.Whole.Tokens.AsSpan().StartsWith(parent.Whole.Tokens) && part.Whole.Words.All(word => word.Before != Break.Slash) && !NameWords.Fillers.Contains(part.Whole.Tokens[^1])
            ? new(Verdict.Affiliate, false, 0.55, [$"begins with the whole name of {known.Organization.Name}"])
            : null;

    /// <summary>"Indivisible East Bay", "J Street U": the whole name of a known body that has chapters, and a few words more.</summary>
    private static NameComparison? ByChapterName(NameShape part, NameShape parent) =>
        parent.Whole is { Tokens: [_] or [_, _], Known: [{ Vouched: true, Organization: { HasChapters: true, StrangerWords.Count: 0 } } known] } && part.Whole.Known.Count == 0 && !part.IsOverruled(parent.Whole.Strict)
        && part.Whole.Tokens.Length - parent.Whole.Tokens.Length is >= 1 and <= 4 && part.Whole.Tokens.AsSpan().StartsWith(parent.Whole.Tokens) && !NameWords.Fillers.Contains(part.Whole.Tokens[^1])
            ? new(Verdict.Affiliate, false, 0.5, [$"begins with the whole name of {known.Organization.Name}, which has chapters"])
            : null;

    private static bool IsPartHead(IReadOnlyList<NameWord> words, int at) =>
        at >= 0 && words[at + 1].Text == "of" && (NameWords.PartHeads.Contains(words[at].Text) || NameWords.Undertakings.Contains(words[at].Text) || words[at].Text == "council");

    /// <summary>"Desert Pacific Council, Boy Scouts of America", "Law Committee of the Housing Association": the parent's whole name stands behind.</summary>
    private static NameComparison? ByTail(NameShape part, NameShape parent)
    {
        var words = part.Whole.Words;
        for (var i = 1; i < words.Count - 1; i++)
        {
            var isOf = words[i - 1].Text is "of" or "the" && i >= 2 && IsPartHead(words, i - (words[i - 1].Text == "the" ? 3 : 2));
            var isAt = words[i - 1].Text == "at" || (words[i - 1].Text == "the" && i >= 2 && words[i - 2].Text == "at");
            if (!(isOf || (isAt && parent.Whole.Tokens.Any(NameWords.Universities.Contains)) || words[i].Before is Break.Comma or Break.Dash) || words.Count - i < parent.Whole.Words.Count || parent.Whole.Tokens.Length < 2)
                continue;
            if (SamenessRules.Of(new NameCore(NameKeys.Trim([words[i] with { Before = Break.None }, .. words.Skip(i + 1)])), parent.Whole) is { Likeness: Likeness.Certain } && (parent.Whole.IsDistinctive || parent.Whole.Tokens.Length >= 3))
                return new(Verdict.Affiliate, false, 0.55, [$"{Written.Of([.. words.Take(i).Reverse().SkipWhile(word => NameWords.Small.Contains(word.Text)).Reverse()])}, named as a part of {parent.Whole}"]);
        }
        return null;
    }

    /// <summary>"All Souls Church Unitarian" beside the Unitarian Universalist Association.</summary>
    private static NameComparison? ByCongregation(NameShape part, NameShape parent)
    {
        if (parent.Whole.Known.All(name => name.Organization.CongregationWords.Count == 0))
            return null;
        var words = part.Whole.Words.Select(word => word.Text).ToHashSet();
        if (!words.Overlaps(NameWords.Congregations) || part.Whole.Known.Count > 0)
            return null;
        var denomination = parent.Whole.Known.Select(name => name.Organization)
            .FirstOrDefault(organization => organization.CongregationWords.Any(mark => mark.Split(' ').All(words.Contains)) || IsNamedIn(organization, part));
        return denomination is null ? null : new(Verdict.Affiliate, false, 0.5, [$"by its name a congregation or district of {denomination.Name}"]);
    }

    private static bool IsNamedIn(KnownOrganization denomination, NameShape part) =>
        denomination.CongregationWords.Count > 0 && part.Whole.Loose.Contains(string.Join(' ', NameKeys.Loose(NameText.Read(denomination.Name).Words)), StringComparison.Ordinal);
}
