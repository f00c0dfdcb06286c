using System.Diagnostics;
using System.Globalization;
using System.Text;
using CoalitionLetters.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>
/// Compares pages with pictures of them, gray and at 60 dots to the inch. Where they differ, the expected and the actual picture and the difference are
/// written to TestResults. With the environment variable UPDATE_PICTURES set, the actual pictures become the expected ones.
/// </summary>
public static class PdfPictures
{
    /// <summary>Antialiasing differs a little from machine to machine.</summary>
    private const int Tolerance = 48;

    private const double ToleratedShare = 0.002;

    /// <param name="folder">Where the expected pictures are kept, from the test project's folder, such as Typesetting/Pdf/Pictures.</param>
    /// <param name="name">Of the picture; the page's number and .png are added.</param>
    public static void AssertAlike(byte[] pdf, string folder, string name)
    {
        foreach (var (page, actual) in Draw(pdf))
        {
            var file = $"{name}-{page}.png";
            var expected = Path.Combine(RepositoryFiles.Root, "CoalitionLetters.Tests", folder, file);
            if (Environment.GetEnvironmentVariable("UPDATE_PICTURES") is not null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(expected)!);
                File.WriteAllBytes(expected, actual);
                continue;
            }

            Assert.True(File.Exists(expected), $"There is no picture {expected} yet; run the test once with UPDATE_PICTURES=1 and look at it.");
            AssertAlike(File.ReadAllBytes(expected), actual, file);
        }
    }

    private static IEnumerable<(int Page, byte[] Picture)> Draw(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("pages").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "file.pdf"), pdf);
            PdfTools.Run("pdftoppm", "-r", "60", "-gray", "-png", Path.Combine(folder, "file.pdf"), Path.Combine(folder, "page"));
            return [.. Directory.GetFiles(folder, "*.png").Order(StringComparer.Ordinal).Select((path, index) => (index + 1, File.ReadAllBytes(path)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertAlike(byte[] expected, byte[] actual, string file)
    {
        var (before, after) = (Parse(expected, file), Parse(actual, file));
        Assert.Equal((before.PixelWidth, before.PixelHeight), (after.PixelWidth, after.PixelHeight));

        var differences = before.Samples.Zip(after.Samples, (one, other) => (byte)Math.Abs(one - other)).ToArray();
        var share = differences.Count(difference => difference > Tolerance) / (double)differences.Length;
        if (share <= ToleratedShare)
        {
            return;
        }

        var results = Path.Combine(RepositoryFiles.Root, "CoalitionLetters.Tests", "TestResults", "Pictures");
        Directory.CreateDirectory(results);
        File.WriteAllBytes(Path.Combine(results, "expected-" + file), expected);
        File.WriteAllBytes(Path.Combine(results, "actual-" + file), actual);
        var difference = Path.ChangeExtension("difference-" + file, "pgm");
        File.WriteAllBytes(
            Path.Combine(results, difference),
            [.. Encoding.ASCII.GetBytes($"P5 {before.PixelWidth} {before.PixelHeight} 255\n"), .. differences.Select(value => (byte)(255 - value))]);
        Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{share:P2} of the pixels of {file} differ; look at expected-, actual-{file} and {difference} in {results}."));
    }

    private static RasterPicture Parse(byte[] picture, string file) => Assert.IsType<RasterPicture>(Picture.Read(picture, file));
}

/// <summary>Programs of Debian's poppler-utils and qpdf, which read what we write.</summary>
public static class PdfTools
{
    /// <returns>What the program says; a failed assertion where it ends with an error.</returns>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{error.Result}");
        return output;
    }

    /// <summary>Runs a program on a file of these bytes, named before the last arguments.</summary>
    public static string RunOn(byte[] pdf, string program, string[] before, params string[] after)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(path, pdf);
            return Run(program, [.. before, path, .. after]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
