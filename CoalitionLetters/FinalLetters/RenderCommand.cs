using System.Diagnostics;
using System.Globalization;
using CoalitionLetters.Data;
using CoalitionLetters.Letters;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Pdf;
using YamlDotNet.RepresentationModel;

namespace CoalitionLetters.FinalLetters;

/// <summary>
/// <c>render LETTER.md --signatories LIST.csv --out LETTER.pdf [--draft] [--time] [--fonts FOLDER] [--sign KEY.p12]</c>: sets a letter from plain files,
/// without a database and without the web. Returns 0, or 1 with one sentence on the error stream.
/// </summary>
public sealed class RenderCommand
{
    public const string Name = "render";

    public const string Usage =
        "render LETTER.md --signatories LIST.csv --out LETTER.pdf [--draft] [--time] [--fonts FOLDER] [--sign KEY.p12]";

    /// <summary>The variable of the environment that holds the password of the signing key: on a command line others could read it.</summary>
    public const string PasswordVariable = "PDF_SIGNING_PASSWORD";

    private const int LargestLetter = 1 << 20;
    private const int LargestList = 32 << 20;
    private const int LargestPicture = 64 << 20;

    /// <summary>With what the program takes beside its heap, it stays under 512 MB.</summary>
    private const ulong LargestHeap = 384 << 20;

    private const int LongList = 20_000;

    private readonly TextWriter errors;
    private readonly OtherPages? others;
    private readonly InputFiles files = new();
    private string? letterPath;
    private string? listPath;
    private string? outPath;
    private string? fontFolder;
    private string? keyPath;
    private bool isDraft;
    private bool isTimed;
    private bool isLong;

    private RenderCommand(TextWriter errors, OtherPages? others) => (this.errors, this.others) = (errors, others);

    /// <summary>Runs as all that this process does, and bounds its memory: whatever the files hold, a machine that renders letters for others goes on.</summary>
    /// <param name="others">Sets files that are no letters of a coalition.</param>
    public static int RunAlone(ReadOnlySpan<string> arguments, OtherPages? others = null)
    {
        AppContext.SetData("GCHeapHardLimit", LargestHeap);
        GC.RefreshMemoryLimit();
        return Run(arguments, Console.Out, Console.Error, others);
    }

