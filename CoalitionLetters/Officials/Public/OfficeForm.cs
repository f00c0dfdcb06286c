using CoalitionLetters.Letters.Public;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Signatures;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Officials.Public;

/// <summary>What the office's staff type: kept as typed whatever is wrong with it.</summary>
public sealed record OfficeForm
{
    /// <summary>Who gives the signature, as the form asks.</summary>
    public const string Principal = "principal", Deputy = "deputy";

    public string Name { get; init; } = "";
    public string Title { get; init; } = "";
    public string Who { get; init; } = "";
    public string DeputyName { get; init; } = "";
    public string DeputyTitle { get; init; } = "";
    public string Mail { get; init; } = "";
    public string StaffMail { get; init; } = "";
    public Guid? PictureId { get; init; }
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>The number of the text version that the person had before their eyes.</summary>
    public int Text { get; init; }

    /// <summary>What is known of the office, or what it sent before.</summary>
    public static OfficeForm Of(OpenedSeat opened)
    {
        var planned = opened.Seat.Details.ToListing(opened.Letter.Letter.Circulation);
        var sent = opened.Signature is { Status: SignatureStatus.Submitted } waiting ? waiting : null;
        var isDeputy = sent is not null && sent.Signer.Name != sent.Listing.Name;
        return new OfficeForm
        {
            Name = sent?.Listing.Name ?? planned.Name,
            Title = sent?.Listing.Title ?? planned.Title ?? "",
            Who = sent is null ? "" : isDeputy ? Deputy : Principal,
            DeputyName = isDeputy ? sent!.Signer.Name : "",
            DeputyTitle = isDeputy ? sent!.Signer.Title ?? "" : "",
            Mail = sent?.Signer.Email ?? "",
            StaffMail = opened.Seat.PreparedBy ?? opened.Seat.Details.ContactEmail ?? "",
            PictureId = opened.Seat.Details.PictureId,
            Answers = sent?.Answers ?? new Dictionary<string, string>(),
            Text = opened.Letter.Text.Number,
        };
    }

    public static OfficeForm Read(IFormCollection fields, OpenedSeat opened)
    {
        string Line(string name) => PlainLine.Of(fields[name].ToString());
        return new OfficeForm
        {
            Name = Line("name"),
            Title = Line("title"),
            Who = Line("who"),
            DeputyName = Line("deputy"),
            DeputyTitle = Line("deputy-title"),
            Mail = Line("mail"),
            StaffMail = Line("staff-mail"),
            PictureId = Guid.TryParse(Line("picture-id"), out var picture) ? picture : opened.Seat.Details.PictureId,
            Answers = LetterAnswers.Read(fields, opened.Letter.Letter),
            Text = int.TryParse(Line("text"), out var text) ? text : 0,
        };
    }

    /// <summary>What is wrong, in the order of the fields; nothing when it can be sent.</summary>
    public IReadOnlyList<Fault> Check(OpenedSeat opened)
    {
        var letter = opened.Letter;
        var words = new OfficeWords(letter.Content.Language);
        var faults = new List<Fault>();
        Line("name", Name, Signature.PersonMaxLength, words.EnterName);
        Fail(Name.Length > 0 && !Printable.IsName(Name) && Printable.Unprintable(Name) is null, "name", words.NameIsNone);
        Print("name", Name);
        Line("title", Title.Length == 0 ? "" : opened.Seat.Details.Printed(Title), Signature.PersonMaxLength, words.EnterOffice);
        Print("title", Title);
        Fail(Who is not (Principal or Deputy), "who", words.ChooseWho);
        if (Who == Deputy)
        {
            Line("deputy", DeputyName, Signature.PersonMaxLength, words.EnterDeputy);
            Line("deputy-title", DeputyTitle, Signature.PersonMaxLength, words.EnterDeputyTitle);
        }

        Fail(!MailAddresses.IsAddress(Mail), "mail", words.EnterMail(Mail));
        Fail(MailAddresses.IsAddress(Mail) && Mail.Equals(StaffMail, StringComparison.OrdinalIgnoreCase), "mail", words.SameMail);
        Fail(!MailAddresses.IsAddress(StaffMail), "staff-mail", words.EnterMail(StaffMail));
        faults.AddRange(LetterAnswers.Check(Answers, letter.Letter, new SignWords(letter.Content.Language)));
        Fail(Text != letter.Text.Number, "name", words.TextHasChanged(letter.Text.Number));
        return faults;

        void Line(string field, string value, int most, string missing)
        {
            Fail(value.Length == 0, field, missing);
            Fail(value.Length > most, field, words.TooLong(most));
        }

        void Print(string field, string value) => Fail(Printable.Unprintable(value) is not null, field, words.CannotBePrinted(Printable.Unprintable(value) ?? ""));

        void Fail(bool wrong, string field, string message)
        {
            if (wrong)
            {
                faults.Add(new Fault(field, message));
            }
        }
    }

    public Listing ToListing(OpenedSeat opened) => opened.Seat.Details.ToListing(opened.Letter.Letter.Circulation, Name, Title, PictureId);

    public Preparation ToPreparation(PublicLetter letter) => new(Name, Title,
        Who == Deputy ? new Signer { Name = DeputyName, Title = DeputyTitle, Email = Mail } : new Signer { Name = Name, Title = Title, Email = Mail },
        StaffMail, PictureId, Answers, letter.Text.Id);
}
