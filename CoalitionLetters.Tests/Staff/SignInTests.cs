using System.Net;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_member_signs_in_and_lands_where_the_link_led()
    {
        var member = await app.AMemberAsync(StaffRole.Owner);
        var browser = await app.Browser().VisitAsync("/staff/people");
        Assert.StartsWith("/staff/sign-in", browser.Path, StringComparison.Ordinal);

        await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));

        Assert.Equal("/staff/people", browser.Path);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task No_link_leads_to_another_site_after_signing_in(string then)
    {
        var member = await app.AMemberAsync(StaffRole.Viewer);
        var browser = await app.Browser().VisitAsync($"/staff/sign-in?then={Uri.EscapeDataString(then)}");

        await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));

        Assert.Equal("/staff", browser.Path);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var member = await app.AMemberAsync(StaffRole.Viewer);
        var wrong = await app.Browser().VisitAsync("/staff/sign-in");
        await wrong.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", "not the password"));
        var unknown = await app.Browser().VisitAsync("/staff/sign-in");
        await unknown.SubmitAsync(("Form.Email", "nobody@unity.example"), ("Form.Password", "not the password"));

        Assert.Equal(wrong.Errors, unknown.Errors);
        Assert.Contains("The e-mail address or the password is not right, or the account rests: after ten wrong tries it takes no password for 15 minutes. A new password by mail opens it at once.", wrong.Errors);
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_right_one_is_refused_too()
    {
        var member = await app.AMemberAsync(StaffRole.Viewer, "locked@unity.example");
        for (var tries = 0; tries < 10; tries++)
        {
            await (await app.Browser().VisitAsync("/staff/sign-in")).SubmitAsync(("Form.Email", member.Email!), ("Form.Password", "not the password"));
        }

        var browser = await app.Browser().VisitAsync("/staff/sign-in");
        await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));

        Assert.StartsWith("/staff/sign-in", browser.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_account_opens_again_after_its_rest_or_with_a_new_password_by_mail()
    {
        var member = await app.AMemberAsync(StaffRole.Viewer, "resting@unity.example");
        await LockAsync(until: DateTimeOffset.UtcNow.AddMinutes(10));
        Assert.StartsWith("/staff/sign-in", await LandsAsync(TestApp.Password), StringComparison.Ordinal);

        await LockAsync(until: DateTimeOffset.UtcNow.AddSeconds(-1));
        Assert.Equal("/staff", await LandsAsync(TestApp.Password));

        await LockAsync(until: DateTimeOffset.UtcNow.AddMinutes(10));
        await (await app.Browser().VisitAsync("/staff/password")).SubmitAsync(("Form.Email", member.Email!));
        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(member.Email!, "new-password"))).SubmitAsync(("Form.Password", "quite another password"));
        Assert.Equal("/staff", await LandsAsync("quite another password"));

        Task LockAsync(DateTimeOffset? until) => app.ReadAsync(db => db.Staff.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LockoutEnd, until)));

        async Task<string> LandsAsync(string password)
        {
            var browser = await app.Browser().VisitAsync("/staff/sign-in");
            return (await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", password))).Path;
        }
    }

    [Fact]
    public async Task Somebody_who_tries_too_often_is_asked_to_wait()
    {
        await using var strict = await TestApp.StartAsync(settings: ("Limits:SignInsPerMinute", "3"));
        await strict.AMemberAsync(StaffRole.Viewer);
        var browser = await strict.Browser().VisitAsync("/staff/sign-in");

        for (var tries = 0; tries < 3; tries++)
        {
            await browser.SubmitAsync(("Form.Email", "nobody@unity.example"), ("Form.Password", "not the password"));
        }

        await browser.SubmitAsync(("Form.Email", "nobody@unity.example"), ("Form.Password", "not the password"));

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("Wait a few minutes", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_needs_the_button_and_ends_the_session()
    {
        var browser = await app.SignedInAsync(StaffRole.Viewer);

        await browser.VisitAsync("/staff/sign-out");
        await browser.VisitAsync("/staff");
        Assert.Equal("/staff", browser.Path);

        await browser.VisitAsync("/staff/sign-out");
        await browser.PressAsync("Sign out");
        await browser.VisitAsync("/staff");
        Assert.StartsWith("/staff/sign-in", browser.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_through_the_mailed_link_once()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "forgetful@unity.example");
        var elsewhere = await app.Browser().VisitAsync("/staff/sign-in");
        await elsewhere.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));
        var browser = await app.Browser().VisitAsync("/staff/password");
        await browser.SubmitAsync(("Form.Email", member.Email!));
        Assert.Contains("there is a mail with a link now. This site sends none yet", browser.Text, StringComparison.Ordinal);

        var link = await app.Mailbox.LinkToAsync(member.Email!, "new-password");
        await browser.VisitAsync(link);
        await browser.SubmitAsync(("Form.Password", "quite another password"));
        Assert.Contains("Your new password is set", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", "quite another password"));
        Assert.Equal("/staff", browser.Path);

        await elsewhere.VisitAsync("/staff");
        Assert.StartsWith("/staff/sign-in", elsewhere.Path, StringComparison.Ordinal);
        await browser.VisitAsync(link);
        Assert.Contains("This link is no longer good", browser.Text, StringComparison.Ordinal);
        Assert.Equal("account-changed", (await app.Mailbox.NewestToAsync(member.Email!)).Kind);
    }

    [Fact]
    public async Task A_new_password_ends_all_links_for_one_that_were_mailed_before()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "twice@unity.example");
        var older = await AskAsync();
        var newer = await AskAsync();
        await (await app.Browser().VisitAsync(newer)).SubmitAsync(("Form.Password", "quite another password"));
        Assert.Contains("This link is no longer good", (await app.Browser().VisitAsync(older)).Text, StringComparison.Ordinal);

        var waiting = await AskAsync();
        var account = await app.Browser().VisitAsync("/staff/sign-in?then=/staff/account");
        await account.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", "quite another password"));
        await account.SubmitAsync(("PasswordForm.Present", "quite another password"), ("PasswordForm.Password", TestApp.Password));
        Assert.Contains("This link is no longer good", (await app.Browser().VisitAsync(waiting)).Text, StringComparison.Ordinal);

        async Task<string> AskAsync()
        {
            await (await app.Browser().VisitAsync("/staff/password")).SubmitAsync(("Form.Email", member.Email!));
            return await app.Mailbox.LinkToAsync(member.Email!, "new-password");
        }
    }

    [Fact]
    public async Task A_form_whose_session_has_ended_is_sent_again_after_signing_in_with_all_that_was_typed()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/new");
        var member = await app.AMemberAsync(StaffRole.Editor);
        await app.ReadAsync(db => db.Staff.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SecurityStamp, "changed elsewhere")));

        await browser.SubmitAsync(("Form.Title", "Clean water, “all” of it"));
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        var (waits, address) = (browser.Page, browser.Path);
        await browser.PressAsync("Send it again");
        Assert.Contains("What you typed waits on this page", browser.Text, StringComparison.Ordinal);
        var again = browser.Page.QuerySelector("main form button")!;
        Assert.Equal("_blank", browser.Page.QuerySelector("main a[href='/staff/sign-in']")!.GetAttribute("target"));
        await browser.VisitAsync("/staff/sign-in");
        await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));
        await browser.PressAsync(again);

        Assert.StartsWith("/staff/letters/clean-water", browser.Path, StringComparison.Ordinal);
        Assert.True(await app.ReadAsync(async db => (await db.Letters.ToListAsync()).Exists(letter => letter.Title == "Clean water, “all” of it")));
        Assert.Equal("/staff/letters/new", address);
        Assert.Empty(waits.QuerySelectorAll("input:not([type=hidden])"));
    }

    [Fact]
    public async Task A_password_that_was_sent_after_the_session_ended_stands_on_no_page()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "gone@unity.example");
        var browser = await app.Browser().VisitAsync("/staff/sign-in?then=/staff/account");
        await browser.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));
        await app.ReadAsync(db => db.Staff.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SecurityStamp, "changed elsewhere")));

        await browser.SubmitAsync(("PasswordForm.Present", TestApp.Password), ("PasswordForm.Password", "quite another password"));

        Assert.StartsWith("/staff/sign-in", browser.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_of_the_desk_for_a_password_is_called_one_so_that_none_comes_back_in_a_page()
    {
        var fields = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "CoalitionLetters"), "*.razor", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Where(line => line.Contains("Type=\"password\"", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Matches("@bind-Value=\"[^\"]*[Pp]assword[^\"]*\"", field));
    }

    [Fact]
    public async Task Whose_role_is_too_low_for_a_page_finds_the_way_back_to_the_desk()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/people");

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await browser.FollowAsync("Back to the desk");
        Assert.Equal("/staff", browser.Path);
    }

    [Fact]
    public async Task A_link_for_a_new_password_ends_after_an_hour_and_an_invented_one_opens_nothing()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "slow@unity.example");
        await (await app.Browser().VisitAsync("/staff/password")).SubmitAsync(("Form.Email", member.Email!));
        var link = await app.Mailbox.LinkToAsync(member.Email!, "new-password");

        app.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Contains("This link is no longer good", (await app.Browser().VisitAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("This link is no longer good", (await app.Browser().VisitAsync("/staff/password/invented")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_a_strangers_password_sends_nothing_and_says_the_same()
    {
        var before = await app.Mailbox.CountAsync();
        var browser = await app.Browser().VisitAsync("/staff/password");

        await browser.SubmitAsync(("Form.Email", "nobody@unity.example"));

        Assert.Contains("there is a mail with a link now. This site sends none yet", browser.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.Mailbox.CountAsync());
    }

    [Fact]
    public async Task The_mailed_link_names_the_site_and_not_the_host_that_a_request_claims()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "poisoned@unity.example");
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Host = "evil.example";
        var browser = await new Browser(client).VisitAsync("/staff/password");

        await browser.SubmitAsync(("Form.Email", member.Email!));

        Assert.DoesNotContain("evil.example", (await app.Mailbox.NewestToAsync(member.Email!, "new-password")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_and_demoted_members_are_out_at_their_next_click()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "leaving@unity.example");
        var theirs = await app.Browser().VisitAsync("/staff/sign-in");
        await theirs.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));
        var owner = await app.SignedInAsync(StaffRole.Owner);

        await owner.VisitAsync($"/staff/people/{member.Id}");
        await owner.PressAsync("Remove from the staff");

        await theirs.VisitAsync("/staff");
        Assert.StartsWith("/staff/sign-in", theirs.Path, StringComparison.Ordinal);
        Assert.False(await app.ReadAsync(db => db.Staff.AnyAsync(m => m.Id == member.Id)));
    }
}
