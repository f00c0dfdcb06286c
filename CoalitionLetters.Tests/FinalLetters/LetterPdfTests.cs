using System.Text;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Tests.Typesetting.Images;
using CoalitionLetters.Tests.Typesetting.Shaping;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Shaping;
using Xunit;

namespace CoalitionLetters.Tests.FinalLetters;

public sealed class LetterPdfTests
{
    private static readonly Lazy<byte[]> FamilyUnity = new(() => LetterPdf.Render(LettersToSet.FamilyUnity.Letter, LettersToSet.FamilyUnity.Names, LettersToSet.Options));
    private static readonly Lazy<byte[]> AttorneysGeneral = new(() => LetterPdf.Render(LettersToSet.AttorneysGeneral.Letter, LettersToSet.AttorneysGeneral.Names, LettersToSet.Options));
    private static readonly Lazy<byte[]> Everything = new(() => LetterPdf.Render(LettersToSet.WithEverything, LettersToSet.ManyScripts, LettersToSet.EverythingOptions));

    [Fact]
    public void The_samples_conform_to_both_standards()
    {
        Assert.Empty(Conformance.Check(FamilyUnity.Value));
        Assert.Empty(Conformance.Check(AttorneysGeneral.Value));
    }

    [Theory]
    [InlineData("A first line that names the letter as well as it can, since nothing else in this file does so.", "A first line that names the letter as well as it can, since nothing else in this…")]
    [InlineData("## Water\n\nClean.", "Water")]
    [InlineData("---", "—")]
    public void A_letter_of_nothing_but_a_body_has_a_title_and_conforms(string body, string title)
    {
        var pdf = LetterPdf.Render(new LetterContent { Body = body }, LettersToSet.FamilyUnity.Names, LettersToSet.Options);

        Assert.Empty(Conformance.Check(pdf));
        var file = PdfDocument.Read(pdf);
        Assert.Equal(title, file.Text(file.Dictionary(file.Trailer, "Info"), "Title"));
    }

    [Fact]
    public void A_title_made_of_the_first_words_is_not_cut_within_a_character()
    {
        var letter = new LetterContent { Body = "a" + string.Concat(Enumerable.Repeat("\U0001F101", 60)) };

        Assert.Equal("a" + string.Concat(Enumerable.Repeat("\U0001F101", 39)) + "…", new LetterDocument(letter, [], LettersToSet.Options).Info.Title);
    }

    [Fact]
    public void A_letter_with_everything_conforms_to_both_standards()
    {
        Assert.Empty(Conformance.Check(Everything.Value));
        Assert.Empty(Conformance.Check(LetterPdf.Render(LettersToSet.WithEverything, LettersToSet.ManyScripts, LettersToSet.EverythingOptions with { Draft = true, Edition = null })));
    }

    [Fact]
    public void Other_readers_find_no_fault()
    {
        foreach (var pdf in new[] { FamilyUnity.Value, AttorneysGeneral.Value, Everything.Value })
        {
            Assert.Contains("No syntax or stream encoding errors", PdfTools.RunOn(pdf, "qpdf", ["--check"]), StringComparison.Ordinal);
            Assert.Matches(@"Tagged:\s+yes", PdfTools.RunOn(pdf, "pdfinfo", []));
        }
    }

    [Fact]
    public void The_list_is_found_in_order_by_other_readers() =>
        AssertRead(LettersToSet.FamilyUnity.Letter, LettersToSet.FamilyUnity.Names, FamilyUnity.Value);

    [Theory]
    [InlineData(60, "River Trust")]
    [InlineData(300, "River Trust")]
    [InlineData(60, "River Trust of the Upper Valley and the Delta")]
    [InlineData(300, "River Trust of the Upper Valley and the Delta")]
    [InlineData(300, "Interfaith Alliance of Congregations for Social Justice in the Greater Metropolitan Region and the Valley")]
    public void Names_under_states_in_one_to_three_columns_are_found_in_order_by_other_readers(int count, string name)
    {
        var names = Enumerable.Range(0, count).Select(i => new ListedName($"{name} {i:0000}")
        {
            State = i % 5 < 3 ? States.All[i * 7 % 40].Name : null,
            Scope = i % 5 < 3 ? CoalitionLetters.Organizations.Scope.Local : CoalitionLetters.Organizations.Scope.National,
        }).ToList();

        foreach (var paper in new[] { Paper.Letter, Paper.A4 })
        {
            var letter = LettersToSet.FamilyUnity.Letter with { Body = "We ask.", Paper = paper };
            AssertRead(letter, names, LetterPdf.Render(letter, names, LettersToSet.Options));
        }
    }

