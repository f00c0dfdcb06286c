using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Officials;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

/// <summary>Offices that have not answered are written to again, by staff and by themselves.</summary>
[Trait("Needs", "Database")]
public sealed class ReminderTests
{
    [Fact]
    public async Task Three_days_and_one_day_before_the_deadline_those_who_have_not_answered_are_reminded_once_each()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await InviteAsync(app, "Maine", "Vermont");
        await app.SignForAsync("Oregon");
        await app.RunAsync<DeclineSeat>(async story => await story.RunAsync((await app.SeatAsync("Vermont")).Id, null, Offices.Staff));
        await app.PrepareAsync("Iowa");

        await RunAtAsync(app, FamilyUnity.ClosesAt.AddDays(-3).AddMinutes(-1));
        Assert.Equal(["invitation"], await MailsToAsync(app, "Maine"));

        await RunAtAsync(app, FamilyUnity.ClosesAt.AddDays(-3));
        await RunAtAsync(app, FamilyUnity.ClosesAt.AddDays(-3).AddHours(1));
        Assert.Equal(["invitation", "reminder"], await MailsToAsync(app, "Maine"));

        await RunAtAsync(app, FamilyUnity.ClosesAt.AddDays(-1));
        await RunAtAsync(app, FamilyUnity.ClosesAt.AddMinutes(-1));
        Assert.Equal(["invitation", "reminder", "reminder"], await MailsToAsync(app, "Maine"));
        Assert.Equal(["invitation"], await MailsToAsync(app, "Vermont"));
        Assert.Equal(["invitation"], await MailsToAsync(app, "Oregon"));
        Assert.DoesNotContain("invitation", await MailsToAsync(app, "California"));
        Assert.Equal(["For your signature", "A reminder, for your signature", "A reminder, for your signature"],
            (await app.Mailbox.AllToAsync(Offices.PrincipalOf("Iowa"))).Select(mail => mail.Subject[..mail.Subject.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task The_principals_reminder_signs_and_so_does_the_first_mail()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.PrepareAsync("Iowa");
        var first = await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Iowa"), "office-approval");
        await RunAtAsync(app, FamilyUnity.ClosesAt.AddDays(-1));
        var reminder = await app.Mailbox.LinkToAsync(Offices.PrincipalOf("Iowa"), "office-approval");

        var earlier = await app.Browser().VisitAsync(first);
        var principal = await app.Browser().VisitAsync(reminder);
        await principal.PressAsync("Sign the letter");

        Assert.NotEqual(first, reminder);
        Assert.NotNull(earlier.Page.QuerySelector(".statement"));
        Assert.Equal(SeatAnswer.Signed, (await app.StandingAsync("Iowa")).Answer);
    }

    [Fact]
    public async Task An_office_invited_within_the_last_day_is_spared_and_a_letter_may_go_without_reminders()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        app.Clock.Advance(FamilyUnity.ClosesAt.AddDays(-1).AddHours(-2) - app.Clock.Now);
        await InviteAsync(app, "Maine");
        await RunAtAsync(app, FamilyUnity.ClosesAt.AddDays(-1));
        Assert.Equal(["invitation"], await MailsToAsync(app, "Maine"));

        await SeatsTests.ChangeRulesAsync(app, rules => rules with { Reminds = false });
        await RunAtAsync(app, FamilyUnity.ClosesAt.AddHours(-1));
        Assert.Equal(["invitation"], await MailsToAsync(app, "Maine"));
    }

    [Fact]
    public async Task Staff_remind_those_who_have_not_answered_with_one_press()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var staff = await app.SignedInAsync(CoalitionLetters.Staff.StaffRole.Editor);
        await staff.VisitAsync($"/staff/letters/{Offices.Slug}/seats/invitations");
        await staff.PressAsync("Send the invitations");
        await app.SignForAsync("Maine");

        app.Clock.Advance(TimeSpan.FromHours(1));
        await staff.VisitAsync($"/staff/letters/{Offices.Slug}/seats/invitations");
        await staff.PressAsync("Send the reminders");

        Assert.Contains("20 mails go out.", staff.Text, StringComparison.Ordinal);
        Assert.Equal(["invitation", "reminder"], await MailsToAsync(app, "Iowa"));
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_sends_each_office_one_mail()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var staff = await app.SignedInAsync(CoalitionLetters.Staff.StaffRole.Editor);
        var again = await app.SignedInAsync(CoalitionLetters.Staff.StaffRole.Editor);
        await staff.VisitAsync($"/staff/letters/{Offices.Slug}/seats/invitations");
        await again.VisitAsync($"/staff/letters/{Offices.Slug}/seats/invitations");

        await staff.PressAsync("Send the invitations");
        await again.PressAsync("Send the invitations");

        Assert.Contains("21 mails go out.", staff.Text, StringComparison.Ordinal);
        Assert.Contains("No mail went out.", again.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["invitation"], await MailsToAsync(app, "Iowa"));
    }

