using CoalitionLetters.Data;
using CoalitionLetters.Uploads;
using CoalitionLetters.Web;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Letters.Public;

/// <summary>The addresses under which the public reads letters. None of them sets a cookie.</summary>
public static class LetterAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPublicLetters(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PageRenderer>();
        builder.Services.AddSingleton<PublicAssets>();
        builder.Services.AddSingleton<PublicLetters>();
        builder.Services.AddSingleton<FrontPages>();
    }

    public static void MapPublicLetters(this WebApplication app)
    {
        app.MapMethods(Links.Home, Reading, async (FrontPages front, HttpContext context) => await (await front.CurrentAsync()).WriteAsync(context)).AllowAnonymous();

        var letter = app.MapGroup("/letters/{slug}").AllowAnonymous();
        letter.MapMethods("/", Reading, (string slug, PublicLetters letters, HttpContext context) => ServeAsync(slug, letters, context, pages => pages.Page()));
        letter.MapMethods("/letter.txt", Reading, (string slug, PublicLetters letters, HttpContext context) => ServeAsync(slug, letters, context, pages => pages.PlainText()));
        letter.MapMethods("/signatories.csv", Reading, (string slug, PublicLetters letters, HttpContext context) => ServeAsync(slug, letters, context, pages => pages.List()));
        letter.MapMethods("/letter.json", Reading, (string slug, PublicLetters letters, HttpContext context) => ServeAsync(slug, letters, context, pages => pages.Data()));
        letter.MapMethods("/deadline.ics", Reading, (string slug, PublicLetters letters, HttpContext context) => ServeAsync(slug, letters, context, pages => pages.Calendar()));
        letter.MapMethods("/logos/{number:int}", Reading, LogoAsync);
    }

    private static async Task ServeAsync(string slug, PublicLetters letters, HttpContext context, Func<LetterPages, Task<Rendered>> choose)
    {
        if (await letters.FindAsync(slug) is { } pages)
        {
            await (await choose(pages)).WriteAsync(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>A logo of the letterhead. Drawings may hold scripts, so a logo opened by itself is shown in a sandbox.</summary>
    private static async Task<IResult> LogoAsync(string slug, int number, PublicLetters letters, Db stores, HttpContext context)
    {
        if (await letters.FindAsync(slug) is not { } pages || pages.Letter.Content.Letterhead.ElementAtOrDefault(number - 1)?.LogoId is not { } id)
        {
            return Results.NotFound();
        }

        await using var db = stores.Open();
        if (await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id) is not { } logo)
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(logo.Bytes, logo.MediaType, entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{logo.Sha256[..24]}\""));
    }
}
