using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Layout;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters.Desk;

/// <summary>A page about one action with forms that ask once. It goes on to another page when the step was taken, and says why when it was refused.</summary>
public abstract class ActionDeskPage : LoadedPage
{
    [Parameter] public string Slug { get; set; } = "";
    [Inject] protected CoalitionDb Store { get; set; } = null!;
    [Inject] protected ManageAction ManageAction { get; set; } = null!;
    [Inject] protected CurrentCoalition Coalition { get; set; } = null!;
    [Inject] protected TimeProvider Clock { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = null!;

    protected SupportersAction? Action { get; private set; }
    protected string? Refusal { get; private set; }
    protected LetterTime Says => Coalition.Value.Time;
    protected DateTime Now => Clock.UtcNow;

    protected sealed override async Task LoadAsync()
    {
        Action = await Store.Actions.AsNoTracking().Include(a => a.Targets).SingleOrDefaultAsync(a => a.Slug == Slug);
        if (Action is not null)
        {
            await LoadAsync(Action);
        }
    }

    /// <summary>Reads what the page shows, and fills its form when it is not the form that was just sent.</summary>
    protected virtual Task LoadAsync(SupportersAction action) => Task.CompletedTask;

    protected async Task TakeAsync(Func<Actor, Task> step, string thenTo)
    {
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

        Navigation.NavigateTo(thenTo);
    }
}
