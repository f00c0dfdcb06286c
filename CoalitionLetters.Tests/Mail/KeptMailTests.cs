using AngleSharp.Html.Parser;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Mail;

/// <summary>Without a mail server mails are kept as files.</summary>
[Trait("Needs", "Database")]
public sealed class KeptMailTests : IAsyncLifetime
{
    private TestApp app = null!;

    private string Folder => app.Settings["Mail:Folder"]!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_desk_says_in_plain_sight_that_mails_are_kept_and_where()
    {
        await app.SaveAsync(ALetter.Draft());
        var desk = await app.SignedInAsync(StaffRole.Editor);

        foreach (var address in new[] { "/staff", "/staff/letters/clean-water", "/staff/mail", "/staff/organizations" })
        {
            var notice = (await desk.VisitAsync(address)).Page.QuerySelector(".notice[role=note]");
            Assert.Equal($"Mails are not being sent. No mail server is set; they are kept in the folder {Folder} and shown under Mail.", notice?.TextContent.Trim());
        }
    }

    [Fact]
    public async Task With_a_mail_server_there_is_no_such_notice()
    {
        await using var sending = await TestApp.StartAsync(settings: [("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:Security", "none"), ("Mail:From", "letters@unity.example")]);

        var desk = await sending.SignedInAsync(StaffRole.Editor);

        Assert.DoesNotContain("Mails are not being sent", desk.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_a_confirmation_mail_holds_link_and_reference_in_both_its_parts()
    {
        await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAsync("La Unión del Pueblo Entero", "luz@union.example");
        var signature = await app.SignatureOfAsync("La Unión del Pueblo Entero");

        await app.RunJobAsync<DeliverMail>();

        var mail = ReadMail.From(await File.ReadAllTextAsync(Assert.Single(Files()), TestContext.Current.CancellationToken));
        var link = await app.Mailbox.LinkToAsync("luz@union.example", "confirm-signature");
        var buttons = new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("a").Select(a => new Uri(a.GetAttribute("href")!).PathAndQuery);
        Assert.Contains(link, buttons);
        Assert.Contains($"{link}\r\n", mail.Text, StringComparison.Ordinal);
        Assert.All([mail.Text, mail.Html], part => Assert.Contains(signature.Reference, part, StringComparison.Ordinal));
        Assert.Contains("La Unión del Pueblo Entero", mail["Subject"], StringComparison.Ordinal);
        Assert.Contains("luz@union.example", mail["To"], StringComparison.Ordinal);
        Assert.Equal(MailStatus.Kept, (await app.Mailbox.NewestToAsync("luz@union.example")).Status);
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_is_written_again_whole()
    {
        await app.PutAsync(new PlainMail("sam@river.example"));
        var mail = await app.Mailbox.NewestToAsync("sam@river.example");
        var half = Path.Combine(Folder, $".{mail.Id:N}");
        await File.WriteAllTextAsync(half, "Subject: A le", TestContext.Current.CancellationToken);

        await app.RunJobAsync<DeliverMail>();

        Assert.Contains("Dear reader,", ReadMail.From(await File.ReadAllTextAsync(Assert.Single(Files()), TestContext.Current.CancellationToken)).Text, StringComparison.Ordinal);
        Assert.False(File.Exists(half));
    }

    [Fact]
    public async Task No_kill_loses_a_mail_or_leaves_half_of_one_under_its_name()
    {
        const int Mails = 300;
        await app.PutAsync([.. Enumerable.Range(1, Mails).Select(n => new PlainMail($"sam{n}@river.example"))]);
        await app.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NextTryAt, DateTime.UtcNow.AddHours(-1))));

        foreach (var share in new[] { 40, 100, 160 })
        {
            await using var killed = StartApp();
            await Eventually.HoldsAsync(() => Files().Length >= share, TimeSpan.FromSeconds(60));
            killed.Kill();
            await killed.EndsAsync();
            Assert.All(Files(), file => ReadMail.From(File.ReadAllText(file)));
            await app.FreeClaimsAsync();
        }

        await using var last = StartApp();
        await Eventually.HoldsAsync(() => app.ReadAsync(db => db.Outbox.AllAsync(mail => mail.Status == MailStatus.Kept)), TimeSpan.FromSeconds(60));

        var kept = Files().Select(file => ReadMail.From(File.ReadAllText(file))).ToList();
        Assert.Equal(Mails, kept.Count);
        Assert.Equal(Mails, kept.Select(mail => mail["To"]).Distinct().Count());
    }

    private string[] Files() => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.eml") : [];

    private AppProcess StartApp() => AppProcess.Start([.. app.Settings.Where(setting => setting.Key != "Jobs:Run").Select(setting => $"--{setting.Key}={setting.Value}"), "--Urls=http://127.0.0.1:0"]);
}
