using Bunit;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Xunit;

namespace CoalitionLetters.Tests.Web;

public sealed class FocusTests : BunitContext
{
    [Fact]
    public async Task An_element_that_is_gone_meanwhile_takes_no_focus_and_ends_no_page()
    {
        JSInterop.SetupVoid(call => call.Identifier == "Blazor._internal.domWrapper.focus").SetException(new JSException("Unable to focus an invalid element."));

        var shown = Render<TakeItBack>(parameters => parameters.Add(p => p.What, "Recipient 1"));

        Assert.Contains("Recipient 1 was taken away.", shown.Markup, StringComparison.Ordinal);
        Assert.False(await default(ElementReference).TryFocusAsync());
    }

    [Fact]
    public void An_element_that_is_there_takes_the_focus()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;

        Render<TakeItBack>(parameters => parameters.Add(p => p.What, "Recipient 1"));

        JSInterop.VerifyFocusAsyncInvoke();
    }
}
