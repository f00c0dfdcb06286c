using System.Globalization;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Web;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Supporters.Public;

/// <summary>What stands behind the links mailed to supporters. Opening a link does nothing, because mail scanners open links too; only a button acts.</summary>
internal static class MessageAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapMessages(this WebApplication app)
    {
        var message = app.MapGroup("/messages/{key}").AllowAnonymous();
        message.MapMethods("/confirmation", Reading, ConfirmationAsync);
        message.MapMethods("/", Reading, OwnAsync);
        message.MapMethods("/withdrawal", Reading, (string key, OpenedMessages links, CurrentCoalition coalition) =>
            WithOwnAsync(key, links, coalition, opened => Task.FromResult(Asks(opened, key, opened.Words.Withdraw, opened.Words.WithdrawLead, SupporterLinks.Withdrawal(key)))));
        message.MapMethods("/erasure", Reading, (string key, OpenedMessages links, CurrentCoalition coalition) =>
            WithOwnAsync(key, links, coalition, opened => Task.FromResult(Asks(opened, key, opened.Words.Erase, opened.Words.EraseLead(opened.Supporter.WasDeclined), SupporterLinks.Erasure(key)))));
        message.MapMethods("/disowning", Reading, (string key, OpenedMessages links, CurrentCoalition coalition) => WithDisownableAsync(key, links, coalition, opened => Task.FromResult<IResult>(
            Answer(opened.Action.Coalition, 200, opened.Words.DisownTitle, opened.Words.DisownLead, opened.Action, button: opened.Words.DisownButton, postTo: SupporterLinks.Disowning(key)))));
        message.MapMethods("/letters/{message:guid}.pdf", Reading, LetterAsync);

        var buttons = message.MapGroup("").RequireRateLimiting(RateLimits.Forms);
        buttons.MapPost("/confirmation", ConfirmAsync);
        buttons.MapPost("/", FinishAsync);
        buttons.MapPost("/permissions", TakeBackAsync);
        buttons.MapPost("/disowning", DisownAsync);
        buttons.MapPost("/withdrawal", WithdrawAsync);
        buttons.MapPost("/erasure", EraseAsync);
    }

    private static async Task<IResult> ConfirmationAsync(string key, OpenedMessages links, CurrentCoalition coalition, TimeProvider clock)
    {
        if (await links.ToConfirmAsync(key) is not { } opened)
        {
            return Unknown(coalition.Value);
        }

        if (opened.Supporter.ConfirmedAt is not null || opened.Supporter.Status != SupporterStatus.Submitted)
        {
            return Answers.SeeOther(SupporterLinks.Own(Supporter.ManageKeyOf(new MailKey(key)).Text));
        }

        var (words, action) = (opened.Words, opened.Action);
        return action.Action.AcceptsConfirmations(clock.UtcNow)
            ? Confirmation(opened, key)
            : Answer(action.Coalition, 410, words.TooLateTitle, words.TooLateText, action, link: (action.Words.ToTheAction, action.Address));
    }

    private static PageAnswer<ConfirmationPage> Confirmation(OpenedMessage opened, string key, bool hasChanged = false) => new(hasChanged ? StatusCodes.Status409Conflict : StatusCodes.Status200OK, new()
    {
        [nameof(ConfirmationPage.Of)] = opened,
        [nameof(ConfirmationPage.Key)] = key,
        [nameof(ConfirmationPage.HasChanged)] = hasChanged,
    });

    private static async Task<IResult> ConfirmAsync(string key, OpenedMessages links, CurrentCoalition coalition, ConfirmMessage confirm, TimeProvider clock, HttpContext context, CancellationToken cancel)
    {
        if (await links.ToConfirmAsync(key, cancel) is not { } opened)
        {
            return Unknown(coalition.Value);
        }

        if (opened.Supporter.Status == SupporterStatus.Submitted && opened.Action.Action.AcceptsConfirmations(clock.UtcNow))
        {
            var fields = await PostedForm.ReadAsync(context.Request, cancel);
            var seen = int.TryParse(fields["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;
            if (!await confirm.RunAsync(new MailKey(key), seen, cancel))
            {
                return await links.ToConfirmAsync(key, cancel) is { } newer ? Confirmation(newer, key, hasChanged: true) : Unknown(coalition.Value);
            }
        }

        return Answers.SeeOther(opened.Action.Action.AcceptsConfirmations(clock.UtcNow)
            ? SupporterLinks.Own(Supporter.ManageKeyOf(new MailKey(key)).Text)
            : SupporterLinks.Confirmation(key));
    }

    private static Task<IResult> OwnAsync(string key, OpenedMessages links, CurrentCoalition coalition) =>
        WithOwnAsync(key, links, coalition, opened => Task.FromResult<IResult>(Own(opened, key, null)));

    private static Task<IResult> FinishAsync(string key, OpenedMessages links, CurrentCoalition coalition, OwnMessages own, HttpContext context, CancellationToken cancel) =>
        WithOwnAsync(key, links, coalition, async opened =>
        {
            var fields = await PostedForm.ReadAsync(context.Request, cancel);
            if (!Guid.TryParse(fields["message"], out var message))
            {
                return Results.BadRequest();
            }

            await own.FinishAsync(opened.Supporter.Id, message, cancel);
            return Answers.SeeOther($"{SupporterLinks.Own(key)}#letter-{message}");
        });

    private static Task<IResult> TakeBackAsync(string key, OpenedMessages links, CurrentCoalition coalition, OwnMessages own, HttpContext context, CancellationToken cancel) =>
        WithOwnAsync(key, links, coalition, async opened =>
        {
            var fields = await PostedForm.ReadAsync(context.Request, cancel);
            if (!Enum.TryParse<Permission>(fields["what"], out var permission) || !Enum.IsDefined(permission))
            {
                return Results.BadRequest();
            }

            await own.TakeBackAsync(opened.Supporter.Id, permission, cancel);
            return Answers.SeeOther(SupporterLinks.Own(key));
        });

    private static Task<IResult> DisownAsync(string key, OpenedMessages links, CurrentCoalition coalition, OwnMessages own, CancellationToken cancel) =>
        WithDisownableAsync(key, links, coalition, async opened =>
        {
            await own.DisownAsync(opened.Supporter.Id, cancel);
            return Disowned(opened);
        });

    /// <summary>What is confirmed has an owner, who withdraws or erases it instead.</summary>
    private static Task<IResult> WithDisownableAsync(string key, OpenedMessages links, CurrentCoalition coalition, Func<OpenedMessage, Task<IResult>> answer) =>
        WithOwnAsync(key, links, coalition, opened => opened.Supporter.Status == SupporterStatus.Submitted ? answer(opened) : Task.FromResult(Answers.SeeOther(SupporterLinks.Own(key))));

    private static Task<IResult> WithdrawAsync(string key, OpenedMessages links, CurrentCoalition coalition, OwnMessages own, CancellationToken cancel) =>
        WithOwnAsync(key, links, coalition, async opened =>
        {
            if (opened.Supporter.Status != SupporterStatus.Withdrawn)
            {
                await own.WithdrawAsync(opened.Supporter.Id, cancel);
            }

            return Answers.SeeOther(SupporterLinks.Own(key));
        });

    private static Task<IResult> EraseAsync(string key, OpenedMessages links, CurrentCoalition coalition, OwnMessages own, CancellationToken cancel) =>
        WithOwnAsync(key, links, coalition, async opened =>
        {
            await own.EraseAsync(opened.Supporter.Id, cancel);
            return Answer(opened.Action.Coalition, 200, opened.Words.ErasedTitle, opened.Words.ErasedText, opened.Action, link: (opened.Action.Words.ToTheAction, opened.Action.Address));
        });

    private static Task<IResult> LetterAsync(string key, Guid message, OpenedMessages links, CurrentCoalition coalition, PrintLetters print, HttpContext context) =>
        WithOwnAsync(key, links, coalition, opened =>
        {
            if (opened.Letters.FirstOrDefault(letter => letter.Message.Id == message) is not { Message: not null } letter)
            {
                return Task.FromResult(Results.NotFound());
            }

            context.Response.Headers.CacheControl = "no-store";
            return Task.FromResult(Results.Bytes(print.One(opened.Action.Action, letter.Target, opened.Supporter, opened.Action.Time.DayOf(opened.Supporter.SubmittedAt)), "application/pdf"));
        });

    private static async Task<IResult> WithOwnAsync(string key, OpenedMessages links, CurrentCoalition coalition, Func<OpenedMessage, Task<IResult>> answer)
    {
        if (await links.OwnAsync(key) is not { } opened)
        {
            return Unknown(coalition.Value);
        }

        if (opened.Supporter.Status == SupporterStatus.Disowned)
        {
            return Disowned(opened);
        }

        try
        {
            return await answer(opened);
        }
        catch (RuleBrokenException refusal)
        {
            return Own(opened, key, refusal.Message);
        }
    }

    private static PageAnswer<OwnPage> Own(OpenedMessage opened, string key, string? refusal) => new(refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, new()
    {
        [nameof(OwnPage.Of)] = opened,
        [nameof(OwnPage.Key)] = key,
        [nameof(OwnPage.Refusal)] = refusal,
    });

    private static PageAnswer<MessageAnswerPage> Disowned(OpenedMessage opened) =>
        Answer(opened.Action.Coalition, 200, opened.Words.DisownedTitle, opened.Words.DisownedText, opened.Action);

    private static IResult Asks(OpenedMessage opened, string key, string title, string text, string postTo) =>
        Answer(opened.Action.Coalition, 200, title, text, opened.Action, button: title, postTo: postTo, isDanger: true, link: (opened.Words.KeepIt, SupporterLinks.Own(key)));

    /// <summary>Without an action nobody knows the language; the answer is given in English and Spanish.</summary>
    private static PageAnswer<MessageAnswerPage> Unknown(Coalition coalition)
    {
        var (english, inSpanish) = (new OwnWords("en"), new OwnWords("es"));
        return Answer(coalition, StatusCodes.Status404NotFound, english.UnknownTitle, english.UnknownText, null, note: $"{inSpanish.UnknownTitle}. {inSpanish.UnknownText}");
    }

    private static PageAnswer<MessageAnswerPage> Answer(Coalition coalition, int status, string title, string text, PublicAction? of, string? button = null, string? postTo = null, bool isDanger = false, string? note = null,
        (string Text, string Address)? link = null) => new(status, new()
        {
            [nameof(MessageAnswerPage.Coalition)] = coalition,
            [nameof(MessageAnswerPage.Of)] = of,
            [nameof(MessageAnswerPage.Title)] = title,
            [nameof(MessageAnswerPage.Text)] = text,
            [nameof(MessageAnswerPage.Button)] = button,
            [nameof(MessageAnswerPage.PostTo)] = postTo,
            [nameof(MessageAnswerPage.IsDanger)] = isDanger,
            [nameof(MessageAnswerPage.Note)] = note,
            [nameof(MessageAnswerPage.Link)] = link,
        });
}
