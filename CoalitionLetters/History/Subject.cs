namespace CoalitionLetters.History;

/// <summary>What a history entry is about, and the letter it belongs to.</summary>
public readonly record struct Subject(string Kind, Guid Id, Guid? LetterId)
{
    /// <summary>An entity, called by the name of its type: <c>Subject.Of&lt;Signature&gt;(id, letterId)</c>.</summary>
    public static Subject Of<T>(Guid id, Guid? letter = null) => new(typeof(T).Name, id, letter);
}
