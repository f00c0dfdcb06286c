using AngleSharp.Dom;
using CoalitionLetters.Letters;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Web;

/// <summary>What cannot be read as what a field is for is refused beside the field: the default that stands in its place was chosen by nobody.</summary>
[Trait("Needs", "Database")]
public sealed class UnreadFieldsTests(BusyCoalition busy) : IClassFixture<BusyCoalition>
{
    private static readonly string[] NoNumber = ["six", "99999999999"];
    private static readonly string[] NoChoice = ["six", "99999999999", "99"];

    [Fact]
    public async Task No_form_of_the_desk_takes_garbage_in_a_number_a_day_a_time_or_a_choice()
    {
        var addresses = new Addresses(busy);
        var before = await StoredAsync();
        var wrong = new List<string>();
        var (tried, typed) = (0, 0);
        var browser = await app.SignedInAsync(StaffRole.Owner);
        foreach (var (pattern, address) in addresses.Pages.Where(page => Addresses.IsStaff(page.Pattern) && page.Pattern != "/staff/sign-out"))
        {
            await browser.VisitAsync(address);
            var fields = browser.Page.QuerySelectorAll("main form[method=post]").Index().SelectMany(form => Chosen(form.Item).Select(field => (Form: form.Index, field.Name, field.IsChoice, field.IsTyped))).ToList();
            foreach (var (form, name, isChoice, isTyped) in fields)
            {
                foreach (var garbage in isChoice ? NoChoice : NoNumber)
                {
                    await browser.VisitAsync(address);
                    await SendAsync(browser, browser.Page.QuerySelectorAll("main form[method=post]")[form], name, garbage);
                    tried++;
                    if ((int)browser.Status >= 500 || browser.Page.QuerySelector("[role=alert] :is(p, li), .error") is null)
                    {
                        wrong.Add($"{pattern}: {name} = {garbage}: {(int)browser.Status} {browser.Path}");
                    }

                    if (isTyped && !IsToldBeside(browser.Page, name, garbage))
                    {
                        wrong.Add($"{pattern}: {name} = {garbage} is not told beside the field, or not kept in it");
                    }

                    typed += isTyped ? 1 : 0;
                    if (await StoredAsync() is var after && after != before)
                    {
                        wrong.Add($"{pattern}: {name} = {garbage} is stored: {string.Join(" | ", after.Split('\n').Except(before.Split('\n')))}");
                        before = after;
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 60 && typed > 20, $"{tried}, {typed}");
    }

    [Theory]
    [InlineData("Form.GraceHours", "six", "grace-error", "“six” cannot be taken as a number. Enter a whole number in figures, like 6.")]
    [InlineData("Form.GraceHours", "", "grace-error", "Enter a whole number in figures, like 6.")]
    [InlineData("Form.DueOn", "soon", "due-on-error", "“soon” is no day of the calendar. Enter one like 2026-06-22.")]
    [InlineData("Form.ClosesTime", "noon", "closes-time-error", "“noon” is no time of day. Enter one like 17:00.")]
    public async Task What_cannot_be_read_is_told_beside_the_field_and_keeps_the_letter_shut(string field, string typed, string place, string told)
    {
        var browser = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/letters/draft/opening");

        await browser.SubmitAsync((field, typed));

        Assert.Equal(told, browser.Page.GetElementById(place)!.TextContent);
        Assert.Contains(told, browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var input = browser.Page.QuerySelector($"[name='{field}']")!;
        Assert.Equal((typed, "true", (string?)null), (input.GetAttribute("value") ?? "", input.GetAttribute("aria-invalid"), input.GetAttribute("type")));
        Assert.Contains(place, input.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Draft, await app.ReadAsync(db => db.Letters.Where(l => l.Slug == "draft").Select(l => l.Status).SingleAsync()));
    }

    [Fact]
    public async Task In_a_form_with_a_name_of_its_own_the_same_is_told_beside_the_field_and_all_that_was_typed_stays()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync(new Addresses(busy).Of("/staff/letters/{Slug}/signatures/{Id:guid}")[0]);
        (string Name, string Value)[] typed = [("Listing.Name", "A name just typed"), ("Listing.Website", "https://just-typed.example"), ("Listing.Order", "first")];

        await browser.SubmitAsync(typed);

        Assert.Equal("“first” cannot be taken as a number. Enter a whole number in figures, like 6.", browser.Page.GetElementById("field-order-error")!.TextContent);
        Assert.Equal(typed, typed.Select(field => (field.Name, browser.Page.QuerySelector($"[name='{field.Name}']")!.GetAttribute("value") ?? "")));
    }

    [Fact]
    public async Task Of_several_unread_fields_in_a_form_with_a_name_of_its_own_each_is_told_beside_itself()
    {
        var browser = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync(new Addresses(busy).Of("/staff/actions/{Slug}/targets")[0]);

        await browser.SubmitAsync(("Form.MailsPerMinute", "many"), ("Form.DeliveredOn", "soon"));

        Assert.Equal("“many” cannot be taken as a number. Enter a whole number in figures, like 6.", browser.Page.GetElementById("pace-error")!.TextContent);
        Assert.Equal("“soon” is no day of the calendar. Enter one like 2026-06-22.", browser.Page.GetElementById("delivered-error")!.TextContent);
        Assert.Equal(("many", "soon"), (browser.Page.GetElementById("pace")!.GetAttribute("value"), browser.Page.GetElementById("delivered")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("Form.ClosesOn", "9999-12-31", "9999 is too far away. Choose a day in the years 2000 to 2100.")]
    [InlineData("Form.DueOn", "0001-01-01", "1 is too far away. Choose a day in the years 2000 to 2100.")]
    [InlineData("Form.GraceHours", "2000000000", "Enter 0 to 336 hours for late confirmations, which is 14 days at most.")]
    [InlineData("Form.GraceHours", "-1", "Enter 0 to 336 hours for late confirmations, which is 14 days at most.")]
    public async Task A_deadline_beyond_all_reach_is_refused_with_words(string field, string typed, string told)
    {
        var browser = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/letters/family-unity/deadline");
        var before = await app.ReadAsync(db => db.Letters.Where(l => l.Slug == "family-unity").Select(l => l.GraceEndsAt).SingleAsync());

        await browser.SubmitAsync((field, typed));

        Assert.Contains(told, browser.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.ReadAsync(db => db.Letters.Where(l => l.Slug == "family-unity").Select(l => l.GraceEndsAt).SingleAsync()));
    }

    private TestApp app => busy.App;

    /// <summary>The names of the fields in which one chooses or counts. Words are anybody's, and a box is ticked or not.</summary>
    private static IEnumerable<(string Name, bool IsChoice, bool IsTyped)> Chosen(IElement form) => form.QuerySelectorAll("input, select")
        .Where(field => field.LocalName == "select" || field.GetAttribute("type") is "number" or "date" or "time" or "radio" || field.GetAttribute("name")?.EndsWith("Seen", StringComparison.Ordinal) == true)
        .Where(field => field.GetAttribute("name") is not null)
        .Select(field => (field.GetAttribute("name")!, field.LocalName == "select" || field.GetAttribute("type") == "radio", field.GetAttribute("type") is "number" or "date" or "time" && field.Closest(".field") is not null)).Distinct();

    /// <summary>The same name may stand in several forms of a page.</summary>
    private static bool IsToldBeside(IParentNode page, string name, string typed) => page.QuerySelectorAll($".field.wrong [name='{name}']")
        .Any(field => field.GetAttribute("value") == typed && field.GetAttribute("aria-invalid") == "true" && field.Closest(".field")!.QuerySelector(".error") is not null);

    private static async Task SendAsync(Browser browser, IElement form, string name, string garbage)
    {
        foreach (var field in form.QuerySelectorAll($"[name='{name}']").ToList())
        {
            field.Remove();
        }

        var hidden = browser.Page.CreateElement("input");
        hidden.SetAttribute("type", "hidden");
        hidden.SetAttribute("name", name);
        hidden.SetAttribute("value", garbage);
        form.AppendChild(hidden);
        await browser.PressAsync(form.QuerySelector("button:not([type=button])") ?? throw new InvalidOperationException($"A form on {browser.Path} has no button."));
    }

    private async Task<string> StoredAsync() => string.Join('\n', await app.WholeRowsAsync(), await app.ReadAsync(async db => string.Join('\n',
        (await db.Letters.OrderBy(l => l.Id).Select(l => new { l.Id, l.Revision, l.StateRevision }).ToListAsync()).Select(letter => $"{letter}"))), await app.ReadAsync(db => db.Set<CoalitionLetters.History.HistoryEntry>().CountAsync()));
}
