using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;
using CoalitionLetters.Web;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Signatures.Public;

/// <summary>What stands behind the links mailed to signers. Opening a link does nothing, because mail scanners open links too; only a button acts.</summary>
internal static class SignatureAddresses
{
    private const string TakenBack = "back";

    /// <summary>What the address of the managing page says after the signer agreed to changed words.</summary>
    public const string AgreedAgain = "agreed";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSignatures(this WebApplication app)
    {
        var signature = app.MapGroup("/signatures/{key}").AllowAnonymous();
        signature.MapMethods("/receipt", Reading, ReceiptAsync);
        signature.MapMethods("/confirmation", Reading, ConfirmationAsync);
        signature.MapMethods("/", Reading, ManageAsync);
        signature.MapMethods("/listing", Reading, ListingAsync);
        signature.MapMethods("/signer", Reading, SignerAsync);
        signature.MapMethods("/withdrawal", Reading, WithdrawalAsync);
        signature.MapMethods("/erasure", Reading, ErasureAsync);

        var buttons = signature.MapGroup("").RequireRateLimiting(RateLimits.Forms);
        buttons.MapPost("/receipt", SendAgainAsync);
        buttons.MapPost("/confirmation", ConfirmAsync);
        buttons.MapPost("/listing", CorrectAsync);
        buttons.MapPost("/signer", HandOverAsync);
        buttons.MapPost("/withdrawal", WithdrawAsync);
        buttons.MapPost("/erasure", EraseAsync);
    }

    private static async Task<IResult> ReceiptAsync(string key, string? again, OpenedLinks links, CurrentCoalition coalition) =>
        await links.FindAsync(key, MailKeyPurpose.Receipt) is not { } opened ? Answers.Unknown(coalition.Value) : new PageAnswer<ReceiptPage>(StatusCodes.Status200OK, new()
        {
            [nameof(ReceiptPage.Of)] = opened.Letter,
            [nameof(ReceiptPage.Signature)] = opened.Signature,
            [nameof(ReceiptPage.Text)] = opened.Text,
            [nameof(ReceiptPage.Key)] = key,
            [nameof(ReceiptPage.Again)] = again switch { "sent" => true, "not-sent" => false, _ => null },
        });

    private static async Task<IResult> SendAgainAsync(string key, OpenedLinks links, CurrentCoalition coalition, SendConfirmationAgain story)
    {
        if (await links.FindAsync(key, MailKeyPurpose.Receipt) is not { } opened)
        {
            return Answers.Unknown(coalition.Value);
        }

        var sent = await story.RunAsync(opened.Signature.Id);
        return Answers.SeeOther($"{Links.Receipt(key)}?again={(sent ? "sent" : "not-sent")}#again");
    }

    /// <param name="pressed">Set where the press of the button leads, so that whoever opens a used link later is told when that was.</param>
    private static async Task<IResult> ConfirmationAsync(string key, string? pressed, OpenedLinks links, CurrentCoalition coalition, CoalitionDb db, TimeProvider clock) =>
        await links.FindAsync(key, MailKeyPurpose.Confirm) is { } opened ? await AnswerAsync(key, opened, db, clock.UtcNow, pressed is not null) : Answers.Unknown(coalition.Value);

    private static async Task<IResult> ConfirmAsync(string key, OpenedLinks links, CurrentCoalition coalition, ConfirmSignature confirm, AgreeAgain agree, SendConfirmationAgain again, CoalitionDb db, MailSettings mail, TimeProvider clock, HttpContext context)
    {
        if (await links.FindAsync(key, MailKeyPurpose.Confirm) is not { } opened)
        {
            return Answers.Unknown(coalition.Value);
        }

        var now = clock.UtcNow;
        switch (StateOf(opened, now))
        {
            case ConfirmState.Waits:
                await confirm.RunAsync(opened.Link.Hash);
                return Answers.SeeOther($"{Links.Confirmation(key)}?pressed=1");

            case ConfirmState.TextChanged:
                return await ConsentAddresses.AgreesAsync(opened, agree, context, context.RequestAborted)
                    ? Answers.SeeOther($"{Links.Confirmation(key)}?pressed=1")
                    : await ConsentAddresses.AskAsync(await links.FindAsync(key, MailKeyPurpose.Confirm) ?? opened, db, now, Links.Confirmation(key), null, isNewer: true);

            case ConfirmState.Expired:
                return await again.RunAsync(opened.Signature.Id)
                    ? Answers.Plain(opened.Letter, StatusCodes.Status200OK, opened.Words.ConfirmTitle, opened.Words.NewLinkSent(mail.IsSending))
                    : Answers.Plain(opened.Letter, StatusCodes.Status410Gone, opened.Words.ExpiredTitle, opened.Words.SentOften(mail.IsSending));

            default:
                return await AnswerAsync(key, opened, db, now);
        }
    }

