using System.Linq.Expressions;
using Microsoft.AspNetCore.Components.Forms;

namespace CoalitionLetters.Web.Forms;

/// <summary>Says on a form what only the server knows: a wrong password, a rule that was broken meanwhile.</summary>
public sealed class FormErrors(EditContext form)
{
    private readonly ValidationMessageStore messages = new(form);

    /// <summary>Beside one field, and in the summary.</summary>
    public void Add<T>(Expression<Func<T>> field, string message) => Add(FieldIdentifier.Create(field), message);

    /// <inheritdoc cref="Add{T}"/>
    public void Add(FieldIdentifier field, string message)
    {
        messages.Add(field, message);
        form.NotifyValidationStateChanged();
    }

    /// <summary>In the summary alone.</summary>
    public void Add(string message) => Add(form.Field(""), message);
}
