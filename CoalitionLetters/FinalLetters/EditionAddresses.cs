using System.Collections.Concurrent;
using System.Security.Cryptography;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Staff;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CoalitionLetters.FinalLetters;

/// <summary>Where the bytes of editions are fetched, and where a copy is compared with them.</summary>
public static class EditionAddresses
{
    private const int MostCompared = 20 * 1024 * 1024;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddEditions(this WebApplicationBuilder builder)
    {
        var pdf = PdfSettings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(pdf);
        Printable.AskToo(pdf.Fonts);
        builder.Services.AddScoped<PublishLetter>();
        builder.Services.AddSingleton<EditionFiles>();
    }

    public static void MapEditions(this WebApplication app)
    {
        app.MapMethods("/letters/{slug}/letter.pdf", Reading, NewestAsync).AllowAnonymous();
        app.MapMethods("/letters/{slug}/editions/{number:int}/letter.pdf", Reading, OneAsync).AllowAnonymous();
        app.MapMethods("/staff/letters/{slug}/draft.pdf", Reading, DraftAsync).RequireAuthorization(Policies.ViewDesk);
        app.MapMethods("/verify/{code}", Reading, (string code, CoalitionDb db, CurrentCoalition coalition) => VerifyAsync(code, null, db, coalition)).AllowAnonymous();
        app.MapPost("/verify/{code}", CompareAsync).AllowAnonymous().DisableAntiforgery();
    }

    /// <summary>The newest edition. Before there is one the public finds nothing, and staff the draft.</summary>
    private static async Task<IResult> NewestAsync(string slug, EditionFiles files, CoalitionDb db, TimeProvider clock, PdfSettings pdf, IAuthorizationService rights, HttpContext context) =>
        await files.FindAsync(slug, null) is { } newest ? Served(slug, newest, "public, no-cache", context)
        : (await rights.AuthorizeAsync(context.User, Policies.ViewDesk)).Succeeded ? await DraftAsync(slug, db, clock, pdf, context)
        : Results.NotFound();

    private static async Task<IResult> OneAsync(string slug, int number, EditionFiles files, HttpContext context) =>
        await files.FindAsync(slug, number) is { } one ? Served(slug, one, "public, max-age=31536000, immutable", context) : Results.NotFound();

    /// <param name="caching">An edition never changes; which one is the newest may.</param>
    private static IResult Served(string slug, EditionFiles.File file, string caching, HttpContext context)
    {
        context.Response.Headers.CacheControl = caching;
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = $"{slug}-edition-{file.Number}.pdf" }.ToString();
        return Results.Bytes(file.Pdf, "application/pdf", enableRangeProcessing: true, lastModified: file.PublishedAt, entityTag: new EntityTagHeaderValue($"\"{file.Sha256[..32]}\""));
    }

    /// <summary>The letter as it stands, with a watermark, for staff.</summary>
    private static async Task<IResult> DraftAsync(string slug, CoalitionDb db, TimeProvider clock, PdfSettings pdf, HttpContext context)
    {
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == slug) is not { } letter)
        {
            return Results.NotFound();
        }

        var names = await db.ListedNamesAsync(letter.Id);
        var content = letter.AsItGoesOut(letter.Content, names, clock.UtcNow);
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = $"{slug}-draft.pdf" }.ToString();
        try
        {
            var logos = await db.LogosAsync(content);
            var signatures = (await db.SignaturePicturesAsync(letter.Id)).ToDictionary(s => s.Key, s => s.Value.Picture);
            var body = PlaceholderCheck.Of(content, names).Body;
            return Results.Bytes(LetterPdf.Render(content with { Body = body }, names, pdf.Options with { Draft = true, Accent = await db.PrintedAccentAsync(), Logos = [.. logos.Select(logo => logo?.Picture)], Signatures = signatures }), "application/pdf", enableRangeProcessing: true);
        }
        catch (TypesettingException fault)
        {
            throw new RuleBrokenException(fault.Message);
        }
    }

    private static async Task<IResult> VerifyAsync(string code, Comparison? comparison, CoalitionDb db, CurrentCoalition coalition)
    {
        var copy = await VerifiedCopy.FindAsync(db, code);
        var status = copy is null ? StatusCodes.Status404NotFound : comparison is { Sha256: null } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return new PageAnswer<VerifyPage>(status, new() { [nameof(VerifyPage.Coalition)] = coalition.Value, [nameof(VerifyPage.Copy)] = copy, [nameof(VerifyPage.Comparison)] = comparison });
    }

    /// <summary>Takes a file, keeps nothing of it, and answers whether it is the edition. The answer has no address of its own, so that nobody can link to it.</summary>
    private static async Task<IResult> CompareAsync(string code, CoalitionDb db, CurrentCoalition coalition, HttpContext context) =>
        await VerifyAsync(code, CameFromElsewhere(context.Request) ? null : await ComparisonAsync(context.Request), db, coalition);

    /// <summary>A page of somebody else has sent the form, with a file that need not be the reader's.</summary>
    private static bool CameFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static async Task<Comparison> ComparisonAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        if (form.TryGetValue("fingerprint", out var pasted))
        {
            return Comparison.OfPasted(pasted.ToString());
        }

        if (form.Files.GetFile("file") is not { Length: > 0 and <= MostCompared } file)
        {
            return new Comparison(null, null);
        }

        await using var bytes = file.OpenReadStream();
        return new Comparison(Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes)), null);
    }
}

/// <summary>The bytes of editions, the latest asked for kept in memory: they never change.</summary>
public sealed class EditionFiles(Db stores)
{
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<Guid, byte[]> kept = [];

    public sealed record File(int Number, byte[] Pdf, string Sha256, DateTimeOffset PublishedAt);

    /// <param name="number">None for the newest.</param>
    public async Task<File?> FindAsync(string slug, int? number)
    {
        await using var db = stores.Open();
        var edition = await db.Editions.AsNoTracking()
            .Where(e => db.Set<Letter>().Any(l => l.Id == e.LetterId && l.Slug == slug) && (number == null || e.Number == number))
            .OrderByDescending(e => e.Number)
            .Select(e => new { e.Id, e.Number, e.Sha256, e.PublishedAt })
            .FirstOrDefaultAsync();
        if (edition is null)
        {
            return null;
        }

        if (!kept.TryGetValue(edition.Id, out var pdf))
        {
            pdf = await db.EditionFiles.Where(f => f.EditionId == edition.Id).Select(f => f.Pdf).SingleAsync();
            if (kept.Count >= MostKept)
            {
                kept.Clear();
            }

            kept[edition.Id] = pdf;
        }

        return new File(edition.Number, pdf, edition.Sha256, new DateTimeOffset(edition.PublishedAt, TimeSpan.Zero));
    }
}
