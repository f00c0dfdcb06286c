using System.Net;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

/// <summary>Every address of the desk, found by looking at the app itself, asked for as each role and as nobody.</summary>
[Trait("Needs", "Database")]
public sealed class WhoMaySeeWhatTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly StaffRole?[] Everybody = [null, .. Enum.GetValues<StaffRole>().Cast<StaffRole?>()];

    [Fact]
    public void Every_staff_address_names_the_policy_it_needs()
    {
        var open = Addresses().Where(address => address.Least is null && !address.IsForAnybody).Select(address => address.Pattern);

        Assert.Empty(open);
    }

    [Fact]
    public void Only_the_way_in_is_open_to_anybody()
    {
        string[] wayIn = ["/staff/sign-in", "/staff/sign-in/code", "/staff/sign-out", "/staff/setup", "/staff/password", "/staff/password/{Key}", "/staff/invitations/{Key}", "/staff/passkeys/request"];

        Assert.Equal(wayIn.Order(StringComparer.Ordinal), Addresses().Where(address => address.IsForAnybody).Select(address => address.Pattern).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_role_sees_what_it_may_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var role in Everybody)
        {
            using var client = await app.ClientAsync(role);
            foreach (var address in Addresses().Where(address => !address.IsForAnybody))
            {
                using var answer = await client.SendAsync(new HttpRequestMessage(address.Method, address.Path));
                if (!IsRight(answer, role, address))
                {
                    wrong.Add($"{role?.ToString() ?? "nobody"} {address.Method} {address.Path}: {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task No_form_of_the_desk_can_be_sent_by_somebody_who_may_not_see_it()
    {
        var wrong = new List<string>();
        foreach (var role in Everybody)
        {
            using var client = await app.ClientAsync(role);
            foreach (var address in Addresses().Where(address => address.TakesPosts && !address.IsForAnybody && !May(role, address)))
            {
                using var form = new FormUrlEncodedContent([new("_handler", "remove")]);
                using var answer = await client.PostAsync(address.Path, form);
                if (!IsRefused(answer, role))
                {
                    wrong.Add($"{role?.ToString() ?? "nobody"} POST {address.Path}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static bool IsRight(HttpResponseMessage answer, StaffRole? role, Address address) => May(role, address)
        ? answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) && (int)answer.StatusCode < 500 && !LeadsToSignIn(answer)
        : IsRefused(answer, role);

    private static bool IsRefused(HttpResponseMessage answer, StaffRole? role) =>
        role is null ? LeadsToSignIn(answer) || answer.StatusCode == HttpStatusCode.Unauthorized : answer.StatusCode == HttpStatusCode.Forbidden;

    private static bool May(StaffRole? role, Address address) => role is not null && role >= address.Least;

    private static bool LeadsToSignIn(HttpResponseMessage answer) =>
        answer.Headers.Location?.ToString().Contains("/staff/sign-in", StringComparison.Ordinal) == true;

    private List<Address> Addresses()
    {
        app.CreateClient().Dispose();
        var found = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/') is { } text && (text == "staff" || text.StartsWith("staff/", StringComparison.Ordinal)))
            .Select(endpoint => new Address(endpoint)).ToList();
        Assert.True(found.Count > 10, "The staff addresses were not found.");
        return found;
    }

    private sealed class Address(RouteEndpoint endpoint)
    {
        public string Pattern => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

        public bool IsForAnybody => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

        /// <summary>The lowest role of the strictest policy, or null when none is named.</summary>
        public StaffRole? Least => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Where(data => data.Policy is not null).Select(data => (StaffRole?)Policies.All[data.Policy!]).Max();

        public bool TakesPosts => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") != false;

        public HttpMethod Method => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods && !methods.Contains("GET")
            ? new HttpMethod(methods[0]) : HttpMethod.Get;

        public string Path => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Filled))));

        private static string Filled(RoutePatternPart part) => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(policy => policy.Content == "guid") ? Guid.Empty.ToString()
                : parameter.ParameterPolicies.Any(policy => policy.Content == "int") ? "1" : "none",
            _ => "",
        };
    }
}
