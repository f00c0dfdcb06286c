using CoalitionLetters.Web;

namespace CoalitionLetters.Invitations;

/// <summary>The addresses of invitations: the page behind the mailed link, and the desk's.</summary>
public static class InvitationLinks
{
    public static string Form(string key) => $"/invitations/{key}";

    public static string Refusal(string key) => $"/invitations/{key}/refusal";

    public static string OfLetter(string slug) => $"{DeskLinks.Letter(slug)}/invitations";

    public static string New(string slug, Guid? organization = null) => organization is null ? $"{OfLetter(slug)}/new" : $"{OfLetter(slug)}/new?organization={organization}";

    public static string One(string slug, Guid id) => $"{OfLetter(slug)}/{id}";

    public static string Export(string slug, string kind) => $"{DeskLinks.Letter(slug)}/invitations.{kind}";
}
