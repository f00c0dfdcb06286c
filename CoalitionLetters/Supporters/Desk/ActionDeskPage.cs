using CoalitionLetters.Coalitions;
using CoalitionLetters.Layout;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters.Desk;

/// <summary>A page about one action with forms that ask once.</summary>
public abstract class ActionDeskPage : AskingPage
{
    [Parameter] public string Slug { get; set; } = "";
    [Inject] protected ManageAction ManageAction { get; set; } = null!;
    [Inject] protected CurrentCoalition Coalition { get; set; } = null!;

    protected SupportersAction? Action { get; private set; }
    protected LetterTime Says => Coalition.Value.Time;

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
}
