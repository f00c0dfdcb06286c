using System.Text.Json;
using CoalitionLetters.Data;

namespace CoalitionLetters.History;

/// <summary>Writes the history beside the change, to be saved with it.</summary>
public static class Recording
{
    extension(CoalitionDb db)
    {
        /// <summary>
        /// Adds an entry that the next <c>SaveChanges</c> stores together with the change itself.
        /// <paramref name="before"/> and <paramref name="after"/> are small objects with the values that matter
        /// (<c>new { letter.Title }</c>); of two objects only the values that differ are kept.
        /// </summary>
        public void Record(Actor who, DateTime now, string what, Subject subject, object? before = null, object? after = null)
        {
            var was = Values(before);
            var @is = Values(after);
            if (was is not null && @is is not null)
            {
                foreach (var same in was.Keys.Where(name => @is.TryGetValue(name, out var value) && JsonElement.DeepEquals(was[name], value)).ToList())
                {
                    was.Remove(same);
                    @is.Remove(same);
                }
            }

            db.Add(HistoryEntry.Of(who, now, what, subject, Text(was), Text(@is)));
        }
    }

    private static Dictionary<string, JsonElement>? Values(object? given) =>
        given is null ? null : JsonSerializer.SerializeToElement(given, JsonColumn.Options).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);

    private static string? Text(Dictionary<string, JsonElement>? values) =>
        values is null || values.Count == 0 ? null : JsonSerializer.Serialize(values, JsonColumn.Options);
}
