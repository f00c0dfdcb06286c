using CoalitionLetters.Coalitions;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Supporters.Desk;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters;

/// <summary>What the history calls the things of every feature, and where they stand.</summary>
public static class Subjects
{
    public static readonly SubjectNames[] All =
    [
        new(nameof(Letter), Policies.ViewDesk, (db, ids) => db.Letters.AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, l => new NamedSubject(l.Title, DeskLinks.Letter(l.Slug)))),
        new(nameof(Signature), Policies.ViewDesk, (db, ids) => db.Signatures.Where(s => ids.Contains(s.Id)).Join(db.Letters, s => s.LetterId, l => l.Id, (s, l) => new { s.Id, s.Listing.Name, l.Slug })
            .ToDictionaryAsync(s => s.Id, s => new NamedSubject(s.Name, DeskLinks.Signature(s.Slug, s.Id)))),
        new(nameof(Organization), Policies.ViewDesk, (db, ids) => db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => new NamedSubject(o.Name, DeskLinks.Organization(o.Id)))),
        new(nameof(Invitation), Policies.ViewDesk, (db, ids) => db.Invitations.Where(i => ids.Contains(i.Id)).Join(db.Letters, i => i.LetterId, l => l.Id, (i, l) => new { i.Id, i.OrganizationId, l.Slug })
            .Join(db.Organizations, i => i.OrganizationId, o => o.Id, (i, o) => new { i.Id, i.Slug, o.Name })
            .ToDictionaryAsync(i => i.Id, i => new NamedSubject($"Invitation of {i.Name}", InvitationLinks.One(i.Slug, i.Id)))),
        new(nameof(Seat), Policies.ViewDesk, async (db, ids) => (await db.Seats.AsNoTracking().Where(s => ids.Contains(s.Id)).Join(db.Letters, s => s.LetterId, l => l.Id, (s, l) => new { Seat = s, l.Slug }).ToListAsync())
            .ToDictionary(s => s.Seat.Id, s => new NamedSubject(s.Seat.Details.Jurisdiction, OfficeLinks.Seat(s.Slug, s.Seat.Id)))),
        new(nameof(SupportersAction), Policies.ViewDesk, (db, ids) => db.Actions.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => new NamedSubject(a.Content.Title, ActionDeskLinks.Action(a.Slug)))),
        new(nameof(OutboxMail), Policies.ManageMail, (db, ids) => db.Outbox.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Subject }).ToDictionaryAsync(m => m.Id, m => new NamedSubject($"Mail “{m.Subject}”", Links.OneMail(m.Id)))),
        new(nameof(StaffMember), Policies.ManageStaff, (db, ids) => db.Staff.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Name }).ToDictionaryAsync(m => m.Id, m => new NamedSubject(m.Name, Links.Person(m.Id)))),
        new(nameof(StaffInvitation), Policies.ManageStaff, (_, ids) => Task.FromResult(ids.ToDictionary(id => id, _ => new NamedSubject("Staff", Links.People)))),
        new(nameof(Coalition), Policies.ManageCoalition, (_, ids) => Task.FromResult(ids.ToDictionary(id => id, _ => new NamedSubject("Coalition", Links.Coalition)))),
    ];
}
