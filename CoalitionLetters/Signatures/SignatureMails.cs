using CoalitionLetters.Coalitions;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Web;

namespace CoalitionLetters.Signatures;

/// <summary>Asks the signer to confirm, and repeats the receipt.</summary>
/// <param name="place">Under which headings the line will stand (<see cref="ListedPlace"/>).</param>
public sealed class ConfirmSignatureMail(Signature signature, Letter letter, TextVersion text, string place, SignatureKeys keys, DateTime now) : IMailWithSample
{
    private readonly MailWords words = new(letter.Content.Language);
    private readonly bool official = letter.Content.Signatories == SignatoryKind.Officials;

    public string Kind => "confirm-signature";
    public string Language => words.Language;
    public string ToAddress => signature.Signer.Email!;
    public string? ToName => signature.Signer.Name;
    public Guid? LetterId => letter.Id;
    public DateTime? UsefulUntil => letter.GraceEndsAt;
    public string Subject => words.ConfirmSubject(signature.Listing.Name, letter.Title);

    public MailBody Body(Coalition coalition, Links links)
    {
        var time = new LetterTime(letter.TimeZoneId, letter.Content.Language);
        return new MailBody()
            .Paragraph(words.ThanksForSigning(letter.Title, letter.ListsAtOnce))
            .Button(words.ConfirmButton, links.Absolute(Links.Confirmation(keys.Confirm!.Text)))
            .Facts(
                (words.Reference, signature.Reference),
                (words.Organization(official), signature.Listing.Name),
                (words.ListedUnder, place),
                (words.TextSigned, words.Version(text.Number, time.Day(text.MadeAt), text.Sha256[..8])),
                (words.OpenUntil, letter.AcceptsSignatures(now) ? time.WeekdayMoment(letter.ToldDeadline(now)!.Value) : null))
            .Link(words.Manage, links.Absolute(Links.Signature(keys.Manage.Text)))
            .Paragraph(words.NotYou(official));
    }

    public static IMail Sample()
    {
        var (letter, text, signature) = SampleSignature.Of();
        return new ConfirmSignatureMail(signature, letter, text, SampleSignature.Place, new SignatureKeys(MailKey.New(), MailKey.New()), text.MadeAt);
    }
}

/// <summary>A kind word to a signer when somebody signs for the same organization again.</summary>
public sealed class SignedAlreadyMail(Signature earlier, Letter letter) : IMailWithSample
{
    public const string KindName = "signed-already";

    private readonly MailWords words = new(letter.Content.Language);

    public string Kind => KindName;
    public string Language => words.Language;
    public string ToAddress => earlier.Signer.Email!;
    public string? ToName => earlier.Signer.Name;
    public Guid? LetterId => letter.Id;
    public string Subject => words.AgainSubject(earlier.Listing.Name);

    public MailBody Body(Coalition coalition, Links links) => new MailBody()
        .Paragraph($"{words.AgainText(earlier.Listing.Name, letter.Title, letter.Content.Signatories == SignatoryKind.Officials)} {words.AgainStanding(earlier)}")
        .Facts((words.Reference, earlier.Reference))
        .Paragraph(words.AgainNothingToDo(coalition.ContactMail));

    public static IMail Sample()
    {
        var (letter, text, signature) = SampleSignature.Of();
        signature.Confirm(letter, text.MadeAt);
        signature.List(text.MadeAt);
        return new SignedAlreadyMail(signature, letter);
    }
}

/// <summary>Gives a new signer the keys to a signature that a colleague handed over.</summary>
public sealed class NewSignerMail(Signature signature, Letter letter, SignatureKeys keys) : IMailWithSample
{
    private readonly MailWords words = new(letter.Content.Language);

    public string Kind => "new-signer";
    public string Language => words.Language;
    public string ToAddress => signature.Signer.Email!;
    public string? ToName => signature.Signer.Name;
    public Guid? LetterId => letter.Id;
    public string Subject => HandedOverMail.SubjectFor(signature, letter);

    public MailBody Body(Coalition coalition, Links links)
    {
        var body = new MailBody().Paragraph(words.HandedToYou(signature.Listing.Name, letter.Title, letter.Content.Signatories == SignatoryKind.Officials));
        if (keys.Confirm is not null)
        {
            body = body.Paragraph(words.StillToConfirm(letter.ListsAtOnce)).Button(words.ConfirmButton, links.Absolute(Links.Confirmation(keys.Confirm.Text)));
        }

        if (signature.AwaitsAgreement)
        {
            body = body.Paragraph(new ConsentWords(words.Language).StillToAgree(signature.Listing.Name)).Link(new ConsentWords(words.Language).SeeChanges, links.Absolute(Links.SignatureConsent(keys.Manage.Text)));
        }

        return body.Facts((words.Reference, signature.Reference)).Link(words.Manage, links.Absolute(Links.Signature(keys.Manage.Text)));
    }

