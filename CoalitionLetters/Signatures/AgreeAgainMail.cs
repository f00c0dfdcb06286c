using CoalitionLetters.Coalitions;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Web;

namespace CoalitionLetters.Signatures;

/// <summary>Asks a signer to agree to words that changed in substance: what differs, and the link to the page whose button agrees.</summary>
/// <param name="signed">The words that the signature stands for.</param>
/// <param name="text">The words as they are now.</param>
public sealed class AgreeAgainMail(Signature signature, Letter letter, TextVersion signed, TextVersion text, IReadOnlyList<ChangedPart> changes, MailKey manage) : IMailWithSample
{
    /// <summary>A mail shows so many changed lines; the page shows all.</summary>
    private const int MostLines = 3;
    private const int LongestLine = 300;

    private readonly ConsentWords words = new(text.Content.Language);

    public string Kind => "agree-again";
    public string Language => words.Language;
    public string ToAddress => signature.Signer.Email!;
    public string? ToName => signature.Signer.Name;
    public Guid? LetterId => letter.Id;
    public DateTime? UsefulUntil => letter.GraceEndsAt;
    public string Subject => words.Subject(signature.Listing.Name, text.Content.Title);

    public MailBody Body(Coalition coalition, Links links)
    {
        var time = new LetterTime(letter.TimeZoneId, words.Language);
        return new MailBody()
            .Paragraph(words.WordsChanged(signature.Listing.Name, text.Content.Title, signed.Number, signature.ConfirmedAt is not null))
            .Button(words.ReadAndAnswer, links.Absolute(Links.SignatureConsent(manage.Text)))
            .Facts((words.Changed, string.Join(", ", changes.Select(part => words.PartName(part.Name)))))
            .Facts([.. changes.SelectMany(part => part.AllLines).Where(line => line.SaysOtherwise).Take(MostLines).SelectMany(line => new[] { (words.Was, Said(line.Old)), (words.Is, Said(line.New)) })])
            .Paragraph(words.AndMore)
            .Facts(
                (words.Reference, signature.Reference),
                (words.NewText, new MailWords(words.Language).Version(text.Number, time.Day(text.MadeAt), text.Sha256[..8])),
                (words.AnswerUntil, time.WeekdayMoment(letter.GraceEndsAt!.Value)))
            .Paragraph(words.DoNothing(signature.Listing.Name));
    }

    private static string? Said(IReadOnlyList<DifferentText>? line)
    {
        var said = string.Concat((line ?? []).Select(part => part.Text));
        return said.Length <= LongestLine ? said : $"{said.AsSpan(0, LongestLine - 1).TrimEnd()}…";
    }

    public static IMail Sample()
    {
        var (letter, signed, signature) = SampleSignature.Of();
        letter.SaveDraft(letter.Content with { Body = "We ask you to keep families together, and to close the camps." }, letter.Revision);
        var text = letter.ChangeText(signed, EditClass.Substantive, "Dana Field", signed.MadeAt.AddDays(1));
        signature.AskAgain(text.MadeAt);
        return new AgreeAgainMail(signature, letter, signed, text, LetterParts.Between(signed.Content, text.Content), MailKey.New());
    }
}
