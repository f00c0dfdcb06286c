using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>
/// A place in the structure tree that is made when its first content is drawn. Content is drawn in reading order, so the tree comes out in
/// reading order, and what is laid out but never drawn leaves nothing behind.
/// </summary>
internal sealed class Role
{
    private readonly StructureType type;
    private Role? parent;
    private readonly Action<StructureElement>? describe;
    private StructureElement? element;

    /// <param name="parent">None where <see cref="MakeAfter"/> tells it.</param>
    public Role(StructureType type, Role? parent, Action<StructureElement>? describe = null)
    {
        this.type = type;
        this.parent = parent;
        this.describe = describe;
    }

    public Role(StructureElement root) => element = root;

    public StructureElement Element => element ??= Make();

    /// <summary>Makes the element now, as the next sibling of what was last made beside another; after the table, where that stands in a header cell, whose words are read with each cell.</summary>
    public void MakeAfter(Role sibling)
    {
        parent ??= sibling.parent is { type: StructureType.TableHeader } header ? header.TableAround!.parent : sibling.parent;
        _ = Element;
    }

    private Role? TableAround => type == StructureType.Table ? this : parent?.TableAround;

    private StructureElement Make()
    {
        var made = parent!.Element.Add(type);
        describe?.Invoke(made);
        return made;
    }
}
