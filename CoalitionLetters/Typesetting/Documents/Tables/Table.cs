using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Paragraphs;

namespace CoalitionLetters.Typesetting.Documents.Tables;

/// <summary>A table's rows. Rows may have fewer cells than the widest one.</summary>
public sealed class Table
{
    private readonly List<IReadOnlyList<Stack>> rows = [];
    private readonly List<Alignment> alignments = [];
    private readonly Sheet sheet;

    internal Table(Sheet sheet) => this.sheet = sheet;

    internal IReadOnlyList<Stack>? Head { get; private set; }

    /// <summary>Its first column stands at the right, as do the first words of its cells.</summary>
    internal bool RunsToTheLeft => (rows.Count > 0 ? rows.SelectMany(row => row) : Head ?? []).FirstOrDefault(cell => !cell.IsBlank)?.RunsToTheLeft == true;

    internal IReadOnlyList<IReadOnlyList<Stack>> Rows => rows;

    /// <summary>How the columns are aligned, from the first; columns that are not named stand left.</summary>
    public Table Align(params Alignment[] columns)
    {
        alignments.AddRange(columns);
        return this;
    }

    /// <summary>The cells that name the columns; they come again on each page over which the table runs. Where all are blank, there is no head.</summary>
    public Table Header(params Action<Text>[] cells)
    {
        var head = Composed(cells, sheet.Styles.CellHead);
        Head = head.TrueForAll(cell => cell.IsBlank) ? null : head;
        return this;
    }

    public Table Row(params Action<Text>[] cells)
    {
        rows.Add(Composed(cells, sheet.Styles.Cell));
        return this;
    }

    /// <summary>A row of empty cells.</summary>
    public Table Row() => Row(Array.Empty<string>());

    public Table Header(params string[] cells) => Header([.. cells.Select(Plain)]);

    public Table Row(params string[] cells) => Row([.. cells.Select(Plain)]);

    private static Action<Text> Plain(string text) => t => t.Span(text);

    private List<Stack> Composed(Action<Text>[] cells, BlockStyle style)
    {
        var composed = new List<Stack>(cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var aligned = i < alignments.Count ? style with { Format = style.Format with { Alignment = alignments[i] } } : style;
            var cell = new Stack(sheet, aligned);
            cell.Paragraph(cells[i]);
            composed.Add(cell);
        }

        return composed;
    }
}
