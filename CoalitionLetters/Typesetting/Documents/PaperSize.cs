namespace CoalitionLetters.Typesetting.Documents;

/// <summary>A sheet's size in points.</summary>
public readonly record struct PaperSize(double Width, double Height)
{
    public static PaperSize Letter { get; } = new(612, 792);

    public static PaperSize A4 { get; } = new(595.276, 841.89);
}

/// <summary>What stays free around the text, in points.</summary>
public readonly record struct Margins(double Top, double Right, double Bottom, double Left)
{
    public Margins(double all) : this(all, all, all, all)
    {
    }
}