    /// <summary>In the order of the text as a reader shows it that knows nothing of the structure.</summary>
    private static void AssertRead(LetterContent letter, IReadOnlyList<ListedName> names, byte[] pdf)
    {
        var text = PdfTools.RunOn(pdf, "pdftotext", [], "-");

        var flat = string.Join(' ', text[text.IndexOf("Signatories (", StringComparison.Ordinal)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var at = 0;
        foreach (var name in Sections.Of(names, ListingChoices.Of(letter)).SelectMany(section => section.All))
        {
            var found = flat.IndexOf(name.Name, at, StringComparison.Ordinal);
            Assert.True(found >= 0, name.Name);
            at = found + name.Name.Length;
        }
    }

    /// <summary>A reader that goes by places finds all but what ARCHITECTURE.md tells of names that run to the left: a comma in them; a mark, a quote, a number at their edge.</summary>
    [Fact]
    public void Names_in_any_script_come_out_whole_in_other_readers()
    {
        var names = OrganizationNames.All.Where(name => !name.RightToLeft || (char.IsLetter(name.Text[0]) && char.IsLetter(name.Text[^1]) && !name.Text.Contains('،'))).Select(name => name.Text).Distinct().ToList();

        var pdf = LetterPdf.Render(LettersToSet.FamilyUnity.Letter with { Body = "We ask." }, [.. names.Select(name => new ListedName(name))], LettersToSet.Options);

        var text = Flat(PdfTools.RunOn(pdf, "pdftotext", ["-enc", "UTF-8"], "-"));
        Assert.All(names, name => Assert.Contains(Flat(name), text, StringComparison.Ordinal));
        var structure = PdfTools.RunOn(pdf, "pdfinfo", ["-struct-text", "-enc", "UTF-8"]);
        Assert.DoesNotContain('\u2060', structure);
        Assert.All(names, name => Assert.Contains(WithoutSpaces(name), WithoutSpaces(structure), StringComparison.Ordinal));

        static string WithoutSpaces(string text) => string.Concat(text.Normalize().Where(letter => !char.IsWhiteSpace(letter) && letter != '"'));

        static string Flat(string text) => string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('\u202A', '\u202B', '\u202C')));
    }

