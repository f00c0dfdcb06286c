namespace CoalitionLetters.Tests.Support;

/// <summary>A clock that stands still until a test moves it. It begins at noon UTC on Thursday, June 14, 2018.</summary>
public sealed class FakeClock : TimeProvider
{
    public static readonly DateTime Start = new(2018, 6, 14, 12, 0, 0, DateTimeKind.Utc);

    private DateTimeOffset now = new(Start);

    public DateTime Now => now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
