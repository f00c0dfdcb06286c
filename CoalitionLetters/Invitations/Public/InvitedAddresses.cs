using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Web;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Invitations.Public;

/// <summary>What stands behind the links mailed to invited organizations. Opening a link does nothing, because mail scanners open links too; only a button acts.</summary>
internal static class InvitedAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapInvitedPages(this WebApplication app)
    {
        var invitation = app.MapGroup("/invitations/{key}").AllowAnonymous();
        invitation.MapMethods("/", Reading, ShowAsync);
        invitation.MapMethods("/refusal", Reading, RefusalAsync);
        var buttons = invitation.MapGroup("").RequireRateLimiting(RateLimits.Forms);
        buttons.MapPost("/", SignAsync).WithMetadata(new TooManyForms(TooManyAsync));
        buttons.MapPost("/refusal", RefuseAsync);
    }

    private static Task<IResult> ShowAsync(string key, OpenedInvitations invitations, CurrentCoalition coalition, TimeProvider clock) =>
        WithInvitationAsync(key, invitations, coalition, clock, opened => Task.FromResult(Form(key, opened, Filled(opened), [])));

    private static async Task<IResult> SignAsync(string key, OpenedInvitations invitations, CurrentCoalition coalition, TimeProvider clock, AnswerInvitation story, SentLogos logos, OpenedLinks links, HttpContext context, CancellationToken cancel)
    {
        var fields = await PostedForm.ReadAsync(context.Request, cancel);
        if (await invitations.FindAsync(key, cancel) is { } known && SignForm.Read(fields, known.Letter) is var sent && await sent.IsReceivedAsync(links))
        {
            return Answers.SeeOther(Links.Receipt(sent.Once));
        }

        return await WithInvitationAsync(key, invitations, coalition, clock, async opened =>
        {
            var faults = new List<Fault>();
            var form = await logos.TakeAsync(SignForm.Read(fields, opened.Letter), fields, opened.Letter, faults, context, opened.Organization.LogoId);
            if (fields.ContainsKey("preview"))
            {
                return Form(key, opened, form, faults);
            }

            faults = [.. form.Check(opened.Letter, faults)];
            if (faults.Count > 0)
            {
                return Form(key, opened, form, faults);
            }

            if (!form.WasSeen(fields, opened.Letter))
            {
                return Form(key, opened, form, [], isToBeSeen: true);
            }

            return await story.SignAsync(opened.Invitation.Id, form.ToSubmission(opened.Letter), cancel) switch
            {
                SignOutcome.Received => Answers.SeeOther(Links.Receipt(form.Once)),
                SignOutcome.TextHasChanged when await invitations.FindAsync(key, cancel) is { } newer => Form(key, newer, form, form.Check(newer.Letter)),
                _ => Answers.Closed((await invitations.FindAsync(key, cancel))?.Letter ?? opened.Letter),
            };
        });
    }

    private static Task<IResult> TooManyAsync(HttpContext context)
    {
        var (key, services) = ($"{context.GetRouteValue("key")}", context.RequestServices);
        return WithInvitationAsync(key, services.GetRequiredService<OpenedInvitations>(), services.GetRequiredService<CurrentCoalition>(), services.GetRequiredService<TimeProvider>(), async opened =>
        {
            var form = SignForm.Read(await PostedForm.ReadAsync(context.Request, context.RequestAborted), opened.Letter);
            return Form(key, opened, form, [new Fault("form", new SignWords(opened.Letter.Content.Language).TooManyWithFile)], status: StatusCodes.Status429TooManyRequests);
        });
    }

    private static Task<IResult> RefusalAsync(string key, OpenedInvitations invitations, CurrentCoalition coalition, TimeProvider clock) =>
        WithInvitationAsync(key, invitations, coalition, clock, opened => Task.FromResult<IResult>(new PageAnswer<RefusalPage>(StatusCodes.Status200OK, new()
        {
            [nameof(RefusalPage.Opened)] = opened,
            [nameof(RefusalPage.Key)] = key,
        })));

    private static async Task<IResult> RefuseAsync(string key, OpenedInvitations invitations, CurrentCoalition coalition, TimeProvider clock, AnswerInvitation story, HttpContext context, CancellationToken cancel)
    {
        var reason = PlainLine.Of((await PostedForm.ReadAsync(context.Request, cancel))["reason"].ToString());
        return await WithInvitationAsync(key, invitations, coalition, clock, async opened =>
        {
            await story.DeclineAsync(opened.Invitation.Id, reason.Length > Signature.NoteMaxLength ? reason[..Signature.NoteMaxLength] : reason, cancel);
            return Answers.Plain(opened.Letter, StatusCodes.Status200OK, opened.Words.RefusedTitle, opened.Words.RefusedText, linkText: opened.Words.SeeTheLetter);
        });
    }

    private static async Task<IResult> WithInvitationAsync(string key, OpenedInvitations invitations, CurrentCoalition coalition, TimeProvider clock, Func<OpenedInvitation, Task<IResult>> answer)
    {
        if (await invitations.FindAsync(key) is not { } opened)
        {
            return Answers.Unknown(coalition.Value);
        }

        var (words, letter) = (opened.Words, opened.Letter);
        if (opened.Signature is { Status: SignatureStatus.Listed or SignatureStatus.Confirmed or SignatureStatus.Held } given)
        {
            return Answers.Plain(letter, StatusCodes.Status200OK, words.SignedTitle, words.SignedText(given.Listing.Name), linkText: words.SeeTheLetter);
        }

        if (opened.Invitation.WithdrawnAt is not null)
        {
            return Answers.Plain(letter, StatusCodes.Status410Gone, words.WithdrawnTitle, words.WithdrawnText, linkText: words.SeeTheLetter);
        }

        if (!letter.CanBeSigned)
        {
            return Answers.Closed(letter);
        }

        if (!opened.Key.IsGoodAt(clock.UtcNow))
        {
            return Answers.Plain(letter, StatusCodes.Status410Gone, words.ExpiredTitle, words.ExpiredText, linkText: words.SeeTheLetter);
        }

        try
        {
            return await answer(opened);
        }
        catch (RuleBrokenException refusal)
        {
            return Answers.Plain(letter, StatusCodes.Status409Conflict, letter.Content.Title, refusal.Message, linkText: words.SeeTheLetter);
        }
    }

    /// <summary>What the directory knows, proposed and not yet said.</summary>
    private static SignForm Filled(OpenedInvitation opened)
    {
        var (organization, invitation) = (opened.Organization, opened.Invitation);
        return SignForm.Empty(opened.Letter) with
        {
            Name = organization.Name,
            Kind = organization.Kind == OrganizationKind.Unstated ? "" : organization.Kind.ToString(),
            Where = SignForm.WhereOf(organization.Scope, organization.State, organization.Country),
            State = organization.State ?? "",
            Country = organization.Country ?? "",
            Site = organization.Website ?? "",
            Person = invitation.ContactName ?? "",
            Mail = invitation.Email ?? "",
            LogoId = organization.LogoId,
            LogoName = organization.LogoId is null ? "" : opened.Words.LogoOnFile,
        };
    }

    private static IResult Form(string key, OpenedInvitation opened, SignForm form, IReadOnlyList<Fault> faults, bool isToBeSeen = false, int? status = null) => new PageAnswer<SignPage>(
        status ?? (faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK), new()
        {
            [nameof(SignPage.Of)] = opened.Letter,
            [nameof(SignPage.Form)] = form,
            [nameof(SignPage.Faults)] = faults,
            [nameof(SignPage.IsToBeSeen)] = isToBeSeen,
            [nameof(SignPage.Action)] = InvitationLinks.Form(key),
            [nameof(SignPage.Before)] = Before(opened),
            [nameof(SignPage.OtherAnswer)] = opened.Words.WillNotSign,
            [nameof(SignPage.OtherAnswerAddress)] = InvitationLinks.Refusal(key),
        });

    private static string[] Before(OpenedInvitation opened)
    {
        var (words, invitation, time) = (opened.Words, opened.Invitation, opened.Letter.Time);
        return opened.Signature is { Status: SignatureStatus.Submitted } sent ? [words.FormWasSent(time.Moment(sent.SubmittedAt))]
            : invitation.DeclinedAt is { } declined ? [words.FormLead(opened.Organization.Name), words.HasDeclined(time.Moment(declined))]
            : [words.FormLead(opened.Organization.Name)];
    }
}
