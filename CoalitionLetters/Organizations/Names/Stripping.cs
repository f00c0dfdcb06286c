namespace CoalitionLetters.Organizations.Names;

/// <summary>A name on its way from the whole to its base.</summary>
internal sealed class Stripping(NameReading from)
{
    private readonly List<Addition> additions = [.. from.Additions];
    private IReadOnlyList<NameWord> words = from.Base.Words;
    private KnownOrganization? federation = from.Federation;
    private string? federationUnit = from.FederationUnit;

    public NameReading Reading()
    {
        var core = new NameCore(words);
        // "Illinois Federation of Teachers" is the national body's in Illinois, though the words that remain do not name it.
        if (additions.Any(addition => addition.Kind == AdditionKind.Place) && core.Known.Count == 0 && KnownNames.Shipped.FamilyOf(core.Loose) is { } family)
            core = new NameCore(words) { Known = [new KnownName(family, Vouched: false, IsOwnName: false, IsMarked: true, IsLesser: false)] };
        return new NameReading(core, [.. additions], federation, federationUnit);
    }

    public bool StripEnd() => words.Count > 1 && (FederationAtEnd() || UnitAtEnd() || ReachAtEnd() || CampusAtEnd() || AddressAtEnd() || PlaceAtEnd() || DemonymAtEnd() || ArmAtEnd() || PartAtEnd());

    public bool StripStart() => words.Count > 1 && (UnitAtStart() || PlaceAtStart() || DemonymAtStart() || PartAtStart() || ReachAtStart());

    private bool FederationAtEnd()
    {
        var end = words.Count;
        while (end > 1 && NameWords.Federations.Contains(words[end - 1].Text))
            end--;
        if (end == 1 && NameWords.Federations.Contains(words[0].Text))
            return false;
        if (end < words.Count)
        {
            federation ??= AflCio;
            return Keep(0, end);
        }

        var last = words[^1];
        if (last is not { Before: Break.Hyphen or Break.Slash or Break.Comma or Break.Dash, IsUpper: true } || Places.Find(last.Text) is not null || KnownNames.Shipped.Exactly(last.Text) is not [{ } known, ..])
            return false;
        // "Mississippi Immigrants Rights Alliance, MIRA": its own letters, whomever the list knows by them.
        if (Acronyms.AreInitials(last.Text, [.. words.SkipLast(1)]))
            return false;
        // "Chicago Teachers Union, AFT Local 1" is that union; the number is its place in the larger one. "Flight Attendants-CWA, AFL-CIO, Council 12" is not.
        if (federation is null && additions is [.., { Kind: AdditionKind.Unit } unit])
        {
            federationUnit ??= unit.Key;
            additions.RemoveAt(additions.Count - 1);
        }
        // "…, AFSCME, AFL-CIO": the nearer one says more.
        if (federation is null || federation == AflCio)
            federation = known.Organization;
        return Keep(0, words.Count - 1);
    }

    public static KnownOrganization AflCio => KnownNames.Shipped.Exactly("afl cio")[0].Organization;

    private bool UnitAtEnd()
    {
        var last = words[^1];
        if (words.Count >= 3 && IsId(last))
        {
            var end = words.Count - 1;
            if (NameWords.NumberMarks.Contains(words[end - 1].Text) && end > 2)
                end--;
            if (NameWords.NumberedUnits.EndingAt(words, end) is { } unit && end - unit.Length > 0)
                return Take(AdditionKind.Unit, UnitName(unit, last.Text), 0, end - unit.Length);
        }
        if (last.IsNumber && last.Before == Break.None && words.Count <= 4 && new NameCore([.. words.Take(words.Count - 1)]).Known.Count > 0)
            return Take(AdditionKind.Unit, UnitName(["local"], last.Text), 0, words.Count - 1);
        return false;
    }

    private static bool IsId(NameWord word) => word.IsNumber || (word.IsUpper && word.Text.All(c => c is 'i' or 'v' or 'x')) || word.Text.Length == 1;

    private static string UnitName(string[] unit, string id)
    {
        var kind = NameWords.Units.GetValueOrDefault(string.Join('-', unit), string.Join(' ', unit)).Replace('-', ' ');
        return $"{kind} {Roman(id) ?? id.TrimStart('0').Replace("th", "", StringComparison.Ordinal)}";
    }

