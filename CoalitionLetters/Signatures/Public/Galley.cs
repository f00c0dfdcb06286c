using CoalitionLetters.Letters.Public;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Signatures.Public;

/// <summary>A line of the galley, with the heading above it where a new part begins.</summary>
public sealed record GalleyLine(string? PartHeading, string Name, string? Title, bool IsYours);

/// <summary>The exact place of a new line among its neighbours in the list.</summary>
public sealed record Galley(string? Heading, IReadOnlyList<GalleyLine> Lines)
{
    private const int Neighbours = 2;
    private const string Yours = "yours";

    public static Galley Of(PublicLetter letter, Listing listing)
    {
        var names = letter.Sections.SelectMany(section => section.All).Append(listing.AsPrinted(Yours));
        var section = Sections.Of(names, ListingChoices.Of(letter.Content)).First(section => section.All.Any(IsYours));

        var all = section.Names.Select(name => (Part: (string?)null, Name: name)).Concat(section.Parts.SelectMany(part => part.Names.Select(name => (Part: part.Heading, Name: name)))).ToList();
        var place = all.FindIndex(line => IsYours(line.Name));
        var shown = all.Skip(Math.Max(0, place - Neighbours)).Take(place - Math.Max(0, place - Neighbours) + 1 + Neighbours).ToList();
        return new Galley(section.Heading, [.. shown.Select((line, index) =>
            new GalleyLine(index > 0 && shown[index - 1].Part == line.Part ? null : line.Part, line.Name.Name, line.Name.Title, IsYours(line.Name)))]);
    }

    private static bool IsYours(ListedName name) => name.Id == Yours;
}
