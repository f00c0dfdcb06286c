using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Images;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// A tagged PDF 1.7 file that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), provided that figures get alternatives
/// and headings and lists are nested as those standards ask. The same calls give the same bytes on any machine and day.
/// One file belongs to one thread.
/// </summary>
public sealed class PdfFile(PdfInfo info)
{
    /// <summary>A letter of a few pages stays as it is; of a list of thousands the pages before rest.</summary>
    private const int MostAwake = 32;

    /// <summary>What setting a page takes grows old with the page, and the collector would let it lie until the heap is full. So it is told after so many pages, and does it beside the work.</summary>
    private const int PagesPerClearing = 100;

    private readonly List<PdfPage> pages = [];
    private readonly Queue<PdfPage> awake = [];
    private readonly List<Attachment> attachments = [];
    private readonly Dictionary<FontFile, FontUse> fonts = [];
    private readonly Dictionary<Picture, int> pictures = [];
    private readonly SortedSet<int> missing = [];
    private bool isSigned;

    public PdfInfo Info { get; } = info;

    /// <summary>Whether pages remember what was drawn on them, for showing them on a screen as well.</summary>
    public bool KeepsDrawings { get; init; }

    /// <summary>What a reader hears of the unseen field that a signed file has.</summary>
    public string SignatureName { get; init; } = "Signature";

    /// <summary>The Document element, under which all content stands.</summary>
    public StructureElement Root { get; } = new(StructureType.Document, null) { Language = info.Language };

    /// <summary>The entries of the highest level stand under this one, which itself is not shown.</summary>
    public OutlineEntry Outline { get; } = new("", null);

    public IReadOnlyList<PdfPage> Pages => pages;

    /// <summary>Characters in the text that no font has, as code points; U+FFFD stands for them on the pages.</summary>
    public IReadOnlyCollection<int> Missing => missing;

    internal RunReader RunReader { get; } = new();

    internal IReadOnlyList<Attachment> Attachments => attachments;

    internal IEnumerable<FontUse> Fonts => fonts.Values.OrderBy(use => use.Index);

    internal IEnumerable<Picture> Pictures => pictures.OrderBy(pair => pair.Value).Select(pair => pair.Key);

    /// <param name="width">Points; US Letter is 612.</param>
    /// <param name="height">Points; US Letter is 792.</param>
    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(this, pages.Count, width, height);
        pages.Add(page);
        NoteAwake(page);
        if (pages.Count % PagesPerClearing == 0)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }

        return page;
    }

    internal void NoteAwake(PdfPage page)
    {
        awake.Enqueue(page);
        if (awake.Count > MostAwake)
        {
            awake.Dequeue().Content.Rest();
        }
    }

    internal void AddMissing(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            missing.Add(rune.Value);
        }
    }

    public void Attach(Attachment attachment)
    {
        if (attachments.Exists(other => other.Name == attachment.Name))
        {
            throw new TypesettingException($"Two attachments are named “{attachment.Name}”.");
        }

        attachments.Add(attachment);
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        WriteTo(stream);
        return stream.ToArray();
    }

    /// <summary>Writes the file as it is made, to a stream that need not seek.</summary>
    public void WriteTo(Stream stream)
    {
        using var objects = new PdfObjects(stream);
        Write(objects, null);
    }

    /// <summary>The file with an unseen signature, after which it cannot be written again.</summary>
    public byte[] ToSignedBytes(SigningKey key)
    {
        using var stream = new MemoryStream();
        using var objects = new PdfObjects(stream);
        var field = new SignatureField(objects, key, SignatureName, Info.Date);
        AddSignatureAnnotation();
        Write(objects, field);
        isSigned = true;

        var bytes = stream.ToArray();
        field.Fill(bytes);
        return bytes;
    }

    private void AddSignatureAnnotation()
    {
        if (pages.Count > 0)
        {
            var element = Root.Add(StructureType.Form);
            element.Alternative = SignatureName;
            pages[0].Add(new PageAnnotation(pages[0], element));
        }
    }

    private void Write(PdfObjects objects, SignatureField? signature)
    {
        if (isSigned)
        {
            throw new InvalidOperationException("A file that was signed is finished.");
        }

        if (pages.Count == 0)
        {
            throw new TypesettingException($"The document “{Info.Title}” has no page.");
        }

        new FileWriter(this, objects, signature).Write();
    }

    internal FontUse Use(FontFile font)
    {
        if (!fonts.TryGetValue(font, out var use))
        {
            fonts.Add(font, use = new FontUse(font, fonts.Count));
        }

        return use;
    }

    internal int Use(Picture picture)
    {
        if (!pictures.TryGetValue(picture, out var index))
        {
            pictures.Add(picture, index = pictures.Count);
        }

        return index;
    }
}
