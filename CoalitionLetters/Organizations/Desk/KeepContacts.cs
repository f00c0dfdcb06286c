using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>Whom staff reach at an organization. Names of persons are not kept in the history, which outlives their data.</summary>
public sealed class KeepContacts(CoalitionDb db, TimeProvider clock)
{
    public Task AddAsync(Guid organizationId, string? name, string? title, string? email, string? phone, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var now = clock.UtcNow;
        RuleBrokenException.ThrowIf(!await db.Organizations.Standing().AnyAsync(o => o.Id == organizationId, cancel), "There is no such record, or it was joined to another.");
        db.Add(OrganizationContact.At(organizationId, name, title, email, phone, now));
        db.Record(who, now, "added a contact", Subject.Of<Organization>(organizationId));
    }, cancel);

    public Task CorrectAsync(Guid contactId, string? name, string? title, string? email, string? phone, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var contact = await FindAsync(contactId, cancel);
        var now = clock.UtcNow;
        contact.Correct(name, title, email, phone, now);
        db.Record(who, now, "corrected a contact", Subject.Of<Organization>(contact.OrganizationId));
    }, cancel);

    public Task RemoveAsync(Guid contactId, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.ReviewSignatures);
        var contact = await FindAsync(contactId, cancel);
        db.Remove(contact);
        db.Record(who, clock.UtcNow, "removed a contact", Subject.Of<Organization>(contact.OrganizationId));
    }, cancel);

    private async Task<OrganizationContact> FindAsync(Guid id, CancellationToken cancel) =>
        await db.OrganizationContacts.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new RuleBrokenException("Somebody else has removed this contact meanwhile.");
}
