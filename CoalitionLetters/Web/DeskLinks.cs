namespace CoalitionLetters.Web;

/// <summary>The addresses of a letter's desk.</summary>
public static class DeskLinks
{
    public const string NewLetter = "/staff/letters/new";

    public static string Letter(string slug) => $"/staff/letters/{Uri.EscapeDataString(slug)}";

    public static string Edit(string slug) => $"{Letter(slug)}/edit";

    /// <param name="field">Where the focus goes; a part that is closed opens for it.</param>
    public static string Edit(string slug, string field) => $"{Edit(slug)}#{field}";

    public static string Drafts(string slug) => $"{Letter(slug)}/drafts";

    public static string Rules(string slug) => $"{Letter(slug)}/rules";

    public static string Text(string slug) => $"{Letter(slug)}/text";

    public static string TextVersions(string slug) => $"{Letter(slug)}/versions";

    public static string History(string slug) => $"{Letter(slug)}/history";

    public static string HistoryOfLetterAlone(string slug) => $"{History(slug)}?of=letter";

    public static string Opening(string slug) => $"{Letter(slug)}/opening";

    public static string Deadline(string slug) => $"{Letter(slug)}/deadline";

    public static string Closing(string slug) => $"{Letter(slug)}/closing";

    public static string Withdrawal(string slug) => $"{Letter(slug)}/withdrawal";

    public static string Publishing(string slug) => $"{Letter(slug)}/publishing";

    public static string DraftPdf(string slug) => $"{Letter(slug)}/draft.pdf";

    public static string Signatures(string slug) => $"{Letter(slug)}/signatures";

    public static string NewSignature(string slug) => $"{Letter(slug)}/signatures/new";

    public static string Signature(string slug, Guid id) => $"{Letter(slug)}/signatures/{id}";

    public static string Import(string slug) => $"{Letter(slug)}/import";

    public static string ImportInvitations(string slug) => $"{Import(slug)}?into=invitations";

    public const string ImportOrganizations = $"{Links.Organizations}/import";

    public static string ExportOrganizations(string kind) => $"{Links.Organizations}.{kind}";

    public static string Organization(Guid id) => $"{Links.Organizations}/{id}";

    public static string Contact(Guid organization, Guid contact) => $"{Organization(organization)}/contacts/{contact}";

    public static string Split(Guid id, Guid alias) => $"{Organization(id)}/split/{alias}";

    public static string Picture(Guid id) => $"/staff/pictures/{id}";

    public const string LikelyPairs = $"{Links.Organizations}/duplicates";

    public static string Merge(Guid id, Guid? with = null) => with is null ? $"{Organization(id)}/merge" : $"{Organization(id)}/merge?with={with}";

    public static string Export(string slug, string query, string kind = "csv") => $"{Letter(slug)}/signatures.{kind}{query}";

    public static string PreviewPage(string hash) => $"/staff/preview/{hash}.svg";
}
