using System.Globalization;
using CoalitionLetters.Tests.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Paragraphs;

public sealed class WordCacheTests
{
    [Fact]
    public void Words_are_kept_until_they_are_many_by_their_letters()
    {
        var cache = WordCache.For(ShippedFonts.NotoSans, Script.Common, rightToLeft: false, "qaa");

        var words = Enumerable.Range(0, 10_001).Select(number => number.ToString("D40", CultureInfo.InvariantCulture)).ToList();
        words.ForEach(word => cache.Shape(word));

        Assert.Same(cache.Shape(words[0]), cache.Shape(words[0]));
        Assert.NotSame(cache.Shape(words[^1]), cache.Shape(words[^1]));
    }
}
