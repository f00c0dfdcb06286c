using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Invitations;

/// <summary>Sends invitations that are planned, reminds once of those that were not answered, and withdraws. Whoever has signed meanwhile gets no mail.</summary>
public sealed class SendInvitations(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    /// <returns>How many mails go out.</returns>
    public Task<int> SendAsync(string slug, IReadOnlyCollection<Guid> ids, Actor who, CancellationToken cancel = default) =>
        MailAsync(slug, ids, who, standing => standing.CanBeSent, (invitation, now) => invitation.Send(now), isReminder: false, "None of these can be sent: they have no mail address, were sent already, or have answered.", cancel);

    /// <inheritdoc cref="SendAsync"/>
    public Task<int> RemindAsync(string slug, IReadOnlyCollection<Guid> ids, Actor who, CancellationToken cancel = default) =>
        MailAsync(slug, ids, who, standing => standing.CanBeReminded, (invitation, now) => invitation.Remind(now), isReminder: true, "None of these can be reminded: they were not sent, have answered, or were reminded already.", cancel);

    /// <summary>Sends a new link to an address that was corrected after the invitation had gone out.</summary>
    public async Task<int> SendAgainAsync(string slug, Guid id, Actor who, CancellationToken cancel = default)
    {
        who.Needs(Policies.EditLetters);
        RuleBrokenException.ThrowIf(await db.InvitationKeys.GoodAt(clock.UtcNow).AnyAsync(key => key.InvitationId == id, cancel), "The link that was mailed is still good. Remind them instead.");
        return await MailAsync(slug, [id], who, standing => standing.State == InvitationState.Sent && standing.Invitation.Email is not null, (invitation, now) => invitation.Readdress(now), isReminder: false,
            "Only an invitation that was sent and not answered can be sent again.", cancel);
    }

    /// <returns>How many were withdrawn; what has been answered by a signature stays.</returns>
    public Task<int> WithdrawAsync(string slug, IReadOnlyCollection<Guid> ids, Actor who, CancellationToken cancel = default) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        return await ChangeAsync(letter, ids, who, standing => standing.State is not (InvitationState.Withdrawn or InvitationState.Signed), (invitation, now) => invitation.Withdraw(now),
            organization => $"withdrew the invitation of {organization}", "None of these can be withdrawn: they have signed, or are withdrawn already.", cancel);
    }, cancel);

    private Task<int> MailAsync(string slug, IReadOnlyCollection<Guid> ids, Actor who, Func<InvitationStanding, bool> fits, Action<Invitation, DateTime> verb, bool isReminder, string none, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        who.Needs(Policies.EditLetters);
        var letter = await db.Letters.SingleAsync(l => l.Slug == slug, cancel);
        RuleBrokenException.ThrowIf(!letter.AcceptsSignatures(clock.UtcNow), "Invitations can be sent while the letter is open.");
        await db.HoldListAsync(letter.Id, cancel);
        var language = (await db.TextVersions.AsNoTracking().SingleAsync(v => v.Id == letter.CurrentTextId, cancel)).Content.Language;
        return await ChangeAsync(letter, ids, who, fits, verb, organization => isReminder ? $"reminded {organization}" : $"invited {organization}", none, cancel,
            (invitation, organization, now) =>
            {
                var key = MailKey.New();
                db.Add(InvitationKey.For(key, invitation, now));
                outbox.Add(new InvitationMail(invitation, organization, letter, language, key, isReminder, now));
            });
    }, cancel);

    private async Task<int> ChangeAsync(Letter letter, IReadOnlyCollection<Guid> ids, Actor who, Func<InvitationStanding, bool> fits, Action<Invitation, DateTime> verb, Func<string, string> what, string none, CancellationToken cancel, Action<Invitation, string, DateTime>? then = null)
    {
        RuleBrokenException.ThrowIf(ids.Count == 0, "Choose the organizations first.");
        var now = clock.UtcNow;
        var chosen = ids.ToHashSet();
        var standings = (await db.InvitationsOfAsync(letter.Id, cancel: cancel)).Where(standing => chosen.Contains(standing.Invitation.Id) && fits(standing)).ToDictionary(standing => standing.Invitation.Id);
        RuleBrokenException.ThrowIf(standings.Count == 0, none);
        foreach (var invitation in await db.Invitations.Where(i => i.LetterId == letter.Id && standings.Keys.Contains(i.Id)).ToListAsync(cancel))
        {
            var organization = standings[invitation.Id].Organization;
            verb(invitation, now);
            then?.Invoke(invitation, organization, now);
            db.Record(who, now, what(organization), Subject.Of<Invitation>(invitation.Id, letter.Id));
        }

        return standings.Count;
    }
}
