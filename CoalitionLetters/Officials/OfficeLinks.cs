using CoalitionLetters.Web;

namespace CoalitionLetters.Officials;

/// <summary>The addresses of offices: of their own pages behind mailed links, and of their seats at the desk.</summary>
public static class OfficeLinks
{
    public static string Office(string key) => $"/offices/{key}";

    public static string Refusal(string key) => $"/offices/{key}/refusal";

    public static string Approval(string key) => $"/approvals/{key}";

    public static string ApprovalRefusal(string key) => $"/approvals/{key}/refusal";

    public static string ApprovalPicture(string key) => $"/approvals/{key}/picture";

    public static string Seats(string slug) => $"{DeskLinks.Letter(slug)}/seats";

    public static string NewSeat(string slug) => $"{Seats(slug)}/new";

    public static string Seat(string slug, Guid id) => $"{Seats(slug)}/{id}";

    public static string ImportSeats(string slug) => $"{Seats(slug)}/import";

    public static string Invitations(string slug) => $"{Seats(slug)}/invitations";

    public static string SeatsCsv(string slug) => $"{DeskLinks.Letter(slug)}/seats.csv";

    public static string Circulation(string slug) => $"{DeskLinks.Letter(slug)}/circulation";
}
