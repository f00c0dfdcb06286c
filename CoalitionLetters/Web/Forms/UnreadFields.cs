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
        var sentences = forms.SelectMany(form => Errors(sent, form)).Select(Sentence).ToList();
        if (bound.Exists(property => HoldsNoChoice(property.GetValue(page))))
        {
            sentences.Add(OfferedNoLonger);
        }

        return sentences.Count > 0 ? string.Join(" ", sentences.Distinct()) : null;
    }

    /// <summary>What was sent under this name, and what is wrong with it; none where it could be read.</summary>
    /// <param name="form">The name of the form that was sent, where it has one.</param>
    public static (string? Sent, string Sentence)? Of(FormMappingContext? sent, string? form, string name) =>
        Errors(sent, null).Concat(Errors(sent, form)).FirstOrDefault(error => error.Path == name) is { } wrong ? (wrong.AttemptedValue, Sentence(wrong)) : null;

    /// <summary>What is bound for one form alone is kept under that form's name.</summary>
    private static IEnumerable<FormMappingError> Errors(FormMappingContext? sent, string? form) => (string.IsNullOrEmpty(form) ? sent?.GetAllErrors() : sent?.GetAllErrors(form)) ?? [];

    /// <summary>A number in place of a choice is read as one, though no choice bears it.</summary>
    private static bool HoldsNoChoice(object? sent) => sent is Enum choice
        ? !Enum.IsDefined(choice.GetType(), choice)
        : sent?.GetType() is { IsClass: true } form && form.Assembly == typeof(UnreadFields).Assembly && form.GetProperties(Own).Any(property => HoldsNoChoice(property.GetValue(sent)));

    private static string Sentence(FormMappingError error)
    {
        var type = error.Container?.GetType().GetProperty(error.Name, BindingFlags.Instance | BindingFlags.Public)?.PropertyType;
        var typed = error.AttemptedValue is { Length: > MostSaid } much ? $"{much[..MostSaid]}…" : error.AttemptedValue;
        var isNothing = string.IsNullOrWhiteSpace(typed);
        return (type is null || error.Name == "Seen" ? null : Nullable.GetUnderlyingType(type) ?? type) switch
        {
            { } number when number == typeof(int) => isNothing ? "Enter a whole number in figures, like 6." : $"“{typed}” cannot be taken as a number. Enter a whole number in figures, like 6.",
            { } day when day == typeof(DateOnly) => isNothing ? "Enter a day, like 2026-06-22." : $"“{typed}” is no day of the calendar. Enter one like 2026-06-22.",
            { } time when time == typeof(TimeOnly) => isNothing ? "Enter a time of day, like 17:00." : $"“{typed}” is no time of day. Enter one like 17:00.",
            _ => OfferedNoLonger,
        };
    }
}
