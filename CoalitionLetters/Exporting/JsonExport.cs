using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoalitionLetters.Exporting;

/// <summary>The rows as a JSON array of objects, one name for each header.</summary>
public static class JsonExport
{
    public const string ContentType = "application/json";

    public static async Task WriteAsync(ExportTable table, Stream stream, CancellationToken cancel = default)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var own = table.Headers.Count - table.AsTheyStand;
        List<string> names = [.. table.Headers.Take(own).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).Select(name => name.Replace(' ', '_')), .. table.Headers.Skip(own)];
        json.WriteStartArray();
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            foreach (var (name, cell) in names.Zip(row))
                json.WriteString(name, cell);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        await json.FlushAsync(cancel);
    }
}
