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
}

public static class Documents
{
    extension(IDocument document)
    {
        /// <summary>Sets the document as a tagged PDF file, ready to be written. The same document gives the same bytes.</summary>
        /// <param name="keepDrawings">See <see cref="PdfFile.KeepsDrawings"/>.</param>
        /// <exception cref="TypesettingException">A font, picture or character cannot be set; the sentence names it.</exception>
        public PdfFile ToPdf(FontLibrary fonts, bool keepDrawings = false)
        {
            var file = new PdfFile(document.Info) { KeepsDrawings = keepDrawings };
            var sheet = document.SetInto(file, fonts);
            sheet.DrawHeadsAndFeet(file);
            foreach (var attachment in sheet.Attachments)
            {
                file.Attach(attachment);
            }

            return file;
        }

        private Sheet SetInto(PdfFile file, FontLibrary fonts)
        {
            var sheet = new Sheet(document.Styles, fonts);
            document.Compose(sheet);
            new PageFlow(sheet, file).Run(sheet.Slices(sheet.Frame(file.Root)));
            return sheet;
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
