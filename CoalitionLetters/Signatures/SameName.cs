using CoalitionLetters.Organizations.Names;

namespace CoalitionLetters.Signatures;

/// <summary>When two names are joined without asking anybody: only what is certain.</summary>
public static class SameName
{
    public static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal) || NameMatching.Compare(one, other).JoinsByItself;
}
