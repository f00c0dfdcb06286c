using System.Globalization;
using System.Text;
using CoalitionLetters.Typesetting.Unicode;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Unicode;

public class BidiTests
{
    [Fact]
    public void Every_line_of_BidiTest_comes_out_as_Unicode_says()
    {
        var samples = Enum.GetValues<BidiClass>().ToDictionary(type => type.ToString(), SampleOf);
        string[] levels = [], order = [];
        var wrong = new List<string>();
        var count = 0;

        foreach (var line in ConformanceFile.Lines("BidiTest.txt"))
        {
            if (line.StartsWith("@Levels:", StringComparison.Ordinal))
            {
                levels = line[8..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            }
            else if (line.StartsWith("@Reorder:", StringComparison.Ordinal))
            {
                order = line[9..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            }
            else if (line.Length > 0 && line[0] is not ('#' or '@'))
            {
                var (types, directions) = (line.Split(';')[0], int.Parse(line.Split(';')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                var text = string.Concat(types.Split(' ').Select(type => samples[type]));
                foreach (var direction in Enum.GetValues<BaseDirection>().Where(direction => (directions & (1 << (int)direction)) != 0))
                {
                    count++;
                    if (!Agrees(text, direction, levels, order, out _))
                    {
                        wrong.Add($"{types} {direction}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(770_241, count);
    }

    [Fact]
    public void Every_line_of_BidiCharacterTest_comes_out_as_Unicode_says()
    {
        BaseDirection[] directions = [BaseDirection.LeftToRight, BaseDirection.RightToLeft, BaseDirection.Auto];
        var wrong = new List<string>();
        var count = 0;

        foreach (var line in ConformanceFile.Lines("BidiCharacterTest.txt").Where(line => line.Length > 0 && line[0] != '#'))
        {
            var fields = line.Split(';');
            var text = new StringBuilder();
            foreach (var code in fields[0].Split(' '))
            {
                text.Append(char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            }

            var order = fields[4].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var agrees = Agrees(text.ToString(), directions[fields[1][0] - '0'], fields[3].Split(' '), order, out var baseLevel);
            count++;
            if (!agrees || baseLevel != fields[2][0] - '0')
            {
                wrong.Add(line);
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(91_707, count);
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('»', '«')]
    [InlineData(0x2264, 0x2265)]
    [InlineData('a', 'a')]
    public void Characters_are_mirrored(int codePoint, int mirror)
    {
        Assert.Equal(mirror, Bidi.Mirror(codePoint));
    }

    [Fact]
    public void Characters_beyond_the_first_plane_and_lone_surrogates_keep_levels_in_step()
    {
        var levels = Bidi.Levels("a\uD83A\uDD00\uD800b", BaseDirection.Auto, out var baseLevel);

        Assert.Equal([0, 1, 1, 0, 0], levels);
        Assert.Equal(0, baseLevel);
    }

    [Fact]
    public void Thousands_of_nested_isolates_take_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("\u2068\u05D0(", 30_000));

        var levels = Bidi.Levels(text, BaseDirection.Auto, out _);

        Assert.Equal(text.Length, levels.Length);
        Assert.InRange(levels.Max(), 1, 126);
    }

    /// <summary>Compares without the characters that X9 removes, which the files mark with an x.</summary>
    private static bool Agrees(string text, BaseDirection direction, string[] expectedLevels, string[] expectedOrder, out byte baseLevel)
    {
        var units = Bidi.Levels(text, direction, out baseLevel);
        Bidi.ResetLineEnds(text, units, baseLevel);

        var kept = new List<int>();
        var levels = new List<byte>();
        for (int i = 0, unit = 0; i < expectedLevels.Length; unit += char.IsHighSurrogate(text[unit]) ? 2 : 1, i++)
        {
            if (expectedLevels[i] != "x")
            {
                kept.Add(i);
                levels.Add(units[unit]);
                if (units[unit] != int.Parse(expectedLevels[i], CultureInfo.InvariantCulture))
                {
                    return false;
                }
            }
        }

        var order = Bidi.VisualOrder(levels.ToArray());
        return order.Select(place => kept[place]).SequenceEqual(expectedOrder.Select(place => int.Parse(place, CultureInfo.InvariantCulture)));
    }

    private static string SampleOf(BidiClass type)
    {
        for (var code = 0; ; code++)
        {
            if (!char.IsBetween((char)code, '\uD800', '\uDFFF') && Bidi.ClassOf(code) == type)
            {
                return char.ConvertFromUtf32(code);
            }
        }
    }
}
