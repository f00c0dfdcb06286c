namespace CoalitionLetters.Letters.Desk;

/// <summary>An open editor's place at a letter. It hears what happens there, also while its browser is away.</summary>
public sealed class EditorSeat : IDisposable
{
    private readonly LetterEditors room;
    private readonly Guid letterId;

    internal EditorSeat(LetterEditors room, Guid letterId, LetterEditor editor, Action<SaveOutcome?> heard) =>
        (this.room, this.letterId, Editor, Heard) = (room, letterId, editor, heard);

    internal LetterEditor Editor { get; }
    internal Action<SaveOutcome?> Heard { get; }

    /// <summary>Whether its browser is there; one that is not is named to nobody.</summary>
    internal bool IsHere { get; private set; } = true;

    public void SayWhetherHere(bool isHere)
    {
        if (IsHere != isHere)
        {
            IsHere = isHere;
            room.Tell(letterId, Editor.Id, null);
        }
    }

    public void Dispose() => room.Leave(letterId, this);
}
