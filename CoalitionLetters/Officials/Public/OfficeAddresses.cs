using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Uploads;
using CoalitionLetters.Web;
using CoalitionLetters.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials.Public;

/// <summary>What stands behind the links mailed to offices. Opening a link does nothing, because mail scanners open links too; only a button acts.</summary>
internal static class OfficeAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOfficePages(this WebApplication app)
    {
        var office = app.MapGroup("/offices/{key}").AllowAnonymous();
        office.MapMethods("/", Reading, ShowAsync);
        office.MapMethods("/refusal", Reading, RefusalAsync);
        var approval = app.MapGroup("/approvals/{key}").AllowAnonymous();
        approval.MapMethods("/", Reading, ApprovalAsync);
        approval.MapMethods("/picture", Reading, PictureAsync);
        approval.MapMethods("/refusal", Reading, ApprovalRefusalAsync);

        var officeButtons = office.MapGroup("").RequireRateLimiting(RateLimits.Forms);
        officeButtons.MapPost("/", PrepareAsync).WithMetadata(new TooManyForms(TooManyAsync));
        officeButtons.MapPost("/refusal", RefuseOfficeAsync);
        var approvalButtons = approval.MapGroup("").RequireRateLimiting(RateLimits.Forms);
        approvalButtons.MapPost("/", ApproveAsync);
        approvalButtons.MapPost("/refusal", RefuseApprovalAsync);
    }

    private static Task<IResult> ShowAsync(string key, OpenedSeats seats, CurrentCoalition coalition) =>
        WithOfficeAsync(key, seats, coalition, opened => Task.FromResult(Form(key, opened, OfficeForm.Of(opened), [])));

    private static Task<IResult> PrepareAsync(string key, OpenedSeats seats, CurrentCoalition coalition, PrepareSignature story, StorePicture pictures, LogoBudget budget, MailSettings mail, HttpContext context, CancellationToken cancel) =>
        WithOfficeAsync(key, seats, coalition, async opened =>
        {
            var fields = await PostedForm.ReadAsync(context.Request, cancel);
            var faults = new List<Fault>();
            var form = await WithPictureAsync(OfficeForm.Read(fields, opened), new MailKey(key), fields, pictures, budget, opened, faults, context);
            if (fields.ContainsKey("preview"))
            {
                return Form(key, opened, form, faults);
            }

            faults.AddRange(form.Check(opened));
            if (faults.Count > 0)
            {
                return Form(key, opened, form, faults);
            }

            return await story.RunAsync(opened.Seat.Id, form.ToPreparation(opened.Letter), cancel) switch
            {
                PrepareOutcome.Sent => Answers.Plain(opened.Letter, 200, opened.Words.SentTitle, Sent(opened, form, mail.IsSending), note: mail.IsSending ? opened.Words.SentNote : null, linkText: opened.Words.SeeTheLetter),
                PrepareOutcome.Closed => Closed(opened),
                PrepareOutcome.SentOften => Form(key, opened, form, [new Fault("mail", opened.Words.SentOften(PrepareSignature.MostMailsAnHour))]),
                _ => Answers.SeeOther(OfficeLinks.Office(key)),
            };
        }, signedToo: true);

    private static string Sent(OpenedSeat opened, OfficeForm form, bool isSending) => string.Join(' ', new[]
    {
        opened.Words.SentText(form.Mail, isSending),
        new StandingWords(opened.Letter.Content.Language).WillWait(OfficeMail.Doubtful(opened.Letter.Letter.Circulation, opened.Seat.Details, form.StaffMail, form.Mail)),
    }.OfType<string>());

    private static Task<IResult> TooManyAsync(HttpContext context)
    {
        var (key, services) = ($"{context.GetRouteValue("key")}", context.RequestServices);
        return WithOfficeAsync(key, services.GetRequiredService<OpenedSeats>(), services.GetRequiredService<CurrentCoalition>(), async opened =>
        {
            var form = OfficeForm.Read(await PostedForm.ReadAsync(context.Request, context.RequestAborted), opened);
            return Form(key, opened, form, [new Fault("form", new SignWords(opened.Letter.Content.Language).TooManyWithFile)], StatusCodes.Status429TooManyRequests);
        });
    }

    private static async Task<OfficeForm> WithPictureAsync(OfficeForm form, MailKey link, IFormCollection fields, StorePicture pictures, LogoBudget budget, OpenedSeat opened, List<Fault> faults, HttpContext context)
    {
        if (fields.Files["picture"] is not { Length: > 0 } file)
        {
            // One that is said to be kept already must have come through this very link.
            var onFile = opened.Seat.Details.PictureId;
            return form.PictureId is not { } kept || kept == onFile || await pictures.CameWithAsync(kept, link, context.RequestAborted) ? form : form with { PictureId = onFile };
        }

        if (!budget.Allows(context))
        {
            faults.Add(new Fault("picture", opened.Words.TooManyPictures));
            return form;
        }

        try
        {
            await using var upload = file.OpenReadStream();
            return form with { PictureId = await pictures.OfFormAsync(upload, PlainLine.Of(file.FileName), link, context.RequestAborted) };
        }
        catch (RuleBrokenException refusal)
        {
            faults.Add(new Fault("picture", opened.Letter.Content.Language == "es" ? "Elija un archivo SVG, PNG o JPEG de hasta 2 MB" : refusal.Message));
            return form;
        }
    }

    private static Task<IResult> RefusalAsync(string key, OpenedSeats seats, CurrentCoalition coalition) =>
        WithOfficeAsync(key, seats, coalition, opened => Task.FromResult(Refusal(opened, OfficeLinks.Refusal(key), OfficeLinks.Office(key), "")));

    private static Task<IResult> RefuseOfficeAsync(string key, OpenedSeats seats, CurrentCoalition coalition, DeclineSeat story, HttpContext context, CancellationToken cancel) =>
        WithOfficeAsync(key, seats, coalition, opened => RefuseAsync(opened, OfficeLinks.Refusal(key), OfficeLinks.Office(key), opened.Words.RefusedText, Actor.Office, story, context, cancel));

    private static Task<IResult> ApprovalRefusalAsync(string key, OpenedSeats seats, CurrentCoalition coalition, MailSettings mail, TimeProvider clock) =>
        WithApprovalAsync(key, seats, coalition, mail, clock, opened => Task.FromResult(Refusal(opened, OfficeLinks.ApprovalRefusal(key), OfficeLinks.Approval(key), "")));

    private static Task<IResult> RefuseApprovalAsync(string key, OpenedSeats seats, CurrentCoalition coalition, MailSettings mail, TimeProvider clock, DeclineSeat story, HttpContext context, CancellationToken cancel) =>
        WithApprovalAsync(key, seats, coalition, mail, clock, opened => RefuseAsync(opened, OfficeLinks.ApprovalRefusal(key), OfficeLinks.Approval(key), opened.Words.ApprovalRefusedText, Actor.Signer, story, context, cancel));

    private static async Task<IResult> RefuseAsync(OpenedSeat opened, string action, string back, string thenTold, Actor who, DeclineSeat story, HttpContext context, CancellationToken cancel)
    {
        var reason = (await PostedForm.ReadAsync(context.Request, cancel))["reason"].ToString().ReplaceLineEndings("\n");
        if (reason.Length > Signature.NoteMaxLength)
        {
            return Refusal(opened, action, back, reason, [new Fault("reason", opened.Words.TooLong(Signature.NoteMaxLength))]);
        }

        await story.RunAsync(opened.Seat.Id, reason, who, cancel);
        return Answers.Plain(opened.Letter, 200, opened.Words.RefusedTitle, thenTold, linkText: opened.Words.SeeTheLetter);
    }

    private static Task<IResult> ApprovalAsync(string key, OpenedSeats seats, CurrentCoalition coalition, MailSettings mail, TimeProvider clock) =>
        WithApprovalAsync(key, seats, coalition, mail, clock, opened => Task.FromResult(Approval(key, opened)));

    /// <summary>The picture of the signature that the office's staff attached, for whoever approves it.</summary>
    private static async Task<IResult> PictureAsync(string key, OpenedSeats seats, CoalitionDb db, HttpContext context, CancellationToken cancel)
    {
        var id = (await seats.FindAsync(key, SeatLinkPurpose.Approve, cancel))?.Signature?.Listing.SignaturePictureId;
        if (id is null || await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } picture)
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(picture.Bytes, picture.MediaType);
    }

    private static Task<IResult> ApproveAsync(string key, OpenedSeats seats, CurrentCoalition coalition, MailSettings mail, TimeProvider clock, ApproveSignature story, HttpContext context, CancellationToken cancel) =>
        WithApprovalAsync(key, seats, coalition, mail, clock, async opened =>
        {
            var fields = await PostedForm.ReadAsync(context.Request, cancel);
            return await story.RunAsync(opened.Link.Hash, fields.NumberIn("seen"), cancel) ? Answers.SeeOther(OfficeLinks.Approval(key))
                : Approval(key, await seats.FindAsync(key, SeatLinkPurpose.Approve, cancel) ?? opened, hasChanged: true);
        });

    private static async Task<IResult> WithOfficeAsync(string key, OpenedSeats seats, CurrentCoalition coalition, Func<OpenedSeat, Task<IResult>> answer, bool signedToo = false)
    {
        if (await seats.FindAsync(key, SeatLinkPurpose.Prepare) is not { } opened)
        {
            return Answers.Unknown(coalition.Value);
        }

        if (opened.Signature is { } given && Seat.HasSigned(given) && !signedToo)
        {
            var words = opened.Words;
            return Answers.Plain(opened.Letter, 200, words.OfficeHasSigned, words.OfficeHasSignedText(given.Listing.InOneLine(), opened.Letter.Time.Moment(given.ConfirmedAt!.Value), opened.Standing), linkText: words.SeeTheLetter);
        }

        return opened.Letter.CanBeSigned ? await AnsweredAsync(opened, answer) : Closed(opened);
    }

    private static async Task<IResult> WithApprovalAsync(string key, OpenedSeats seats, CurrentCoalition coalition, MailSettings mail, TimeProvider clock, Func<OpenedSeat, Task<IResult>> answer)
    {
        if (await seats.FindAsync(key, SeatLinkPurpose.Approve) is not { } opened)
        {
            return Answers.Unknown(coalition.Value);
        }

        var (words, letter, given) = (opened.Words, opened.Letter, opened.Signature!);
        return given switch
        {
            { Status: SignatureStatus.Listed } when letter.State is not (PublicState.Final or PublicState.Withdrawn) => Answers.Plain(letter, 200, words.SignedTitle, words.IsListed(given.Listing.Name, mail.IsSending), linkText: words.SeeTheLetter),
            { AwaitsAgreement: true } => Answers.Plain(letter, 410, words.ChangedTitle, words.ChangedText, linkText: words.SeeTheLetter),
            _ when Seat.HasSigned(given) => Answers.Plain(letter, 200, words.SignedTitle, $"{words.SignedText(given.Listing.Name, letter.Content.Title)} {opened.Standing}", linkText: words.SeeTheLetter),
            _ when opened.Link.EndedAt is not null => Answers.Plain(letter, 410, words.ReplacedTitle, words.ReplacedText, linkText: words.SeeTheLetter),
            _ when opened.Seat.DeclinedAt is not null => Answers.Plain(letter, 410, words.DeclinedTitle, words.DeclinedText, linkText: words.SeeTheLetter),
            { Status: SignatureStatus.Withdrawn or SignatureStatus.Declined or SignatureStatus.Merged } => Answers.Plain(letter, 410, words.WithdrawnTitle, words.WithdrawnText, linkText: words.SeeTheLetter),
            _ when !letter.Letter.AcceptsConfirmations(clock.UtcNow) => Closed(opened),
            _ => await AnsweredAsync(opened, answer),
        };
    }

    private static async Task<IResult> AnsweredAsync(OpenedSeat opened, Func<OpenedSeat, Task<IResult>> answer)
    {
        try
        {
            return await answer(opened);
        }
        catch (RuleBrokenException refusal)
        {
            return Answers.Plain(opened.Letter, StatusCodes.Status409Conflict, opened.Letter.Content.Title, refusal.Message, linkText: opened.Words.SeeTheLetter);
        }
    }

    private static IResult Form(string key, OpenedSeat opened, OfficeForm form, IReadOnlyList<Fault> faults, int? status = null) => new PageAnswer<OfficePage>(
        status ?? (faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK), new()
        {
            [nameof(OfficePage.Opened)] = opened,
            [nameof(OfficePage.Form)] = form,
            [nameof(OfficePage.Key)] = key,
            [nameof(OfficePage.Faults)] = faults,
        });

    private static IResult Approval(string key, OpenedSeat opened, bool hasChanged = false) => new PageAnswer<ApprovalPage>(StatusCodes.Status200OK, new()
    {
        [nameof(ApprovalPage.Opened)] = opened,
        [nameof(ApprovalPage.Key)] = key,
        [nameof(ApprovalPage.HasChanged)] = hasChanged,
    });

    private static IResult Refusal(OpenedSeat opened, string action, string back, string reason, params IReadOnlyList<Fault> faults) => new PageAnswer<RefusalPage>(
        faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, new()
        {
            [nameof(RefusalPage.Opened)] = opened,
            [nameof(RefusalPage.Action)] = action,
            [nameof(RefusalPage.Back)] = back,
            [nameof(RefusalPage.Reason)] = reason,
            [nameof(RefusalPage.Faults)] = faults,
        });

    private static IResult Closed(OpenedSeat opened) => opened.Letter.State == PublicState.Withdrawn
        ? Answers.Plain(opened.Letter, 410, opened.Letter.Words.WithdrawnTitle.TrimEnd('.'), opened.Words.WithdrawnText, linkText: opened.Words.SeeTheLetter)
        : Answers.Plain(opened.Letter, 410, opened.Words.TooLateTitle, opened.Words.TooLateText(opened.Letter.Time.Moment(opened.Letter.Letter.ClosedAt ?? opened.Letter.Letter.ClosesAt!.Value)), linkText: opened.Words.SeeTheLetter);
}
