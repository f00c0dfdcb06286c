using CoalitionLetters.Data;

namespace CoalitionLetters.Supporters;

/// <summary>Letters to one target that were printed together, to be delivered by hand.</summary>
public sealed class PrintBatch
{
    private PrintBatch() { }

    public Guid Id { get; private set; }
    public Guid ActionId { get; private set; }
    public Guid TargetId { get; private set; }

    /// <summary>Counted from 1 for each target.</summary>
    public int Number { get; private set; }

    /// <summary>Letters that it was printed with, those withdrawn since among them.</summary>
    public int Count { get; private set; }
    public DateTime MadeAt { get; private set; }

    /// <summary>The day somebody handed it over.</summary>
    public DateOnly? DeliveredOn { get; private set; }

    public static PrintBatch Of(Target target, int number, int count, DateTime now)
    {
        RuleBrokenException.ThrowIf(count == 0, $"No letter to {target.Name} waits to be printed.");
        return new PrintBatch { Id = Guid.CreateVersion7(now), ActionId = target.ActionId, TargetId = target.Id, Number = number, Count = count, MadeAt = now };
    }

    /// <param name="letters">Those still in it, which nobody has withdrawn since it was printed.</param>
    public void Deliver(DateOnly on, int letters)
    {
        RuleBrokenException.ThrowIf(DeliveredOn is not null, "This batch is marked as delivered already.");
        RuleBrokenException.ThrowIf(letters == 0, "Every letter of this batch has been withdrawn.");
        DeliveredOn = on;
    }
}
