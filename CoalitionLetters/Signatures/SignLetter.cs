using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>A filled-in form that has been checked.</summary>
/// <param name="TextVersionId">The words that the person had before their eyes.</param>
/// <param name="Once">The form's own key: the same form sent twice is one signature. It opens the receipt.</param>
public sealed record Submission(Listing Listing, Signer Signer, string AuthorityStatement, IReadOnlyDictionary<string, string> Answers, string? Quote, Guid TextVersionId, MailKey Once)
{
    /// <summary>The organization that was asked by mail, where the name fits it; a record that certainly bears the name comes first.</summary>
    public Guid? InvitedOrganizationId { get; init; }
}

public enum SignOutcome { Received, TextHasChanged, Closed }

/// <summary>
/// Takes a signature and asks the signer by mail to confirm it. Another signature for the same organization is taken like any
/// other, and the answer is the same, so that nobody learns from the form who has signed; the earlier signer is told.
/// </summary>
public sealed class SignLetter(CoalitionDb db, TimeProvider clock, Outbox outbox)
{
    private static readonly TimeSpan ToldAgainAfter = TimeSpan.FromDays(1);

    public async Task<SignOutcome> RunAsync(Guid letterId, Submission submission, CancellationToken cancel = default)
    {
        try
        {
            return await db.InTransactionAsync(() => SignAsync(letterId, submission, cancel), cancel);
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice in the same moment: the other one was first.
            db.ChangeTracker.Clear();
            if (await IsKnownAsync(submission.Once, cancel))
            {
                return SignOutcome.Received;
            }

            throw;
        }
    }

    private async Task<SignOutcome> SignAsync(Guid letterId, Submission submission, CancellationToken cancel)
    {
        await db.HoldListAsync(letterId, cancel);
        if (await IsKnownAsync(submission.Once, cancel))
        {
            return SignOutcome.Received;
        }

        var now = clock.UtcNow;
        var letter = await db.Letters.SingleAsync(l => l.Id == letterId, cancel);
        if (!letter.AcceptsSignatures(now))
        {
            return SignOutcome.Closed;
        }

        if (letter.CurrentTextId != submission.TextVersionId)
        {
            return SignOutcome.TextHasChanged;
        }

        var earlier = await EarlierAsync(letter, submission.Listing.Name, cancel);
        var organizationId = await db.Organizations.IdOfAsync(submission.Listing.Name, cancel) ?? submission.InvitedOrganizationId;
        var signature = Signature.On(letter, organizationId, submission.Listing, submission.Signer, submission.AuthorityStatement, submission.Answers, submission.Quote, now);
        var text = await db.TextVersions.SingleAsync(v => v.Id == signature.TextVersionId, cancel);
        var keys = SignatureKeys.For(db, signature, letter, now);
        db.Add(signature);
        db.Add(MailedLink.For(submission.Once, MailKeyPurpose.Receipt, signature, null, now));
        db.Record(Actor.Signer, now, "signed the letter", Subject.Of<Signature>(signature.Id, letter.Id), after: new { signature.Reference, signature.Listing, Text = text.Number });
        outbox.Add(new ConfirmSignatureMail(signature, letter, text, await db.ListedPlaceAsync(signature, signature.Listing, letter, cancel), keys, now));
        await TellEarlierSignersAsync(earlier, signature, letter, now, cancel);
        return SignOutcome.Received;
    }

    private Task<bool> IsKnownAsync(MailKey once, CancellationToken cancel)
    {
        var hash = once.Hash;
        return db.MailedLinks.AnyAsync(link => link.Hash == hash, cancel);
    }

    private async Task<List<Signature>> EarlierAsync(Letter letter, string name, CancellationToken cancel)
    {
        var names = await db.Signatures.On(letter).Alive().Select(s => new { s.Id, s.Listing.Name }).ToListAsync(cancel);
        var same = names.Where(other => SameName.Is(other.Name, name)).Select(other => other.Id).ToList();
        return same.Count == 0 ? [] : await db.Signatures.Where(s => same.Contains(s.Id)).ToListAsync(cancel);
    }

    /// <summary>Once a day at most, so that the form cannot be used to pester somebody.</summary>
    private async Task TellEarlierSignersAsync(List<Signature> earlier, Signature signature, Letter letter, DateTime now, CancellationToken cancel)
    {
        var since = now - ToldAgainAfter;
        foreach (var address in earlier.Select(s => s.Signer.Email).OfType<string>().Where(address => address != signature.Signer.Email).Distinct().Take(5))
        {
            if (!await db.Outbox.AnyAsync(mail => mail.ToAddress == address && mail.Kind == SignedAlreadyMail.KindName && mail.LetterId == letter.Id && mail.CreatedAt > since, cancel))
            {
                outbox.Add(new SignedAlreadyMail(earlier.First(s => s.Signer.Email == address), letter));
            }
        }
    }
}
