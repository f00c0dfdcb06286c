using CoalitionLetters.Staff;
using Microsoft.Playwright;

namespace CoalitionLetters.Tests.Support;

public static class StaffPages
{
    /// <summary>A real browser's page, signed in as a member of staff with this role.</summary>
    public static async Task<IPage> StaffPageAsync(this TestApp app, StaffRole role, int width = 1280, bool byKeyboard = false)
    {
        var member = await app.AMemberAsync(role);
        var page = await Chromium.NewPageAsync(app, width: width, byKeyboard: byKeyboard);
        await page.GotoAsync("/staff/sign-in");
        await page.FillAsync("[name='Form.Email']", member.Email!);
        await page.FillAsync("[name='Form.Password']", TestApp.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/staff");
        return page;
    }
}