    private enum ConfirmState { Waits, Confirmed, Withdrawn, Declined, LetterWithdrawn, TextChanged, TooLate, Expired }

    private static ConfirmState StateOf(OpenedLink opened, DateTime now)
    {
        var (signature, letter) = (opened.Signature, opened.Letter.Letter);
        return signature.Status == SignatureStatus.Withdrawn ? ConfirmState.Withdrawn
            : signature.Status is SignatureStatus.Declined or SignatureStatus.Merged ? ConfirmState.Declined
            : letter.Status == LetterStatus.Withdrawn ? ConfirmState.LetterWithdrawn
            : signature.ConfirmedAt is not null ? ConfirmState.Confirmed
            : !letter.AcceptsConfirmations(now) ? ConfirmState.TooLate
            : signature.AwaitsAgreement ? ConfirmState.TextChanged
            : !opened.Link.IsGoodAt(now) ? ConfirmState.Expired
            : ConfirmState.Waits;
    }

    private static async Task<IResult> AnswerAsync(string key, OpenedLink opened, CoalitionDb db, DateTime now, bool wasPressedNow = false)
    {
        var state = StateOf(opened, now);
        if (state == ConfirmState.TextChanged)
        {
            return await ConsentAddresses.AskAsync(opened, db, now, Links.Confirmation(key), null);
        }

        var (words, letter, signature) = (opened.Words, opened.Letter, opened.Signature);
        var name = signature.Listing.Name;
        return state switch
        {
            ConfirmState.Waits => Answers.Plain(letter, 200, words.ConfirmTitle, words.ConfirmLead(name), button: words.ConfirmButton, action: Links.Confirmation(key), note: words.NotYou),
            ConfirmState.Confirmed when wasPressedNow => Answers.Plain(letter, 200, words.ConfirmedTitle, StandsText(opened), note: words.ManageNote, linkText: words.SeeTheLetter),
            ConfirmState.Confirmed => Answers.Plain(letter, 200, words.ConfirmedAlreadyTitle, $"{words.ConfirmedAlready(letter.Time.Moment(signature.ConfirmedAt!.Value))} {StandsText(opened)}", note: words.ManageNote, linkText: words.SeeTheLetter),
            ConfirmState.Withdrawn => Answers.Plain(letter, 410, words.WithdrawnTitle, words.WithdrawnText(letter.Time.Moment(signature.WithdrawnAt!.Value)), linkText: words.SeeTheLetter),
            ConfirmState.Declined => Answers.Plain(letter, 410, words.DeclinedTitle, words.DeclinedText, linkText: words.SeeTheLetter),
            ConfirmState.LetterWithdrawn => Answers.Plain(letter, 410, letter.Words.WithdrawnTitle.TrimEnd('.'), words.LetterWithdrawnText, linkText: words.SeeTheLetter),
            ConfirmState.TooLate when letter.Editions is [var newest, ..] && now < letter.Letter.GraceEndsAt =>
                Answers.Plain(letter, 410, words.FinalTitle, words.FinalText(newest.Number, letter.Time.Day(newest.PublishedAt)), linkText: words.SeeTheLetter),
            ConfirmState.TooLate => Answers.Plain(letter, 410, words.TooLateTitle, words.TooLateText(letter.Time.Moment(letter.Letter.GraceEndsAt!.Value)), linkText: words.SeeTheLetter),
            _ => Answers.Plain(letter, 410, words.ExpiredTitle, words.ExpiredText, button: words.SendNewLink, action: Links.Confirmation(key)),
        };
    }

    private static string StandsText(OpenedLink opened) => opened.Signature switch
    {
        { AwaitsAgreement: true } => new ConsentWords(opened.Letter.Content.Language).MustAgree(opened.Signature.Listing.Name, opened.Letter.Text.Number),
        { Status: SignatureStatus.Listed } => opened.Words.IsListed(opened.Signature.Listing.Name),
        _ => opened.Words.IsLookedAt(opened.Signature.Listing.Name),
    };

