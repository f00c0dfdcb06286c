using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Unicode;
using Xunit;
using static CoalitionLetters.Tests.Typesetting.Paragraphs.Setting;

namespace CoalitionLetters.Tests.Typesetting.Paragraphs;

public class ParagraphSetterTests
{
    [Fact]
    public void Wrapped_lines_keep_their_space_in_the_text_but_not_in_the_width()
    {
        var lines = Set("River Trust of the North Bay", 80);

        Assert.Equal("River Trust of the |North Bay", Broken(lines));
        Assert.Equal(lines[0].Width, lines[0].Fragments[0].Width, 6);
        Assert.True(lines[0].Fragments[0].Run.Width > lines[0].Width + 2);
    }

    [Fact]
    public void Breaks_are_chosen_for_the_whole_paragraph_and_so_lines_are_more_even()
    {
        double chosen = 0, filled = 0;
        for (var width = 150; width < 350; width += 5)
        {
            chosen += width - Set(Letter, width).SkipLast(1).Min(line => line.Width);
            filled += width - FilledLines(Letter, width).SkipLast(1).Min();
        }

        Assert.InRange(chosen / filled, 0.3, 0.9);
    }

    [Fact]
    public void A_last_line_is_no_lonely_short_word_when_it_can_be_helped()
    {
        for (var width = 150; width < 400; width++)
        {
            var last = Set(Letter + " We do so.", width)[^1];

            Assert.True(last.Text.Contains(' ') || last.Width > width / 8.0, $"{width}: {last.Text}");
        }
    }

    [Fact]
    public void Hard_breaks_stay_and_read_as_a_space()
    {
        var lines = Set("The Honorable Jane Doe\nChair\r\n\r\nUnited States Senate\u2028Washington\n", 300);

        Assert.Equal("The Honorable Jane Doe |Chair | |United States Senate |Washington ", Broken(lines));
        Assert.Equal(0, lines[2].Width);
        Assert.True(lines[2].Ascent > 5);
    }

    [Fact]
    public void Alignment_places_the_visible_text()
    {
        var left = Set("River Trust", 200)[0];
        var right = Set("River Trust ", 200, new ParagraphFormat { Alignment = Alignment.Right })[0];
        var center = Set("River Trust", 200, new ParagraphFormat { Alignment = Alignment.Center })[0];

        Assert.Equal(0, left.X);
        Assert.Equal(200, right.X + right.Width, 6);
        Assert.Equal(100, center.X + center.Width / 2, 6);
    }

    [Fact]
    public void Justified_lines_fill_the_width_all_but_the_last()
    {
        var lines = Set(Letter, 250, new ParagraphFormat { Alignment = Alignment.Justified });

        Assert.All(lines.SkipLast(1), line => Assert.Equal(250, line.Width, 6));
        Assert.True(lines[^1].Width < 250);
        Assert.All(lines.SkipLast(1), line => Assert.Equal(250, line.Fragments[^1].X + line.Fragments[^1].Width, 6));
        Assert.Equal(0, lines[^1].Fragments[0].Run.WordSpacing);
    }

    [Fact]
    public void A_justified_last_line_that_is_a_little_too_long_is_shrunk()
    {
        for (var width = 100; width < 300; width++)
        {
            var lines = Set(Letter, width, new ParagraphFormat { Alignment = Alignment.Justified });

            Assert.All(lines, line => Assert.True(line.Width <= width + 1e-6, $"{line.Width} > {width}: {line.Text}"));
        }
    }

    [Fact]
    public void First_and_hanging_indents_make_room_at_the_start()
    {
        var lines = Set(Letter, 200, new ParagraphFormat { FirstIndent = 15, HangingIndent = 30 });

        Assert.Equal(15, lines[0].X);
        Assert.All(lines.Skip(1), line => Assert.Equal(30, line.X));
        Assert.All(lines, line => Assert.True(line.X + line.Width <= 200));
    }

