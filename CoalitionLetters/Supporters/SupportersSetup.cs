namespace CoalitionLetters.Supporters;

public static class SupportersSetup
{
    public static void AddSupporters(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SendMessage>();
}
