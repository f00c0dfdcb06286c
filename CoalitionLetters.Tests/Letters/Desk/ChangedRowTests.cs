using CoalitionLetters.Letters;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters.Desk;

public sealed class ChangedRowTests
{
    private static readonly Recipient Jo = new() { Name = "Jo" }, Kim = new() { Name = "Kim" };
    private static readonly LetterContent Two = ALetter.Content with { Recipients = [Jo, Kim] };

    [Fact]
    public void The_focus_goes_into_the_row_that_was_added_or_came_back_or_moved_up_or_to_the_field_that_was_changed()
    {
        Assert.Equal("recipient-2-honorific", ChangedRow.FieldIn(Two, Two with { Recipients = [Jo, Kim, new()] }));
        Assert.Equal("recipient-1-honorific", ChangedRow.FieldIn(Two, new TakenRow(1, Recipient: new()).BackIn(Two)));
        Assert.Equal("recipient-0-honorific", ChangedRow.FieldIn(Two, Two with { Recipients = [Kim, Jo] }));
        Assert.Equal("letterhead-1-name", ChangedRow.FieldIn(Two, Two with { Letterhead = [.. Two.Letterhead, new()] }));
        Assert.Equal("language", ChangedRow.FieldIn(Two, Two with { Closing = "Atentamente," }));
        Assert.Equal("salutation", ChangedRow.FieldIn(Two, Two with { Salutation = "Dear Jo and Kim:" }));
    }

    [Fact]
    public void Where_a_row_was_taken_away_the_focus_is_left_to_the_button_that_takes_it_back()
    {
        Assert.Null(ChangedRow.FieldIn(Two, Two with { Recipients = [Kim] }));
        Assert.Null(ChangedRow.FieldIn(Two, Two with { Letterhead = [] }));
    }
}
