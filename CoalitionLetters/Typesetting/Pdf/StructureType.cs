namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>The standard structure types (ISO 32000-1, 14.8.4) that documents here use.</summary>
public enum StructureType
{
    Document,
    Part,
    Section,
    Division,
    BlockQuote,
    Caption,
    TableOfContents,
    TableOfContentsItem,
    Paragraph,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Heading5,
    Heading6,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableHead,
    TableBody,
    TableFoot,
    TableRow,
    TableHeader,
    TableCell,
    Span,
    Quote,
    Note,
    Reference,
    Code,
    Link,
    Figure,
    Form,
}

internal static class StructureTypes
{
    /// <summary>The name that stands in the file.</summary>
    public static string NameOf(StructureType type) => type switch
    {
        StructureType.Section => "Sect",
        StructureType.Division => "Div",
        StructureType.TableOfContents => "TOC",
        StructureType.TableOfContentsItem => "TOCI",
        StructureType.Paragraph => "P",
        StructureType.Heading1 => "H1",
        StructureType.Heading2 => "H2",
        StructureType.Heading3 => "H3",
        StructureType.Heading4 => "H4",
        StructureType.Heading5 => "H5",
        StructureType.Heading6 => "H6",
        StructureType.List => "L",
        StructureType.ListItem => "LI",
        StructureType.Label => "Lbl",
        StructureType.ListBody => "LBody",
        StructureType.TableHead => "THead",
        StructureType.TableBody => "TBody",
        StructureType.TableFoot => "TFoot",
        StructureType.TableRow => "TR",
        StructureType.TableHeader => "TH",
        StructureType.TableCell => "TD",
        _ => type.ToString(),
    };
}

/// <summary>How a list's items are marked (ISO 32000-1, table 347).</summary>
public enum ListNumbering
{
    None,
    Disc,
    Circle,
    Square,
    Decimal,
    UpperRoman,
    LowerRoman,
    UpperAlpha,
    LowerAlpha,
}

/// <summary>Which cells a table's heading speaks for.</summary>
public enum TableScope
{
    Row,
    Column,
    Both,
}

/// <summary>How an element stands among what surrounds it.</summary>
public enum Placement
{
    Block,
    Inline,
    Before,
    Start,
    End,
}

/// <summary>What kind of thing an artifact is: something on the page that no reader reads aloud.</summary>
public enum ArtifactKind
{
    /// <summary>Running head.</summary>
    Header,

    /// <summary>Running foot, page number.</summary>
    Footer,

    Watermark,

    /// <summary>Rules, ornaments and other things of layout.</summary>
    Layout,

    Background,
}
