using CoalitionLetters.Data;
using CoalitionLetters.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing.Records;

/// <summary>Whom staff reach, as a row of a list says it.</summary>
internal sealed record ContactCells(string Name, string? Title, string? Email, string? Phone);

/// <summary>The directory as it stands in the store when a list is held against it.</summary>
internal sealed class DirectoryNow
{
    private readonly Dictionary<Guid, Organization> records;
    private readonly ILookup<Guid, ContactCells> contacts;

    private DirectoryNow(IEnumerable<Organization> records, ILookup<Guid, ContactCells> contacts) => (this.records, this.contacts) = (records.ToDictionary(o => o.Id), contacts);

    public IEnumerable<Organization> Records => records.Values;

    public static async Task<DirectoryNow> ReadAsync(CoalitionDb db, CancellationToken cancel = default) => new(
        await db.Organizations.AsNoTracking().Standing().Include(o => o.Aliases).ToListAsync(cancel),
        (await db.OrganizationContacts.AsNoTracking().ToListAsync(cancel)).ToLookup(c => c.OrganizationId, c => new ContactCells(c.Name, c.Title, c.Email, c.Phone)));

    public Organization? Find(Guid id) => records.GetValueOrDefault(id);

    public IEnumerable<ContactCells> ContactsOf(Guid id) => contacts[id];
}
