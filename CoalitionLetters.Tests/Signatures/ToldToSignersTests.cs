using CoalitionLetters.Signatures;
using CoalitionLetters.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CoalitionLetters.Tests.Signatures;

/// <summary>Signers are promised no more than what will happen.</summary>
[Trait("Needs", "Database")]
public sealed class ToldToSignersTests
{
    [Theory]
    [InlineData(true, "then the signature counts.", "Then River Trust counts.", "the signature counts when you have confirmed it.")]
    [InlineData(false, "then the coalition looks at the signature, as a rule the same day, and it counts when it is listed.", "Then we look at the signature, and River Trust counts when it is listed.", "when you have confirmed the signature, we look at it and then list it.")]
    public async Task Where_staff_look_first_nobody_is_promised_to_count_at_once(bool listsAtOnce, string inMail, string onReceipt, string onForm)
    {
        await using var app = await TestApp.StartAsync();
        await FamilyUnity.OpenAsync(app, signatories: 0, listsAtOnce: listsAtOnce);

        var form = await app.Browser().VisitAsync("/letters/family-unity/sign");
        var receipt = await app.SignAsync();

        Assert.Contains(onForm, form.Text, StringComparison.Ordinal);
        Assert.Contains(onReceipt, receipt.Text, StringComparison.Ordinal);
        Assert.Contains(inMail, (await app.Mailbox.NewestToAsync("sam@rivertrust.example")).Text!.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignatureStatus.Submitted, "Yours still waits for your confirmation")]
    [InlineData(SignatureStatus.Held, "Yours is confirmed, and the coalition looks at it.")]
    [InlineData(SignatureStatus.Listed, "Yours stands.")]
    public async Task Whoever_hears_of_a_second_signature_is_told_how_the_own_one_stands(SignatureStatus status, string said)
    {
        await using var app = await TestApp.StartAsync();
        var letter = await FamilyUnity.OpenAsync(app, signatories: 0);
        await app.SignAsync();
        await using (var db = app.OpenDb())
        {
            var first = await db.Signatures.SingleAsync(TestContext.Current.CancellationToken);
            if (status != SignatureStatus.Submitted)
            {
                first.Confirm(letter, app.Clock.Now);
                if (status == SignatureStatus.Listed)
                {
                    first.List(app.Clock.Now);
                }
                else
                {
                    first.Hold("A board decides");
                }
            }

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.SignAsync("River Trust", "lee@rivertrust.example");

        var mail = (await app.Mailbox.NewestToAsync("sam@rivertrust.example", "signed-already")).Text!.ReplaceLineEndings(" ");
        Assert.Contains(said, mail, StringComparison.Ordinal);
        Assert.Equal(status == SignatureStatus.Listed, mail.Contains("Yours stands", StringComparison.Ordinal));
    }
}