    public static IMail Sample()
    {
        var (letter, _, signature) = SampleSignature.Of();
        return new NewSignerMail(signature, letter, new SignatureKeys(MailKey.New(), MailKey.New()));
    }
}

/// <summary>Tells the former signer that the signature is in other hands.</summary>
/// <param name="hadLink">Whoever reads it has looked after the signature until now.</param>
public sealed class HandedOverMail(Signature signature, string toAddress, string? toName, Letter letter, bool hadLink = true) : IMailWithSample
{
    public const string KindName = "handed-over";

    private readonly MailWords words = new(letter.Content.Language);
    private readonly bool official = letter.Content.Signatories == SignatoryKind.Officials;

    public string Kind => KindName;
    public string Language => words.Language;
    public string ToAddress => toAddress;
    public string? ToName => toName;
    public Guid? LetterId => letter.Id;
    public string Subject => SubjectFor(signature, letter);

    public static string SubjectFor(Signature signature, Letter letter) => new MailWords(letter.Content.Language).HandedSubject(signature.Listing.Name, letter.Content.Signatories == SignatoryKind.Officials);

    public MailBody Body(Coalition coalition, Links links) => new MailBody()
        .Paragraph(official ? words.LookedAfterFrom(signature.Listing.Name, letter.Title, signature.Signer.Email ?? "", hadLink) : words.HandedAway(signature.Listing.Name, signature.Signer.Name))
        .Facts((words.Reference, signature.Reference))
        .Paragraph(official ? words.NotByOffice(coalition.ContactMail) : words.NotIntended(coalition.ContactMail));

    public static IMail Sample()
    {
        var (letter, _, signature) = SampleSignature.Of();
        return new HandedOverMail(signature, "lee@afscme31.example", "Lee Former", letter);
    }
}

/// <summary>The receipt of a withdrawal.</summary>
/// <param name="withdrawnFrom">The mailbox by whose link it was withdrawn, for somebody else in an official's office.</param>
public sealed class WithdrawnMail(Signature signature, Letter letter, string toAddress, string? toName, string? withdrawnFrom = null) : IMailWithSample
{
    private readonly MailWords words = new(letter.Content.Language);
    private readonly bool official = letter.Content.Signatories == SignatoryKind.Officials;

    public string Kind => "signature-withdrawn";
    public string Language => words.Language;
    public string ToAddress => toAddress;
    public string? ToName => toName;
    public Guid? LetterId => letter.Id;
    public string Subject => words.WithdrawnSubject(signature.Listing.Name);

    public MailBody Body(Coalition coalition, Links links) => new MailBody()
        .Paragraph(words.WithdrawnText(signature.Listing.Name, letter.Title, letter.Status == LetterStatus.Final))
        .Facts((words.Reference, signature.Reference), (words.WithdrawnBy, withdrawnFrom))
        .Paragraph(official ? words.NotByOffice(coalition.ContactMail) : words.NotIntended(coalition.ContactMail));

    public static IMail Sample()
    {
        var (letter, _, signature) = SampleSignature.Of();
        return new WithdrawnMail(signature, letter, signature.Signer.Email!, signature.Signer.Name);
    }
}

/// <summary>Made-up values for the previews of mails.</summary>
internal static class SampleSignature
{
    public const string Place = "State and local, Illinois";

    public static (Letter Letter, TextVersion Text, Signature Signature) Of()
    {
        var now = new DateTime(2018, 6, 19, 13, 40, 0, DateTimeKind.Utc);
        var letter = Letter.Draft("family-unity", new LetterContent { Title = "Keep families together at the border", Body = "We ask you to keep families together." }, "America/New_York", now);
        var text = letter.Open(now.AddDays(3), now.AddDays(3), TimeSpan.FromHours(7), "Dana Field", now);
        var listing = new Listing { Name = "AFSCME Council 31", Scope = Scope.State, State = "Illinois" };
        var signer = new Signer { Name = "Kim Example", Title = "Executive Director", Email = "director@afscme31.example" };
        return (letter, text, Signature.On(letter, null, listing, signer, letter.AuthorityFor(listing.Name), new Dictionary<string, string>(), null, now));
    }
}
