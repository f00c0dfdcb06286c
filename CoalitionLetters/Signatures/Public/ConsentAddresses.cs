using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Web;
using CoalitionLetters.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Signatures.Public;

/// <summary>Where a signer agrees to words that changed in substance: behind the private link, and behind the link that would have confirmed the signature.</summary>
internal static class ConsentAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapConsent(this WebApplication app)
    {
        var consent = app.MapGroup("/signatures/{key}/consent").AllowAnonymous();
        consent.MapMethods("/", Reading, ShowAsync);
        consent.MapPost("/", AgreeAsync).RequireRateLimiting(RateLimits.Forms);
    }

    private static Task<IResult> ShowAsync(string key, OpenedLinks links, CurrentCoalition coalition, CoalitionDb db, TimeProvider clock) =>
        SignatureAddresses.WithSignatureAsync(key, links, coalition, clock, mustBeAlive: true, opened => AskAsync(opened, db, clock.UtcNow, Links.SignatureConsent(key), Links.SignatureWithdrawal(key)));

    private static Task<IResult> AgreeAsync(string key, OpenedLinks links, CurrentCoalition coalition, CoalitionDb db, TimeProvider clock, AgreeAgain story, HttpContext context, CancellationToken cancel) =>
        SignatureAddresses.WithSignatureAsync(key, links, coalition, clock, mustBeAlive: true, async opened =>
            await AgreesAsync(opened, story, context, cancel)
                ? Answers.SeeOther($"{Links.Signature(key)}?saved={SignatureAddresses.AgreedAgain}")
                : await AskAsync(await links.FindAsync(key, opened.Link.Purpose, cancel) ?? opened, db, clock.UtcNow, Links.SignatureConsent(key), Links.SignatureWithdrawal(key), isNewer: true));

    /// <summary>False when the words, or something about the signature, have changed once more since the page was shown.</summary>
    public static async Task<bool> AgreesAsync(OpenedLink opened, AgreeAgain story, HttpContext context, CancellationToken cancel)
    {
        var fields = await PostedForm.ReadAsync(context.Request, cancel);
        return await story.RunAsync(opened.Signature.Id, fields.NumberIn("text"), fields.NumberIn("seen"), cancel);
    }

    /// <summary>What changed, the whole letter, and the button; or why there is nothing to press.</summary>
    public static async Task<IResult> AskAsync(OpenedLink opened, CoalitionDb db, DateTime now, string action, string? withdrawal, bool isNewer = false)
    {
        var (letter, words) = (opened.Letter, new ConsentWords(opened.Letter.Content.Language));
        if (!opened.Signature.AwaitsAgreement)
        {
            return Answers.Plain(letter, StatusCodes.Status200OK, words.Title, words.StandsAlready, linkText: opened.Words.SeeTheLetter);
        }

        if (!letter.Letter.AcceptsConfirmations(now))
        {
            return letter.State == PublicState.Withdrawn ? Answers.Closed(letter)
                : Answers.Plain(letter, StatusCodes.Status410Gone, words.Title, words.TooLate(letter.Time.Moment(letter.Letter.GraceEndsAt!.Value)), linkText: opened.Words.SeeTheLetter);
        }

        // The page in memory may be of the version before, when the words changed in this very moment; its number then is not agreed to.
        var signed = await db.TextVersions.AsNoTracking().SingleAsync(v => v.Id == opened.Signature.TextVersionId);
        return new PageAnswer<ConsentPage>(StatusCodes.Status200OK, new()
        {
            [nameof(ConsentPage.Of)] = letter,
            [nameof(ConsentPage.Signature)] = opened.Signature,
            [nameof(ConsentPage.Signed)] = signed,
            [nameof(ConsentPage.Changes)] = LetterParts.Between(signed.Content, letter.Text.Content),
            [nameof(ConsentPage.Action)] = action,
            [nameof(ConsentPage.Withdrawal)] = withdrawal,
            [nameof(ConsentPage.IsNewer)] = isNewer,
        });
    }
}
