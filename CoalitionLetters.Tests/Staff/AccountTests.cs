using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class AccountTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task With_an_app_set_up_a_code_is_asked_for_and_a_recovery_code_works_once()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "careful@unity.example");
        var browser = await SignInAsync(member.Email!);
        await browser.VisitAsync("/staff/account/codes");
        var secret = browser.Page.QuerySelector(".rz-card code")!.TextContent;
        Assert.NotNull(browser.Page.QuerySelector(".qr svg"));

        await browser.SubmitAsync(("Form.Code", "000000"));
        Assert.Contains(browser.Errors, error => error.StartsWith("This code is not right,", StringComparison.Ordinal));
        await browser.SubmitAsync(("Form.Code", AuthenticatorApp.CodeOf(secret)));
        var recovery = browser.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, recovery.Distinct().Count());

        var later = await SignInAsync(member.Email!);
        Assert.StartsWith("/staff/sign-in/code", later.Path, StringComparison.Ordinal);
        Assert.StartsWith("/staff/sign-in", (await app.Browser().VisitAsync("/staff")).Path, StringComparison.Ordinal);
        await later.SubmitAsync(("Form.Code", AuthenticatorApp.CodeOf(secret, later: 1)));
        Assert.Equal("/staff", later.Path);

        var lost = await SignInAsync(member.Email!);
        await lost.SubmitAsync(("Form.Code", $" {recovery[0].ToLowerInvariant().Replace('-', ' ')}"));
        Assert.Equal("/staff", lost.Path);
        var again = await SignInAsync(member.Email!);
        await again.SubmitAsync(("Form.Code", recovery[0]));
        Assert.StartsWith("/staff/sign-in/code", again.Path, StringComparison.Ordinal);
        Assert.Contains("From now on a code", (await app.Mailbox.NewestToAsync(member.Email!, "account-changed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_from_the_app_opens_an_account_once()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "watched@unity.example");
        var browser = await (await SignInAsync(member.Email!)).VisitAsync("/staff/account/codes");
        var secret = browser.Page.QuerySelector(".rz-card code")!.TextContent;
        await browser.SubmitAsync(("Form.Code", AuthenticatorApp.CodeOf(secret)));
        var code = AuthenticatorApp.CodeOf(secret, later: 1);
        Assert.Equal("/staff", (await (await SignInAsync(member.Email!)).SubmitAsync(("Form.Code", code))).Path);

        var second = await (await SignInAsync(member.Email!)).SubmitAsync(("Form.Code", code));

        Assert.StartsWith("/staff/sign-in/code", second.Path, StringComparison.Ordinal);
        Assert.Contains("This code is not right, or it was used already. Wait for the next one in your app, or use a recovery code.", second.Errors);
    }

    [Fact]
    public async Task A_desk_that_was_left_open_is_not_enough_to_turn_codes_off_or_to_add_a_passkey()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "left-open@unity.example");
        var browser = await (await SignInAsync(member.Email!)).VisitAsync("/staff/account/codes");
        await browser.SubmitAsync(("Form.Code", AuthenticatorApp.CodeOf(browser.Page.QuerySelector(".rz-card code")!.TextContent)));

        foreach (var (button, field) in new[] { ("Ask for no codes", "TurningOff.TurnOffPassword"), ("Make new recovery codes", "Renewal.RenewPassword") })
        {
            await (await browser.VisitAsync("/staff/account/codes")).PressAsync(button);
            Assert.Contains("Enter your password", browser.Errors);
            await (await browser.VisitAsync("/staff/account/codes")).PressAsync(button, (field, "not the password"));
            Assert.Contains("The password is not right.", browser.Errors);
        }

        await (await browser.VisitAsync("/staff/account")).PressAsync("Add a passkey", ("PasskeyName", "My phone"), ("PasskeyPassword", "not the password"));
        Assert.Contains("The password is not right.", browser.Text, StringComparison.Ordinal);
        Assert.True((await app.ReadAsync(db => db.Staff.SingleAsync(m => m.Id == member.Id))).TwoFactorEnabled);

        await (await browser.VisitAsync("/staff/account/codes")).PressAsync("Ask for no codes", ("TurningOff.TurnOffPassword", TestApp.Password));
        Assert.Contains("Codes are no longer asked for.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_session_and_ends_the_others()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "changing@unity.example");
        var here = await SignInAsync(member.Email!);
        var elsewhere = await SignInAsync(member.Email!);

        await here.VisitAsync("/staff/account");
        await here.SubmitAsync(("PasswordForm.Present", "not the password"), ("PasswordForm.Password", "a new long password"));
        Assert.Contains("The present password is not right.", here.Errors);
        await here.SubmitAsync(("PasswordForm.Present", TestApp.Password), ("PasswordForm.Password", "a new long password"));

        Assert.Contains("Your password is changed", here.Text, StringComparison.Ordinal);
        Assert.StartsWith("/staff/sign-in", (await elsewhere.VisitAsync("/staff")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_stands_in_the_history_from_then_on()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "renamed@unity.example");
        var browser = await (await SignInAsync(member.Email!)).VisitAsync("/staff/account");

        await browser.SubmitAsync(("NameForm.Name", "Ana Flores"));

        Assert.Contains("Your name is saved", browser.Text, StringComparison.Ordinal);
        Assert.Equal("Ana Flores", (await app.ReadAsync(db => db.Staff.SingleAsync(m => m.Id == member.Id))).Name);
    }

    [Fact]
    public async Task Looking_at_the_page_of_codes_changes_nothing_and_ends_no_session()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "looking@unity.example");
        var here = await SignInAsync(member.Email!);
        var elsewhere = await SignInAsync(member.Email!);
        var before = await StampAsync(member);

        await here.VisitAsync("/staff/account/codes");
        await here.SubmitAsync(("Form.Code", "000000"));

        Assert.Equal("/staff/account", (await elsewhere.VisitAsync("/staff/account")).Path);
        Assert.Equal(before, await StampAsync(member));
        Assert.Equal((0, 0), (await app.ReadAsync(db => db.UserTokens.CountAsync(token => token.UserId == member.Id)), await app.ReadAsync(db => db.History.CountAsync(entry => entry.SubjectId == member.Id))));
    }

    [Fact]
    public async Task A_key_that_the_page_has_not_shown_is_refused()
    {
        var browser = await (await SignInAsync((await app.AMemberAsync(StaffRole.Editor, "forged@unity.example")).Email!)).VisitAsync("/staff/account/codes");
        browser.Page.QuerySelector("[name='Form.Secret']")!.SetAttribute("value", "A");

        await browser.SubmitAsync(("Form.Code", "000000"));

        Assert.Contains(browser.Errors, error => error.StartsWith("The key was not sent as it was shown.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_name_ends_no_session_and_the_others_go_on_under_it()
    {
        var member = await app.AMemberAsync(StaffRole.Editor, "married@unity.example");
        var here = await SignInAsync(member.Email!);
        var elsewhere = await SignInAsync(member.Email!);

        await here.VisitAsync("/staff/account");
        await here.SubmitAsync(("NameForm.Name", "Ana Married"));
        await elsewhere.VisitAsync("/staff/letters/new");
        await elsewhere.SubmitAsync(("Form.Title", "Written elsewhere"));

        Assert.Equal("Ana Married", await app.ReadAsync(db => db.History.Where(entry => entry.StaffId == member.Id).OrderByDescending(entry => entry.Id).Select(entry => entry.Who).FirstAsync()));
    }

    [Fact]
    public async Task A_passkey_that_is_none_is_refused_without_a_fault()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/account");
        await browser.PressAsync("Add a passkey", ("PasskeyName", "My phone"), ("PasskeyPassword", TestApp.Password));
        Assert.Contains("made no passkey that can be used here", browser.Text, StringComparison.Ordinal);

        foreach (var nonsense in new[] { "", "{}", "nonsense", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}" })
        {
            var stranger = await app.Browser().VisitAsync("/staff/sign-in");
            stranger.Page.QuerySelector("[name=Credential]")!.SetAttribute("value", nonsense);
            await stranger.PressAsync("Sign in with a passkey");
            Assert.Contains("This passkey does not open an account here.", stranger.Text, StringComparison.Ordinal);
        }
    }

    private Task<string?> StampAsync(StaffMember member) => app.ReadAsync(db => db.Staff.Where(m => m.Id == member.Id).Select(m => m.SecurityStamp).SingleAsync());

    private async Task<Browser> SignInAsync(string email)
    {
        var browser = await app.Browser().VisitAsync("/staff/sign-in");
        return await browser.SubmitAsync(("Form.Email", email), ("Form.Password", TestApp.Password));
    }
}