    /// <summary>"Local VII" is Local 7; a single letter may be a letter.</summary>
    private static string? Roman(string id)
    {
        if (id.Length < 2 || id.Any(c => c is not ('i' or 'v' or 'x')))
            return null;
        var values = id.Select(c => c switch { 'i' => 1, 'v' => 5, _ => 10 }).ToList();
        return values.Select((value, i) => i + 1 < values.Count && value < values[i + 1] ? -value : value).Sum().ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>", Oakland, CA", " - Santa Fe, New Mexico": a comma or dash, one to three words that name no part, and a state.</summary>
    private bool AddressAtEnd()
    {
        if (Places.EndingAt(words, words.Count, out var state) is not { Kind: PlaceKind.State } || (words[state].Before < Break.Comma && !words[state].IsUpper))
            return false;
        for (var city = state - 1; city >= Math.Max(1, state - 3); city--)
        {
            if (NameWords.PlaceCompany.Contains(words[city].Text) || NameWords.BeforePlaces.Contains(words[city].Text) || NameWords.Parts.Contains(words[city].Text) || words[city].IsNumber)
                return false;
            if (words[city].Before is not (Break.Comma or Break.Dash))
                continue;
            var name = string.Join(' ', words.Skip(city).Take(state - city).Select(word => word.Text));
            additions.Add(new Addition(AdditionKind.Place, Places.Find(name)?.Name ?? name, PlaceKind.City, IsAddress: true, Given: Written.Stretch([.. words.Skip(city)])));
            return Keep(0, city);
        }
        return false;
    }

    /// <summary>"Cáritas Española"; "English PEN": the people's name stands for the country, beside a name of its own.</summary>
    private bool DemonymAtEnd() =>
        NameWords.Demonyms.TryGetValue(words[^1].Text, out var country) && IsNameOfItsOwn(0, words.Count - 1) && Take(AdditionKind.Place, country.Replace('-', ' '), 0, words.Count - 1, PlaceKind.Country, isMarked: true);

    private bool DemonymAtStart() =>
        NameWords.Demonyms.TryGetValue(words[0].Text, out var country) && words[1].Text != "american" && IsNameOfItsOwn(1, words.Count) && Take(AdditionKind.Place, country.Replace('-', ' '), 1, words.Count, PlaceKind.Country, isMarked: true, isBefore: true);

    private bool IsNameOfItsOwn(int start, int end) => new NameCore([.. words.Skip(start).Take(end - start)]) is { IsWeak: false, IsDistinctive: true };

    private bool PlaceAtEnd()
    {
        var end = words.Count;
        if (Places.EndingAt(words, end, out var whole) is { } last && whole > 0 && words.Count - whole > 1)
            return TakePlace(last, whole, words.Count, isExpected: false);
        while (end > 1 && words.Count - end < 3 && NameWords.PlaceCompany.Contains(words[end - 1].Text) && words[end - 1].Text is not "council")
        {
            // "Bay Area Chapter": the area belongs to the place.
            if (end < words.Count && Places.EndingAt(words, end, out whole) is { } area && whole > 0 && end - whole > 1)
                return TakePlace(area, whole, end, isExpected: true);
            end--;
        }

        var company = words.Count - end;
        if (Places.EndingAt(words, end, out var start) is { } place && start > 0)
        {
            // "Chicago Council", but not "Texas Council": a council beside a name is often another body.
            return TakePlace(place, start, end, isExpected: company > 0);
        }
        if (company == 0 && Places.EndingAt(words, words.Count, out start) is { } bare && start > 0)
            return TakePlace(bare, start, words.Count, isExpected: false);
        return UnlistedPlaceAtEnd();
    }

    private bool TakePlace(Place place, int start, int end, bool isExpected)
    {
        if (IsDedication(place, start))
            return false;
        var isMarked = isExpected || words[start].Before >= Break.Hyphen;
        var (name, kind) = (place.Name, place.Kind);
        if (end < words.Count && IsCounty(words[end]))
            (name, kind) = ($"{name} {words[end].Text}", PlaceKind.City);
        while (start > 1 && (NameWords.Compass.Contains(words[start - 1].Text) || NameWords.BeforePlaces.Contains(words[start - 1].Text)))
        {
            start--;
            isMarked |= words[start].Text is not "the" || words[start].Before >= Break.Hyphen;
            if (NameWords.Compass.Contains(words[start].Text))
                (name, kind) = (words[start].Text + " " + name, PlaceKind.Region);
            else if (IsCounty(words[start]))
                (name, kind) = ($"{name} {words[start].Text}", PlaceKind.City);
            else if (NameWords.WiderPlaces.Contains(words[start].Text) && name == "new york")
                kind = PlaceKind.Region;
        }
        isMarked |= words[start].Before >= Break.Hyphen;
        return (isMarked || !place.IsWord || IsKnown(start)) && Take(AdditionKind.Place, name, 0, start, kind, isMarked, isBehindComma: !isExpected && words[start].Before == Break.Comma && name == place.Name, code: words.Count - start == 1 && words[start].Text.Length == 2 ? words[start].Text : null);
    }

    /// <summary>A city and the county of its name are two places.</summary>
    private static bool IsCounty(NameWord word) => word.Text is "county" or "counties" or "parish";

    /// <summary>"Casa de Esperanza de los Angeles" is named for the angels; the city writes its article large.</summary>
    private bool IsDedication(Place place, int start) =>
        place.Name == "los angeles" && start > 0 && words[start].Text == "los" && words[start - 1].Text == "de" && Written.Of([words[start]]) is ['l', ..];

    /// <summary>"PFLAG Phoenix": behind the name of a known body, a word that could be a place is one.</summary>
    private bool IsKnown(int end) => new NameCore([.. words.Take(end)]).Known.Any(name => name.Vouched);

    private bool UnlistedPlaceAtEnd()
    {
        var start = -1;
        for (var i = words.Count - 2; i >= Math.Max(1, words.Count - 5); i--)
        {
            if (words[i].Text is "greater" or "metropolitan" || (words[i].Text is "of" or "in" && NameWords.Landscape.Contains(words[^1].Text)))
                start = i;
        }
        if (start < 0 && words.Count >= 3 && words[^1].Text is "county" or "parish" && words[^2].Before != Break.Hyphen)
            start = words.Count - 2;
        if (start < 0)
            return false;

        var name = string.Join(' ', words.Skip(start).Select(word => word.Text).Where(text => text is not ("of" or "in" or "the" or "greater" or "metropolitan")));
        while (start > 1 && words[start - 1].Text is "of" or "in" or "the")
            start--;
        return Take(AdditionKind.Place, name, 0, start, PlaceKind.City);
    }

    /// <summary>"Hillel at UCLA", "AAUP at the University of Vermont".</summary>
    private bool CampusAtEnd()
    {
        for (var i = words.Count - 2; i >= 1; i--)
        {
            if (words[i].Text == "at")
                return (IsKnown(i) || (i >= 3 && (IsNameOfItsOwn(0, i) || new NameCore([.. words.Take(i)]).Tokens.Length >= 3))) && Take(AdditionKind.Part, string.Join(' ', words.Skip(i + 1).Select(word => word.Text)), 0, i);
        }
        return false;
    }

    private bool ArmAtEnd()
    {
        if (NameWords.Arms.EndingAt(words, words.Count) is not { } arm || words.Count - arm.Length is not (>= 1 and var start) || NameWords.Small.Contains(words[start - 1].Text))
            return false;
        return Take(AdditionKind.Arm, string.Join(' ', arm).Replace("educational", "education", StringComparison.Ordinal).Replace(" and ", " ", StringComparison.Ordinal), 0, start);
    }

    private bool PartAtEnd()
    {
        for (var i = words.Count - 1; i >= 1; i--)
        {
            if (words[i].Before < Break.Comma)
                continue;
            var tail = words.Skip(i).ToList();
            var isPart = tail.Take(3).Any(word => NameWords.Parts.Contains(word.Text)) || NameWords.Parts.Contains(tail[^1].Text) || (words[i].Before == Break.Dash && NameReadings.IsBody(tail));
            return isPart && Take(AdditionKind.Part, string.Join(' ', NameKeys.Loose(tail)), 0, i);
        }
        return false;
    }

    private bool ReachAtEnd()
    {
        var (last, before) = (words[^1].Text, words[^2].Text);
        if (last == "america" && before == "of")
        {
            var federationOf = words.Count > 3 && words[^3].Text is "federation" or "league" ? 3 : words.Count > 3 && words[^3].Text == "north" ? 3 : 2;
            return words.Count > federationOf && Take(AdditionKind.Reach, "of america", 0, words.Count - federationOf);
        }
        if (last == "states" && before == "united" && words.Count > 2)
            return Take(AdditionKind.Country, "usa", 0, words.Count - 2);
        if (last is "bundesverband" or "gesamtverband")
            return Take(AdditionKind.Reach, "national", 0, words.Count - 1);
        if (last is "usa" or "america" || (last == "us" && words[^1].IsUpper))
            return Take(AdditionKind.Country, "usa", 0, words.Count - 1 - (before is "of" or "the" && words.Count > 3 ? 1 : 0));
        if (last == "union" && before == "international" && words.Count > 2)
            return Take(AdditionKind.Reach, "international", 0, words.Count - 2);
        return last is "international" or "internationalis" or "internationale" or "internacional" or "internazionale" or "national" or "worldwide" or "global" && Take(AdditionKind.Reach, last == "national" ? "national" : "international", 0, words.Count - 1);
    }

    private bool UnitAtStart()
    {
        if (NameWords.NumberedUnits.StartingAt(words, 0) is not { } unit || words.Count <= unit.Length + 1)
            return false;
        var length = unit.Length;
        if (NameWords.NumberMarks.Contains(words[length].Text) && words.Count > length + 2)
            length++;
        return IsId(words[length]) && Take(AdditionKind.Unit, UnitName(unit, words[length].Text), length + 1, words.Count);
    }

    private bool PlaceAtStart()
    {
        var from = 0;
        while (from < words.Count - 2 && (NameWords.Compass.Contains(words[from].Text) || NameWords.WiderPlaces.Contains(words[from].Text)))
            from++;
        if (words.Count > 2 && words[1].Text is "county" or "parish" && words[2].IsUpper)
            return Take(AdditionKind.Place, $"{words[0].Text} {words[1].Text}", 2, words.Count);
        // "Indian Wells Valley Housing League": no list knows the valley.
        if (words.Count > 3 && Enumerable.Range(1, Math.Min(3, words.Count - 3)).FirstOrDefault(i => NameWords.Landscape.Contains(words[i].Text)) is var land and > 0 && Places.StartingAt(words, from, out _) is null && words[land + 1].Text is not ("of" or "for" or "and"))
            return Take(AdditionKind.Place, string.Join(' ', words.Take(land + 1).Select(word => word.Text)), land + 1, words.Count, isMarked: false);
        // "Greater Phoenix" is the city, whatever "Phoenix" alone may be.
        var isWidened = from > 0 && NameWords.WiderPlaces.Contains(words[from - 1].Text);
        if (Places.StartingAt(words, from, out var end) is not { } place || (place.IsWord && !isWidened) || end >= words.Count || (words[end].Before == Break.Hyphen && !words[end].IsUpper))
            return false;

        var county = IsCounty(words[end]) && end < words.Count - 1 ? $" {words[end].Text}" : "";
        while (end < words.Count - 1 && (NameWords.PlaceCompany.Contains(words[end].Text) || (words[end].Text is "of" or "the" && end > 0)))
        {
            // "Texas Council of Churches": council belongs to the name unless "of the" and a whole name follow.
            if (words[end].Text is "council" or "conference" or "unit" && words[end + 1].Text is not ("of" or "the"))
                break;
            end++;
        }
        var compass = string.Join(' ', words.Take(from).Select(word => word.Text).Where(NameWords.Compass.Contains));
        var name = (compass.Length > 0 ? $"{compass} {place.Name}" : place.Name) + county;
        var isMarked = Enumerable.Range(0, end).Any(i => NameWords.ChapterWords.Contains(words[i].Text));
        return Take(AdditionKind.Place, name, end, words.Count, compass.Length > 0 ? PlaceKind.Region : county.Length > 0 ? PlaceKind.City : place.Kind, isMarked, isBefore: true);
    }

    /// <summary>"Metropolitan New York Synod of the ELCA".</summary>
    private bool PartAtStart()
    {
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (words[i].Text != "of" || !(NameWords.PartHeads.Contains(words[i - 1].Text) || NameWords.Undertakings.Contains(words[i - 1].Text)) || (words[i + 1].Text != "the" && i < 2))
                continue;
            return Take(AdditionKind.Part, string.Join(' ', words.Take(i).Select(word => word.Text)), i + 1, words.Count);
        }
        return false;
    }

