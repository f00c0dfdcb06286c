using CoalitionLetters.Letters.Public;
using CoalitionLetters.Listings;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Signatures.Public;

/// <summary>An answer that needs another look, with the id of its field.</summary>
public sealed record Fault(string Field, string Message);

/// <summary>What a representative types to sign: kept as typed whatever is wrong with it.</summary>
public sealed record SignForm
{
    /// <summary>Where an organization works, as the form asks.</summary>
    public const string Wide = "national", OneState = "state", OnePlace = "local", Abroad = "international";

    public string Name { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Where { get; init; } = "";
    public string State { get; init; } = "";
    public string Country { get; init; } = "";
    public string Site { get; init; } = "";
    public string Person { get; init; } = "";
    public string Title { get; init; } = "";
    public string Mail { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Quote { get; init; } = "";
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
    public bool IsAuthorized { get; init; }

    /// <summary>The number of the text version that the person had before their eyes.</summary>
    public int Text { get; init; }

    /// <summary>Known to this one form alone: sent twice, it is one signature, and it opens the receipt.</summary>
    public string Once { get; init; } = "";
    public Guid? LogoId { get; init; }
    public string LogoName { get; init; } = "";

    /// <summary>A field that people do not see.</summary>
    public string Fax { get; init; } = "";

    /// <summary>The kinds that the form offers.</summary>
    public static readonly OrganizationKind[] Kinds = [OrganizationKind.Union, OrganizationKind.Advocacy, OrganizationKind.Legal, OrganizationKind.Community, OrganizationKind.Faith, OrganizationKind.Other];

    /// <summary>A region of another country is none of the states that the form offers.</summary>
    public static string WhereOf(Scope? scope, string? state, string? country) =>
        scope == Scope.International || (scope?.IsStateOrLocal() == true && country is not null && States.Find(state) is null) ? Abroad
        : scope switch { Scope.State => OneState, Scope.Local => OnePlace, null => "", _ => Wide };

    private OrganizationKind KindChosen => Kinds.FirstOrDefault(kind => kind.ToString().Equals(Kind, StringComparison.OrdinalIgnoreCase), OrganizationKind.Unstated);
    private bool IsInState => Where is OneState or OnePlace;

    public static SignForm Empty(PublicLetter letter) => new() { Text = letter.Text.Number, Once = CoalitionLetters.Mail.MailKey.New().Text, Where = letter.IsOfOfficials ? OneState : "" };

    public static SignForm Read(IFormCollection fields, PublicLetter letter)
    {
        string Line(string name) => PlainLine.Of(fields[name].ToString());
        return new SignForm
        {
            Name = Line("name"),
            Kind = letter.AsksKind ? Line("kind") : "",
            Where = letter.IsOfOfficials ? OneState : Line("where"),
            State = Line("state"),
            Country = Line("country"),
            Site = Line("site"),
            Person = letter.IsOfOfficials ? Line("person") is { Length: > 0 } person ? person : Line("name") : Line("person"),
            Title = Line("title"),
            Mail = Line("mail"),
            Phone = Line("phone"),
            Quote = Line("quote"),
            Answers = LetterAnswers.Read(fields, letter.Letter),
            IsAuthorized = Line("authority").Length > 0,
            Text = int.TryParse(Line("text"), out var text) ? text : 0,
            Once = Line("once") is { Length: >= 20 and <= 64 } once ? once : CoalitionLetters.Mail.MailKey.New().Text,
            LogoId = Guid.TryParse(Line("logo-id"), out var logo) ? logo : null,
            LogoName = Line("logo-name"),
            Fax = Line("fax"),
        };
    }

    /// <summary>What is wrong, in the order of the fields; nothing when it can be sent.</summary>
    /// <param name="logo">What is wrong with the logo, which was read with the files.</param>
    public IReadOnlyList<Fault> Check(PublicLetter letter, IReadOnlyList<Fault>? logo = null)
    {
        var words = new SignWords(letter.Content.Language);
        var faults = new List<Fault>();
        Fail(Fax.Length > 0, "fax", words.LeaveEmpty);
        CheckListing(faults, words, letter);
        faults.AddRange(logo ?? []);
        CheckPerson(faults, words, letter.IsOfOfficials);
        Limit(Quote, Signature.QuoteMaxLength, "quote", words.QuoteTooLong(Signature.QuoteMaxLength));
        faults.AddRange(LetterAnswers.Check(Answers, letter.Letter, words));
        Fail(Text != letter.Text.Number, "authority", words.TextHasChanged(letter.Text.Number));
        Fail(Text == letter.Text.Number && !IsAuthorized, "authority", words.TickTheBox(Name.Length > 0 ? Name : letter.IsOfOfficials ? words.YourOffice : words.YourOrganization));
        return faults;

        void Fail(bool wrong, string field, string message)
        {
            if (wrong)
            {
                faults.Add(new Fault(field, message));
            }
        }

        void Limit(string value, int most, string field, string message) => Fail(value.Length > most, field, message);
    }

    /// <summary>The faults of the part that is printed; the page behind the manage link asks for the same.</summary>
    public void CheckListing(List<Fault> faults, SignWords words, PublicLetter letter)
    {
        CheckName(faults, letter.IsOfOfficials ? words.EnterYourName : words.EnterName, words);
        if (!letter.IsOfOfficials && NoNames.Find(Name) is { } none && faults.TrueForAll(fault => fault.Field != "name"))
        {
            faults.Add(new("name", words.NamesNoOrganization(Name, none)));
        }

        if (letter.AsksKind && KindChosen == OrganizationKind.Unstated)
        {
            faults.Add(new("kind", words.ChooseKind));
        }

        if (Where is not (Wide or OneState or OnePlace or Abroad))
        {
            faults.Add(new("where", words.ChooseWhere));
        }

        if (IsInState && States.Find(State) is null)
        {
            faults.Add(new("state", words.ChooseState));
        }

        if (Where == Abroad && Country.Length > 0 && Countries.Find(Country) is null)
        {
            faults.Add(new("country", words.ChooseCountry));
        }

        if (Site.Length > 0 && Website() is null)
        {
            faults.Add(new("site", words.EnterSite));
        }
    }

    /// <summary>The faults of the part that an official corrects: the name and the office, while the place stays.</summary>
    public void CheckOffice(List<Fault> faults, SignWords words)
    {
        CheckName(faults, words.EnterYourName, words);
        CheckLine(faults, "title", Title, Signature.PersonMaxLength, words.EnterOffice, words.LineTooLong(Signature.PersonMaxLength));
        CheckPrint(faults, "title", Title, words);
    }

    public void CheckPerson(List<Fault> faults, SignWords words, bool official)
    {
        CheckLine(faults, "person", Person, Signature.PersonMaxLength, official ? null : words.EnterFullName, words.LineTooLong(Signature.PersonMaxLength));
        CheckLine(faults, "title", Title, Signature.PersonMaxLength, official ? words.EnterOffice : words.EnterTitle, words.LineTooLong(Signature.PersonMaxLength));
        if (official)
        {
            CheckPrint(faults, "title", Title, words);
        }

        if (Address() is null)
        {
            faults.Add(new("mail", words.EnterMail(Mail)));
        }

        if (Phone.Length > 0 && (Phone.Length > Signature.PhoneMaxLength || Phone.Count(char.IsAsciiDigit) < 5))
        {
            faults.Add(new("phone", words.EnterPhone));
        }
    }

    private void CheckName(List<Fault> faults, string missing, SignWords words)
    {
        CheckLine(faults, "name", Name, Organization.NameMaxLength, missing, words.NameTooLong(Organization.NameMaxLength));
        CheckPrint(faults, "name", Name, words);
        if (Name.Length > 0 && faults.TrueForAll(fault => fault.Field != "name") && !Printable.IsName(Name))
        {
            faults.Add(new("name", words.NameIsNone));
        }
    }

    private static void CheckPrint(List<Fault> faults, string field, string value, SignWords words)
    {
        if (Printable.Unprintable(value) is { } character && faults.TrueForAll(fault => fault.Field != field))
        {
            faults.Add(new(field, words.CannotBePrinted(character)));
        }
    }

    private static void CheckLine(List<Fault> faults, string field, string value, int most, string? missing, string tooLong)
    {
        if (value.Length == 0 && missing is not null)
        {
            faults.Add(new(field, missing));
        }
        else if (value.Length > most)
        {
            faults.Add(new(field, tooLong));
        }
    }

    public Listing ToListing(bool official) => new()
    {
        Name = Name,
        Kind = KindChosen,
        Scope = Where switch { OneState => Scope.State, OnePlace => Scope.Local, Abroad => Scope.International, _ => Scope.National },
        State = IsInState ? States.Find(State)?.Name : null,
        Country = Where == Abroad ? Countries.Find(Country)?.Name : null,
        Website = Website(),
        LogoId = LogoId,
        Title = official ? Title : null,
    };

    /// <summary>Whether the page that was sent showed the line as it will be printed. Who sends no page of ours has seen none to change.</summary>
    public bool WasSeen(IFormCollection fields, PublicLetter letter) =>
        !fields.TryGetValue("seen", out var seen) || seen == Galley.MarkOf(letter, ToListing(letter.IsOfOfficials));

    public Signer ToSigner() => new() { Name = Person, Title = Title, Email = Address(), Phone = Phone.Length > 0 ? Phone : null };

    /// <summary>The mail address with its domain in small letters; null when it is none.</summary>
    public string? Address() => MailAddresses.Find(Mail);

    /// <inheritdoc cref="Websites.Find"/>
    public string? Website() => Websites.Find(Site);
}
