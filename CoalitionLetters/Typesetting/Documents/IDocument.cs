using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents;

/// <summary>A document is a class around what it shows; a method composes each part of it.</summary>
public interface IDocument
{
    PdfInfo Info { get; }

    StyleSheet Styles { get; }

    void Compose(Sheet sheet);

    /// <summary>The same document set a little tighter, tried where the last page would hold only a few lines; null where there is none.</summary>
    IDocument? Tighter => null;
}

public static class Documents
{
    /// <summary>A last page filled less than this share is worth a second, tighter try.</summary>
    private const double NearlyEmpty = 0.15;

    /// <summary>Of more pages one less is no gain, and all of them twice would take much memory.</summary>
    private const int MostTriedTwice = 50;

    extension(IDocument document)
    {
        /// <summary>Sets the document as a tagged PDF file, ready to be written. The same document gives the same bytes.</summary>
        /// <param name="keepDrawings">See <see cref="PdfFile.KeepsDrawings"/>.</param>
        /// <exception cref="TypesettingException">A font, picture or character cannot be set; the sentence names it.</exception>
        public PdfFile ToPdf(FontLibrary fonts, bool keepDrawings = false)
        {
            var (file, sheet, filled) = document.Set(fonts, keepDrawings);
            if (file.Pages.Count is > 1 and <= MostTriedTwice && filled < NearlyEmpty * sheet.TextHeight && document.Tighter?.Set(fonts, keepDrawings) is { } tighter && tighter.File.Pages.Count < file.Pages.Count)
            {
                (file, sheet, _) = tighter;
            }

            sheet.DrawHeadsAndFeet(file);
            foreach (var attachment in sheet.Attachments)
            {
                file.Attach(attachment);
            }

            return file;
        }

        private (PdfFile File, Sheet Sheet, double Filled) Set(FontLibrary fonts, bool keepDrawings)
        {
            var file = new PdfFile(document.Info) { KeepsDrawings = keepDrawings, SignatureName = document.Styles.Words.Signature };
            var (sheet, filled) = document.SetInto(file, fonts);
            return (file, sheet, filled);
        }

        private (Sheet Sheet, double Filled) SetInto(PdfFile file, FontLibrary fonts)
        {
            var sheet = new Sheet(document.Styles, fonts);
            document.Compose(sheet);
            var flow = new PageFlow(sheet, file);
            flow.Run(sheet.Slices(sheet.Frame(file.Root)));
            return (sheet, flow.FilledOfLastPage);
        }
    }

    extension(IEnumerable<IDocument> documents)
    {
        /// <summary>Binds documents into one file, each on pages of its own, without page numbers and attachments: they are to be taken apart again.</summary>
        /// <exception cref="TypesettingException">A font, picture or character cannot be set; the sentence names it.</exception>
        public PdfFile ToOnePdf(PdfInfo info, FontLibrary fonts)
        {
            var file = new PdfFile(info);
            foreach (var document in documents)
            {
                document.SetInto(file, fonts);
            }

            return file;
        }
    }
}
