using System.Net;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

/// <summary>Every address of the desk, found by looking at the app itself, asked for as each role and as nobody.</summary>
[Trait("Needs", "Database")]
public sealed class WhoMaySeeWhatTests(BusyCoalition busy) : IClassFixture<BusyCoalition>
{
    private static readonly StaffRole?[] Everybody = [null, .. Enum.GetValues<StaffRole>().Cast<StaffRole?>()];

    /// <summary>There only while somebody edits or looks at a letter's pages.</summary>
    private static readonly string[] DrawnWhileLookedAt = ["/staff/preview/{hash}.svg"];

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
            using var client = await busy.App.ClientAsync(role);
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
            using var client = await busy.App.ClientAsync(role);
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
        ? answer.IsSuccessStatusCode || (address.Method == HttpMethod.Post && answer.StatusCode == HttpStatusCode.BadRequest) || DrawnWhileLookedAt.Contains(address.Pattern)
        : IsRefused(answer, role);

    private static bool IsRefused(HttpResponseMessage answer, StaffRole? role) =>
        role is null ? LeadsToSignIn(answer) || answer.StatusCode == HttpStatusCode.Unauthorized : answer.StatusCode == HttpStatusCode.Forbidden;

    private static bool May(StaffRole? role, Address address) => role is not null && role >= address.Least;

    private static bool LeadsToSignIn(HttpResponseMessage answer) =>
        answer.Headers.Location?.ToString().Contains("/staff/sign-in", StringComparison.Ordinal) == true;

    private List<Address> Addresses()
    {
        var known = new Addresses(busy);
        var found = known.Routes("GET").Where(route => Support.Addresses.IsStaff(PatternOf(route))).Select(route => new Address(route, HttpMethod.Get, known.Of(PatternOf(route))[0]))
            .Concat(known.Routes("POST").Where(TakesNothingElse).Select(route => new Address(route, HttpMethod.Post, PatternOf(route))))
            .Where(address => Support.Addresses.IsStaff(address.Pattern)).ToList();
        Assert.True(found.Count > 60, "The staff addresses were not found.");
        return found;
    }

    private static bool TakesNothingElse(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == false;

    private static string PatternOf(RouteEndpoint route) => Support.Addresses.PatternOf(route);

    /// <param name="Path">A real one: of a letter, a person, a batch that is there.</param>
    private sealed record Address(RouteEndpoint Endpoint, HttpMethod Method, string Path)
    {
        public string Pattern => PatternOf(Endpoint);

        public bool IsForAnybody => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

        /// <summary>The lowest role of the strictest policy, or null when none is named.</summary>
        public StaffRole? Least => Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Where(data => data.Policy is not null).Select(data => (StaffRole?)Policies.All[data.Policy!]).Max();

        public bool TakesPosts => Endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") != false;
    }
}
