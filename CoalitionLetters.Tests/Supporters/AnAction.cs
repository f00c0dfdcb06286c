using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Tests.Supporters;

/// <summary>Actions that tests begin with, and persons who write.</summary>
internal static class AnAction
{
    public const string Mailbox = "letters@senate.example";
    public const string SecondMailbox = "office@house.example";

    /// <summary>The 2018 action of the sample: a web form and a printed letter.</summary>
    public static SupportersAction FromSample(string slug, DateTime now)
    {
        var file = ActionFile.Parse(File.ReadAllText(RepositoryFiles.Sample("supporters-action.md")));
        var action = SupportersAction.Draft(slug, file.Content, null, now);
        foreach (var (facts, index) in file.Targets.Select((facts, index) => (facts, index)))
        {
            action.Add(Target.Of(action, index + 1, facts, now));
        }

        return action;
    }

    /// <summary>Open, with one target of each of these channels.</summary>
    public static SupportersAction To(string slug, DateTime now, params Channel[] channels) => With(slug, now, content => content, channels);

    public static SupportersAction With(string slug, DateTime now, Func<ActionContent, ActionContent> change, params Channel[] channels)
    {
        var content = change(new ActionContent
        {
            Title = "Keep families together",
            Explanation = "Children are being taken from **parents**.",
            Subject = "Families belong together",
            Draft = "I write because of the children.\n\n[[Please end these separations now.]] {{own-sentence}}\n\nThank you for your time.",
        });
        var action = SupportersAction.Draft(slug, content, null, now);
        foreach (var (channel, index) in channels.Select((channel, index) => (channel, index)))
        {
            var name = $"{channel} office {index + 1}";
            action.Add(Target.Of(action, index + 1, new TargetFacts(name, $"Dear {name},", channel)
            {
                Email = index == 0 ? Mailbox : SecondMailbox,
                Form = "https://form.example/contact",
                PostalAddress = ["1 Capitol Street", "Washington, DC 20500"],
            }, now));
        }

        action.Open(null, now);
        return action;
    }

    public static (string, string)[] Person(string mail, string first = "Kim") =>
        [("first", first), ("last", "Doe"), ("mail", mail), ("code", "44113"), ("state", "OH"), ("own", "My sister teaches such children.")];

    /// <summary>Writes and sends through the pages, without confirming.</summary>
    public static async Task<Browser> WritesAsync(this TestApp app, string slug, string mail, string first = "Kim")
    {
        var browser = await app.Browser().VisitAsync($"/actions/{slug}");
        await browser.PressAsync("Go on to your letter", Person(mail, first));
        await browser.PressAsync(browser.Page.QuerySelector("button[value=send]")!);
        return browser;
    }

    /// <summary>Writes and confirms; the browser stands on the person's own page.</summary>
    public static async Task<Browser> WritesAndConfirmsAsync(this TestApp app, string slug, string mail, string first = "Kim")
    {
        var browser = await app.WritesAsync(slug, mail, first);
        await browser.VisitAsync(await app.Mailbox.LinkToAsync(mail, "confirm-message"));
        return await browser.PressAsync("Confirm my message");
    }

    public static Task<Supporter> SupporterAsync(this TestApp app, string mail) =>
        app.ReadAsync(db => db.Supporters.AsNoTracking().Include(s => s.Messages).SingleAsync(s => s.EmailKey == mail));
}
