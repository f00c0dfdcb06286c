using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Mail;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Web;
using Xunit;

namespace CoalitionLetters.Tests.Mail;

/// <summary>Every kind of mail there is, as its example reads.</summary>
public sealed partial class MailTwinsTests
{
    private static readonly Coalition Family = Coalition.Found("Coalition for Family Unity", "America/New_York", FakeClock.Start);

    private static readonly Links TheLinks = new(new SiteSettings(new Uri("https://letters.example"), []), new NoServer());

    [Fact]
    public void Both_twins_of_each_mail_lead_to_the_same_places()
    {
        foreach (var (mail, text, html) in Samples())
        {
            var inText = Address().Matches(text).Select(match => match.Value).Distinct();
            var inHtml = new HtmlParser().ParseDocument(html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Distinct();

            Assert.True(inText.Order(StringComparer.Ordinal).SequenceEqual(inHtml.Order(StringComparer.Ordinal)), mail.Kind);
        }
    }

    [Fact]
    public void No_mail_fetches_anything_from_anywhere()
    {
        foreach (var (mail, _, html) in Samples())
        {
            var page = new HtmlParser().ParseDocument(html);
            Assert.True(page.QuerySelectorAll("[src], [srcset], link, script, style, [background]").Length == 0 && !html.Contains("url(", StringComparison.OrdinalIgnoreCase), mail.Kind);
        }
    }

    [Fact]
    public void Each_mail_says_whom_it_is_for_what_it_wants_and_where_it_comes_from()
    {
        // A supporter's own letter is the supporter's, word for word.
        foreach (var (mail, text, _) in Samples().Where(sample => sample.Mail.Body(Family, TheLinks).OwnLetter is null))
        {
            Assert.True(mail.Subject.Length is > 5 and < 120, mail.Kind);
            Assert.EndsWith("Coalition for Family Unity\r\n", text, StringComparison.Ordinal);
            Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 72 || Address().IsMatch(line), line));
        }
    }

    [Fact]
    public void Kinds_are_told_apart()
    {
        Assert.NotEmpty(MailKinds.Samples);
        Assert.Equal(MailKinds.Samples.Count, MailKinds.Samples.Select(mail => mail.Kind).Distinct().Count());
    }

    [Theory]
    [InlineData("en", "If the button does not work, open this address:", "Wrong address, or a question? Write to hello@unity.example.")]
    [InlineData("es", "Si el botón no funciona, abra esta dirección:", "¿La dirección no es correcta, o tiene una pregunta? Escriba a hello@unity.example.")]
    public void What_stands_around_a_mail_speaks_its_language(string language, string below, string foot)
    {
        var coalition = Coalition.Found("Coalition for Family Unity", "America/New_York", FakeClock.Start);
        coalition.Describe(coalition.Name, coalition.TimeZoneId, coalition.Accent, "hello@unity.example");
        var body = new MailBody().Button("A", "https://letters.example/a");

        var html = MailTwins.Html(body, coalition, "Subject", language);

        Assert.Equal(language, new HtmlParser().ParseDocument(html).DocumentElement.GetAttribute("lang"));
        Assert.Contains(below, System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains(foot, System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains(foot, string.Join(' ', MailTwins.Text(body, coalition, language).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_wrote_stays_text()
    {
        var body = new MailBody().Paragraph("<b>bold</b> & \"quoted\"").Facts(("Organization", "O'Neill <script>"), ("State", null)).Quote("Line one\nLine two").Link("More", "https://letters.example/?a=1&b=\"2\"");

        var html = MailTwins.Html(body, Family, "<i>Subject</i>");
        var page = new HtmlParser().ParseDocument(html);

        Assert.Empty(page.QuerySelectorAll("b, i, script"));
        Assert.Equal("<i>Subject</i>", page.Title);
        Assert.Equal("O'Neill <script>", page.QuerySelector("dd")!.TextContent);
        Assert.Single(page.QuerySelectorAll("dt"));
        Assert.Equal("https://letters.example/?a=1&b=\"2\"", page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void The_text_twin_reads_like_a_letter()
    {
        var body = new MailBody()
            .Paragraph("Dear Sam,")
            .Paragraph("please confirm that AFSCME Council 31 signs the letter to keep families together at the border.")
            .Button("Look and confirm", "https://letters.example/signatures/key/confirmation")
            .Facts(("Printed as", "AFSCME Council 31"), ("Reference", "KF-7Q2M"))
            .Quote("Keep families together.");

        Assert.Equal("""
            Dear Sam,

            please confirm that AFSCME Council 31 signs the letter to keep families
            together at the border.

            Look and confirm:
            https://letters.example/signatures/key/confirmation

              Printed as: AFSCME Council 31
              Reference: KF-7Q2M

            > Keep families together.

            -- 
            Coalition for Family Unity

            """.ReplaceLineEndings("\r\n"), MailTwins.Text(body, Family));
    }

    private static IEnumerable<(IMail Mail, string Text, string Html)> Samples()
    {
        return MailKinds.Samples.Select(mail =>
        {
            var body = mail.Body(Family, TheLinks);
            return (mail, MailTwins.Text(body, Family), MailTwins.Html(body, Family, mail.Subject));
        });
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}

internal sealed class NoServer : Microsoft.AspNetCore.Hosting.Server.IServer
{
    public Microsoft.AspNetCore.Http.Features.IFeatureCollection Features { get; } = new Microsoft.AspNetCore.Http.Features.FeatureCollection();

    public Task StartAsync<TContext>(Microsoft.AspNetCore.Hosting.Server.IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() { }
}
