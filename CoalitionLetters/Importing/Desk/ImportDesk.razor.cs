using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Importing.Records;
using CoalitionLetters.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CoalitionLetters.Importing.Desk;

public sealed partial class ImportDesk
{
    private const int PageSize = 100;
    private const int SampleRows = 4;

    private static readonly (ImportField Field, string Name)[] FieldNames =
    [
        (ImportField.Organization, "Organization"), (ImportField.SignerName, "Signer's name"), (ImportField.FirstName, "Signer's first name"), (ImportField.LastName, "Signer's last name"), (ImportField.SignerTitle, "Signer's title"),
        (ImportField.Email, "E-mail"), (ImportField.Phone, "Phone"), (ImportField.Website, "Website"), (ImportField.Scope, "Scope"), (ImportField.State, "State"), (ImportField.City, "City (left out)"), (ImportField.Country, "Country"),
        (ImportField.Kind, "Kind"), (ImportField.Message, "Message in the invitation's mail"), (ImportField.OtherNames, "Other names"), (ImportField.Acronyms, "Acronyms"), (ImportField.FormerNames, "Former names"), (ImportField.Domains, "Mail domains"),
        (ImportField.Parent, "Parent"), (ImportField.Notes, "Notes"), (ImportField.Record, "Record's key"), (ImportField.ParentRecord, "Parent's key"), (ImportField.Quote, "Quote for the press"), (ImportField.Comment, "Comment (left out)"), (ImportField.SubmittedAt, "Time (left out)"), (ImportField.Status, "Status (withdrawn and declined rows are skipped)"), (ImportField.Reason, "Why it waits"), (ImportField.Evidence, "Evidence"), (ImportField.Lead, "Leads the letter (yes, or its own place among the leads)"),
    ];

    private static readonly (RowFate? Fate, string Name)[] FateNames =
        [(null, "All"), (RowFate.New, "New"), (RowFate.Same, "The same"), (RowFate.Ask, "To ask about"), (RowFate.Unclear, "Not understood"), (RowFate.Skipped, "Skipped")];

    private CancellationTokenSource stopping = new();
    private FileStream? file;
    private string fileName = "";
    private Sheet? found;
    private Sheet? sheet;
    private Reading said = Reading.Found;
    private string? look;
    private bool isAsBefore;
    private SheetLayout? understood;
    private List<SheetRow> sample = [];
    private IReadOnlyList<PlannedRow>? plan;
    private IReadOnlyList<PlannedRow> planned = [];
    private int unique;
    private int namesTried;
    private RowFate? shownFate;
    private int page;
    private string? problem;
    private string? busy;
    private int done;
    private Guid? batch;
    private bool fileWins;
    private string? told;
    private string? undone;

    [Parameter, EditorRequired] public string Slug { get; set; } = "";
    [Parameter] public ImportTarget Target { get; set; }
    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = null!;
    [Inject] private ActingStaff Acting { get; set; } = null!;
    [Inject] private IAuthorizationService Permits { get; set; } = null!;

    private string Meaning => Target switch
    {
        ImportTarget.Invitations => "Rows that are the same join the record that is there. Rows to ask about become records of their own. Rows that are not understood are left out. No mail goes out by this: you send invitations from the letter's list.",
        ImportTarget.Directory => "Rows that are the same add what their record does not have yet. Rows to ask about become records of their own, and stand among the pairs that look alike. Rows that are not understood are left out. A blank cell takes nothing away.",
        _ => "Rows that are the same join the record that is there. Rows to ask about become records of their own, and their signatures wait for staff, as do those with a doubt about who signs. Rows that are not understood are left out.",
    };

    private static string FieldName(ImportField field, string name, ImportTarget target) =>
        target == ImportTarget.Directory && field is ImportField.SignerName or ImportField.FirstName or ImportField.LastName or ImportField.SignerTitle ? name.Replace("Signer", "Contact", StringComparison.Ordinal) : name;

    /// <summary>Organizations of which the file says anything new.</summary>
    private int Adding => plan!.Where(row => row is { Fate: RowFate.New or RowFate.Same or RowFate.Ask, AddsNothing: false }).DistinctBy(row => row is { Fate: RowFate.Same, OrganizationId: { } id } ? id.ToString() : $"row {(row.Fate == RowFate.Same ? row.EarlierRow : row.Row)}").Count();

