using System.Diagnostics.CodeAnalysis;

namespace CoalitionLetters.Data;

/// <summary>A rule of the campaign was broken. The message speaks to the person at the screen.</summary>
public sealed class RuleBrokenException(string message) : Exception(message)
{
    public static void ThrowIf([DoesNotReturnIf(true)] bool broken, string message)
    {
        if (broken)
        {
            throw new RuleBrokenException(message);
        }
    }
}
