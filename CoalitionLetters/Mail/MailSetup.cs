using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoalitionLetters.Mail;

public static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var settings = MailSettings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<MailMessages>();
        builder.Services.AddSingleton<IInterceptor, MailArrivals>();
        builder.Services.AddScoped<Outbox>();
        if (settings.IsSending)
        {
            builder.Services.AddSingleton<IMailCarrier, SmtpCarrier>();
        }
        else
        {
            FolderCarrier.Check(settings);
            builder.Services.AddSingleton<IMailCarrier, FolderCarrier>();
        }
    }
}
