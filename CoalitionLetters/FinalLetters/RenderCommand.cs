using System.Diagnostics;
using System.Globalization;
using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Images;

namespace CoalitionLetters.FinalLetters;

/// <summary>
/// <c>render LETTER.md --signatories LIST.csv --out LETTER.pdf [--draft] [--time] [--fonts FOLDER]</c>: sets a letter from plain files,
/// without a database and without the web. Returns 0, or 1 with one sentence on the error stream.
/// </summary>
public sealed class RenderCommand
{
    public const string Name = "render";

    public const string Usage =
        "render LETTER.md --signatories LIST.csv --out LETTER.pdf [--draft] [--time] [--fonts FOLDER]";

    private const long LargestFile = 64 << 20;

    private readonly TextWriter errors;
    private string? letterPath;
    private string? listPath;
    private string? outPath;
    private string? fontFolder;
    private bool isDraft;
    private bool isTimed;

    private RenderCommand(TextWriter errors) => this.errors = errors;

    public static int Run(ReadOnlySpan<string> arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            var command = new RenderCommand(errors);
            command.Read(arguments);
            command.Render(output);
            return 0;
        }
        catch (Exception e) when (e is RenderException or LetterFileException or PlaceholderException or TypesettingException or RuleBrokenException
            or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }

    private void Read(ReadOnlySpan<string> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--signatories":
                    listPath = ValueAfter(arguments, ref i);
                    break;
                case "--out":
                    outPath = ValueAfter(arguments, ref i);
                    break;
                case "--fonts":
                    fontFolder = ValueAfter(arguments, ref i);
                    break;
                case "--draft":
                    isDraft = true;
                    break;
                case "--time":
                    isTimed = true;
                    break;
                case var other when letterPath is not null || other.StartsWith('-'):
                    throw new RenderException($"“{arguments[i]}” is not understood. Use: {Usage}");
                default:
                    letterPath = arguments[i];
                    break;
            }
        }

        if (letterPath is null || outPath is null)
        {
            throw new RenderException($"{(letterPath is null ? "The letter's file is missing" : "--out is missing")}. Use: {Usage}");
        }
    }

    private static string ValueAfter(ReadOnlySpan<string> arguments, ref int i) =>
        i + 1 < arguments.Length ? arguments[++i] : throw new RenderException($"{arguments[i]} needs a value. Use: {Usage}");

    private void Render(TextWriter output)
    {
        var start = Stopwatch.GetTimestamp();
        var file = LetterFile.Parse(ReadText(letterPath!));
        var list = listPath is null ? SignatoryFile.Empty : SignatoryFile.Parse(ReadText(listPath), Path.GetFileName(listPath));
        if (list.Ignored.Count > 0)
        {
            errors.WriteLine($"Note: {Path.GetFileName(listPath)} has columns that are not used: {string.Join(", ", list.Ignored)}.");
        }

        var options = new RenderOptions
        {
            Draft = isDraft,
            Fonts = fontFolder is null ? RenderOptions.ShippedFonts : new FontLibrary(RenderOptions.ShippedFontFolder, Existing(fontFolder)),
            Individuals = list.Individuals,
            Logos = [.. file.Logos.Select(ReadLogo)],
        };
        var read = Stopwatch.GetTimestamp();
        var pdf = LetterPdf.Lay(file.Content, list.Names, options);
        var laid = Stopwatch.GetTimestamp();
        WriteWhole(pdf.ToBytes());
        if (isTimed)
        {
            output.WriteLine($"reading {Milliseconds(start, read)} ms, layout {Milliseconds(read, laid)} ms, writing {Milliseconds(laid, Stopwatch.GetTimestamp())} ms");
        }
    }

    private Picture? ReadLogo(string? path)
    {
        if (path is null)
        {
            return null;
        }

        // A logo stands beside the letter that names it; a letter's file reaches no other folder.
        var folder = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(letterPath!))! + Path.DirectorySeparatorChar);
        var whole = Path.GetFullPath(path, folder);
        return whole.StartsWith(folder, StringComparison.Ordinal)
            ? Picture.Read(ReadBytes(whole), Path.GetFileName(path))
            : throw new RenderException($"The logo “{path}” is not in the folder of the letter.");
    }

    private static string Existing(string folder) =>
        Directory.Exists(folder) ? folder : throw new RenderException($"The folder of fonts “{folder}” does not exist.");

    private static string ReadText(string path)
    {
        var bytes = ReadBytes(path);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RenderException($"“{path}” is not written in UTF-8. Save it as UTF-8 and render again.");
        }
    }

    private static byte[] ReadBytes(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new RenderException($"The file “{path}” does not exist.");
        }

        return file.Length <= LargestFile
            ? File.ReadAllBytes(path)
            : throw new RenderException($"“{path}” is larger than {LargestFile >> 20} MB.");
    }

    /// <summary>The file is there whole or not at all, also when the disk fills up.</summary>
    private void WriteWhole(byte[] pdf)
    {
        var beside = outPath + ".part";
        try
        {
            File.WriteAllBytes(beside, pdf);
            File.Move(beside, outPath!, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static string Milliseconds(long from, long to) =>
        Stopwatch.GetElapsedTime(from, to).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}

/// <summary>The command cannot do what it was asked; the message says why.</summary>
public sealed class RenderException(string message) : Exception(message);
