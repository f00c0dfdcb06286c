using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionLetters.Tests.Support;

/// <summary>
/// Every address of the app that can be read, found by looking at the app itself, filled in with what a <see cref="BusyCoalition"/>
/// holds. A route that is new and stands in no table is named by <see cref="Unknown"/>.
/// </summary>
public sealed class Addresses(BusyCoalition busy)
{
    private static readonly string[] NoPages = ["/health", "/letters/{slug}/sign/galley", "/letters/{slug}/logos/{number:int}", "/approvals/{key}/picture", "/staff/mail/previews/{kind}/twin", "/staff/pictures/{id:guid}"];
    private static readonly string[] ElsewhereTested = ["/letters/{slug}/count"];

    /// <summary>The patterns of all routes that answer GET, the framework's own left out.</summary>
    public IReadOnlyList<string> Patterns => [.. Routes("GET").Select(PatternOf).Except(ElsewhereTested).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Unknown => [.. Patterns.Except(Table.Keys)];

    public IReadOnlyList<string> Gone => [.. Table.Keys.Except(Patterns)];

    /// <summary>Those that people look at; the others are files and parts of pages.</summary>
    public IEnumerable<(string Pattern, string Address)> Pages => All.Where(page => !page.Pattern[page.Pattern.LastIndexOf('/')..].Contains('.', StringComparison.Ordinal) && !NoPages.Contains(page.Pattern));

    public IEnumerable<(string Pattern, string Address)> All => Table.SelectMany(row => row.Value.Select(address => (row.Key, address)));

    /// <summary>The routes that the app's own code or pages answer, with their policies as metadata.</summary>
    public IEnumerable<RouteEndpoint> Routes(string method) => busy.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null && route.RoutePattern.RawText is { } text && !text.TrimStart('/').StartsWith('_') && !text.Contains("{**", StringComparison.Ordinal) && !text.Contains("{*path", StringComparison.Ordinal))
        .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(method));

    public static string PatternOf(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    /// <summary>The real addresses of a route; the first is the most usual one.</summary>
    public string[] Of(string pattern) => Table[pattern];

    public static bool IsStaff(string pattern) => pattern == "/staff" || pattern.StartsWith("/staff/", StringComparison.Ordinal);

    private Dictionary<string, string[]> Table => table ??= new[] { Letters(), Signatures(), Supporters(), Floor(), LetterDesk(), Directory(), ActionDesk() }.SelectMany(part => part).ToDictionary(row => row.Key, row => row.Value);
    private Dictionary<string, string[]>? table;

    private Dictionary<string, string[]> Letters() => new()
    {
        ["/"] = ["/"],
        ["/letters/{slug}"] = [.. BusyCoalition.PublicLetters.Append("nothing").Select(slug => $"/letters/{slug}")],
        ["/letters/{slug}/letter.txt"] = [.. BusyCoalition.PublicLetters.Select(slug => $"/letters/{slug}/letter.txt")],
        ["/letters/{slug}/signatories.csv"] = ["/letters/family-unity/signatories.csv", "/letters/just-opened/signatories.csv"],
        ["/letters/{slug}/letter.json"] = ["/letters/family-unity/letter.json"],
        ["/letters/{slug}/deadline.ics"] = ["/letters/family-unity/deadline.ics"],
        ["/letters/{slug}/logos/{number:int}"] = ["/letters/family-unity/logos/1"],
        ["/letters/{slug}/letter.pdf"] = ["/letters/final/letter.pdf", "/letters/family-unity/letter.pdf"],
        ["/letters/{slug}/editions/{number:int}/letter.pdf"] = ["/letters/second-edition/editions/1/letter.pdf", "/letters/second-edition/editions/2/letter.pdf"],
        ["/verify/{code}"] = [.. busy.Codes.Append("invented").Select(code => $"/verify/{code}")],
        ["/privacy"] = ["/privacy"],
        ["/privacidad"] = ["/privacidad"],
        ["/accessibility"] = ["/accessibility"],
        ["/accesibilidad"] = ["/accesibilidad"],
        ["/health"] = ["/health"],
        ["/accent.css"] = ["/accent.css"],
    };

    private Dictionary<string, string[]> Signatures() => new()
    {
        ["/letters/{slug}/sign"] = [.. BusyCoalition.PublicLetters.Select(slug => $"/letters/{slug}/sign")],
        ["/letters/{slug}/sign/galley"] = ["/letters/family-unity/sign/galley?name=River%20Trust&where=national"],
        ["/signatures/{key}/receipt"] = [busy.Receipt, $"{busy.Receipt}?again=sent"],
        ["/signatures/{key}/confirmation"] = [busy.Confirm, "/signatures/invented/confirmation"],
        ["/signatures/{key}"] = [busy.Manage, $"{busy.Manage}?saved=1", busy.ManageInSpanish, busy.ManageWithdrawn, busy.ManageAsked, "/signatures/invented"],
        ["/signatures/{key}/consent"] = [$"{busy.ManageAsked}/consent", $"{busy.Manage}/consent"],
        ["/signatures/{key}/listing"] = [$"{busy.Manage}/listing", $"{busy.ManageInSpanish}/listing"],
        ["/signatures/{key}/signer"] = [$"{busy.Manage}/signer", $"{busy.ManageInSpanish}/signer"],
        ["/signatures/{key}/erasure"] = [$"{busy.Manage}/erasure", $"{busy.ManageInSpanish}/erasure"],
        ["/signatures/{key}/withdrawal"] = [$"{busy.Manage}/withdrawal", $"{busy.ManageInSpanish}/withdrawal"],
        ["/offices/{key}"] = [busy.Office, "/offices/invented"],
        ["/offices/{key}/refusal"] = [$"{busy.Office}/refusal"],
        ["/approvals/{key}"] = [busy.Approval, "/approvals/invented"],
        ["/approvals/{key}/refusal"] = [$"{busy.Approval}/refusal"],
        ["/approvals/{key}/picture"] = [$"{busy.Approval}/picture"],
        ["/invitations/{key}"] = [busy.Invited, busy.InvitedInSpanish, "/invitations/invented"],
        ["/invitations/{key}/refusal"] = [$"{busy.Invited}/refusal", $"{busy.InvitedInSpanish}/refusal"],
    };

    private Dictionary<string, string[]> Supporters() => new()
    {
        ["/actions/{slug}"] = ["/actions/write", "/actions/escriba"],
        ["/actions/{slug}/receipt"] = [busy.MessageReceipt],
        ["/messages/{key}/confirmation"] = [busy.ConfirmMessage, "/messages/invented/confirmation"],
        ["/messages/{key}/disowning"] = [busy.ConfirmMessage.Replace("/confirmation", "/disowning", StringComparison.Ordinal)],
        ["/messages/{key}"] = [busy.OwnMessages, "/messages/invented"],
        ["/messages/{key}/withdrawal"] = [$"{busy.OwnMessages}/withdrawal"],
        ["/messages/{key}/erasure"] = [$"{busy.OwnMessages}/erasure"],
        ["/messages/{key}/letters/{message:guid}.pdf"] = [$"{busy.OwnMessages}/letters/{busy.AMessage}.pdf"],
    };

    private Dictionary<string, string[]> Floor() => new()
    {
        ["/staff"] = ["/staff"],
        ["/staff/setup"] = ["/staff/setup"],
        ["/staff/sign-in"] = ["/staff/sign-in", "/staff/sign-in?changed=true"],
        ["/staff/sign-in/code"] = ["/staff/sign-in/code"],
        ["/staff/sign-out"] = ["/staff/sign-out"],
        ["/staff/password"] = ["/staff/password"],
        ["/staff/password/{Key}"] = [busy.NewPassword, "/staff/password/invented"],
        ["/staff/invitations/{Key}"] = [busy.Join, "/staff/invitations/invented"],
        ["/staff/people"] = ["/staff/people"],
        ["/staff/people/{Id:guid}"] = [$"/staff/people/{busy.AMember}", $"/staff/people/{Guid.Empty}"],
        ["/staff/account"] = ["/staff/account"],
        ["/staff/account/codes"] = ["/staff/account/codes"],
        ["/staff/coalition"] = ["/staff/coalition"],
        ["/staff/history"] = ["/staff/history", "/staff/history?changes=2"],
        ["/staff/mail"] = ["/staff/mail"],
        ["/staff/mail/{Id:guid}"] = [$"/staff/mail/{busy.AMail}", $"/staff/mail/{Guid.Empty}"],
        ["/staff/mail/previews/{Kind}"] = ["/staff/mail/previews/staff-invitation", "/staff/mail/previews/confirm-signature", "/staff/mail/previews/invented"],
        ["/staff/mail/previews/{kind}/twin"] = ["/staff/mail/previews/confirm-signature/twin"],
        ["/staff/pictures/{id:guid}"] = [$"/staff/pictures/{busy.APicture}"],
        ["/staff/preview/{hash}.svg"] = ["/staff/preview/invented.svg"],
    };

    private Dictionary<string, string[]> LetterDesk() => new()
    {
        ["/staff/letters/new"] = ["/staff/letters/new"],
        ["/staff/letters/{Slug}"] = Desks("", "draft", "family-unity", "just-opened", "last-day", "closed", "final", "second-edition", "withdrawn", Offices.Slug, "nothing"),
        ["/staff/letters/{Slug}/edit"] = Desks("/edit", "draft", "family-unity", "final"),
        ["/staff/letters/{Slug}/drafts"] = Desks("/drafts", "family-unity"),
        ["/staff/letters/{Slug}/rules"] = Desks("/rules", "family-unity", "final"),
        ["/staff/letters/{Slug}/text"] = Desks("/text", "family-unity", "draft"),
        ["/staff/letters/{Slug}/versions"] = Desks("/versions", "family-unity", "draft"),
        ["/staff/letters/{Slug}/history"] = [.. Desks("/history", "family-unity", "nothing"), .. Desks("/history?of=letter", "family-unity")],
        ["/staff/letters/{Slug}/opening"] = Desks("/opening", "draft", "family-unity"),
        ["/staff/letters/{Slug}/deadline"] = Desks("/deadline", "family-unity", "closed"),
        ["/staff/letters/{Slug}/closing"] = Desks("/closing", "family-unity", "closed", "final"),
        ["/staff/letters/{Slug}/withdrawal"] = Desks("/withdrawal", "family-unity", "withdrawn"),
        ["/staff/letters/{Slug}/publishing"] = Desks("/publishing", "family-unity", "closed", "final", "second-edition"),
        ["/staff/letters/{slug}/draft.pdf"] = Desks("/draft.pdf", "family-unity"),
        ["/staff/letters/{Slug}/signatures"] = [.. Desks("/signatures", "family-unity", "just-opened", Offices.Slug), .. Desks("/signatures?view=held", "family-unity")],
        ["/staff/letters/{Slug}/signatures/new"] = Desks("/signatures/new", "family-unity", "draft"),
        ["/staff/letters/{Slug}/signatures/{Id:guid}"] = Desks($"/signatures/{busy.ASignature}", "family-unity").Append($"/staff/letters/family-unity/signatures/{busy.AHeldSignature}").ToArray(),
        ["/staff/letters/{slug}/signatures.csv"] = Desks("/signatures.csv", "family-unity"),
        ["/staff/letters/{slug}/signatures.xlsx"] = Desks("/signatures.xlsx", "family-unity"),
        ["/staff/letters/{slug}/signatures.json"] = Desks("/signatures.json", "family-unity"),
        ["/staff/letters/{Slug}/import"] = [.. Desks("/import", "family-unity", "draft"), .. Desks("/import?into=invitations", "family-unity", "draft", "final")],
        ["/staff/letters/{Slug}/invitations"] = [.. Desks("/invitations", "family-unity", "draft", "just-opened", Offices.Slug), .. Desks("/invitations?q=nobody-at-all", "family-unity")],
        ["/staff/letters/{Slug}/invitations/new"] = [.. Desks("/invitations/new", "family-unity"), .. Desks("/invitations/new?q=river", "family-unity"), .. Desks($"/invitations/new?organization={busy.AnOrganization}", "draft")],
        ["/staff/letters/{Slug}/invitations/{Id:guid}"] = Desks($"/invitations/{busy.AnInvitation}", "family-unity", "draft"),
        ["/staff/letters/{slug}/invitations.csv"] = Desks("/invitations.csv", "family-unity"),
        ["/staff/letters/{slug}/invitations.xlsx"] = Desks("/invitations.xlsx", "family-unity"),
        ["/staff/letters/{slug}/invitations.json"] = Desks("/invitations.json", "family-unity"),
        ["/staff/letters/{Slug}/circulation"] = Desks("/circulation", Offices.Slug),
        ["/staff/letters/{Slug}/seats"] = Desks("/seats", Offices.Slug),
        ["/staff/letters/{Slug}/seats/new"] = Desks("/seats/new", Offices.Slug),
        ["/staff/letters/{Slug}/seats/import"] = Desks("/seats/import", Offices.Slug),
        ["/staff/letters/{Slug}/seats/invitations"] = Desks("/seats/invitations", Offices.Slug),
        ["/staff/letters/{Slug}/seats/{Id:guid}"] = Desks($"/seats/{busy.ASeat}", Offices.Slug),
        ["/staff/letters/{slug}/seats.csv"] = Desks("/seats.csv", Offices.Slug),
    };

    private static string[] Desks(string end, params string[] slugs) => [.. slugs.Select(slug => $"/staff/letters/{slug}{end}")];

    private Dictionary<string, string[]> Directory() => new()
    {
        ["/staff/organizations"] = ["/staff/organizations", "/staff/organizations?q=rwu"],
        ["/staff/organizations.csv"] = ["/staff/organizations.csv"],
        ["/staff/organizations.xlsx"] = ["/staff/organizations.xlsx"],
        ["/staff/organizations.json"] = ["/staff/organizations.json"],
        ["/staff/organizations/import"] = ["/staff/organizations/import"],
        ["/staff/organizations/duplicates"] = ["/staff/organizations/duplicates"],
        ["/staff/organizations/{Id:guid}"] = [$"/staff/organizations/{busy.AnOrganization}", $"/staff/organizations/{Guid.Empty}"],
        ["/staff/organizations/{Id:guid}/contacts/{ContactId:guid}"] = [$"/staff/organizations/{busy.AnOrganization}/contacts/{busy.AContact}", $"/staff/organizations/{busy.AnOrganization}/contacts/{Guid.Empty}"],
        ["/staff/organizations/{Id:guid}/split/{AliasId:guid}"] = [$"/staff/organizations/{busy.AnOrganization}/split/{busy.AnAlias}", $"/staff/organizations/{Guid.Empty}/split/{Guid.Empty}"],
        ["/staff/organizations/{Id:guid}/merge"] = [$"/staff/organizations/{busy.AnOrganization}/merge", $"/staff/organizations/{busy.AnOrganization}/merge?with={busy.AnotherOrganization}"],
    };

    private Dictionary<string, string[]> ActionDesk() => new()
    {
        ["/staff/actions"] = ["/staff/actions"],
        ["/staff/actions/new"] = ["/staff/actions/new"],
        ["/staff/actions/{Slug}"] = ["/staff/actions/write", "/staff/actions/draft-action", "/staff/actions/nothing"],
        ["/staff/actions/{Slug}/edit"] = ["/staff/actions/write/edit"],
        ["/staff/actions/{Slug}/opening"] = ["/staff/actions/draft-action/opening", "/staff/actions/write/opening"],
        ["/staff/actions/{Slug}/targets"] = ["/staff/actions/write/targets"],
        ["/staff/actions/{Slug}/targets/{Id:guid}"] = [$"/staff/actions/write/targets/{busy.ATarget}"],
        ["/staff/actions/{Slug}/supporters"] = ["/staff/actions/write/supporters"],
        ["/staff/actions/{Slug}/supporters/{Id:guid}"] = [$"/staff/actions/write/supporters/{busy.ASupporter}"],
        ["/staff/actions/{Slug}/doubts"] = ["/staff/actions/write/doubts"],
        ["/staff/actions/{Slug}/print"] = ["/staff/actions/write/print"],
        ["/staff/actions/sample-targets.csv"] = ["/staff/actions/sample-targets.csv"],
        ["/staff/actions/{slug}/supporters.csv"] = ["/staff/actions/write/supporters.csv"],
        ["/staff/actions/{slug}/batches/{id:guid}.pdf"] = [$"/staff/actions/write/batches/{busy.ABatch}.pdf"],
        ["/staff/actions/{slug}/letters/{id:guid}.pdf"] = [$"/staff/actions/write/letters/{busy.AMessage}.pdf"],
    };
}
