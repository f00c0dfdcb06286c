using CoalitionLetters.Mail;
using CoalitionLetters.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Mail;

/// <summary>What is written into a header is what a mail program reads from it.</summary>
public sealed class MailHeaderTests
{
    [Theory]
    [InlineData("A letter to read")]
    [InlineData("La Unión del Pueblo Entero: confirm your signature on “Keep families together”, please, until the 21st of June")]
    [InlineData("A plain but long subject, which has to be folded because a line of a header should not be longer than seventy-eight characters, as the standard says")]
    [InlineData("=?utf-8?B?SGVsbG8=?= is not a greeting")]
    [InlineData("家族を一緒に、家族を一緒に、家族を一緒に、家族を一緒に 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦")]
    public void A_subject_is_read_as_it_was_written(string subject)
    {
        var header = MailHeader.Words(subject);

        Assert.Equal(subject, Read(header));
        Assert.All($"Subject: {header}".Split("\r\n"), line => Assert.InRange(line.Length, 1, 78));
        Assert.All(header, c => Assert.True(c < 127));
    }

    [Fact]
    public void Whatever_is_typed_no_line_of_a_header_begins_with_it() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed =>
    {
        var lines = MailHeader.Words(typed ?? "").Split("\r\n");
        return lines.Skip(1).All(line => line.StartsWith(' ')) && lines.All(line => !line.Contains('\r') && !line.Contains('\n'));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Kim \"KD\" Doe", "\"Kim \\\"KD\\\" Doe\" <kim@doe.example>")]
    [InlineData("", "kim@doe.example")]
    [InlineData("Ana Pérez", "=?utf-8?B?QW5hIFDDqXJleg==?= <kim@doe.example>")]
    public void A_name_stands_before_its_address(string name, string header) => Assert.Equal(header, MailHeader.Mailbox(name, "kim@doe.example"));

    private static string Read(string header) =>
        ReadMail.From($"Subject: {header}\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\r\n--b--\r\n")["Subject"];
}
