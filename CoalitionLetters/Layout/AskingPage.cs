using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Web.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Layout;

/// <summary>A page with forms that ask once. It goes on to another page when the step was taken, and says why when it was refused.</summary>
public abstract class AskingPage : LoadedPage
{
    [Inject] protected CoalitionDb Store { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [Inject] protected TimeProvider Time { get; set; } = null!;
    [CascadingParameter] protected Task<AuthenticationState> Session { get; set; } = null!;
    [CascadingParameter] private FormMappingContext? Sent { get; set; }

    protected string? Refusal { get; set; }
    protected DateTime Now => Time.UtcNow;

    /// <summary>What was sent and cannot be read, in sentences; none where all can.</summary>
    protected string? Unread => UnreadFields.In(Sent, this);

    /// <summary>The same of the one field that bears this name on the page.</summary>
    protected string? UnreadIn(string name) => UnreadFields.Of(Sent, null, name)?.Sentence;

    /// <param name="thenTo">None where the page itself goes on.</param>
    protected async Task TakeAsync(Func<Actor, Task> step, string? thenTo)
    {
        if (Unread is { } unread)
        {
            Refusal = unread;
            return;
        }

        try
        {
            await step(Actor.From((await Session).User));
        }
        catch (RuleBrokenException refusal)
        {
            Refusal = refusal.Message;
            return;
        }
        catch (DbUpdateConcurrencyException)
        {
            Refusal = "Somebody else has changed this meanwhile. Load the page again.";
            return;
        }

        if (thenTo is not null)
        {
            Navigation.NavigateTo(thenTo);
        }
    }
}
