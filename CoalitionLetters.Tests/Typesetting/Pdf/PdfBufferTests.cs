using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Pdf;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Pdf;

public sealed partial class PdfBufferTests
{
    [Fact]
    public void Any_number_is_written_as_a_pdf_reads_it_or_refused()
    {
        Prop.ForAll<double>(Numbers().ToArbitrary(), number => new[] { 0, 2, 3, 4, 8 }.All(decimals => Math.Abs(number) <= int.MaxValue ? IsRead(number, decimals) : IsRefused(number, decimals)))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1e8, "100000000")]
    [InlineData(-2147483647.0, "-2147483647")]
    [InlineData(1e-30, "0")]
    [InlineData(-0.004, "0")]
    [InlineData(-0.25, "-.25")]
    public void Large_and_tiny_numbers_keep_their_digits(double number, string written) => Assert.Equal(written, Written(number, 2));

    [Theory]
    [InlineData(2.2e9), InlineData(-1e20), InlineData(1e38), InlineData(double.MaxValue), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void What_no_pdf_can_hold_is_refused(double number)
    {
        var refusal = Assert.Throws<TypesettingException>(() => new PdfBuffer().Add(number));

        Assert.StartsWith("A size or a place on a page is ", refusal.Message, StringComparison.Ordinal);
    }

    private static Gen<double> Numbers() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<double>(),
        Gen.Choose(-38, 38).SelectMany(exponent => Gen.Choose(-9999, 9999).Select(digits => digits / 1000.0 * Math.Pow(10, exponent))));

    private static bool IsRead(double number, int decimals)
    {
        var written = Written(number, decimals);
        var read = double.Parse(written, CultureInfo.InvariantCulture);
        return Number().IsMatch(written) && Math.Abs(read - number) <= 0.5001 * Math.Pow(10, -decimals) + Math.Abs(number) * 1e-15;
    }

    private static bool IsRefused(double number, int decimals)
    {
        try
        {
            new PdfBuffer().Add(number, decimals);
            return false;
        }
        catch (TypesettingException)
        {
            return true;
        }
    }

    private static string Written(double number, int decimals) => Encoding.ASCII.GetString(new PdfBuffer().Add(number, decimals).Written);

    /// <summary>ISO 32000-1, 7.3.3: digits and one period, no exponent.</summary>
    [GeneratedRegex(@"^-?(\d+(\.\d+)?|\.\d+)$")]
    private static partial Regex Number();
}
