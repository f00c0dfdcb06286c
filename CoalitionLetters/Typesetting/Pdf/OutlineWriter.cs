namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes the outline, all entries of the highest level folded (ISO 32000-1, 12.3.3).</summary>
internal sealed class OutlineWriter(PdfObjects objects, Destinations destinations)
{
    public void Write(int number, OutlineEntry root)
    {
        var kids = Number(root);
        objects.Begin(number)
            .Add("<</Type/Outlines/First "u8).AddReference(kids[0]).Add("/Last "u8).AddReference(kids[^1]).Add("/Count "u8).Add(kids.Length).Add(">>"u8);

        var waiting = new Stack<(OutlineEntry Parent, int Number, int[] Kids)>([(root, number, kids)]);
        while (waiting.TryPop(out var level))
        {
            for (var at = 0; at < level.Kids.Length; at++)
            {
                var entry = level.Parent.Entries[at];
                var below = Number(entry);
                Write(entry, level.Number, level.Kids, at, below);
                if (below.Length > 0)
                {
                    waiting.Push((entry, level.Kids[at], below));
                }
            }
        }
    }

    private int[] Number(OutlineEntry entry) => [.. entry.Entries.Select(_ => objects.Allocate())];

    private void Write(OutlineEntry entry, int parent, int[] level, int at, int[] below)
    {
        var text = objects.Begin(level[at]).Add("<</Title"u8).AddString(entry.Title).Add("/Parent "u8).AddReference(parent);
        if (at > 0)
        {
            text.Add("/Prev "u8).AddReference(level[at - 1]);
        }

        if (at + 1 < level.Length)
        {
            text.Add("/Next "u8).AddReference(level[at + 1]);
        }

        if (below.Length > 0)
        {
            text.Add("/First "u8).AddReference(below[0]).Add("/Last "u8).AddReference(below[^1]).Add("/Count "u8).Add(-below.Length);
        }

        text.Add("/Dest"u8);
        destinations.Write(entry.Target!, text);
        text.Add(">>"u8);
    }
}