    private IEnumerable<PlannedRow> Shown => shownFate is null ? plan! : plan!.Where(row => row.Fate == shownFate);

    private int Width => Math.Max(understood!.Headers.Count, sample.Count == 0 ? 0 : sample.Max(row => row.Cells.Count));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (file is not null)
            await file.DisposeAsync();
    }

    private ImportField? FieldOf(int column) => understood!.Mapping.FirstOrDefault(mapped => mapped.Column == column)?.Field;

    private void Map(int column, string? field)
    {
        var columns = understood!.Mapping.Where(mapped => mapped.Column != column).ToDictionary(mapped => mapped.Field, mapped => mapped.Column);
        if (Enum.TryParse<ImportField>(field, out var chosen))
            columns[chosen] = column;
        understood = understood.With(columns);
        plan = null;
        told = null;
    }

    private Task TryAsync() => WorkAsync("Trying it out.", async cancel =>
    {
        plan = null;
        told = null;
        undone = null;
        var notes = Target == ImportTarget.Directory ? null : await NotesAsync(cancel);
        var names = await Task.Run(() => Directory.NamesAsync(cancel), cancel);
        namesTried = names.Version;
        var run = new DryRun(understood!, names, await KeysAsync(cancel));
        IReadOnlyList<PlannedRow> shown = [];
        await Task.Run(() =>
        {
            var (rows, noted) = (new List<PlannedRow>(), new List<PlannedRow>());
            foreach (var row in run.Run(sheet!))
            {
                rows.Add(row);
                noted.Add(notes?.On(row) ?? row);
                Progress(rows.Count, cancel);
            }
            (planned, shown) = (rows, noted);
        }, cancel);
        if (Target == ImportTarget.Directory)
            shown = await Task.Run(() => Scoped.RunAsync<AcceptRecords, IReadOnlyList<PlannedRow>>(story => story.TryAsync(planned, fileWins, cancel)), cancel);
        (plan, unique, shownFate, page) = (shown, run.Unique, null, 0);
    });

    private Task AcceptAsync() => WorkAsync("Taking it in.", async cancel =>
    {
        var who = await ReviewerAsync();
        // Off the circuit: the embedded engine works on the caller's thread, and the page should go on answering.
        (batch, told) = await Task.Run(() => Target switch
        {
            ImportTarget.Invitations => TakeInvitationsAsync(() => AgainAsync(cancel), who, cancel),
            ImportTarget.Directory => TakeRecordsAsync(() => AgainAsync(cancel), who, cancel),
            _ => TakeSignaturesAsync(signals => AgainAsync(cancel, signals), who, cancel),
        }, cancel);

        // It is stored: from here on "Stop" comes too late, and must not say otherwise.
        await RememberAsync(CancellationToken.None);

        // Here somebody waits anyway; whoever opens the directory next does not.
        await Task.Run(() => Directory.AllAsync(CancellationToken.None), CancellationToken.None);
    });

    /// <summary>While no name has come or gone, the rows would come out the same; what the letter and the directory know beside names is looked up anew.</summary>
    private async Task<IReadOnlyList<PlannedRow>> AgainAsync(CancellationToken cancel, ImportSignals? signals = null)
    {
        var names = await Directory.NamesAsync(cancel);
        var rows = names.Version == namesTried ? planned : [.. new DryRun(understood!, names, await KeysAsync(cancel)).Run(sheet!)];
        return Target == ImportTarget.Directory ? rows : [.. rows.Select((await NotesAsync(cancel, signals)).On)];
    }

    private Task UndoAsync() => WorkAsync("Taking it back.", async cancel =>
    {
        var who = await ReviewerAsync();
        var kept = 0;
        if (Target == ImportTarget.Directory)
            kept = (await Task.Run(() => Scoped.RunAsync<UndoRecords, UndoneRecords>(story => story.RunAsync(batch!.Value, who, cancel)), cancel)).Kept;
        else
            kept = (await Task.Run(() => Scoped.RunAsync<UndoImport, UndoneImport>(story => story.RunAsync(batch!.Value, who, cancel)), cancel)).Kept;
        (batch, told, undone, plan) = (null, null, ImportWords.TakenBack(Target, kept), null);
    });

    private Task<RowNotes> NotesAsync(CancellationToken cancel, ImportSignals? signals = null) => Task.Run(async () =>
    {
        await using var db = Stores.Open();
        return await RowNotes.ReadAsync(db, Slug, Target, signals, cancel);
    }, cancel);

    private async Task<(Guid?, string?)> TakeSignaturesAsync(Func<ImportSignals, Task<IReadOnlyList<PlannedRow>>> again, Actor who, CancellationToken cancel)
    {
        var result = await Scoped.RunAsync<AcceptImport, Imported>(story => story.RunAsync(Slug, fileName, plan!, again, who, cancel));
        return (result.BatchId, ImportWords.Told(result));
    }

    private async Task<(Guid?, string?)> TakeInvitationsAsync(Func<Task<IReadOnlyList<PlannedRow>>> again, Actor who, CancellationToken cancel)
    {
        var result = await Scoped.RunAsync<AcceptInvitations, ImportedInvitations>(story => story.RunAsync(Slug, fileName, plan!, again, who, cancel));
        return (result.BatchId, ImportWords.Told(result));
    }

    private async Task<(Guid?, string?)> TakeRecordsAsync(Func<Task<IReadOnlyList<PlannedRow>>> again, Actor who, CancellationToken cancel)
    {
        var result = await Scoped.RunAsync<AcceptRecords, ImportedRecords>(story => story.RunAsync(fileName, plan!, again, fileWins, who, cancel));
        return (result.ImportId, ImportWords.Told(result));
    }

    /// <summary>The keys of the directory's records, which our own export of it names.</summary>
    private async Task<IReadOnlySet<Guid>?> KeysAsync(CancellationToken cancel)
    {
        if (Target != ImportTarget.Directory)
            return null;
        var all = await Directory.AllAsync(cancel);
        return all.Select(entry => entry.Id).ToHashSet();
    }

    private void LetFileWin(bool wins) => (fileWins, plan, told) = (wins, null, null);

    private async Task ForgetAsync()
    {
        if (file is not null)
            await file.DisposeAsync();
        (file, found, sheet, said, look, isAsBefore) = (null, null, null, Reading.Found, null, false);
        (understood, plan, told, undone, problem) = (null, null, null, null, null);
    }

    private void Show(RowFate? fate) => (shownFate, page) = (fate, 0);

    private Task StopAsync() => stopping.CancelAsync();

    /// <summary>Shows that something goes on, lets it be stopped, and turns what is wrong into a sentence. A button that is pressed twice takes one step.</summary>
    private async Task WorkAsync(string what, Func<CancellationToken, Task> work)
    {
        if (busy is not null)
            return;
        stopping = new CancellationTokenSource();
        (problem, busy, done) = (null, what, 0);
        StateHasChanged();
        try
        {
            await work(stopping.Token);
        }
        catch (Exception fault) when (fault is ImportFault or RuleBrokenException)
        {
            problem = fault.Message;
        }
        catch (OperationCanceledException)
        {
            problem = told is null ? "Stopped. Nothing was stored." : "Stopped. The import stands as it was taken in.";
        }
        catch (Exception fault) when (fault.IsStoreAway())
        {
            problem = "The database did not answer. What stands here is kept; press again in a moment. If it was taking a list in, load this page again first: “Imported so far” says whether it did.";
        }
        catch (IOException)
        {
            problem = "The file did not arrive whole. Choose it again.";
        }
        finally
        {
            busy = null;
        }
    }

    /// <summary>A session may have ended while the page stood open.</summary>
    private async Task<Actor> ReviewerAsync()
    {
        var user = (await Session).User;
        var needed = Target == ImportTarget.Invitations ? Policies.EditLetters : Policies.ReviewSignatures;
        RuleBrokenException.ThrowIf(!(await Permits.AuthorizeAsync(user, needed)).Succeeded, Target == ImportTarget.Directory ? "You may look at the directory, but not change it." : $"You may look at {Target.ToString().ToLowerInvariant()}, but not import them.");
        return await Acting.AsActorAsync(user);
    }

    private void Progress(int rows, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (rows % 500 != 0)
            return;
        done = rows;
        _ = InvokeAsync(StateHasChanged);
    }
}
