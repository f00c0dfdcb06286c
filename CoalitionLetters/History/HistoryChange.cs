using System.Text.Json;

namespace CoalitionLetters.History;

/// <summary>One value that an entry of the history has changed, named in words: "listing name".</summary>
public sealed record HistoryChange(string Name, string? Before, string? After)
{
    /// <summary>The values that differ between two stored states; those inside others carry the names around them, and lists of plain values are one value.</summary>
    public static IReadOnlyList<HistoryChange> Between(string? before, string? after)
    {
        var (old, current) = (Values(before), Values(after));
        return [.. old.Keys.Union(current.Keys).Select(name => new HistoryChange(name, old.GetValueOrDefault(name), current.GetValueOrDefault(name))).Where(change => change.Before != change.After)];
    }

    private static Dictionary<string, string> Values(string? json)
    {
        var values = new Dictionary<string, string>();
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Collect(values, "", document.RootElement);
        }

        return values;
    }

    private static void Collect(Dictionary<string, string> values, string name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(values, $"{name} {Words(property.Name)}".TrimStart(), property.Value);
                }

                break;

            case JsonValueKind.Array when element.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array):
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    Collect(values, $"{name} {index + 1}", item);
                }

                break;

            case JsonValueKind.Array:
                Put(string.Join(", ", element.EnumerateArray()));
                break;

            case JsonValueKind.True or JsonValueKind.False:
                Put(element.GetBoolean() ? "yes" : "no");
                break;

            default:
                Put(element.ToString());
                break;
        }

        void Put(string value)
        {
            if (value.Length > 0)
            {
                values[name] = value;
            }
        }
    }

    /// <summary>"listedName" as "listed name".</summary>
    private static string Words(string name) => string.Concat(name.Select((c, at) => char.IsUpper(c) && at > 0 ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
