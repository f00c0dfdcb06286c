using CoalitionLetters.Coalitions;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Web;

namespace CoalitionLetters.Officials;

/// <summary>Asks an office to sign, with the link to its form.</summary>
public sealed class OfficeInvitationMail(Seat seat, Letter letter, string language, MailKey key, bool isReminder, DateTime now) : IMailWithSample
{
    private readonly OfficeWords words = new(language);

    public string Kind => "office-invitation";
    public string Language => language;
    public string ToAddress => seat.Details.InvitedAddress!;
    public string? ToName => seat.Details.ContactEmail is null ? null : seat.Details.ContactName;
    public Guid? LetterId => letter.Id;
    public DateTime? UsefulUntil => letter.ClosesAt;
    public string Subject => words.InvitationSubject(letter.Title, isReminder);

    public MailBody Body(Coalition coalition, Links links)
    {
        var time = new LetterTime(letter.TimeZoneId, language);
        return new MailBody()
            .Paragraph(words.InvitationText(coalition.Name, letter.Title, seat.Details.Title))
            .Paragraph(words.InvitationSteps)
            .Button(words.OpenForm, links.Absolute(OfficeLinks.Office(key.Text)))
            .Facts((words.OpenUntil, time.WeekdayMoment(letter.ToldDeadline(now)!.Value)))
            .Link(words.ReadTheLetter, links.Absolute(Links.Letter(letter.Slug)))
            .Paragraph(words.ForYourOffice);
    }

    public static IMail Sample()
    {
        var (letter, text, seat, _) = SampleSeat.Of();
        return new OfficeInvitationMail(seat, letter, "en", MailKey.New(), isReminder: false, text.MadeAt);
    }
}

/// <summary>
/// Brings the link that signs to the principal, or to the deputy the office has named. Whoever holds the office's link names the address, so the mail says what the coalition knows of the office and nothing that was typed but who prepared it.
/// </summary>
public sealed class ApprovalMail(Seat seat, Signature signature, Letter letter, TextVersion text, MailKey key, DateTime now, bool isReminder = false) : IMailWithSample
{
    private readonly OfficeWords words = new(text.Content.Language);

    public string Kind => "office-approval";
    public string Language => text.Content.Language;
    public string ToAddress => signature.Signer.Email!;
    public Guid? LetterId => letter.Id;
    public DateTime? UsefulUntil => letter.GraceEndsAt;
    public string Subject => words.ApprovalSubject(letter.Title, isReminder);

    public MailBody Body(Coalition coalition, Links links)
    {
        var time = new LetterTime(letter.TimeZoneId, text.Content.Language);
        var body = new MailBody()
            .Paragraph(words.ApprovalText(seat.Details.Name, letter.Title));
        body = new StandingWords(words.Language).WillWait(OfficeMail.Doubtful(letter.Circulation, seat.Details, seat.PreparedBy, signature.Signer.Email)) is { } willWait ? body.Paragraph(willWait) : body;
        return body
            .Button(words.ReadAndSign, links.Absolute(OfficeLinks.Approval(key.Text)))
            .Facts(
                (words.Reference, signature.Reference),
                (words.TextSigned, words.Version(text.Number, time.Day(text.MadeAt))),
                (words.OpenUntil, time.WeekdayMoment(letter.ToldDeadline(now)!.Value)))
            .Paragraph(words.PreparedFrom(seat.PreparedBy!));
    }

    public static IMail Sample()
    {
        var (letter, text, seat, signature) = SampleSeat.Of();
        return new ApprovalMail(seat, signature, letter, text, MailKey.New(), text.MadeAt);
    }
}

/// <summary>The receipt: to whoever signed with a link to manage the signature, to the office's staff without one.</summary>
/// <param name="manage">Only for whoever signed.</param>
public sealed class OfficeSignedMail(Seat seat, Signature signature, Letter letter, TextVersion text, string toAddress, MailKey? manage) : IMailWithSample
{
    private readonly OfficeWords words = new(text.Content.Language);

    public string Kind => "office-signed";
    public string Language => text.Content.Language;
    public string ToAddress => toAddress;
    public Guid? LetterId => letter.Id;
    public string Subject => words.SignedSubject(signature.Listing.Name);

