using CoalitionLetters.Data;
using CoalitionLetters.Demo;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Demo;

[Trait("Needs", "Database")]
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_holds_a_published_letter_of_113_an_open_one_and_a_draft()
    {
        await using var app = await TestApp.StartAsync(isSetUp: false);
        await MakeAsync<DemoCoalition>(app, coalition => coalition.MakeAsync());
        await MakeAsync<DemoLetters>(app, letters => letters.PublishedAsync());
        await MakeAsync<DemoLetters>(app, letters => letters.OpenAsync());
        await MakeAsync<DemoLetters>(app, letters => letters.DraftAsync());

        var letters = await app.ReadAsync(db => db.Letters.ToDictionaryAsync(l => l.Slug));
        Assert.Equal((LetterStatus.Final, LetterStatus.Open, LetterStatus.Draft), (letters[DemoLetters.Published].Status, letters[DemoLetters.Open].Status, letters[DemoLetters.Draft].Status));
        Assert.Equal(6, await app.ReadAsync(db => db.Signatures.CountAsync(s => s.IsNotable)));

        var open = await app.ReadAsync(db => db.Signatures.Where(s => s.LetterId == letters[DemoLetters.Open].Id).ToListAsync());
        Assert.Equal((5, 1, 1), (open.Count(s => s.Status == SignatureStatus.Listed), open.Count(s => s.Status == SignatureStatus.Held), open.Count(s => s.Status == SignatureStatus.Submitted)));
        Assert.NotEmpty(await app.Mailbox.AllToAsync("ana@aft.example.org"));
    }

    [Fact]
    public async Task Every_one_of_the_113_stands_once_on_the_page_and_once_in_the_pdf()
    {
        await using var app = await TestApp.StartAsync(isSetUp: false);
        await MakeAsync<DemoCoalition>(app, coalition => coalition.MakeAsync());
        await MakeAsync<DemoLetters>(app, letters => letters.PublishedAsync());
        var names = FamilyUnity.Signatories().Select(listing => listing.Name).ToList();

        var page = await app.Browser().VisitAsync($"/letters/{DemoLetters.Published}");
        var listed = page.Page.QuerySelectorAll("#names li").Select(li => li.TextContent.Trim()).ToList();
        using var client = app.CreateClient();
        var structure = PdfText.Structure(await client.GetByteArrayAsync($"/letters/{DemoLetters.Published}/letter.pdf"));

        Assert.Equal(113, names.Count);
        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Equal(1, structure.Split($"“{name}”").Length - 1));
        Assert.Contains("113 organizations", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_of_the_attorneys_general_is_final_with_its_list_its_map_and_its_count()
    {
        await using var app = await TestApp.StartAsync(isSetUp: false);
        await MakeAsync<DemoCoalition>(app, coalition => coalition.MakeAsync());
        await MakeAsync<DemoOfficials>(app, letters => letters.PublishedAsync());

        var page = await app.Browser().VisitAsync($"/letters/{DemoOfficials.Slug}");
        using var client = app.CreateClient();
        var structure = PdfText.Structure(await client.GetByteArrayAsync($"/letters/{DemoOfficials.Slug}/letter.pdf", TestContext.Current.CancellationToken));

        var names = await app.ReadAsync(db => db.Signatures.Select(s => s.Listing.Name).ToListAsync());
        var marked = page.Page.QuerySelectorAll(".state-map li.full").Select(tile => tile.QuerySelector("abbr")!.TextContent).ToList();
        Assert.Equal(LetterStatus.Final, await app.ReadAsync(db => db.Letters.Select(l => l.Status).SingleAsync()));
        Assert.Equal(21, names.Distinct().Count());
        Assert.Equal(21, page.Page.QuerySelectorAll("#names li").Length);
        Assert.All(await app.ReadAsync(db => db.Signatures.Select(s => s.ConfirmedAt!.Value).ToListAsync()), at => Assert.True(at.Hour is >= 13 and < 22 && at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), $"Signed at {at:u}"));
        Assert.All(names, name => Assert.Equal(1, structure.Split($"“{name}”").Length - 1));
        Assert.Equal(21, marked.Distinct().Count());
        Assert.Contains("DC", marked);
        Assert.Contains("NM", marked);
        Assert.Equal(
            ["21 attorneys general", "Led by New Mexico’s Hector Balderas, joined by 20 others, 21 in all", "Attorneys general of 20 states and the District of Columbia"],
            page.Page.QuerySelectorAll("#jurisdictions blockquote").Select(quote => quote.TextContent));
        var seats = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync($"/staff/letters/{DemoOfficials.Slug}/seats");
        Assert.Contains("Edition 1, June 19, 2018.", seats.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_action_of_2018_shows_its_two_targets_one_with_a_web_form_and_one_on_paper()
    {
        await using var app = await TestApp.StartAsync(isSetUp: false);
        await MakeAsync<DemoCoalition>(app, coalition => coalition.MakeAsync());
        await MakeAsync<DemoLetters>(app, letters => letters.PublishedAsync());
        await MakeAsync<DemoAction>(app, action => action.MakeAsync());

        var page = await app.Browser().VisitAsync($"/actions/{DemoAction.Slug}");
        var targets = await app.ReadAsync(db => db.Targets.OrderBy(target => target.Order).ToListAsync());

        Assert.Equal([Channel.WebForm, Channel.Print], targets.Select(target => target.Channel));
        Assert.All(targets, target => Assert.Contains(target.Name, page.Text, StringComparison.Ordinal));
        Assert.Contains($"a link to the form at {new Uri(targets[0].Form!).Host.Replace("www.", "", StringComparison.Ordinal)}.", page.Text, StringComparison.Ordinal);
        Assert.Contains("We print your letter and deliver it by hand", page.Text, StringComparison.Ordinal);
        Assert.Contains("6 people have written", page.Text, StringComparison.Ordinal);
        Assert.Contains("12 letters prepared; none has gone out yet. 4 of the 6 people (67 percent) changed the text by hand.", page.Text, StringComparison.Ordinal);
        Assert.All(await app.ReadAsync(db => db.Supporters.Select(supporter => supporter.SubmittedAt).ToListAsync()), at => Assert.Equal(2018, at.Year));
        Assert.NotEmpty(targets[1].PostalAddress);
        Assert.All(await app.ReadAsync(db => db.Supporters.Select(supporter => supporter.Subject).ToListAsync()), subject => Assert.Equal("Please keep families together", subject));
        Assert.Contains("Your name, your state", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_setting_leads_the_demo_to_a_real_store_or_mail_server()
    {
        using var demo = DemoRun.From(["demo", "--Database:Provider=postgres", "--Database:ConnectionString=Host=real.example", "--Mail:Host=mail.example", "--Mail:User=letters", "--Mail:BouncesFolder=/var/mail/returned"])!;
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(demo.Args);

        demo.Configure(builder);

        Assert.Equal("sqlite", builder.Configuration["Database:Provider"]);
        Assert.All(["Database:ConnectionString", "Mail:Host", "Mail:User", "Mail:BouncesFolder"], name => Assert.True(string.IsNullOrEmpty(builder.Configuration[name]), name));
        Assert.Null(MailSettings.Read(builder.Configuration, "/").BouncesFolder);
        Assert.NotNull(DatabaseSettings.From(builder.Configuration, "/").File);
        Assert.Null(DemoRun.From(["--urls", "http://localhost:1"]));
    }

    private static async Task MakeAsync<T>(TestApp app, Func<T, Task> make)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await make(ActivatorUtilities.CreateInstance<T>(scope.ServiceProvider));
    }
}
