namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Writes embedded files with their relationship to the document (ISO 19005-3, 6.8).</summary>
internal sealed class AttachmentWriter(PdfObjects objects)
{
    /// <summary>Writes the attachments and adds what the catalog says of them.</summary>
    public void Write(IEnumerable<Attachment> attachments, PdfBuffer catalog)
    {
        var ordered = attachments.OrderBy(attachment => attachment.Name, StringComparer.Ordinal).ToList();
        if (ordered.Count == 0)
        {
            return;
        }

        var numbers = ordered.ConvertAll(Write);
        catalog.Add("/AF["u8);
        foreach (var number in numbers)
        {
            catalog.AddReference(number).Add(' ');
        }

        catalog.Add("]/Names<</EmbeddedFiles<</Names["u8);
        for (var at = 0; at < ordered.Count; at++)
        {
            catalog.AddString(ordered[at].Name).AddReference(numbers[at]).Add(' ');
        }

        catalog.Add("]>>>>"u8);
    }

    private int Write(Attachment attachment)
    {
        var (specification, content) = (objects.Allocate(), objects.Allocate());
        var entries = new PdfBuffer()
            .Add("/Type/EmbeddedFile/Subtype"u8).AddName(attachment.MediaType)
            .Add("/Params<</Size "u8).Add(attachment.Content.Length).Add("/ModDate"u8).Add(Metadata.DateString(attachment.ModifiedAt)).Add(">>"u8);
        objects.WriteStream(content, entries.Written, attachment.Content);

        objects.Begin(specification)
            .Add("<</Type/Filespec/F"u8).AddString(attachment.Name).Add("/UF"u8).AddString(attachment.Name)
            .Add("/Desc"u8).AddString(attachment.Description)
            .Add("/AFRelationship"u8).AddName(attachment.Relationship.ToString())
            .Add("/EF<</F "u8).AddReference(content).Add("/UF "u8).AddReference(content).Add(">>>>"u8);
        return specification;
    }
}
