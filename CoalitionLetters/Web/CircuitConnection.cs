using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CoalitionLetters.Web;

/// <summary>Tells an open page whether its browser is there. The server keeps a page for minutes after the browser has gone, in case it comes back.</summary>
public sealed class CircuitConnection : CircuitHandler
{
    public event Action<bool>? Changed;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Tell(true);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Tell(false);

    private Task Tell(bool isThere)
    {
        Changed?.Invoke(isThere);
        return Task.CompletedTask;
    }
}
