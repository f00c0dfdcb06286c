using System.Text.Json;

namespace CoalitionLetters.Importing;

/// <summary>A JSON array of flat objects, as our own export writes it. The names of their members are row 1, and each object is a row.</summary>
internal sealed class JsonSheet : Sheet
{
    private readonly Stream file;
    private readonly List<string> names = [];

    private JsonSheet(Stream file)
    {
        this.file = file;
        var row = 1;
        foreach (var item in Objects())
        {
            row++;
            foreach (var name in item.Keys.Where(name => !names.Contains(name)))
            {
                if (names.Count == MostColumns)
                    throw new ImportFault(row, $"more than {MostColumns} columns.");
                names.Add(name);
            }
        }
    }

    public override string Encoding => "utf-8";

    public override char? Delimiter => null;

    /// <summary>The names of members are headers, whatever they are.</summary>
    public override int? HeaderRow => names.Count == 0 ? null : 1;

    public static new JsonSheet Open(Stream file, Reading said) =>
        said == Reading.Found ? new(file) : throw new ImportFault("This is JSON, which has no encoding, delimiter or sheet to choose.");

    public override IEnumerable<SheetRow> Rows() => Counted(AllRows());

    private IEnumerable<SheetRow> AllRows()
    {
        if (names.Count == 0)
            yield break;
        var row = 1;
        yield return new SheetRow(row, names);
        foreach (var item in Objects())
        {
            row++;
            yield return new SheetRow(row, [.. names.Select((name, column) => item.TryGetValue(name, out var value) ? Text(value, row, column + 1) : "")]);
        }
    }

    private IEnumerable<Dictionary<string, JsonElement>> Objects()
    {
        file.Position = 0;
        using var objects = JsonSerializer.DeserializeAsyncEnumerable<Dictionary<string, JsonElement>>(file).ToBlockingEnumerable().GetEnumerator();
        for (var row = 2; Advance(objects, row); row++)
            yield return objects.Current ?? throw new ImportFault(row, "null stands where an object should.");
    }

    private static bool Advance(IEnumerator<Dictionary<string, JsonElement>?> objects, int row)
    {
        try
        {
            return objects.MoveNext();
        }
        catch (JsonException fault)
        {
            throw new ImportFault(row, $"this is no list of flat JSON objects (line {fault.LineNumber + 1}, character {fault.BytePositionInLine + 1}).");
        }
    }

    private static string Text(JsonElement value, int row, int column) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => Fitting(StringOf(value, row, column), row, column),
        JsonValueKind.True => "TRUE",
        JsonValueKind.False => "FALSE",
        JsonValueKind.Object or JsonValueKind.Array => throw new ImportFault(row, column, "an object or array stands where a text or number should."),
        _ => value.GetRawText(),
    };

    private static string StringOf(JsonElement value, int row, int column)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ImportFault(row, column, "half a character (a lone surrogate) stands in the text.");
        }
    }

    private static string Fitting(string text, int row, int column) =>
        text.Length <= LongestCell ? text : throw new ImportFault(row, column, $"more than {LongestCell:N0} characters in one cell.");
}
