using CoalitionLetters.Letters.Public;
using CoalitionLetters.Organizations;
using CoalitionLetters.Web;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Signatures.Public;

/// <summary>Where a representative signs: <c>/letters/{slug}/sign</c>. No account, no cookie, no script needed.</summary>
public static class SignAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddSigning(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LogoBudget>();
        builder.Services.AddScoped<SentLogos>();
        builder.Services.AddScoped<SignLetter>();
        builder.Services.AddScoped<PlaceSignature>();
        builder.Services.AddScoped<ConfirmSignature>();
        builder.Services.AddScoped<AskSignersAgain>();
        builder.Services.AddScoped<AgreeAgain>();
        builder.Services.AddScoped<SendConfirmationAgain>();
        builder.Services.AddScoped<CorrectListing>();
        builder.Services.AddScoped<HandOverSignature>();
        builder.Services.AddScoped<WithdrawSignature>();
        builder.Services.AddScoped<EraseSigner>();
        builder.Services.AddScoped<OpenedLinks>();
    }

    public static void MapSigning(this WebApplication app)
    {
        var sign = app.MapGroup("/letters/{slug}/sign").AllowAnonymous();
        sign.MapMethods("/", Reading, ShowAsync);
        sign.MapPost("/", SignAsync).RequireRateLimiting(RateLimits.Forms).WithMetadata(new TooManyForms(TooManyAsync));
        sign.MapGet("/galley", GalleyAsync);
        app.MapSignatures();
        app.MapConsent();
    }

    private static async Task<IResult> ShowAsync(string slug, PublicLetters letters) =>
        await letters.FindAsync(slug) is not { Letter: var letter } ? Results.NotFound()
        : letter.Letter.Circulation.ByInvitation && letter.CanBeSigned ? ByInvitation(letter)
        : letter.CanBeSigned ? Page(letter, SignForm.Empty(letter), [])
        : Answers.Closed(letter);

    private static async Task<IResult> SignAsync(string slug, PublicLetters letters, SignLetter story, SentLogos logos, OpenedLinks links, HttpContext context, CancellationToken cancel)
    {
        if (await letters.FindAsync(slug) is not { Letter: var letter })
        {
            return Results.NotFound();
        }

        if (await ReadAsync(context, cancel) is not { } fields)
        {
            return TooLarge(letter);
        }

        var form = SignForm.Read(fields, letter);
        if (await form.IsReceivedAsync(links))
        {
            return Answers.SeeOther(Links.Receipt(form.Once));
        }

        if (!letter.CanBeSigned)
        {
            return Answers.Closed(letter);
        }

        if (letter.Letter.Circulation.ByInvitation)
        {
            return ByInvitation(letter);
        }

        var faults = new List<Fault>();
        form = await logos.TakeAsync(form, fields, letter, faults, context);
        if (fields.ContainsKey("preview"))
        {
            return Page(letter, form, faults);
        }

        faults = [.. form.Check(letter, faults)];
        if (faults.Count > 0)
        {
            return Page(letter, form, faults);
        }

        if (!form.WasSeen(fields, letter))
        {
            return Page(letter, form, [], isToBeSeen: true);
        }

        switch (await story.RunAsync(letter.Letter.Id, form.ToSubmission(letter), cancel))
        {
            case SignOutcome.Received:
                return Answers.SeeOther(Links.Receipt(form.Once));

            case SignOutcome.TextHasChanged when await letters.FindAsync(slug) is { Letter: var newer }:
                return Page(newer, form, form.Check(newer));

            default:
                return Answers.Closed((await letters.FindAsync(slug))?.Letter ?? letter);
        }
    }

    /// <summary>Null: it is larger than anybody's photograph.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        try
        {
            return await PostedForm.ReadAsync(context.Request, cancel);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static async Task<IResult> TooManyAsync(HttpContext context)
    {
        var letters = context.RequestServices.GetRequiredService<PublicLetters>();
        if (await letters.FindAsync($"{context.GetRouteValue("slug")}") is not { Letter: { IsSignedHere: true } letter })
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await ReadAsync(context, context.RequestAborted) is not { } fields)
        {
            return TooLarge(letter);
        }

        var (form, words) = (SignForm.Read(fields, letter), new SignWords(letter.Content.Language));
        return await form.IsReceivedAsync(context.RequestServices.GetRequiredService<OpenedLinks>())
            ? Answers.SeeOther(Links.Receipt(form.Once))
            : Page(letter, form, [new Fault("form", fields.Files.Any(file => file.Length > 0) ? words.TooManyWithFile : words.TooMany)], status: StatusCodes.Status429TooManyRequests);
    }

    private static IResult TooLarge(PublicLetter letter)
    {
        var words = new SignWords(letter.Content.Language);
        return Answers.Plain(letter, StatusCodes.Status413PayloadTooLarge, words.TooLargeTitle, words.TooLargeText, linkText: words.SeeTheLetter);
    }

    /// <summary>The galley alone, for the script that follows the typing.</summary>
    private static async Task<IResult> GalleyAsync(string slug, string? name, string? kind, string? where, string? state, string? country, string? title, PublicLetters letters, PageRenderer pages, HttpContext context)
    {
        if (await letters.FindAsync(slug) is not { Letter: var letter })
        {
            return Results.NotFound();
        }

        var form = new SignForm { Name = Short(name), Kind = letter.AsksKind ? Short(kind) : "", Where = letter.IsOfOfficials ? SignForm.OneState : Short(where), State = Short(state), Country = Short(country), Title = Short(title) };
        var listing = form.ToListing(letter.IsOfOfficials) with { Name = form.Name.Length > 0 ? form.Name : letter.IsOfOfficials ? letter.Words.YourName : letter.Words.YourOrganization };
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(await pages.RenderAsync<GalleySlip>(new() { [nameof(GalleySlip.Galley)] = Galley.Of(letter, listing), [nameof(GalleySlip.IsMarked)] = true }), "text/html; charset=utf-8");
    }

    private static string Short(string? text) => PlainLine.Of(text is { Length: > Organization.NameMaxLength } ? text[..Organization.NameMaxLength] : text);

    private static PageAnswer<SignPage> Page(PublicLetter letter, SignForm form, IReadOnlyList<Fault> faults, bool isToBeSeen = false, int? status = null) => new(
        status ?? (faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
        new() { [nameof(SignPage.Of)] = letter, [nameof(SignPage.Form)] = form, [nameof(SignPage.Faults)] = faults, [nameof(SignPage.IsToBeSeen)] = isToBeSeen });

    private static IResult ByInvitation(PublicLetter letter)
    {
        var words = new SignWords(letter.Content.Language);
        return Answers.Plain(letter, StatusCodes.Status200OK, words.ByInvitationTitle, words.ByInvitationText, note: letter.Coalition.ContactMail, linkText: words.SeeTheLetter);
    }
}