    private bool ReachAtStart() =>
        words[0].Text is "national" or "international" or "nacional" && words.Count > 2 && Take(AdditionKind.Reach, words[0].Text == "international" ? "international" : "national", 1, words.Count);

    private bool Take(AdditionKind kind, string key, int start, int end, PlaceKind place = PlaceKind.City, bool isMarked = true, bool isBefore = false, bool isBehindComma = false, string? code = null)
    {
        var taken = (start > 0 ? words.Take(start) : words.Skip(end)).SkipWhile(IsJoint).ToList();
        while (taken.Count > 0 && IsJoint(taken[^1]))
            taken.RemoveAt(taken.Count - 1);
        var given = Written.Stretch(taken);
        var isAside = kind == AdditionKind.Place && given.IsAside && !taken.Exists(word => NameWords.PlaceCompany.Contains(word.Text));
        additions.Add(new Addition(kind, key, place, isMarked, isBefore, IsBehindComma: isBehindComma, IsAside: isAside, Code: code, Given: given));
        return Keep(start, end);
    }

    private static bool IsJoint(NameWord word) => word.Text is "of" or "in" or "the" or "and" or "de" or "for" or "at";

    private bool Keep(int start, int end)
    {
        while (end > start + 1 && NameWords.LegalForms.Contains(words[end - 1].Text))
        {
            end--;
            // "…, Inc., San Francisco" is an address.
            if (additions is [.., { Kind: AdditionKind.Place } place])
                additions[^1] = place with { IsAddress = true };
        }
        while (end > start + 1 && words[end - 1].Text is "of" or "in" or "the" or "and" or "de" or "for")
            end--;
        while (start < end - 1 && words[start].Text is "of" or "the" or "and")
            start++;
        words = [.. words.Skip(start).Take(end - start)];
        return true;
    }
}
