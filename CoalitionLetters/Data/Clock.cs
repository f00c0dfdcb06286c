namespace CoalitionLetters.Data;

public static class Clock
{
    extension(TimeProvider clock)
    {
        /// <summary>Now, in UTC and cut to the microsecond: what both engines keep.</summary>
        public DateTime UtcNow
        {
            get
            {
                var now = clock.GetUtcNow().UtcDateTime;
                return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
            }
        }
    }
}
