using System.Text.RegularExpressions;
using CoalitionLetters.Mail;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Tests.Support;

/// <summary>Everybody's mailbox: what the app has put into its outbox.</summary>
public sealed partial class TestMailbox(TestApp app)
{
    /// <summary>The newest mail to this address; fails when there is none.</summary>
    public async Task<OutboxMail> NewestToAsync(string address, string? kind = null) =>
        (await AllToAsync(address)).LastOrDefault(mail => kind is null || mail.Kind == kind)
            ?? throw new InvalidOperationException($"No {kind} mail to {address}.");

    public Task<List<OutboxMail>> AllToAsync(string address) => app.ReadAsync(db =>
        db.Outbox.AsNoTracking().Where(mail => mail.ToAddress == address).OrderBy(mail => mail.Id).ToListAsync());

    public Task<int> CountAsync() => app.ReadAsync(db => db.Outbox.CountAsync());

    /// <summary>The path of the first link in the newest mail to this address, as its reader would press it.</summary>
    public async Task<string> LinkToAsync(string address, string? kind = null) => LinksIn(await NewestToAsync(address, kind))[0];

    /// <summary>The paths of all links in a mail, in order.</summary>
    public static List<string> LinksIn(OutboxMail mail) =>
        [.. Address().Matches(mail.Text ?? "").Select(match => new Uri(match.Value).PathAndQuery)];

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
