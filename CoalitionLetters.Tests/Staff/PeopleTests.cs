using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

[Trait("Needs", "Database")]
public sealed class PeopleTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_invited_person_joins_with_the_role_of_the_invitation()
    {
        var link = await InviteAsync("sam@unity.example", StaffRole.Reviewer);

        var browser = await app.Browser().VisitAsync(link);
        Assert.Equal("Sam Rivera", browser.Page.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.False(await app.ReadAsync(db => db.Staff.AnyAsync(m => m.Email == "sam@unity.example")));
        await browser.SubmitAsync(("Form.Password", "quite a long password"));

        Assert.Equal("/staff", browser.Path);
        var member = await app.ReadAsync(db => db.Staff.SingleAsync(m => m.Email == "sam@unity.example"));
        Assert.Equal(("Sam Rivera", StaffRole.Reviewer), (member.Name, member.Role));
        var history = await app.ReadAsync(db => db.History.About(Subject.Of<StaffMember>(member.Id)).SingleAsync());
        Assert.Equal(("Sam Rivera", "joined the staff as a reviewer"), (history.Who, history.What));
    }

    [Fact]
    public async Task A_used_an_expired_a_replaced_and_an_invented_invitation_each_get_their_own_answer()
    {
        var used = await InviteAsync("used@unity.example", StaffRole.Viewer);
        await (await app.Browser().VisitAsync(used)).SubmitAsync(("Form.Password", "quite a long password"));
        var replaced = await InviteAsync("twice@unity.example", StaffRole.Viewer);
        var expired = await InviteAsync("twice@unity.example", StaffRole.Viewer);
        app.Clock.Advance(StaffInvitation.GoodFor);

        Assert.Contains("This invitation has been used", (await app.Browser().VisitAsync(used)).Text, StringComparison.Ordinal);
        Assert.Contains("replaced by a newer one", (await app.Browser().VisitAsync(replaced)).Text, StringComparison.Ordinal);
        Assert.Contains("good for seven days", (await app.Browser().VisitAsync(expired)).Text, StringComparison.Ordinal);
        Assert.Contains("does not exist", (await app.Browser().VisitAsync("/staff/invitations/invented")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_opened_twice_makes_one_account()
    {
        var link = await InviteAsync("double@unity.example", StaffRole.Viewer);
        var first = await app.Browser().VisitAsync(link);
        var second = await app.Browser().VisitAsync(link);

        await first.SubmitAsync(("Form.Password", "quite a long password"));
        await second.SubmitAsync(("Form.Password", "another long password"));

        Assert.Contains("This invitation has been used", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Staff.CountAsync(m => m.Email == "double@unity.example")));
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_opens_nothing()
    {
        var link = await InviteAsync("unwanted@unity.example", StaffRole.Viewer);
        var owner = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/people");

        await owner.PressAsync(owner.Page.QuerySelectorAll("li.settle").Single(li => li.TextContent.Contains("unwanted@", StringComparison.Ordinal)).QuerySelector("button")!);

        Assert.Empty((await app.Browser().VisitAsync(link)).Page.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task A_newer_invitation_takes_the_place_of_one_whose_address_was_typed_in_other_letters()
    {
        var replaced = await InviteAsync("Mixed@unity.example", StaffRole.Viewer);

        await InviteAsync("mixed@unity.example", StaffRole.Viewer);

        Assert.Contains("replaced by a newer one", (await app.Browser().VisitAsync(replaced)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_makes_the_page_say_that_somebody_was_invited()
    {
        var owner = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/people?invited=everybody%20you%20know");

        Assert.Empty(owner.Page.QuerySelectorAll("main .notice.good"));
    }

    [Fact]
    public async Task Somebody_who_is_there_already_is_not_invited()
    {
        await app.AMemberAsync(StaffRole.Viewer);
        var owner = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/people");

        await owner.SubmitAsync(("Form.Name", "Viewer"), ("Form.Email", "viewer@unity.example"), ("Form.Role", "Editor"));

        Assert.Contains("viewer@unity.example belongs to the staff already.", owner.Errors);
    }

    [Fact]
    public async Task A_new_role_is_recorded_and_ends_the_members_sessions()
    {
        var member = await app.AMemberAsync(StaffRole.Reviewer, "rising@unity.example");
        var theirs = await app.Browser().VisitAsync("/staff/sign-in");
        await theirs.SubmitAsync(("Form.Email", member.Email!), ("Form.Password", TestApp.Password));
        var owner = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync($"/staff/people/{member.Id}");

        await owner.SubmitAsync(("Form.Role", "Editor"));

        Assert.Contains("made Reviewer Example an editor", owner.Text, StringComparison.Ordinal);
        Assert.StartsWith("/staff/sign-in", (await theirs.VisitAsync("/staff")).Path, StringComparison.Ordinal);
        Assert.Equal(StaffRole.Editor, (await app.ReadAsync(db => db.Staff.SingleAsync(m => m.Id == member.Id))).Role);
    }

    [Fact]
    public async Task The_last_owner_can_be_neither_removed_nor_demoted()
    {
        await using var alone = await TestApp.StartAsync();
        var owner = await alone.AMemberAsync(StaffRole.Owner);
        var desk = await (await alone.SignedInAsync(StaffRole.Owner)).VisitAsync($"/staff/people/{owner.Id}");

        await desk.PressAsync("Remove from the staff");
        Assert.Contains("Owner Example is the only owner. Make somebody else an owner first.", desk.Text, StringComparison.Ordinal);
        await desk.VisitAsync($"/staff/people/{owner.Id}");
        await desk.SubmitAsync(("Form.Role", "Viewer"));
        Assert.Contains("is the only owner", desk.Text, StringComparison.Ordinal);

        Assert.Equal(StaffRole.Owner, (await alone.ReadAsync(db => db.Staff.SingleAsync())).Role);
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        await using var two = await TestApp.StartAsync();
        var first = await two.AMemberAsync(StaffRole.Owner, "first@unity.example");
        var second = await two.AMemberAsync(StaffRole.Owner, "second@unity.example");

        var removals = new[] { (first, second), (second, first) }.Select(pair => Record.ExceptionAsync(() =>
            two.RunAsync<RemoveStaff>(story => story.RunAsync(new Actor(pair.Item1.Name, pair.Item1.Id), pair.Item2.Id))).AsTask());
        await Task.WhenAll(removals);

        Assert.Equal(1, await two.ReadAsync(db => db.Staff.CountAsync(m => m.Role == StaffRole.Owner)));
    }

    private async Task<string> InviteAsync(string email, StaffRole role)
    {
        var owner = await (await app.SignedInAsync(StaffRole.Owner)).VisitAsync("/staff/people");
        await owner.SubmitAsync(("Form.Name", "Sam Rivera"), ("Form.Email", email), ("Form.Role", role.ToString()));
        Assert.Contains($"the invitation to {email} is kept under Mail", owner.Text, StringComparison.Ordinal);
        return await app.Mailbox.LinkToAsync(email, "staff-invitation");
    }
}
