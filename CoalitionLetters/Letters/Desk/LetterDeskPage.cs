using CoalitionLetters.Layout;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Desk;

/// <summary>A page about one letter with a form that asks once.</summary>
public abstract class LetterDeskPage : AskingPage
{
    [Parameter] public string Slug { get; set; } = "";
    [Inject] protected ChangeLetter ChangeLetter { get; set; } = null!;

    protected Letter? Letter { get; private set; }
    protected LetterTime Says => new(Letter!.TimeZoneId, "en");

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
}
