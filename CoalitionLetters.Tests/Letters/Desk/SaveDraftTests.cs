using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

[Trait("Needs", "Database")]
public sealed class SaveDraftTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor Ana = new("Ana Reyes", Guid.NewGuid());
    private static readonly Actor Ben = new("Ben Field", Guid.NewGuid());

    [Fact]
    public async Task A_save_keeps_the_words_and_says_so_in_the_history()
    {
        var letter = await ALetterAsync("kept");

        var outcome = await SaveAsync(letter, "New words.", letter.Revision, Ana);

        Assert.True(outcome.Saved);
        Assert.Equal("New words.", (await StoredAsync(letter)).Content.Body);
        Assert.Equal("worked on the words", (await app.ReadAsync(db => db.History.AboutLetter(letter.Id).SingleAsync())).What);
    }

    [Fact]
    public async Task A_writer_who_saw_older_words_is_told_whose_came_between_and_overwrites_nothing()
    {
        var letter = await ALetterAsync("conflict");
        await SaveAsync(letter, "Words of Ana.", letter.Revision, Ana);

        var outcome = await SaveAsync(letter, "Words of Ben.", letter.Revision, Ben);

        Assert.False(outcome.Saved);
        Assert.Equal(("Ana Reyes", "Words of Ana."), (outcome.By, outcome.Content.Body));
        Assert.Equal("Words of Ana.", (await StoredAsync(letter)).Content.Body);
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_wins_and_all_others_are_told()
    {
        var letter = await ALetterAsync("at-once");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SaveAsync(letter, $"Words {i}.", letter.Revision, new Actor($"Writer {i}", Guid.NewGuid()))));

        var winner = Assert.Single(outcomes, outcome => outcome.Saved);
        Assert.Equal(winner.Content.Body, (await StoredAsync(letter)).Content.Body);
    }

    [Fact]
    public async Task One_persons_saves_of_ten_minutes_share_a_draft_another_begins_a_new_one_and_what_they_found_is_kept_too()
    {
        var letter = await ALetterAsync("drafts");
        var revision = letter.Revision;
        foreach (var (words, who, later) in new[] { ("One.", Ana, 1), ("Two.", Ana, 1), ("Three.", Ben, 1), ("Four.", Ben, 11) })
        {
            app.Clock.Advance(TimeSpan.FromMinutes(later));
            revision = (await SaveAsync(letter, words, revision, who)).Revision;
        }

        var drafts = await app.ReadAsync(db => db.SavedDrafts.Where(d => d.LetterId == letter.Id).OrderBy(d => d.Revision).ToListAsync());
        Assert.Equal([("", letter.Content.Body), ("Ana Reyes", "Two."), ("Ben Field", "Three."), ("Ben Field", "Four.")], drafts.Select(d => (d.By, d.Content.Body)));
    }

    [Fact]
    public async Task A_letters_history_shows_the_words_before_and_after_a_stretch_of_work_in_place_to_those_who_may_write_and_that_of_everything_links_to_them()
    {
        var letter = await ALetterAsync("in-place");
        var revision = letter.Revision;
        foreach (var (words, who) in new[] { ("We ask you to stp.", Ana), ("We ask you to stop.", Ana), ("We ask you to stop today.", Ben) })
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            revision = (await SaveAsync(letter, words, revision, who)).Revision;
        }

        var editor = await (await app.SignedInAsync(StaffRole.Editor)).VisitAsync("/staff/letters/in-place");
        var changes = Stretches().SelectMany(entry => entry.QuerySelectorAll(".difference p:not(.side)")).Select(side => side.TextContent).ToList();
        await editor.VisitAsync("/staff/history");
        var (links, whole) = (Stretches().Select(entry => entry.QuerySelector("details a")?.GetAttribute("href")).ToList(), Stretches().SelectMany(entry => entry.QuerySelectorAll(".difference")));

        Assert.Equal(["We ask you to stop.", "We ask you to stop today.", letter.Content.Body, "We ask you to stop."], changes);
        Assert.Equal(["/staff/letters/in-place/drafts", "/staff/letters/in-place/drafts"], links);
        Assert.Empty(whole);

        var viewer = await (await app.SignedInAsync(StaffRole.Viewer)).VisitAsync("/staff/letters/in-place");
        Assert.Contains("worked on the words", viewer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We ask you to stop", viewer.Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);

        IEnumerable<AngleSharp.Dom.IElement> Stretches() => editor.Page.QuerySelectorAll(".history li").Where(entry => entry.TextContent.Contains("worked on the words", StringComparison.Ordinal)).Take(2);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Another letter altogether, pasted over the one that stood here before.", true)]
    [InlineData("We, the {{count:words}} undersigned {{noun}}, ask you to mend all the pipes of every county in this state before the summer is over.", false)]
    public async Task What_takes_away_much_begins_a_draft_of_its_own(string next, bool isNew)
    {
        const string Written = "We, the {{count:words}} undersigned {{noun}}, ask you to mend the pipes of every county in this state before the summer is over.";
        var letter = await ALetterAsync($"much-{Guid.NewGuid():N}");
        var revision = (await SaveAsync(letter, Written, letter.Revision, Ana)).Revision;

        await SaveAsync(letter, next, revision, Ana);

        var kept = await app.ReadAsync(db => db.SavedDrafts.Where(d => d.LetterId == letter.Id).ToListAsync());
        Assert.Equal(isNew, kept.Exists(d => d.Content.Body == Written));
    }

    [Fact]
    public async Task A_recipient_who_was_taken_away_stands_in_the_draft_before()
    {
        var letter = await ALetterAsync("recipients");
        var revision = (await SaveAsync(letter, "Words.", letter.Revision, Ana)).Revision;

        await app.RunAsync<SaveDraft>(story => story.RunAsync(letter.Id, letter.Content with { Body = "Words.", Recipients = [] }, revision, Ana, Guid.NewGuid()));

        Assert.Equal([1, 1, 0], await app.ReadAsync(async db => (await db.SavedDrafts.Where(d => d.LetterId == letter.Id).OrderBy(d => d.Revision).ToListAsync()).Select(d => d.Content.Recipients.Count)));
    }

    [Fact]
    public async Task A_closed_letter_keeps_its_words()
    {
        var (letter, text) = ALetter.Open("closed-words");
        letter.Close(ALetter.Now.AddDays(1));
        await app.SaveAsync(letter, text);

        await Assert.ThrowsAsync<RuleBrokenException>(() => SaveAsync(letter, "Too late.", letter.Revision, Ana));
    }

    [Fact]
    public async Task Others_at_the_letter_hear_of_a_save_at_once()
    {
        var letter = await ALetterAsync("heard");
        var heard = new List<SaveOutcome?>();
        var editors = new LetterEditors();
        using var seat = editors.Sit(letter.Id, new LetterEditor(Guid.NewGuid(), Guid.NewGuid(), "Ben Field", app.Clock.Now), heard.Add);

        await new SaveDraft(new Db(app.OpenDb), app.Clock, editors).RunAsync(letter.Id, letter.Content with { Body = "Heard." }, letter.Revision, Ana, Guid.NewGuid());

        Assert.Equal("Heard.", Assert.Single(heard)!.Content.Body);
    }

    [Fact]
    public async Task A_draft_from_before_the_words_were_begun_does_not_tell_that_they_were_saved()
    {
        var letter = await ALetterAsync("before");
        await SaveAsync(letter, "First.", letter.Revision, Ana);
        await SaveAsync(letter, "Second.", (await StoredAsync(letter)).Revision, Ben);
        LetterContent Words(string body) => letter.Content with { Body = body };

        await using var db = app.OpenDb();

        Assert.False(await db.HasDraftAsync(letter.Id, Words("First."), began: Words("Second."), TestContext.Current.CancellationToken));
        Assert.True(await db.HasDraftAsync(letter.Id, Words("Second."), began: Words("First."), TestContext.Current.CancellationToken));
        Assert.True(await db.HasDraftAsync(letter.Id, Words("First."), began: null, TestContext.Current.CancellationToken));
    }

    private async Task<Letter> ALetterAsync(string slug)
    {
        var letter = ALetter.Draft(slug);
        await app.SaveAsync(letter);
        return letter;
    }

    private async Task<SaveOutcome> SaveAsync(Letter letter, string body, int seen, Actor who)
    {
        SaveOutcome? outcome = null;
        await app.RunAsync<SaveDraft>(async story => outcome = await story.RunAsync(letter.Id, letter.Content with { Body = body }, seen, who, Guid.NewGuid()));
        return outcome!;
    }

    private Task<Letter> StoredAsync(Letter letter) => app.ReadAsync(db => db.Letters.SingleAsync(l => l.Id == letter.Id));
}
