using System.Net;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CoalitionLetters.Tests.Uploads;

/// <summary>Logos at each of the three places where they are chosen: the sign-on form, the coalition's page and the editor.</summary>
[Trait("Needs", "Database")]
public sealed class LogoTests
{
    [Fact]
    public async Task A_signers_logo_of_each_kind_is_kept_and_what_is_none_is_refused_beside_its_field_with_all_that_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);

        foreach (var (name, bytes, sentence) in SomePictures.Bad)
        {
            var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");
            await browser.Attach("logo", name, bytes).SubmitAsync(Signing.Fields("River Trust"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
            Assert.StartsWith(sentence, browser.Page.QuerySelector("#logo-error")!.TextContent.Trim(), StringComparison.Ordinal);
            Assert.Equal("River Trust", browser.Page.QuerySelector("#name")!.GetAttribute("value"));
        }

        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
        foreach (var (name, type, bytes) in SomePictures.Good)
        {
            var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");
            await browser.Attach("logo", name, bytes).SubmitAsync(Signing.Fields(name));

            var kept = await app.SignatureOfAsync(name);
            var picture = await app.ReadAsync(db => db.Set<CoalitionLetters.Uploads.StoredPicture>().SingleAsync(p => p.Id == kept.Listing.LogoId));
            Assert.Equal((type, Convert.ToHexString(bytes)), (picture.MediaType, Convert.ToHexString(picture.Bytes)));
        }
    }

    [Fact]
    public async Task The_coalitions_logo_of_each_kind_is_shown_and_what_is_none_is_refused_beside_its_field()
    {
        await using var app = await TestApp.StartAsync();
        var owner = await app.SignedInAsync(StaffRole.Owner);

        foreach (var (name, type, bytes) in SomePictures.Good)
        {
            await owner.VisitAsync("/staff/coalition");
            await owner.Attach("Logo", name, bytes).PressAsync("Save the logo");
            Assert.Equal($"data:{type};base64,{Convert.ToBase64String(bytes)}", owner.Page.QuerySelector("img.logo")!.GetAttribute("src"));
        }

        foreach (var (name, bytes, sentence) in SomePictures.Bad)
        {
            await owner.VisitAsync("/staff/coalition");
            await owner.Attach("Logo", name, bytes).PressAsync("Save the logo");
            Assert.StartsWith(sentence, owner.Page.QuerySelector("#logo-error")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(SomePictures.Svg, (await app.ReadAsync(db => db.Set<CoalitionLetters.Coalitions.Coalition>().SingleAsync())).Logo);
    }

    [Fact]
    public async Task A_letterheads_logo_of_each_kind_is_seen_in_the_editor_and_what_is_none_is_refused_beside_its_field()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await app.SaveAsync(ALetter.Draft());
        var page = await app.StaffPageAsync(StaffRole.Editor);
        await using var context = page.Context;
        await page.GotoAsync("/staff/letters/clean-water/edit");
        await page.Locator(".pages img").First.WaitForAsync();
        var before = (string?)null;

        foreach (var (name, type, bytes) in SomePictures.Good)
        {
            await page.ChooseFileAsync("#letterhead-0-file", new FilePayload { Name = name, MimeType = type, Buffer = bytes });
            await page.WaitForFunctionAsync("old => { const logo = document.querySelector('img.logo'); return logo?.getAttribute('src') !== old && logo?.naturalWidth > 0; }", before);
            before = await page.Locator("img.logo").GetAttributeAsync("src");
            await Eventually.HoldsAsync(async () => await ShownIsStoredAsync(), TimeSpan.FromSeconds(30));
        }

        foreach (var (name, bytes, sentence) in SomePictures.Bad)
        {
            await page.ListensAsync("#letterhead-0-file");
            await page.EvalOnSelectorAsync("#letterhead-0-file", "field => { field.dataset.chosen = ''; }");
            await page.ChooseFileAsync("#letterhead-0-file", new FilePayload { Name = name, MimeType = "image/png", Buffer = bytes });

            // The answer draws the fields anew, and a file that is chosen before that would go with its field.
            await Assertions.Expect(page.Locator("#letterhead-0-file[data-chosen]")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator(".field.wrong .why")).ToContainTextAsync(sentence);
        }

        Assert.True(await ShownIsStoredAsync());

        // One who chooses another picture has seen the one before saved.
        async Task<bool> ShownIsStoredAsync() => $"/staff/pictures/{(await app.ReadAsync(db => db.Letters.SingleAsync())).Content.Letterhead[0].LogoId}" == before;
    }
}
