using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Typesetting.Documents;
using CoalitionLetters.Typesetting.Images;

namespace CoalitionLetters.Tests.FinalLetters;

/// <summary>Letters to be set: the samples, and one made up to use everything.</summary>
internal static class LettersToSet
{
    public static RenderOptions Options { get; } = new() { Fonts = Layouts.Fonts };

    public static (LetterContent Letter, IReadOnlyList<ListedName> Names) FamilyUnity { get; } = Sample("family-unity-letter.md", "family-unity-signatories.csv");

    public static (LetterContent Letter, IReadOnlyList<ListedName> Names) AttorneysGeneral { get; } = Sample("attorneys-general-letter.md", "attorneys-general-2018.csv");

    public static LetterContent WithEverything { get; } = FamilyUnity.Letter with
    {
        Title = "Una carta con todo",
        Language = "es",
        Paper = Paper.A4,
        Letterhead =
        [
            new() { Name = "Coalición por la Unidad", Address = ["Calle Mayor 1", "Washington, DC 20001"] },
            new() { Name = "Alianza de Trabajadores del Campo", Address = ["Calle Mayor 12", "Los Ángeles, CA 90012"] },
            new() { Name = "Fe en Común", Office = "Oficina nacional" },
        ],
        Recipients = [.. AttorneysGeneral.Letter.Recipients, new() { Name = "A. N. Other", Title = "Director" }],
        RecipientsAbreast = 2,
        Re = "Un asunto largo con \"comillas\" y tantas palabras que no caben en una sola línea de la carta que lo dice",
        Dockets = ["Docket No. DHS-2026-0001", "Docket No. DOJ-2026-0099"],
        Closing = "Atentamente,",
        NounOne = "organización",
        NounMany = "organizaciones",
        Sections = SectionsBy.Kind,
        LeadsFirst = true,
        Cc = ["Una comisión", "Otra comisión"],
        Enclosures = ["Anexo A", "Anexo B"],
        Body = """
            Somos {{count:words}} {{noun}} de {{states}} con `código`, **negrita**, *cursiva*, ***ambas***, un [enlace](https://example.org/a), otro
            <https://example.org/b>, una nota[^long], otra[^b] y la misma[^b]. Corte\
            de línea. "Comillas" -- raya --- y puntos... <b>html</b> &copy; Ελληνικά, Русский, Tiếng Việt, العربية, עברית, ไทย, हिन्दी, 中文, 한국어.

            # Nivel uno

            ### Nivel tres, sin el dos

            1. Primero
            2. Segundo
               - uno
                 1. hondo
            3. Tercero

               Con un segundo párrafo.

            #### Nivel cuatro

            > Una cita con *énfasis*.
            >
            > - lista en la cita

            | Estado | Número | Nota |
            |:-------|-------:|:----:|
            | Nuevo México | 12 | *una* |
            | Texas[^t] | 1.204 | [enlace](https://example.org/c) |

            ---

            ```
            texto tal cual
            ```

            ![palabras de una imagen](https://example.org/x.png)

            [^long]: Una nota larga.

                Con un segundo párrafo y un [enlace](https://example.org/d).
            [^b]: Una nota corta.
            [^t]: Una nota en una tabla.
            """,
    };

    public static IReadOnlyList<ListedName> ManyScripts { get; } =
    [
        .. FamilyUnity.Names.Take(40).Select((name, i) => i < 2 ? name with { Role = "lead", Order = i, State = "Texas" } : name),
        .. new[] { "الاتحاد العربي للعمال", "האגודה לזכויות האזרח", "ไทยเพื่อแรงงาน", "मज़दूर संघ", "全国总工会", "한국노동조합총연맹", "Всеобщая конфедерация", "Hội Liên hiệp Phụ nữ", "Σύνδεσμος Εργατών", "የሠራተኞች ማህበር" }
            .Select(name => new ListedName(name) { Kind = CoalitionLetters.Organizations.OrganizationKind.Community }),
    ];

    public static RenderOptions EverythingOptions { get; } = Options with
    {
        Edition = new EditionMark(2, new DateTimeOffset(2026, 3, 4, 15, 0, 0, TimeSpan.Zero), 50, "ABCD-EFGH", "https://letters.example/verify/ABCD-EFGH"),
        Logos = [Logo("#1d3557"), null, Logo("#8a1c1c")],
        LogoGrid = [("Coalición por la Unidad", Logo("#1d3557")), ("Fe en Común", Logo("#8a1c1c"))],
        Individuals = [.. Enumerable.Range(1, 7).Select(i => new ListedName($"Dra. Persona {i}") { Title = $"Profesora de Derecho, Universidad {i}" })],
    };

    private static Picture Logo(string color) => Picture.Read(
        System.Text.Encoding.UTF8.GetBytes($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60" width="100" height="60"><path d="M0 60 L50 0 L100 60 Z" fill="{color}"/></svg>"""), "logo.svg");

    private static (LetterContent, IReadOnlyList<ListedName>) Sample(string letter, string list) => (
        LetterFile.Parse(File.ReadAllText(RepositoryFiles.Sample(letter))).Content,
        SignatoryFile.Parse(File.ReadAllText(RepositoryFiles.Sample(list)), list).Names);
}
