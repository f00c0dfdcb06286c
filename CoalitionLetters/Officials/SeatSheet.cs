using CoalitionLetters.Data;
using CoalitionLetters.Importing;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Officials;

/// <summary>Seats from a list: CSV in any usual form, or a workbook. The first row names the columns.</summary>
/// <param name="Problems">What has to be mended, each with its row.</param>
public sealed record SeatSheet(IReadOnlyList<SeatDetails> Seats, IReadOnlyList<string> Problems)
{
    public const int MostSeats = 5000;

    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jurisdiction"] = "jurisdiction", ["city"] = "city", ["county"] = "county", ["state"] = "state",
        ["title"] = "title", ["office"] = "title", ["name"] = "name", ["official"] = "name", ["invited as"] = "invited as", ["party"] = "party", ["role"] = "role",
        ["email"] = "email", ["e-mail"] = "email", ["mail"] = "email", ["domain"] = "domain",
        ["contact"] = "contact", ["contact name"] = "contact", ["staff contact"] = "contact", ["contact_name"] = "contact",
        ["contact email"] = "contact email", ["contact_email"] = "contact email", ["staff contact email"] = "contact email", ["contact mail"] = "contact email",
    };

    /// <exception cref="ImportFault">It is no list that can be read, or a needed column is missing.</exception>
    public static SeatSheet Read(Stream file)
    {
        var rows = Sheet.Open(file).Rows().Where(row => !row.IsBlank).Take(MostSeats + 2).ToList();
        if (rows.Count == 0)
        {
            throw new ImportFault("The file holds no rows with text.");
        }

        if (rows.Count > MostSeats + 1)
        {
            throw new ImportFault($"The file has more than {MostSeats} rows. Split it, and import the parts one after the other.");
        }

        var places = PlacesOf(rows[0]);
        var (seats, problems) = (new List<SeatDetails>(), new List<string>());
        foreach (var row in rows.Skip(1))
        {
            try
            {
                seats.Add(Details(row, places));
            }
            catch (RuleBrokenException fault)
            {
                problems.Add($"Row {row.Number}: {fault.Message}");
            }
        }

        return new SeatSheet(seats, problems);
    }

    private static Dictionary<string, int> PlacesOf(SheetRow header)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < header.Cells.Count; i++)
        {
            if (Columns.TryGetValue(header[i], out var column))
            {
                places.TryAdd(column, i);
            }
        }

        foreach (var needed in new[] { "name", "title" })
        {
            if (!places.ContainsKey(needed))
            {
                throw new ImportFault($"The list has no column “{needed}”. Its first row names the columns: name, title, state, and if you have them city or county, role, party, email, domain, contact, contact email.");
            }
        }

        return new[] { "state", "jurisdiction", "city", "county" }.Any(places.ContainsKey) ? places : throw new ImportFault("The list has no column “state”, “city”, “county” or “jurisdiction”.");
    }

    private static SeatDetails Details(SheetRow row, Dictionary<string, int> places)
    {
        string? Cell(string column) => places.TryGetValue(column, out var at) && row[at].Length > 0 ? row[at] : null;
        var role = RoleOf(Cell("role"));
        var details = new SeatDetails
        {
            Jurisdiction = Cell("jurisdiction") ?? CityOf(Cell("city")) ?? CountyOf(Cell("county")) ?? "",
            State = Cell("state"),
            Title = Cell("title") ?? "",
            // Our own export gives the printed name, and beside it the one that was invited where that is another.
            Name = Cell("invited as") ?? Cell("name") ?? "",
            Party = Cell("party"),
            Role = role ?? SeatRole.Signer,
            Email = Cell("email"),
            Domain = Cell("domain"),
            ContactName = Cell("contact"),
            ContactEmail = Cell("contact email"),
        };
        return role is null ? throw new RuleBrokenException(string.Join(' ', [.. details.Faults(), $"There is no role “{Cell("role")}”. Use lead, co-lead or signer."])) : details.Checked();
    }

    /// <summary>A city that goes by a state's name, or by its abbreviation, is told apart from the state.</summary>
    private static string? CityOf(string? city) => States.Find(city) is null ? city : $"City of {city}";

    /// <summary>Albany County is not Albany.</summary>
    private static string? CountyOf(string? county) =>
        county is null || new[] { "county", "parish", "borough", "municipality" }.Any(word => county.Contains(word, StringComparison.OrdinalIgnoreCase)) ? county : $"{county} County";

    /// <summary>Null for a word that names no role.</summary>
    private static SeatRole? RoleOf(string? word) => word?.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        null or "signer" => SeatRole.Signer,
        "lead" or "leader" => SeatRole.Lead,
        "colead" or "sponsor" => SeatRole.CoLead,
        _ => null,
    };
}
