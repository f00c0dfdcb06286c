using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Forms.Mapping;

namespace CoalitionLetters.Web.Forms;

/// <summary>
/// What was sent in a field and is no number, day or choice as the field needs it. The form holds its default there, which nobody
/// has chosen, so a page that takes such a form would store what was never answered.
/// </summary>
public static class UnreadFields
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const int MostSaid = 40;
    private const string OfferedNoLonger = "One of the answers is none that this page offers. Load the page again, and answer once more.";

    /// <summary>A sentence for each such field, the same as stands beside it; none where all could be read.</summary>
    /// <param name="page">The page that takes the form.</param>
    public static string? In(FormMappingContext? sent, ComponentBase page)
    {
        var bound = page.GetType().GetProperties(Own).Where(property => property.IsDefined(typeof(SupplyParameterFromFormAttribute), true)).ToList();
        var forms = bound.Select(property => property.GetCustomAttribute<SupplyParameterFromFormAttribute>()!.FormName).Distinct();
        var sentences = forms.SelectMany(form => FieldsIn(sent, form)).Select(field => field.Sentence).ToList();
        if (bound.Exists(property => HoldsNoChoice(property.GetValue(page))))
        {
            sentences.Add(OfferedNoLonger);
        }

        return sentences.Count > 0 ? string.Join(" ", sentences.Distinct()) : null;
    }

    /// <summary>What was sent under this name, and what is wrong with it; none where it could be read.</summary>
    /// <param name="form">The name of the form that was sent, where it has one.</param>
    public static (string? Sent, string Sentence)? Of(FormMappingContext? sent, string? form, string name) =>
        FieldsIn(sent, null).Concat(FieldsIn(sent, form)).FirstOrDefault(field => field.Name == name) is { } wrong ? (wrong.Sent, wrong.Sentence) : null;

    /// <summary>What is bound for one form alone is kept under that form's name.</summary>
    private static IEnumerable<UnreadField> FieldsIn(FormMappingContext? sent, string? form) =>
        ((string.IsNullOrEmpty(form) ? sent?.GetAllErrors() : sent?.GetAllErrors(form)) ?? []).SelectMany(Fields);

    /// <summary>Of a form that is bound by its own name all errors are kept as one, under the name of the whole; which field each speaks of, and what was sent there, stands in its words alone.</summary>
    private static IEnumerable<UnreadField> Fields(FormMappingError error) => error.ErrorMessages.Select(message => message.GetArguments() switch
    {
        [string typed, string field] when field != error.Name => new UnreadField($"{error.Path}.{field}", typed, Sentence(TypeOf(error, field), typed)),
        [string typed, _] => new UnreadField(error.Path, typed, Sentence(TypeOf(error, error.Name), typed)),
        _ => new UnreadField(error.Path, error.AttemptedValue, OfferedNoLonger),
    });

    /// <summary>None where people type nothing, so that no words about numbers would help them.</summary>
    private static Type? TypeOf(FormMappingError error, string field) => field == "Seen" || error.Container?.GetType().GetProperty(field, BindingFlags.Instance | BindingFlags.Public)?.PropertyType is not { } type
        ? null
        : Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>A number in place of a choice is read as one, though no choice bears it.</summary>
    private static bool HoldsNoChoice(object? sent) => sent is Enum choice
        ? !Enum.IsDefined(choice.GetType(), choice)
        : sent?.GetType() is { IsClass: true } form && form.Assembly == typeof(UnreadFields).Assembly && form.GetProperties(Own).Any(property => HoldsNoChoice(property.GetValue(sent)));

    private static string Sentence(Type? type, string sent)
    {
        var typed = sent.Length > MostSaid ? $"{sent[..MostSaid]}…" : sent;
        var isNothing = string.IsNullOrWhiteSpace(typed);
        return type switch
        {
            { } number when number == typeof(int) => isNothing ? "Enter a whole number in figures, like 6." : $"“{typed}” cannot be taken as a number. Enter a whole number in figures, like 6.",
            { } day when day == typeof(DateOnly) => isNothing ? "Enter a day, like 2026-06-22." : $"“{typed}” is no day of the calendar. Enter one like 2026-06-22.",
            { } time when time == typeof(TimeOnly) => isNothing ? "Enter a time of day, like 17:00." : $"“{typed}” is no time of day. Enter one like 17:00.",
            _ => OfferedNoLonger,
        };
    }

    private sealed record UnreadField(string Name, string? Sent, string Sentence);
}
