namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// The keys by which names of one body, or of a parent and its parts, find each other. A part looks for its parent and a parent for its parts, but
/// the thousand locals of one union do not look for each other.
/// </summary>
internal static class NameKeysOf
{
    /// <summary>The keys under which a name is filed.</summary>
    public static HashSet<string> Borne(NameShape shape)
    {
        var keys = new HashSet<string>();
        foreach (var core in Own(shape))
        {
            keys.Add("own:" + core.Squashed);
            keys.Add("initials:" + (core.Acronym ?? Initials(core)));
            foreach (var known in core.Known)
                keys.Add("known:" + known.Organization.Name);
        }
        foreach (var reading in shape.Readings.Skip(1))
        {
            keys.Add("base:" + reading.Base.Squashed);
            foreach (var known in reading.Base.Known)
                keys.Add("part:" + known.Organization.Name);
        }
        AddWords(shape, keys);
        return keys;
    }

    /// <summary>
    /// The keys under which to look for names like this one, with their weight, and whether the key is a whole name or an acronym, which is looked for however many bear it: a union
    /// finds its locals though they are hundreds.
    /// </summary>
    public static IEnumerable<(string Key, double Weight, bool IsWhole)> Wanted(NameShape shape)
    {
        var keys = new Dictionary<string, double>();
        var acronyms = Own(shape).Select(core => core.Acronym).OfType<string>().Select(letters => "initials:" + letters).ToHashSet();
        foreach (var core in Own(shape))
        {
            keys["own:" + core.Squashed] = 9;
            if (core.IsForeign)
            {
                foreach (var reading in Scripts.Readings(core.Squashed))
                    keys["own:" + reading] = 9;
            }
            keys["base:" + core.Squashed] = 3;
            keys["initials:" + (core.Acronym ?? Initials(core))] = 4;
            foreach (var known in core.Known)
            {
                keys["known:" + known.Organization.Name] = 9;
                keys["part:" + known.Organization.Name] = 2;
                if (known.Organization.ParentName is { } parent)
                    keys["known:" + parent] = 5;
            }
        }
        foreach (var reading in shape.Readings.Skip(1))
        {
            keys.TryAdd("own:" + reading.Base.Squashed, 5);
            foreach (var organization in reading.Base.Known.Select(known => known.Organization))
            {
                keys.TryAdd("known:" + organization.Name, 5);
                if (organization.ParentName is { } parent)
                    keys.TryAdd("known:" + parent, 4);
            }
            if (reading.Federation is { } federation)
                keys.TryAdd("known:" + federation.Name, 3);
        }

        var words = new HashSet<string>();
        AddWords(shape, words);
        return keys.Select(pair => (pair.Key, pair.Value, IsWhole: acronyms.Contains(pair.Key) || !pair.Key.StartsWith("initials:", StringComparison.Ordinal))).Concat(words.Select(word => (word, 1.0, false)));
    }

    private static IEnumerable<NameCore> Own(NameShape shape) => shape.Others.Select(other => other.Core).Prepend(shape.Whole);

    private static string Initials(NameCore core) => string.Concat(core.Tokens.Select(word => word[0]));

    private static void AddWords(NameShape shape, HashSet<string> keys)
    {
        foreach (var word in shape.Whole.Tokens)
        {
            keys.Add(word);
            if (NameWords.English.TryGetValue(word, out var english))
                keys.Add(english);
            if (word.Length > 4 && !EnglishWords.Knows(word))
                keys.Add("sound:" + Transliteration.Sounds(word));
            if (!System.Text.Ascii.IsValid(word))
                keys.UnionWith(Scripts.Readings(word).Where(reading => reading.Length > 4).Select(reading => "sound:" + Transliteration.Sounds(reading)));
            if (word.Length > 6)
                keys.Add("start:" + word[..4]);
        }
    }
}
