using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoalitionLetters.Data;

/// <summary>Instants are UTC in both engines; SQLite alone would forget it.</summary>
internal sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
    given => given.Kind == DateTimeKind.Utc ? given : given.ToUniversalTime(),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

/// <summary>Small values that travel as a whole (a letter's formal parts, answers to questions) are kept as JSON text.</summary>
public static class JsonColumn
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) where T : class
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Options), text => JsonSerializer.Deserialize<T>(text, Options)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
                value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Options), Options)!));
        return property;
    }
}

/// <summary>Keys that are plain ASCII and sort as <see cref="string.CompareOrdinal(string, string)"/> has them, on either engine.</summary>
public static class SortKeys
{
    private const string Mark = "Coalition:SortedByBytes";

    public static PropertyBuilder<string> IsSortedByBytes(this PropertyBuilder<string> property) => property.HasAnnotation(Mark, true);

    /// <summary>PostgreSQL sorts text as its server's language does unless it is told otherwise; SQLite sorts by bytes by itself.</summary>
    internal static void UseCollationForSortKeys(this ModelBuilder builder, string collation)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.FindAnnotation(Mark) is not null))
        {
            property.SetCollation(collation);
        }
    }
}
