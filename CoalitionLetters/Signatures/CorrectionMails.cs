using CoalitionLetters.Coalitions;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Web;

namespace CoalitionLetters.Signatures;

/// <summary>Tells the signer that the corrected line stands.</summary>
/// <param name="place">Under which headings it stands (<see cref="ListedPlace"/>).</param>
public sealed class CorrectionTakenMail(Signature signature, Letter letter, string place, SignatureKeys keys) : IMailWithSample
{
    private readonly MailWords words = new(letter.Content.Language);

    public string Kind => "correction-taken";
    public string Language => words.Language;
    public string ToAddress => signature.Signer.Email!;
    public string? ToName => signature.Signer.Name;
    public Guid? LetterId => letter.Id;
    public string Subject => words.TakenSubject(signature.Listing.Name);

    public MailBody Body(Coalition coalition, Links links)
    {
        var body = new MailBody().Paragraph(words.TakenText(letter.Title)).Facts(
            (words.PrintedAs, signature.Listing.AsLine()),
            (words.ListedUnder, place),
            (words.Website, signature.Listing.Website),
            (words.Reference, signature.Reference));
        return (letter.Status == LetterStatus.Final ? body.Paragraph(words.LaterEdition) : body).Link(words.Manage, links.Absolute(Links.Signature(keys.Manage.Text)));
    }

    public static IMail Sample()
    {
        var (letter, _, signature) = SampleSignature.Of();
        return new CorrectionTakenMail(signature, letter, SampleSignature.Place, new SignatureKeys(null, MailKey.New()));
    }
}

/// <summary>Tells the signer that the line stays as it was, and why.</summary>
/// <param name="places">Under which headings the line stands, and where the one that was asked for would (<see cref="ListedPlace"/>).</param>
public sealed class CorrectionLeftMail(Signature signature, Letter letter, Listing asked, (string Stands, string Asked) places, string reason, SignatureKeys keys) : IMailWithSample
{
    private readonly MailWords words = new(letter.Content.Language);

    public string Kind => "correction-left";
    public string Language => words.Language;
    public string ToAddress => signature.Signer.Email!;
    public string? ToName => signature.Signer.Name;
    public Guid? LetterId => letter.Id;
    public string Subject => words.LeftSubject(signature.Listing.Name);

    public MailBody Body(Coalition coalition, Links links) => new MailBody()
        .Paragraph(words.LeftText(letter.Title))
        .Quote(reason)
        .Facts(
            (words.PrintedAs, Told(signature.Listing, places.Stands)),
            (words.AskedFor, Told(asked, places.Asked)),
            (words.Reference, signature.Reference))
        .Link(words.Manage, links.Absolute(Links.Signature(keys.Manage.Text)))
        .Paragraph(words.IfYouDisagree(coalition.ContactMail));

    private static string Told(Listing listing, string place) =>
        string.Join("; ", new[] { listing.AsLine(), place, listing.Website }.Where(part => !string.IsNullOrEmpty(part)));

    public static IMail Sample()
    {
        var (letter, _, signature) = SampleSignature.Of();
        return new CorrectionLeftMail(signature, letter, signature.Listing with { Name = "AFSCME of Illinois" }, (SampleSignature.Place, SampleSignature.Place), "Your national union lists you as Council 31. Write to us if that has changed.", new SignatureKeys(null, MailKey.New()));
    }
}
