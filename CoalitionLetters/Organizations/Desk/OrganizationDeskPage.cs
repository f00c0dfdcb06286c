using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Layout;
using CoalitionLetters.Staff;
using CoalitionLetters.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>A page of the directory with forms. It goes on to another page when the step was taken, and says why when it was refused.</summary>
public abstract class OrganizationDeskPage : LoadedPage
{
    [Inject] protected CoalitionDb Store { get; set; } = null!;
    [Inject] protected OrganizationDirectory Directory { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [Inject] private IAuthorizationService Permits { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = null!;
    [CascadingParameter] private FormMappingContext? Sent { get; set; }

    protected string? Refusal { get; private set; }

    /// <summary>Viewers see the directory; only those who review signatures change it.</summary>
    protected async Task TakeAsync(Func<Actor, Task<string>> stepThenTo)
    {
        string thenTo;
        try
        {
            if (UnreadFields.In(Sent, this) is { } unread)
                throw new RuleBrokenException(unread);

            var user = (await Session).User;
            RuleBrokenException.ThrowIf(!(await Permits.AuthorizeAsync(user, Policies.ReviewSignatures)).Succeeded, "You may look at the directory, but not change it.");
            thenTo = await stepThenTo(Actor.From(user));
        }
        catch (RuleBrokenException refusal)
        {
            Refusal = refusal.Message;
            return;
        }

        Navigation.NavigateTo(thenTo);
    }
}
