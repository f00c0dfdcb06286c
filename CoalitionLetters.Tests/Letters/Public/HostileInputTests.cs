using System.Net;
using System.Text;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

/// <summary>Whatever a stranger sends, the answer is a page and never a fault.</summary>
[Trait("Needs", "Database")]
public sealed class HostileInputTests
{
    private static readonly string[] Nasty =
    [
        new('x', 60_000), "\0\0\0", "a\u0000b", "\ud800", "\udfff lone", "\u202egnitset\u202c", "<script>alert(1)</script>", "'; DROP TABLE Signatures; --", "{{7*7}} @(1+1) ${x}", "\r\nBcc: all@world.example",
        "\uffff\ufffe", new string('\u0301', 300), "😀" + new string('e', 200), "%00%ff%zz", "../../etc/passwd", "-1", "9999999999999999999999", "null", "\u2028\u2029",
    ];

    [Fact]
    public async Task The_form_answers_anything_typed_into_any_field_with_a_page()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, 3);
        using var client = app.CreateClient();

        foreach (var field in new[] { "name", "where", "state", "country", "site", "person", "title", "mail", "phone", "quote", "answer-call", "authority", "text", "once", "logo-id", "logo-name", "fax" })
        {
            foreach (var value in Nasty)
            {
                var body = string.Join('&', Signing.Fields(others: [("text", "1"), (field, value)]).Select(pair => $"{WebUtility.UrlEncode(pair.Item1)}={WebUtility.UrlEncode(pair.Item2)}"));
                using var answer = await client.PostAsync("/letters/family-unity/sign", new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken);

                Assert.True((int)answer.StatusCode < 500, $"{field} = {value[..Math.Min(20, value.Length)]}: {answer.StatusCode}");
            }
        }

        using var page = await client.GetAsync("/letters/family-unity", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Bodies_that_are_no_form_are_refused()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 0);
        using var client = new HttpClient { BaseAddress = app.Address };
        HttpContent[] bodies =
        [
            new StringContent("{\"name\":1}", Encoding.UTF8, "application/json"),
            Typed("", "multipart/form-data"),
            Typed("--x\r\nnonsense", "multipart/form-data; boundary=x"),
            Typed("--x\r\n\r\n\r\n--x", "multipart/form-data; boundary=" + new string('y', 500)),
            Typed("name=%FF%FE%00", "application/x-www-form-urlencoded; charset=utf-16"),
            Typed("name=a", "application/x-www-form-urlencoded; charset=nonsense"),
            Typed(string.Concat(Enumerable.Repeat("a=1&", 5_000)), "application/x-www-form-urlencoded"),
            Typed(new string('k', 20_000) + "=1", "application/x-www-form-urlencoded"),
            Typed("name=" + new string('v', 4_000_000), "application/x-www-form-urlencoded"),
        ];

        foreach (var body in bodies)
        {
            using var answer = await client.PostAsync("/letters/family-unity/sign", body, TestContext.Current.CancellationToken);

            Assert.InRange((int)answer.StatusCode, 200, 499);
        }

        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Theory]
    [InlineData("/letters/%00")]
    [InlineData("/letters/%ED%A0%80")]
    [InlineData("/letters/..%2f..%2fstaff")]
    [InlineData("/letters/UPPER-case")]
    [InlineData("/letters/' OR 1=1")]
    [InlineData("/letters/family-unity/logos/99999999999999999999")]
    [InlineData("/letters/family-unity/logos/-1")]
    [InlineData("/signatures/%00/confirmation")]
    [InlineData("/signatures/%F0%9F%98%80")]
    [InlineData("/signatures/x/receipt?again=%00")]
    public async Task Odd_addresses_are_not_found(string address)
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 0);
        using var client = new HttpClient { BaseAddress = app.Address };

        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.InRange((int)answer.StatusCode, 400, 404);
    }

    [Fact]
    public async Task Wrong_methods_and_odd_headers_are_refused_or_ignored()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, 0);
        using var client = await app.ClientAsync(null);

        foreach (var method in new[] { "PUT", "DELETE", "PATCH", "POST", "OPTIONS", "TRACE", "BREW" })
        {
            using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/letters/family-unity"), TestContext.Current.CancellationToken);
            Assert.InRange((int)answer.StatusCode, 400, 405);
        }

        using var odd = new HttpRequestMessage(HttpMethod.Get, "/letters/family-unity");
        odd.Headers.TryAddWithoutValidation("Accept-Encoding", "br;q=x, ;;;, *;q=-1");
        odd.Headers.TryAddWithoutValidation("If-None-Match", "W/, \"unfinished");
        odd.Headers.TryAddWithoutValidation("Range", "bytes=9-1");
        using var page = await client.SendAsync(odd, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static ByteArrayContent Typed(string text, string type)
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
