using CoalitionLetters.Organizations.Desk;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.FinalLetters.Desk;
using CoalitionLetters.History;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Staff;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Radzen;

namespace CoalitionLetters.Letters.Desk;

/// <summary>What the letters' desk needs beside its pages.</summary>
public static class DeskSetup
{
    public static void AddDesk(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LetterEditors>();
        builder.Services.AddScoped<SaveDraft>();
        builder.Services.AddScoped<IShowsChanges, DraftHistory>();
        builder.Services.AddScoped<TakeUpDraft>();
        builder.Services.AddScoped<StorePicture>();
        builder.Services.AddScoped<ChangeLetter>();
        builder.Services.AddScoped<WriteLetter>();
        builder.Services.AddScoped<ReviewSignatures>();
        builder.Services.AddScoped<SettleCorrection>();
        builder.Services.AddScoped<EnterSignature>();
        builder.Services.AddScoped<RecordAgreement>();
        builder.Services.AddSingleton<PagePictures>();
        builder.Services.AddScoped<DrawLetter>();
        builder.AddEditions();
        builder.Services.AddRadzenComponents();
    }

    public static void MapDesk(this WebApplication app)
    {
        app.MapEditions();
        app.MapSignatureExport();
        app.MapDirectoryExport();
        app.MapGet("/staff/pictures/{id:guid}", PictureAsync).RequireAuthorization(Policies.ViewDesk);
        app.MapGet("/staff/preview/{hash}.svg", PreviewPage).RequireAuthorization(Policies.EditLetters);
    }

    private static IResult PreviewPage(string hash, PagePictures pictures, HttpContext context)
    {
        if (pictures.Find(hash) is not { } packed)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "private, max-age=600, immutable";
        context.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(packed, "image/svg+xml");
    }

    private static async Task<IResult> PictureAsync(Guid id, CoalitionDb db, HttpContext context)
    {
        var picture = await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id);
        if (picture is null)
        {
            return Results.NotFound();
        }

        // An SVG is a document; opened by itself it must not run anything.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(picture.Bytes, picture.MediaType, entityTag: new EntityTagHeaderValue($"\"{picture.Sha256}\""));
    }
}
