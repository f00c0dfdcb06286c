namespace CoalitionLetters.Organizations.Desk;

/// <summary>A contact as typed.</summary>
public sealed class ContactForm
{
    public string? Name { get; set; }
    public string? Title { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
}
