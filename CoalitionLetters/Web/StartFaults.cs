using System.Net.Sockets;
using System.Security.Cryptography;
using CoalitionLetters.Data;
using Microsoft.AspNetCore.Connections;

namespace CoalitionLetters.Web;

/// <summary>Faults at start that the person who starts the app can put right, as one sentence.</summary>
public static class StartFaults
{
    /// <summary>The sentence, or null for a fault of ours.</summary>
    public static string? Sentence(Exception fault) => fault switch
    {
        SettingException setting => setting.Message,
        IOException { InnerException: AddressInUseException } => $"{fault.Message.TrimEnd('.')}. Stop the other program, or choose another address with --urls.",
        SocketException or IOException { InnerException: SocketException } => $"The app cannot listen at its address ({fault.Message.TrimEnd('.')}). Choose another with --urls.",
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } when fault.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
            "An address to listen at begins with https, and there is no certificate. Name one with Kestrel:Certificates:Default:Path, or listen at http behind a proxy that has one.",
        CryptographicException => $"A certificate that Kestrel names cannot be read ({fault.Message.TrimEnd('.')}). Look at its Path and its Password.",
        InvalidDataException => $"appsettings.json cannot be read: {fault.InnerException?.Message ?? fault.Message}",
        _ => null,
    };

    /// <summary>The server would print the same fault with its stack trace.</summary>
    public static void KeepQuietAtStart(this ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.Https", LogLevel.Warning);
    }
}
