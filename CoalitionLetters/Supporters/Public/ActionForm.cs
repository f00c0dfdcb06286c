using System.Text.RegularExpressions;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Supporters.Public;

/// <summary>What a supporter types, over both steps: kept as typed whatever is wrong with it.</summary>
public sealed partial record ActionForm
{
    /// <summary>The choice of people who live in none of the states.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>How much may be typed or pasted into one field. Far more than a letter may have, so that a text that is too long comes back with its answer and is not lost.</summary>
    public const int MostTyped = 256 * 1024;

    /// <summary>The same as it is posted: browsers count the end of a line as one character and send two.</summary>
    public const int MostPosted = 2 * MostTyped;

    private const int PhoneMaxLength = 40;

    public string First { get; init; } = "";
    public string Last { get; init; } = "";
    public string Mail { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Street { get; init; } = "";
    public string City { get; init; } = "";
    public string PostalCode { get; init; } = "";
    public string State { get; init; } = "";
    public string Own { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>The own sentence that stands in <see cref="Text"/>, to be exchanged when the person changes it on the first page.</summary>
    public string OwnInText { get; init; } = "";
    public bool WantsMail { get; init; }
    public bool MayBeShown { get; init; }

    /// <summary>A field that people do not see.</summary>
    public string Fax { get; init; } = "";

    public static ActionForm Empty(PublicAction action) => new() { Subject = action.Content.Subject };

    public static ActionForm Read(IFormCollection fields, PublicAction action)
    {
        string Line(string name) => PlainLine.Of(fields[name].ToString());
        return new ActionForm
        {
            First = Line("first"),
            Last = Line("last"),
            Mail = Line("mail"),
            Phone = Line("phone"),
            Street = Line("street"),
            City = Line("city"),
            PostalCode = Line("code"),
            State = Line("state"),
            Own = PlainText.Of(fields["own"].ToString()),
            Subject = action.Content.IsEditable && fields.ContainsKey("subject") ? Line("subject") : action.Content.Subject,
            Text = PlainText.Of(fields["text"].ToString()),
            OwnInText = PlainText.Of(fields["own-in-text"].ToString()),
            WantsMail = ConsentOf(action.Content) is { } consent && Line("wants-mail") == consent,
            MayBeShown = Line("may-be-shown").Length > 0,
            Fax = Line("fax"),
        };
    }

    /// <summary>The words beside the box for further mail. The box posts them, so that a tick says yes to the words that were read and to no others.</summary>
    public static string? ConsentOf(ActionContent content) => NoneIfEmpty(PlainLine.Of(content.ConsentText));

    /// <summary>What somebody would not want to type again.</summary>
    public string Typed => Text.Length == 0 ? Own : Own.Length == 0 || Text.Contains(Own, StringComparison.Ordinal) ? $"{Subject}\n\n{Text}" : $"{Subject}\n\n{Text}\n\n{Own}";

    /// <summary>The person's own copy: made from the draft the first time, and kept with its edits after that. A letter in fixed words is always the draft as it stands now.</summary>
    public ActionForm WithCopy(PublicAction action)
    {
        var untouched = !action.Content.IsEditable || Text.Length == 0 || action.Draft.IsUnchangedIn(Text, OwnInText);
        return this with { Text = untouched ? action.Draft.With(Own) : EditedText(action.Draft), OwnInText = Own };
    }

    private string EditedText(DraftText draft)
    {
        if (Own == OwnInText)
        {
            return Text;
        }

        if (OwnInText.Length > 0 && Text.Contains(OwnInText, StringComparison.Ordinal))
        {
            return PlainText.Of(Text.Replace(OwnInText, Own, StringComparison.Ordinal));
        }

        return Own.Length == 0 || Text.Contains(Own, StringComparison.Ordinal) ? Text : draft.Insert(Text, Own);
    }

    public SupporterPerson ToPerson() => new()
    {
        FirstName = First,
        LastName = Last,
        Email = Address() ?? "",
        Phone = NoneIfEmpty(Phone),
        Street = NoneIfEmpty(Street),
        City = NoneIfEmpty(City),
        PostalCode = NoneIfEmpty(PostalCode),
        State = States.Find(State)?.Name,
    };

    /// <summary>What is wrong with the first page, in the order of its fields.</summary>
    public IReadOnlyList<Fault> CheckPerson(PublicAction action)
    {
        var (content, words, faults) = (action.Content, action.Words, new List<Fault>());
        var statesOfCode = StatesOfCode(content);
        Line("first", SupporterField.FirstName, First, Supporter.NameMaxLength, words.EnterFirst);
        Line("last", SupporterField.LastName, Last, Supporter.NameMaxLength, words.EnterLast);
        Fail(Address() is null, "mail", words.EnterMail(Mail));
        Fail(content.Asks(SupporterField.Phone) && Phone.Length > 0 && (Phone.Length > PhoneMaxLength || Phone.Count(char.IsAsciiDigit) < 5), "phone", words.EnterPhone);
        Line("street", SupporterField.Street, Street, Supporter.NameMaxLength, words.EnterStreet);
        Line("city", SupporterField.City, City, Supporter.PlaceMaxLength, words.EnterCity);
        Fail(content.Asks(SupporterField.PostalCode) && !IsPostalCode(), "code", words.EnterCode);
        Fail(statesOfCode.Count > 0 && States.Find(State) is { } chosen && !statesOfCode.Contains(chosen), "code", words.CodeIsElsewhere(PostalCode, statesOfCode));
        Fail(content.Asks(SupporterField.State) && State != Elsewhere && States.Find(State) is null, "state", words.ChooseState);
        Fail(faults.Count == 0 && action.Action.TargetsFor(ToPerson().State, NoneIfEmpty(PostalCode)).Count == 0,
            content.Asks(SupporterField.State) ? "state" : content.Asks(SupporterField.PostalCode) ? "code" : "mail", words.NobodyForPlace(content, action.Coalition.ContactMail));
        Fail(Own.Length > Supporter.OwnSentenceMaxLength, "own", words.OwnTooLong(Supporter.OwnSentenceMaxLength));
        Fail(Fax.Length > 0, "fax", words.LeaveEmpty);
        return faults;

        void Line(string id, SupporterField field, string value, int most, string missing)
        {
            Fail(content.Asks(field) && value.Length == 0, id, missing);
            Fail(value.Length > most, id, words.TooLong(most));
        }

        void Fail(bool wrong, string id, string message)
        {
            if (wrong)
            {
                faults.Add(new(id, message));
            }
        }
    }

    /// <summary>What is wrong with the person's own copy.</summary>
    public IReadOnlyList<Fault> CheckCopy(PublicAction action)
    {
        var (words, faults) = (action.Words, new List<Fault>());
        if (action.Content.IsEditable && Subject.Length is 0 or > ActionContent.SubjectMaxLength)
        {
            faults.Add(new("subject", Subject.Length == 0 ? words.EnterSubject : words.TooLong(ActionContent.SubjectMaxLength)));
        }

        if (Text.Length == 0)
        {
            faults.Add(new("text", words.EnterText));
        }
        else if (Text.Length > Supporter.TextMaxLength)
        {
            faults.Add(new("text", words.TextTooLong(Text.Length, Supporter.TextMaxLength)));
        }
        else
        {
            faults.AddRange(action.Draft.MissingFrom(Text).Select(lost => new Fault("text", words.KeepPassage(lost))));
        }

        return faults;
    }

    /// <summary>
    /// The mail address with its domain in small letters; null when it is none, or has letters before the @ that few mail servers carry: as the
    /// answer address of a letter it would stop the letter.
    /// </summary>
    public string? Address() => MailAddresses.Find(Mail);

    private bool IsPostalCode() => State == Elsewhere ? PostalCode.Length is > 0 and <= 12 : ZipCode().IsMatch(PostalCode);

    private IReadOnlyList<State> StatesOfCode(ActionContent content) =>
        content.Asks(SupporterField.PostalCode) && content.Asks(SupporterField.State) && ZipCode().IsMatch(PostalCode) ? ZipCodes.StatesOf(PostalCode) : [];

    private static string? NoneIfEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"^[0-9]{5}(-[0-9]{4})?$")]
    private static partial Regex ZipCode();
}
