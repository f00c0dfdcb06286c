using CoalitionLetters.Typesetting.Documents.Pages;

namespace CoalitionLetters.Typesetting.Documents.Footnotes;

/// <summary>The notes at the foot of one page, below a short rule. What does not fit goes on at the foot of the next page.</summary>
internal sealed class NoteArea(StyleSheet styles)
{
    private const double RuleGap = 6;
    private const double NoteGap = 2;
    private readonly List<Slice> slices = [];
    private List<Slice> carried = [];

    /// <summary>What the notes take, with the rule and the room above it, in points.</summary>
    public double Height { get; private set; }

    public bool HasCarried => carried.Count > 0;

    /// <summary>The height after these notes are added, or after so much of them.</summary>
    public double HeightWith(IEnumerable<Slice> notesOf, NoteShare share)
    {
        var height = Height;
        var notes = NewNotes(notesOf);
        for (var i = 0; i < notes.Count && (i == 0 || share != NoteShare.FirstStarts); i++)
        {
            var note = notes[i].Slices!;
            var starts = share == NoteShare.FirstStarts || (share == NoteShare.LastStarts && i == notes.Count - 1);
            height += Above(height) + (starts ? note.Take(1) : note).Sum(slice => slice.Height);
        }

        return carried.Count > 0 && notes.Count > 0 ? double.MaxValue : height;
    }

    /// <summary>Gives notes their place, as far as there is room.</summary>
    /// <param name="room">What the area may take at most, in points.</param>
    public void Add(IEnumerable<Slice> notesOf, double room)
    {
        foreach (var note in NewNotes(notesOf))
        {
            note.IsPlaced = true;
            Append(note.Slices!, room);
        }
    }

    /// <summary>Begins the next page with what was left over.</summary>
    public void NextPage(double room)
    {
        slices.Clear();
        Height = 0;
        (var rest, carried) = (carried, []);
        Append(rest, room);
    }

    public void Draw(PageCanvas canvas, double x, double bottom)
    {
        if (slices.Count == 0)
        {
            return;
        }

        var y = bottom - Height + RuleGap;
        canvas.Rule(x, y, 120, 0.5, styles.RuleColor);
        y += RuleGap;
        for (var i = 0; i < slices.Count; i++)
        {
            y += i > 0 && slices[i].Labels is not null ? NoteGap : 0;
            slices[i].Draw(canvas, x, y);
            y += slices[i].Height;
        }
    }

    private void Append(IReadOnlyList<Slice> note, double room)
    {
        for (var i = 0; i < note.Count; i++)
        {
            var height = note[i].Height + (slices.Count == 0 ? RuleGap * 2 : note[i].Labels is not null ? NoteGap : 0);
            if (carried.Count > 0 || (slices.Count > 0 && Height + height > room + 0.01))
            {
                carried.AddRange(note.Skip(i));
                return;
            }

            slices.Add(note[i]);
            Height += height;
        }
    }

    private static double Above(double height) => height == 0 ? RuleGap * 2 : NoteGap;

    private static List<Footnote> NewNotes(IEnumerable<Slice> slices) =>
        [.. slices.SelectMany(slice => slice.Notes).Where(note => !note.IsPlaced).Distinct()];
}

/// <summary>How much of some notes has to stand on the page that calls them; the rest goes on at the foot of the next.</summary>
internal enum NoteShare
{
    All,

    /// <summary>All but the last, and of the last its start.</summary>
    LastStarts,

    /// <summary>Only the start of the first: it is so long that there is no room for another.</summary>
    FirstStarts,
}
