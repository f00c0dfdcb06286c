using CoalitionLetters.Data;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Desk;

/// <summary>What happens around an editor that stands open: the letter is opened or closed elsewhere, or the browser goes away.</summary>
public sealed partial class LetterEditorForm
{
    /// <summary>A browser that lost its connection for a moment is still there.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(5);

    private string slug = "";
    private LetterStatus state;
    private bool wasOpened;
    private bool standsStill;
    private bool connected = true;

    [Inject] private CircuitConnection Connection { get; set; } = null!;

    private bool KeepsItsWords => state is LetterStatus.Closed or LetterStatus.Final or LetterStatus.Withdrawn;

    private async Task FollowStateAsync()
    {
        LetterStatus now;
        try
        {
            await using var db = Stores.Open();
            now = await db.Letters.AsNoTracking().Where(l => l.Id == LetterId).Select(l => l.Status).SingleAsync();
        }
        catch (Exception fault) when (fault.IsStoreAway() && !gone)
        {
            await Task.Delay(Absence, Time);
            await FollowStateAsync();
            return;
        }

        if (gone || now == state)
        {
            return;
        }

        wasOpened = now == LetterStatus.Open;
        state = now;
        await (KeepsItsWords ? StandStillAsync() : GoOnAsync());
        StateHasChanged();
    }

    /// <summary>The fields let nobody type what could not be saved. What is not saved yet is shown to be copied.</summary>
    private async Task StandStillAsync()
    {
        choice = null;
        if (!choosing)
        {
            choosing = true;
            choosing = standsStill = await HoldAsync();
        }
        else
        {
            standsStill = holding.CurrentCount == 0;
        }

        SayThatItKeepsItsWords();
    }

    private void SayThatItKeepsItsWords() => status = changed ? "Not saved: the letter keeps its words." : "All is saved.";

    private async Task GoOnAsync()
    {
        if (!standsStill)
        {
            return;
        }

        standsStill = choosing = false;
        await ReleaseAsync();
        if (changed)
        {
            _ = SaveSoonAsync(SavePause);
        }
    }

    private void FollowConnection(bool isThere) => _ = InvokeAsync(() => FollowConnectionAsync(isThere));

    /// <summary>Whoever has left without a word is not said to be here until the server forgets the page minutes later.</summary>
    private async Task FollowConnectionAsync(bool isThere)
    {
        connected = isThere;
        await Task.Delay(isThere ? TimeSpan.Zero : Absence, Time);
        if (!gone && connected == isThere)
        {
            seat?.SayWhetherHere(isThere);
        }
    }
}
