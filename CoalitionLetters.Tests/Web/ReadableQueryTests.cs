using System.Net;
using System.Reflection;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Xunit;

namespace CoalitionLetters.Tests.Web;

/// <summary>An address that was mangled on its way, or typed by somebody who tries, shows the page as it is without what cannot be read.</summary>
[Trait("Needs", "Database")]
public sealed class ReadableQueryTests(BusyCoalition busy) : IClassFixture<BusyCoalition>
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] garbage = ["abc", "99999999999", "-1", "2147483647", "0x10", "", "%FF", "1&{0}=abc"];

    [Fact]
    public async Task No_page_fails_on_garbage_in_what_it_takes_from_its_address()
    {
        var addresses = new Addresses(busy);
        var asking = addresses.Routes("GET").Select(route => (Pattern: Addresses.PatternOf(route), route.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type))
            .Where(page => page.Type is not null).SelectMany(page => AskedBy(page.Type!).Select(name => (page.Pattern, Page: page.Type!, Name: name))).ToList();
        Assert.Subset(asking.Select(page => page.Page).ToHashSet(), Asking);
        using var client = await busy.App.ClientAsync(StaffRole.Owner);
        var failing = new List<string>();

        foreach (var (pattern, _, name) in asking)
        {
            foreach (var value in garbage)
            {
                var address = $"{addresses.Of(pattern)[0].Split('?')[0]}?{name}={string.Format(null, value, name)}";
                using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    failing.Add($"{address}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(failing.Count == 0, string.Join('\n', failing));
    }

    [Theory]
    [InlineData("page=abc&q=river")]
    [InlineData("q=river&PAGE=99999999999")]
    [InlineData("page=1&page=abc&q=river")]
    public async Task What_can_be_read_beside_it_is_read(string query)
    {
        var browser = await busy.App.SignedInAsync(StaffRole.Viewer);

        await browser.VisitAsync($"/staff/organizations?{query}");

        Assert.Equal((HttpStatusCode.OK, "river"), (browser.Status, browser.Page.QuerySelector("[name=q]")!.GetAttribute("value")));
    }

    /// <summary>Whatever takes anything but text from an address, so that a part of a page that does is missed by nobody.</summary>
    private static HashSet<Type> Asking => [.. typeof(Program).Assembly.GetTypes().Where(type => Asked(type).Any(property => property.PropertyType != typeof(string)))];

    private static IEnumerable<PropertyInfo> Asked(Type type) => type.GetProperties(Own).Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute)));

    private static IEnumerable<string> AskedBy(Type type) => Asked(type).Select(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? property.Name);
}
