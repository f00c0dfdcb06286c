using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

/// <summary>What cannot be set is refused at the call that asks for it, and not somewhere on a page.</summary>
public sealed class RefusedCallsTests
{
    [Theory]
    [InlineData(""), InlineData(" ")]
    public void A_picture_without_words_for_those_who_do_not_see_it(string alternative)
    {
        var picture = Picture.Read("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"u8.ToArray(), "logo.svg");

        Assert.Throws<ArgumentException>(() => Layouts.Of(sheet => sheet.Image(picture, alternative)));
    }

    [Theory]
    [InlineData(double.NaN), InlineData(0), InlineData(-11), InlineData(double.PositiveInfinity), InlineData(20_000)]
    public void Type_of_no_size(double size) => Assert.Throws<ArgumentOutOfRangeException>(() => Layouts.Type.Body.Text with { Size = size });

    [Theory]
    [InlineData(double.NaN), InlineData(-1), InlineData(double.PositiveInfinity)]
    public void Lines_and_blocks_apart_by_no_distance(double points)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BlockStyle(Layouts.Type.Body.Text, points));
        Assert.Throws<ArgumentOutOfRangeException>(() => Layouts.Type.Body with { SpaceBefore = points });
        Assert.Throws<ArgumentOutOfRangeException>(() => Layouts.Type.Body with { SpaceAfter = points });
    }
}
