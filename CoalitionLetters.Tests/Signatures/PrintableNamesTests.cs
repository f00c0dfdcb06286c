using System.Net;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Listings;
using CoalitionLetters.Officials;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>Whatever way a name comes, it can be printed in the final letter.</summary>
[Trait("Needs", "Database")]
public sealed class PrintableNamesTests
{
    private static readonly Actor Dana = new("Dana Field", Guid.NewGuid());

    [Theory]
    [InlineData("en", "😀👨‍👩‍👧 Union", "The letter cannot be printed with “😀”. Leave it out.")]
    [InlineData("es", "Sindicato 😀", "La carta no puede imprimirse con «😀». Quítelo.")]
    [InlineData("en", "River \uE000 Union", "The letter cannot be printed with “U+E000”. Leave it out.")]
    [InlineData("en", ".", "Enter the whole name, with two letters or digits at least")]
    [InlineData("es", "¿A?", "Escriba el nombre completo, con dos letras o cifras como mínimo")]
    [InlineData("en", "N/A", "“N/A” is not the name of an organization. Enter the full name of the organization that you sign for")]
    [InlineData("en", "ana@union.example", "“ana@union.example” is a mail address. Enter the full name of the organization that you sign for")]
    [InlineData("es", "Ninguna", "«Ninguna» no es el nombre de una organización. Escriba el nombre completo de la organización por la que firma")]
    [InlineData("es", "113", "«113» es un número. Escriba el nombre completo de la organización por la que firma")]
    public async Task The_form_says_beside_the_field_what_is_no_name_in_print(string language, string name, string sentence)
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0, change: content => content with { Language = language });

        var browser = await app.SignAsync(name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal([sentence], browser.Errors);
        Assert.Contains(sentence, browser.Page.GetElementById("name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task A_corrected_listing_can_be_printed()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAndConfirmAsync("River Trust");
        var browser = await app.Browser().VisitAsync(await app.ManageLinkToAsync("sam@rivertrust.example") + "/listing");

        await browser.SubmitAsync(("name", "River Trust 🌊"));

        Assert.Equal(["The letter cannot be printed with “🌊”. Leave it out."], browser.Errors);
        Assert.Equal("River Trust", (await app.SignatureOfAsync("River Trust")).Listing.Name);
    }

    [Fact]
    public async Task Staff_can_neither_enter_nor_correct_to_what_cannot_be_printed()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAndConfirmAsync("River Trust");
        var signature = await app.SignatureOfAsync("River Trust");

        var entered = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<EnterSignature>(story =>
            story.RunAsync(FamilyUnity.Slug, new Listing { Name = "Lake 😀 Trust" }, new Signer(), CameBy.Phone, "a call", Dana)));
        var corrected = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<ReviewSignatures>(story =>
            story.CorrectListingAsync(signature.LetterId, new SeenSignature(signature.Id, signature.Revision), signature.Listing with { Name = "." }, Dana)));

        Assert.Equal("The letter cannot be printed with “😀”. Leave it out.", entered.Message);
        Assert.Equal("Enter the whole name, with two letters or digits at least.", corrected.Message);
    }

    [Fact]
    public async Task An_official_is_asked_for_a_name_and_an_office_that_can_be_printed()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenOfficialsAsync(app);
        var browser = await app.Browser().VisitAsync("/letters/attorneys-general/sign");

        await browser.SubmitAsync(("name", "Aaron 😀 Ford"), ("title", "Attorney General ⚖️😀"), ("state", "NV"), ("mail", "ford@ag.nevada.example"), ("authority", "yes"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("cannot be printed", browser.Page.GetElementById("name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("cannot be printed", browser.Page.GetElementById("title-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_of_an_office_has_a_name_that_can_be_printed()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenOfficialsAsync(app);

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => app.RunAsync<KeepSeats>(story =>
            story.AddAsync("attorneys-general", new SeatDetails { Jurisdiction = "Nevada", State = "Nevada", Name = "Aaron 😀 Ford", Title = "Attorney General" }, Dana)));

        Assert.Contains("The letter cannot be printed with “😀”.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Łódź Workers’ اتحاد № 5 & Hawaiʻi – 日本 전국 Ελλάς")]
    [InlineData("הסתדרות")]
    public void What_the_shipped_fonts_have_can_be_printed(string name) => Assert.Null(Printable.Unprintable(name));
}
