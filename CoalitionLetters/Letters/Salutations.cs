namespace CoalitionLetters.Letters;

/// <summary>Proposes how a letter greets its recipients.</summary>
public static class Salutations
{
    private static readonly string[] Offices =
        ["Vice President", "President", "Secretary", "Attorney General", "Governor", "Senator", "Representative", "Speaker", "Mayor", "Director", "Administrator", "Commissioner", "Justice", "Judge", "Chairman", "Chairwoman", "Chair"];

    /// <summary>"Dear President Trump:", "Dear Attorney General Sessions and Secretary Nielsen:"; null when there is nobody to greet.</summary>
    public static string? Propose(IReadOnlyList<Recipient> recipients, string language)
    {
        var named = recipients.Where(r => !string.IsNullOrWhiteSpace(r.Name)).Select(r => Address(r, language)).ToList();
        return (named.Count, language) switch
        {
            (0, _) => null,
            (1, "es") => $"Señor(a) {named[0]}:",
            (_, "es") => $"Señoras y señores {string.Join(", ", named[..^1])} y {named[^1]}:",
            (1, _) => $"Dear {named[0]}:",
            (2, _) => $"Dear {named[0]} and {named[1]}:",
            _ => $"Dear {string.Join(", ", named[..^1])}, and {named[^1]}:",
        };
    }

    private static string Address(Recipient recipient, string language)
    {
        var office = language == "es" ? null : Offices.FirstOrDefault(o => StartsWithWord(recipient.Title, o));
        return office is null ? recipient.Name.Trim() : $"{office} {LastName(recipient.Name)}";
    }

    private static bool StartsWithWord(string? title, string office) =>
        title is not null && title.StartsWith(office, StringComparison.OrdinalIgnoreCase) && (title.Length == office.Length || !char.IsLetter(title[office.Length]));

    private static string LastName(string name)
    {
        var words = name.Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = words.Length - 1;
        if (last > 0 && words[last].TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "IV")
        {
            last--;
        }

        // Particles belong to the name: "de la Cruz", "Van Hollen".
        var first = last;
        while (first > 1 && words[first - 1].ToUpperInvariant() is "DE" or "LA" or "DEL" or "VAN" or "VON" or "DI" or "DA")
        {
            first--;
        }

        return string.Join(' ', words[first..(last + 1)]);
    }
}