    /// <summary>Content and tags say them as they are; a reader that goes by places keeps their words, in the order that ARCHITECTURE.md tells of.</summary>
    [Theory]
    [InlineData("الاتحاد العربي (AFL-CIO) للعمال")]
    [InlineData("האגודה הערבית (AFL-CIO) לעובדים")]
    [InlineData("اتحاد العمال (SEIU) فرع 32")]
    [InlineData("River Trust (جمعية النهر) of Texas")]
    public void Names_that_run_both_ways_are_whole_in_content_and_tags(string name)
    {
        var pdf = LetterPdf.Render(LettersToSet.FamilyUnity.Letter with { Body = "We ask." }, [new ListedName(name), new ListedName("River Trust")], LettersToSet.Options);

        Assert.Contains(name, PdfText.Of(pdf).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"LBody “{name}”", PdfText.Structure(pdf), StringComparison.Ordinal);
        var text = PdfTools.RunOn(pdf, "pdftotext", ["-enc", "UTF-8"], "-");
        Assert.All(name.Split(' ', '(', ')').Where(word => word.Length > 0), word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void The_structure_reads_as_the_letter_does()
    {
        var structure = PdfText.Structure(FamilyUnity.Value);

        Assert.StartsWith(
            "Document P “Coalition for Family Unity” P “1 Example Plaza · Washington, DC 20001” P “June 14, 2018” P “VIA EMAIL” "
            + "P “The Honorable Donald J. Trump President of the United States The White House 1600 Pennsylvania Avenue NW Washington, DC 20500” "
            + "H1 “RE: Separation of families at the southwest border” P “Dear President Trump:” "
            + "P “On behalf of the one hundred thirteen undersigned unions and community organizations, we ask you to end, today, the practice of taking "
            + "children from the parents with whom they came to our border.” ",
            string.Join(' ', structure.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("    H2 “Signatories (113)”\n    Sect\n      H3 “National (93)”\n      L\n        LI\n          LBody “AFL-CIO”\n", structure, StringComparison.Ordinal);
        Assert.Contains("      Sect\n        H4 “Alabama”\n        L\n          LI\n            LBody “Adelante Alabama Worker Center”\n", structure, StringComparison.Ordinal);
        Assert.Equal(113, structure.Split('\n').Count(line => line.TrimStart().StartsWith("LBody “", StringComparison.Ordinal)));
    }

    [Fact]
    public void Officials_stand_with_title_and_jurisdiction_the_lead_first()
    {
        var structure = PdfText.Structure(AttorneysGeneral.Value);

        var signers = structure.Split('\n').SkipWhile(line => line != "  P “Respectfully,”").Skip(1).Where(line => line.StartsWith("        P", StringComparison.Ordinal)).ToList();
        Assert.Equal("        P “Hector Balderas”", signers[0]);
        Assert.Equal("        P “Attorney General of New Mexico”", signers[1]);
        Assert.Equal(42, signers.Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Signature_blocks_stand_abreast_in_rows_the_lead_first(int abreast)
    {
        var letter = LettersToSet.AttorneysGeneral.Letter with { SignatureColumns = abreast };

        var names = Positions(letter);

        var rows = names.GroupBy(name => (name.Page, Math.Round(name.Baseline))).Select(row => row.ToList()).ToList();
        var columns = rows[0].Select(name => name.X).ToList();
        Assert.Equal("Hector Balderas", names[0].Name);
        Assert.Equal((21 + abreast - 1) / abreast, rows.Count);
        Assert.Equal(columns.Order(), columns);
        Assert.Equal(abreast, columns.Distinct().Count());
        Assert.All(rows, (row, i) => Assert.Equal(columns.Take(Math.Min(abreast, 21 - (i * abreast))), row.Select(name => name.X)));
        Assert.Empty(Conformance.Check(LetterPdf.Render(letter, LettersToSet.AttorneysGeneral.Names, LettersToSet.Options)));
    }

    [Fact]
    public void Pictures_of_signatures_stand_over_their_names_in_a_signed_draft_that_conforms()
    {
        var names = LettersToSet.AttorneysGeneral.Names.Select((name, i) => name with { Id = $"{i}" }).ToList();
        var ink = Picture.Read(APicture.Png(2, 1, 8, 6, [0, 0, 0, 80, 255, 0, 0, 80, 90]), "ink.png");
        var options = LettersToSet.Options with { Draft = true, Signatures = names.ToDictionary(name => name.Id, _ => ink) };
        using var key = SigningKey.Read(Keys.Pkcs12("secret"), "secret");

        var pdf = LetterPdf.Lay(LettersToSet.AttorneysGeneral.Letter, names, options).ToSignedBytes(key);

        var file = PdfDocument.Read(pdf);
        var figures = StructureReading.Of(file).All.Where(node => node.Type == "Figure").Select(node => file.Text(node.Element, "Alt")).ToList();
        Assert.Equal(21, figures.Count);
        Assert.Equal("Signature of Hector Balderas", figures[0]);
        Assert.Single(file.All, value => file.Name(value, "Subtype") == "Image" && value.Entries.ContainsKey("SMask"));
        Assert.Empty(Conformance.Check(pdf));
        Assert.Contains("No syntax or stream encoding errors", PdfTools.RunOn(pdf, "qpdf", ["--check"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Officials_in_a_list_stand_in_one_line_each_with_office_and_jurisdiction()
    {
        var letter = LettersToSet.AttorneysGeneral.Letter with { SignatureColumns = 0 };

        var pdf = LetterPdf.Render(letter, LettersToSet.AttorneysGeneral.Names, LettersToSet.Options);

        var items = PdfText.Structure(pdf).Split('\n').Where(line => line.TrimStart().StartsWith("LBody “", StringComparison.Ordinal)).Select(line => line.Trim()[7..^1]).ToList();
        Assert.Equal("Hector Balderas, Attorney General of New Mexico", items[0]);
        Assert.Equal(21, items.Distinct().Count());
        Assert.All(LettersToSet.AttorneysGeneral.Names, official => Assert.Contains($"{official.Name}, {official.Title}", items));
        Assert.Empty(Conformance.Check(pdf));
    }

    /// <summary>Where the names of the signature blocks begin, in the order of reading; X and the baseline in points.</summary>
    private static List<(string Name, int Page, double X, double Baseline)> Positions(LetterContent letter)
    {
        var names = LettersToSet.AttorneysGeneral.Names.Select(name => name.Name).ToHashSet();
        var pages = LetterPdf.Lay(letter, LettersToSet.AttorneysGeneral.Names, LettersToSet.Options, keepDrawings: true).Pages;
        return [.. pages.SelectMany((page, number) => page.Drawings.OfType<Drawing.Glyphs>().Where(glyphs => names.Contains(glyphs.Run.Text))
            .Select(glyphs => (glyphs.Run.Text, number, Math.Round(glyphs.X, 1), glyphs.Baseline)))];
    }

    [Fact]
    public void A_name_in_letters_of_one_language_says_which()
    {
        var pdf = PdfDocument.Read(Everything.Value);

        var spoken = StructureReading.Of(pdf).All.Where(node => node.Type == "LBody").ToDictionary(node => node.Text, node => pdf.Text(node.Element, "Lang"));
        Assert.Equal("th", spoken["ไทยเพื่อแรงงาน"]);
        Assert.Equal("ko", spoken["한국노동조합총연맹"]);
        Assert.Equal("und-Hani", spoken["全国总工会"]);
        Assert.Equal("und-Cyrl", spoken["Всеобщая конфедерация"]);
    }

    [Fact]
    public void A_list_of_any_length_holds_every_name_once()
    {
        foreach (var count in new[] { 1, 2, 5, 59, 350, 2400 })
        {
            var names = Enumerable.Range(1, count).Select(i => new ListedName($"Organization with the number {i}.")
            {
                State = i % 3 == 0 ? States.All[i % 50].Name : null,
                Scope = i % 3 == 0 ? CoalitionLetters.Organizations.Scope.Local : CoalitionLetters.Organizations.Scope.National,
            }).ToList();

            var pdf = LetterPdf.Render(LettersToSet.FamilyUnity.Letter with { Body = "We ask." }, names, LettersToSet.Options);

            var bodies = PdfText.Structure(pdf).Split('\n').Where(line => line.TrimStart().StartsWith("LBody “", StringComparison.Ordinal)).Select(line => line.Trim()[7..^1]).ToList();
            Assert.Equal(names.Select(name => name.Name).Order(StringComparer.Ordinal), bodies.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_list_travels_inside()
    {
        var file = PdfDocument.Read(FamilyUnity.Value);

        var attached = file.All.Single(value => file.Name(value, "Type") == "Filespec");
        var csv = Encoding.UTF8.GetString(file.Dictionary(file.Dictionary(attached, "EF"), "F")!.Data!);
        Assert.Equal("signatories.csv", file.Text(attached, "UF"));
        Assert.Equal("Data", file.Name(attached, "AFRelationship"));
        Assert.StartsWith("order,name,title,scope,state,country,kind,role\r\n1,AFL-CIO,,national,,,union,\r\n", csv, StringComparison.Ordinal);
        Assert.Equal(114, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void The_same_letter_gives_the_same_bytes()
    {
        var again = LetterPdf.Render(LettersToSet.WithEverything, LettersToSet.ManyScripts, LettersToSet.EverythingOptions);

        Assert.Equal(Everything.Value, again);
    }

    [Fact]
    public void The_files_are_small()
    {
        var names = Enumerable.Range(0, 10_000).Select(i => LettersToSet.FamilyUnity.Names[i % 113] with { Name = $"{LettersToSet.FamilyUnity.Names[i % 113].Name}, Chapter {i / 113}" }).ToList();

        var large = LetterPdf.Render(LettersToSet.FamilyUnity.Letter, names, LettersToSet.Options);

        Assert.InRange(FamilyUnity.Value.Length, 1, 120 * 1024);
        Assert.InRange(large.Length, 1, 1024 * 1024);
    }

    [Fact]
    public void A_character_that_no_font_has_is_named()
    {
        var names = Enumerable.Range(1, 50).Select(i => new ListedName(i == 41 ? "Flag \U0001F1E6" : $"Name {i}")).ToList();

        var refusal = Assert.Throws<TypesettingException>(() => LetterPdf.Render(LettersToSet.FamilyUnity.Letter with { Body = "We ask." }, names, LettersToSet.Options));

        Assert.Equal("Name 41 needs a font for U+1F1E6.", refusal.Message);
    }

    [Theory]
    [InlineData("We ask &#x1F1E6;.", "River Trust")]
    [InlineData("We ask.", "River Trust", "Texas", "\U0001F1E6")]
    public void What_is_set_is_checked_and_not_only_what_was_written(string body, string name, string? state = null, string? country = null)
    {
        var listed = new ListedName(name) { Scope = CoalitionLetters.Organizations.Scope.Local, State = state, Country = country };

        var refusal = Assert.Throws<TypesettingException>(() => LetterPdf.Render(LettersToSet.FamilyUnity.Letter with { Body = body }, [listed], LettersToSet.Options));

        Assert.EndsWith("needs a font for U+1F1E6.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_the_body_are_justified_and_words_divided_on_wish()
    {
        var letter = LettersToSet.FamilyUnity.Letter with { Body = string.Concat(Enumerable.Repeat("Extraordinary responsibilities notwithstanding, administrative considerations. ", 12)) };

        var plain = Runs(letter);
        var filled = Runs(letter with { Justify = true, Hyphenate = true });

        Assert.DoesNotContain(plain, run => run.WordSpacing != 0 || run.Text == "-");
        Assert.Contains(filled, run => run.WordSpacing != 0);
        Assert.Contains(filled, run => run.Text.EndsWith('-'));

        static List<GlyphRun> Runs(LetterContent letter) =>
            [.. LetterPdf.Lay(letter, [], LettersToSet.Options, keepDrawings: true).Pages.SelectMany(page => page.Drawings).OfType<Drawing.Glyphs>().Select(glyphs => glyphs.Run)];
    }

    [Fact]
    public void Addresses_at_the_end_are_live()
    {
        var letter = LettersToSet.FamilyUnity.Letter with { Body = "We ask.", Contact = "Ana Reyes, ana@unity.example, https://unity.example/letters." };

        var structure = PdfText.Structure(LetterPdf.Render(letter, [], LettersToSet.Options));

        Assert.Contains("Contact: Ana Reyes, ana@unity.example, https://unity.example/letters.", structure, StringComparison.Ordinal);
        var file = PdfDocument.Read(LetterPdf.Render(letter, [], LettersToSet.Options));
        Assert.Equal(["https://unity.example/letters", "mailto:ana@unity.example"], file.All.Where(value => file.Name(value, "Subtype") == "Link").Select(link => file.Text(file.Dictionary(link, "A")!, "URI")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Addresses_in_the_body_are_live_and_nothing_else_is()
    {
        var letter = LettersToSet.FamilyUnity.Letter with
        {
            Contact = null,
            Body = "See https://unity.example/a--b_c, [a page](https://unity.example/d), [a program](javascript:app.alert(1)), [a file](file:///etc/passwd), [a note](notes.html).",
        };

        var pdf = LetterPdf.Render(letter, [], LettersToSet.Options);

        var file = PdfDocument.Read(pdf);
        Assert.Equal(["https://unity.example/a--b_c", "https://unity.example/d"],
            file.All.Where(value => file.Name(value, "Subtype") == "Link").Select(link => file.Text(file.Dictionary(link, "A")!, "URI")).Order(StringComparer.Ordinal));
        Assert.Contains(", a program, a file, a note.", PdfText.Structure(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_with_nothing_to_say_is_named()
    {
        var refusal = Assert.Throws<PlaceholderException>(() => LetterPdf.Render(LettersToSet.FamilyUnity.Letter, [new ListedName("One")], LettersToSet.Options));

        Assert.Contains("{{states}}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_says_where_it_can_be_checked()
    {
        var text = PdfText.Structure(Everything.Value);

        Assert.Contains("Edición 2 · 4 de marzo de 2026 · 50 organizaciones · código ABCD-EFGH", text, StringComparison.Ordinal);
        Assert.Contains("https://letters.example/verify/ABCD-EFGH", text, StringComparison.Ordinal);
        Assert.Contains("La afiliación se indica solo para identificar a la persona.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_in_the_body_is_shown_as_text()
    {
        Assert.Contains("<b>html</b> ©", PdfText.Structure(Everything.Value), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_look_as_they_did()
    {
        PdfPictures.AssertAlike(FamilyUnity.Value, "FinalLetters/Pictures", "family-unity");
        PdfPictures.AssertAlike(AttorneysGeneral.Value, "FinalLetters/Pictures", "attorneys-general");
        PdfPictures.AssertAlike(Everything.Value, "FinalLetters/Pictures", "everything");
    }
}
