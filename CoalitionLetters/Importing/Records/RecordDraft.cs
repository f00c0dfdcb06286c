using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;

namespace CoalitionLetters.Importing.Records;

/// <summary>A record of the directory with what a list adds to it or says otherwise.</summary>
internal sealed class RecordDraft
{
    private readonly HashSet<string> names;
    private readonly HashSet<ContactCells> contacts;

    private RecordDraft(Organization record, bool isNew, IEnumerable<ContactCells> contacts)
    {
        (Record, IsNew, this.contacts) = (record, isNew, [.. contacts]);
        names = [record.Name, .. record.Aliases.Select(alias => alias.Name)];
        (Name, Kind, Scope, State, Country, Website, Domains, ParentId, Notes) = (record.Name, record.Kind, record.Scope, record.State, record.Country, record.Website, record.Domains, record.ParentId, record.Notes);
    }

    /// <summary>As it stands; a new one is not in the store yet.</summary>
    public Organization Record { get; }
    public bool IsNew { get; }
    public string Name { get; private set; }
    public OrganizationKind Kind { get; private set; }
    public Scope Scope { get; private set; }
    public string? State { get; private set; }
    public string? Country { get; private set; }
    public string? Website { get; private set; }
    public IReadOnlyList<string> Domains { get; private set; }
    public Guid? ParentId { get; private set; }
    public string? Notes { get; private set; }
    public List<(string Name, AliasKind Kind)> NewNames { get; } = [];
    public List<ContactCells> NewContacts { get; } = [];

    public bool FactsDiffer => (Name, Kind, Scope, State, Country, Website, Notes) != (Record.Name, Record.Kind, Record.Scope, Record.State, Record.Country, Record.Website, Record.Notes) || !Domains.SequenceEqual(Record.Domains);

    public bool ParentDiffers => ParentId != Record.ParentId;

    public bool IsChanged => FactsDiffer || ParentDiffers || NewNames.Count > 0 || NewContacts.Count > 0;

    public static RecordDraft New(ImportedRow data, DateTime now) => new(
        Organization.Named(data.Name, data.Kind, RowRecords.ScopeOf(data), data.State, data.Country, data.Website, now),
        isNew: true, []);

    public static RecordDraft Of(Organization record, IEnumerable<ContactCells> contacts) => new(record, isNew: false, contacts);

    /// <summary>Takes in what a row says. A blank cell says nothing.</summary>
    /// <param name="fileWins">Where the record says otherwise, the file is right.</param>
    /// <param name="changes">Gets what becomes otherwise, in words.</param>
    /// <param name="doubts">Gets what is kept although the file says otherwise, and what is left out.</param>
    public void Take(ImportedRow data, bool fileWins, List<string> changes, List<string> doubts)
    {
        T? Settled<T>(string what, T? has, T? says, Func<T, string> word)
        {
            if (says is null || Equals(has, says))
                return has;
            if (has is null)
                changes.Add($"adds the {what}{word(says)}");
            else
                (fileWins ? changes : doubts).Add(fileWins ? $"changes the {what}{word(says)}" : $"keeps the {what}; the file says otherwise{word(says)}");
            return has is null || fileWins ? says : has;
        }

        string? Text(string what, string? has, string? says) => Settled(what, has, says, text => what == "notes" ? "" : $" {text}");

        var cells = data.OfRecord!;
        if (cells.Id == Record.Id && data.Name != Name)
            Name = Settled("name", Name, data.Name, text => $" {text}")!;
        Kind = Settled<object>("kind", Kind == OrganizationKind.Unstated ? null : Kind, data.Kind == OrganizationKind.Unstated ? null : data.Kind, Lower) as OrganizationKind? ?? Kind;
        Scope = Settled<object>("scope", Scope, data.Scope, Lower) as Scope? ?? Scope;
        State = Text("state", State, data.State);
        Country = Text("country", Country, data.Country);
        Website = Text("website", Website, data.Website);
        Notes = Text("notes", Notes, cells.Notes);
        foreach (var domain in cells.Domains.Where(domain => !Domains.Contains(domain)))
        {
            Domains = [.. Domains, domain];
            changes.Add($"adds the domain {domain}");
        }

        TakeNames(cells.OtherNames, AliasKind.OtherName, changes, doubts);
        TakeNames(cells.Acronyms, AliasKind.Acronym, changes, doubts);
        TakeNames(cells.FormerNames, AliasKind.FormerName, changes, doubts);
        TakeContact(data, changes, doubts);
    }

    public void BelongTo(Guid parentId, string parentName, bool fileWins, List<string> changes, List<string> doubts)
    {
        if (ParentId == parentId)
            return;
        if (ParentId is not null && !fileWins)
        {
            doubts.Add($"keeps its parent; the file says {parentName}");
            return;
        }

        ParentId = parentId;
        changes.Add($"makes it an affiliate of {parentName}");
    }

    private static string Lower(object value) => $" {value.ToString()!.ToLowerInvariant()}";

    private void TakeNames(IEnumerable<string> others, AliasKind kind, List<string> changes, List<string> doubts)
    {
        foreach (var other in others)
        {
            if (other.Length > Organization.NameMaxLength)
            {
                doubts.Add($"leaves out a name of {other.Length} characters; {Organization.NameMaxLength} are the most");
            }
            else if (names.Add(other))
            {
                NewNames.Add((other, kind));
                changes.Add($"adds the name {other}");
            }
        }
    }

    /// <summary>A contact without a name is known by the mail address. History and rows keep no word of persons.</summary>
    private void TakeContact(ImportedRow data, List<string> changes, List<string> doubts)
    {
        var email = data.Email is { } written && MailAddresses.IsAddress(written) ? written : null;
        var phone = data.Phone is { } number && OrganizationContact.IsPhone(number) ? number : null;
        if (data.Phone is not null && phone is null)
            doubts.Add("leaves out a phone number that is none");
        if ((data.SignerName ?? email) is not { } name)
            return;
        var contact = new ContactCells(RowRecords.Fitting(name, Signature.PersonMaxLength)!, data.SignerTitle, email, phone);
        if (!contacts.Add(contact))
            return;
        NewContacts.Add(contact);
        changes.Add("adds a contact");
    }
}
