namespace CoalitionLetters.Supporters.Desk;

/// <summary>What the desk calls the states of persons and of messages.</summary>
internal static class DeskWords
{
    public static string Of(SupporterStatus status) => status switch
    {
        SupporterStatus.Submitted => "Not confirmed",
        SupporterStatus.Held => "Waits for staff",
        _ => status.ToString(),
    };

    public static string Of(MessageStatus status) => status switch
    {
        MessageStatus.Unconfirmed => "not released",
        MessageStatus.Queued => "waits for its turn",
        MessageStatus.Mailing => "with the mail server",
        MessageStatus.Sent => "sent",
        MessageStatus.Bounced => "came back",
        MessageStatus.WithPerson => "with the person",
        MessageStatus.Finished => "sent by the person, as they say",
        MessageStatus.ToPrint => "waits for print",
        MessageStatus.Printed => "printed",
        MessageStatus.Delivered => "delivered by hand",
        _ => "stopped",
    };

    public static string Tone(SupporterStatus status) => status switch
    {
        SupporterStatus.Confirmed => "good",
        SupporterStatus.Held => "care",
        _ => "plain",
    };
}