    public MailBody Body(Coalition coalition, Links links)
    {
        var time = new LetterTime(letter.TimeZoneId, text.Content.Language);
        var body = new MailBody()
            .Paragraph(words.SignedText(signature.Listing.Name, letter.Title))
            .Paragraph(new StandingWords(words.Language).Stands(letter, seat, signature, null))
            .Facts(
                (words.Reference, signature.Reference),
                (signature.Status == SignatureStatus.Listed ? words.PrintedAs : words.ToBePrintedAs, signature.Listing.InOneLine()),
                (words.TextSigned, words.Version(text.Number, time.Day(text.MadeAt))));
        return manage is null ? body : body.Link(words.ManageIt, links.Absolute(Links.Signature(manage.Text)));
    }

    public static IMail Sample()
    {
        var (letter, text, seat, signature) = SampleSeat.Of();
        signature.Confirm(letter, text.MadeAt);
        signature.List(text.MadeAt);
        return new OfficeSignedMail(seat, signature, letter, text, signature.Signer.Email!, MailKey.New());
    }
}

/// <summary>Tells whoever has signed that the coalition has changed how the signature is printed.</summary>
/// <param name="before">How it was printed until now.</param>
public sealed class OfficeLineMail(Signature signature, Letter letter, Listing before, SignatureKeys keys) : IMailWithSample
{
    private readonly OfficeWords words = new(letter.Content.Language);
    private readonly MailWords usual = new(letter.Content.Language);

    public string Kind => "office-line";
    public string Language => letter.Content.Language;
    public string ToAddress => signature.Signer.Email!;
    public string? ToName => signature.Signer.Name;
    public Guid? LetterId => letter.Id;
    public string Subject => words.LineSubject(signature.Listing.Name);

    public MailBody Body(Coalition coalition, Links links)
    {
        var body = new MailBody()
            .Paragraph(words.LineText(letter.Title))
            .Facts(
                (words.PrintedAs, Told(words, signature.Listing)),
                (words.PrintedBefore, Told(words, before)),
                (words.Reference, signature.Reference));
        body = before.SignaturePictureId == signature.Listing.SignaturePictureId ? body : body.Paragraph(words.PictureChanged);
        body = letter.Status == LetterStatus.Final ? body.Paragraph(usual.LaterEdition) : body;
        return body.Link(words.ManageIt, links.Absolute(Links.Signature(keys.Manage.Text))).Paragraph(usual.IfYouDisagree(coalition.ContactMail));
    }

    /// <summary>Whether the mail would tell of any difference between the two lines.</summary>
    public static bool SaysOf(Letter letter, Listing before, Listing then)
    {
        var words = new OfficeWords(letter.Content.Language);
        return before.SignaturePictureId != then.SignaturePictureId || Told(words, before) != Told(words, then);
    }

    private static string Told(OfficeWords words, Listing line) => words.WithRole(line.InOneLine(), line.IsLead, line.Order);

    public static IMail Sample()
    {
        var (letter, _, _, signature) = SampleSeat.Of();
        return new OfficeLineMail(signature, letter, signature.Listing with { Title = "Attorney General of Maine (Republican)" }, new SignatureKeys(null, MailKey.New()));
    }
}

/// <summary>Made-up values for the previews of mails.</summary>
internal static class SampleSeat
{
    public static (Letter Letter, TextVersion Text, Seat Seat, Signature Signature) Of()
    {
        var now = new DateTime(2018, 6, 18, 14, 0, 0, DateTimeKind.Utc);
        var content = new LetterContent { Title = "End the separation of families", Body = "We ask that the policy be reversed.", Signatories = SignatoryKind.Officials, NounOne = "attorney general", NounMany = "attorneys general" };
        var letter = Letter.Draft("attorneys-general", content, "America/New_York", now);
        var text = letter.Open(now.AddDays(1), now.AddDays(1), TimeSpan.FromHours(7), "Dana Field", now);
        var seat = Seat.On(letter, new SeatDetails
        {
            State = "Maine", Title = "Attorney General of Maine", Name = "Janet T. Mills", Email = "office@maine.example.org", ContactName = "Sam Example", ContactEmail = "sam@maine.example.org",
        }, now);
        var signer = new Signer { Name = "Janet T. Mills", Title = "Attorney General of Maine", Email = "principal@maine.example.org" };
        var signature = Signature.On(letter, null, seat.Details.ToListing(letter.Circulation), signer, letter.AuthorityFor(signer.Name), new Dictionary<string, string>(), null, now);
        seat.Prepare(signature, "sam@maine.example.org", now);
        return (letter, text, seat, signature);
    }
}
