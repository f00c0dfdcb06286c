namespace CoalitionLetters.Web;

/// <summary>Names are compared, sorted and printed by the rules of Unicode and of languages. A setting of .NET switches them off, and then the same list would come out in another order.</summary>
public static class LanguageRules
{
    /// <summary>Why the program cannot run here, in one sentence; null where it can.</summary>
    public static string? Fault => "e\u0301".Normalize() == "\u00E9" ? null
        : "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT switches off the rules of languages, by which names are sorted and printed. Take it out of the environment, and install ICU (libicu, icu-libs) if it is missing.";
}
