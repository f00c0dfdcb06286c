using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Officials;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

[Trait("Needs", "Database")]
public sealed class LeadLetterheadTests
{
    [Theory]
    [InlineData("New Mexico", "New Mexico", "Attorney General of New Mexico", "State of New Mexico", "Office of the Attorney General")]
    [InlineData("Virginia", "Virginia", "Attorney General of Virginia", "Commonwealth of Virginia", "Office of the Attorney General")]
    [InlineData("District of Columbia", "District of Columbia", "Attorney General of the District of Columbia", "District of Columbia", "Office of the Attorney General")]
    [InlineData("Guam", "Guam", "Attorney General of Guam", "Guam", "Office of the Attorney General")]
    [InlineData("City of Albany", "New York", "Mayor", "City of Albany", "Office of the Mayor")]
    public void The_leads_seat_becomes_a_letterhead(string jurisdiction, string state, string title, string name, string office)
    {
        SeatDetails[] seats = [new() { Jurisdiction = "Maine", State = "Maine", Title = "Attorney General of Maine", Role = SeatRole.CoLead }, new() { Jurisdiction = jurisdiction, State = state, Title = title, Role = SeatRole.Lead }];

        var proposed = LeadLetterhead.For(new LetterContent(), seats);

        Assert.Equal((name, office), (proposed!.Name, proposed.Office));
        Assert.Null(LeadLetterhead.For(new LetterContent { Letterhead = [proposed with { Address = ["PO Drawer 1508"] }] }, seats));
        Assert.Null(LeadLetterhead.For(new LetterContent(), seats[..1]));
    }

    [Fact]
    public async Task Staff_put_the_leads_office_on_a_draft_with_one_press()
    {
        await using var app = await TestApp.StartAsync();
        var content = new LetterContent { Title = "End the separation", Body = "We ask.", Signatories = SignatoryKind.Officials, Letterhead = [new() { Name = "Coalition for Family Unity" }] };
        await app.SaveAsync(Letter.Draft("led", content, "America/New_York", app.Clock.Now));
        await app.RunAsync<KeepSeats>(story => story.AddAsync("led", new SeatDetails { State = "NM", Name = "Hector Balderas", Title = "Attorney General of New Mexico", Role = SeatRole.Lead }, new Actor("Dana Field")));
        var staff = await app.SignedInAsync(StaffRole.Editor);

        await staff.VisitAsync("/staff/letters/led/seats");
        await staff.PressAsync("Put it on the letter");

        Assert.Equal("/staff/letters/led/edit", staff.Path);
        Assert.Equal(["State of New Mexico"], (await app.ReadAsync(db => db.Letters.SingleAsync())).Content.Letterhead.Select(head => head.Name));
        await staff.VisitAsync("/staff/letters/led/seats");
        Assert.DoesNotContain("The letterhead of the lead", staff.Text, StringComparison.Ordinal);
    }
}
