using CoalitionLetters.Signatures;

namespace CoalitionLetters.Officials.Desk;

/// <summary>A seat as staff type it.</summary>
public sealed class SeatForm
{
    public int Seen { get; set; }
    public string? Jurisdiction { get; set; }
    public string? State { get; set; }
    public string? Name { get; set; }
    public string? Title { get; set; }
    public string? Party { get; set; }
    public SeatRole Role { get; set; }
    public string? Email { get; set; }
    public string? Domain { get; set; }
    public string? ContactName { get; set; }
    public string? ContactEmail { get; set; }
    public IFormFile? Picture { get; set; }

    public static SeatForm Of(Seat seat) => new()
    {
        Seen = seat.Revision,
        Jurisdiction = seat.Details.Jurisdiction == seat.Details.State ? null : seat.Details.Jurisdiction,
        State = seat.Details.State,
        Name = seat.Details.Name,
        Title = seat.Details.Title,
        Party = seat.Details.Party,
        Role = seat.Details.Role,
        Email = seat.Details.Email,
        Domain = seat.Details.Domain,
        ContactName = seat.Details.ContactName,
        ContactEmail = seat.Details.ContactEmail,
    };

    public SeatDetails ToDetails(Guid? pictureId) => new()
    {
        Jurisdiction = Jurisdiction ?? "",
        State = State,
        Name = Name ?? "",
        Title = Title ?? "",
        Party = Party,
        Role = Role,
        Email = Email,
        Domain = Domain,
        ContactName = ContactName,
        ContactEmail = ContactEmail,
        PictureId = pictureId,
    };
}

/// <summary>A signature that staff enter for an office.</summary>
public sealed class EvidenceForm
{
    public CameBy CameBy { get; set; } = CameBy.Mail;
    public string? Evidence { get; set; }
}
