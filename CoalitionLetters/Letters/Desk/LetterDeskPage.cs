using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Layout;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Desk;

/// <summary>A page about one letter with a form that asks once. It goes on to another page when the step was taken, and says why when it was refused.</summary>
public abstract class LetterDeskPage : LoadedPage
{
    [Parameter] public string Slug { get; set; } = "";
    [Inject] protected CoalitionDb Store { get; set; } = null!;
    [Inject] protected ChangeLetter ChangeLetter { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [Inject] protected TimeProvider Time { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = null!;

    protected Letter? Letter { get; private set; }
    protected string? Refusal { get; set; }
    protected LetterTime Says => new(Letter!.TimeZoneId, "en");
    protected DateTime Now => Time.UtcNow;

    protected sealed override async Task LoadAsync()
    {
        Letter = await Store.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == Slug);
        if (Letter is not null)
        {
            await LoadAsync(Letter);
        }
    }

    /// <summary>Reads what the page shows, and fills its form when it is not the form that was just sent.</summary>
    protected virtual Task LoadAsync(Letter letter) => Task.CompletedTask;

    /// <param name="thenTo">None where the page itself goes on.</param>
    protected async Task TakeAsync(Func<Actor, Task> step, string? thenTo)
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

        if (thenTo is not null)
        {
            Navigation.NavigateTo(thenTo);
        }
    }
}
