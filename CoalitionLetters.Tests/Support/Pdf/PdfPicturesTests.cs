using CoalitionLetters.FinalLetters;
using CoalitionLetters.Tests.FinalLetters;
using Xunit;

namespace CoalitionLetters.Tests.Support.Pdf;

public sealed class PdfPicturesTests
{
    private static readonly Lazy<(byte[] Samples, int Width)> LastPage = new(() =>
        PdfPictures.Gray(PdfPictures.Draw(LetterPdf.Render(LettersToSet.FamilyUnity.Letter, LettersToSet.FamilyUnity.Names, LettersToSet.Options))[^1]));

    [Fact]
    public void A_page_number_that_has_gone_is_seen()
    {
        var (page, width) = LastPage.Value;
        var without = page.ToArray();
        var foot = page.Length / width * 94 / 100 * width;
        Assert.InRange(without.Skip(foot).Count(sample => sample < 207), 20, 100);

        without.AsSpan(foot).Fill(255);

        Assert.InRange(PdfPictures.DifferentTiles(page, without, width), 1, 20);
    }

    [Fact]
    public void Antialiasing_of_another_machine_is_not()
    {
        var (page, width) = LastPage.Value;
        var (blurred, noisy) = (page.ToArray(), page.ToArray());
        var noise = new Random(1);
        for (var i = 1; i < noisy.Length; i++)
        {
            blurred[i] = (byte)((page[i] * 4 + page[i - 1]) / 5);
            noisy[i] = (byte)Math.Clamp(page[i] + noise.Next(-30, 31), 0, 255);
        }

        Assert.Equal(0, PdfPictures.DifferentTiles(page, blurred, width));
        Assert.Equal(0, PdfPictures.DifferentTiles(page, noisy, width));
    }

    [Fact]
    public void A_page_that_is_missing_at_the_end_is_seen()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("UPDATE_PICTURES") is not null, "The pictures are being made anew.");
        var shorter = LetterPdf.Render(LettersToSet.FamilyUnity.Letter with { Body = "We ask." }, [], LettersToSet.Options);

        var failure = Assert.ThrowsAny<Exception>(() => PdfPictures.AssertAlike(shorter, "FinalLetters/Pictures", "family-unity"));

        Assert.Contains("family-unity has 1 pages; there are 3 pictures of it", failure.Message, StringComparison.Ordinal);
    }
}
