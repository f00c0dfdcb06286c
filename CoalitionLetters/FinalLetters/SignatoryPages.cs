using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Images;

namespace CoalitionLetters.FinalLetters;

/// <summary>The part of a letter that says who signed it: logos in a grid, if wanted; names in columns by section, officials as signature blocks, individuals apart.</summary>
internal sealed class SignatoryPages(
    LetterContent letter, IReadOnlyList<ListedName> names, RenderOptions options, Typography type, LetterWords words)
{
    public void Compose(Sheet sheet)
    {
        ComposeLogos(sheet);
        if (letter.Signatories == SignatoryKind.Officials)
        {
            ComposeOfficials(sheet);
        }
        else if (letter.Signatories == SignatoryKind.Individuals)
        {
            ComposeIndividuals(sheet, names, words.Signatories);
        }
        else
        {
            ComposeOrganizations(sheet);
        }

        if (options.Individuals.Count > 0)
        {
            ComposeIndividuals(sheet, options.Individuals, words.Individuals);
        }
    }

    private void ComposeLogos(Sheet sheet)
    {
        if (options.LogoGrid.Count > 0)
        {
            sheet.Abreast(Math.Min(4, options.LogoGrid.Count), grid =>
            {
                foreach (var (name, logo) in options.LogoGrid)
                {
                    grid.Cell(cell => cell.Image(logo, $"{words.LogoOf} {name}", width: Typography.GridLogo.Width, height: Typography.GridLogo.Height, side: Side.Center));
                }
            }, rowGap: Typography.GridGap, centered: true);
        }
    }

    private void ComposeOrganizations(Sheet sheet)
    {
        if (names.Count == 0)
        {
            return;
        }

        var sections = Sections.Of(names, ListingChoices.Of(letter));

        // One count for all sections: columns of different width on one page look like a mistake.
        var columns = sheet.ColumnsFor([.. names.Select(name => name.Name)], type.Name, Typography.ColumnGap);
        var heading = $"{words.Signatories} ({words.Number(names.Count)})";
        sheet.Section(2, heading, list =>
        {
            foreach (var section in sections)
            {
                ComposeSection(list, section, columns);
            }
        }, sections is [{ Heading: null }] ? $"{words.Signatories} {words.Sheet.Continued}" : null, type.Signatories);
    }

    private void ComposeSection(Stack list, Section section, int columns)
    {
        if (section.Heading is null)
        {
            list.Columns(inner => ComposeNames(inner, section), columns, Typography.ColumnGap);
            return;
        }

        list.Section(
            3,
            $"{section.Heading} ({words.Number(section.Count)})",
            inner => inner.Columns(column => ComposeNames(column, section), columns, Typography.ColumnGap, section.Count / LeastInColumn(section)),
            $"{section.Heading} {words.Sheet.Continued}",
            type.ListSection);
    }

    /// <summary>A place that goes on in the next column says so there, which is not worth it for a few names.</summary>
    private static int LeastInColumn(Section section) => section.Parts.Count > 0 ? 4 : 2;

    private void ComposeNames(Stack column, Section section)
    {
        if (section.Names.Count > 0)
        {
            column.Names([.. section.Names.Select(name => name.Name)], type.Name);
        }

        foreach (var part in section.Parts)
        {
            column.Section(
                4,
                part.Heading ?? "",
                inner => inner.Names([.. part.Names.Select(name => name.Name)], type.Name),
                $"{part.Heading} {words.Sheet.Continued}",
                type.ListPlace,
                inOutline: false);
        }
    }

    private void ComposeOfficials(Sheet sheet)
    {
        var officials = Sections.Of(names, ListingChoices.Of(letter)).SelectMany(section => section.All).ToList();
        if (letter.SignatureColumns == 0)
        {
            sheet.Columns(column => column.Names([.. officials.Select(person => person.InOneLine())], type.Name), null, Typography.ColumnGap);
            return;
        }

        sheet.Abreast(letter.SignatureColumns, blocks =>
        {
            foreach (var row in officials.Chunk(letter.SignatureColumns))
            {
                var height = row.Max(PictureHeight);
                foreach (var official in row)
                {
                    blocks.Cell(cell => ComposeSignature(cell, official, height));
                }
            }
        }, gap: Typography.SignatureGap.Across, rowGap: Typography.SignatureGap.Down, isList: true);
    }

    /// <param name="height">Of the tallest picture in the row, so that the names beside it stand on one line.</param>
    private void ComposeSignature(Stack cell, ListedName official, double height)
    {
        if (height > PictureHeight(official))
        {
            // Space at the top of a cell falls away; behind an empty one it stays.
            cell.Space(0).Space(height - PictureHeight(official));
        }

        if (options.Signatures.TryGetValue(official.Id, out Picture? signature))
        {
            cell.Image(signature, $"{words.SignatureOf} {official.Name}", width: Typography.SignaturePicture.Width, height: Typography.SignaturePicture.Height);
        }

        cell.Paragraph(t => t.Span(official.Name), type.Signer);
        if (official.OfficeLines() is { Count: > 0 } lines)
        {
            cell.Paragraph(string.Join('\n', lines), type.SignerTitle);
        }
    }

    private double PictureHeight(ListedName official) =>
        options.Signatures.TryGetValue(official.Id, out var picture) ? Math.Min(Typography.SignaturePicture.Height, Typography.SignaturePicture.Width * picture.Height / picture.Width) : 0;

    private void ComposeIndividuals(Sheet sheet, IReadOnlyList<ListedName> persons, string heading)
    {
        if (persons.Count == 0)
        {
            return;
        }

        var sorted = persons == names
            ? [.. Sections.Of(names, ListingChoices.Of(letter)).SelectMany(section => section.All)]
            : Sorted(persons, letter);
        sheet.Section(2, $"{heading} ({words.Number(persons.Count)})", list =>
        {
            list.Paragraph(t => t.Italic(words.IdentificationOnly), type.Identification);
            list.Columns(column => column.Names([.. sorted.Select(person => person.InOneLine())], type.Name), null, Typography.ColumnGap);
        }, $"{heading} {words.Sheet.Continued}", type.Signatories);
    }

    /// <summary>Individuals beside organizations, in the order of print.</summary>
    public static IReadOnlyList<ListedName> Sorted(IReadOnlyList<ListedName> individuals, LetterContent letter) =>
        ListingOrder.Sort(individuals, person => person.Name, letter.KeepThe);
}
