using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CoalitionLetters.Counting;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

[Trait("Needs", "Database")]
public sealed class SigningTests
{
    [Fact]
    public async Task Signing_gives_a_receipt_and_a_mail_and_confirming_lists()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 3);

        var browser = await app.SignAsync("Lake Trust", "kim@lake.example", others: [("where", "state"), ("state", "OH"), ("site", "lake.example"), ("quote", "Children belong with their parents."), ("answer-call", "yes")]);

        Assert.Equal("Thank you. One step is left.", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("State and local, Ohio", browser.Text);
        var signature = await app.SignatureOfAsync("Lake Trust");
        Assert.Equal(signature.Reference, browser.Page.QuerySelector(".stamp")!.TextContent.Replace('\u2011', '-'));
        Assert.Equal(SignatureStatus.Submitted, signature.Status);
        Assert.Equal("I am authorized to sign this letter in the name of Lake Trust, and I agree that it is listed in public as shown.", signature.AuthorityStatement);
        Assert.Equal("https://lake.example", signature.Listing.Website);
        Assert.Equal("yes", signature.Answers["call"]);

        var link = await app.Mailbox.LinkToAsync("kim@lake.example");
        var confirming = await app.Browser().VisitAsync(link);
        await confirming.PressAsync("Confirm our signature");

        Assert.Contains("Lake Trust is on the list and counts.", confirming.Text);
        Assert.Equal(4, await app.ReadAsync(db => db.Tallies.Select(t => t.Count).SingleAsync()));
        Assert.Contains("Lake Trust", (await app.Browser().VisitAsync("/letters/family-unity")).Text);
    }

    [Theory]
    [InlineData("en", "The list already has Lake Trust. If that is you,")]
    [InlineData("es", "La lista ya incluye a Lake Trust. Si se trata de ustedes,")]
    public async Task The_receipt_says_kindly_that_the_public_list_has_such_a_name_and_tells_nothing_of_the_unlisted(string language, string sentence)
    {
        await using var app = await TestApp.StartAsync();
        var (letter, text) = ALetter.Open(content: ALetter.Content with { Language = language });
        var listed = Signature.EnteredByStaff(letter, null, new Listing { Name = "Lake Trust" }, new Signer(), "mail", "Ada", app.Clock.Now);
        listed.List(app.Clock.Now);
        var held = Signature.EnteredByStaff(letter, null, new Listing { Name = "River Union" }, new Signer(), "mail", "Ada", app.Clock.Now);
        held.Hold("a question");
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now), listed, held);

        Assert.Contains(sentence, await ReceiptAsync("The Lake Trust"), StringComparison.Ordinal);
        Assert.DoesNotContain(sentence[..14], await ReceiptAsync("River Union"), StringComparison.Ordinal);

        async Task<string> ReceiptAsync(string name)
        {
            var key = MailKey.New();
            var signature = Signature.On(letter, null, new Listing { Name = name }, new Signer { Name = "Kim", Email = "kim@x.example" }, "yes", new Dictionary<string, string>(), null, app.Clock.Now);
            await app.SaveAsync(signature, MailedLink.For(key, MailKeyPurpose.Receipt, signature, null, app.Clock.Now));
            return (await app.Browser().VisitAsync($"/signatures/{key.Text}/receipt")).Text;
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named_beside_its_field_and_all_that_was_typed_stays()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);

        var browser = await app.SignAsync("AFSCME Council 31", "director@afscme31", others: [("person", ""), ("authority", ""), ("where", "state"), ("phone", "202-555-0134"), ("quote", "A sentence.")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.StartsWith("Error: ", browser.Title, StringComparison.Ordinal);
        Assert.Equal(
            ["Choose the state", "Enter your full name", "Enter a full work e-mail address, like name@union.example", "Tick the box if you may sign for AFSCME Council 31"],
            browser.Page.QuerySelectorAll(".errors li").Select(li => li.TextContent));
        Assert.All(browser.Page.QuerySelectorAll(".errors a"), link => Assert.NotNull(browser.Page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("director@afscme31", browser.Page.QuerySelector("#mail")!.GetAttribute("value"));
        Assert.Equal("202-555-0134", browser.Page.QuerySelector("#phone")!.GetAttribute("value"));
        Assert.Equal("A sentence.", browser.Page.QuerySelector("#quote")!.TextContent);
        Assert.Equal("true", browser.Page.QuerySelector("#mail")!.GetAttribute("aria-invalid"));
        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task Show_again_prints_the_line_in_its_place_and_sends_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app);
        var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");

        await browser.PressAsync("Show again", ("name", "AFSCME Council 31"), ("where", "state"), ("state", "IL"));

        Assert.Equal(["Colorado Immigrant Rights Coalition", "Florida Immigrant Coalition"], browser.Page.QuerySelectorAll(".slip p").Take(2).Select(p => p.TextContent));
        Assert.Equal("AFSCME Council 31", browser.Page.QuerySelector(".slip .yours")!.TextContent);
        Assert.Equal("Illinois", browser.Page.QuerySelector(".slip .yours")!.PreviousElementSibling!.TextContent);
        Assert.Empty(browser.Errors);
        Assert.Equal(0, await app.Mailbox.CountAsync());
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_signature_and_one_mail()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        var form = await app.Browser().VisitAsync("/letters/family-unity/sign");
        var fields = Signing.Fields().Append(("once", form.Page.QuerySelector("[name=once]")!.GetAttribute("value")!)).Append(("text", "1"))
            .Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)).ToList();
        using var client = app.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PostAsync("/letters/family-unity/sign", new FormUrlEncodedContent(fields))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.RequestMessage!.RequestUri!.PathAndQuery).Distinct());
        Assert.Equal(1, await app.ReadAsync(db => db.Signatures.CountAsync()));
        Assert.Single(await app.Mailbox.AllToAsync("sam@rivertrust.example"));
    }

    [Fact]
    public async Task The_same_organization_again_is_told_what_the_public_list_has_and_the_earlier_signer_gets_a_kind_mail()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAndConfirmAsync("The River Trust", "sam@rivertrust.example");

        var browser = await app.SignAsync("River Trust", "lee@rivertrust.example");
        var confirmed = await app.SignAndConfirmAsync("River Trust", "lee@rivertrust.example");

        Assert.Equal("Thank you. One step is left.", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("The list already has The River Trust.", browser.Text, StringComparison.Ordinal);
        Assert.Single(await app.Mailbox.AllToAsync("sam@rivertrust.example"), mail => mail.Kind == "signed-already");
        Assert.Contains("The coalition looks at it", confirmed.Text);
        var second = await app.ReadAsync(db => db.Signatures.SingleAsync(s => s.Status == SignatureStatus.Held));
        Assert.StartsWith("The same organization has signed already", second.Reason, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Tallies.Select(t => t.Count).SingleAsync()));
        Assert.Equal(1, await app.ReadAsync(db => db.Organizations.CountAsync(o => o.Name == "The River Trust")));
    }

    [Fact]
    public async Task A_text_that_changed_meanwhile_is_shown_and_must_be_agreed_to()
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, signatories: 0);
        var browser = await app.Browser().VisitAsync("/letters/family-unity/sign");
        await using (var db = app.OpenDb())
        {
            var changing = await db.Letters.SingleAsync(l => l.Id == letter.Id, TestContext.Current.CancellationToken);
            var current = await db.TextVersions.SingleAsync(v => v.Id == changing.CurrentTextId, TestContext.Current.CancellationToken);
            changing.SaveDraft(changing.Content with { Body = "We, the {{count:words}} undersigned, ask you to end it today." }, changing.Revision);
            db.Add(changing.ChangeText(current, EditClass.Substantive, "Dana Field", app.Clock.Now));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await browser.SubmitAsync(Signing.Fields());
        var told = browser.Errors[0];
        var ticked = browser.Page.QuerySelector("#authority")!.HasAttribute("checked");
        await browser.SubmitAsync(("authority", "yes"));

        Assert.Contains("Read version 2", told, StringComparison.Ordinal);
        Assert.False(ticked);
        Assert.Equal("Thank you. One step is left.", browser.Page.QuerySelector("h1")!.TextContent);
        var signed = await app.SignatureOfAsync("River Trust");
        Assert.Equal(2, await app.ReadAsync(db => db.TextVersions.Where(v => v.Id == signed.TextVersionId).Select(v => v.Number).SingleAsync()));
    }

    [Fact]
    public async Task Without_scripts_the_printed_line_is_shown_once_before_anything_is_sent()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 3);
        using var client = app.CreateClient();
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/letters/family-unity/sign"));
        var hidden = page.QuerySelectorAll<IHtmlInputElement>("#form input[type=hidden]").ToDictionary(input => input.Name!, input => input.Value);
        var fields = Signing.Fields(others: [("where", "state"), ("state", "OH")]).ToDictionary();

        var first = await client.PostAsync("/letters/family-unity/sign", new FormUrlEncodedContent(fields.Concat(hidden)));
        var shown = new HtmlParser().ParseDocument(await first.Content.ReadAsStringAsync());
        var stored = await app.ReadAsync(db => db.Signatures.CountAsync(s => s.Listing.Name == "River Trust"));
        hidden["seen"] = shown.QuerySelector<IHtmlInputElement>("#slip [name=seen]")!.Value;
        var second = await client.PostAsync("/letters/family-unity/sign", new FormUrlEncodedContent(fields.Concat(hidden)));

        Assert.Equal((HttpStatusCode.OK, 0), (first.StatusCode, stored));
        Assert.Contains("Nothing is sent yet.", shown.GetElementById("look")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("State and local, Ohio", shown.GetElementById("look")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("River Trust", shown.QuerySelector("#slip .yours")!.TextContent);
        Assert.Contains("Ohio", shown.GetElementById("slip")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/signatures/", second.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Signatures.CountAsync(s => s.Listing.Name == "River Trust")));
    }

    [Fact]
    public async Task A_logo_stays_when_another_answer_needs_another_look()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        using var client = app.CreateClient();

        using var first = new MultipartFormDataContent();
        foreach (var (name, value) in Signing.Fields(others: [("text", "1"), ("person", "")]))
        {
            first.Add(new StringContent(value), name);
        }

        first.Add(new StringContent("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><rect width='10' height='10' fill='#1f3f94'/></svg>"), "logo", "river.svg");
        using var answer = await client.PostAsync("/letters/family-unity/sign", first, TestContext.Current.CancellationToken);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var kept = page.QuerySelector("[name=logo-id]")!.GetAttribute("value")!;
        await app.SignAsync(others: [("person", "Sam Example")]);
        var once = page.QuerySelector("[name=once]")!.GetAttribute("value")!;
        using var second = new FormUrlEncodedContent(Signing.Fields("Lake Trust", "kim@lake.example", ("text", "1"), ("once", once), ("logo-id", kept)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)));
        using var received = await client.PostAsync("/letters/family-unity/sign", second, TestContext.Current.CancellationToken);

        Assert.Contains("We have kept river.svg", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Guid.Parse(kept), (await app.SignatureOfAsync("Lake Trust")).Listing.LogoId);
        Assert.Null((await app.SignatureOfAsync("River Trust")).Listing.LogoId);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_named_and_nothing_is_sent()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        using var client = app.CreateClient();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Signing.Fields(others: ("text", "1")))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent("MZ this is a program"), "logo", "logo.png");
        using var answer = await client.PostAsync("/letters/family-unity/sign", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose a PNG, JPEG or SVG picture", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task A_machine_that_fills_in_everything_is_stopped()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);

        var browser = await app.SignAsync(others: [("fax", "555")]);

        Assert.Contains("Leave this field empty", browser.Errors[0], StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task A_letter_of_officials_is_signed_with_name_and_office()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenOfficialsAsync(app);
        var browser = await app.Browser().VisitAsync("/letters/attorneys-general/sign");

        await browser.SubmitAsync(("name", "Aaron D. Ford"), ("title", "Attorney General of Nevada"), ("state", "NV"), ("mail", "ford@ag.nevada.example"), ("authority", "yes"));
        await (await app.Browser().VisitAsync(await app.Mailbox.LinkToAsync("ford@ag.nevada.example"))).PressAsync("Confirm our signature");

        var page = (await app.Browser().VisitAsync("/letters/attorneys-general")).Page;
        Assert.Equal("22", page.QuerySelector("#count b")!.TextContent);
        Assert.Contains("Aaron D. Ford Attorney General of Nevada", page.QuerySelectorAll(".officials li").Select(li => li.TextContent));
    }
}