    [Fact]
    public async Task An_office_that_has_changed_since_staff_looked_or_got_a_mail_within_the_hour_gets_none()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        var seen = await app.SeatAsync("Iowa");
        await InviteAsync(app, "Iowa");

        await Assert.ThrowsAsync<RuleBrokenException>(async () => await app.SendInvitationsAsync(await app.SeatAsync("Iowa")));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<RuleBrokenException>(() => app.SendInvitationsAsync(seen));
        await app.SendInvitationsAsync(await app.SeatAsync("Iowa"), await app.SeatAsync("Maine"));

        Assert.Equal(["invitation", "reminder"], await MailsToAsync(app, "Iowa"));
        Assert.Equal(["invitation"], await MailsToAsync(app, "Maine"));
    }

    [Fact]
    public async Task How_offices_were_reached_is_forgotten_when_the_letters_term_is_over_and_the_list_stays()
    {
        await using var app = await TestApp.StartAsync();
        await Offices.OpenAsync(app);
        await app.SignForAsync("Maine");
        await InviteAsync(app, "Iowa");
        app.Clock.Advance(FamilyUnity.ClosesAt - app.Clock.Now);
        await app.RunJobAsync<CloseDueLetters>();

        app.Clock.Advance(TimeSpan.FromDays(180));
        await app.RunJobAsync<ForgetContacts>();
        Assert.Equal(Offices.ContactOf("Maine"), (await app.SeatAsync("Maine")).Details.ContactEmail);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobAsync<ForgetContacts>();
        Assert.All(await app.ReadAsync(db => db.Seats.AsNoTracking().ToListAsync()), seat =>
            Assert.Equal((null, null, null, null), (seat.PreparedBy, seat.Details.Email, seat.Details.ContactName, seat.Details.ContactEmail)));
        Assert.Empty(await app.ReadAsync(db => db.SeatLinks.ToListAsync()));
        Assert.Equal((SeatAnswer.Signed, "Janet T. Mills"), ((await app.StandingAsync("Maine")).Answer, (await app.SeatAsync("Maine")).Details.Name));
    }

    private static async Task InviteAsync(TestApp app, params string[] jurisdictions) =>
        await app.SendInvitationsAsync(await app.ReadAsync(db => db.Seats.AsNoTracking().Where(s => jurisdictions.Contains(s.Details.Jurisdiction)).ToListAsync()));

    private static async Task RunAtAsync(TestApp app, DateTime moment)
    {
        app.Clock.Advance(moment - app.Clock.Now);
        await app.RunJobAsync<RemindOffices>();
    }

    private static async Task<List<string>> MailsToAsync(TestApp app, string jurisdiction) =>
        [.. (await app.Mailbox.AllToAsync(Offices.ContactOf(jurisdiction))).Where(mail => mail.Kind == "office-invitation").Select(mail => mail.Subject.StartsWith("A reminder", StringComparison.Ordinal) ? "reminder" : "invitation")];
}
