using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.WebUtilities;

namespace CoalitionLetters.Web;

/// <summary>
/// What stands in a page's address as a number, a key, or a yes or no, and cannot be read as one, is as good as not there: the page comes as it is without it.
/// Blazor would fail on it, and the failure would look like a fault of ours.
/// </summary>
public static class ReadableQuery
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, Dictionary<string, Type>> asked = [];

    public static void UseReadableQuery(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.QueryString.HasValue && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page })
        {
            context.Request.QueryString = Of(context.Request.QueryString, asked.GetOrAdd(page, AskedBy));
        }

        return next(context);
    });

    private static QueryString Of(QueryString sent, Dictionary<string, Type> types)
    {
        var (kept, isWhole) = (new List<string>(), true);
        foreach (var pair in new QueryStringEnumerable(sent.Value))
        {
            if (!types.TryGetValue(pair.DecodeName().ToString(), out var type) || CanBe(type, pair.DecodeValue().Span))
            {
                kept.Add($"{pair.EncodedName}={pair.EncodedValue}");
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? sent : kept.Count == 0 ? QueryString.Empty : new QueryString($"?{string.Join('&', kept)}");
    }

    /// <summary>What a page takes from its address, by the names there, which Blazor compares without regard to capitals.</summary>
    private static Dictionary<string, Type> AskedBy(Type page) => page.GetProperties(Own)
        .Select(property => (Property: property, Attribute: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
        .Where(pair => pair.Attribute is not null)
        .ToDictionary(pair => pair.Attribute!.Name ?? pair.Property.Name, pair => pair.Property.PropertyType, StringComparer.OrdinalIgnoreCase);

    /// <summary>Read as Blazor does.</summary>
    private static bool CanBe(Type type, ReadOnlySpan<char> text) =>
        Nullable.GetUnderlyingType(type) is { } inner ? text.IsEmpty || CanBe(inner, text)
        : type == typeof(int) ? int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
        : type == typeof(Guid) ? Guid.TryParse(text, out _)
        : type != typeof(bool) || bool.TryParse(text, out _);
}
