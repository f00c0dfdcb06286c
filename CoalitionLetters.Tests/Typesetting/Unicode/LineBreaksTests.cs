using System.Globalization;
using System.Text;
using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Unicode;

public class LineBreaksTests
{
    [Fact]
    public void Every_line_of_LineBreakTest_comes_out_as_Unicode_says()
    {
        var wrong = new List<string>();
        var count = 0;

        foreach (var line in ConformanceFile.Lines("LineBreakTest.txt").Where(line => line.Length > 0 && line[0] != '#'))
        {
            var text = new StringBuilder();
            var expected = new List<bool>();
            foreach (var part in line.Split('#')[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (part is "÷" or "×")
                {
                    expected.Add(part == "÷");
                    continue;
                }

                var character = char.ConvertFromUtf32(int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                text.Append(character);
                expected.AddRange(Enumerable.Repeat(false, character.Length - 1));
            }

            var breaks = LineBreaks.Of(text.ToString());
            count++;
            if (!breaks.Select(found => found != LineBreak.None).SequenceEqual(expected))
            {
                wrong.Add(line);
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(7_654, count);
    }

    [Theory]
    [InlineData("one two", "one |two")]
    [InlineData("one\u00A0two", "one\u00A0two")]
    [InlineData("one\ntwo\r\nthree\u2028four", "one\n!two\r\n!three\u2028!four")]
    [InlineData("$1,234.50 (net)", "$1,234.50 |(net)")]
    [InlineData("soft\u00ADhyphen", "soft\u00AD|hyphen")]
    [InlineData("东京、大阪", "东|京、|大|阪")]
    [InlineData("", "")]
    public void Breaks_are_where_a_reader_expects_them(string text, string expected)
    {
        var breaks = LineBreaks.Of(text);

        var shown = string.Concat(text.Select((unit, i) => breaks[i] switch { LineBreak.Allowed => "|", LineBreak.Mandatory => "!", _ => "" } + unit));
        Assert.Equal(expected, shown);
    }
}
