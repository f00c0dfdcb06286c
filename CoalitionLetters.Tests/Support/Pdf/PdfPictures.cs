using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CoalitionLetters.Tests.Typesetting.Images;
using CoalitionLetters.Typesetting.Images;
using Xunit;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>
/// Compares pages with pictures of them, gray and at 60 dots to the inch. Where they differ, the expected and the actual picture and the difference are
/// written to TestResults. With the environment variable UPDATE_PICTURES set, the actual pictures become the expected ones.
/// </summary>
public static partial class PdfPictures
{
    /// <summary>Pixels at the side of a square that is compared as one: about a word.</summary>
    private const int Tile = 8;

    /// <summary>Antialiasing differs a little from machine to machine. It moves ink from a pixel to its neighbor; a word that has gone takes the ink of a tile away.</summary>
    private const double ToleratedInk = 16;

    /// <param name="folder">Where the expected pictures are kept, from the test project's folder, such as Typesetting/Pdf/Pictures.</param>
    /// <param name="name">Of the picture; the page's number and .png are added.</param>
    public static void AssertAlike(byte[] pdf, string folder, string name)
    {
        var kept = Path.Combine(RepositoryFiles.Root, "CoalitionLetters.Tests", folder);
        var actual = Draw(pdf);
        var expected = Directory.Exists(kept) ? Directory.GetFiles(kept, $"{name}-*.png").Where(path => PageNumber().IsMatch(Path.GetFileName(path)[name.Length..])).ToList() : [];
        if (Environment.GetEnvironmentVariable("UPDATE_PICTURES") is not null)
        {
            Directory.CreateDirectory(kept);
            expected.ForEach(File.Delete);
            for (var i = 0; i < actual.Count; i++)
            {
                File.WriteAllBytes(PathOf(i), actual[i]);
            }

            return;
        }

        Assert.True(expected.Count > 0, $"There are no pictures of {name} in {kept} yet; run the test once with UPDATE_PICTURES=1 and look at them.");
        Assert.True(expected.Count == actual.Count, $"{name} has {actual.Count} pages; there are {expected.Count} pictures of it in {kept}.");
        for (var i = 0; i < actual.Count; i++)
        {
            AssertAlike(File.ReadAllBytes(PathOf(i)), actual[i], Path.GetFileName(PathOf(i)));
        }

        string PathOf(int index) => Path.Combine(kept, $"{name}-{index + 1}.png");
    }

    /// <summary>The pages as pictures, in their order.</summary>
    public static IReadOnlyList<byte[]> Draw(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("pages").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "file.pdf"), pdf);
            PdfTools.Run("pdftoppm", "-r", "60", "-gray", "-png", Path.Combine(folder, "file.pdf"), Path.Combine(folder, "page"));
            return [.. Directory.GetFiles(folder, "*.png").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A sample for each pixel, row by row, and how many stand in a row.</summary>
    public static (byte[] Samples, int Width) Gray(byte[] picture)
    {
        var read = Assert.IsType<RasterPicture>(Picture.Read(picture, "page"));
        return (read.IsGray ? read.Pixels.Samples : [.. read.Pixels.Samples.Where((_, at) => at % 3 == 0)], read.PixelWidth);
    }

    /// <summary>How many tiles have more or less ink in one picture than in the other. </summary>
    public static int DifferentTiles(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int width)
    {
        var across = (width + Tile - 1) / Tile;
        var ink = new int[across * ((before.Length / width + Tile - 1) / Tile)];
        for (var i = 0; i < before.Length; i++)
        {
            ink[i / width / Tile * across + i % width / Tile] += before[i] - after[i];
        }

        return ink.Count(more => Math.Abs(more) > ToleratedInk * Tile * Tile);
    }

    private static void AssertAlike(byte[] expected, byte[] actual, string file)
    {
        var ((before, width), (after, afterWidth)) = (Gray(expected), Gray(actual));
        Assert.Equal((width, before.Length / width), (afterWidth, after.Length / afterWidth));

        var tiles = DifferentTiles(before, after, width);
        if (tiles == 0)
        {
            return;
        }

        var results = Path.Combine(RepositoryFiles.Root, "CoalitionLetters.Tests", "TestResults", "Pictures");
        Directory.CreateDirectory(results);
        File.WriteAllBytes(Path.Combine(results, "expected-" + file), expected);
        File.WriteAllBytes(Path.Combine(results, "actual-" + file), actual);
        File.WriteAllBytes(Path.Combine(results, "difference-" + file), Difference(before, after, width));
        Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{file} differs in {tiles} places of {Tile} by {Tile} pixels; look at expected-, actual- and difference-{file} in {results}."));
    }

    /// <summary>White where the pictures are alike, the darker the more they differ.</summary>
    private static byte[] Difference(byte[] before, byte[] after, int width)
    {
        var height = before.Length / width;
        var rows = new byte[(width + 1) * height];
        for (var i = 0; i < before.Length; i++)
        {
            rows[i + i / width + 1] = (byte)(255 - Math.Abs(before[i] - after[i]));
        }

        return APicture.Png(width, height, depth: 8, type: 0, rows);
    }

    [GeneratedRegex(@"^-\d+\.png$")]
    private static partial Regex PageNumber();
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
