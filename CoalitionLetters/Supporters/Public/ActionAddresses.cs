using CoalitionLetters.Data;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Web;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Supporters.Public;

/// <summary>Where people write: <c>/actions/{slug}</c>, in two steps at one address. No account, no cookie, no script needed.</summary>
internal static class ActionAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapActions(this WebApplication app)
    {
        var action = app.MapGroup("/actions/{slug}").AllowAnonymous();
        action.MapMethods("/", Reading, ShowAsync);
        action.MapPost("/", TakeAsync).RequireRateLimiting(RateLimits.Forms).WithMetadata(new TooManyForms(TooManyAsync));
        action.MapMethods("/receipt", Reading, ReceiptAsync);
    }

    private static async Task<IResult> ShowAsync(string slug, CoalitionDb db, GoneOutCounts gone, TimeProvider clock, PageRenderer pages) =>
        await PublicAction.ReadAsync(db, slug, clock.UtcNow) is { } action
            ? new Served(new Rendered(await pages.RenderAsync<ActionPage>(Parameters(await CountedAsync(action, gone), ActionForm.Empty(action), [])), "text/html"))
            : Results.NotFound();

    private static async Task<IResult> TakeAsync(string slug, CoalitionDb db, TimeProvider clock, SendMessage send, ReceiptSeal seal, Places places, GoneOutCounts gone, HttpContext context, CancellationToken cancel)
    {
        if (await PublicAction.ReadAsync(db, slug, clock.UtcNow, cancel) is not { } action)
        {
            return Results.NotFound();
        }

        var fields = await PostedForm.ReadAsync(context.Request, cancel, ActionForm.MostPosted);
        var form = ActionForm.Read(fields, action);
        if (!action.IsOpen)
        {
            return Closed(action, form);
        }

        if (fields["step"] == "who")
        {
            return First(await CountedAsync(action, gone), form, []);
        }

        if (form.CheckPerson(action) is { Count: > 0 } faults)
        {
            return First(await CountedAsync(action, gone), form, faults);
        }

        if (fields["step"] == "send")
        {
            if (HasChanged(action, form))
            {
                return Copy(action, form.WithCopy(action), [new Fault("form", action.Words.LetterHasChanged)]);
            }

            if (form.CheckCopy(action) is { Count: > 0 } wrong)
            {
                return Copy(action, form, wrong);
            }

            return await SendAsync(action, form, send, seal, await places.OfAsync(context, cancel), () => PublicAction.ReadAsync(db, slug, clock.UtcNow, cancel), cancel);
        }

        return fields["step"] == "preview" ? Copy(action, form, []) : Copy(action, form.WithCopy(action), []);
    }

    /// <summary>Staff may change a letter in fixed words while people write: then the person reads it again.</summary>
    private static bool HasChanged(PublicAction action, ActionForm form) => !action.Content.IsEditable && !action.Draft.IsUnchangedIn(form.Text, form.Own);

    /// <summary>The step that was sent, as it was typed.</summary>
    private static async Task<IResult> TooManyAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (await PublicAction.ReadAsync(services.GetRequiredService<CoalitionDb>(), $"{context.GetRouteValue("slug")}", services.GetRequiredService<TimeProvider>().UtcNow) is not { IsOpen: true } action)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var fields = await PostedForm.ReadAsync(context.Request, context.RequestAborted, ActionForm.MostPosted);
        var form = ActionForm.Read(fields, action);
        Fault[] faults = [new("form", new SignWords(action.Words.Language).TooMany)];
        return fields["step"] == "send" || fields["step"] == "preview"
            ? new PageAnswer<CopyPage>(StatusCodes.Status429TooManyRequests, Parameters(action, form, faults))
            : new PageAnswer<ActionPage>(StatusCodes.Status429TooManyRequests, Parameters(await CountedAsync(action, services.GetRequiredService<GoneOutCounts>()), form, faults));
    }

    private static async Task<IResult> SendAsync(PublicAction action, ActionForm form, SendMessage send, ReceiptSeal seal, string place, Func<Task<PublicAction?>> read, CancellationToken cancel)
    {
        try
        {
            var sentence = action.Content.IsEditable ? form.OwnInText : form.Own;
            var own = sentence.Length > 0 && form.Text.Contains(sentence, StringComparison.Ordinal) ? sentence : null;
            var receipt = await send.RunAsync(new MessageForm(action.Action.Id, form.ToPerson(), form.Subject, form.Text, own, form.WantsMail ? ActionForm.ConsentOf(action.Content) : null, form.MayBeShown, place), cancel);
            return Answers.SeeOther(SupporterLinks.Receipt(action.Action.Slug, seal.Seal(receipt)));
        }
        catch (CrowdedPlaceException)
        {
            return Copy(action, form, [new Fault("form", action.Words.CrowdedPlace)]);
        }
        catch (RuleBrokenException refusal)
        {
            // Staff may have closed the action, or changed its letter, in this moment.
            return await read() is not { } now ? Results.NotFound()
                : !now.IsOpen ? Closed(now, form)
                : now.Content.IsEditable ? Copy(now, form, [new Fault("text", refusal.Message)])
                : Copy(now, form.WithCopy(now), [new Fault("form", refusal.Message)]);
        }
    }

    private static async Task<IResult> ReceiptAsync(string slug, string? of, CoalitionDb db, TimeProvider clock, ReceiptSeal seal) =>
        await PublicAction.ReadAsync(db, slug, clock.UtcNow) is { } action && seal.Open(of) is { } receipt
            ? new PageAnswer<SentPage>(StatusCodes.Status200OK, new() { [nameof(SentPage.Of)] = action, [nameof(SentPage.Receipt)] = receipt })
            : Results.NotFound();

    private static async Task<PublicAction> CountedAsync(PublicAction action, GoneOutCounts gone) => action with { Gone = await gone.OfAsync(action.Action.Id) };

    private static PageAnswer<ActionPage> First(PublicAction action, ActionForm form, IReadOnlyList<Fault> faults) => new(StatusOf(faults), Parameters(action, form, faults));

    private static PageAnswer<CopyPage> Copy(PublicAction action, ActionForm form, IReadOnlyList<Fault> faults) => new(StatusOf(faults), Parameters(action, form, faults));

    private static PageAnswer<MessageAnswerPage> Closed(PublicAction action, ActionForm form) => new(StatusCodes.Status410Gone, new()
    {
        [nameof(MessageAnswerPage.Coalition)] = action.Coalition,
        [nameof(MessageAnswerPage.Of)] = action,
        [nameof(MessageAnswerPage.Title)] = action.Words.ClosedTitle,
        [nameof(MessageAnswerPage.Text)] = action.Words.ClosedText(action.Time.Day(action.Action.EndedAt(action.ReadAt) ?? action.ReadAt)),
        [nameof(MessageAnswerPage.Typed)] = form.Typed,
        [nameof(MessageAnswerPage.Link)] = (action.Words.ToTheAction, action.Address),
    });

    private static int StatusOf(IReadOnlyList<Fault> faults) => faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    // Both pages name their parameters alike.
    private static Dictionary<string, object?> Parameters(PublicAction action, ActionForm form, IReadOnlyList<Fault> faults) => new()
    {
        [nameof(ActionPage.Of)] = action,
        [nameof(ActionPage.Form)] = form,
        [nameof(ActionPage.Faults)] = faults,
    };

    private sealed class Served(Rendered page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => page.WriteAsync(httpContext);
    }
}
