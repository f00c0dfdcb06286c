using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Typesetting.Documents;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Supporters;

/// <summary>Letters on paper: one alone, or all that wait for a target as one batch with a cover page, to be carried there.</summary>
public sealed class PrintLetters(CoalitionDb db, TimeProvider clock, CurrentCoalition coalition, PdfSettings pdf)
{
    /// <summary>A person must be able to lift a batch.</summary>
    public const int MostInABatch = 2000;

    /// <summary>One letter as a PDF file.</summary>
    public byte[] One(SupportersAction action, Target target, Supporter supporter, DateOnly day)
    {
        var (words, type) = Look(action);
        return new SupporterDocument(PrintedLetter.Of(target, supporter, day), words, type).ToPdf(pdf.Fonts).ToBytes();
    }

    /// <summary>Takes what waits for this target into a new batch.</summary>
    /// <exception cref="RuleBrokenException">Nothing waits.</exception>
    public async Task<PrintBatch> CollectAsync(Guid targetId, Actor who, CancellationToken cancel = default) => await db.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow;
        who.Needs(Policies.PublishLetters);
        var target = await db.Targets.SingleAsync(t => t.Id == targetId, cancel);
        var waiting = await db.Messages.Where(m => m.TargetId == targetId && m.Status == MessageStatus.ToPrint).OrderBy(m => m.ChangedAt).ThenBy(m => m.Id).Take(MostInABatch).ToListAsync(cancel);
        var number = await db.PrintBatches.Where(b => b.TargetId == targetId).MaxAsync(b => (int?)b.Number, cancel) ?? 0;
        var batch = PrintBatch.Of(target, number + 1, waiting.Count, now);
        db.Add(batch);
        foreach (var message in waiting)
        {
            message.Print(batch.Id, now);
        }

        db.Record(who, now, $"printed batch {batch.Number} for {target.Name}", Subject.Of<SupportersAction>(target.ActionId), after: new { Letters = batch.Count });
        return batch;
    }, cancel);

    /// <summary>Somebody has carried the batch there: what is still in it is delivered.</summary>
    public async Task DeliverAsync(Guid batchId, DateOnly on, Actor who, CancellationToken cancel = default) => await db.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow;
        who.Needs(Policies.PublishLetters);
        var batch = await db.PrintBatches.SingleAsync(b => b.Id == batchId, cancel);
        var time = coalition.Value.Time;
        RuleBrokenException.ThrowIf(on > time.DayOf(now), "The day of delivery cannot lie in the future.");
        RuleBrokenException.ThrowIf(on < time.DayOf(batch.MadeAt), $"This batch was made on {time.Day(time.DayOf(batch.MadeAt))}. Enter that day or a later one.");
        var delivered = await db.Messages.Where(m => m.BatchId == batchId && m.Status == MessageStatus.Printed)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MessageStatus.Delivered).SetProperty(m => m.ChangedAt, now), cancel);
        batch.Deliver(on, delivered);
        db.Record(who, now, $"delivered batch {batch.Number} by hand", Subject.Of<SupportersAction>(batch.ActionId), after: new { DeliveredOn = on, Letters = delivered });
    }, cancel);

    /// <summary>The batch as one file, written page by page. Who has withdrawn or asked to be forgotten since is not in it.</summary>
    public async Task WriteAsync(Guid batchId, Stream to, CancellationToken cancel = default)
    {
        var batch = await db.PrintBatches.AsNoTracking().SingleAsync(b => b.Id == batchId, cancel);
        var action = await db.Actions.AsNoTracking().Include(a => a.Targets).SingleAsync(a => a.Id == batch.ActionId, cancel);
        var target = action.Targets.Single(t => t.Id == batch.TargetId);
        var supporters = await db.Supporters.AsNoTracking()
            .Where(s => s.Status == SupporterStatus.Confirmed && s.SearchText != "" && db.Set<Message>().Any(m => m.SupporterId == s.Id && m.BatchId == batchId && m.Status != MessageStatus.Stopped))
            .OrderBy(s => s.SubmittedAt).ThenBy(s => s.Id).ToListAsync(cancel);

        var (words, type) = Look(action);
        var time = coalition.Value.Time;
        var incomplete = supporters.Where(HasUnprintable).Select(supporter => supporter.Reference).ToList();
        var cover = new CoverDocument(action, target, batch, supporters.Count, supporters.Count(supporter => supporter.ChangedShare > 0), incomplete, coalition.Value.Name, time.DayOf(batch.MadeAt), words, type);
        var letters = supporters.Select(supporter => (IDocument)new SupporterDocument(PrintedLetter.Of(target, supporter, time.DayOf(supporter.SubmittedAt)), words, type));
        var file = letters.Prepend(cover).ToOnePdf(cover.Info, pdf.Fonts);
        file.WriteTo(to);
    }

    private bool HasUnprintable(Supporter supporter) =>
        pdf.Fonts.MissingFrom($"{supporter.Subject}\n{supporter.Text}\n{string.Join('\n', SupporterLetter.SignatureOf(supporter.Person))}").Any(sign => sign != '\n');

    private (LetterWords Words, Typography Type) Look(SupportersAction action)
    {
        var words = LetterWords.In(action.Content.Language);
        return (words, new Typography(words.LanguageTag, family: pdf.Family, accent: Signatories.PrintedAccent(coalition.Value)));
    }
}
