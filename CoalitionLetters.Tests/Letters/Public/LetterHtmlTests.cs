using AngleSharp.Html.Parser;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Public;

public sealed class LetterHtmlTests
{
    [Theory]
    [InlineData("[press](javascript:alert(1))", "press")]
    [InlineData("[press](JaVaScRiPt:alert(1))", "press")]
    [InlineData("[press](data:text/html,x)", "press")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    [InlineData("![a child at the border](https://elsewhere.example/spy.png)", "a child at the border")]
    public void Nothing_in_a_letter_runs_or_loads_anything(string body, string words)
    {
        var page = Page(body);

        Assert.Equal(words, page.Body!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("a, img"));
    }

    [Fact]
    public void Html_in_a_letter_is_shown_and_not_obeyed()
    {
        var page = Page("<script>alert(1)</script>\n\n<b onclick=x>Hello</b>");

        Assert.Empty(page.QuerySelectorAll("script, b"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1) One\n2) Two", "paren")]
    [InlineData("1. One\n2. Two", null)]
    public void A_list_is_numbered_as_it_was_written(string body, string? look)
    {
        var page = Page(body);

        Assert.Equal(look, page.QuerySelector("ol")!.GetAttribute("class"));
        Assert.Equal(2, page.QuerySelectorAll("ol > li").Length);
    }

    [Fact]
    public void Notes_lead_there_and_back_from_every_place_that_refers_to_them()
    {
        var html = Of("One.[^a] Two.[^b] One again.[^a]\n\n[^a]: The *first* note.\n[^b]: The second.");
        var page = new HtmlParser().ParseDocument(html.Body);

        Assert.Equal(["#note-1", "#note-2", "#note-1"], page.QuerySelectorAll("sup a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["ref-1", "ref-2", "ref-1-2"], page.QuerySelectorAll("sup a").Select(a => a.Id));
        Assert.Equal(["ref-1", "ref-1-2"], html.Notes[0].References);
        Assert.Equal("The <em>first</em> note.", html.Notes[0].Html);
    }

    [Fact]
    public void Live_facts_stand_in_marked_places_and_never_inside_a_tag()
    {
        var page = Page("The {{count:words}} of us in {{states}}, [all {{count}}](https://x.example/?n={{count}} \"{{count}} in all\").");

        Assert.Equal(["one hundred thirteen", "13 states", "113"], page.QuerySelectorAll("span[data-live]").Select(span => span.TextContent));
        Assert.Equal("https://x.example/?n=113", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("113 in all", page.QuerySelector("a")!.GetAttribute("title"));
        Assert.Equal(3, page.QuerySelectorAll("span[id]").Select(span => span.Id).Distinct().Count());
    }

    [Fact]
    public void A_fact_about_which_nothing_can_be_said_yet_is_left_open()
    {
        var html = LetterHtml.Of(ALetter.Content with { Body = "The {{count:words}} of us in {{states}}." }, new LiveFacts(0, null), new LetterWords("en"));

        Assert.Equal("The … of us in ….", new HtmlParser().ParseDocument(html.Body).Body!.TextContent.Trim());
    }

    [Fact]
    public void Straight_quotes_become_typographic_and_headings_stay_below_the_pages_own()
    {
        var page = Page("# \"Zero tolerance\"\n\n## It's over");

        Assert.Empty(page.QuerySelectorAll("h1"));
        Assert.Equal("“Zero tolerance”", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("It’s over", page.QuerySelector("h3")!.TextContent);
    }

    [Theory]
    [InlineData("We ask.\n\nنطلب.", "p", "auto auto")]
    [InlineData("## Title\n\n> One\n>\n> Two", "h2, blockquote, blockquote p", "auto auto - auto")]
    [InlineData("- نطلب\n- One\n  - In it", "ul, li", "auto - auto auto -")]
    [InlineData("| a | b |\n|---|---|\n| | نطلب |\n| 1 | two |", "table, th, td", "auto auto auto - - - auto")]
    public void Each_block_runs_as_its_own_words_do_and_a_container_as_its_first(string body, string blocks, string directions)
    {
        Assert.Equal(directions, string.Join(' ', Page(body).QuerySelectorAll(blocks).Select(block => block.GetAttribute("dir") ?? "-")));
    }

    [Fact]
    public void Any_body_gives_a_page_without_scripts_and_handlers() => Prop.ForAll<NonNull<string>>(body =>
    {
        var page = Page(body.Get);
        return page.QuerySelectorAll("script, img, iframe, style, object").Length == 0
            && page.All.All(element => element.Attributes.All(a => !a.Name.StartsWith("on", StringComparison.Ordinal)));
    }).QuickCheckThrowOnFailure();

    private static LetterHtml Of(string body) => LetterHtml.Of(ALetter.Content with { Body = body }, new LiveFacts(113, "13 states"), new LetterWords("en"));

    private static AngleSharp.Html.Dom.IHtmlDocument Page(string body) => new HtmlParser().ParseDocument(Of(body).Body);
}
