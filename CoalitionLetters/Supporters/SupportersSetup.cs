using CoalitionLetters.Supporters.Desk;
using CoalitionLetters.Supporters.Public;

namespace CoalitionLetters.Supporters;

public static class SupportersSetup
{
    public static void AddSupporters(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SendMessage>();
        builder.Services.AddSingleton<ReceiptSeal>();
        builder.Services.AddSingleton<Places>();
        builder.Services.AddSingleton<GoneOutCounts>();
        builder.Services.AddScoped<OpenedMessages>();
        builder.Services.AddScoped<ConfirmMessage>();
        builder.Services.AddScoped<OwnMessages>();
        builder.Services.AddScoped<PrintLetters>();
        builder.Services.AddScoped<ManageAction>();
        builder.Services.AddScoped<ReviewMessages>();
        builder.Services.AddScoped<SettleTogether>();
    }

    public static void MapSupporters(this WebApplication app)
    {
        app.MapActions();
        app.MapMessages();
        app.MapActionFiles();
    }
}
