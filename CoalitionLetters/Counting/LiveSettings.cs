using CoalitionLetters.Web;

namespace CoalitionLetters.Counting;

/// <summary>How many pages may listen to the growing count at once. Section <c>Live</c> of the settings.</summary>
/// <param name="MaxListeners">Pages beyond it ask again now and then instead of listening.</param>
public sealed record LiveSettings(int MaxListeners)
{
    public static LiveSettings From(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Live");
        var settings = new LiveSettings(section.Number("MaxListeners", otherwise: 5000, least: 0, most: 1_000_000));
        section.Done();
        return settings;
    }
}
