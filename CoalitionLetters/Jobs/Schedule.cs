using CoalitionLetters.Mail;

namespace CoalitionLetters.Jobs;

/// <summary>All that happens by itself.</summary>
public static class Schedule
{
    public static readonly Every[] All =
    [
        Every.Minutes<DeliverMail>(1).AlongsideOthers(),
        Every.Minutes<ForgetOldMail>(60),
    ];
}
