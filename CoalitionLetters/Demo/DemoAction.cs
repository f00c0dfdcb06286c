using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Jobs;
using CoalitionLetters.Supporters;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Demo;

/// <summary>The supporters' action of the sample beside the published letter, open, with some who have written already.</summary>
public sealed class DemoAction(CoalitionDb db, JobSignals signals)
{
    public const string Slug = "keep-families-together";

    private const string Explanation =
        "Children are being taken from parents who came for safety. Two offices can end it. A letter in your own words is read as a person’s; make the draft below yours.";

    private static readonly (string First, string Last, string State, string Code, string? Own)[] People =
    [
        ("Ana", "Example", "New Mexico", "87102", "I teach second grade, and two of my pupils ask every day where their father is."),
        ("Walt", "Sample", "Ohio", "44113", "My grandparents came through Ellis Island with four children, and nobody took them away."),
        ("Rosa", "Muestra", "Texas", "78501", "I drive a school bus in Hidalgo County and see what this does to families."),
        ("Kim", "Doe", "Texas", "79901", null),
        ("Lee", "Probe", "California", "92101", null),
        ("Mary", "Model", "New York", "10001", "As a pediatric nurse I know that these weeks will stay with the children for life."),
    ];

    /// <summary>The action opens the day after the letter went out, and people write in the hours after that.</summary>
    private readonly DemoClock clock = new(new DateTime(2018, 6, 26, 14, 0, 0, DateTimeKind.Utc));

    public async Task MakeAsync()
    {
        var staff = new Actor(DemoCoalition.Owner);
        var file = ActionFile.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "assets", "samples", "supporters-action.md")));
        var manage = new ManageAction(db, clock);
        var action = await manage.CreateAsync(Slug, file.Content with { Explanation = Explanation, Subject = "Please keep families together", ConsentText = "The coalition may write to me about what becomes of this." }, DemoLetters.Published, staff);
        await manage.AddTargetsAsync(Slug, file.Targets, staff);
        await manage.OpenAsync(Slug, null, staff);
        foreach (var (person, number) in People.Select((person, index) => (person, index + 1)))
        {
            clock.Now = clock.Now.AddMinutes(67);
            await WriteAsync(action, person.First, person.Last, person.State, person.Code, person.Own, number);
        }
    }

    private async Task WriteAsync(SupportersAction action, string first, string last, string state, string code, string? own, int number)
    {
        var draft = DraftText.Parse(action.Content.Draft);
        var text = draft.With(own);
        var person = new SupporterPerson { FirstName = first, LastName = last, Email = $"{first}.{last}@mail.example".ToLowerInvariant(), State = state, PostalCode = code };
        var written = new SupporterText(action.Content.Subject, text, own, draft.ChangedShareOf(text), MayBeShown: own is not null);
        var supporter = Supporter.Of(action, person, written, $"TT-DEM0-{number:000}", null, clock.UtcNow);
        var (confirm, _) = supporter.MakeKeys();
        db.Add(supporter);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        await new ConfirmMessage(db, clock, signals).RunAsync(confirm, supporter.Revision);
        if (number <= 2)
        {
            var shown = await db.Supporters.SingleAsync(s => s.Id == supporter.Id);
            await new ReviewMessages(db, clock, signals).ShowAsync(shown.Id, shown.Revision, true, new Actor(DemoCoalition.Owner));
        }
    }
}
