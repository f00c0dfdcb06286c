using System.Net;
using CoalitionLetters.Invitations;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>A form that is refused comes back with what was typed, in the letter's language.</summary>
[Trait("Needs", "Database")]
public sealed class RefusedFormsTests
{
    [Theory]
    [InlineData("en", 13.5, "Choose a picture of 2 MB at most.")]
    [InlineData("es", 35, "Elija un archivo SVG, PNG o JPEG de hasta 2 MB")]
    public async Task A_photograph_that_is_too_large_is_answered_beside_its_field_and_nothing_typed_is_lost(string language, double megabytes, string said)
    {
        await using var app = await TestApp.StartAsync(listens: true);
        await FamilyUnity.OpenAsync(app, signatories: 0, change: content => content with { Language = language });
        using var client = await app.ClientAsync(null);
        var browser = await new Browser(client).VisitAsync("/letters/family-unity/sign");

        await browser.Attach("logo", "photo.jpg", new byte[(int)(megabytes * 1_000_000)]).SubmitAsync(Signing.Fields());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal(said, browser.Page.GetElementById("logo-error")!.TextContent);
        Assert.Equal("River Trust", browser.Page.GetElementById("name")!.GetAttribute("value"));
        Assert.Equal("sam@rivertrust.example", browser.Page.GetElementById("mail")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_needs_another_look_is_named_in_the_order_of_the_fields()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");

        await browser.Attach("logo", "logo.txt", [1, 2, 3]).SubmitAsync(Signing.Fields(mail: "", others: [("where", "state"), ("site", "none of these"), ("fax", "555")]));

        Assert.Equal(["#fax", "#state", "#site", "#logo", "#mail"], browser.Page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_film_is_refused_in_the_words_of_the_letter()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0, change: content => content with { Language = "es" });
        var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");

        await browser.Attach("logo", "film.mov", new byte[70_000_000]).SubmitAsync(Signing.Fields());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, browser.Status);
        Assert.Contains("El archivo es demasiado grande", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The form was not taken", "Wait a few minutes, then send this one again: what you typed is below")]
    [InlineData("es", "El formulario no se recibió", "Espere unos minutos y envíe este otra vez: lo que escribió está abajo")]
    public async Task One_form_too_many_comes_back_as_it_was_typed(string language, string title, string said)
    {
        await using var app = await TestApp.StartAsync(settings: ("Limits:FormsPerMinute", "1"));
        await FamilyUnity.OpenAsync(app, signatories: 0, change: content => content with { Language = language });
        var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");

        // The second sends what the first has shown.
        await browser.SubmitAsync(Signing.Fields(others: ("quote", "Children belong with their parents.")));

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Equal(title, browser.Page.GetElementById("errors-title")!.TextContent);
        Assert.Contains(said, browser.Text, StringComparison.Ordinal);
        Assert.Equal("River Trust", browser.Page.GetElementById("name")!.GetAttribute("value"));
        Assert.Equal("Children belong with their parents.", browser.Page.GetElementById("quote")!.TextContent);
        Assert.False(browser.Page.GetElementById("quote")!.HasAttribute("autocomplete"));
        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task Supporters_offices_and_invited_organizations_find_what_they_typed_as_well()
    {
        await using var app = await TestApp.StartAsync(settings: ("Limits:FormsPerMinute", "1"));
        var letter = await FamilyUnity.OpenAsync(app, signatories: 0);
        await Offices.OpenAsync(app);
        var organization = Organization.Named("AFSCME Council 31", OrganizationKind.Union, Scope.State, "Illinois", null, null, app.Clock.Now);
        await app.SaveAsync(AnAction.To("writing", app.Clock.Now, Channel.Print), organization);
        Guid id = default;
        await app.RunAsync<InviteOrganization>(async story => id = await story.RunAsync(letter.Slug, organization.Id, "Kim Example", "kim@council31.example", null, Offices.Staff));
        await app.RunAsync<SendInvitations>(story => story.SendAsync(letter.Slug, [id], Offices.Staff));

        var supporter = await app.Browser().VisitAsync("/actions/writing");
        await supporter.PressAsync("Go on to your letter", AnAction.Person("kim@writing.example"));
        await supporter.PressAsync(supporter.Page.QuerySelector("button[value=send]")!, ("text", "Please end this."));
        var office = await app.PrepareAsync("Maine", ("name", "Janet Mills"));
        var invited = await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("kim@council31.example", "invitation"));
        await invited.SubmitAsync(("title", "Executive Director"));

        Assert.All([supporter, office, invited], browser => Assert.Equal((HttpStatusCode.TooManyRequests, "The form was not taken"), (browser.Status, browser.Page.GetElementById("errors-title")?.TextContent)));
        Assert.Equal("Please end this.", supporter.Page.GetElementById("text")!.TextContent);
        Assert.Equal("Janet Mills", office.Page.GetElementById("name")!.GetAttribute("value"));
        Assert.Equal("Executive Director", invited.Page.GetElementById("title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_fills_the_field_that_nobody_sees_can_be_emptied_by_a_person()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        var browser = await app.SignAsync(others: [("fax", "555")]);
        var field = browser.Page.GetElementById("fax")!;

        await browser.SubmitAsync(("fax", ""));

        Assert.Null(field.Closest(".away, [aria-hidden]"));
        Assert.Equal(("true", "fax-error"), (field.GetAttribute("aria-invalid"), field.GetAttribute("aria-describedby")));
        Assert.Equal("Thank you. One step is left.", browser.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Each_wrong_answer_is_bound_to_its_words()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, signatories: 0);
        await using (var db = app.OpenDb())
        {
            var open = await db.Letters.SingleAsync(l => l.Id == letter.Id, TestContext.Current.CancellationToken);
            open.SetRules(true, open.AuthorityTemplate, [new("call", "We come to the press call.", QuestionKind.Tick, Required: true)], 180, 60);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var browser = await app.SignAsync(others: [("where", "international")]);
        using var client = app.CreateClient();

        var tick = browser.Page.GetElementById("answer-call")!;
        Assert.Equal(("true", "answer-call-error"), (tick.GetAttribute("aria-invalid"), tick.GetAttribute("aria-describedby")));
        Assert.NotNull(browser.Page.GetElementById("answer-call-error"));
        using var form = new FormUrlEncodedContent(Signing.Fields(others: [("text", "1"), ("where", "international"), ("country", "Atlantis")]).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await client.PostAsync("/letters/family-unity/sign", form, TestContext.Current.CancellationToken);
        Assert.Contains("<select id=\"country\" name=\"country\" aria-invalid=\"true\" aria-describedby=\"country-error\">", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
