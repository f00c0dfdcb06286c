using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Officials;

/// <summary>The statement beside the button of a principal, which speaks of the line as it is then, and not as it was first prepared.</summary>
public static class OfficeStatement
{
    /// <summary>Null where no office has prepared the signature: whoever signs by the public form gives the statement with it.</summary>
    public static async Task<string?> StatementOfOfficeAsync(this CoalitionDb db, Guid signatureId, Listing line, CancellationToken cancel = default) =>
        await db.Seats.Where(s => s.SignatureId == signatureId).Join(db.Letters, s => s.LetterId, l => l.Id, (_, l) => l).AsNoTracking().FirstOrDefaultAsync(cancel) is { } letter
            ? letter.AuthorityFor(line.InOneLine()) : null;
}
