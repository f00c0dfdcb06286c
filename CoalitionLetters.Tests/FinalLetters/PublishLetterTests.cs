using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

[Trait("Needs", "Database")]
public sealed class PublishLetterTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Ana = new("Ana Reyes", Guid.NewGuid());

    [Fact]
    public async Task Publishing_freezes_text_list_and_bytes_with_their_fingerprint()
    {
        var letter = await ClosedAsync("frozen", "River Trust", "Lake Trust");

        var edition = await PublishAsync(letter);

        var file = await app.ReadAsync(db => db.EditionFiles.SingleAsync(f => f.EditionId == edition.Id));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file.Pdf)), edition.Sha256);
        Assert.Equal((1, 2, file.Pdf.Length, letter.CurrentTextId), (edition.Number, edition.Count, edition.Size, edition.TextVersionId));
        Assert.StartsWith("order,name", edition.List, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Final, (await LetterAsync("frozen")).Status);
        Assert.Equal("published edition 1", (await app.ReadAsync(db => db.History.AboutLetter(letter.Id).NewestFirst().FirstAsync())).What);
    }

    [Fact]
    public async Task The_count_of_a_final_letter_is_as_of_its_edition_and_not_of_a_later_change()
    {
        var letter = await ClosedAsync("counted", "River Trust", "Lake Trust");
        var edition = await PublishAsync(letter);
        await using var db = app.OpenDb();
        await db.ChangeListAsync(letter.Id, app.Clock.Now.AddHours(1), async () =>
            (await db.Signatures.SingleAsync(s => s.LetterId == letter.Id && s.Listing.Name == "Lake Trust")).Hold("The board decides on Friday"));

        var data = System.Text.Json.JsonDocument.Parse(await app.CreateClient().GetStringAsync("/letters/counted/letter.json", TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal((2, edition.PublishedAt), (data.GetProperty("count").GetInt32(), data.GetProperty("countedAt").GetDateTime().ToUniversalTime()));
    }

    [Fact]
    public async Task The_desk_of_a_final_letter_takes_signatures_for_the_next_edition()
    {
        await PublishAsync(await ClosedAsync("for-the-next", "River Trust"));
        var desk = await (await app.SignedInAsync(StaffRole.Reviewer)).VisitAsync("/staff/letters/for-the-next");

        await desk.FollowAsync("Enter a signature");

        Assert.Equal("/staff/letters/for-the-next/signatures/new", desk.Path);
    }

    [Fact]
    public async Task Of_many_who_press_publish_at_once_one_makes_the_edition()
    {
        var letter = await ClosedAsync("at-once", "River Trust");

        var attempts = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                return await PublishAsync(letter) is not null;
            }
            catch (RuleBrokenException)
            {
                return false;
            }
        }));

        Assert.Single(attempts, made => made);
        Assert.Equal(1, await app.ReadAsync(db => db.Editions.CountAsync(e => e.LetterId == letter.Id)));
        Assert.Equal(1, await app.ReadAsync(db => db.EditionFiles.CountAsync(f => db.Set<Edition>().Any(e => e.Id == f.EditionId && e.LetterId == letter.Id))));
    }

    [Fact]
    public async Task An_open_letter_is_not_published()
    {
        var (letter, text) = ALetter.Open("still-open");
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => PublishAsync(letter));

        Assert.Equal("Close the letter before you publish it.", refusal.Message);
    }

    [Fact]
    public async Task A_placeholder_with_nothing_to_say_is_named_and_nothing_is_published()
    {
        var letter = await ClosedAsync("empty-placeholder", ALetter.Content with { Body = "We come from {{states}}." }, "River Trust");

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => PublishAsync(letter));

        Assert.Contains("{{states}}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Closed, (await LetterAsync("empty-placeholder")).Status);
    }

    [Fact]
    public async Task A_name_that_no_font_can_print_is_named_on_the_page_before_publishing()
    {
        var letter = await ClosedAsync("no-glyph", "River Trust \U0001F30A", "Lake Trust");
        var named = await app.ReadAsync(db => db.Signatures.SingleAsync(s => s.LetterId == letter.Id && s.Listing.Name.StartsWith("River")));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/no-glyph/publishing");
        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => PublishAsync(letter));

        Assert.Contains("“River Trust \U0001F30A” is listed with “\U0001F30A”, which no font can print.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("“River Trust \U0001F30A” is listed with “\U0001F30A”", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Open the signature", desk.Page.QuerySelector($"a[href$='/signatures/{named.Id}']")?.TextContent);
    }

    [Fact]
    public async Task Before_publishing_the_public_finds_no_pdf_and_staff_a_draft_with_a_watermark_on_every_page()
    {
        var paragraphs = Enumerable.Range(1, 60).Select(number => $"Paragraph {number} asks you to mend the pipes, and says once more why that cannot wait for another year.");
        await ClosedAsync("unpublished", ALetter.Content with { Body = string.Join("\n\n", paragraphs) }, "River Trust");
        using var stranger = await app.ClientAsync(null);
        using var viewer = await app.ClientAsync(StaffRole.Viewer);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/letters/unpublished/letter.pdf")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync("/staff/letters/unpublished/draft.pdf")).StatusCode);
        foreach (var address in new[] { "/letters/unpublished/letter.pdf", "/staff/letters/unpublished/draft.pdf" })
        {
            using var draft = await viewer.GetAsync(address);
            var pages = PdfText.Of(await draft.Content.ReadAsByteArrayAsync()).TrimEnd('\f').Split('\f');
            Assert.Equal("application/pdf", draft.Content.Headers.ContentType!.MediaType);
            Assert.True(draft.Headers.CacheControl is { Private: true, NoStore: true });
            Assert.InRange(pages.Length, 3, 9);
            Assert.All(pages, page => Assert.Single(page.Split('\n'), line => line == "DRAFT"));
        }
    }

    [Fact]
    public async Task Once_published_staff_get_the_same_bytes_as_the_public()
    {
        var edition = await PublishAsync(await ClosedAsync("for-all", "River Trust"));
        using var viewer = await app.ClientAsync(StaffRole.Viewer);

        var pdf = await viewer.GetByteArrayAsync("/letters/for-all/letter.pdf");

        Assert.Equal(edition.Sha256, Convert.ToHexStringLower(SHA256.HashData(pdf)));
        Assert.DoesNotContain("DRAFT", PdfText.Of(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_bytes_are_served_with_a_name_an_etag_ranges_and_a_head()
    {
        var edition = await PublishAsync(await ClosedAsync("served", "River Trust"));
        using var client = await app.ClientAsync(null);

        var whole = await client.GetAsync("/letters/served/letter.pdf");
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal(edition.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal("served-edition-1.pdf", whole.Content.Headers.ContentDisposition!.FileName);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/letters/served/letter.pdf");
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);

        using var part = new HttpRequestMessage(HttpMethod.Get, "/letters/served/letter.pdf");
        part.Headers.Range = new RangeHeaderValue(5, 14);
        var ranged = await client.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, Convert.ToHexString(bytes, 5, 10)), (ranged.StatusCode, Convert.ToHexString(await ranged.Content.ReadAsByteArrayAsync())));

        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/letters/served/editions/1/letter.pdf"));
        Assert.Equal((HttpStatusCode.OK, (long)bytes.Length), (head.StatusCode, head.Content.Headers.ContentLength!.Value));
        Assert.Contains("immutable", head.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_range_beyond_the_end_is_refused_with_the_length(string method)
    {
        // A server in memory lets an answer be longer than it said.
        await using var listening = await TestApp.StartAsync(listens: true);
        var edition = await PublishAsync(listening, await ClosedAsync(listening, "short", ALetter.Content, "River Trust"));
        using var client = await listening.ClientAsync(null);

        foreach (var address in new[] { "/letters/short/letter.pdf", "/letters/short/editions/1/letter.pdf" })
        {
            using var beyond = new HttpRequestMessage(new HttpMethod(method), address);
            beyond.Headers.Range = new RangeHeaderValue(999_999_999, null);
            using var refused = await client.SendAsync(beyond);
            Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, edition.Size), (refused.StatusCode, refused.Content.Headers.ContentRange!.Length));
        }
    }

    [Fact]
    public async Task A_late_signature_goes_into_a_second_edition_and_the_first_stays()
    {
        var letter = await ClosedAsync("second-edition", "River Trust");
        var first = await PublishAsync(letter);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/second-edition/publishing");
        Assert.Contains("Words and list are the same as in edition 1.", desk.Text, StringComparison.Ordinal);

        await desk.VisitAsync("/staff/letters/second-edition/signatures/new");
        await desk.SubmitAsync(("Form.Listing.Name", "Lake Trust"), ("Form.Evidence", "Mail of June 15"));
        await desk.VisitAsync("/staff/letters/second-edition/publishing");
        await desk.PressAsync("Publish edition 2");

        var editions = await app.ReadAsync(db => db.Editions.Where(e => e.LetterId == letter.Id).OrderBy(e => e.Number).ToListAsync());
        Assert.Equal([(1, 1, first.Sha256), (2, 2, editions[1].Sha256)], editions.Select(e => (e.Number, e.Count, e.Sha256)));
        var page = await app.Browser().VisitAsync($"/verify/{first.ShortCode}");
        Assert.Contains("A later edition has taken its place: edition 2.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_has_changed_since_the_page_was_opened_is_shown_before_it_can_be_published()
    {
        var letter = await ClosedAsync("seen-list", "River Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/seen-list/publishing");

        await ListLateAsync("Lake Trust");
        await desk.PressAsync("Publish the final letter");
        var (refused, status) = (desk.Text, (await LetterAsync("seen-list")).Status);
        await desk.PressAsync("Publish the final letter");

        Assert.Contains("The list has changed since you opened this page: it had 1 organization then, and has 2 organizations now.", refused, StringComparison.Ordinal);
        Assert.Contains("2 organizations on 1 page", refused, StringComparison.Ordinal);
        Assert.Equal((LetterStatus.Closed, LetterStatus.Final), (status, (await LetterAsync("seen-list")).Status));

        await ListLateAsync("Pond Trust");
        await desk.VisitAsync("/staff/letters/seen-list/publishing");
        await ListLateAsync("Sea Trust");
        await desk.PressAsync("Publish edition 2");
        Assert.Contains("it had 3 organizations then, and has 4 organizations now", desk.Text, StringComparison.Ordinal);
        await desk.PressAsync("Publish edition 2");
        Assert.Equal([2, 4], await app.ReadAsync(db => db.Editions.Where(e => e.LetterId == letter.Id).OrderBy(e => e.Number).Select(e => e.Count).ToListAsync()));

        Task ListLateAsync(string name) =>
            app.RunAsync<EnterSignature>(story => story.RunAsync(letter.Slug, new Listing { Name = name }, new Signer { Name = "Jo Example" }, CameBy.Phone, "A call of June 14", Ana));
    }

    [Fact]
    public async Task The_pages_shown_before_publishing_are_as_many_as_come_out()
    {
        var content = Enumerable.Range(1, 60).Select(Undated).First(content => Pages(content, null) < Pages(content, new EditionMark(1, app.Clock.Now, 1, References.SampleShortCode, "http://localhost:5080/verify/XXXX-XXXX")));
        var letter = await ClosedAsync("looked-at", content, "River Trust");
        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/looked-at/publishing");

        var edition = await PublishAsync(letter);

        Assert.Equal(edition.Pages, desk.Page.QuerySelectorAll(".pages img").Length);
        Assert.Contains($"1 organization on {edition.Pages} page", desk.Text, StringComparison.Ordinal);
        Assert.Contains("In place of XXXX-XXXX the edition gets a short code of its own.", desk.Text, StringComparison.Ordinal);

        static LetterContent Undated(int paragraphs) => ALetter.Content with { Date = null, Body = string.Join("\n\n", Enumerable.Repeat("We ask you to mend the pipes.", paragraphs)) };

        static int Pages(LetterContent content, EditionMark? mark) =>
            LetterPdf.Lay(mark?.Dated(content) ?? content, [new ListedName("River Trust")], new RenderOptions { Edition = mark }).Pages.Count;
    }

    [Fact]
    public async Task A_copy_is_compared_by_its_fingerprint()
    {
        var edition = await PublishAsync(await ClosedAsync("compared", "River Trust"));
        using var client = app.CreateClient();
        var pdf = await client.GetByteArrayAsync("/letters/compared/letter.pdf");

        Assert.Contains("The file is genuine.", await CompareAsync(pdf), StringComparison.Ordinal);
        Assert.Contains("The file is not this edition.", await CompareAsync([.. pdf, 0x20]), StringComparison.Ordinal);
        Assert.Contains("belongs to edition 1", (await app.Browser().VisitAsync($"/verify/{edition.ShortCode.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().VisitAsync("/verify/0000-0000")).Status);

        async Task<string> CompareAsync(byte[] bytes)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "letter.pdf" } };
            using var answer = await client.PostAsync($"/verify/{edition.ShortCode}", form);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            return await answer.Content.ReadAsStringAsync();
        }
    }

    [Theory]
    [InlineData("{0}", "This is the fingerprint of edition 1. If your computer has made it from your file, the file is genuine, byte for byte.")]
    [InlineData("SHA256 hash of letter.pdf:\n{1}\nCertUtil: done", "This is the fingerprint of edition 1.")]
    [InlineData("{0}  letter.pdf", "This is the fingerprint of edition 1.")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "This is not the fingerprint of this edition. If your computer has made it from your file, that may be another edition")]
    [InlineData("7F3K-92QD", "That could not be compared. Paste the whole fingerprint")]
    public async Task A_pasted_fingerprint_is_compared_and_what_it_proves_is_said(string pasted, string answer)
    {
        var edition = await PublishAsync(await ClosedAsync($"pasted-{Guid.NewGuid():N}", "River Trust"));
        var browser = await app.Browser().VisitAsync($"/verify/{edition.ShortCode}");

        await browser.SubmitAsync(("fingerprint", string.Format(System.Globalization.CultureInfo.InvariantCulture, pasted, edition.Sha256, edition.Sha256.ToUpperInvariant())));

        Assert.Contains(answer, browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The file is genuine.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_alone_leads_to_no_word_about_a_file_and_neither_does_the_form_of_another_site()
    {
        var edition = await PublishAsync(await ClosedAsync("linked", "River Trust"));
        using var client = app.CreateClient();
        using var sent = new HttpRequestMessage(HttpMethod.Post, $"/verify/{edition.ShortCode}") { Content = new FormUrlEncodedContent([new("fingerprint", edition.Sha256)]) };
        sent.Headers.Add("Sec-Fetch-Site", "cross-site");

        var linked = await app.Browser().VisitAsync($"/verify/{edition.ShortCode}?sha={edition.Sha256}");
        using var elsewhere = await client.SendAsync(sent, TestContext.Current.CancellationToken);

        Assert.Null(linked.Page.QuerySelector("[role=status]"));
        Assert.DoesNotContain("role=\"status\"", await elsewhere.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_doubtful_about_publishing_has_to_be_read_first()
    {
        var letter = await ClosedAsync("doubtful", "River Trust");
        await using (var db = app.OpenDb())
        {
            var held = await db.Signatures.SingleAsync(s => s.LetterId == letter.Id);
            held.Hold("A board decides");
            await db.SaveChangesAsync();
        }

        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/doubtful/publishing");
        await desk.PressAsync("Publish the final letter");

        Assert.Contains("1 signature waits for staff and will not be on the list.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Read the notices", desk.Text, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Closed, (await LetterAsync("doubtful")).Status);
    }

    [Fact]
    public async Task A_list_that_was_frozen_before_formulas_were_kept_from_running_is_no_other_list()
    {
        var edition = await PublishAsync(await ClosedAsync("formula", "=Action Now", "River Trust"));
        await using var db = app.OpenDb();
        await db.Editions.Where(e => e.Id == edition.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.List, edition.List.Replace("'=", "=", StringComparison.Ordinal)));

        var desk = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/formula/publishing");
        var letter = await LetterAsync("formula");
        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => PublishAsync(letter));

        Assert.Contains("Words and list are the same as in edition 1.", desk.Text, StringComparison.Ordinal);
        Assert.Equal("Edition 1 has the same words and the same list already.", refusal.Message);
    }

    [Fact]
    public async Task An_edition_with_nobody_on_its_list_is_shown_as_such()
    {
        await PublishAsync(await ClosedAsync("nobody"));

        var answers = await Task.WhenAll(new[] { "", "/letter.txt", "/letter.json", "/signatories.csv" }.Select(async part => (await app.Browser().VisitAsync($"/letters/nobody{part}")).Status));

        Assert.DoesNotContain(HttpStatusCode.InternalServerError, answers);
        Assert.Equal(HttpStatusCode.OK, answers[0]);
    }

    private Task<Letter> ClosedAsync(string slug, params string[] names) => ClosedAsync(app, slug, ALetter.Content, names);

    private Task<Letter> ClosedAsync(string slug, LetterContent content, params string[] names) => ClosedAsync(app, slug, content, names);

    internal static async Task<Letter> ClosedAsync(TestApp app, string slug, LetterContent content, params string[] names)
    {
        var (letter, text) = ALetter.Open(slug, content);
        await app.SaveAsync(letter, text, Tally.For(letter, app.Clock.Now));
        await using var db = app.OpenDb();
        var stored = await db.Letters.SingleAsync(l => l.Id == letter.Id);
        db.AddRange(names.Select(name => FamilyUnity.ListedOn(letter, new Listing { Name = name }, ALetter.Now)));
        stored.Close(ALetter.Now.AddHours(1));
        await db.SaveChangesAsync();
        return stored;
    }

    private Task<Edition> PublishAsync(Letter letter) => PublishAsync(app, letter);

    private static async Task<Edition> PublishAsync(TestApp app, Letter letter)
    {
        Edition? edition = null;
        await app.RunAsync<PublishLetter>(async story => edition = await story.RunAsync(letter.Slug, letter.StateRevision, Ana));
        return edition!;
    }

    private Task<Letter> LetterAsync(string slug) => app.ReadAsync(db => db.Letters.SingleAsync(l => l.Slug == slug));
}
