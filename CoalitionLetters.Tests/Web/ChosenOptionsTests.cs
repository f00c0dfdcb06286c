using System.Text.RegularExpressions;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Web;

/// <summary>A form that comes back, or is opened to change something else, still shows what was chosen.</summary>
[Trait("Needs", "Database")]
public sealed partial class ChosenOptionsTests
{
    [Fact]
    public async Task How_a_signature_came_stays_chosen_when_the_form_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var desk = await app.SignedInAsync(StaffRole.Editor);

        foreach (var (address, form) in new[] { ($"seats/{(await app.SeatAsync("Maine")).Id}", "Given"), ("signatures/new", "Form") })
        {
            await desk.VisitAsync($"/staff/letters/{Offices.Slug}/{address}");
            await desk.SubmitAsync(($"{form}.CameBy", "Phone"), ($"{form}.Evidence", ""));

            Assert.NotNull(desk.Page.QuerySelector("[role=alert]"));
            Assert.Equal(["Phone"], desk.Page.QuerySelectorAll("#came-by option[selected]").Select(option => option.GetAttribute("value")));
        }
    }

    [Fact]
    public void No_choice_has_options_that_cannot_be_marked()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "CoalitionLetters"), "*.razor", SearchOption.AllDirectories).Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file))).ToList();

        // A constant option is written as it stands; only the empty one, which comes first, may be.
        var wrong = pages.SelectMany(page => Choice().Matches(page.Text).SelectMany(choice => Constant().Matches(choice.Value)).Select(option => $"{page.Name}: {option.Value}")).ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(pages.Sum(page => Choice().Count(page.Text)) > 10);
    }

    [GeneratedRegex("<InputSelect.*?</InputSelect>", RegexOptions.Singleline)]
    private static partial Regex Choice();

    [GeneratedRegex("""<option value="[^"@]+">""")]
    private static partial Regex Constant();
}
