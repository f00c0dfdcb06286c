using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Pdf;

public sealed class ConformanceTests
{
    private static readonly Lazy<byte[]> Good = new(() => ADocument.Rich().ToBytes());

    private static readonly Lazy<byte[]> Signed = new(() =>
    {
        using var key = SigningKey.Read(Keys.Pkcs12("secret"), "secret");
        return ADocument.Rich().ToSignedBytes(key);
    });

    [Fact]
    public void A_document_with_one_of_everything_conforms_to_both_standards()
    {
        Assert.Empty(Conformance.Check(Good.Value));
        Assert.Empty(Conformance.Check(Signed.Value));
    }

    [Fact]
    public void Every_rule_has_a_file_that_breaks_it()
    {
        var broken = Breakage.All.Select(breakage => breakage.Clause).ToHashSet();

        Assert.DoesNotContain(Conformance.Rules.Select(rule => rule.Clause), clause => !broken.Contains(clause));
        Assert.Equal(Conformance.Rules.Count, Conformance.Rules.Select(rule => rule.Clause).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public void A_broken_file_is_found_out(string clause, int index)
    {
        var breakage = Breakage.All[index];
        var file = PdfDocument.Read(breakage.IsSigned ? Signed.Value : Good.Value);

        var findings = breakage.Break(file) is { } bytes ? Conformance.Check(bytes) : Conformance.Check(file);

        Assert.Contains(clause, findings.Select(finding => finding.Clause));
    }

    public static IEnumerable<TheoryDataRow<string, int>> Breakages => Breakage.All.Select((breakage, index) => new TheoryDataRow<string, int>(breakage.Clause, index));
}
