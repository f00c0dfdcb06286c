using System.Reflection;

namespace CoalitionLetters.Mail;

/// <summary>Every kind of mail there is, with a made-up example of each.</summary>
internal static class MailKinds
{
    public static IReadOnlyList<IMail> Samples { get; } =
    [
        .. typeof(MailKinds).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IMailWithSample)))
            .Select(type => (IMail)type.GetMethod(nameof(IMailWithSample.Sample), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!)
            .OrderBy(mail => mail.Kind, StringComparer.Ordinal),
    ];

    public static IMail? Sample(string kind) => Samples.FirstOrDefault(mail => mail.Kind == kind);
}