    private static Task<IResult> ManageAsync(string key, string? saved, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: false, opened => Task.FromResult<IResult>(new PageAnswer<ManagePage>(StatusCodes.Status200OK, new()
        {
            [nameof(ManagePage.Of)] = opened.Letter,
            [nameof(ManagePage.Signature)] = opened.Signature,
            [nameof(ManagePage.Text)] = opened.Text,
            [nameof(ManagePage.Key)] = key,
            [nameof(ManagePage.Saved)] = saved is null ? null : SavedAs(saved, opened),
        })));

    private static string SavedAs(string saved, OpenedLink opened) => (saved, opened.Signature) switch
    {
        (AgreedAgain, { AwaitsAgreement: false }) => new ConsentWords(opened.Letter.Content.Language).Agreed(opened.Signature.Listing.Name, opened.Text.Number, opened.Signature.Status == SignatureStatus.Listed),
        (_, { HasCorrection: true, Status: SignatureStatus.Listed }) => opened.Words.SavedWaits(opened.Signature.Listing.AsLine()),
        (TakenBack, _) => opened.Words.CorrectionTakenBack,
        (_, { AwaitsAgreement: true, ConfirmedAt: not null }) => new ConsentWords(opened.Letter.Content.Language).SavedAwaits(opened.Signature.Listing.Name),
        (_, { AwaitsConfirmation: true }) => opened.Words.Saved,
        (_, { Status: SignatureStatus.Held }) => opened.Words.SavedHeld(opened.Signature.Listing.Name),
        _ => opened.Words.Saved,
    };

