using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>Items without marks, each on one page and in one column. The first two stay together, and the last two.</summary>
internal sealed class NamesBlock(IReadOnlyList<string> items, BlockStyle style) : Block
{
    private readonly BlockStyle style = style with { KeepTogether = true };

    public IReadOnlyList<string> Items => items;

    public BlockStyle Style => style;

    public override IEnumerable<Slice> Slices(Frame frame)
    {
        var list = frame.Role(StructureType.List, e => e.Numbering = ListNumbering.None);
        for (var i = 0; i < items.Count; i++)
        {
            var language = ScriptLanguages.LanguageOf(items[i]);
            var body = list is null ? null : new Role(StructureType.ListBody, new Role(StructureType.ListItem, list), language is null ? null : e => e.Language = language);
            foreach (var slice in ParagraphBlock.Set([new Span(CleanText.From(items[i]), style.Text, null)], style.Scaled(frame.Scale), frame, body))
            {
                slice.KeepWithNext = items.Count > 1 && (i == 0 || i == items.Count - 2);
                yield return slice;
            }
        }
    }
}
