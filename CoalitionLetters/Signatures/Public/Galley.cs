using System.Security.Cryptography;
using System.Text.Json;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Signatures.Public;

/// <summary>A line of the galley, with the heading above it where a new part begins.</summary>
public sealed record GalleyLine(string? PartHeading, string Name, string? Title, bool IsYours);

/// <summary>The exact place of a new line among its neighbours in the list.</summary>
/// <param name="Mark">Tells whether the same line was seen before it was sent (<see cref="MarkOf(PublicLetter, Listing)"/>).</param>
public sealed record Galley(string? Heading, IReadOnlyList<GalleyLine> Lines, string Mark)
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
            new GalleyLine(index > 0 && shown[index - 1].Part == line.Part ? null : line.Part, line.Name.Name, line.Name.Title is null ? null : line.Name.Office(), IsYours(line.Name)))], MarkOf(letter, listing));
    }

    /// <summary>Equal for listings that are printed alike in the same section: 16 hexadecimal digits of a SHA-256.</summary>
    public static string MarkOf(PublicLetter letter, Listing listing) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new[] { listing.Name, listing.Title, letter.AsksKind ? listing.Kind.ToString() : "", listing.Scope.ToString(), listing.State, listing.Country, letter.PlaceOf(Guid.Empty, listing) })))[..16];

    private static bool IsYours(ListedName name) => name.Id == Yours;
}
