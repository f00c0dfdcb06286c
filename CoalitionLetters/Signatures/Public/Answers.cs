using CoalitionLetters.Coalitions;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Web;

namespace CoalitionLetters.Signatures.Public;

/// <summary>Plain answers to those who sign, each a page of its own with a next step.</summary>
internal static class Answers
{
    public static IResult Plain(PublicLetter letter, int status, string title, string text, string? button = null, string? action = null, bool isDanger = false, string? note = null, string? linkText = null, string? linkTo = null) =>
        Page(letter.Coalition, letter, status, title, text, button, action, isDanger, note, linkText, linkTo);

    /// <summary>Without a letter nobody knows the language; the answer is given in English and Spanish.</summary>
    public static IResult Unknown(Coalition coalition)
    {
        var (english, spanish) = (new SignWords("en"), new SignWords("es"));
        return Page(coalition, null, StatusCodes.Status404NotFound, english.UnknownTitle, english.UnknownText, note: $"{spanish.UnknownTitle}. {spanish.UnknownText}");
    }

    /// <summary>The letter takes no signatures: it is withdrawn, final, or closed since a moment that is told.</summary>
    public static IResult Closed(PublicLetter letter)
    {
        var words = new SignWords(letter.Content.Language);
        var (title, text) = letter.State switch
        {
            PublicState.Withdrawn => (letter.Words.WithdrawnTitle.TrimEnd('.'), words.LetterWithdrawnText),
            PublicState.Final when letter.Editions is [var newest, ..] => (words.FinalTitle, words.FinalText(newest.Number, letter.Time.Day(newest.PublishedAt))),
            _ => (words.ClosedTitle, words.ClosedText(letter.Time.Moment(letter.Letter.ClosedAt ?? letter.Letter.ClosesAt!.Value))),
        };
        return Plain(letter, StatusCodes.Status410Gone, title, text, linkText: words.SeeTheLetter);
    }

    /// <summary>After a form was taken: the browser fetches the page, and loading it again sends nothing twice.</summary>
    public static IResult SeeOther(string address) => new Redirect(address);

    private static PageAnswer<AnswerPage> Page(Coalition coalition, PublicLetter? letter, int status, string title, string text, string? button = null, string? action = null, bool isDanger = false, string? note = null, string? linkText = null, string? linkTo = null) => new(status, new()
    {
        [nameof(AnswerPage.Coalition)] = coalition,
        [nameof(AnswerPage.Of)] = letter,
        [nameof(AnswerPage.Status)] = status,
        [nameof(AnswerPage.Title)] = title,
        [nameof(AnswerPage.Text)] = text,
        [nameof(AnswerPage.Button)] = button,
        [nameof(AnswerPage.Action)] = action,
        [nameof(AnswerPage.IsDanger)] = isDanger,
        [nameof(AnswerPage.Note)] = note,
        [nameof(AnswerPage.LinkText)] = linkText,
        [nameof(AnswerPage.LinkTo)] = linkTo,
    });

    private sealed class Redirect(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