    /// <inheritdoc cref="RunAlone"/>
    public static int Run(ReadOnlySpan<string> arguments, TextWriter output, TextWriter errors, OtherPages? others = null)
    {
        if (arguments.ContainsAny("--help", "-h"))
        {
            output.WriteLine(Usage);
            return 0;
        }

        try
        {
            var command = new RenderCommand(errors, others);
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
        catch (Exception e) when ((e as AggregateException)?.InnerException is OutOfMemoryException || e is OutOfMemoryException)
        {
            errors.WriteLine("The letter with its list and pictures needs more memory than a letter may take. Leave out pictures, or part the list.");
            return 1;
        }
        catch (Exception e)
        {
            // Nobody who renders a letter can read a stack trace; the kind of fault helps whoever is told of it.
            errors.WriteLine($"The letter cannot be rendered, by a fault of the program ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}).");
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
                case "--sign":
                    keyPath = ValueAfter(arguments, ref i);
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

        if (string.IsNullOrWhiteSpace(letterPath) || outPath is null)
        {
            throw new RenderException($"{(outPath is null && !string.IsNullOrWhiteSpace(letterPath) ? "--out is missing" : "The letter's file is missing")}. Use: {Usage}");
        }
    }

    private static string ValueAfter(ReadOnlySpan<string> arguments, ref int i) =>
        i + 1 < arguments.Length && !string.IsNullOrWhiteSpace(arguments[i + 1]) ? arguments[++i] : throw new RenderException($"{arguments[i]} needs a value. Use: {Usage}");

    private void Render(TextWriter output)
    {
        var start = Stopwatch.GetTimestamp();
        using var key = ReadKey();
        var lay = ReadLetter();
        files.ThrowIfRead(outPath!);
        ClearAway();
        var read = Stopwatch.GetTimestamp();
        var pdf = lay();
        ClearAway();
        var laid = Stopwatch.GetTimestamp();
        NoteValidity(key, pdf.Info.Date);
        WriteWhole(key is null ? pdf.ToBytes() : pdf.ToSignedBytes(key));
        if (isTimed)
        {
            output.WriteLine($"reading {Milliseconds(start, read)} ms, layout {Milliseconds(read, laid)} ms, writing {Milliseconds(laid, Stopwatch.GetTimestamp())} ms");
        }
    }

    private SigningKey? ReadKey()
    {
        var password = Environment.GetEnvironmentVariable(PasswordVariable);
        try
        {
            return keyPath is null ? null : SigningKey.Read(files.ReadBytes(keyPath, LargestLetter), password);
        }
        catch (TypesettingException fault) when (string.IsNullOrEmpty(password))
        {
            throw new RenderException($"{fault.Message} The environment variable {PasswordVariable}, which holds the key's password, is not set.");
        }
    }

    /// <summary>Reads all that the letter needs, and tells how to set it.</summary>
    private Func<PdfFile> ReadLetter()
    {
        var (root, body) = FrontMatter.Split(files.ReadText(letterPath!, LargestLetter));
        var options = new RenderOptions
        {
            Draft = isDraft,
            Fonts = fontFolder is null ? RenderOptions.ShippedFonts : new FontLibrary(RenderOptions.ShippedFontFolder, files.Fonts(fontFolder)),
        };
        if (others?.Invoke(root, body) is { } set)
        {
            return listPath is null ? () => set(options) : throw new RenderException("Letters of an action have no list of signatories. Leave --signatories out.");
        }

        var file = LetterFile.Parse(root, body);
        var list = ReadList(file.LogoGrid);
        isLong = list.Names.Count + list.Individuals.Count > LongList;
        options = options with
        {
            Family = file.Font ?? Typography.Shipped,
            Individuals = list.Individuals,
            Logos = [.. file.Logos.Select(logo => logo is null ? null : ReadLogo(logo, letterPath!, "letter"))],
            LogoGrid = [.. list.Logos.Select(logo => (logo.Name, ReadLogo(logo.File, listPath!, "list")))],
        };
        return () => LetterPdf.Lay(file.Content, list.Names, options);
    }

    private SignatoryFile ReadList(bool withLogos)
    {
        if (listPath is null)
        {
            return SignatoryFile.Empty;
        }

        var name = Path.GetFileName(listPath);
        var list = SignatoryFile.Parse(files.ReadText(listPath, LargestList), name, withLogos);
        SignatoryChecks.ThrowIfUnreadable(list, name);
        if (list.Names.Count + list.Individuals.Count == 0)
        {
            throw new RenderException($"The list “{name}” names nobody. Write a row for each signatory, or leave --signatories out.");
        }

        foreach (var note in list.Notes.Concat(SignatoryChecks.Notes(list, name)))
        {
            errors.WriteLine($"Note: {note}");
        }

        return list;
    }

    /// <summary>What reading and setting a long list leave behind would lie until the heap is full, and the next step come on top of it.</summary>
    private void ClearAway()
    {
        if (isLong)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>A signature says the letter's date, for the sake of the same bytes on any day; a key is often younger.</summary>
    private void NoteValidity(SigningKey? key, DateTimeOffset signedAt)
    {
        if (key is { Validity: var (from, to) } && (signedAt < from || signedAt > to))
        {
            var (why, whose) = signedAt == DateTimeOffset.UnixEpoch ? ("the letter has no date, so ", "") : ("", "the letter's date, ");
            errors.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Note: {why}the signature says {signedAt:yyyy-MM-dd}, {whose}and the key's certificate is valid only from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}."));
        }
    }

    /// <summary>A logo stands beside the file that names it, which reaches no other folder.</summary>
    private Picture ReadLogo(string path, string namedIn, string what)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new RenderException($"A logo of the {what} names no file. Write the file's name, or leave the logo out.");
        }

        var folder = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(namedIn))! + Path.DirectorySeparatorChar);
        var whole = Path.GetFullPath(path, folder);
        return whole.StartsWith(folder, StringComparison.Ordinal)
            ? Picture.Read(files.ReadBytes(whole, LargestPicture), Path.GetFileName(path))
            : throw new RenderException($"The logo “{path}” is not in the folder of the {what}.");
    }

    /// <summary>The file is there whole or not at all, also when the disk fills up.</summary>
    private void WriteWhole(byte[] pdf)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(outPath!)) ?? "", $"{Path.GetRandomFileName()}.part");
        var isBegun = false;
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                isBegun = true;
                file.Write(pdf);
            }

            File.Move(beside, outPath!, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (isBegun)
            {
                File.Delete(beside);
            }

            throw new RenderException($"“{outPath}” cannot be written. {fault.Message.Replace(beside, outPath, StringComparison.Ordinal)}");
        }
    }

    private static string Milliseconds(long from, long to) =>
        Stopwatch.GetElapsedTime(from, to).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}

/// <summary>Reads a file that is no letter of a coalition, by its front matter, and tells how to set it; null where it is one.</summary>
public delegate Func<RenderOptions, PdfFile>? OtherPages(YamlMappingNode root, string body);

/// <summary>The command cannot do what it was asked; the message says why.</summary>
public sealed class RenderException(string message) : Exception(message);
