using System.Text;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.FinalLetters;

/// <summary>Reads the files that a command was given, and knows which they were, so that none is written over.</summary>
internal sealed class InputFiles
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    private static readonly StringComparison samePath = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private readonly List<string> read = [];

    public string ReadText(string path, int most)
    {
        var bytes = ReadBytes(path, most);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RenderException($"“{path}” is not written in UTF-8. Save it as UTF-8 and render again.");
        }
    }

    /// <summary>A device or a pipe tells no length, may never begin and may never end.</summary>
    public byte[] ReadBytes(string path, int most)
    {
        if (Directory.Exists(path))
        {
            throw new RenderException($"“{path}” is a folder. Name the file in it.");
        }

        if (!File.Exists(path))
        {
            throw new RenderException($"The file “{path}” does not exist.");
        }

        read.Add(path);
        if ((File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length > 0)
        {
            return ReadToEnd(path, most);
        }

        var reading = Task.Run(() => ReadToEnd(path, most));
        return Task.WaitAny([reading], patience) == 0
            ? reading.GetAwaiter().GetResult()
            : throw new RenderException($"“{path}” gave nothing for {patience.Seconds} seconds. It is no file, and nobody writes into it.");
    }

    /// <summary>The fonts of a folder are read when a character first needs them.</summary>
    public string Fonts(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new RenderException($"The folder of fonts “{folder}” does not exist.");
        }

        read.AddRange(FontLibrary.FontsIn(folder));
        return folder;
    }

    /// <exception cref="RenderException">The file was read, by whatever path and through whatever links, or belongs to the program.</exception>
    public void ThrowIfRead(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var real = Real(path);
        if (read.Exists(other => Real(other).Equals(real, samePath)) || real.StartsWith(Real(Path.Combine(AppContext.BaseDirectory, "assets")) + Path.DirectorySeparatorChar, samePath))
        {
            throw new RenderException($"“{path}” is read; --out names another file.");
        }
    }

    /// <summary>The path without links.</summary>
    private static string Real(string path)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var target = Directory.Exists(whole) ? Directory.ResolveLinkTarget(whole, returnFinalTarget: true) : File.ResolveLinkTarget(whole, returnFinalTarget: true);
        whole = target?.FullName ?? whole;
        return Path.GetDirectoryName(whole) is { } folder ? Path.Combine(Real(folder), Path.GetFileName(whole)) : whole;
    }

    private static byte[] ReadToEnd(string path, int most)
    {
        using var file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
            {
                throw new RenderException($"“{path}” is larger than {most >> 20} MB.");
            }
        }

        return bytes.ToArray();
    }
}
