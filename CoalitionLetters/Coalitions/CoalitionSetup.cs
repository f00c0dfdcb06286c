namespace CoalitionLetters.Coalitions;

public static class CoalitionSetup
{
    public static void AddCoalition(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CurrentCoalition>();
        builder.Services.AddScoped<ChangeCoalition>();
    }
}
