using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoalitionLetters.Web;

/// <summary>Every address of the app. The static members are relative; <see cref="Absolute"/> makes what mails and files need.</summary>
public sealed class Links(SiteSettings site, IServer server)
{
    public const string Home = "/";
    public const string AccentCss = "/accent.css";
    public const string Desk = "/staff";
    public const string Setup = "/staff/setup";
    public const string SignIn = "/staff/sign-in";
    public const string SignOut = "/staff/sign-out";
    public const string Account = "/staff/account";
    public const string People = "/staff/people";
    public const string Mail = "/staff/mail";
    public const string History = "/staff/history";
    public const string Coalition = "/staff/coalition";
    public const string Actions = "/staff/actions";
    public const string Organizations = "/staff/organizations";
    public const string ForgottenPassword = "/staff/password";

    public const string Codes = "/staff/account/codes";
    public const string PasskeyRequest = "/staff/passkeys/request";
    public const string PasskeyCreation = "/staff/passkeys/creation";

    public static string SecondFactor(string then) => $"/staff/sign-in/code?then={Uri.EscapeDataString(then)}";

    /// <summary>An address of this site, or else the other: a link may not send people elsewhere after they signed in.</summary>
    public static string LocalOr(string? then, string otherwise) =>
        then is ['/', ..] and not ['/', '/' or '\\', ..] && !then.Any(char.IsControl) ? then : otherwise;

    /// <summary>Opens the reader's mail program with a subject and an address to pass on. Pages write it into an attribute as a whole, so that its ampersand is escaped once.</summary>
    public static string Forward(string subject, string address) => $"mailto:?subject={Uri.EscapeDataString(subject)}&body={Uri.EscapeDataString(address)}";

    public static string Letter(string slug) => $"/letters/{Uri.EscapeDataString(slug)}";

    public static string Privacy(string language) => language == "es" ? "/privacidad" : "/privacy";

    public static string Accessibility(string language) => language == "es" ? "/accesibilidad" : "/accessibility";

    public static string LetterText(string slug) => $"{Letter(slug)}/letter.txt";

    public static string LetterPdf(string slug) => $"{Letter(slug)}/letter.pdf";

    public static string EditionPdf(string slug, int edition) => $"{Letter(slug)}/editions/{edition}/letter.pdf";

    public static string Verify(string shortCode) => $"/verify/{shortCode}";

    public static string LetterList(string slug) => $"{Letter(slug)}/signatories.csv";

    public static string LetterData(string slug) => $"{Letter(slug)}/letter.json";

    public static string LetterCalendar(string slug) => $"{Letter(slug)}/deadline.ics";

    public static string LetterCount(string slug) => $"{Letter(slug)}/count";

    public const string LetterCountPattern = "/letters/{slug}/count";

    public static string LetterLogo(string slug, int number, Guid logo) => $"{Letter(slug)}/logos/{number}?{logo:N}";

    public static string Sign(string slug) => $"{Letter(slug)}/sign";

    public static string Galley(string slug) => $"{Letter(slug)}/sign/galley";

    public static string Receipt(string key) => $"/signatures/{key}/receipt";

    public static string Confirmation(string key) => $"/signatures/{key}/confirmation";

    public static string Signature(string key) => $"/signatures/{key}";

    public static string SignatureConsent(string key) => $"/signatures/{key}/consent";

    public static string SignatureListing(string key) => $"/signatures/{key}/listing";

    public static string SignatureSigner(string key) => $"/signatures/{key}/signer";

    public static string SignatureErasure(string key) => $"/signatures/{key}/erasure";

    public static string SignatureWithdrawal(string key) => $"/signatures/{key}/withdrawal";

    public static string NewPassword(string key) => $"/staff/password/{key}";

    public static string Invitation(string key) => $"/staff/invitations/{key}";

    public static string SetupWith(string key) => $"{Setup}?key={key}";

    public static string Person(Guid id) => $"{People}/{id}";

    public static string OneMail(Guid id) => $"/staff/mail/{id}";

    public static string MailPreview(string kind) => $"/staff/mail/previews/{kind}";

    public static string MailPreviewTwin(string kind) => $"/staff/mail/previews/{kind}/twin";

    /// <summary>
    /// The address with scheme and host. They come from <c>Site:Address</c> or else from where the server listens, never from a
    /// request: whoever asks for a password reset must not choose the host in the mailed link.
    /// </summary>
    public string Absolute(string relative) => Root + relative;

    /// <summary>Scheme and host without a slash at the end, as in <c>https://letters.example</c>.</summary>
    public string Root => site.Address?.ToString().TrimEnd('/') ?? ListensAt();

    private string ListensAt()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? SiteSettings.DefaultAddress;
        var uri = BindingAddress.Parse(bound);
        var host = uri.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : uri.Host;
        return $"{uri.Scheme}://{host}{(uri.Port is 80 or 443 ? "" : $":{uri.Port}")}";
    }
}
