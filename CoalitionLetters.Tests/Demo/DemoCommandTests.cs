using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CoalitionLetters.Demo;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Demo;

/// <summary>The command that people try first, as a process, by what it prints.</summary>
public sealed partial class DemoCommandTests : IAsyncLifetime
{
    private readonly string temporary = Directory.CreateDirectory(Path.Combine(TestStore.Folder, $"{Guid.NewGuid():N}")).FullName;
    private AppProcess demo = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        demo = AppProcess.Start(["demo", "--Urls=http://127.0.0.1:0"], ("TMPDIR", temporary));
        await demo.SaysAsync("  Mails are kept in ");
        http = new() { BaseAddress = demo.Address };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await demo.DisposeAsync();
    }

    [Fact]
    public async Task The_family_unity_letter_comes_out_whole()
    {
        var page = (await new Browser(http).VisitAsync(Printed("The published letter"))).Page;
        var listed = Texts(page, "#names li");
        var pdf = await http.GetByteArrayAsync(page.QuerySelector("#call a[href$='letter.pdf']")!.GetAttribute("href"), TestContext.Current.CancellationToken);

        Assert.Equal("113", page.QuerySelector("#count b")!.TextContent);
        Assert.Equal(["National 93", "State and local 20 in 13 states"], Texts(page, "#names h3"));
        Assert.Equal(FamilyUnity.Signatories().Select(name => name.Name).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(listed[..93].OrderBy(PlaceOf, StringComparer.Ordinal), listed[..93]);
        Assert.Equal(Texts(page, "#names h4").Order(StringComparer.Ordinal), Texts(page, "#names h4"));
        Assert.Equal(
            ["American Federation of State, County and Municipal Employees (AFSCME)", "American Federation of Teachers", "Anti-Defamation League", "Hispanic Federation", "NAACP", "Service Employees International Union (SEIU)"],
            Texts(page, "#notable li"));
        AssertHoldsEachOnce(PdfTools.RunOn(pdf, "pdftotext", ["-raw"], "-"), listed);
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public async Task Neither_its_start_nor_its_front_pages_make_the_store_complain_of_a_query()
    {
        await new Browser(http).VisitAsync("/");
        await new Browser(http).VisitAsync(Printed("The published letter"));

        Assert.DoesNotContain(demo.Said.Concat(demo.Complained), line => line.Contains("OrderBy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_login_opens_a_desk_with_the_open_letter_and_the_draft()
    {
        var desk = await new Browser(http).VisitAsync(Printed("The staff's desk"));
        await desk.SubmitAsync(("Form.Email", Printed("  e-mail")), ("Form.Password", Printed("  password")));

        Assert.Equal("/staff", desk.Path);
        Assert.Contains("Draft", StateOf(desk, DemoLetters.Draft), StringComparison.Ordinal);
        Assert.Contains("Open", StateOf(desk, DemoLetters.Open), StringComparison.Ordinal);
        Assert.Contains("Final", StateOf(desk, DemoLetters.Published), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(http).VisitAsync($"/letters/{DemoLetters.Draft}")).Status);

        var signer = await new Browser(http).VisitAsync(Printed("A letter to sign"));
        await signer.SubmitAsync(Signing.Fields());
        Assert.Contains("One step is left", signer.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_is_left_when_it_is_stopped()
    {
        Assert.NotEmpty(Directory.GetDirectories(temporary, "coalition-letters-demo-*"));

        await demo.StopAsync();

        Assert.Empty(Directory.GetDirectories(temporary, "coalition-letters-demo-*"));
        Assert.Empty(demo.Complained);
    }

    /// <summary>Each name stands once, apart from names that hold it within.</summary>
    private static void AssertHoldsEachOnce(string text, IReadOnlyCollection<string> names)
    {
        var words = Blank().Replace(text, " ");
        Assert.Contains("Signatories (113)", words, StringComparison.Ordinal);
        Assert.Contains("Edition 1 ·", words, StringComparison.Ordinal);
        Assert.All(names, name => Assert.Equal(names.Sum(other => Times(name, other)), Times(name, words)));
    }

    private static int Times(string name, string text) => Regex.Count(text, $@"(?<!\w){Regex.Escape(name)}(?!\w)");

    /// <summary>Where a name belongs, said in fewer words than the app's own rules need.</summary>
    private static string PlaceOf(string name) =>
        Blank().Replace(NoLetter().Replace(LeadingThe().Replace(name, "").Replace("'", "", StringComparison.Ordinal).Replace("&", "and", StringComparison.Ordinal).ToLowerInvariant(), " "), " ").Trim();

    private static string StateOf(Browser desk, string slug) =>
        desk.Page.QuerySelectorAll($"a[href='/staff/letters/{slug}']").Select(link => link.Closest("tr, li, article")!.TextContent).First();

    private static string[] Texts(IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(e => Blank().Replace(e.TextContent, " ").Trim())];

    /// <summary>What it printed beside these words.</summary>
    private string Printed(string label) => demo.Said.First(line => line.StartsWith($"  {label} ", StringComparison.Ordinal))[(label.Length + 2)..].Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("^The ")]
    private static partial Regex LeadingThe();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoLetter();
}