    [Fact]
    public void Balanced_lines_are_about_equally_long_and_no_more_of_them()
    {
        const string heading = "A Letter to the Committee on Energy and Commerce about Water for All";

        var plain = Set(heading, 220);
        var balanced = Set(heading, 220, new ParagraphFormat { Balance = true });

        Assert.Equal(plain.Count, balanced.Count);
        Assert.InRange(balanced.Max(line => line.Width) - balanced.Min(line => line.Width), 0, 45);
    }

    [Fact]
    public void Tags_and_styles_come_back_on_fragments()
    {
        var note = new object();
        var raised = Roman with { Size = 7, Rise = 4 };

        var line = Set([new Span("for all", Roman), new Span("3", raised, note), new Span(", always", Roman with { Italic = true })], 300)[0];

        Assert.Equal(["for all", "3", ", always"], line.Fragments.Select(fragment => fragment.ActualText));
        Assert.Same(note, line.Fragments[1].Tag);
        Assert.Equal(line.Fragments[0].Width, line.Fragments[1].X, 6);
        Assert.Contains("Italic", line.Fragments[2].Run.Font.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_mark_stays_with_its_word()
    {
        var raised = Roman with { Size = 7, Rise = 4 };
        for (var width = 40; width < 120; width++)
        {
            var lines = Set([new Span("clean water", Roman), new Span("12", raised), new Span(" for all people", Roman)], width);

            Assert.DoesNotContain(lines, line => line.Text.StartsWith("12", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("an extra\u00ADordinary", 50, "an extra\u00AD|ordinary")]
    [InlineData("an extra\u00ADordinary", 500, "an extraordinary")]
    [InlineData("ten\u00A0thousand names", 65, "ten\u00A0thousand |names")]
    [InlineData("see https://www.example.org/reports/2024?state=ny", 145, "see https://www.example.org/|reports/2024?state=ny")]
    [InlineData("see www.example.org/i-589-instructions", 130, "see www.example.org/i-589|-instructions")]
    [InlineData("at https://example.org/i-589-instructions", 125, "at https://example.org/i-589|-instructions")]
    [InlineData("write to somebody@example.org", 80, "write to |somebody@|example.org")]
    [InlineData("odd \u00ADhyphen", 40, "odd |hyphen")]
    [InlineData("clean—and safe", 40, "clean—|and safe")]
    [InlineData("pages 2019–2024 and", 48, "pages |2019–2024 |and")]
    public void Breaks_are_where_a_typographer_wants_them(string text, double width, string expected)
    {
        Assert.Equal(expected, Broken(Set(text, width)));
    }

    [Fact]
    public void A_soft_hyphen_shows_as_a_hyphen_at_the_end_of_a_line_alone()
    {
        var divided = Set("an extra\u00ADordinary", 50)[0];
        var whole = Set("an extra\u00ADordinary", 500)[0];

        Assert.Equal(("-", "\u00AD"), (divided.Fragments[^1].Run.Text, divided.Fragments[^1].ActualText));
        Assert.True(divided.Width <= 50);
        Assert.Equal("an extraordinary", Assert.Single(whole.Fragments).Run.Text);
    }

    [Fact]
    public void Words_divide_by_syllables_only_on_wish_and_where_it_helps()
    {
        var format = new ParagraphFormat { Alignment = Alignment.Justified };

        var whole = Set(Letter, 120, format);
        var divided = Set(Letter, 120, format with { Hyphenate = true });
        var spanish = Set([new Span("las organizaciones abajo firmantes representamos", Roman with { Language = "es" })], 90, format with { Hyphenate = true });

        Assert.DoesNotContain(whole, line => line.Text.EndsWith('\u00AD'));
        Assert.Contains(divided, line => line.Text.EndsWith('\u00AD'));
        Assert.Contains("organizacio\u00AD", Broken(spanish), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_of_ten_thousand_letters_is_broken_to_fit()
    {
        var lines = Set("Name: " + new string('x', 10_000), 100);

        Assert.All(lines, line => Assert.InRange(line.Width, 1, 100));
        Assert.StartsWith("Name: x", lines[0].Text, StringComparison.Ordinal);
        Assert.Equal(10_006, lines.Sum(line => line.Text.Length));
    }

    [Fact]
    public void Clusters_stay_whole_where_not_even_one_fits()
    {
        var lines = Set("e\u0301\u0323 \U0001D400", 1);

        Assert.Equal(["e\u0301\u0323 ", "\U0001D400"], lines.Select(line => line.Text));
    }

    [Theory]
    [InlineData("bell\u0007 and null\0", "bell and null")]
    [InlineData("tab\there", "tab here")]
    [InlineData("\u202Etrojan\u202C", "trojan")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("\u0007\u200B", "")]
    [InlineData("", "")]
    public void What_has_no_picture_is_left_out(string text, string expected)
    {
        var lines = Set(text, 500);

        Assert.Equal(expected, string.Concat(lines.Select(line => line.Text)));
        Assert.Equal(expected, ParagraphSetter.Readable(text));
        Assert.All(lines.SelectMany(line => line.Fragments), fragment => Assert.All(fragment.Run.Glyphs, glyph => Assert.NotEqual(0, glyph.Id)));
    }

    [Fact]
    public void Lone_surrogates_are_shown_as_the_replacement_character()
    {
        var line = Set("lone \uD800 and \uDC00!", 500)[0];

        Assert.Equal("lone \uFFFD and \uFFFD!", line.Text);
        Assert.All(line.Fragments, fragment => Assert.All(fragment.Run.Glyphs, glyph => Assert.NotEqual(0, glyph.Id)));
    }

    [Fact]
    public void A_character_that_no_font_has_is_shown_as_the_replacement_character_and_read_as_itself()
    {
        var line = Set("A \U0001F1E6 b", 500)[0];

        var missing = Assert.Single(line.Fragments, fragment => fragment.Run.Text == "\uFFFD");
        Assert.Equal("\U0001F1E6", missing.ActualText);
        Assert.All(missing.Run.Glyphs, glyph => Assert.NotEqual(0, glyph.Id));
    }

    [Fact]
    public void The_short_way_for_plain_lines_gives_what_the_long_way_gives()
    {
        var format = new ParagraphFormat { Alignment = Alignment.Center, FirstIndent = 7 };
        foreach (var name in new[] { "River Trust", "Café Ñandú & Sons, Inc.", "1199SEIU", "AV Ta To", "x", "fi ffl" })
        {
            var quick = Set(name, 300, format)[0];
            var slow = Set([new Span(name, Roman), new Span("", Roman)], 300, format)[0];

            Assert.Equal(slow.X, quick.X, 9);
            Assert.Equal(slow.Width, quick.Width, 9);
            Assert.Equal((slow.Ascent, slow.Descent, slow.Text), (quick.Ascent, quick.Descent, quick.Text));
            Assert.Equal(slow.Fragments[0].Run.Glyphs, quick.Fragments[0].Run.Glyphs);
        }
    }

    [Fact]
    public void Letter_spacing_counts_in_the_width()
    {
        var normal = Set("RIVER", 300)[0];
        var spaced = Set([new Span("RIVER", Roman with { LetterSpacing = 2 })], 300)[0];

        Assert.Equal(normal.Width + 10, spaced.Width, 6);
        Assert.Equal(spaced.Fragments[0].Run.Width, spaced.Width, 6);
    }

    [Fact]
    public void Ideographs_break_anywhere_but_before_closing_punctuation()
    {
        var lines = Set("我们，以下签名的组织，代表每个州数百万人。", 66);

        Assert.True(lines.Count >= 3);
        Assert.DoesNotContain(lines, line => line.Text[0] is '，' or '。');
    }

    [Fact]
    public void A_paragraph_of_a_hundred_thousand_characters_takes_time_in_proportion()
    {
        var text = string.Concat(Enumerable.Repeat(Letter + " ", 330));

        var started = Environment.TickCount64;
        var lines = Set(text, 400, new ParagraphFormat { Alignment = Alignment.Justified, Hyphenate = true });

        Assert.True(lines.Count > 1_000);
        Assert.InRange(Environment.TickCount64 - started, 0, 5_000);
    }

    [Theory]
    [InlineData("\u0301")]
    [InlineData("a\u00AD")]
    [InlineData("\u202Ea")]
    [InlineData("\u2067(")]
    [InlineData("\n")]
    [InlineData("@/")]
    public void Hostile_text_takes_time_in_proportion_too(string bit)
    {
        var text = "a" + string.Concat(Enumerable.Repeat(bit, 20_000));

        var started = Environment.TickCount64;
        var lines = Set(text, 100);

        Assert.Equal(ParagraphSetter.Readable(text), string.Concat(lines.Select(line => line.Text)));
        Assert.InRange(Environment.TickCount64 - started, 0, 5_000);
    }

    [Fact]
    public void A_right_to_left_paragraph_starts_on_the_right()
    {
        var lines = Set("River Trust of the North Bay", 85, new ParagraphFormat { Direction = BaseDirection.RightToLeft, HangingIndent = 10 });

        Assert.Equal(85, lines[0].X + lines[0].Width, 6);
        Assert.Equal(75, lines[1].X + lines[1].Width, 6);
        Assert.Equal("River Trust of the |North Bay", Broken(lines));
        Assert.All(lines[0].Fragments, fragment => Assert.True(fragment.Width == 0 || fragment.VisibleX >= lines[0].X - 1e-6));
    }

    [Fact]
    public void Lines_that_are_flush_left_hang_at_the_left_whichever_way_they_run()
    {
        var format = new ParagraphFormat { Alignment = Alignment.Left, HangingIndent = 10 };

        var lines = Set("האגודה לזכויות האזרח ולצדק חברתי", 100, format);

        Assert.True(lines.Count > 1);
        Assert.Equal([0, .. Enumerable.Repeat(10.0, lines.Count - 1)], lines.Select(line => line.X));
    }

    [Fact]
    public void Arabic_and_Latin_stand_in_visual_order_and_read_in_their_own()
    {
        var line = Set("جمعية النهر (River Trust) 2030", 400)[0];

        Assert.Equal("جمعية النهر (River Trust) 2030", line.Text);
        Assert.Equal(["2030", ") ", "River Trust", "جمعية النهر ("], line.Fragments.Select(fragment => fragment.ActualText).Where(text => text != " "));
        Assert.Equal(400, line.X + line.Width, 6);
        Assert.Equal(line.Fragments[^1].Run.Font, line.Fragments.First(fragment => fragment.ActualText == ") ").Run.Font);
    }

    [Fact]
    public void Thai_breaks_before_a_vowel_that_begins_a_syllable()
    {
        var lines = Set("มูลนิธิเพื่อแม่น้ำและการอนุรักษ์ธรรมชาติแห่งประเทศไทย", 120);

        Assert.True(lines.Count > 1);
        Assert.All(lines.Skip(1), line => Assert.InRange(line.Text[0], '\u0E40', '\u0E44'));
    }

    [Theory]
    [InlineData("ສະຫະພັນກຳມະບານລາວແຫ່ງອາເມລິກາ", 15)]
    [InlineData("ມາຕາລາຊາກາຕາລາວາ", 20)]
    [InlineData("สมาคมการค้าชาวนามหานครภาคกลาง", 10)]
    public void A_long_word_of_lao_or_thai_is_never_broken_beside_a_vowel(string word, int times)
    {
        var lines = Set(string.Concat(Enumerable.Repeat(word, times)), 90);

        Assert.True(lines.Count > 3);
        Assert.DoesNotContain(lines, line => line.Text[0] is '\u0E30' or '\u0E32' or '\u0E33' or '\u0EB0' or '\u0EB2' or '\u0EB3');
        Assert.DoesNotContain(lines, line => line.Text[^1] is >= '\u0E40' and <= '\u0E44' or >= '\u0EC0' and <= '\u0EC4');
    }

    /// <summary>The widths of lines when each takes all the words that fit.</summary>
    private static List<double> FilledLines(string text, double width)
    {
        var lines = new List<double>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Set(longer, 10_000)[0].Width > width)
            {
                lines.Add(Set(line, 10_000)[0].Width);
                longer = word;
            }

            line = longer;
        }

        return [.. lines, Set(line, 10_000)[0].Width];
    }
}
