using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Importing.Desk;

/// <summary>How the file is read: as it looks, as staff have had one read that looked like it, or as they say now.</summary>
public sealed partial class ImportDesk
{
    private string Understood => string.Join(" ", new[]
    {
        sheet!.Delimiter is { } delimiter ? $"Text in {sheet.Encoding.ToUpperInvariant()}, divided by {Delimiters.Plural(delimiter)}." : sheet.Encoding == "utf-8" ? "A list in JSON." : "A workbook.",
        understood!.HeaderRow is { } header ? $"The header stands in row {header}." : "No header was found.",
        isAsBefore ? "It is read as staff chose for a file that looked like it." : null, sheet.LeftOut, understood.Doubled, understood.Unsure is { } unsure ? $"{char.ToUpperInvariant(unsure[0])}{unsure[1..]}" : null, "Correct what is wrong; it is remembered for files like this one.",
    }.OfType<string>());

    private Task ReadAsync(InputFileChangeEventArgs chosen) => WorkAsync("Reading the file.", async cancel =>
    {
        await ForgetAsync();
        fileName = chosen.File.Name;
        if (chosen.File.Size > Sheet.LargestFile)
            throw new ImportFault($"The file has {chosen.File.Size / (1024 * 1024)} MB; {Sheet.LargestFile / (1024 * 1024)} MB are the most that can be imported at once.");

        file = new FileStream(Path.Combine(Path.GetTempPath(), $"import-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using (var upload = chosen.File.OpenReadStream(Sheet.LargestFile, cancel))
            await upload.CopyToAsync(file, cancel);

        var questions = await QuestionsAsync(cancel);
        found = await Task.Run(() => Sheet.Open(file), cancel);
        try
        {
            (understood, sample) = await Task.Run(() => Understand(found, questions), cancel);
            sheet = found;
        }
        catch (ImportFault)
        {
            // Staff may know better than the guess how it is to be read.
            sheet = found;
            throw;
        }
        look = RememberedReading.LookOf(found, understood);
        await ReadAsRememberedAsync(questions, cancel);
        await UseRememberedAsync(cancel);
    });

    /// <summary>Staff say how the file is to be read. What cannot be read so, down to its last row, stays as it is.</summary>
    private Task ReadAgainAsync(Reading how) => WorkAsync("Reading the file again.", async cancel =>
    {
        var questions = await QuestionsAsync(cancel);
        (sheet, understood, sample) = await ReadWholeAsync(how, questions, cancel);
        (said, isAsBefore, plan, told) = (how, false, null, null);
        await UseRememberedAsync(cancel);
    });

    private Task<(Sheet, SheetLayout, List<SheetRow>)> ReadWholeAsync(Reading how, IReadOnlyList<LetterQuestion> questions, CancellationToken cancel) => Task.Run(() =>
    {
        var sheet = Sheet.Open(file!, how);
        var (layout, first) = Understand(sheet, questions);
        foreach (var row in sheet.Rows())
            Progress(row.Number, cancel);
        return (sheet, layout, first);
    }, cancel);

    /// <summary>Staff say where the header stands; 0 stands for none.</summary>
    private Task ReadHeaderAsync(string? row) => WorkAsync("Reading the columns again.", async cancel =>
    {
        RuleBrokenException.ThrowIf(!int.TryParse(row, out var header) || header is < 0 or > SheetLayout.RowsToLookAt, $"Enter the header's row, from 1 to {SheetLayout.RowsToLookAt}, or 0 if there is none.");
        var questions = await QuestionsAsync(cancel);
        (understood, sample) = await Task.Run(() => Understand(sheet!, questions, header), cancel);
        (plan, told) = (null, null);
        await UseRememberedAsync(cancel);
    });

    private (SheetLayout, List<SheetRow>) Understand(Sheet sheet, IReadOnlyList<LetterQuestion> questions, int? headerRow = null)
    {
        var understood = SheetLayout.Guess(sheet, Target, questions, headerRow);
        return (understood, [.. sheet.Rows().Where(row => row.Number > (understood.HeaderRow ?? 0) && !row.IsBlank).Take(SampleRows)]);
    }

    /// <summary>The letter's own questions, whose answers a list of signatures may hold.</summary>
    private async Task<IReadOnlyList<LetterQuestion>> QuestionsAsync(CancellationToken cancel)
    {
        if (Target != ImportTarget.Signatures)
            return [];
        await using var db = Stores.Open();
        return await db.Letters.Where(l => l.Slug == Slug).Select(l => l.Questions).SingleAsync(cancel);
    }

    private async Task ReadAsRememberedAsync(IReadOnlyList<LetterQuestion> questions, CancellationToken cancel)
    {
        await using var db = Stores.Open();
        if (look is null || await db.RememberedReadings.AsNoTracking().SingleOrDefaultAsync(r => r.Look == look, cancel) is not { Reading: var how })
            return;
        try
        {
            (sheet, understood, sample) = await ReadWholeAsync(how, questions, cancel);
            (said, isAsBefore) = (how, true);
        }
        catch (ImportFault)
        {
            // It cannot be read like the one before, so it stays as it looks.
        }
    }

    private async Task UseRememberedAsync(CancellationToken cancel)
    {
        if (RememberedMapping.KeyOf(understood!) is not { } key)
            return;
        await using var db = Stores.Open();
        if (await db.RememberedMappings.AsNoTracking().SingleOrDefaultAsync(m => m.Headers == key, cancel) is { } remembered)
            understood = understood!.With(remembered.Columns);
    }

    private async Task RememberAsync(CancellationToken cancel)
    {
        await using var db = Stores.Open();
        if (RememberedMapping.KeyOf(understood!) is { } key)
        {
            var columns = understood!.Mapping.ToDictionary(mapped => mapped.Field, mapped => mapped.Column);
            if (await db.RememberedMappings.SingleOrDefaultAsync(m => m.Headers == key, cancel) is { } mapping)
                mapping.Change(columns);
            else
                db.Add(new RememberedMapping(key, columns));
        }

        if (look is not null)
        {
            var (how, before) = (RememberedReading.WorthKeeping(said, found!), await db.RememberedReadings.SingleOrDefaultAsync(r => r.Look == look, cancel));
            if (how == Reading.Found && before is not null)
                db.Remove(before);
            else if (how != Reading.Found && before is null)
                db.Add(new RememberedReading(look, how));
            else
                before?.Change(how);
        }
        await db.SaveChangesAsync(cancel);
    }
}
