using CoalitionLetters.Exporting;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>
/// The whole directory as a table that our own import reads again without loss: a row for each record, and below it one for each further contact. Logos are
/// pictures and stay out; so do records that were joined to others.
/// </summary>
public static class DirectoryExport
{
    private static readonly string[] Headers =
    [
        "Record", "Organization", "Other names", "Acronyms", "Former names", "Kind", "Scope", "State", "Country", "Website", "Mail domains", "Parent", "Parent record",
        "Contact name", "Contact title", "Contact email", "Contact phone", "Notes",
    ];

    public static void MapDirectoryExport(this WebApplication app) => app.MapTable(Web.Links.Organizations, async (db, context) =>
    {
        var cancel = context.RequestAborted;
        var records = await db.Organizations.AsNoTracking().Standing().Include(o => o.Aliases).ToListAsync(cancel);
        var contacts = (await db.OrganizationContacts.AsNoTracking().ToListAsync(cancel)).OrderBy(c => c.Id).ToLookup(c => c.OrganizationId);
        return ("organizations", Of(records, contacts));
    });

    public static ExportTable Of(IReadOnlyCollection<Organization> records, ILookup<Guid, OrganizationContact> contacts)
    {
        var names = records.ToDictionary(o => o.Id, o => o.Name);
        return new ExportTable(Headers, records.OrderBy(o => Listings.ListingOrder.Key(o.Name), StringComparer.Ordinal).ThenBy(o => o.Id).SelectMany(o => Rows(o, [.. contacts[o.Id]], names)));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Organization o, IReadOnlyList<OrganizationContact> contacts, Dictionary<Guid, string> names)
    {
        yield return
        [
            o.Id.ToString(), o.Name, NamesOf(o, AliasKind.OtherName), NamesOf(o, AliasKind.Acronym), NamesOf(o, AliasKind.FormerName), o.Kind == OrganizationKind.Unstated ? "" : o.Kind.ToString(), o.Scope.ToString(),
            o.State ?? "", o.Country ?? "", o.Website ?? "", string.Join(", ", o.Domains), o.ParentId is { } parent ? names.GetValueOrDefault(parent, "") : "", o.ParentId is { } id && names.ContainsKey(id) ? id.ToString() : "",
            .. ContactCells(contacts.Count > 0 ? contacts[0] : null), o.Notes ?? "",
        ];
        foreach (var further in contacts.Skip(1))
            yield return [o.Id.ToString(), o.Name, .. Enumerable.Repeat("", 11), .. ContactCells(further), ""];
    }

    /// <summary>One name a line, because a name may hold every other mark that divides. A single name with a semicolon stands there twice, so that its cell has lines too.</summary>
    private static string NamesOf(Organization o, AliasKind kind)
    {
        var names = o.Aliases.Where(alias => alias.Kind == kind).Select(alias => alias.Name).Order(StringComparer.Ordinal).ToList();
        return names is [var only] && only.Contains(';', StringComparison.Ordinal) ? $"{only}\n{only}" : string.Join('\n', names);
    }

    private static IEnumerable<string> ContactCells(OrganizationContact? contact) => [contact?.Name ?? "", contact?.Title ?? "", contact?.Email ?? "", contact?.Phone ?? ""];
}
