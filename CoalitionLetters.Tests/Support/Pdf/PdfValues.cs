using System.Text;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>Objects of a PDF: null, bool, double, these, and lists of them.</summary>
public sealed record PdfName(string Value)
{
    public override string ToString() => Value;
}

public sealed record PdfReference(int Number);

/// <summary>An operator in a content stream.</summary>
public sealed record PdfOperator(string Name);

public sealed record PdfString(byte[] Bytes)
{
    public string Text => Bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(Bytes.AsSpan(2)) : Encoding.Latin1.GetString(Bytes);
}

public sealed class PdfDictionary(Dictionary<string, object?> entries)
{
    public Dictionary<string, object?> Entries { get; } = entries;

    /// <summary>Null for what is not a stream; filters and predictors are undone.</summary>
    public byte[]? Data { get; set; }
}
