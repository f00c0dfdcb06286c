using CoalitionLetters.Mail;
using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>Whoever wants to be forgotten leaves nothing behind, and takes nothing of others along.</summary>
[Trait("Needs", "Database")]
public sealed class EraseSignerTests
{
    [Fact]
    public async Task A_mailbox_that_signed_twice_keeps_the_mail_of_the_other_signature()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAsync("River Trust", "sam@trust.example");
        await app.SignAsync("Lake Trust", "sam@trust.example");

        await EraseAsync(app, "River Trust");

        var left = Assert.Single(await app.Mailbox.AllToAsync("sam@trust.example"));
        Assert.Contains((await app.SignatureOfAsync("Lake Trust")).Reference, left.Text, StringComparison.Ordinal);
        await (await app.Browser().VisitAsync(TestMailbox.LinksIn(left)[0])).PressAsync("Confirm our signature");
        Assert.Equal(SignatureStatus.Listed, (await app.SignatureOfAsync("Lake Trust")).Status);
    }

    [Fact]
    public async Task The_files_of_kept_mails_go_too()
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAsync("River Trust", "sam@trust.example");
        await app.SignAsync("Lake Trust", "kim@lake.example");
        await app.RunJobAsync<DeliverMail>();
        var before = Files(app);

        await EraseAsync(app, "River Trust");

        Assert.Equal(2, before.Length);
        Assert.Contains("kim@lake.example", await File.ReadAllTextAsync(Assert.Single(Files(app)), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await app.ReadAsync(db => db.Outbox.Where(mail => mail.ToAddress == "sam@trust.example").ToListAsync()));
    }

    private static string[] Files(TestApp app) => Directory.GetFiles(app.Settings["Mail:Folder"]!, "*.eml");

    private static async Task EraseAsync(TestApp app, string name)
    {
        var signature = await app.SignatureOfAsync(name);
        await app.RunAsync<EraseSigner>(story => story.RunAsync(signature.Id, TestContext.Current.CancellationToken));
    }
}
