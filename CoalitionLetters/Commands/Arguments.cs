namespace CoalitionLetters.Commands;

/// <summary>The arguments of one command: options with and without a value, and one file.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string?> options = [];

    /// <param name="valued">Options that take the next argument as their value.</param>
    /// <exception cref="CommandFault">An option is unknown, lacks its value, or there is more than one file.</exception>
    public Arguments(string[] args, string[] flags, string[] valued)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] && left.StartsWith("--", StringComparison.Ordinal) ? (left, right) : (args[i], null);
            if (valued.Contains(name))
                options[name] = value ?? (i + 1 < args.Length ? args[++i] : throw new CommandFault($"{name} needs a value."));
            else if (flags.Contains(name))
                options[name] = null;
            else if (name.StartsWith('-') && name.Length > 1)
                throw new CommandFault($"The option {name} is unknown.");
            else if (File is null)
                File = args[i];
            else
                throw new CommandFault($"\"{args[i]}\" is one file too many.");
        }
    }

    public string? File { get; }

    public bool Has(string option) => options.ContainsKey(option);

    public string? this[string option] => options.GetValueOrDefault(option);

    /// <exception cref="CommandFault">No file was named, or it is not there.</exception>
    public Stream OpenFile()
    {
        if (File is null)
            throw new CommandFault("Name a file.");
        if (!System.IO.File.Exists(File))
            throw new CommandFault($"The file {File} is not there.");
        var file = System.IO.File.OpenRead(File);
        if (file.CanSeek)
            return file;

        // A pipe is read once; a list is read several times.
        using (file)
        {
            var whole = new MemoryStream();
            file.CopyTo(whole);
            whole.Position = 0;
            return whole;
        }
    }
}
