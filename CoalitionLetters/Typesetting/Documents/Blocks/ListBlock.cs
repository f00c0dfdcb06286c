using System.Globalization;
using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>A list with bullets or numbers. Nested lists move in, the first few levels.</summary>
internal sealed class ListBlock(IReadOnlyList<Stack> items, int? firstNumber, char delimiter, BlockStyle? body) : Block
{
    private const int DeepestIndent = 6;

    /// <summary>By depth. A dash is none of the bullets that a file has words for.</summary>
    private static readonly (string Mark, ListNumbering Numbering)[] Bullets = [("•", ListNumbering.Disc), ("–", ListNumbering.None), ("·", ListNumbering.Disc)];

    public override IEnumerable<Slice> Slices(Frame frame)
    {
        var style = (body ?? frame.Sheet.Styles.Body).Scaled(frame.Scale);
        var list = frame.Role(StructureType.List, e => e.Numbering = firstNumber is null ? BulletAt(frame).Numbering : ListNumbering.Decimal);
        var indent = frame.ListDepth >= DeepestIndent ? 0 : IndentOf(frame);
        Slice? previous = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = list is null ? null : new Role(StructureType.ListItem, list);
            var toTheLeft = items[i].RunsToTheLeft;
            var inner = frame.Indented(toTheLeft ? 0 : indent, toTheLeft ? indent : 0) with { ListDepth = frame.ListDepth + 1 };
            var label = LabelFor(i, item, style, frame, inner, toTheLeft);
            inner = inner with { Parent = item is null ? null : new Role(StructureType.ListBody, item) };
            foreach (var slice in Labelled(items[i].Slices(inner), label, style, inner))
            {
                if (previous is not null)
                {
                    yield return previous;
                }

                previous = slice;
            }
        }

        if (previous is not null)
        {
            // Items may stand closer than paragraphs; after the last one the text goes on as after a paragraph.
            previous.SpaceAfter = frame.ListDepth == 0 ? Math.Max(previous.SpaceAfter, style.SpaceAfter) : previous.SpaceAfter;
            yield return previous;
        }
    }

    private static (string Mark, ListNumbering Numbering) BulletAt(Frame frame) => Bullets[Math.Min(frame.ListDepth, Bullets.Length - 1)];

    /// <summary>Two digits fit in the usual indent; longer numbers get room.</summary>
    private double IndentOf(Frame frame)
    {
        var digits = firstNumber is { } first ? (first + items.Count - 1).ToString(CultureInfo.InvariantCulture).Length : 1;
        return (frame.Sheet.Styles.ListIndent + Math.Max(0, digits - 2) * frame.Sheet.Styles.Body.Text.Size * 0.5) * frame.Scale;
    }

    private Label LabelFor(int index, Role? item, BlockStyle style, Frame frame, Frame inner, bool toTheLeft)
    {
        var mark = firstNumber is { } first
            ? (first + index).ToString(CultureInfo.InvariantCulture) + delimiter
            : BulletAt(frame).Mark;
        var line = ParagraphSetter.Set([new Span(mark, style.Text, null)], new ParagraphFormat(), frame.Width, frame.Sheet.Fonts)[0];
        var (inset, gap) = (style.Text.Size * 0.4, style.Text.Size * 0.45);

        // Measured from the item's text: where that moves in no further, its mark does not either.
        var room = IndentOf(frame);
        var left = (firstNumber, toTheLeft) switch
        {
            (null, false) => inner.Left - room + inset,
            (null, true) => inner.Left + inner.Width + room - inset - line.Width,
            (_, false) => inner.Left - line.Width - gap,
            (_, true) => inner.Left + inner.Width + gap,
        };
        return new Label(line, item is null ? null : new Role(StructureType.Label, item), left);
    }

    /// <summary>Gives the item's first slice its mark; a mark that would stand on another gets a line of its own.</summary>
    private static IEnumerable<Slice> Labelled(IEnumerable<Slice> slices, Label label, BlockStyle style, Frame frame)
    {
        var isFirst = true;
        foreach (var slice in slices)
        {
            if (isFirst && slice.Labels?.Any(other => Math.Abs(other.Left - label.Left) < 1) == true)
            {
                yield return LabelLine(label, style, frame, null);
            }
            else if (isFirst)
            {
                slice.AddLabel(label);
            }

            isFirst = false;
            yield return slice;
        }

        if (isFirst)
        {
            yield return LabelLine(label, style, frame, frame.Parent);
        }
    }

    /// <param name="empty">The body of an item that has nothing beside its mark.</param>
    private static SpaceSlice LabelLine(Label label, BlockStyle style, Frame frame, Role? empty)
    {
        var line = LinesSlice.Measure([label.Line], style, frame.Sheet)[0];
        var slice = new SpaceSlice(line.Above, empty) { Height = line.Height, Section = frame.Section };
        slice.AddLabel(label);
        return slice;
    }
}
