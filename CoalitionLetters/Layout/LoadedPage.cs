using Microsoft.AspNetCore.Components;

namespace CoalitionLetters.Layout;

/// <summary>Reads what it shows before it is drawn for the first time, so that it is never drawn half-empty, nor empties what stood there before it became live.</summary>
public abstract class LoadedPage : ComponentBase
{
    private bool loaded;

    protected abstract Task LoadAsync();

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!loaded)
        {
            loaded = true;
            await LoadAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }
}
