namespace CoalitionLetters.Letters.Desk;

/// <summary>Somebody who has a letter's editor open.</summary>
/// <param name="Id">Of the open editor; one person may have several.</param>
public sealed record LetterEditor(Guid Id, Guid? StaffId, string Name, DateTime Since);

/// <summary>
/// Who has which letter open on this node, so that two people hear of each other before they meet in a conflict. Only a courtesy:
/// what keeps words apart is the revision in the store.
/// </summary>
public sealed class LetterEditors
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<Seat>> seats = [];

    /// <param name="heard">Called, on any thread, when somebody comes, goes (no outcome) or saves.</param>
    public IDisposable Sit(Guid letterId, LetterEditor editor, Action<SaveOutcome?> heard)
    {
        var seat = new Seat(editor, heard);
        lock (gate)
        {
            if (!seats.TryGetValue(letterId, out var sitting))
            {
                seats.Add(letterId, sitting = []);
            }

            sitting.Add(seat);
        }

        Tell(letterId, editor.Id, null);
        return new Leaving(() => Leave(letterId, seat));
    }

    public IReadOnlyList<LetterEditor> OthersAt(Guid letterId, Guid self)
    {
        lock (gate)
        {
            return seats.TryGetValue(letterId, out var sitting) ? [.. sitting.Select(s => s.Editor).Where(e => e.Id != self)] : [];
        }
    }

    public void Tell(Guid letterId, Guid from, SaveOutcome? saved)
    {
        Seat[] others;
        lock (gate)
        {
            others = seats.TryGetValue(letterId, out var sitting) ? [.. sitting.Where(s => s.Editor.Id != from)] : [];
        }

        foreach (var other in others)
        {
            other.Heard(saved);
        }
    }

    private void Leave(Guid letterId, Seat seat)
    {
        lock (gate)
        {
            if (seats.TryGetValue(letterId, out var sitting) && sitting.Remove(seat) && sitting.Count == 0)
            {
                seats.Remove(letterId);
            }
        }

        Tell(letterId, seat.Editor.Id, null);
    }

    private sealed record Seat(LetterEditor Editor, Action<SaveOutcome?> Heard);

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
