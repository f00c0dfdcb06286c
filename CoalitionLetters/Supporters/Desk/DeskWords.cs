using CoalitionLetters.Supporters.Public;

namespace CoalitionLetters.Supporters.Desk;

/// <summary>What the desk calls the states of persons and of messages.</summary>
internal static class DeskWords
{
    private static readonly ActionWords Words = new("en");

    public static string Of(SupporterStatus status, int count = 1) => status switch
    {
        SupporterStatus.Submitted => "Not confirmed",
        SupporterStatus.Held => count == 1 ? "Waits for staff" : "Wait for staff",
        SupporterStatus.Disowned => "Not theirs",
        _ => status.ToString(),
    };

    public static string Of(MessageStatus status, int count = 1) => status switch
    {
        MessageStatus.Unconfirmed => "not released",
        MessageStatus.Queued => count == 1 ? "waits for its turn" : "wait for their turn",
        MessageStatus.Mailing => "with the mail server",
        MessageStatus.Sent => "sent",
        MessageStatus.Bounced => "came back",
        MessageStatus.WithPerson => count == 1 ? "with the person" : "with the people",
        MessageStatus.Finished => count == 1 ? "sent by the person, as they say" : "sent by the people, as they say",
        MessageStatus.Kept => count == 1 ? "kept as a file, not sent" : "kept as files, not sent",
        MessageStatus.ToPrint => count == 1 ? "waits for print" : "wait for print",
        MessageStatus.Printed => "printed",
        MessageStatus.Delivered => "delivered by hand",
        _ => "stopped",
    };

    /// <summary>As the public page says it, but for what it says to the person.</summary>
    public static string Way(Channel channel) => channel == Channel.OwnMail ? "From the person’s own mail program" : Words.Ways(channel);

    public static string Tone(SupporterStatus status) => status switch
    {
        SupporterStatus.Confirmed => "good",
        SupporterStatus.Held => "care",
        _ => "plain",
    };
}
