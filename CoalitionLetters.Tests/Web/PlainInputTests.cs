using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Web;

/// <summary>Whatever comes in, the answer is a plain page and never a fault of the server.</summary>
[Trait("Needs", "Database")]
public sealed class PlainInputTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Odd =
    [
        "", "\0", "a\0b", "\ud800", "\u202e", "'; DROP TABLE Staff; --", "<script>alert(1)</script>", "%00%ff", "../../etc/passwd", "{{7*7}}", new string('x', 70_000), "-1", "99999999999999999999", "\r\nSet-Cookie: a=b",
    ];

    [Fact]
    public async Task No_odd_address_breaks_a_page()
    {
        using var client = await app.ClientAsync(StaffRole.Owner);
        string[] pages =
        [
            "/staff/people/{0}", "/staff/mail/{0}", "/staff/mail?show={0}", "/staff/mail/previews/{0}", "/staff/mail/previews/{0}/twin", "/staff/invitations/{0}", "/staff/password/{0}",
            "/staff/setup?key={0}", "/staff/sign-in?then={0}", "/staff/account?done={0}", "/{0}", "/staff/{0}", "/letters/{0}",
        ];

        foreach (var page in pages)
        {
            foreach (var odd in Odd.Where(odd => odd.Length < 10_000 && (page.Contains('?', StringComparison.Ordinal) || !odd.Contains('\0', StringComparison.Ordinal))))
            {
                using var answer = await client.GetAsync(page.Replace("{0}", Uri.EscapeDataString(odd), StringComparison.Ordinal));
                Assert.True((int)answer.StatusCode < 500, $"{page} with {odd}: {(int)answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("/staff/sign-in", StaffRole.Viewer, "Form.Email", "Form.Password")]
    [InlineData("/staff/password", StaffRole.Viewer, "Form.Email")]
    [InlineData("/staff/people", StaffRole.Owner, "Form.Name", "Form.Email")]
    [InlineData("/staff/coalition", StaffRole.Owner, "Form.Name", "Form.TimeZone", "Form.Accent", "Form.LetterheadAddress")]
    [InlineData("/staff/account", StaffRole.Viewer, "NameForm.Name")]
    public async Task No_odd_answer_in_a_form_breaks_it(string page, StaffRole role, params string[] fields)
    {
        var browser = await app.SignedInAsync(role);
        foreach (var odd in Odd)
        {
            await browser.VisitAsync(page);
            await browser.SubmitAsync([.. fields.Select(field => (field, odd))]);
            Assert.True((int)browser.Status < 500, $"{page} with {odd[..Math.Min(40, odd.Length)]}: {(int)browser.Status}");
        }
    }

    [Fact]
    public async Task A_role_that_does_not_exist_invites_nobody()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/people");
        browser.Page.QuerySelector("[name='Form.Role'][value=Viewer]")!.SetAttribute("value", "Emperor");

        await browser.SubmitAsync(("Form.Name", "Sam"), ("Form.Email", "emperor@unity.example"), ("Form.Role", "Emperor"));

        Assert.Contains("Choose a role", browser.Text, StringComparison.Ordinal);
        Assert.Empty(await app.Mailbox.AllToAsync("emperor@unity.example"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        using var client = app.CreateClient();
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Email", "a@b.example"), new("Form.Password", "x")]);

        using var answer = await client.PostAsync("/staff/sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This request was not understood", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_cut_off_is_refused_with_a_page()
    {
        using var client = app.CreateClient();
        using var form = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf"));
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        using var answer = await client.PostAsync("/staff/sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_carry_the_headers_that_keep_others_out()
    {
        await app.AMemberAsync(StaffRole.Owner);
        using var client = app.CreateClient();
        using var answer = await client.GetAsync("/staff/sign-in");
        Assert.Equal("200 /staff/sign-in", $"{(int)answer.StatusCode} {answer.RequestMessage!.RequestUri!.AbsolutePath}");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Only_a_named_proxy_is_believed_about_where_a_visitor_comes_from()
    {
        await using var behind = await TestApp.StartAsync(listens: true, settings: ("Site:Proxies", "127.0.0.0/8, ::1"));
        using var proxied = behind.CreateClient();
        using var direct = app.CreateClient();
        foreach (var client in new[] { proxied, direct })
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        }

        using var trusted = await proxied.GetAsync("/staff/setup");
        using var untrusted = await direct.GetAsync("/staff/setup");

        Assert.True(trusted.Headers.Contains("Strict-Transport-Security"));
        Assert.False(untrusted.Headers.Contains("Strict-Transport-Security"));
    }
}
