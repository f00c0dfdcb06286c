namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>One line of the outline that viewers show beside the pages, with the lines under it.</summary>
public sealed class OutlineEntry
{
    private readonly List<OutlineEntry> entries = [];

    internal OutlineEntry(string title, LinkTarget? target)
    {
        Title = title;
        Target = target;
    }

    public string Title { get; }

    public IReadOnlyList<OutlineEntry> Entries => entries;

    internal LinkTarget? Target { get; }

    /// <summary>Adds a line under this one.</summary>
    /// <param name="target">A page or a structure element; an address is refused, since an outline leads within the document.</param>
    public OutlineEntry Add(string title, LinkTarget target)
    {
        if (target is AddressTarget)
        {
            throw new ArgumentException($"The outline entry “{title}” must lead to a place in the document.", nameof(target));
        }

        var entry = new OutlineEntry(title, target);
        entries.Add(entry);
        return entry;
    }
}
