using CoalitionLetters.Listings;
using Xunit;

namespace CoalitionLetters.Tests.Listings;

public sealed class ListedNameTests
{
    [Theory]
    [InlineData("Attorney General", "Guam", "Attorney General, Guam")]
    [InlineData("Attorney General (D)", "U.S. Virgin Islands", "Attorney General (D), U.S. Virgin Islands")]
    [InlineData("Attorney General of New Mexico", "New Mexico", "Attorney General of New Mexico")]
    [InlineData("Mayor, City of Cleveland", "Ohio", "Mayor, City of Cleveland, Ohio")]
    [InlineData("Mayor of Washington, D.C.", "District of Columbia", "Mayor of Washington, D.C.")]
    [InlineData("Commissioner", null, "Commissioner")]
    public void An_office_is_printed_with_the_state_that_it_does_not_name(string title, string? state, string printed)
    {
        var official = new ListedName("Sam Example") { Title = title, State = state };

        Assert.Equal(printed, official.Office());
        Assert.Equal($"Sam Example, {printed}", official.InOneLine());
        Assert.Equal(printed, string.Join(", ", official.OfficeLines()));
    }
}
