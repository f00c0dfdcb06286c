using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Unicode;

public class ScriptsTests
{
    [Theory]
    [InlineData('a', Script.Latin)]
    [InlineData('Ж', Script.Cyrillic)]
    [InlineData('ა', Script.Georgian)]
    [InlineData(',', Script.Common)]
    [InlineData(0x0301, Script.Inherited)]
    [InlineData(0x20000, Script.Han)]
    [InlineData(0x0378, Script.Unknown)]
    [InlineData(0xD800, Script.Unknown)]
    [InlineData(0x10FFFF, Script.Unknown)]
    [InlineData(0x1E900, Script.Adlam)]
    [InlineData(-1, Script.Unknown)]
    public void A_character_has_the_script_that_Unicode_gives_it(int codePoint, Script script)
    {
        Assert.Equal(script, Scripts.Of(codePoint));
    }

    [Theory]
    [InlineData(Script.Latin, "Latn")]
    [InlineData(Script.ZanabazarSquare, "Zanb")]
    [InlineData(Script.Unknown, "Zzzz")]
    [InlineData(Script.Khmer, "Khmr")]
    public void Scripts_have_their_ISO_15924_code(Script script, string tag)
    {
        Assert.Equal(tag, Scripts.TagOf(script));
    }

    [Theory]
    [InlineData("River Trust", "Latin:River Trust")]
    [InlineData("123 River", "Latin:123 River")]
    [InlineData("2030!", "Common:2030!")]
    [InlineData("Мир (Mir) дом", "Cyrillic:Мир (|Latin:Mir|Cyrillic:) дом")]
    [InlineData("e\u0301a", "Latin:e\u0301a")]
    [InlineData("नमस्ते।", "Devanagari:नमस्ते।")]
    [InlineData("পাখি।", "Bengali:পাখি।")]
    [InlineData("东京、かな", "Han:东京、|Hiragana:かな")]
    [InlineData("𞤀𞤣 x", "Adlam:𞤀𞤣 |Latin:x")]
    public void Text_falls_into_stretches_of_one_script(string text, string expected)
    {
        var runs = Scripts.Runs(text);

        Assert.Equal(expected, string.Join("|", runs.Select(run => $"{run.Script}:{text.Substring(run.Start, run.Length)}")));
    }

    [Fact]
    public void Empty_text_has_no_stretch()
    {
        Assert.Empty(Scripts.Runs(""));
    }
}
