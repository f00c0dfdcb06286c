using CoalitionLetters.Coalitions;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Mail;

[Trait("Needs", "Database")]
public sealed class MailOnAPhoneTests
{
    private const int Phone = 320;

    [Fact]
    public async Task No_mail_scrolls_sideways_on_a_small_phone()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var page = await app.StaffPageAsync(StaffRole.Owner, Phone);
        await using var context = page.Context;

        foreach (var kind in MailKinds.Samples.Select(mail => mail.Kind))
        {
            await page.GotoAsync($"/staff/mail/previews/{kind}/twin");
            await page.FitsAsync();
            await page.GotoAsync($"/staff/mail/previews/{kind}");
            await page.FrameLocator("iframe.mail-twin").Locator("body").WaitForAsync();
            await page.FitsAsync();
        }
    }

    [Fact]
    public async Task A_word_longer_than_the_screen_is_broken()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var page = await Chromium.NewPageAsync(app, width: Phone);
        await using var context = page.Context;
        var word = new string('W', 60);
        var body = new MailBody().Paragraph(word).Button(word, $"https://letters.example/{word}").Facts((word, word)).Quote(word).Link(word, $"https://letters.example/{word}");

        foreach (var mail in new[] { body, new MailBody().Letter(word) })
        {
            await page.SetContentAsync(MailTwins.Html(mail, Coalition.Found(word, "UTC", app.Clock.Now), word));
            await page.FitsAsync();
        }
    }
}
