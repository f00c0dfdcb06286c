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
    public int Count { get; private set; }
    public DateTime MadeAt { get; private set; }

    /// <summary>The day somebody handed it over.</summary>
    public DateOnly? DeliveredOn { get; private set; }

    public static PrintBatch Of(Target target, int number, int count, DateTime now)
    {
        RuleBrokenException.ThrowIf(count == 0, $"No letter to {target.Name} waits to be printed.");
        return new PrintBatch { Id = Guid.CreateVersion7(now), ActionId = target.ActionId, TargetId = target.Id, Number = number, Count = count, MadeAt = now };
    }

    public void Deliver(DateOnly on)
    {
        RuleBrokenException.ThrowIf(DeliveredOn is not null, "This batch is marked as delivered already.");
        DeliveredOn = on;
    }
}
