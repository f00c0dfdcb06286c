namespace CoalitionLetters.Mail;

public static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailSettings.Read(builder.Configuration, builder.Environment.ContentRootPath));
        builder.Services.AddScoped<Outbox>();
    }
}
