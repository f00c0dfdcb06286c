using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Tables;

/// <summary>A table with rules between its rows; its head comes again on each page.</summary>
internal sealed class TableBlock(Table table) : Block
{
    private const double PaddingAbove = 3;

    private readonly bool toTheLeft = table.RunsToTheLeft;

    public override IEnumerable<Slice> Slices(Frame frame) =>
        table.Head is null && table.Rows.Count == 0 ? [] : TableWidths.Share(table, frame.Width).SelectMany(part => Slices(part, frame));

    private IEnumerable<Slice> Slices(TablePart part, Frame frame)
    {
        var room = frame with { Scale = frame.Scale * part.Scale };
        var role = frame.Role(StructureType.Table);
        var first = true;
        if (table.Head is { } head)
        {
            var repeated = new Repeated(frame.Section, _ => [.. HeadRows(head, part, room with { Parent = null, Section = null })]);

            // A head without a body is no group of rows (ISO 32000-1, 14.8.4.3.4).
            var headRole = role is null || table.Rows.Count == 0 ? role : new Role(StructureType.TableHead, role);
            room = room with { Section = frame.IsInRow ? frame.Section : repeated };
            foreach (var slice in HeadRows(head, part, room with { Parent = headRole }))
            {
                (repeated.First, slice.SpaceBefore, first) = (repeated.First ?? slice, first ? 4 : 0, false);
                yield return slice;
            }
        }

        var body = role is null ? null : new Role(StructureType.TableBody, role);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            foreach (var slice in Row(table.Rows[i], part, room with { Parent = body }, isHead: false))
            {
                (slice.SpaceBefore, first) = (first ? 4 : 0, false);
                slice.SpaceAfter = i == table.Rows.Count - 1 ? frame.Sheet.Styles.Body.SpaceAfter + 2 : 0;
                yield return slice;
            }
        }
    }

    private IEnumerable<RowSlice> HeadRows(IReadOnlyList<Stack> head, TablePart part, Frame frame)
    {
        foreach (var slice in Row(head, part, frame, isHead: true))
        {
            slice.KeepWithNext = true;
            yield return slice;
        }
    }

    private IEnumerable<RowSlice> Row(IReadOnlyList<Stack> row, TablePart part, Frame frame, bool isHead)
    {
        var role = frame.Role(StructureType.TableRow);
        var (cells, roles) = (new List<SetCell>(), new List<Role?>());
        var (width, offset) = (part.Widths.Sum(), 0.0);
        for (var i = 0; i < part.Columns.Length; i++)
        {
            var content = part.Columns[i] < row.Count && !row[part.Columns[i]].IsBlank ? row[part.Columns[i]] : null;

            // A cell without words names nothing.
            TableScope? scope = content is null ? null : isHead ? TableScope.Column : i == 0 && part.FirstNamesRows ? TableScope.Row : null;
            var cellRole = role is null ? null : new Role(scope is null ? StructureType.TableCell : StructureType.TableHeader, role, cell => cell.Scope = scope);
            var room = frame with
            {
                Left = frame.Left + (toTheLeft ? width - offset - part.Widths[i] : offset) + TableWidths.Padding,
                Width = Math.Max(4, part.Widths[i] - TableWidths.Padding * 2),
                Parent = cellRole,
                Section = null,
                IsInRow = true,
            };
            cells.Add(new SetCell(content?.Slices(room) ?? []));
            roles.Add(cellRole);
            offset += part.Widths[i];
        }

        var styles = frame.Sheet.Styles;
        return RowSlice.Fitting(cells, frame, new RowFrame(frame.Left, width, PaddingAbove, isHead ? 0.8 : 0.35, styles.RuleColor, isHead, () => Make(roles)));
    }

    /// <summary>Cells stand in the structure before their text is drawn, so that an empty one is there too.</summary>
    private static void Make(List<Role?> roles)
    {
        foreach (var role in roles)
        {
            _ = role?.Element;
        }
    }
}
