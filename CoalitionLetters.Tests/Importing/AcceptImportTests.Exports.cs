using System.Text;
using CoalitionLetters.Counting;
using CoalitionLetters.Importing;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>What the desk hands out comes in again.</summary>
public sealed partial class AcceptImportTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task What_the_desk_exports_comes_into_another_letter_as_it_stood(string kind)
    {
        string[] names = ["=Water, \"Trust\"", "Uni\u00F3n A", "O'Brien & Sons", "Gone Union", "Refused Union", "Waiting Union"];
        var signatures = names.Select((name, at) => Signature.EnteredByStaff(letter, null,
            new Listing { Name = name, Kind = (OrganizationKind)(at % 5), Scope = at % 2 == 0 ? Scope.National : Scope.State, State = at % 2 == 0 ? null : "Texas", Country = at == 1 ? "Mexico" : null, Website = at == 0 ? "https://water.example" : null, IsLead = at is 0 or 2, Order = at == 2 ? 1 : null },
            new Signer { Name = $"Signer {at}", Title = at == 0 ? "=Director" : null, Email = at == 0 ? "a@water.example" : $"b@u{at}.example", Phone = at == 0 ? "007" : "+1 505" }, "mail", "Ada", app.Clock.Now)).ToList();
        signatures.ForEach(signature => signature.List(app.Clock.Now));
        signatures[0].Answer(new Dictionary<string, string>(), "We \"stand\", together;\nall of us.");
        signatures[3].Withdraw(app.Clock.Now);
        signatures[4].Decline("no body of this name");
        signatures[5].Hold("a question");
        await app.SaveAsync([.. signatures]);
        var client = await app.ClientAsync(StaffRole.Owner);
        var file = await client.GetByteArrayAsync($"/staff/letters/{letter.Slug}/signatures.{kind}", TestContext.Current.CancellationToken);
        var (other, text) = ALetter.Open("clean-rivers");
        await app.SaveAsync(other, text, Tally.For(other, app.Clock.Now));

        var sheet = Sheet.Open(new MemoryStream(file));
        IReadOnlyList<PlannedRow> plan = [.. new DryRun(SheetLayout.Guess(sheet), await app.Services.GetRequiredService<OrganizationDirectory>().NamesAsync()).Run(sheet)];
        await app.RunAsync<AcceptImport>(story => story.RunAsync(other.Slug, "export", plan, _ => Task.FromResult(plan), ada));

        var there = await app.ReadAsync(db => db.Signatures.On(other).ToListAsync());
        Assert.Equal(new[] { signatures[0], signatures[1], signatures[2], signatures[5] }.Select(Kept).Order(StringComparer.Ordinal), there.Select(Kept).Order(StringComparer.Ordinal));
        Assert.All(there, s => Assert.Equal((CameBy.Import, app.Clock.Now), (s.CameBy, s.SubmittedAt)));
        Assert.All(there, s => Assert.Contains($"of export, which says: reference {signatures.Single(before => before.Listing.Name == s.Listing.Name).Reference}, came by Mail, signed ", s.Evidence, StringComparison.Ordinal));
        Assert.Equal(["Gone Union", "Refused Union"], plan.Where(row => row.Fate == RowFate.Skipped).Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    private static string Kept(Signature s) => string.Join('|', s.Listing, s.Signer, s.Quote, s.Status, s.Reason, s.Evidence!.Split(" (row ")[0]);

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task What_the_desk_exports_is_understood_again_with_no_hand_on_the_mapping(string kind)
    {
        var plan = await TryAsync("Organization,Signer,Title,E-mail,Phone,State,Scope,Website\n\"=Water, \"\"Trust\"\"\",Ada,Director,ada@water.example,007,NM,state,https://water.example\nUnión A,Bo,,bo@a.example,+1 505,,national,\n");
        await AcceptAsync(plan, plan);
        var client = await app.ClientAsync(StaffRole.Owner);

        var file = await client.GetByteArrayAsync($"/staff/letters/{letter.Slug}/signatures.{kind}", TestContext.Current.CancellationToken);

        var sheet = Sheet.Open(new MemoryStream(file));
        var again = new DryRun(SheetLayout.Guess(sheet)).Run(sheet).Select(row => row.Data!).OrderBy(row => row.Name, StringComparer.Ordinal);
        Assert.Equal(plan.Select(row => Said(row.Data!)).Order(StringComparer.Ordinal), again.Select(Said).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task Answers_to_the_letters_own_questions_are_exported_and_imported_by_the_questions_words(string kind)
    {
        LetterQuestion[] questions = [new("q1", "How many members do you have?", QuestionKind.Line), new("q2", "May we quote you?", QuestionKind.Tick), new("q3", "Website", QuestionKind.Line), new("q4", "¿Cómo supo de la carta?", QuestionKind.Line)];
        var (first, second) = (await AskingAsync("clean-rivers", questions), await AskingAsync("clean-lakes", questions));
        var file = Encoding.UTF8.GetBytes("Organization,How many members do you have?,May we quote you?,Website,Website (question),Como supo de la carta\nWater Trust,\"=5,000\",Yes,https://water.example,none yet,Por Ana\nRiver Union,,no,,,\n");
        await AnswersOfAsync(first, file, questions);
        var client = await app.ClientAsync(StaffRole.Owner);

        var exported = await client.GetByteArrayAsync($"/staff/letters/clean-rivers/signatures.{kind}", TestContext.Current.CancellationToken);
        var said = await AnswersOfAsync(second, exported, questions);

        Assert.Equal("River Union||; Water Trust|https://water.example|q1==5,000 q2=yes q3=none yet q4=Por Ana", said);
    }

    [Fact]
    public async Task An_answer_that_fits_no_question_is_told_and_the_row_is_taken()
    {
        LetterQuestion[] questions = [new("q1", "May we quote you?", QuestionKind.Tick)];
        var asking = await AskingAsync("clean-rivers", questions);
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes("Organization,May we quote you?\nWater Trust,perhaps\n")));

        var plan = new DryRun(SheetLayout.Guess(sheet, ImportTarget.Signatures, asking.Questions)).Run(sheet).Single();

        Assert.Equal(RowFate.New, plan.Fate);
        Assert.EndsWith("column B: \"perhaps\" is neither yes nor no, so the box stays empty", plan.Reason, StringComparison.Ordinal);
    }

    private async Task<Letter> AskingAsync(string slug, LetterQuestion[] questions)
    {
        var (asking, text) = ALetter.Open(slug);
        asking.SetRules(listsAtOnce: true, "I may sign for it.", questions, retentionDays: 180, reconsentDays: 60);
        await app.SaveAsync(asking, text, Tally.For(asking, app.Clock.Now));
        return asking;
    }

    /// <summary>Takes a file into a letter, and tells what its signatures have answered.</summary>
    private async Task<string> AnswersOfAsync(Letter into, byte[] file, LetterQuestion[] questions)
    {
        var sheet = Sheet.Open(new MemoryStream(file));
        IReadOnlyList<PlannedRow> plan = [.. new DryRun(SheetLayout.Guess(sheet, ImportTarget.Signatures, questions), await app.Services.GetRequiredService<OrganizationDirectory>().NamesAsync()).Run(sheet)];
        await app.RunAsync<AcceptImport>(story => story.RunAsync(into.Slug, "list", plan, _ => Task.FromResult(plan), ada));
        var signatures = await app.ReadAsync(db => db.Signatures.On(into).OrderBy(s => s.Listing.Name).ToListAsync());
        return string.Join("; ", signatures.Select(s => $"{s.Listing.Name}|{s.Listing.Website}|{string.Join(' ', s.Answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key}={answer.Value}"))}"));
    }

    private static string Said(ImportedRow row) => string.Join('|', row.Name, row.SignerName, row.SignerTitle, row.Email, row.Phone, row.State, row.Scope, row.Website);
}
