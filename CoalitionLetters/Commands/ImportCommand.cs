using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoalitionLetters.Importing;

namespace CoalitionLetters.Commands;

/// <summary><c>import FILE --dry-run --format json</c>: what an import would do, without a directory to import into.</summary>
internal static class ImportCommand
{
    public const string Usage = "import FILE --dry-run --format json [--encoding NAME] [--delimiter NAME] [--sheet NAME]";

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, ["--dry-run"], ["--format", "--encoding", "--delimiter", "--sheet"]);
        if (!arguments.Has("--dry-run"))
            throw new CommandFault("Here files are only tried out; accept them at the desk. Add --dry-run.");
        if (arguments["--format"] is not (null or "json"))
            throw new CommandFault($"The format \"{arguments["--format"]}\" is unknown; json is the one there is.");

        var said = new Reading(EncodingOf(arguments["--encoding"]), DelimiterOf(arguments["--delimiter"]), arguments["--sheet"]);
        using var file = arguments.OpenFile();
        var sheet = Sheet.Open(file, said);
        var layout = SheetLayout.Guess(sheet);
        var run = new DryRun(layout);
        // Read to the end before a word is written: a broken file gives its sentence and nothing else. Of each row only what is written is kept.
        var rows = run.Run(sheet).Select(row => row with { Data = null, Reason = Reason(row) }).ToList();

        foreach (var sentence in new[] { sheet.LeftOut, layout.Doubled }.OfType<string>())
            Console.Error.WriteLine(sentence);
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, sheet, layout, rows, run.Unique);
        output.Write("\n"u8);
        return 0;
    }

    /// <summary>The desk tells more, since it knows the letter; what the file itself lets wait is told here too.</summary>
    private static string Reason(PlannedRow row) => row.Data is { WaitedForStaff: true } data ? $"{row.Reason}; it waits for staff, as its status in the file is \u201c{data.Status}\u201d" : row.Reason;

    private static string? EncodingOf(string? said) => said is null ? null
        : FileEncoding.Known.FirstOrDefault(known => string.Equals(known.Name, said, StringComparison.OrdinalIgnoreCase)).Name
            ?? throw new CommandFault($"The encoding \"{said}\" is unknown; there are {string.Join(", ", FileEncoding.Known.Select(known => known.Name))}.");

    private static char? DelimiterOf(string? said) => said is null ? null
        : Delimiters.Find(said) ?? throw new CommandFault($"The delimiter \"{said}\" is unknown; say {string.Join(", ", Delimiters.Usual.Select(usual => usual.Name))} or one character.");

    private static void Write(Utf8JsonWriter json, Sheet sheet, SheetLayout layout, List<PlannedRow> rows, int unique)
    {
        json.WriteStartObject();
        json.WriteString("encoding", sheet.Encoding);
        json.WriteString("delimiter", sheet.Delimiter?.ToString());
        if (layout.HeaderRow is { } header)
            json.WriteNumber("headerRow", header);
        else
            json.WriteNull("headerRow");

        json.WriteStartObject("mapping");
        foreach (var mapped in layout.Mapping)
            json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(mapped.Field.ToString()), mapped.Header);
        json.WriteEndObject();

        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("row", row.Row);
            json.WriteString("name", row.Name);
            json.WriteString("fate", row.Fate.ToString().ToLower(CultureInfo.InvariantCulture));
            json.WriteString("reason", row.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("unique", unique);
        json.WriteEndObject();
    }
}
