using System.Collections.Concurrent;
using CoalitionLetters.Web;

namespace CoalitionLetters.Letters.Public;

/// <summary>Everything that is served of a letter at one public revision: each made when it is first asked for, once.</summary>
public sealed class LetterPages(PublicLetter letter, long revision, PageRenderer pages, Links links)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Rendered>>> made = new(StringComparer.Ordinal);

    public PublicLetter Letter => letter;
    public long Revision => revision;

    public Task<Rendered> Page() => Once("page", async () => new Rendered(
        await pages.RenderAsync<LetterPage>(new() { [nameof(LetterPage.Of)] = letter, [nameof(LetterPage.Revision)] = revision }), "text/html"));

    public Task<Rendered> PlainText() => Once("text", () => Task.FromResult(new Rendered(LetterPlainText.Of(letter, links), "text/plain")));

    public Task<Rendered> List() => Once("list", () => Task.FromResult(new Rendered(LetterFiles.Csv(letter), "text/csv", $"{letter.Letter.Slug}-signatories.csv")));

    public Task<Rendered> Data() => Once("data", () => Task.FromResult(new Rendered(LetterFiles.Json(letter, links), "application/json")));

    public Task<Rendered> Calendar() => Once("calendar", () => Task.FromResult(new Rendered(LetterFiles.Calendar(letter, links), "text/calendar", $"{letter.Letter.Slug}.ics")));

    private Task<Rendered> Once(string what, Func<Task<Rendered>> make) => made.GetOrAdd(what, _ => new Lazy<Task<Rendered>>(make)).Value;
}
