using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures;

/// <summary>
/// The words of an open letter have changed in substance: every signature is off the list until its signer agrees, and each signer with a mail address is asked by mail, all in the transaction of the change.
/// One that was declined or joined with another is marked too, so that nothing that is taken back lists it under words it was never given to.
/// </summary>
public sealed class AskSignersAgain(CoalitionDb db, Outbox outbox)
{
    public Task RunAsync(Letter letter, TextVersion text, Actor who, DateTime now, CancellationToken cancel = default)
    {
        who.Needs(Policies.PublishLetters);
        return db.ChangeListAsync(letter.Id, now, () => AskAsync(letter, text, who, now, cancel), cancel);
    }

    private async Task AskAsync(Letter letter, TextVersion text, Actor who, DateTime now, CancellationToken cancel)
    {
        var versions = await db.TextVersions.Where(v => v.LetterId == letter.Id).ToDictionaryAsync(v => v.Id, cancel);
        var changes = versions.ToDictionary(version => version.Key, version => LetterParts.Between(version.Value.Content, text.Content));
        foreach (var signature in await db.Signatures.On(letter).Where(s => s.Status != SignatureStatus.Withdrawn).ToListAsync(cancel))
        {
            var before = new { signature.Status };
            signature.AskAgain(now);
            if (!signature.AwaitsAgreement)
            {
                continue;
            }

            db.Record(who, now, What(before.Status, signature), Subject.Of<Signature>(signature.Id, letter.Id), before, new { signature.Status });
            if (signature.Signer.Email is not null)
            {
                var manage = MailKey.New();
                db.Add(MailedLink.For(manage, MailKeyPurpose.Manage, signature, null, now));
                outbox.Add(new AgreeAgainMail(signature, letter, versions[signature.TextVersionId], text, changes[signature.TextVersionId], manage));
            }
        }
    }

    private static string What(SignatureStatus before, Signature signature) =>
        $"{(before == SignatureStatus.Listed ? "held the signature" : "asked for agreement again")}, because the words changed in substance{(signature.Signer.Email is null ? "; no mail, since the signer has no address here" : "")}";
}
