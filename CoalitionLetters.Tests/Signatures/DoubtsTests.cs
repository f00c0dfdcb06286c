using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>What keeps a confirmed signature from being listed at once.</summary>
[Trait("Needs", "Database")]
public sealed class DoubtsTests
{
    [Theory]
    [InlineData("Big Federation", "jo@gmail.com", "national", "", "A mailbox that anybody can have (gmail.com) speaks for a body that is national.")]
    [InlineData("Big Federation", "jo@mailinator.com", "national", "", "The mailbox is a throw-away one (mailinator.com).")]
    [InlineData("Big Federation", "jo@other.example", "national", "https://federation.example", "The mail comes from other.example, the website is federation.example.")]
    [InlineData("\u0410FSCME of the Hills", "jo@hills.example", "national", "", "\"\u0410FSCME\" is written with letters of another script: \u0410 (U+0410).")]
    public async Task A_doubtful_signature_waits_for_staff_with_its_reason(string name, string mail, string where, string site, string reason)
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);

        await app.SignAndConfirmAsync(name, mail, others: [("where", where), ("site", site)]);

        var signature = await app.SignatureOfAsync(name);
        Assert.Equal(SignatureStatus.Held, signature.Status);
        Assert.Equal(reason, signature.Reason);
    }

    [Theory]
    [InlineData("Hill Nurses", null, false, "The mail comes from carers.example, the domain of Carers United.")]
    [InlineData("Carers Union", "Carers Union", false, null)]
    [InlineData("Carers of the Valley", null, true, null)]
    public async Task A_mailbox_of_another_body_in_the_directory_waits_unless_it_is_the_signers_own_or_its_parents(string name, string? alias, bool isAffiliate, string? reason)
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        var carers = Organization.Named("Carers United", OrganizationKind.Union, Scope.National, null, null, null, app.Clock.Now);
        carers.WriteFrom(["mail.carers.example"], app.Clock.Now);
        if (alias is not null)
        {
            carers.AddAlias(alias, app.Clock.Now);
        }

        await app.SaveAsync(carers);
        if (isAffiliate)
        {
            var local = Organization.Named(name, OrganizationKind.Union, Scope.Local, "Ohio", null, null, app.Clock.Now);
            local.BelongTo(carers.Id, app.Clock.Now);
            await app.SaveAsync(local);
        }

        await app.SignAndConfirmAsync(name, "jo@carers.example", others: [("site", "")]);

        Assert.Equal(reason, (await app.SignatureOfAsync(name)).Reason);
    }

    [Fact]
    public async Task What_a_held_signer_says_of_its_website_raises_no_doubt_about_others()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAndConfirmAsync("Carers Unlimited", "jo@gmail.com", others: [("where", "national"), ("site", "https://carers.example")]);
        Assert.Equal(SignatureStatus.Held, (await app.SignatureOfAsync("Carers Unlimited")).Status);

        await app.SignAndConfirmAsync("Hill Nurses", "jo@carers.example", others: [("site", "")]);

        Assert.Null((await app.SignatureOfAsync("Hill Nurses")).Reason);
    }

    [Fact]
    public async Task The_website_of_a_listed_signatory_is_its_own()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAndConfirmAsync("Carers Unlimited", "ada@carers.example", others: [("where", "national"), ("site", "https://carers.example")]);

        await app.SignAndConfirmAsync("Hill Nurses", "jo@carers.example", others: [("site", "")]);

        Assert.Contains("The mail comes from carers.example, the domain of Carers Unlimited.", (await app.SignatureOfAsync("Hill Nurses")).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CASA", null)]
    [InlineData("Comunidades Unidas", "CASA")]
    public async Task A_name_that_looks_like_one_of_the_directory_waits_though_that_body_has_not_signed(string known, string? alias)
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        var casa = Organization.Named(known, OrganizationKind.Advocacy, Scope.National, null, null, null, app.Clock.Now);
        if (alias is not null)
        {
            casa.AddAlias(alias, app.Clock.Now);
        }

        await app.SaveAsync(casa);
        await app.SignAndConfirmAsync("\u0421\u0410\u0405\u0410", "jo@casa-help.example", others: [("site", "")]);

        var signature = await app.SignatureOfAsync("\u0421\u0410\u0405\u0410");
        Assert.Equal(SignatureStatus.Held, signature.Status);
        Assert.Contains("The name looks like CASA and is written with other letters.", signature.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_speaks_for_a_third_organization_waits()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        string[] names = ["Hill Nurses", "Lake Fishers", "Prairie Printers", "Coast Bakers"];

        foreach (var name in names)
        {
            await app.SignAndConfirmAsync(name, "jo@shared.example", others: ("site", ""));
        }

        var signatures = await Task.WhenAll(names.Select(app.SignatureOfAsync));
        Assert.Equal([SignatureStatus.Listed, SignatureStatus.Listed, SignatureStatus.Held, SignatureStatus.Held], signatures.Select(signature => signature.Status));
        Assert.StartsWith($"The same mailbox has confirmed for 2 other organizations on this letter ({signatures[0].Reference}, {signatures[1].Reference}).", signatures[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_staff_look_first_a_confirmed_signature_is_not_listed_yet()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0, listsAtOnce: false);

        var browser = await app.SignAndConfirmAsync();

        Assert.Contains("The coalition looks at it, then lists it", browser.Text, StringComparison.Ordinal);
        Assert.Equal(SignatureStatus.Confirmed, (await app.SignatureOfAsync("River Trust")).Status);
    }
}
