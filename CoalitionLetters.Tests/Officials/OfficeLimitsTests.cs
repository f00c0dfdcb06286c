using System.Net;
using System.Text;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>A link that an office forwards too far does little harm, and whoever writes much loses nothing of it.</summary>
[Trait("Needs", "Database")]
public sealed class OfficeLimitsTests
{
    private const string Pen = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 30"><path d="M5 20 L50 5 L95 25" stroke="#000" fill="none"/></svg>""";

    [Fact]
    public async Task An_office_that_sends_its_form_again_and_again_waits_an_hour_and_loses_nothing_that_it_typed()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        for (var time = 1; time <= PrepareSignature.MostMailsAnHour; time++)
        {
            await app.PrepareAsync("Maine", ("mail", $"person{time}@strangers.example"));
        }

        var form = await app.PrepareAsync("Maine", ("mail", "one.more@strangers.example"));
        var kept = form.Page.QuerySelector("#mail")!.GetAttribute("value");
        var (status, told) = (form.Status, Assert.Single(form.Errors));
        var newest = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("person5@strangers.example", "office-approval"));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await form.SubmitAsync(("mail", "one.more@strangers.example"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "one.more@strangers.example"), (status, kept));
        Assert.Equal("We have sent 5 mails for your office within an hour. The newest one still works; to correct it, send this again in an hour", told);
        Assert.NotNull(newest.Page.QuerySelector(".statement"));
        Assert.Single(await app.Mailbox.AllToAsync("one.more@strangers.example"));
    }

    [Fact]
    public async Task The_mail_with_the_link_that_signs_says_nothing_that_was_typed_into_the_form()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);

        await app.PrepareAsync("Maine", ("name", "Buy Watches"), ("title", "watches.example of Maine"), ("mail", "stranger@elsewhere.example"));

        var mail = await app.Mailbox.NewestToAsync("stranger@elsewhere.example", "office-approval");
        Assert.Null(mail.ToName);
        Assert.DoesNotContain("watches", mail.Text + mail.Html + mail.Subject, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Janet T. Mills", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_stores_no_more_pictures_of_signatures_than_its_hour_allows()
    {
        await using var app = await TestApp.StartAsync(settings: ("Limits:LogosPerHour", "2"));
        await Offices.OpenAsync(app);
        var form = await app.InviteAsync("Maine");

        for (var time = 1; time <= 3; time++)
        {
            await form.Attach("picture", "signature.svg", Encoding.UTF8.GetBytes(Pen)).PressAsync("Show again");
        }

        Assert.Contains("Too many pictures came from your network within an hour.", form.Page.GetElementById("picture-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.Set<StoredPicture>().CountAsync()));
    }

    [Fact]
    public async Task A_reason_for_refusing_that_is_too_long_comes_back_to_be_shortened_and_a_long_one_is_kept_whole()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var office = await app.InviteAsync("Maine");
        var longest = $"{string.Concat(Enumerable.Repeat("word ", 398))}\U0001F600 end";

        await office.FollowAsync("Our office does not sign");
        await office.PressAsync("Tell the coalition that we do not sign", ("reason", new string('x', Signature.NoteMaxLength + 1)));
        var (status, told, kept) = (office.Status, office.Errors, office.Page.QuerySelector("#reason")!.TextContent);
        var before = await app.StandingAsync("Maine");
        await office.PressAsync("Tell the coalition that we do not sign", ("reason", longest));
        var desk = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync($"/staff/letters/{Offices.Slug}/seats?q=maine");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, Signature.NoteMaxLength + 1), (status, kept.Length));
        Assert.Equal(["Use 2000 characters at most"], told);
        Assert.Equal(SeatAnswer.NotAnswered, before.Answer);
        Assert.Equal(longest, (await app.SeatAsync("Maine")).DeclineReason);
        Assert.Contains("word word…", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\U0001F600", desk.Text, StringComparison.Ordinal);
    }
}