    private static Task<IResult> ListingAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: true, opened => Task.FromResult(
            opened.Letter.State == PublicState.Final
                ? Answers.Plain(opened.Letter, StatusCodes.Status409Conflict, opened.Words.CorrectTitle, opened.Words.StandsAsItIs, linkText: opened.Words.YourSignature, linkTo: Links.Signature(key))
                : CorrectPage(key, opened, AsForm(opened.Signature.HasCorrection ? opened.Signature.Correction! : opened.Signature.Listing, opened.Signature.Quote), [])));

    private static Task<IResult> CorrectAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock, CorrectListing story, HttpContext context, CancellationToken cancel) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: true, async opened =>
        {
            var fields = await PostedForm.ReadAsync(context.Request, cancel);
            if (fields.ContainsKey("back"))
            {
                await story.TakeBackAsync(opened.Signature.Id, cancel);
                return Answers.SeeOther($"{Links.Signature(key)}?saved={TakenBack}");
            }

            var form = SignForm.Read(fields, opened.Letter);
            var faults = new List<Fault>();
            if (!fields.ContainsKey("preview"))
            {
                if (opened.Letter.IsOfOfficials)
                {
                    form.CheckOffice(faults, opened.Words);
                }
                else
                {
                    form.CheckListing(faults, opened.Words, opened.Letter);
                }

                if (form.Quote.Length > Signature.QuoteMaxLength)
                {
                    faults.Add(new Fault("quote", opened.Words.QuoteTooLong(Signature.QuoteMaxLength)));
                }
            }

            if (faults.Count > 0 || fields.ContainsKey("preview"))
            {
                return CorrectPage(key, opened, form, faults);
            }

            await story.RunAsync(opened.Signature.Id, form.ToListing(opened.Letter.IsOfOfficials) with { LogoId = opened.Signature.Listing.LogoId }, form.Quote.Length > 0 ? form.Quote : null, cancel);
            return Answers.SeeOther($"{Links.Signature(key)}?saved=1");
        });

    private static Task<IResult> SignerAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: true, opened => Task.FromResult(HandOverPage(key, opened, new SignForm(), [])));

    private static Task<IResult> HandOverAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock, HandOverSignature story, MailSettings mail, HttpContext context, CancellationToken cancel) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: true, async opened =>
        {
            var form = SignForm.Read(await PostedForm.ReadAsync(context.Request, cancel), opened.Letter);
            var faults = new List<Fault>();
            form.CheckPerson(faults, opened.Words, opened.Letter.IsOfOfficials);
            if (faults.Count > 0)
            {
                return HandOverPage(key, opened, form, faults);
            }

            var signer = form.ToSigner();
            await story.RunAsync(opened.Signature.Id, opened.Letter.IsOfOfficials ? signer with { Name = opened.Signature.Signer.Name } : signer, cancel);
            return Answers.Plain(opened.Letter, StatusCodes.Status200OK, opened.Words.HandedTitle, opened.Words.HandedText(mail.IsSending), linkText: opened.Words.SeeTheLetter);
        });

    private static Task<IResult> WithdrawalAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: true, opened =>
        {
            var (words, name) = (opened.Words, opened.Signature.Listing.Name);
            return Task.FromResult(Answers.Plain(opened.Letter, StatusCodes.Status200OK, words.WithdrawTitle, opened.Letter.State == PublicState.Final ? words.WithdrawAfter(name) : words.WithdrawLead(name),
                button: words.WithdrawButton, action: Links.SignatureWithdrawal(key), isDanger: true, linkText: words.KeepIt, linkTo: Links.Signature(key)));
        });

    private static Task<IResult> WithdrawAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock, WithdrawSignature story) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: true, async opened =>
        {
            await story.RunAsync(opened.Signature.Id);
            return Answers.SeeOther(Links.Signature(key));
        });

    private static Task<IResult> ErasureAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: false, opened => Task.FromResult(
            Answers.Plain(opened.Letter, StatusCodes.Status200OK, opened.Words.EraseTitle, opened.Words.EraseLead(opened.Signature.Listing.Name, opened.Signature.Status == SignatureStatus.Submitted, opened.Letter.IsOfOfficials, opened.Signature.Stands) + (opened.Signature.HasCorrection ? " " + opened.Words.CorrectionGoesToo : ""),
                button: opened.Words.EraseTitle, action: Links.SignatureErasure(key), isDanger: true, linkText: opened.Words.KeepIt, linkTo: Links.Signature(key))));

    private static Task<IResult> EraseAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock, EraseSigner story) =>
        WithSignatureAsync(key, links, coalition, clock, mustBeAlive: false, async opened =>
        {
            await story.RunAsync(opened.Signature.Id);
            return Answers.Plain(opened.Letter, StatusCodes.Status200OK, opened.Words.ErasedTitle, opened.Words.ErasedText(opened.Letter.IsOfOfficials, opened.Signature.StaysWithoutSigner), linkText: opened.Words.SeeTheLetter);
        });

    public static async Task<IResult> WithSignatureAsync(string key, OpenedLinks links, CurrentCoalition coalition, TimeProvider clock, bool mustBeAlive, Func<OpenedLink, Task<IResult>> answer)
    {
        if (await links.FindAsync(key, MailKeyPurpose.Manage) is not { } opened)
        {
            return Answers.Unknown(coalition.Value);
        }

        var words = opened.Words;
        if (!opened.Link.IsGoodAt(clock.UtcNow))
        {
            return Answers.Plain(opened.Letter, StatusCodes.Status410Gone, words.ExpiredTitle, words.ReplacedText, linkText: words.SeeTheLetter);
        }

        if (mustBeAlive && !opened.Signature.Stands)
        {
            return Answers.SeeOther(Links.Signature(key));
        }

        try
        {
            return await answer(opened);
        }
        catch (RuleBrokenException refusal)
        {
            return Answers.Plain(opened.Letter, StatusCodes.Status409Conflict, words.YourSignature, words.Refused(refusal.Message), linkText: words.YourSignature, linkTo: Links.Signature(key));
        }
    }

    /// <param name="listing">The line that stands, or the one that the signer has asked for since.</param>
    private static SignForm AsForm(Listing listing, string? quote) => new()
    {
        Name = listing.Name,
        Kind = listing.Kind.ToString(),
        Where = SignForm.WhereOf(listing.Scope, listing.State, listing.Country),
        State = listing.State ?? "",
        Country = listing.Country ?? "",
        Site = listing.Website ?? "",
        Title = listing.Title ?? "",
        Quote = quote ?? "",
    };

    private static IResult CorrectPage(string key, OpenedLink opened, SignForm form, IReadOnlyList<Fault> faults) => new PageAnswer<CorrectPage>(
        faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, new()
        {
            [nameof(Public.CorrectPage.Of)] = opened.Letter,
            [nameof(Public.CorrectPage.Form)] = form,
            [nameof(Public.CorrectPage.Signature)] = opened.Signature,
            [nameof(Public.CorrectPage.Key)] = key,
            [nameof(Public.CorrectPage.Faults)] = faults,
        });

    private static IResult HandOverPage(string key, OpenedLink opened, SignForm form, IReadOnlyList<Fault> faults) => new PageAnswer<HandOverPage>(
        faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, new()
        {
            [nameof(Public.HandOverPage.Of)] = opened.Letter,
            [nameof(Public.HandOverPage.Form)] = form,
            [nameof(Public.HandOverPage.Key)] = key,
            [nameof(Public.HandOverPage.Faults)] = faults,
        });
}
