using CoalitionLetters.Organizations;
using CoalitionLetters.Organizations.Names;

namespace CoalitionLetters.Importing.Records;

/// <summary>
/// What a list makes of the directory: each row's record with what it adds, and the rows with that in words. The same rows against the same directory always come
/// out the same, so that accepting does what was shown.
/// </summary>
internal sealed class RecordPlan
{
    private readonly Dictionary<Guid, RecordDraft> drafts = [];
    private readonly Dictionary<int, RecordDraft> draftOfRow = [];
    private readonly Dictionary<Guid, RecordDraft> draftOfKey = [];
    private readonly DirectoryNow directory;
    private readonly bool fileWins;
    private readonly DateTime now;

    /// <param name="rows">As a dry run has them.</param>
    /// <param name="fileWins">Where a record says otherwise, the file is right.</param>
    public RecordPlan(IReadOnlyList<PlannedRow> rows, DirectoryNow directory, bool fileWins, DateTime now)
    {
        (this.directory, this.fileWins, this.now) = (directory, fileWins, now);
        var said = rows.Select(row => IsTaken(row) ? Take(row) : null).ToList();
        var byName = ByName();
        foreach (var (row, words) in rows.Zip(said).Where(pair => pair.Second is not null))
            SetParent(row, byName, words!);
        Rows = [.. rows.Zip(said, (row, words) => words is null ? row : row with { AddsNothing = words.Count == 0, Reason = $"{row.Reason}; {(words.Count == 0 ? "nothing is added" : string.Join("; ", words))}" })];
    }

    public IReadOnlyList<PlannedRow> Rows { get; }

    public IEnumerable<RecordDraft> New => drafts.Values.Where(draft => draft.IsNew);

    public IEnumerable<RecordDraft> Changed => drafts.Values.Where(draft => !draft.IsNew && draft.IsChanged);

    private static bool IsTaken(PlannedRow row) => row.Data is not null && row.Fate is RowFate.New or RowFate.Same or RowFate.Ask;

    private List<string> Take(PlannedRow row)
    {
        var draft = DraftOf(row, out var isFirst);
        var (changes, doubts) = (new List<string>(), new List<string>());
        draft.Take(row.Data!, fileWins, changes, doubts);
        draftOfRow[row.Row] = draft;
        if (row.Data!.OfRecord!.Id is { } key)
            draftOfKey.TryAdd(key, draft);
        // A new record takes what its row says: that needs no words.
        return isFirst && draft.IsNew ? ["a new record", .. doubts] : [.. changes, .. doubts];
    }

    private RecordDraft DraftOf(PlannedRow row, out bool isFirst)
    {
        isFirst = false;
        if (row is { Fate: RowFate.Same, EarlierRow: { } earlier })
            return draftOfRow[earlier];
        if (row is { Fate: RowFate.Same, OrganizationId: { } id } && directory.Find(id) is { } record)
        {
            if (!drafts.TryGetValue(id, out var known))
                drafts[id] = known = RecordDraft.Of(record, directory.ContactsOf(id));
            return known;
        }

        isFirst = true;
        var made = RecordDraft.New(row.Data!, now);
        return drafts[made.Record.Id] = made;
    }

    /// <summary>All names of the directory and of the list, each with the records that bear it.</summary>
    private ILookup<string, Guid> ByName() => directory.Records.SelectMany(o => o.Aliases.Select(alias => alias.JoinKey).Append(o.JoinKey).Select(key => (Key: key, o.Id)))
        .Concat(drafts.Values.SelectMany(draft => draft.NewNames.Select(name => name.Name).Append(draft.Name).Select(name => (Key: NameMatching.JoinKey(name), draft.Record.Id))))
        .Distinct().ToLookup(pair => pair.Key, pair => pair.Id);

    private void SetParent(PlannedRow row, ILookup<string, Guid> byName, List<string> said)
    {
        var cells = row.Data!.OfRecord!;
        if (cells.Parent is null && cells.ParentId is null)
            return;

        var draft = draftOfRow[row.Row];
        if (ParentOf(cells, byName) is not { } parentId)
            said.Add($"no record is certainly its parent {cells.Parent}, so it stands alone");
        else if (Organization.IsAbove(draft.Record.Id, parentId, ParentNow))
            said.Add($"{cells.Parent} is no parent of it: it would belong to itself");
        else
            draft.BelongTo(parentId, NameOf(parentId), fileWins, said, said);
    }

    private Guid? ParentOf(RecordCells cells, ILookup<string, Guid> byName)
    {
        if (cells.ParentId is { } key)
        {
            if (draftOfKey.TryGetValue(key, out var draft))
                return draft.Record.Id;
            if (directory.Find(key) is not null)
                return key;
        }
        return cells.Parent is { } name && byName[NameMatching.JoinKey(name)].ToList() is [var only] ? only : null;
    }

    private Guid? ParentNow(Guid id) => drafts.TryGetValue(id, out var draft) ? draft.ParentId : directory.Find(id)?.ParentId;

    private string NameOf(Guid id) => drafts.TryGetValue(id, out var draft) ? draft.Name : directory.Find(id)!.Name;
}
