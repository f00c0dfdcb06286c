using Bunit;
using CoalitionLetters.Data;
using CoalitionLetters.Importing.Desk;
using CoalitionLetters.Organizations;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionLetters.Tests.Support;

/// <summary>The import desk of a running app without a browser, for a member of staff who may import everything.</summary>
public static class ImportDesks
{
    public static async Task<IRenderedComponent<ImportDesk>> ImportDeskAsync(this TestApp app, BunitContext context, string slug)
    {
        context.Services.AddSingleton(app.Services.GetRequiredService<Db>()).AddSingleton(app.Services.GetRequiredService<Scoped>()).AddSingleton(app.Services.GetRequiredService<OrganizationDirectory>());
        await using var scope = app.Services.CreateAsyncScope();
        context.Services.AddSingleton(scope.ServiceProvider.GetRequiredService<ActingStaff>());
        var session = context.AddAuthorization().SetAuthorized("Dana Field");
        session.SetPolicies(Policies.ReviewSignatures, Policies.EditLetters);
        var member = await app.AMemberAsync(StaffRole.Owner);
        session.SetClaims([.. (await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<StaffMember>>().CreateAsync(member)).Claims]);
        return context.Render<ImportDesk>(with => with.Add(d => d.Slug, slug));
    }

    public static void Choose(this IRenderedComponent<ImportDesk> desk, string name, byte[] file) =>
        desk.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, name));

    public static void Press(this IRenderedComponent<ImportDesk> desk, string button) =>
        desk.FindAll("button").First(b => b.TextContent.StartsWith(button, StringComparison.Ordinal)).ClickAsync(new());
}
