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
    private readonly Dictionary<Guid, List<EditorSeat>> seats = [];

    /// <param name="heard">Called, on any thread, when somebody saves, or (with no outcome) comes, goes, opens or closes the letter.</param>
    public EditorSeat Sit(Guid letterId, LetterEditor editor, Action<SaveOutcome?> heard)
    {
        var seat = new EditorSeat(this, letterId, editor, heard);
        lock (gate)
        {
            if (!seats.TryGetValue(letterId, out var sitting))
            {
                seats.Add(letterId, sitting = []);
            }

            sitting.Add(seat);
        }

        Tell(letterId, editor.Id, null);
        return seat;
    }

    public IReadOnlyList<LetterEditor> OthersAt(Guid letterId, Guid self)
    {
        lock (gate)
        {
            return seats.TryGetValue(letterId, out var sitting) ? [.. sitting.Where(s => s.IsHere && s.Editor.Id != self).Select(s => s.Editor)] : [];
        }
    }

    /// <summary>The letter was opened, closed or withdrawn.</summary>
    public void TellAll(Guid letterId) => Tell(letterId, Guid.Empty, null);

    public void Tell(Guid letterId, Guid from, SaveOutcome? saved)
    {
        EditorSeat[] others;
        lock (gate)
        {
            others = seats.TryGetValue(letterId, out var sitting) ? [.. sitting.Where(s => s.Editor.Id != from)] : [];
        }

        foreach (var other in others)
        {
            other.Heard(saved);
        }
    }

    internal void Leave(Guid letterId, EditorSeat seat)
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
}
