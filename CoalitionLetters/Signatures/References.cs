using System.Security.Cryptography;
using System.Text;

namespace CoalitionLetters.Signatures;

/// <summary>Reference numbers that survive a phone call: Crockford's base 32, no I, L, O, U.</summary>
public static class References
{
    /// <summary>Stands where a short code will be, as long as there is none.</summary>
    public const string SampleShortCode = "XXXX-XXXX";

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Two letters of the title's first words, then seven random characters: <c>FU-7K4M-2Q9</c>.</summary>
    public static string New(string title) => $"{Initials(title)}-{Random(4)}-{Random(3)}";

    /// <summary>A short code for a printed copy: <c>7F3K-92QD</c>.</summary>
    public static string ShortCode() => $"{Random(4)}-{Random(4)}";

    private static string Initials(string title)
    {
        var initials = new StringBuilder(2);
        foreach (var word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (initials.Length < 2 && char.IsAsciiLetter(word[0]))
            {
                initials.Append(char.ToUpperInvariant(word[0]));
            }
        }

        return initials.Append('X', 2 - initials.Length).ToString();
    }

    private static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
