using CoalitionLetters.Data;
using Microsoft.AspNetCore.Identity;

namespace CoalitionLetters.Staff;

internal static class IdentityRefusal
{
    /// <summary>What Identity refuses is a broken rule like any other: it is told, and the transaction is taken back.</summary>
    public static void OrRefuse(this IdentityResult result) =>
        RuleBrokenException.ThrowIf(!result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Description)));
}
