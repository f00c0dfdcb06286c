using CoalitionLetters.Invitations;
using CoalitionLetters.Jobs;
using CoalitionLetters.Letters;
using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Supporters;

namespace CoalitionLetters;

/// <summary>All that happens by itself, of every feature.</summary>
public static class Schedule
{
    public static readonly Every[] All =
    [
        Every.Seconds<DeliverMail>(15).AlongsideOthers(),
        Every.Minutes<ReadBounces>(1),
        Every.Minutes<ForgetOldMail>(60),
        Every.Minutes<CloseDueLetters>(1),
        Every.Minutes<ForgetSigners>(24 * 60),
        Every.Minutes<ForgetLogos>(60),
        Every.Minutes<RemindOffices>(15),
        Every.Minutes<ForgetContacts>(24 * 60),
        Every.Minutes<ForgetInvited>(24 * 60),
        Every.Minutes<ForgetIdleContacts>(24 * 60),
        Every.Seconds<HandOverMessages>(15),
        Every.Minutes<ForgetSupporters>(60),
    ];
}
