using Microsoft.AspNetCore.Components.Forms;

namespace CoalitionLetters.Signatures.Desk;

/// <summary>A signature that staff enter, as fields.</summary>
public sealed class EntryForm
{
    public ListingForm Listing { get; set; } = new();
    public string? SignerName { get; set; }
    public string? SignerTitle { get; set; }
    public string? SignerEmail { get; set; }
    public string? SignerPhone { get; set; }
    public CameBy CameBy { get; set; } = CameBy.Mail;
    public string? Evidence { get; set; }
    public bool BothStand { get; set; }

    public Signer ToSigner() => new() { Name = SignerName?.Trim() ?? "", Title = NoneIfBlank(SignerTitle), Email = NoneIfBlank(SignerEmail), Phone = NoneIfBlank(SignerPhone) };

    /// <summary>The field that a fault is about.</summary>
    public FieldIdentifier FieldOf(EntryFault fault) => new(fault.Field is nameof(SignerEmail) or nameof(Evidence) ? this : Listing, fault.Field);

    private static string? NoneIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
