using CoalitionLetters.Demo;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Supporters;
using CoalitionLetters.Web;

namespace CoalitionLetters.Commands;

/// <summary>A command of the program that needs neither web nor database.</summary>
/// <param name="Words">What stands first on the command line: "names compare".</param>
/// <param name="Run">Gets the arguments behind the words; returns the exit code.</param>
public sealed record Command(string Words, string Usage, Func<string[], int> Run);

/// <summary>The commands, looked up before the web host is built.</summary>
public static class CommandTable
{
    public static readonly Command[] All =
    [
        new(RenderCommand.Name, RenderCommand.Usage, args => RenderCommand.RunAlone(args, ActionLetters.Read)),
        new("names compare", "names compare PAIRS.csv", NamesCommands.Compare),
        new("names sort", "names sort FILE [--keep-the]", NamesCommands.Sort),
        new("import", ImportCommand.Usage, ImportCommand.Run),
    ];

    /// <summary>Runs the command that the arguments name; null where they name none and the app itself is wanted.</summary>
    public static int? Run(string[] args)
    {
        if (args is ["--help" or "-h" or "help", ..])
            return Help();

        var command = All.FirstOrDefault(command => args.Take(command.Words.Split(' ').Length).SequenceEqual(command.Words.Split(' ')));
        if (command is null)
            return args is ["names", ..] ? Refuse(string.Join(Environment.NewLine, All.Where(c => c.Words.StartsWith("names", StringComparison.Ordinal)).Select(c => $"Use: {c.Usage}"))) : null;

        try
        {
            return command.Run(args[command.Words.Split(' ').Length..]);
        }
        catch (CommandFault fault)
        {
            return Refuse($"{fault.Message} Use: {command.Usage}");
        }
        catch (Exception fault) when (fault is Importing.ImportFault or IOException or UnauthorizedAccessException)
        {
            return Refuse(fault.Message);
        }
    }

    private static int Help()
    {
        Console.WriteLine($"""
            Without a command the app starts, by default at {SiteSettings.DefaultAddress}. Settings follow as --Name=value, like --Mail:Host=mail.example; all stand in assets/settings.md.

              {DemoRun.Name}   starts it on a throw-away database with sample letters

            Commands that need neither web nor database:

              {string.Join(Environment.NewLine + "  ", All.Select(command => command.Usage))}
            """);
        return 0;
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}

/// <summary>A command cannot run with these arguments; the sentence says why.</summary>
public sealed class CommandFault(string sentence) : Exception(sentence);
