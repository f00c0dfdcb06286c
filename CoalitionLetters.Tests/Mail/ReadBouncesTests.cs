using System.Text;
using CoalitionLetters.Mail;
using CoalitionLetters.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Mail;

/// <summary>What comes back to the sender's mailbox after a server had accepted it.</summary>
[Trait("Needs", "Database")]
public sealed class ReadBouncesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bounces-").FullName;
    private TestApp app = null!;
    private OutboxMail mail = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(settings: ("Mail:BouncesFolder", folder));
        await app.PutAsync(new PlainMail("sam@river.example"));
        await app.RunJobAsync<DeliverMail>();
        mail = await MailAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("sam.eml", "\r\n")]
    [InlineData("new/1529330000.M1P1.mx", "\n")]
    public async Task A_report_of_failure_marks_the_mail_as_come_back_in_the_servers_words(string name, string lineEnd)
    {
        await ArrivesAsync(name, Report("failed").ReplaceLineEndings(lineEnd));

        await app.RunJobAsync<ReadBounces>();

        mail = await MailAsync();
        Assert.Equal((MailStatus.Returned, "550 5.1.1 <sam@river.example>: no such user here"), (mail.Status, mail.Reason));
        Assert.True(mail.CanBeTriedAgain);
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_report_of_delay_changes_nothing_and_is_done_with()
    {
        await ArrivesAsync("late.eml", Report("delayed"));

        await app.RunJobAsync<ReadBounces>();

        Assert.Equal(MailStatus.Kept, (await MailAsync()).Status);
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Answers_of_people_and_reports_about_other_mails_are_put_aside_for_people_to_read()
    {
        await ArrivesAsync("answer.eml", $"From: sam@river.example\nSubject: Re: {mail.Id:N}\n\nWe have moved. <{mail.Id:N}@localhost>");
        await ArrivesAsync("strange.eml", Report("failed").Replace($"{mail.Id:N}", $"{Guid.NewGuid():N}", StringComparison.Ordinal));
        await ArrivesAsync("cut.eml", Report("failed")[..300]);

        await app.RunJobAsync<ReadBounces>();

        Assert.Equal(MailStatus.Kept, (await MailAsync()).Status);
        Assert.Equal(["answer.eml", "cut.eml", "strange.eml"], Directory.EnumerateFiles(Path.Combine(folder, "other")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_report_in_base64_without_quotes_around_its_boundary_is_read_too()
    {
        var report = Report("failed").Replace("boundary=\"report/17\"", "boundary=report/17", StringComparison.Ordinal);
        var status = report[report.IndexOf("Reporting-MTA", StringComparison.Ordinal)..report.LastIndexOf("\n--report/17\n", StringComparison.Ordinal)];
        report = report.Replace("Content-Type: message/delivery-status\n\n" + status, "Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(Encoding.ASCII.GetBytes(status), Base64FormattingOptions.InsertLineBreaks), StringComparison.Ordinal);

        Assert.Equal(new DeliveryReport(mail.Id, true, "550 5.1.1 <sam@river.example>: no such user here"), DeliveryReport.Read(report));
    }

    [Fact]
    public void No_message_whatsoever_is_too_much_for_the_reader() => Prop.ForAll(ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<byte[]>(), (at, noise) =>
    {
        var report = Report("failed");
        var place = (int)(at % (uint)report.Length);
        return DeliveryReport.Read(report[..place] + Encoding.Latin1.GetString(noise) + report[place..]) is not { Reason.Length: 0 };
    }).QuickCheckThrowOnFailure();

    private async Task ArrivesAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Encoding.Latin1);
    }

    private Task<OutboxMail> MailAsync() => app.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync());

    /// <summary>As Postfix writes it.</summary>
    private string Report(string action) => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: letters@localhost
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="report/17"
        Message-Id: <20180618140000.4F1A2@mx.example>

        This is a MIME-encapsulated message.

        --report/17
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --report/17
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example
        Arrival-Date: Mon, 18 Jun 2018 14:00:00 +0000 (UTC)

        Final-Recipient: rfc822; sam@river.example
        Action: {action}
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <sam@river.example>: no such
            user here

        --report/17
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Received: from localhost
        MESSAGE-ID: <{mail.Id:N}@localhost>
        Subject: Will your office sign

        --report/17--

        """.ReplaceLineEndings("\n");
}
