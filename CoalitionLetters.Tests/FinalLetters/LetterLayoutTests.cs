using CoalitionLetters.FinalLetters;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Typesetting.Documents;
using CoalitionLetters.Typesetting.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

/// <summary>Where the parts of a letter stand on its pages.</summary>
public sealed class LetterLayoutTests
{
    [Fact]
    public void Further_lines_of_copies_and_enclosures_stand_under_the_first()
    {
        var letter = ALetter.Content with { Body = "We ask.", Cc = ["Ana", "Ben"], Enclosures = ["Exhibit A", "Exhibit B"] };

        var shown = LetterPdf.Lay(letter, [], LettersToSet.Options, keepDrawings: true).OnPage(0);

        Assert.Equal(LeftOf("Ana"), LeftOf("Ben"), 0.6);
        Assert.Equal(LeftOf("Exhibit A"), LeftOf("Exhibit B"), 0.6);

        double LeftOf(string words) => shown.Single(run => run.Text.Trim() == words).Left;
    }

    [Fact]
    public void Name_and_office_of_a_signer_stand_at_one_side_whichever_way_they_run()
    {
        var letter = LettersToSet.AttorneysGeneral.Letter with { Body = "We ask.", SignatureColumns = 1 };

        var shown = LetterPdf.Lay(letter, [new ListedName("יעל כהן") { Title = "Attorney General", State = "New Mexico" }], LettersToSet.Options, keepDrawings: true).OnPage(0).Visible().ToList();

        var name = shown.Where(run => run.Text.Any(c => c is >= 'א' and <= 'ת')).Min(run => run.Left);
        Assert.Equal(name, shown.Last(run => run.Text.StartsWith("Attorney General", StringComparison.Ordinal)).Left, 0.6);
    }

    [Fact]
    public void Headings_of_each_rank_look_different_and_lists_keep_their_marks()
    {
        var body = string.Concat(Enumerable.Range(1, 6).Select(rank => $"{new string('#', rank)} Rank{rank}\n\n")) + "3) Third\n4) Fourth\n";

        var file = LetterPdf.Lay(ALetter.Content with { Body = body }, [], LettersToSet.Options, keepDrawings: true);

        var looks = file.Pages.SelectMany(page => page.Drawings.OfType<Drawing.Glyphs>()).Where(glyphs => glyphs.Run.Text.StartsWith("Rank", StringComparison.Ordinal))
            .Select(glyphs => (glyphs.Run.Size, glyphs.Run.Font.PostScriptName)).ToList();
        Assert.Equal(6, looks.Distinct().Count());
        Assert.Contains(file.Body(), run => run.Text.Trim() == "4)");
    }

    [Fact]
    public void Five_names_of_one_state_stay_in_one_column_as_wide_as_those_of_a_longer_list()
    {
        var names = Enumerable.Range(10, 30).Select(i => new ListedName($"Trust {i}") { Scope = Scope.National })
            .Concat(Enumerable.Range(1, 5).Select(i => new ListedName($"Local {i}") { Scope = Scope.Local, State = "Texas" })).ToList();

        var shown = LetterPdf.Lay(ALetter.Content with { Body = "We ask." }, names, LettersToSet.Options, keepDrawings: true).Body();

        Assert.Equal(3, LeftsOf("Trust").Count);
        Assert.Equal(LeftsOf("Trust")[0], Assert.Single(LeftsOf("Local")));
        Assert.DoesNotContain(shown, run => run.Text.Contains("Texas (continued)", StringComparison.Ordinal));

        List<double> LeftsOf(string word) => [.. shown.Where(run => run.Text.StartsWith(word, StringComparison.Ordinal)).Select(run => run.Left).Distinct().Order()];
    }
}
