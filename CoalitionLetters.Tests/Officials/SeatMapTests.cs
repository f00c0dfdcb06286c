using Bunit;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Officials;
using CoalitionLetters.Officials.Desk;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Officials;

public sealed class SeatMapTests
{
    [Fact]
    public void A_state_with_several_seats_says_how_many_gave_which_answer()
    {
        using var context = new BunitContext();

        var map = context.Render<StateMap>(p => p
            .Add(m => m.Label, "1 of 5 have signed")
            .Add(m => m.NumberMeans, "have signed")
            .Add(m => m.Marks, SeatWords.Marks(
            [
                ASeat("Ohio", "City of Cleveland", SignatureStatus.Listed), ASeat("Ohio", "City of Akron"), ASeat("Ohio", "City of Toledo", SignatureStatus.Declined),
                ASeat("Iowa", "City of Ames"), ASeat("Utah", "Utah", isInvited: true),
            ])));

        Assert.Equal("Ohio: 1 not invited; 1 signed; 1 turned down by staff", map.Find(".oh.mixed .words").TextContent);
        Assert.Equal(("OH1/3", "Ohio: 1 not invited; 1 signed; 1 turned down by staff"), (map.Find(".oh abbr").TextContent.Replace(" ", "", StringComparison.Ordinal), map.Find(".oh abbr").GetAttribute("title")));
        Assert.Equal("Iowa: not invited", map.Find(".ia.unasked .words").TextContent);
        Assert.Equal("Utah: not answered", map.Find(".ut.asked .words").TextContent);
        Assert.Equal(["not answered", "answers differ", "not invited", "no answer", "1/3 have signed"], map.FindAll(".state-map-key li").Select(key => key.TextContent.Trim()));
    }

    [Theory]
    [InlineData(SignatureStatus.Withdrawn, "withdrawn")]
    [InlineData(SignatureStatus.Declined, "turned down by staff")]
    public void A_seat_that_withdrew_or_was_turned_down_has_not_declined(SignatureStatus status, string word)
    {
        var mark = SeatWords.Marks([ASeat("Ohio", "Ohio", status)])["Ohio"];

        Assert.Equal(("out", word, "declined, withdrawn or turned down"), (mark.Class, mark.Word, mark.InKey));
    }

    [Fact]
    public void A_row_shows_the_first_words_of_a_long_reason_and_never_half_a_character()
    {
        Assert.Equal("We write on our own.", SeatWords.Beginning("We write on our own."));
        Assert.Equal($"{new string('a', 150)}…", SeatWords.Beginning($"{new string('a', 150)} {new string('b', 150)}"));
        Assert.Equal($"{new string('a', 159)}…", SeatWords.Beginning($"{new string('a', 159)}\U0001F600 and so on"));
    }

    private static SeatStanding ASeat(string state, string jurisdiction, SignatureStatus? status = null, bool isInvited = false)
    {
        var officials = ALetter.Draft("officials", ALetter.Content with { Signatories = SignatoryKind.Officials });
        var seat = Seat.On(officials, new SeatDetails { State = state, Jurisdiction = jurisdiction, Name = "Sam Example", Title = "Mayor" }, ALetter.Now);
        if (isInvited)
        {
            seat.Invite(ALetter.Now);
        }

        return new SeatStanding(seat, status, null, null, null);
    }
}
