using CoalitionLetters.Coalitions;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Typesetting.Svg;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

public sealed class PrintedAccentTests
{
    [Fact]
    public void Letterhead_rule_and_headings_of_the_list_are_printed_in_the_coalitions_colour()
    {
        var coalition = Coalition.Found("River Trust", "UTC", ALetter.Now);
        var usual = Signatories.PrintedAccent(coalition);
        coalition.Describe("River Trust", "UTC", "#ffff00", "");

        var drawn = Drawn(LettersToSet.Options with { Accent = Signatories.PrintedAccent(coalition) });

        Assert.Equal(Typography.Navy, usual);
        Assert.Contains(coalition.AccentInk, drawn, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("#1d3557", drawn, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("#1d3557", Drawn(LettersToSet.Options), StringComparison.OrdinalIgnoreCase);

        static string Drawn(RenderOptions options) =>
            string.Concat(LetterPdf.Lay(LettersToSet.FamilyUnity.Letter, LettersToSet.FamilyUnity.Names, options, keepDrawings: true).Pages.Select(page => SvgPage.Of(page, _ => null)));
    }
}
