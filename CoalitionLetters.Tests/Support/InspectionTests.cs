using Xunit;

namespace CoalitionLetters.Tests.Support;

/// <summary>What looks at every page would say so if something were wrong.</summary>
[Trait("Needs", "Database")]
public sealed class InspectionTests
{
    [Fact]
    public async Task A_dim_focus_a_trap_and_what_axe_finds_are_named()
    {
        await using var app = await TestApp.StartAsync(listens: true);
        var page = await Chromium.NewPageAsync(app);
        await using var context = page.Context;
        var inspection = await Inspection.OfAsync(page);
        await page.GotoAsync("/accessibility");
        await inspection.LookAsync();
        var before = inspection.Faults.ToList();
        await page.EvaluateAsync("""
            () => document.body.innerHTML = `<main><h1>Faulty</h1><p style="width: 2000px">Wide</p><button id="dim" style="outline: none">Dim</button><img src="/favicon.svg">
                <button id="trap">Trap</button><button id="behind">Behind</button><label><input type="radio" name="a">One</label><label><input type="radio" name="a">Two</label></main>`
            """);
        await page.EvaluateAsync("() => document.getElementById('trap').onkeydown = pressed => pressed.preventDefault()");

        await inspection.LookAsync();

        Assert.Empty(before);
        Assert.Contains(inspection.Faults, fault => fault.Contains("image-alt", StringComparison.Ordinal));
        Assert.Contains(inspection.Faults, fault => fault.Contains("wider than the window", StringComparison.Ordinal));
        Assert.Single(inspection.Faults, fault => fault.Contains("looks no different with the focus: <button id=\"dim\"", StringComparison.Ordinal));
        Assert.Equal(3, inspection.Faults.Count(fault => fault.Contains("cannot be reached with Tab, which ended at <button id=\"trap\"", StringComparison.Ordinal)));
    }
}
