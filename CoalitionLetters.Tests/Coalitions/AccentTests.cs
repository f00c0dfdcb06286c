using System.Globalization;
using CoalitionLetters.Coalitions;
using Xunit;

namespace CoalitionLetters.Tests.Coalitions;

public sealed class AccentTests
{
    [Fact]
    public void Any_accent_becomes_an_ink_that_can_be_read()
    {
        var steps = new[] { 0, 51, 102, 153, 204, 255 };

        var unreadable =
            from red in steps
            from green in steps
            from blue in steps
            let accent = Accent.From($"#{red:x2}{green:x2}{blue:x2}")!
            where Contrast(accent.Ink, "#f4f4f2") < 5 || Contrast(accent.Ink, "#ffffff") < 5.5 || Contrast("#15181d", accent.Wash) < 12
            select (accent.Given, accent.Ink, accent.Wash);

        Assert.Empty(unreadable);
    }

    [Fact]
    public void The_default_ink_stays_as_it_is()
    {
        Assert.Equal("#1f3f94", Accent.From(Accent.Default)!.Ink);
    }

    [Theory]
    [InlineData("#FFE", "#ffffee")]
    [InlineData(" #1F3F94 ", "#1f3f94")]
    public void Short_and_capital_forms_are_read(string given, string read) => Assert.Equal(read, Accent.From(given)!.Given);

    [Theory]
    [InlineData(null)]
    [InlineData("blue")]
    [InlineData("#12345")]
    [InlineData("#ggg")]
    [InlineData("red;}body{display:none")]
    public void Anything_else_is_no_colour(string? given) => Assert.Null(Accent.From(given));

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string a, string b)
    {
        var (one, other) = (Luminance(a), Luminance(b));
        return (Math.Max(one, other) + .05) / (Math.Min(one, other) + .05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }

        return .2126 * Channel(1) + .7152 * Channel(3) + .0722 * Channel(5);
    }
}
