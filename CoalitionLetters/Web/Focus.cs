using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CoalitionLetters.Web;

public static class Focus
{
    /// <summary>
    /// Puts the focus there if it is still there. Between the drawing and the call a further press may have taken the element away, or the browser may be gone;
    /// a call that fails would end the whole page.
    /// </summary>
    /// <returns>Whether it took the focus.</returns>
    public static async Task<bool> TryFocusAsync(this ElementReference element)
    {
        // What was never drawn is nowhere.
        if (element.Context is null)
        {
            return false;
        }

        try
        {
            await element.FocusAsync();
            return true;
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException)
        {
            return false;
        }
    }
}
