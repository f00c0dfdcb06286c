using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>A heading and what belongs to it.</summary>
internal sealed class SectionBlock(HeadingBlock head, string? continued, Stack content) : Block
{
    public Stack Content => content;

    public override IEnumerable<Slice> Slices(Frame frame)
    {
        var repeated = continued is null
            ? null
            : new Repeated(frame.Section, width => head.Again(continued, frame with { Width = width - frame.Left, Section = null }));
        var inner = frame with { Parent = frame.Role(StructureType.Section), Section = repeated ?? frame.Section };
        foreach (var slice in head.Slices(inner).Concat(content.Slices(inner)))
        {
            if (repeated is not null)
            {
                repeated.First ??= slice;
            }

            yield return slice;
        }
    }
}

/// <summary>Blocks that one page holds if it can.</summary>
internal sealed class TogetherBlock(Stack content, bool withNext) : Block
{
    public override IEnumerable<Slice> Slices(Frame frame)
    {
        var slices = content.Slices(frame).ToList();
        for (var i = 0; i < slices.Count; i++)
        {
            slices[i].KeepWithNext |= withNext || i < slices.Count - 1;
        }

        return slices;
    }
}

/// <summary>A passage set in from both sides.</summary>
internal sealed class QuoteBlock(Stack content) : Block
{
    public override IEnumerable<Slice> Slices(Frame frame)
    {
        var indent = frame.Sheet.Styles.QuoteIndent;
        return content.Slices(frame.Indented(indent, indent) with { Parent = frame.Role(StructureType.BlockQuote) });
    }
}
