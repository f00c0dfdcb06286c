using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>A logo belongs to the form that it came with, and stays only with a signature.</summary>
[Trait("Needs", "Database")]
public sealed class SentLogosTests
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><rect width='10' height='10' fill='#1f3f94'/></svg>";

    [Fact]
    public async Task A_logo_that_came_with_no_form_or_another_is_none_and_the_form_says_so()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        var others = (await SendAsync(app, "Lake Trust", "", Svg)).QuerySelector("[name=logo-id]")!.GetAttribute("value")!;

        foreach (var logo in new[] { Guid.NewGuid().ToString("N"), others })
        {
            var page = await SendAsync(app, "River Trust", "Sam Example", null, logo);

            Assert.Equal("We no longer have this logo. Choose the file once more, or sign without it", page.QuerySelector(".errors li")?.TextContent);
            Assert.Null(page.QuerySelector("[name=logo-id]"));
        }

        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task One_address_stores_no_more_logos_than_its_hour_allows()
    {
        await using var app = await TestApp.StartAsync(settings: ("Limits:LogosPerHour", "2"));
        await FamilyUnity.OpenAsync(app, signatories: 0);

        var pages = new List<IDocument>();
        for (var time = 0; time < 3; time++)
        {
            pages.Add(await SendAsync(app, "River Trust", "", Svg));
        }

        Assert.Null(pages[1].GetElementById("logo-error"));
        Assert.Contains("Too many logos came from your network within an hour.", pages[2].GetElementById("logo-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.Set<StoredPicture>().CountAsync()));
    }

    [Fact]
    public async Task A_logo_of_no_signature_is_deleted_after_a_day_and_all_others_stay()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await SendAsync(app, "Lake Trust", "", Svg);
        await SendAsync(app, "River Trust", "Sam Example", Svg);
        await app.SaveAsync(StoredPicture.Of([1], "image/png", "of-staff.png", app.Clock.Now));
        var signed = (await app.SignatureOfAsync("River Trust")).Listing.LogoId;

        app.Clock.Advance(TimeSpan.FromHours(23));
        await app.RunAsync<ForgetLogos>(job => job.RunAsync(TestContext.Current.CancellationToken));
        var soon = await app.ReadAsync(db => db.Set<StoredPicture>().CountAsync());
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.RunAsync<ForgetLogos>(job => job.RunAsync(TestContext.Current.CancellationToken));
        var left = await app.ReadAsync(db => db.Set<StoredPicture>().Select(p => new { p.Id, p.FileName }).ToListAsync());

        Assert.Equal(3, soon);
        Assert.Equal(2, left.Count);
        Assert.Contains(left, picture => picture.Id == signed);
        Assert.Contains(left, picture => picture.FileName == "of-staff.png");
    }

    [Fact]
    public async Task A_picture_of_a_handwritten_signature_is_deleted_after_a_day_unless_a_seat_or_a_signature_uses_it()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var form = await app.InviteAsync("Maine");
        foreach (var file in new[] { "first.svg", "second.svg" })
        {
            form = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync(Offices.ContactOf("Maine"), "office-invitation"));
            await form.Attach("picture", file, Encoding.UTF8.GetBytes(Svg)).SubmitAsync(("who", "principal"), ("mail", Offices.PrincipalOf("Maine")), ("staff-mail", Offices.ContactOf("Maine")));
            app.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        app.Clock.Advance(TimeSpan.FromHours(25));
        await app.RunAsync<ForgetLogos>(job => job.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["second.svg"], await app.ReadAsync(db => db.Set<StoredPicture>().Select(p => p.FileName).ToListAsync()));
    }

    [Fact]
    public async Task An_office_takes_no_picture_that_did_not_come_through_its_own_link()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var another = StoredPicture.Of([1], "image/png", "of-another.png", app.Clock.Now);
        await app.SaveAsync(another);

        var form = await app.InviteAsync("Maine");
        var address = form.Path;
        var text = form.Page.QuerySelector("[name=text]")!.GetAttribute("value")!;
        await form.Attach("picture", "own.svg", Encoding.UTF8.GetBytes(Svg)).PressAsync("Show again");
        var own = form.Page.QuerySelector("[name=picture-id]")!.GetAttribute("value")!;

        await SendAsync(another.Id.ToString("N"), "Janet Mills");
        var others = await PictureAsync();
        await SendAsync(own, "Janet T. Mills");

        Assert.Null(others);
        Assert.Equal(Guid.Parse(own), await PictureAsync());

        async Task SendAsync(string picture, string name)
        {
            using var client = app.CreateClient();
            using var content = new FormUrlEncodedContent([new("name", name), new("title", "Attorney General of Maine"), new("who", "principal"), new("mail", Offices.PrincipalOf("Maine")),
                new("staff-mail", Offices.ContactOf("Maine")), new("text", text), new("picture-id", picture)]);
            Assert.True((await client.PostAsync(address, content, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        }

        Task<Guid?> PictureAsync() => app.ReadAsync(db => db.Signatures.OrderByDescending(s => s.SubmittedAt).Select(s => s.Listing.SignaturePictureId).FirstAsync());
    }

    /// <summary>Sends a form of its own, as a browser without scripts would after the printed line was seen.</summary>
    [Fact]
    public async Task Staff_see_the_logo_on_the_page_of_the_signature()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await SendAsync(app, "River Trust", "Sam Example", Svg);
        var signature = await app.SignatureOfAsync("River Trust");

        var desk = await (await app.SignedInAsync(CoalitionLetters.Staff.StaffRole.Viewer)).VisitAsync($"/staff/letters/{FamilyUnity.Slug}/signatures/{signature.Id}");
        var address = desk.Page.QuerySelector("img.logo")!.GetAttribute("src")!;

        Assert.Equal("image/svg+xml", (await desk.VisitAsync(address)).Response.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<IDocument> SendAsync(TestApp app, string name, string person, string? picture, string? logoId = null)
    {
        using var client = app.CreateClient();
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in Signing.Fields(name, "sam@trust.example", [("text", "1"), ("person", person), ("logo-id", logoId ?? "")]))
        {
            form.Add(new StringContent(value), field);
        }

        if (picture is not null)
        {
            form.Add(new StringContent(picture), "logo", "river.svg");
        }

        using var answer = await client.PostAsync($"/letters/{FamilyUnity.Slug}/sign", form, TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }
}
