using CoalitionLetters.Data;
using CoalitionLetters.Importing;
using CoalitionLetters.Listings;

namespace CoalitionLetters.Supporters;

/// <summary>
/// A table of targets as staff import it: a header with <c>name</c>, <c>salutation</c> and <c>channel</c>, and where they apply <c>email</c>, <c>form</c>,
/// <c>address</c>, <c>state</c>, <c>postal prefixes</c> and <c>mails per minute</c>, in any order. Several lines, states or prefixes in one cell stand between semicolons.
/// </summary>
public static class TargetTable
{
    public const int MostTargets = 2000;

    /// <exception cref="RuleBrokenException">Names every row that cannot be read, so that the file is mended once.</exception>
    public static IReadOnlyList<TargetFacts> Read(Stream file)
    {
        try
        {
            return Read(Sheet.Open(file));
        }
        catch (ImportFault fault)
        {
            throw new RuleBrokenException(fault.Message);
        }
    }

    private static List<TargetFacts> Read(Sheet sheet)
    {
        Dictionary<string, int>? columns = null;
        var (targets, faults) = (new List<TargetFacts>(), new List<string>());
        foreach (var row in sheet.Rows().Where(row => !row.IsBlank))
        {
            if (columns is null)
            {
                columns = ColumnsOf(row);
                continue;
            }

            try
            {
                targets.Add(Of(row, columns));
            }
            catch (RuleBrokenException fault)
            {
                faults.Add($"Row {row.Number}: {fault.Message}");
            }

            RuleBrokenException.ThrowIf(targets.Count > MostTargets, $"A table holds at most {MostTargets:#,0} targets.");
        }

        RuleBrokenException.ThrowIf(faults.Count > 0, string.Join(" ", faults.Take(5)) + (faults.Count > 5 ? $" And {faults.Count - 5} more rows." : ""));
        RuleBrokenException.ThrowIf(targets.Count == 0, "The table holds no targets.");
        return targets;
    }

    private static Dictionary<string, int> ColumnsOf(SheetRow head)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < head.Cells.Count; i++)
        {
            columns.TryAdd(head[i].Replace('-', ' ').Replace('_', ' '), i);
        }

        RuleBrokenException.ThrowIf(!columns.ContainsKey("name"), "The first row must name the columns: name, salutation, channel, email, form, address, state, postal prefixes, mails per minute.");
        return columns;
    }

    private static TargetFacts Of(SheetRow row, Dictionary<string, int> columns)
    {
        string Cell(string name) => columns.TryGetValue(name, out var column) ? ExportSafety.Restored(row[column]) : "";
        IReadOnlyList<string> Several(string name) => Cell(name).Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var facts = new TargetFacts(Cell("name"), Cell("salutation"), ChannelOf(Cell("channel")))
        {
            Email = NoneIfEmpty(Cell("email")),
            Form = NoneIfEmpty(Cell("form")),
            PostalAddress = Several("address"),
            States = [.. Several("state").Select(StateOf)],
            PostalPrefixes = Several("postal prefixes"),
            MailsPerMinute = int.TryParse(Cell("mails per minute"), out var pace) ? pace : new TargetFacts("", "", Channel.Mail).MailsPerMinute,
        };
        Target.Check(facts);
        return facts;
    }

    private static Channel ChannelOf(string word) => word.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "" or "mail" or "email" => Channel.Mail,
        "web form" or "form" => Channel.WebForm,
        "print" or "paper" => Channel.Print,
        "own mail" => Channel.OwnMail,
        _ => throw new RuleBrokenException($"the channel \"{word}\" is none of mail, web-form, print, own-mail."),
    };

    private static string StateOf(string word) => States.Find(word)?.Name ?? throw new RuleBrokenException($"\"{word}\" is no state.");

    private static string? NoneIfEmpty(string text) => text.Length == 0 ? null : text;
}
