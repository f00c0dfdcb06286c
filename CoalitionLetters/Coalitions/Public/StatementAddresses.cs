using CoalitionLetters.Web;

namespace CoalitionLetters.Coalitions.Public;

/// <summary>Where the statements on privacy and access stand, in both languages.</summary>
public static class StatementAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStatements(this WebApplication app)
    {
        foreach (var (language, other) in new[] { ("en", "es"), ("es", "en") })
        {
            Map(app, Links.Privacy(language), Statement.Privacy(language), language, Links.Privacy(other));
            Map(app, Links.Accessibility(language), Statement.Access(language), language, Links.Accessibility(other));
        }
    }

    private static void Map(WebApplication app, string address, Statement says, string language, string otherAddress) =>
        app.MapMethods(address, Reading, async (CurrentCoalition coalition, PageRenderer pages, HttpContext context) =>
        {
            var page = await pages.RenderAsync<StatementPage>(new()
            {
                [nameof(StatementPage.Coalition)] = coalition.Value,
                [nameof(StatementPage.Says)] = says,
                [nameof(StatementPage.Language)] = language,
                [nameof(StatementPage.OtherAddress)] = otherAddress,
            });
            await new Rendered(page, "text/html").WriteAsync(context);
        }).AllowAnonymous();
}
